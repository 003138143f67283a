/*
 * bars.h - what the bar weighs, set by set
 */
#ifndef TOOLS_BARS_H
#define TOOLS_BARS_H

#include <stdbool.h>
#include <stddef.h>

#include "../lib/base/table.h"

struct bars {
	double *kg;		/* of set i + 1; missing: not said */
	size_t n;
	bool table;		/* from a table of sets */
	const char *text;	/* as given */
};

/* From the value of -b: "100", "60,80" or "@sets.csv", a table with the
 * columns set and bar_kg.  Or die. */
void bars_take(struct bars *, const char *text);
void bars_free(struct bars *);

/* The mass of every row of a stream: that of its set, or of the set nearest in
 * time.  Dies unless every set has one. */
void bars_fill(const struct bars *, const struct pl_table *, double *bar);

#endif
