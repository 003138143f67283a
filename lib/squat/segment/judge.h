/*
 * judge.h - is a candidate a squat, beside the others of the recording?
 *
 * A candidate is plausible by itself when it goes down and up by 0.20 m or
 * more, the two within 30 % of each other, begins and ends less than 45 deg
 * from upright, never bends by 70 deg or more, moves at 0.06 m/s somewhere on
 * either leg, and is no drift between steps: on its way the acceleration
 * slower than a step (its mean over 0.5 s) is at least 0.65 of that which is
 * as quick as one (the mean over 0.15 s, less the other), or the quick is below
 * 0.3 m/s^2.  The ratio is 0.75 to 3 in squats and 0.2 to 0.6 in walks.  On a
 * trunk the quick is that of the legs alone, above 0.3 of the depth: bounces at
 * the bottom are no steps.
 *
 * With D the median depth of the plausible:
 *
 *	work	at least 0.70 D
 *	partial	at least 0.35 D, or 0.27 where the trunk leans along, and at
 *		least 0.35 of the speed of the whole
 *		ones (depth over the time spent below the tops; else "slow":
 *		drift while walking looks so)
 *	failed	deep enough, but with a leg below a quarter of its depth
 *	unknown	everything else, with the reason
 *
 * Source.  Limits by our own experiments on real squats (plumb-segment(1));
 * 0.20 m is also what Vitruve and others use against unracking.
 */
#ifndef PL_SQUAT_JUDGE_H
#define PL_SQUAT_JUDGE_H

#include "cand.h"
#include "posture.h"
#include "vertical.h"

/* What the candidates of a recording have in common. */
struct pl_typical {
	double depth;		/* median of the deep plausible, m, or missing */
	double ratio;		/* their lean beyond the ends, rad/m */
	double rows;		/* median way of those of at least that depth */
	size_t agree;		/* how many are about as deep, and close */
};

/* The mean of the way down and the way up, m. */
double pl_judge_depth(const struct pl_cand *);

/* How far the trunk leans beyond its lean at both ends, rad; 0 if not known. */
double pl_judge_bow(const struct pl_posture *, const struct pl_cand *);

/* PL_ENOMEM. */
enum pl_err pl_judge_typical(const struct pl_vertical *,
    const struct pl_posture *, const struct pl_cands *, struct pl_typical *)
    PL_MUST;

/* Give every candidate its class and the reason.  PL_ENOMEM. */
enum pl_err pl_judge_all(const struct pl_vertical *, const struct pl_posture *,
    struct pl_cands *) PL_MUST;

#endif
