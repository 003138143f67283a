/*
 * context.h - what a candidate is by what happens around it
 *
 * A set is done between steps.  So a repetition that is less than whole and has
 * steps between it and every whole one is none, but "apart": ducking under the
 * bar, bending to lift it out, trying a depth.
 *
 * And whoever fails does not go on: a failed one that another follows without
 * a step, within 20 s, has bounced or paused half way.
 *
 * Source.  Ours.
 */
#ifndef PL_SQUAT_CONTEXT_H
#define PL_SQUAT_CONTEXT_H

#include "cand.h"
#include "posture.h"
#include "vertical.h"

/* Judge again by the neighbours; walk flags the rows of steps. */
void pl_context_judge(const struct pl_vertical *, const struct pl_posture *,
    const unsigned char *walk, struct pl_cands *);

#endif
