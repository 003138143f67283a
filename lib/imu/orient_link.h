/*
 * orient_link.h - what an epoch says of its two nodes (inside of orient.c)
 *
 * The rows of attitude and velocity of one epoch, as products of blocks of 3 x
 * 3: these rows are mostly zeros, and this is half of what a step costs.
 */
#ifndef PL_IMU_ORIENT_LINK_H
#define PL_IMU_ORIENT_LINK_H

#include "orient_history.h"

static inline double
square(double x)
{
	return x * x;
}

/* Add epoch k, of group j, to the chain, as it stands with the nodes where
 * they are; near says that they are no longer far from where they will be. */
void pl_history_link(struct pl_history *, size_t k, size_t j, bool near);

/*
 * How much epochs had to turn against the gyroscope, RMS, in units of the walk
 * that was allowed: 0.02 to 0.3 in recordings that are what they say, more
 * where rate and specific force are not of one movement.
 */
double pl_history_misfit(const struct pl_history *);

#endif
