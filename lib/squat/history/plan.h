/*
 * plan.h - the weight to go back to
 *
 * Reference.  The session that came before the soreness.  Soreness is a run of
 * entries (soreness.h) of that part of the back with no more than 3 days between
 * them; the latest counts in which one scores at least sore_at, of the 28 days
 * before the last session or entry: what is older was another matter.  Of the
 * sessions 1 to 3 days before the first day of at least sore_at it is the one
 * with the greatest impulse about the level; if there is none, before the first
 * day of the run.  So a slight ache that was there already does not point at a
 * session of long ago.  If only lesser scores are there the day of the greatest
 * is taken, and the advice is to hold: a few more sessions with what was done,
 * and no reduction.  Without soreness, or where a day is named, the last
 * session, or that of the day, is the reference.
 *
 * Loads.   All bars of the reference are scaled by one factor r.  At the peak of
 * repetition i the moment is M_i(r) = M0_i + r m_i k_i, and its impulse
 * J_i(r) = J0_i + r m_i kJ_i (rep_load.h).  For a share s of the reference,
 *
 *	r_peak    = min over i of (s max_j M_j(1) - M0_i) / (m_i k_i)
 *	r_impulse = (s sum J_j(1) - sum J0_j) / sum m_j kJ_j
 *
 * and r is the lesser.  Each bar is rounded down to what can be loaded.
 *
 * Error of the step.  The peak of a movement is convex in the mass, so M_i(r) is
 * what it is at least, and for r < 1 at most it is the chord to the peak of the
 * body alone, (1 - r) B_i + r M_i(1).  It holds for the same movement; a lighter
 * bar is usually moved faster and more upright.
 *
 * Band.    The scatter of the peaks over the repetitions of the heaviest bar is
 * what one and the same weight does: its SD over k, in kg.
 *
 * Units.   kg, N m, N m s.
 *
 * Errors.  PL_ECOLUMN with the column of a load that is missing; PL_ESTATE
 * with why there is no reference; PL_ENOMEM.
 *
 * Source.  Ours; the levels of a progression are the user's, and not evidence.
 */
#ifndef PL_SQUAT_HISTORY_PLAN_H
#define PL_SQUAT_HISTORY_PLAN_H

#include "plates.h"
#include "soreness.h"
#include "visit.h"

enum { PL_PLAN_DAYS = 28 };

enum pl_advice { PL_REDUCE, PL_HOLD, PL_GO_ON };

struct pl_plan_ask {
	const char *level;		/* "t7t8" */
	double sore_at;
	bool named;			/* reference is the session of this day */
	int64_t day;
};

/* One repetition of the reference. */
struct pl_plan_rep { double bar_kg, m0, k, body, j0, jk, peak, impulse,
	per_deg; };

struct pl_plan {
	enum pl_advice advice;
	int64_t day;			/* of the reference */
	bool sore;			/* an entry made it so: */
	struct pl_sore entry;		/* the greatest score of its run */
	bool elsewhere;			/* another part of the back was: */
	struct pl_sore other;		/* the greatest score there, of those
					 * 28 days and of at least sore_at */
	struct pl_plan_rep *rep;
	size_t n;
	size_t untold;			/* repetitions that lack a load, of all
					 * days on which the reference may be */
	double untold_kg;		/* their heaviest bar; missing: none */
	double peak, impulse;		/* of the reference */
	double sd_kg;			/* missing with fewer than two */
	double per_deg;			/* at its peak, N m per degree of lean */
};

/* From the visits of reps (one history), which is in their order; log may be
 * NULL.  The repetitions of class work and partial count. */
enum pl_err pl_plan_make(struct pl_plan *, const struct pl_table *reps,
    const struct pl_visits *, const struct pl_soreness *log,
    const struct pl_plan_ask *, struct pl_fault *) PL_MUST;
void pl_plan_free(struct pl_plan *);

/* The factor of a share; not positive where the body alone is more. */
double pl_plan_factor(const struct pl_plan *, double share);

/* What all repetitions do at a factor: at least, at most (missing above 1). */
struct pl_planned { double peak, peak_hi, impulse; };
struct pl_planned pl_plan_at(const struct pl_plan *, double factor);

#endif
