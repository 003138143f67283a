/*
 * poses.h - gain and offset of an accelerometer, from poses of rest
 *
 * Who is still feels g, however turned: so each stretch of rest says that
 * |K (f - b)| = g, one number about the offsets b and the inverse gains K.
 * Six directions that span space tell three of each.  From twelve on K has
 * three cross terms as well, the same on both sides of its diagonal: a turn of
 * all axes together cannot be seen, and none is made.
 *
 * Method.  Least squares over the stretches of still.h, each weighted by how
 * well its mean |f| is known (0.002 m/s^2 at best), together with what is known
 * of sensors beforehand: offsets of 0 +- 0.5 m/s^2, gains of 1 +- 2 %, cross
 * terms of 0 +- 0.5 % (SD; poor sensors, and what data sheets say of axes).
 * With enough poses that does not matter; with few it says how little they
 * tell.  Gauss & Newton from a perfect sensor.  SDs are those of the joint
 * estimate, and more where the residuals scatter by more than they should.
 *
 * Told     is an offset whose SD is below 0.05 m/s^2 (5 mg, 0.3 deg of up), and
 * a gain whose SD is below 0.5 %.  What is not told is left at 0 and 1, and
 * what is told fitted again beside it.
 *
 * Gravity is taken as 9.80665; from place to place it differs by 0.3 %, which
 * goes into all gains alike and turns nothing.
 *
 * Shapes and units as in rest.h.
 *
 * Sources. That the size of gravity is enough: Loetters et al., Procedure for
 * in-use calibration of triaxial accelerometers in medical applications
 * (Sensors & Actuators A 1998); with cross terms: Frosio, Pedersini & Borghese,
 * Autocalibration of MEMS accelerometers (IEEE Trans. Instrum. Meas. 2009).
 * The rest is derived from it.
 */
#ifndef PL_IMU_POSES_H
#define PL_IMU_POSES_H

#include <stdbool.h>
#include <stddef.h>

#include "../base/err.h"

enum { PL_POSES_NEEDED = 6, PL_POSES_CROSS = 12 };	/* directions */

struct pl_poses {
	double offset[3], offset_sd[3];	/* m/s^2, of what the axes read */
	double gain[3], gain_sd[3];	/* of the axes: 1 is right */
	double cross[3];		/* of K: xy, xz, yz */
	bool offset_told[3], gain_told[3];
	size_t directions;	/* 20 deg apart or more */
	bool flat;		/* within 10 deg of a plane */
	double still_s;
	double residual_m_s2;	/* RMS of |K (f - b)| - g, all free */
};

/*
 * From a recording of poses; gyr may be NULL.  PL_ESTATE, with the reason:
 * nowhere still; a gain beyond 10 %; a residual beyond 0.1 m/s^2, which no gain
 * and offset explain.  PL_ENOMEM.
 */
enum pl_err pl_poses_find(const double *const acc[3],
    const double *const gyr[3], size_t n, double rate_hz, struct pl_poses *,
    struct pl_fault *) PL_MUST;

/* What the accelerometer would have read were it right; in place if to is
 * acc. */
void pl_poses_apply(const struct pl_poses *, const double *const acc[3],
    size_t n, double *const to[3]);

#endif
