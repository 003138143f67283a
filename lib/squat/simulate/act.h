/*
 * act.h - what a lifter can do, each act laid down at the hand of the clock
 *
 * script.c strings acts together; a scenario of another kind is another
 * string.  An act begins at .now_s, draws what it needs, adds its pieces to
 * the tracks and leaves .now_s where it ended (lay.h).
 */
#ifndef PL_SQUAT_ACT_H
#define PL_SQUAT_ACT_H

#include "lay.h"

/* A lifter with the habits of this seed, at the beginning of the script. */
void pl_act_begin(struct pl_lifter *, struct pl_script *,
    const struct pl_session *);

void pl_act_stand(struct pl_lifter *, double lo_s, double hi_s);
void pl_act_unrack(struct pl_lifter *);
/* From a low rack: under the bar with bent knees first. */
void pl_act_unrack_low(struct pl_lifter *);
void pl_act_walk(struct pl_lifter *, int towards);	/* +1 or -1 */
/* Several steps, turning by so much on the way. */
void pl_act_stroll(struct pl_lifter *, int steps, int towards,
    double turn_rad);
/* A few small steps that set the feet. */
void pl_act_shuffle(struct pl_lifter *);
void pl_act_rerack(struct pl_lifter *);

/* The trunk bends over as never in a squat, stays, and comes up again: to a
 * shoe; and under a bar. */
void pl_act_shoes(struct pl_lifter *);
void pl_act_duck(struct pl_lifter *);

/* Repetition i, from 0, of n; what: scenes that hold for it (scenario.h). */
void pl_act_rep(struct pl_lifter *, int i, int n, unsigned what);
/* After one that failed: up again, without the bar, and back. */
void pl_act_get_up(struct pl_lifter *);

/* Sway of the whole session, when its end is known. */
void pl_act_sway(struct pl_lifter *);

#endif
