/*
 * impair.h - what is wrong with a sensor of some grade, drawn from a seed
 *
 * From true values to those of a recording, in this order: the sample's instant
 * (clock, jitter), then for each axis gain, bias, noise, range and bits.  What
 * a grade states is in grade.h.
 *
 * Time.    The sensor's clock is off by a share drawn from the seed: what lasts
 * a second lasts clock seconds in the recording.  Samples are stamped evenly
 * by that clock; each was taken its jitter beside the stamp, never before the
 * one that precedes it.  A grade with packets jitters a whole packet at a time.
 *
 * Axes.    acc x, y, z in m/s^2, then gyr x, y, z in rad/s.  A range without
 * bits clips and does not round; bits without a range do nothing.
 */
#ifndef PL_SQUAT_IMPAIR_H
#define PL_SQUAT_IMPAIR_H

#include <stddef.h>
#include <stdint.h>

#include "../../base/random.h"
#include "grade.h"

struct pl_impair {
	const struct pl_grade *grade;
	double rate_hz, clock;
	double gain[6], bias[6];	/* the bias as it is now: it walks */
	double noise[6], step[6], full[6];
	double walk;			/* rad/s per sample */
	struct pl_random noise_r, time_r;
	double last_s, late_s, packet_end_s;
};

/* unit, 0 and up, tells apart sensors of one seed. */
void pl_impair_init(struct pl_impair *, const struct pl_grade *,
    double rate_hz, uint64_t seed, unsigned unit);

/* True time of sample i; to be asked in order, from 0. */
double pl_impair_instant(struct pl_impair *, size_t i);

/* The next sample, in place. */
void pl_impair_sample(struct pl_impair *, double x[6]);

#endif
