/*
 * sync_turning.h - the turning of a body, as two sensors can be compared by it
 *
 * From a gyroscope in whatever axes: its bias taken out (the mean at rest, of
 * which rest.h needs the accelerometer; else the mean of all, for a body that
 * comes back has turned by nothing), low-passed to what a trunk or a thigh
 * does, and laid on rows of 0.02 s by the sensor's own clock.  Both passes are
 * without delay.
 */
#ifndef PL_IMU_SYNC_TURNING_H
#define PL_IMU_SYNC_TURNING_H

#include <stddef.h>

#include "../base/err.h"

#define PL_TURNING_HZ 50.0	/* rows a second */

/* A recording: columns of n rows, on an even grid. */
struct pl_sync_side {
	const double *acc[3];	/* m/s^2; NULL where there are none */
	const double *gyr[3];	/* rad/s */
	size_t n;
	double rate_hz, from_s;	/* of its clock; of the first row */
};

struct pl_turning {
	double *w[3], *speed;	/* rad/s, and their size; missing in holes */
	size_t n;
	double from_s;		/* of the first row */
};

/* Up to pass_hz, below half the rate (PL_ERANGE).  PL_ENOMEM. */
enum pl_err pl_turning_make(struct pl_turning *, const struct pl_sync_side *,
    double pass_hz) PL_MUST;

/* Also after an error. */
void pl_turning_free(struct pl_turning *);

/* Mean square of the speed over the rows from..to-1, (rad/s)^2; 0 where there
 * are none. */
double pl_turning_square(const struct pl_turning *, size_t from, size_t to);

#endif
