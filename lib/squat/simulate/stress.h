/*
 * stress.h - what a worse sensor would have made of a recording
 *
 * Takes a sample stream for the truth and records it again: the sample's
 * instant, a slip of the strap, the errors of each axis (impair.h), samples
 * that were lost.  What is drawn comes from the seed; sensors of one stream
 * share clock, jitter and losses, and err apart.
 *
 * Sensors. Those of imu/device.h.
 *
 * Time.    The grid stays even, at its rate; between rows a signal is what
 * pl_resample_at says.  A clock that is off makes the recording longer or
 * shorter.
 *
 * Losses.  Stretches that come and last at random (both exponential).  What
 * plumb-read bridges (resample.h) is bridged by a straight line, what is longer
 * is missing in the sensors' columns.
 *
 * Slip.    Within PL_STRESS_SLIP_S the sensor turns by an angle about a drawn
 * axis, and stays: its gyroscope sees that turn, its accelerometer only the
 * other directions.
 *
 * Errors.  As pl_table_rate.  PL_ECOLUMN: no sensor, or one with an axis
 * missing.  PL_ERANGE: too many rows.  PL_ENOMEM.
 */
#ifndef PL_SQUAT_STRESS_H
#define PL_SQUAT_STRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "../../base/table.h"
#include "grade.h"

#define PL_STRESS_SLIP_S 0.2
#define PL_STRESS_HOLE_S 0.1	/* mean, where only the share lost is given */
#define PL_STRESS_ROWS_HI 4e7

struct pl_stress {
	struct pl_grade grade;	/* of the sensor; its wearer is not ours */
	double lost;		/* share of time */
	double hole_s;		/* mean length of a loss; 0: PL_STRESS_HOLE_S */
	double slip_deg;
	double slip_at_s;	/* 0: drawn from the middle half */
};

/* One thing that can be wrong, by name. */
struct pl_stress_key {
	const char *name, *unit, *what;
	double hi;		/* values lie from 0 to this */
};

/* Row i, or NULL after the last. */
const struct pl_stress_key *pl_stress_key(int i);

/* Set one by name, in its unit.  PL_ECOLUMN: no such name. PL_ERANGE. */
enum pl_err pl_stress_set(struct pl_stress *, const char *name, size_t len,
    double value) PL_MUST;

/* The name of level i, mildest first, or NULL after the last. */
const char *pl_stress_level(int i);

/* All of a level; false if there is none of that name. */
bool pl_stress_find(struct pl_stress *, const char *level);

/* Does it change nothing? */
bool pl_stress_none(const struct pl_stress *);

/* What was drawn. */
struct pl_stressed {
	double clock;		/* recording seconds in a true one */
	double slip_at_s;	/* in the recording; missing without */
	size_t lost;		/* rows */
	size_t holes;		/* left empty */
	double longest_s;
};

/*
 * Record in again, into an empty table, not yet settled.  It has t_s, the
 * sensors, and of the others (that of the nearest row) what plumb-read makes
 * and what is foreign: all else was computed from the signals as they were.
 */
enum pl_err pl_stress_stream(const struct pl_stress *, uint64_t seed,
    const struct pl_table *in, struct pl_table *out, struct pl_stressed *,
    struct pl_fault *) PL_MUST;

/* A rep table of the same recording: its times and durations by that clock;
 * tempo, words of durations, is dropped.  Nothing changes with a true one. */
enum pl_err pl_stress_reps(const struct pl_stress *, uint64_t seed,
    struct pl_table *, struct pl_stressed *) PL_MUST;

#endif
