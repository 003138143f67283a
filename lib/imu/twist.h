/*
 * twist.h - how far a sensor has turned about one axis of its own
 *
 * A drill for mobility is a turn about one axis and back.  The axis is the
 * first principal axis of the angular rate, as differences of the attitude
 * have it: fast turning counts most, and the gyroscope's bias is out of it.
 *
 * The angle is how far it has turned about that axis since a zero attitude, in
 * the sensor's frame.  Where the axis is less than 60 deg from level it is that
 * of up about it: heading, which nobody observes and which drifts, has no part
 * in it.  Where it is steeper up hardly moves, and the angle is the twist of the
 * whole rotation about the axis: what is left of it when a turn about an axis
 * across has been taken off.  It goes on beyond half a turn.
 *
 * Who says it.  The attitude leans on gravity, and the zero of the
 * accelerometer (20 mg are 1.1 deg) moves up by as much in one pose as in the
 * other way in another: over a turn of 50 deg a range is off by 1 deg.  The
 * gyroscope is good to 0.5 % of it, but for a drift.  So the gyroscope carries
 * the angle from row to row, and what it runs away by is seen against the
 * attitude: a line whose slope walks slowly.  About a steep axis the attitude is
 * that of the gyroscope, less the bias that rest shows, and so is the angle.
 *
 * Shapes.  q is four columns (w x y z, sensor to earth), gyr three, of n rows.
 * Missing rows of q have no angle and are stepped over by the shortest turn
 * (half a turn is lost in them); missing ones of gyr are bridged by q.
 *
 * Units.   rad, rad/s.
 *
 * Sources. Principal axis of a functional movement: Kong et al. 2016.  Swing
 * and twist: Huyghe, Design and implementation of a mobile sensor system
 * (2011).
 */
#ifndef PL_IMU_TWIST_H
#define PL_IMU_TWIST_H

#include <stddef.h>

#include "../base/err.h"
#include "../base/quat.h"

#define PL_TWIST_STEEP_RAD (60 * PL_DEG)

struct pl_twist {
	const double *q[4];
	const double *gyr[3];	/* or NULL: the attitude alone carries it */
	size_t n;
	double rate_hz;
	/* found */
	pl_vec axis_s;		/* unit */
	double share;		/* of the squares of the rate: 1/3-1 */
};

/* Find the axis from rows from..to-1.  PL_ESTATE if nothing turns in them. */
enum pl_err pl_twist_axis(struct pl_twist *, size_t from, size_t to) PL_MUST;

/* The share of the squares of the rate in these rows that is about it; missing
 * if nothing turns. */
double pl_twist_share(const struct pl_twist *, size_t from, size_t to);

/* The mean attitude of rows that differ little; PL_ESTATE if there is none. */
enum pl_err pl_twist_pose(const struct pl_twist *, size_t from, size_t to,
    pl_quat *) PL_MUST;

/* How far the axis is from level in that attitude, 0..pi/2. */
double pl_twist_tilt(const struct pl_twist *, pl_quat pose);

/* The angle of each row from that attitude, right-handed about the axis.
 * PL_ENOMEM. */
enum pl_err pl_twist_angle(const struct pl_twist *, pl_quat zero,
    double *angle) PL_MUST;

#endif
