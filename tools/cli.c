/* cli.c - messages, and columns that a filter cannot do without */
#include "cli.h"

#include <errno.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/schema.h"

static struct {
	const char *name, *place;
	bool verbose, quiet;
} me = { "plumb", NULL, false, false };

void
cli_begin(const char *name, const char *place, bool verbose, bool quiet)
{
	me.name = name;
	me.place = place;
	me.verbose = verbose;
	me.quiet = quiet;
}

const char *
cli_place(const char *place)
{
	const char *was = me.place;

	me.place = place;
	return was;
}

bool
cli_verbose(void)
{
	return me.verbose;
}

static void
speak(bool place, const char *kind, const char *fmt, va_list ap)
{
	int saved = errno;
	size_t n = strlen(fmt);

	fflush(stdout);
	fprintf(stderr, strcmp(me.name, "plumb") ? "plumb-%s: " : "%s: ",
	    me.name);
	if (kind)
		fprintf(stderr, "%s: ", kind);
	if (place && me.place)
		fprintf(stderr, "%s: ", me.place);
	vfprintf(stderr, fmt, ap);
	if (n && fmt[n - 1] == ':')
		fprintf(stderr, " %s", strerror(saved));
	fputc('\n', stderr);
}

void
cli_die(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	speak(false, NULL, fmt, ap);
	va_end(ap);
	exit(CLI_ACCIDENT);
}

void
cli_die_at(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	speak(true, NULL, fmt, ap);
	va_end(ap);
	exit(CLI_ACCIDENT);
}

void
cli_warn(const char *fmt, ...)
{
	va_list ap;

	if (me.quiet)
		return;
	va_start(ap, fmt);
	speak(true, "warning", fmt, ap);
	va_end(ap);
}

void
cli_note(const char *fmt, ...)
{
	va_list ap;

	if (!me.verbose)
		return;
	va_start(ap, fmt);
	speak(true, NULL, fmt, ap);
	va_end(ap);
}

void
cli_die_fault(enum pl_err err, const struct pl_fault *f)
{
	char place[160] = "";
	size_t n = 0;

	if (f && f->line)
		n += (size_t)snprintf(place, sizeof place, "%zu: ", f->line);
	if (f && *f->column)
		n += (size_t)snprintf(place + n, sizeof place - n, "%s: ",
		    f->column);
	if (f && *f->value)
		snprintf(place + n, sizeof place - n, "'%s': ", f->value);
	if (err == PL_EIO && errno)
		cli_die_at("%s%s%s", place, strerror(errno), errno == EISDIR ?
		    ": name a file in it" : "");
	cli_die_at("%s%s", place, f && *f->why ? f->why :
	    pl_err_phrase(err));
}

void
cli_refuse_stream(const struct pl_table *t)
{
	if (pl_table_find(t, "t_s") >= 0)
		cli_die_at("a sample stream: plumb-reps folds it into a rep "
		    "table");
}

/* The rep table is the end of the pipe, and looks like a table as any. */
static void
refuse_reps(const struct pl_table *t)
{
	if (pl_table_find(t, "t_s") < 0 && pl_table_find(t, "start_s") >= 0)
		cli_die_at("a rep table, as plumb-reps makes it: a sample "
		    "stream is needed");
}

const double *
cli_need(const struct pl_table *t, const char *name)
{
	const double *x = pl_table_get(t, name);
	const struct pl_schema *s;

	if (x)
		return x;
	refuse_reps(t);
	s = pl_schema_find(name);
	if (s && strcmp(s->maker, "read") == 0 && pl_table_get(t, "q_w") &&
	    !pl_table_get(t, "acc_x_m_s2"))
		cli_die_at("%s: no such column: it has orientations alone: "
		    "read what the sensors measured", name);
	if (s)
		cli_die_at("%s: no such column: plumb-%s makes it", name,
		    s->maker);
	cli_die_at("%s: no such column", name);
}

double
cli_rate(const struct pl_table *t)
{
	struct pl_fault f = { 0 };
	double rate;
	enum pl_err err = pl_table_rate(t, &rate, &f);

	if (err)
		refuse_reps(t);
	if (err)
		cli_die_fault(err, &f);
	return rate;
}

double
cli_plain(double x, int decimals)
{
	return fabs(x) * pow(10, decimals) < 0.5 ? 0 : x;
}

double *
cli_add(struct pl_table *t, const char *name)
{
	double *x;

	if (pl_table_add(t, name, &x))
		cli_die("%s: out of memory", name);
	return x;
}
