/*
 * steps.h - walking, unracking and racking: what is no squat
 *
 * A step jolts the trunk: walking is where, outside repetitions, the vertical
 * acceleration varies by more than 0.35 m/s^2 (SD over 0.6 s) with peaks above
 * 0.8 m/s^2, for 0.8 s or longer, while the trunk leans less than 20 deg beyond
 * standing.  Before a set the bar comes out and after it goes back, see rack.h;
 * two sets are apart when 2 s of steps lie between.
 *
 * Source.  Ours; no recording with timed truth for these exists.
 */
#ifndef PL_SQUAT_STEPS_H
#define PL_SQUAT_STEPS_H

#include "cand.h"
#include "posture.h"
#include "vertical.h"

/* Flag the rows at which the trunk is jolted by steps, n flags that are 0, but
 * not those of what counts. */
enum pl_err pl_steps_flag(const struct pl_vertical *, const struct pl_cands *,
    unsigned char *walk) PL_MUST;

/* Add walk, unrack and rerack to the candidates, which are in order of time;
 * those added stand after them. */
enum pl_err pl_steps_find(const struct pl_vertical *, const struct pl_posture *,
    struct pl_cands *) PL_MUST;

#endif
