/*
 * trust.h - how sure a label is
 *
 * A recording tells how good it is by itself: repetitions of one lifter are
 * about as deep as each other, and each ends as high as it began even where
 * nobody has said that it must.  So the confidence of every candidate falls
 * with two figures of its recording,
 *
 *	closure	RMS, over what counts, of the closure (detail.h) as a share
 *		of the depth
 *	scatter	median distance of their depths from the median, as a share
 *
 * and that of a repetition with its own distance from the threshold between
 * partial and work, 0.70 of the median depth:
 *
 *	log odds = a + b ln(closure + 0.02) + c ln(scatter + 0.02)
 *	    + d tanh(distance / 0.1)
 *
 * Nobody sinks by more than 1.4 m: hips go down by 0.9, and a sensor at the neck
 * 0.5 m above them by a little more as the trunk leans.  Where the median depth
 * is more, closure and scatter are taken for 1.
 *
 * A recording in which nothing counts is taken for a middling one, with 0.1
 * and 0.1.
 *
 * Source.  a to d are logistic regressions, one for each class, on what was
 * right in 250 random sessions: scenarios at random, grade consumer, even seeds
 * from 502 to 600, as they are and degraded to each level of plumb-stress.
 * scripts/accuracy sessions shows how well they fit others.
 */
#ifndef PL_SQUAT_TRUST_H
#define PL_SQUAT_TRUST_H

#include "cand.h"

#define PL_TRUST_DEEPEST_M 1.4

/* Set the confidence of all.  Their closure is known.  PL_ENOMEM. */
enum pl_err pl_trust_all(struct pl_cands *) PL_MUST;

#endif
