/*
 * force.h - squats by an accelerometer alone, on the trunk
 *
 * Without a gyroscope nobody knows which way is up while the trunk moves, and
 * an acceleration integrated twice is metres off within a set.  What is left
 * are two facts that come together in a squat and hardly ever else: the trunk
 * leans forward and comes back, and the specific force does what it must when
 * a body sinks and is pushed up again.
 *
 * Lean is the angle of the specific force below 0.8 Hz from the stance.  Every
 * bow of 10 deg or more is a candidate; it is a squat when
 *
 *	its flanks are alike (the lower at least 0.6 of the higher)
 *	it begins and ends less than 35 deg from upright, and the trunk stays
 *	  below 70 deg for 1.5 s either way: a burpee or a sit-up does not
 *	|f| below 2 Hz rises above gravity from 0.4 s before to 1.0 s after the
 *	  deepest lean by what it takes to move 0.2 m up and down in phases as
 *	  long as the bow's, 0.1 (pi / T)^2 m/s^2, or by 0.6 if that is less: the
 *	  push; above 7 it is a landing
 *	|f| - g, integrated twice over a phase, or 1.25 s, either way and made to
 *	  begin and end at rest and level, sinks by 0.12 to 1.3 m: too rough to be
 *	  a depth, and enough to tell sinking from bowing
 *	its height is 0.6 to 1.4 of the median of those that are
 *
 * The stance is the geometric median of the directions of the specific force,
 * in which a stretch of rest counts for 2 s; it is sought again among those
 * rows that lie 45 deg and more from it, and a later one that makes more than
 * twice as many squats is taken: who lies about stands less than he lies.  Up
 * and forward, which is so weighed too, are found, not assumed.
 *
 * Phases.  The bottom is the deepest lean.  Ends are extrapolated to where a
 * lean that goes like a cosine begins, from where it passes 10 and 30 % of its
 * height.  Good to about 0.3 s.
 *
 * Shapes and units as in rest.h.  Missing values are bridged by lines; what
 * has a hole of 0.5 s in it is no squat that anybody saw.
 *
 * Errors.  PL_ENOMEM; PL_ESHORT below 3 rows; PL_ESTATE if nothing is there;
 * PL_ERANGE below 5 rows a second.
 *
 * Source.  Ours, from mixed exercises at 10 Hz; the limits are flat.
 */
#ifndef PL_SQUAT_FORCE_H
#define PL_SQUAT_FORCE_H

#include "../segment/cand.h"

enum pl_err pl_force_find(const double *const acc[3], size_t n,
    double rate_hz, struct pl_cands *) PL_MUST;

#endif
