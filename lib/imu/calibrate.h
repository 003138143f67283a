/*
 * calibrate.h - what a recording tells about its own sensor when it is quiet
 *
 * Shapes and units as in rest.h: columns of n samples, m/s^2 and rad/s.
 */
#ifndef PL_IMU_CALIBRATE_H
#define PL_IMU_CALIBRATE_H

#include <stddef.h>

#include "../base/err.h"
#include "../base/vec.h"

/*
 * Bias of a gyroscope: its mean over the rows at rest.  PL_ESTATE, and no
 * change, below 1 s of rest: a person who stands sways by a degree, and that
 * is no longer small against the bias itself.
 */
enum pl_err pl_calibrate_bias(const double *const gyr[3],
    const unsigned char *rest, size_t n, double rate_hz, double bias[3])
    PL_MUST;

struct pl_upright {
	pl_vec up;	/* unit vector, in the frame of acc */
	double quiet_s;	/* how long the wearer stood as quietly as people can */
	double sd_rad;	/* scatter of the stances about it */
};

#define PL_UPRIGHT_QUIET_S 0.5	/* less is no stance */

/*
 * The direction of up while the wearer stands: the geometric median of the
 * direction of the specific force over windows of 0.5 s, each weighted by how
 * quiet it is.  So that it is a standing and not a pause at the bottom, nor
 * lying between sets:
 *  - a stretch of rest counts for 2 s at most, however long;
 *  - a pause that pushes lead into and out of (|f| above its usual size
 *    within 1.5 s) is a bottom, one amid drops (below) a top.
 * gyr may be NULL.  PL_ESTATE if no window has all its samples; PL_ENOMEM.
 *
 * Source.  Weiszfeld's iteration (1937) for the geometric median; the weights
 * are ours, from real squats with a known stance.
 */
enum pl_err pl_calibrate_upright(const double *const acc[3],
    const double *const gyr[3], size_t n, double rate_hz,
    struct pl_upright *) PL_MUST;

#endif
