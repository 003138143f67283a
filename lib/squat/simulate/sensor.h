/*
 * sensor.h - what a sensor of some grade makes of a movement
 *
 * From true motion of the trunk to six numbers per sample, in this order:
 * the sample's instant (impair.h), wobble of soft tissue, slack of the strap,
 * mounting, and the errors of each axis (impair.h).
 *
 * Frames.  The sensor sits on the trunk in a rotation drawn from the seed, all
 * being alike.  Slack turns it about a drawn axis, in proportion to the lean
 * (or what else the script calls its main angle), by the grade's angle at the
 * greatest; the gyroscope sees that turn.  A script in which the strap gives
 * turns it about another, and it stays so.
 */
#ifndef PL_SQUAT_SENSOR_H
#define PL_SQUAT_SENSOR_H

#include "../../base/quat.h"
#include "impair.h"
#include "pose.h"

struct pl_sensor {
	struct pl_impair impair;
	pl_quat mount_st;		/* takes the trunk's axes to ours */
	pl_vec slack_t, slip_t;		/* their axes */
};

void pl_sensor_init(struct pl_sensor *, const struct pl_session *);

/* Another on the same wearer, number unit, from 1: put on the same way, give or
 * take 10 deg (SD of each axis), with errors of its own. */
void pl_sensor_beside(struct pl_sensor *, const struct pl_session *,
    unsigned unit);

/* What it feels at t_s in this pose, along its own axes: m/s^2 and rad/s. */
void pl_sensor_feel(const struct pl_sensor *, const struct pl_script *,
    double t_s, const struct pl_pose *, double out[6]);

/* The next sample, of what it felt. */
void pl_sensor_read(struct pl_sensor *, const double felt[6], double out[6]);

/* How it is turned then, slack included: takes its axes to the earth's. */
pl_quat pl_sensor_attitude(const struct pl_sensor *, const struct pl_script *,
    double t_s, const struct pl_pose *);

#endif
