/*
 * sensor.h - what a sensor of some grade makes of a movement
 *
 * From true motion of the trunk to six numbers per sample, in this order:
 * the sample's instant (clock, jitter), wobble of soft tissue, slack of the
 * strap, mounting, gain and bias of each axis, noise, range and bits.
 *
 * Time.    The sensor's clock is off by a share drawn from the seed: what lasts
 * a second lasts clock seconds in the recording.  Samples are stamped evenly
 * by that clock; each was taken its jitter beside the stamp, never before the
 * one that precedes it.  A grade with packets jitters a whole packet at a time.
 *
 * Frames.  The sensor sits on the trunk in a rotation drawn from the seed, all
 * being alike.  Slack turns it about a drawn axis, in proportion to the lean,
 * by the grade's angle at the greatest lean; the gyroscope sees that turn.  A
 * script in which the strap gives turns it about another, and it stays so.
 */
#ifndef PL_SQUAT_SENSOR_H
#define PL_SQUAT_SENSOR_H

#include "../base/quat.h"
#include "../base/random.h"
#include "pose.h"

struct pl_sensor {
	const struct pl_grade *grade;
	double rate_hz, clock;
	pl_quat mount_st;		/* takes the trunk's axes to ours */
	pl_vec slack_t, slip_t;		/* their axes */
	double gain[6], bias[6];	/* acc x, y, z, gyr x, y, z; SI */
	double noise[6], step[6], full[6];
	double walk;			/* rad/s per sample */
	struct pl_random noise_r, time_r;
	double last_s, late_s, packet_end_s;
};

void pl_sensor_init(struct pl_sensor *, const struct pl_session *);

/* True time of sample i; to be asked in order, from 0. */
double pl_sensor_instant(struct pl_sensor *, size_t i);

/* The next sample, taken at t_s in this pose: m/s^2 and rad/s. */
void pl_sensor_read(struct pl_sensor *, const struct pl_script *, double t_s,
    const struct pl_pose *, double out[6]);

/* How it is turned then, slack included: takes its axes to the earth's. */
pl_quat pl_sensor_attitude(const struct pl_sensor *, const struct pl_script *,
    double t_s, const struct pl_pose *);

#endif
