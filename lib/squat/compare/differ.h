/*
 * differ.h - does a column of the rep table differ between two groups?
 *
 * The difference is that of the levels at the same number of repetition in the
 * set, a straight line over it common to all sets taken out (contrast.h); sets
 * weigh alike.  Its interval holds at 3, 5 and 8 repetitions whose neighbours
 * correlate by up to rho, which is stated, not estimated.
 *
 *	reps	the scatter of repetitions within their sets is what counts
 *	sets	both groups have two sets or more, and sets differ by more
 *	pairs	repetitions of both groups are the same ones, with the same
 *		start, bottom and end in the same recording: the differences
 *		of pairs are what counts
 *
 * Repetitions of different mountings (grouped.h) differ by what setup.h says,
 * too, unless the set-up is said to be the same.
 *
 * The smallest detectable change is 1.96 sqrt 2 SD, SD that of repetitions
 * within sets about the line: less than it chance alone puts between two
 * repetitions 19 times of 20.
 *
 * Verdict.  differs: the interval excludes 0, and the difference is no less
 * than the column's resolution.  same: all of the interval lies within the
 * smallest detectable change to both sides.  Else it cannot be told.  A column
 * with one value in all of each group is compared exactly.
 *
 * Sources.  Smallest detectable change: Beckerman et al., Qual. Life Res. 10
 * (2001) 571; Weir, J. Strength Cond. Res. 19 (2005) 231.  rho: our estimate,
 * from 16 sets of 10 and 25 squats that others recorded, a line taken out: on
 * average 0.28 over 13 columns of a trunk, 0.37 over 7 of a bar; single columns
 * from 0 to 0.75 (scripts/accuracy compare).
 */
#ifndef PL_SQUAT_DIFFER_H
#define PL_SQUAT_DIFFER_H

#include "grouped.h"

#define PL_DIFFER_RHO 0.3

enum pl_verdict { PL_DIFFERS, PL_SAME, PL_CANNOT_TELL };

enum pl_verdict_why {
	PL_BEYOND_CHANCE, PL_CONSTANT,	/* differs; the latter same, too */
	PL_BELOW_DETECTABLE,		/* same */
	PL_EMPTY, PL_TOO_FEW, PL_SCATTER, PL_SETUP, PL_SETUP_UNKNOWN
};

enum pl_differ_by { PL_BY_REPS, PL_BY_SETS, PL_BY_PAIRS };

/* Words of the table: "cannot tell", "beyond-chance", "reps". */
const char *pl_differ_verdict(enum pl_verdict);
const char *pl_differ_why(enum pl_verdict_why);
const char *pl_differ_by(enum pl_differ_by);

struct pl_differ_how {
	double level;			/* of the interval, .95 */
	double rho;
	bool same_setup;
	double align_sd_deg;		/* or missing: as the table has it */
};

struct pl_difference {
	size_t n[2];			/* repetitions that have a value */
	double median[2];
	double value, low, high;	/* group b less a */
	double setup_sd;		/* of it */
	double detectable;
	enum pl_differ_by by;
	enum pl_verdict verdict;
	enum pl_verdict_why why;
};

/* The two groups, and which repetitions of b those of a are. */
struct pl_differ {
	const struct pl_grouped *g;
	const struct pl_differ_how *how;
	const struct pl_series *side[2];
	size_t n[2];			/* series of each */
	size_t *mate;			/* row for each of g->row of a; or NULL */
	double *room;			/* for pl_differ_column */
	struct pl_run *run;
	double *weight;
};

/* Frees nothing that grouped owns.  PL_ENOMEM. */
enum pl_err pl_differ_begin(struct pl_differ *, const struct pl_grouped *,
    const struct pl_differ_how *, size_t a, size_t b) PL_MUST;
void pl_differ_end(struct pl_differ *);

/* x are the values of that column for every row, rounded to step. */
void pl_differ_column(const struct pl_differ *, const char *column,
    const double *x, double step, struct pl_difference *);

#endif
