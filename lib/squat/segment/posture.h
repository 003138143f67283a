/*
 * posture.h - how the trunk stands and turns, as columns
 */
#ifndef PL_SQUAT_POSTURE_H
#define PL_SQUAT_POSTURE_H

#include <stddef.h>

/* What is known of the sensor's motion, columns of n rows. */
struct pl_posture {
	size_t n;
	double rate_hz;
	const double *tilt;	/* from upright, 0..pi; NULL: not a trunk */
	const double *lean;	/* forward +, or tilt; NULL as tilt is */
	const double *lean_rate; /* rad/s, forward +; or NULL */
};

#endif
