/*
 * set_ask.h - one value of the set table, asked of the rows of a set
 *
 * All have one shape, so that the columns of the set table are rows of data
 * (set.c).  Each looks at the rows whose class is among those asked for.
 */
#ifndef PL_SQUAT_SET_ASK_H
#define PL_SQUAT_SET_ASK_H

#include "../../base/table.h"

/* A class of cand.h as a bit. */
#define PL_SET_BIT(class) (1u << (class))

/* What is found of the work of a set as a whole. */
enum {
	PL_SET_SLOPE, PL_SET_BREAK_REP, PL_SET_BREAK_GAIN, PL_SET_BREAK_P,
	PL_SET_VL_BEST, PL_SET_VL_FIRST, PL_SET_FOUND
};

/* A set: rows from..to-1. */
struct pl_set {
	size_t from, to;
	double found[PL_SET_FOUND];
};

/* A rep table and its sets in order. */
struct pl_set_table {
	const struct pl_table *reps;
	unsigned *bit;		/* the class of each row; 0: in no set */
	struct pl_set *set;
	size_t n;
};

struct pl_set_ask {
	const struct pl_set_table *f;
	const struct pl_set *s;
	const double *x;	/* the column asked of, or NULL */
	unsigned bits;		/* classes that matter, or which is found */
};

/* The bit of the class that a row has; that of PL_UNKNOWN if it is none. */
unsigned pl_set_class(const struct pl_table *, int col, size_t row);

double pl_set_count(const struct pl_set_ask *);
double pl_set_first(const struct pl_set_ask *);
double pl_set_last(const struct pl_set_ask *);

/* Of the values there are. */
double pl_set_mean(const struct pl_set_ask *);

/* Missing where one is missing, or there is no row. */
double pl_set_sum(const struct pl_set_ask *);
double pl_set_most(const struct pl_set_ask *);

/* What was found before. */
double pl_set_found(const struct pl_set_ask *);

/* Sum of ecc_s, bottom_pause_s and con_s. */
double pl_set_tension(const struct pl_set_ask *);

#endif
