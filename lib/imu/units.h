/*
 * units.h - the unit of a sensor whose header does not say it
 *
 *	Who is still feels gravity, and nobody's sensor is off by a quarter: the
 *	quietest windows (quality.h) read 1 in g and 9.81 in m/s^2.  Powers of
 *	two from 256 on, within 9 %, are counts; what reads as much in several
 *	units (mg, cm/s^2, 1024 counts) is asked for.
 *
 *	Gravity turns in the sensor as far as a gyroscope in rad/s does, within
 *	a factor of 4 (0.5 to 1.2 in real squats), and 57 times less than the
 *	numbers of one in deg/s say.  The slope must differ from none by 2.5
 *	standard errors: who is too still cannot tell.
 *
 * Shapes.  acc and gyr are three columns of n rows; missing rows are left out.
 *
 * Errors.  PL_ESTATE: it cannot be told, or is counts; the fault names "acc" or
 * "gyr", the value, and what to do.  PL_ENOMEM.
 */
#ifndef PL_IMU_UNITS_H
#define PL_IMU_UNITS_H

#include <stddef.h>

#include "../base/err.h"

struct pl_units {
	const char *suffix;	/* of unit.h: "_g" */
	double factor;		/* to SI */
	double seen;		/* at rest; gravity's turning over its */
};

enum pl_err pl_units_acc(const double *const acc[3], size_t n, double rate_hz,
    struct pl_units *, struct pl_fault *) PL_MUST;

/* acc is in m/s^2. */
enum pl_err pl_units_gyr(const double *const acc[3],
    const double *const gyr[3], size_t n, double rate_hz, struct pl_units *,
    struct pl_fault *) PL_MUST;

#endif
