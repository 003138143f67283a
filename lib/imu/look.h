/*
 * look.h - all that is measured of one sensor in a stream
 *
 * Measures only; what is good enough is check.h's to say.  What cannot be told
 * is missing, and nothing is an error but want of memory: a stream that no
 * other filter would take must have its findings.
 *
 * Shapes.  Six axes, acc x, y, z and gyr x, y, z, or those of the trunk where
 * the stream has no others.  Turned axes mix what is flat with what is not and
 * have no steps: no clipping and no steps are told of them.
 *
 * Units.   SI; shares from 0 to 1; a density is per sqrt(Hz).
 */
#ifndef PL_IMU_LOOK_H
#define PL_IMU_LOOK_H

#include <stdbool.h>

#include "clock.h"
#include "device.h"
#include "gaps.h"
#include "quality.h"
#include "atrest.h"
#include "warmth.h"

struct pl_clipped {
	double share;		/* of the values that are there, or missing */
	double at_s;		/* when its worst second begins, or missing */
	double limit;		/* which it stood at, or missing */
};

struct pl_look {
	struct pl_clock clock;
	const struct pl_device *device;	/* NULL: a look at the clock alone */
	bool trunk;			/* worn there: as the caller says */
	bool acc, gyr;			/* all three axes */
	double axes[2];			/* how many of acc and of gyr */
	struct pl_gaps holes;
	struct pl_gaps frozen;		/* not told of coarse steps: gaps.h */
	struct pl_clipped clip[6];
	double range[2];		/* furthest limit of acc and of gyr */
	double levels[6], step[6], noise[6];	/* noise.h */
	struct pl_atrest still;
	double quiet_s;			/* of stance: calibrate.h */
	double flexion, forward;	/* shares of align.h, on the trunk */
	struct pl_quality quality;
	double off;			/* |acc| at rest less g */
	double ratio, alike;		/* of quality, or missing */
	struct pl_fault fault;		/* why quality refused it */
	double misfit, bias;		/* rad/s: as plumb-orient finds them */
	struct pl_warmth warmth;
	double align_sd_deg, incl_sd_deg;	/* means of these columns */
	double nothing;			/* missing, always */
};

/* A look at the clock alone. */
void pl_look_clock(const struct pl_clock *, struct pl_look *);

/* A sensor of a table, worn on the trunk or not; device must outlive the look.
 * PL_ENOMEM. */
enum pl_err pl_look_sensor(const struct pl_table *, const struct pl_device *,
    const struct pl_clock *, bool trunk, struct pl_look *) PL_MUST;

#endif
