/*
 * facts.h - what can be said of a rep table, and of what it cannot be said
 *
 * From a rep table and the set table folded of it (set.h): every number here
 * stands in one of them, is a count, a least, a greatest or a sum of such, or
 * says whether two of them can be told apart.
 *
 * Repetitions are the candidates of class work, partial and failed; lean, depth,
 * roll and velocity are those of class work, loads those of all of them.  Depth and
velocity of one that is cut (truncated) are those of a part, and left out.
 *
 * Stands out.   The greatest peak p_i stands out if it is further above every
 * other than chance would have it: p_i - p_j > 1.96 sqrt(w_i^2 + w_j^2), w the
 * standard deviation within the set.
 *
 * Slower.  Two mean velocities of a set differ if they do by more than
 * PL_FACTS_SPEED_M_S: the limits of agreement of one, as scripts/accuracy
 * sessions measures them with a consumer sensor, times the root of two.
 *
 * To a side.   The median of roll_mean_deg over the repetitions is told from
 * none if it is beyond 1.96 of the standard deviation of the lean: the same
 * stance, straps and sensor make both.
 *
 * Sums of standard deviations: the errors of impulses are those of one body and
 * one stance, and so common to all.
 *
 * Errors.  PL_ECOLUMN for set or class; PL_ENOMEM.
 */
#ifndef PL_SQUAT_SUMMARY_FACTS_H
#define PL_SQUAT_SUMMARY_FACTS_H

#include <stdbool.h>
#include <stddef.h>

#include "../../base/table.h"
#include "../segment/cand.h"

#define PL_FACTS_SPEED_M_S 0.014

/* Least and greatest; missing where there is none. */
struct pl_span { double lo, hi; };

/* A repetition by its numbers, which are empty where there is none. */
struct pl_which { double set, rep; };

struct pl_facts {
	size_t sets;			/* with a repetition */
	size_t class[PL_CLASSES];	/* candidates of each */
	struct pl_span bar_kg;
	bool trunk;			/* there is a column of its lean */
	struct pl_span lean, depth_m;
	double lean_sd;			/* greatest of them */
	double roll, roll_sd;		/* median, and greatest of theirs */
	bool sideways;			/* can be told from none */
	double tut_s;			/* missing if one of them has none */
	bool loads;			/* there are such columns */
	size_t told, untold;		/* repetitions with a load, without */
	struct pl_span peak;
	double peak_sd;			/* of the greatest */
	struct pl_which most;
	bool stands_out;
	double impulse, impulse_sd;	/* sums over what is told */
	/* of a single set: its first and its last of class work */
	double lean_first, lean_last;
	size_t testable, breaks;	/* sets with repetitions enough, broken */
	struct pl_which broken;		/* the break with the greatest gain */
	double break_gain, break_p;
	size_t paced;			/* sets with two velocities */
	struct pl_span loss_pct;	/* of their last against their best */
	double loss_set;		/* where it is greatest; */
	bool slower;			/* there beyond what is measured */
};

/* level as in moment_LEVEL_peak_nm. */
enum pl_err pl_facts_find(struct pl_facts *, const struct pl_table *reps,
    const char *level, struct pl_fault *) PL_MUST;

#endif
