/*
 * doubt.h - repetitions whose load cannot be told, and why
 *
 * A moment is a number whatever the sensor did.  A repetition has none where
 *
 *	clipped		the sensor stood at the end of its range in it: the peak
 *			is what is missing
 *	hole		more of it is missing than a line may stand for: 0.3 s
 *			in one piece (gaps.h), or a tenth of its rows
 *	never-still	the stance was never seen, so up is a guess
 *	lean		the trunk leaned beyond -30..80 deg: no rack holds a bar
 *			there, and the tables were made for neither
 *	slipped		the most upright instant of it, or its mean roll, is
 *			more than 10 deg from that of most repetitions (their
 *			median): who stands differs by 4 to 5 deg before and
 *			after a heavy set, a sensor that slipped by more.  Two
 *			repetitions do not tell which of them it was
 *
 * The first of these that holds is the reason.
 *
 * Shapes.  Columns of n rows; a repetition is a run of rows with one number in
 * cand, of which counts is set.  Units.  Degrees.  Errors.  PL_ENOMEM.
 * Source.  Bounds are our estimates, and those that plumb-check judges by too
 * are in imu/gaps.h, imu/atrest.h and imu/align.h; the stance's 4 to 5 deg are of
 * two real squats.
 */
#ifndef PL_SQUAT_DOUBT_H
#define PL_SQUAT_DOUBT_H

#include <stddef.h>

#include <stdbool.h>

#include "../../base/table.h"

#define PL_DOUBT_LEAN_LO_DEG (-30.0)
#define PL_DOUBT_LEAN_HI_DEG 80.0

enum pl_doubt { PL_NO_DOUBT, PL_CLIPPED, PL_HOLE, PL_NEVER_STILL,
	PL_LEAN_BEYOND, PL_SLIPPED, PL_DOUBTS };

/* "clipped"; NULL for PL_NO_DOUBT. */
const char *pl_doubt_word(enum pl_doubt);

struct pl_doubt_input {
	size_t n;
	const double *cand;
	const unsigned char *counts;
	const unsigned char *clipped, *missing;	/* rows; each or NULL */
	double rate_hz;				/* of missing */
	const double *lean_deg, *roll_deg;	/* each or NULL */
	double align_sd_deg;			/* or missing */
};

/* Set counts, a flag for every row of a stream; false, and no change, if it has
 * no candidates. */
bool pl_doubt_counts(const struct pl_table *, unsigned char *counts);

/*
 * An enum pl_doubt for every row of a repetition into why, unless it has one
 * already: of another sensor, or all PL_NO_DOUBT at first.  *reps of how many
 * repetitions the load cannot be told.
 */
enum pl_err pl_doubt_judge(const struct pl_doubt_input *, unsigned char *why,
    size_t *reps) PL_MUST;

#endif
