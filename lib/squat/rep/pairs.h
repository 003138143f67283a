/*
 * pairs.h - the rows of two rep tables that mean the same; see score.h
 */
#ifndef PL_SQUAT_PAIRS_H
#define PL_SQUAT_PAIRS_H

#include "../../base/table.h"

#define PL_PAIRS_ALONE ((size_t)-1)

/* One table.  Arrays have an item for each row. */
struct pl_side {
	const struct pl_table *t;
	const double *bottom, *start, *end;	/* s; NULL without */
	int class_col;		/* -1: all rows are work */
	size_t *recording;	/* the same number in both tables */
	unsigned char *rep;	/* work or partial */
	size_t *mate;		/* row of the other table, or alone */
	unsigned char *timed;	/* mates as repetitions, by bottom_s */
};

struct pl_pairs {
	struct pl_side side[2];	/* reference, test */
};

/* Errors as pl_score_tables; frees nothing that the tables own. */
enum pl_err pl_pairs_make(struct pl_pairs *, const struct pl_table *reference,
    const struct pl_table *test, double within_s, struct pl_fault *) PL_MUST;

void pl_pairs_free(struct pl_pairs *);

/* The class of a row; "unknown" where its cell is empty. */
const char *pl_pairs_class(const struct pl_side *, size_t row);

/* The number of its set; 0 without one. */
double pl_pairs_set(const struct pl_side *, size_t row);

/* When a row is: its bottom, else the middle of its span, else missing. */
double pl_pairs_time(const struct pl_side *, size_t row);

#endif
