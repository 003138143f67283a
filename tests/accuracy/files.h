/*
 * files.h - tables for measures of accuracy: read, or die with one line
 */
#ifndef ACCURACY_FILES_H
#define ACCURACY_FILES_H

#include <stdio.h>
#include <stdlib.h>

#include "../../lib/io/au.h"
#include "../../lib/io/bytes.h"

static inline _Noreturn void
die(const char *name, const char *what)
{
	fprintf(stderr, "accuracy: %s: %s\n", name, what);
	exit(2);
}

/* A stream of AU. */
static inline void
read_table(struct pl_table *t, const char *name)
{
	struct pl_bytes b;
	struct pl_fault f = { 0 };
	FILE *in = fopen(name, "rb");

	if (!in || pl_bytes_read(&b, in, pl_au_is))
		die(name, "cannot be read");
	fclose(in);
	pl_table_init(t);
	if (pl_au_read(t, b.at, b.n, &f))
		die(name, f.why);
	pl_bytes_free(&b);
}

static inline const double *
column(const struct pl_table *t, const char *name)
{
	const double *x = pl_table_get(t, name);

	if (!x)
		die(name, "no such column");
	return x;
}

static inline double
rate_of(const struct pl_table *t)
{
	struct pl_fault f = { 0 };
	double hz;

	if (pl_table_rate(t, &hz, &f))
		die("t_s", f.why);
	return hz;
}

#endif
