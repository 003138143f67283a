/*
 * check.h - what a recording is judged by: one table of checks
 *
 * A check is a number that look.h measures, two limits and what to do beyond
 * them.  The table in check.c has a row for each, with the source of its
 * limits; plumb-check(1) says of each when not to trust it.  Filters that warn
 * of the same things take limits and words from here.
 *
 * Verdicts.  Unfit: a filter refuses the recording, or results are wrong and
 * nothing else says so.  Warn: something will be missing, or less certain than
 * it could be.  A number that cannot be told has a verdict of its own.
 *
 * Units.   As the row says: degrees and %, as people read them.
 */
#ifndef PL_IMU_CHECK_H
#define PL_IMU_CHECK_H

#include "look.h"

enum pl_check_id {
	PL_CHECK_RATE, PL_CHECK_GRID, PL_CHECK_TIME_SD, PL_CHECK_LENGTH,
	PL_CHECK_ACC_AXES, PL_CHECK_GYR_AXES,
	PL_CHECK_HOLES, PL_CHECK_HOLE_LONGEST, PL_CHECK_HOLE_SHARE,
	PL_CHECK_FROZEN_LONGEST, PL_CHECK_FROZEN_SHARE,
	PL_CHECK_ACC_CLIPPED, PL_CHECK_GYR_CLIPPED,
	PL_CHECK_ACC_RANGE, PL_CHECK_GYR_RANGE,
	PL_CHECK_ACC_LEVELS, PL_CHECK_GYR_LEVELS,
	PL_CHECK_ACC_STEP, PL_CHECK_GYR_STEP,
	PL_CHECK_ACC_REST, PL_CHECK_ACC_OFF,
	PL_CHECK_GYR_FAST, PL_CHECK_GYR_TURN, PL_CHECK_GYR_ALIKE,
	PL_CHECK_GYR_MISFIT, PL_CHECK_GYR_OFF,
	PL_CHECK_STILL, PL_CHECK_STANDING, PL_CHECK_STANCE,
	PL_CHECK_FLEXION_SHARE, PL_CHECK_FORWARD_SHARE,
	PL_CHECK_ACC_NOISE, PL_CHECK_GYR_NOISE,
	PL_CHECK_GYR_BIAS, PL_CHECK_GYR_DRIFT, PL_CHECK_SLIP,
	PL_CHECK_TEMPERATURE, PL_CHECK_TEMPERATURE_CHANGE,
	PL_CHECK_ALIGN_SD, PL_CHECK_INCL_SD,
	PL_CHECKS
};

enum pl_verdict { PL_FIT, PL_WARN, PL_UNFIT, PL_VERDICTS };

/* "ok", "warn", "unfit". */
const char *pl_verdict_word(enum pl_verdict);

/* How a limit is meant: at least, at most, in size, as a ratio or its inverse;
 * or none is. */
enum pl_side { PL_NO_LIMIT, PL_LEAST, PL_MOST, PL_SIZE, PL_RATIO };

/* What a check is about: the stream, a sensor (one with all axes of acc; of
 * both), or each axis of acc or gyr. */
enum pl_scope { PL_OF_STREAM, PL_OF_SENSOR, PL_OF_WHOLE_ACC, PL_OF_BOTH,
	PL_OF_ACC, PL_OF_GYR };

/* Always; on the trunk alone; there, but not warned of where align_sd_deg says
 * that somebody stood, or that up is known; only where there is a number; always,
 * but where there is nothing unfit only in the first sensor, or in that on the
 * trunk. */
enum pl_when { PL_ALWAYS, PL_ON_TRUNK, PL_UNLESS_STOOD, PL_UNLESS_UP,
	PL_IF_THERE, PL_BY_FIRST, PL_BY_TRUNK };

struct pl_check {
	const char *name;	/* of an axis: what follows "acc_x_" */
	const char *unit;
	double si;		/* one of it, in SI */
	int decimals;
	enum pl_scope scope;
	size_t value, at;	/* where they are in a look; of an axis, where
				 * those of x are, and */
	size_t stride;		/* how far it is to the next */
	enum pl_side side;
	double warn, unfit;	/* missing: no such limit */
	enum pl_quality_bad gate;	/* of quality.h: what it refuses, and
					 * that alone, is unfit; what else is
					 * past a limit is warned of */
	enum pl_when when;
	const char *why;	/* what it means, and what to do */
	const char *record;	/* what to record where it cannot be told */
	enum pl_verdict untold;	/* and what that is worth */
};

const struct pl_check *pl_check_row(enum pl_check_id);

#endif
