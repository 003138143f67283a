/*
 * atrest.h - what the instants at rest tell of a sensor and of its mounting
 *
 * Shapes and units as in rest.h; rest is the flags that pl_rest_find set.
 *
 * Ends.    The first and the last stretch of the record that hold 3 s of rest
 * each, or half of what rest there is.  In each, the bias of the gyroscope is
 * its mean at rest, and up is what pl_calibrate_upright says, so that neither a
 * pause at the bottom nor a squat passes for standing.
 *
 * Slip.    The wearer who stands before and after leans alike but for 4 to 5
 * deg after a heavy set (two real squats).  A strap that slipped, another
 * posture, or a sensor that is not worn at one end, turns up by more.
 *
 * Turning. Where a gyroscope is off by more than rest allows nothing is at rest
 * by it.  If it is by the accelerometer alone, for 1 s or longer, and the
 * median rate there is so large, that is the bias, and no rest.
 */
#ifndef PL_IMU_ATREST_H
#define PL_IMU_ATREST_H

#include <stddef.h>

#include "../base/err.h"

#define PL_ATREST_SLIP_DEG 10.0	/* more than standing differs by */
#define PL_ATREST_START_S 10.0	/* a rest that begins before is at the start */

struct pl_atrest {
	double rest_s;		/* in all */
	double longest_s, longest_at_s;	/* the longest; at_s missing if none */
	double start_s, start_at_s;	/* the longest at the start */
	double bias[3];		/* rad/s, or missing */
	double drift;		/* from end to end, rad/s, or missing */
	double slip;		/* rad, or missing */
};

/* gyr may be NULL.  Times are row numbers over the rate.  PL_ENOMEM. */
enum pl_err pl_atrest_find(const double *const acc[3],
    const double *const gyr[3], const unsigned char *rest, size_t n,
    double rate_hz, struct pl_atrest *) PL_MUST;

#endif
