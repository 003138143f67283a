/*
 * hips.h - how the hips go up and down under a sensor on the trunk
 *
 * The hips are one end of an arm that turns with the trunk and the sensor the
 * other:
 *
 *	height of the hips = height of the sensor - arm . u
 *
 * where u is the direction of up in the sensor's frame, here by its components
 * along the stance, the way in which the trunk leans most, and across these.
 * What moves under a sensor that is not on a trunk is taken to be the sensor.
 *
 * Units.   m, m/s, 1/s.  Errors.  PL_ENOMEM.
 */
#ifndef PL_SQUAT_HIPS_H
#define PL_SQUAT_HIPS_H

#include "vertical.h"

struct pl_hips {
	size_t n;
	double rate_hz;
	const double *sensor_vel, *sensor_height;
	double *up[3], *turn[3];	/* u and its rate; NULL: no trunk */
	double *vel, *smooth, *height;	/* of the hips; below 4 Hz; height */
	double *sensor_smooth;
};

enum pl_err pl_hips_init(struct pl_hips *, const struct pl_vertical *,
    int trunk) PL_MUST;
void pl_hips_free(struct pl_hips *);

/* Take off what the lean does at the end of this arm. */
enum pl_err pl_hips_move(struct pl_hips *, const double arm_m[3]) PL_MUST;

#endif
