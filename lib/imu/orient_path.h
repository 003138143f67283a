/*
 * orient_path.h - how a sensor turns between two nodes (inside of orient.c)
 *
 * Attitudes are seen from the frame that the sensor has at the first row of
 * their epoch.
 */
#ifndef PL_IMU_ORIENT_PATH_H
#define PL_IMU_ORIENT_PATH_H

#include <stddef.h>

#include "../base/quat.h"
#include "orient_record.h"

/*
 * Follow the gyroscope through m epochs: epoch k goes from row[k] to
 * row[k + 1] > row[k] with the bias bias[k].  Rows row[0] + 1 .. row[m] of q
 * are the attitudes there, that at row[k + 1] as seen from row[k].  Each epoch
 * is the same to the bit whatever the others are.
 */
void pl_path_follow(double *const q[4], const struct pl_record *,
    const size_t *row, size_t m, const pl_vec *bias);

static inline pl_quat
pl_path_get(double *const q[4], size_t i)
{
	return (pl_quat){ q[0][i], q[1][i], q[2][i], q[3][i] };
}

static inline void
pl_path_put(double *const q[4], size_t i, pl_quat v)
{
	q[0][i] = v.w;
	q[1][i] = v.x;
	q[2][i] = v.y;
	q[3][i] = v.z;
}

#endif
