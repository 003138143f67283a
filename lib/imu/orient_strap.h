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
#include "orient_record.h"

/*
 * turn and push are sums over all rows, by the trapezoid rule.  lever and bend
 * say how they change with the bias b that is taken off the gyroscope:
 *	turn(b + d) = exp(-lever d) turn(b), push(b + d) = push(b) + bend d
 * They are sums over steps of 1/40 s or a row, right to 1e-3 of their largest
 * entry at 2 rad/s, 5e-2 where an epoch has but three rows: a d of 1e-3 rad/s
 * may be had without summing up anew, to 1e-6 rad and 1e-6 m/s (1e-5).
 */
struct pl_strap {
	pl_quat turn;		/* frame at z to frame at a */
	pl_vec push;		/* integral of the specific force, m/s */
	double lever[9];	/* integral of the rotation to a, s, by rows */
	double bend[9];		/* of push by bias, m/s per rad/s, by rows */
};

/*
 * Sum up m epochs: epoch k goes from row[k] to row[k + 1] > row[k] with the
 * bias bias[k].  Each is the same to the bit whatever the others are.  Rows
 * row[0] + 1 .. row[m] of q are left with the attitude there as seen from the
 * beginning of the epoch, for pl_strap_unroll.
 */
void pl_strap_sums(struct pl_strap *, const struct pl_record *,
    const size_t *row, size_t m, const pl_vec *bias, double *const q[4]);

/*
 * Rows a..z of q from the attitudes at both ends: those that pl_strap_sums left
 * in a+1..z, turned by that at a; what is missing to reach that at z is spread
 * evenly.  Returns the attitude at z, with the sign that goes on from at_a's.
 */
pl_quat pl_strap_unroll(double *const q[4], size_t a, size_t z, pl_quat at_a,
    pl_quat at_z);

/* The rotation vector, in the outer frame, that takes p to q. */
pl_vec pl_strap_between(pl_quat p, pl_quat q);

#endif
