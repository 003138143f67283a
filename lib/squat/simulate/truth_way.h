/*
 * truth_way.h - the true way of a repetition as a sample stream, to be folded
 *
 * How a movement goes (smooth, sticking, hips first) is defined by rep.h for a
 * stream; so that the truth says the same, and is not measured by a second
 * ruler, its motion goes through that, densely sampled.
 */
#ifndef PL_SQUAT_TRUTH_WAY_H
#define PL_SQUAT_TRUTH_WAY_H

#include <stdbool.h>

#include "facts.h"

enum { PL_TRUTH_WAY_COLUMNS = 9 };

/* What it tells, columns of the rep table in their order. */
extern const char *const pl_truth_way_column[PL_TRUTH_WAY_COLUMNS];

struct pl_truth_way {
	struct pl_table t;
	double *t_s, *phase, *height_m, *vel_m_s, *lean_deg, *twist_deg;
	double *bar_vel_m_s;		/* NULL without a bar */
	double ecc, bottom, con;	/* the words of phase */
};

/* For n rows, an even grid.  Free it even after an error. */
enum pl_err pl_truth_way_init(struct pl_truth_way *, size_t n, bool bar)
    PL_MUST;
void pl_truth_way_free(struct pl_truth_way *);

/* Row i is at t_s of true time, in this act. */
void pl_truth_way_put(struct pl_truth_way *, size_t i, double t_s,
    const struct pl_act *, const struct pl_pose *, const struct pl_facts *);

/* Put what it tells into the row of facts. */
void pl_truth_way_fold(const struct pl_truth_way *, struct pl_facts *);

#endif
