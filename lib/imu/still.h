/*
 * still.h - the poses in which a sensor is still, whatever it reads there
 *
 * As rest.h, but that the size of the force need not be alike: from pose to
 * pose an accelerometer that is off differs by more than rest may.  Still is a
 * window of 0.5 s in which the force varies by less than 0.25 m/s^2 and the
 * rate by less than 1.5 deg/s (SD), and the rate lies within 1.5 deg/s of the
 * median of such windows.  A stretch is 1 s of them or more, of which 0.25 s at
 * either end do not count.
 *
 * Shapes and units as in rest.h; gyr may be NULL, and then the force alone
 * tells.
 */
#ifndef PL_IMU_STILL_H
#define PL_IMU_STILL_H

#include <stddef.h>

#include "../base/err.h"
#include "../base/vec.h"

struct pl_still {
	pl_vec f;	/* mean force, m/s^2 */
	double sd;	/* of its size, by the scatter of means over 0.25 s */
	double s;	/* how long it counts */
};

/* The stretches, *count of them, the caller's to free.  A recording that has
 * none has 0 and NULL.  PL_ENOMEM. */
enum pl_err pl_still_find(const double *const acc[3],
    const double *const gyr[3], size_t n, double rate_hz, struct pl_still **,
    size_t *count) PL_MUST;

#endif
