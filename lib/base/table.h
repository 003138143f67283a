/*
 * table.h - named columns of equal length: the one data structure
 *
 * Shapes.  A column is rows doubles, missing ones NaN.  A column of words
 * (labels, and any foreign column) holds the index of each cell's word in the
 * column's list.  Columns keep the order in which they were added.
 *
 * Units.   The unit of a column is the end of its name (unit.h); which names
 * are ours, and so are numbers, is in schema.h.
 *
 * Errors.  A function that fails has changed nothing.
 */
#ifndef PL_BASE_TABLE_H
#define PL_BASE_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "err.h"
#include "num.h"

struct pl_words {
	char **word;
	size_t n, room;
	size_t *slot, slots;	/* hash of words: index + 1, 0 is free */
};

struct pl_column {
	char *name;
	double *x;
	struct pl_words *words;	/* NULL for numbers */
	int decimals;		/* resolution of numbers: 10^-decimals */
	bool settled;		/* every number lies on its grid already */
};

struct pl_table {
	struct pl_column *col;
	size_t rows, row_room;
	size_t cols, col_room;
};

void pl_table_init(struct pl_table *);
void pl_table_free(struct pl_table *);

/* Give rows more or fewer rows; what is added is missing. */
enum pl_err pl_table_resize(struct pl_table *, size_t rows) PL_MUST;

/* Keep rows from..to-1. */
void pl_table_slice(struct pl_table *, size_t from, size_t to);

/* The index of a column, or -1. */
int pl_table_find(const struct pl_table *, const char *name);

/* The values of a column, or NULL if there is none of that name. */
const double *pl_table_get(const struct pl_table *, const char *name);

/* The same, to be changed in place; they will be rounded again. */
double *pl_table_edit(struct pl_table *, const char *name);

/*
 * Add a column, all missing; one that is there already is emptied in place.
 * Whether it holds numbers or words is the schema's to say.  *x, if x is not
 * NULL, is its values: it stays valid until rows are resized.
 */
enum pl_err pl_table_add(struct pl_table *, const char *name, double **x)
    PL_MUST;

/* Take a column out, if it is there. */
void pl_table_drop(struct pl_table *, const char *name);

/* Put a column before another (both by index). */
void pl_table_move(struct pl_table *, int from, int to);

/* The index of a word in a column of words, added if it is new. */
enum pl_err pl_table_word(struct pl_table *, int col, const char *word,
    size_t len, double *index) PL_MUST;

/* The word in a cell, or NULL if it is missing. */
const char *pl_table_label(const struct pl_table *, int col, size_t row);

/* Does a cell hold this word?  No if there is no such column (-1). */
bool pl_table_says(const struct pl_table *, int col, size_t row,
    const char *word);

/*
 * Round every number to the resolution of its column, so that text and AU
 * carry the same numbers.  PL_ERANGE, with its place, if one is infinite or
 * too large to be told from its neighbours.
 */
enum pl_err pl_table_settle(struct pl_table *, struct pl_fault *) PL_MUST;

/*
 * Rows per second by the clock, (rows - 1) / (last - first) of t_s.
 * PL_ECOLUMN without t_s, PL_ESHORT below 2 rows, PL_EUNEVEN where t_s is
 * missing, or off the even grid by more than a tenth of a row, with the first
 * step that differs.
 */
enum pl_err pl_table_rate(const struct pl_table *, double *rate_hz,
    struct pl_fault *) PL_MUST;

#endif
