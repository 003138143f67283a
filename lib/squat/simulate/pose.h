/*
 * pose.h - where a simulated trunk is, and what a sensor on it feels
 *
 * Frames.  Earth: x the way the lifter faces at the start, y left, z up.
 * Trunk (ISB): X forward, Y up, Z right.  From earth to trunk: twist about z
 * (left +), then roll about the horizontal forward axis (right +), then lean
 * about the trunk's own lateral axis (forward +), so that with up = the earth's
 * z seen from the trunk
 *
 *	lean = atan2(-up_X, up_Y)	roll = atan2(-up_Z, |(up_X, up_Y)|)
 *
 * A script may have up elsewhere than along z.  Then all this is in a frame of
 * the movement (_m) in which the wearer seems to stand, and that frame is
 * turned to the earth by the shortest rotation that makes its up upright: who
 * lies on the right side has up to the left, and turns as if standing.
 *
 * Geometry.  The trunk is rigid.  The script moves the hip in height and the
 * bar over the ground; everything else follows by the lengths of the body:
 *
 *	sensor_xy = bar_xy + (R (sensor - bar))_xy
 *	sensor_z  = hip_z  + (R (sensor - hip))_z
 *
 * so a bar that stays above the foot sends the hips back as the trunk leans.
 * Without a bar the centre of the shoulders takes its place.  Rates and
 * accelerations are those of a rigid body, exact at every instant.
 *
 * Sources. Hip and shoulders on the trunk: as body.h, from the same model.
 */
#ifndef PL_SQUAT_POSE_H
#define PL_SQUAT_POSE_H

#include "../../base/quat.h"
#include "script.h"

struct pl_pose {
	double lean, roll, twist;	/* rad; lean from the vertical */
	double main, main_rate;		/* the script's main angle, from the
					 * stance: rad, rad/s */
	pl_quat q_em;			/* from the movement's frame to earth */
	pl_vec fwd_e, up_e, right_e;	/* the trunk's axes, in the earth */
	pl_vec pos_e, vel_e, acc_e;	/* of the sensor: m, m/s, m/s^2 */
	double bar_m, bar_vel_m_s;	/* of the bar, upwards */
	pl_vec force_t;			/* specific force at the sensor */
	pl_vec rate_t, turn_t;		/* rad/s, and its derivative */
};

/* Heights count from the sensor's in the stance without sway. */
void pl_pose_at(const struct pl_script *, const struct pl_body *, double t_s,
    struct pl_pose *);

/* Takes the trunk's axes to the earth's.  Neighbours in time have one sign. */
pl_quat pl_pose_attitude(const struct pl_pose *);

#endif
