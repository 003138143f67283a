/*
 * steps.h - walking, unracking and racking: what is no squat
 *
 * A step jolts the trunk: walking is where, outside repetitions, the vertical
 * acceleration varies by more than 0.35 m/s^2 (SD over 0.6 s) with peaks above
 * 0.8 m/s^2, for 0.8 s or longer.  The unrack is the strongest rise before the
 * first descent, above 0.08 m/s, that steps follow; the re-rack the last
 * strong sinking after the last ascent, that steps precede.
 *
 * Source.  Ours; no recording with timed truth for these exists.
 */
#ifndef PL_SQUAT_STEPS_H
#define PL_SQUAT_STEPS_H

#include "cand.h"
#include "vertical.h"

/* Add walk, unrack and rerack to the candidates, which are in order of time;
 * those added stand after them. */
enum pl_err pl_steps_find(const struct pl_vertical *, struct pl_cands *)
    PL_MUST;

#endif
