/*
 * leg.h - legs of an angle between its turning points, and their times (inside
 * of cycle.c); see cycle.h
 */
#ifndef PL_SQUAT_LEG_H
#define PL_SQUAT_LEG_H

#include <stddef.h>

#include "../../base/err.h"

struct pl_legs {
	size_t *turn, n;	/* rows; leg i leads from turn i to i + 1 */
	double size;		/* half of all turning is in legs of at least */
};

/* Legs of x; none (n is 0) if the size is below least, rad.  The first and the
 * last one are if they have half of a turn, for a drill to two sides begins and
 * ends in the middle.  PL_ENOMEM. */
enum pl_err pl_leg_find(const double *x, size_t n, double least,
    struct pl_legs *) PL_MUST;
void pl_leg_free(struct pl_legs *);

/* When the leg from row a to row b leaves and arrives, in rows; it may be
 * before a or after b where an edge cuts it. */
void pl_leg_times(const double *x, size_t a, size_t b, double *leaves,
    double *arrives);

#endif
