/*
 * quality.h - can these numbers be an accelerometer and a gyroscope at all?
 *
 * Most failures of import are a wrong unit, a wrong column or gravity taken
 * out, and all of them look like data.  The gate knows physics, not files:
 *
 *	Who is still feels 9.81 m/s^2.  The quietest tenth of half-second
 *	windows decides, so that no unit is needed to know what is quiet.
 *	Within 0.5 it is right, within 2 it is a poor sensor, beyond it is none.
 *
 *	Gravity turns in the sensor as the sensor turns.  Over windows of half
 *	a second with |acc| near g at both ends, those that turn most, the way
 *	that the direction of gravity goes is compared with the way on which
 *	the gyroscope carries it: real recordings turn 0.3 to 3 times as much
 *	as gravity seems to (forces of movement tilt it too), degrees for
 *	radians 57 times more or less, a mirrored axis the other way.  Forces
 *	that hide turns make the ratio small and leave the regression of the
 *	first on the second: where it says that gravity turns about 57 times as
 *	far, and surely more than 4 times, the gyroscope is in rad/s.
 *
 * Shapes.  acc and gyr are three columns of n rows, m/s^2 and rad/s; missing
 * rows are left out.  What is too short or too still to tell passes.
 */
#ifndef PL_IMU_QUALITY_H
#define PL_IMU_QUALITY_H

#include <stdbool.h>
#include <stddef.h>

#include "../base/err.h"

/* How the gyroscope turns beside gravity, if its numbers are of one unit. */
struct pl_turning {
	double ratio;		/* its turning over gravity's */
	double alike;		/* their correlation; 0: one does not turn */
	double carried;		/* its turning in a window, rms, rad */
	double slope, slope_se;	/* gravity's way on its, and standard error:
				 * forces of movement bias the ratio, not this */
};

#define PL_QUALITY_POOR 0.5	/* m/s^2 at rest off g, from which it is said */
#define PL_QUALITY_UNFIT 2.0	/* the same, from which it is refused */
#define PL_QUALITY_FAST 35.0	/* rad/s over a window: 5.5 turns a second */
#define PL_QUALITY_ODD 8.0	/* times more or less turning than gravity's */
#define PL_QUALITY_SLOPE 4.0	/* times as far as gravity, or as its: a unit
				 * that is right keeps within; real squats
				 * have 0.5 to 1.2 */
#define PL_QUALITY_SURE 2.5	/* standard errors */
#define PL_QUALITY_MIRRORED (-0.6)	/* correlation of the turning of both */

enum pl_quality_bad { PL_QUALITY_FIT, PL_QUALITY_ACC, PL_QUALITY_SPEED,
	PL_QUALITY_UNIT, PL_QUALITY_AXES };

struct pl_quality {
	enum pl_quality_bad bad;	/* what it was refused for */
	bool far_off;		/* it is no unit, but offset or gain: poses.h
				 * can put it right */
	double rest_m_s2;	/* |acc| when quiet; NaN: cannot be told */
	double loud_m_s2;	/* and when it varies most */
	double gyr_rest;	/* |gyr| when |acc| is quiet */
	double gyr_fast;	/* and in the fastest hundredth of windows; NaN:
				 * cannot be told */
	size_t windows;		/* that told the turning; 0: cannot be told */
	struct pl_turning rad, deg;	/* with gyr in rad/s, in deg/s */
};

/* Measure all that, and judge nothing.  PL_ENOMEM. */
enum pl_err pl_quality_measure(const double *const acc[3],
    const double *const gyr[3], size_t n, double rate_hz,
    struct pl_quality *) PL_MUST;

/*
 * Judge one sensor; gyr may be NULL.  PL_ESTATE if it cannot be what it is
 * said to be: the fault names "acc" or "gyr", the value, and what to do.
 * PL_ENOMEM.  q is filled in either case.
 */
enum pl_err pl_quality_check(const double *const acc[3],
    const double *const gyr[3], size_t n, double rate_hz,
    struct pl_quality *q, struct pl_fault *) PL_MUST;

#endif
