/*
 * orient_strap.h - samples between two nodes, summed up (inside of orient.c)
 *
 * Pre-integration of the stretch from row a to row z: everything that least
 * squares wants to know of it, in the frame that the sensor has at a, so that
 * it stays true while the attitude of a is being found.
 */
#ifndef PL_IMU_ORIENT_STRAP_H
#define PL_IMU_ORIENT_STRAP_H

#include <stddef.h>

#include "../base/quat.h"

struct pl_strap {
	pl_quat turn;		/* frame at z to frame at a */
	pl_vec push;		/* integral of the specific force, m/s */
	double lever[9];	/* integral of the rotation to a, s, by rows */
};

/* All n samples have values; the trapezoid rule over rows a..z, z > a. */
void pl_strap_sum(struct pl_strap *, const double *const acc[3],
    const double *const gyr[3], size_t a, size_t z, double dt, pl_vec bias);

/* Rows a+1..z of q, from the attitude at a; what is missing to reach that at
 * z is spread evenly. */
void pl_strap_unroll(double *const q[4], const double *const gyr[3], size_t a,
    size_t z, double dt, pl_vec bias, pl_quat at_a, pl_quat at_z);

/* The rotation vector, in the outer frame, that takes p to q. */
pl_vec pl_strap_between(pl_quat p, pl_quat q);

#endif
