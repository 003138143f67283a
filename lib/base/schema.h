/*
 * schema.h - the columns that are ours
 *
 * One row per column of the sample stream and the rep table: how it is named,
 * which filter makes it, whether it holds numbers or words.  A column that
 * matches no row is foreign: it passes through as text.  plumb-columns(5)
 * defines every row; a test holds the two together.
 */
#ifndef PL_BASE_SCHEMA_H
#define PL_BASE_SCHEMA_H

#include <stdbool.h>

struct pl_schema {
	const char *pattern;	/* '*' stands for any run of characters */
	const char *maker;	/* the filter that makes it: "align" */
	int decimals;		/* -1: by the unit at the end of the name */
	bool words;		/* labels, not numbers */
};

/* The row for a name, or NULL if the column is foreign. */
const struct pl_schema *pl_schema_find(const char *name);

/* May a column of this row (or NULL) be anybody's?  So may those of the table of
 * findings, whose plain names are text: elsewhere they are foreign. */
bool pl_schema_foreign(const struct pl_schema *);

/* Row i, or NULL after the last. */
const struct pl_schema *pl_schema_row(int i);

/* The resolution of a column of numbers is 10 to the minus this. */
int pl_schema_decimals(const struct pl_schema *, const char *name);

#endif
