/*
 * cycle_pose.h - the still pose of a drill, and which ends are far from it
 * (inside of cycle.c)
 */
#ifndef PL_SQUAT_CYCLE_POSE_H
#define PL_SQUAT_CYCLE_POSE_H

#include "cycle.h"
#include "leg.h"

struct pl_cycle_work {
	const double *x;
	const unsigned char *rest;
	size_t n;
	double rate_hz;
	struct pl_legs legs;
	int far;		/* 0 or 1: the first turn that is a far end */
	struct pl_cycles found;
};

/* The mean angle of rows; missing if there is none. */
double pl_cycle_level(const struct pl_cycle_work *, const struct pl_span *);

/* Find the pose, the way out, and which ends are far: those away from the pose.
 * Where neither are at it, those to which the first leg leads from it; or else
 * not those from which the last leads to it. */
void pl_cycle_choose(struct pl_cycle_work *);

/* Is turn k no far end but the pose, to which the last leg returns from the
 * last end, or from which the first one leads to a near one? */
bool pl_cycle_returns(const struct pl_cycle_work *, size_t k);

#endif
