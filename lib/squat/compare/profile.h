/*
 * profile.h - load and velocity: the line over sets with different bars
 *
 * One point per set and mass of bar, from its repetitions of class work: the
 * fastest (by that velocity), the mean, or the first.  A straight line through
 * them (line.h) says the velocity at a load, and at which load the velocity
 * would be down to a stated one, with its band.  No point is weighted.
 *
 * That load is not called a one-repetition maximum: the velocity at that differs
 * by a fifth from day to day (Banyard), so the stated velocity is a mark on the
 * line and not a limit of the lifter.
 *
 * Reasons, where a load cannot be told: few-loads, fewer than three; slope: at
 * that level the velocity may not fall with the load, so the band has no end.
 *
 * Units.   m/s over kg.
 *
 * Errors.  PL_ECOLUMN: no bar_kg, or no velocity; PL_ESHORT: no group has three
 * loads; else as pl_grouped_make.
 *
 * Sources. Mean and mean propulsive velocity fall along a line in squats:
 * Sanchez-Medina et al. 2017; at the one-repetition maximum they have a CV of
 * 19 %: Banyard et al. 2017.
 */
#ifndef PL_SQUAT_PROFILE_H
#define PL_SQUAT_PROFILE_H

#include "../../base/table.h"

#define PL_PROFILE_LOADS 3		/* the fewest that make a line */

enum pl_profile_rep { PL_BEST, PL_MEAN, PL_FIRST };

/* "best", "mean", "first"; false if it is none. */
bool pl_profile_find_rep(const char *word, enum pl_profile_rep *);

struct pl_profile_ask {
	const char *key;		/* a profile for each value, or NULL */
	enum pl_profile_rep rep;
	double minimal_m_s, level;
	const double *at_kg;		/* a row for each; none: one row */
	size_t n_at;
};

struct pl_profiled {
	size_t loads;			/* the most of any group */
	size_t few, flat;		/* profiles without the load: reasons */
	double furthest;		/* extrapolation, as a share of the range */
};

/* Fills out, which is empty; plumb-columns(5) defines its columns. */
enum pl_err pl_profile_tables(const struct pl_table *reps,
    const struct pl_profile_ask *, struct pl_profiled *, struct pl_table *out,
    struct pl_fault *) PL_MUST;

#endif
