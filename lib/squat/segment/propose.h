/*
 * propose.h - every movement down and up that could be taken for a squat
 *
 * A candidate is a low between two highs of the height; a high counts as such
 * when it stands out by the reversal on both sides, so what is less, a bounce
 * or a dip on the way, is part of it.  Two of them are one when the trunk does
 * not come up between: the high is less than 0.85 of both legs about it (0.93
 * where 0.6 of the lean is left), and the
 * lean there more than 0.4 of the greatest before (a failed squat sinks back before
 * the lifter stands up without the bar).  At the edges of the recording half a
 * movement is a candidate too, with no way down or no way up.
 *
 * Units.   m.  Errors.  PL_ENOMEM.  Source.  Ours.
 */
#ifndef PL_SQUAT_PROPOSE_H
#define PL_SQUAT_PROPOSE_H

#include "cand.h"
#include "posture.h"
#include "vertical.h"

/* The least turn of the first look, and of later ones, m; and how much of the
 * depth of a set is a turn, not a bounce. */
#define PL_PROPOSE_REVERSAL 0.10
#define PL_PROPOSE_LEAST 0.08
#define PL_PROPOSE_SHARE 0.3

/* Replace the candidates by those of the height as it stands. */
enum pl_err pl_propose(const struct pl_vertical *, const struct pl_posture *,
    double reversal, struct pl_cands *) PL_MUST;

/* The same where the depth is not known yet: the reversal is 0.10 m or 0.3 of
 * the longer leg that 3 of 4 deep candidates stay below. */
enum pl_err pl_propose_first(const struct pl_vertical *,
    const struct pl_posture *, struct pl_cands *) PL_MUST;

/* Does an edge of the recording cut it: does it move, at 0.05 m/s, there?  Or,
 * within 1 s of one, had it sunk by 0.15 of its way before the bounds that were
 * found, or went on to rise, which is how it looks if a little is cut? */
int pl_propose_cuts(const struct pl_vertical *, const struct pl_cand *);

#endif
