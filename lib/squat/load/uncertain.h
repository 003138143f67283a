/*
 * uncertain.h - how far a moment may be off, and from what
 *
 * Method.  Linear propagation.  A moment is a sum of four terms of what the
 * sensor measures (moment.h), so what one standard deviation of an input does
 * to it is such a sum too, plus a constant:
 *
 *	J_k = up f_up + fwd f_fwd + alpha alpha + omega2 omega^2 + one
 *
 * found by central differences of the model, and SD^2 = sum J_k^2, inputs
 * being independent.  At a peak the first order of the peak is that of the
 * instant.  All J_k^2 together are one quadratic form of (f_up, f_fwd, alpha,
 * omega^2, 1), so a column costs 15 products a row whatever the inputs.
 *
 * Alignment.  Turns the measured force in the plane.  An accelerometer's
 * forward bias b turns it too, by b/g, when up is what it reads in the stance:
 * upright the two cancel, and what the alignment absorbs is in its own SD.
 *
 * Within a set.  Of each input's SD a part changes from repetition to
 * repetition (within), the rest is common to the set and moves all moments
 * alike: of that only J_k less its mean over the set's peaks counts against
 * the set's mean.  So SD_within^2 = sum (s^2 - w^2)/s^2 (J_k - mean)^2 +
 * w^2/s^2 J_k^2.
 *
 * Units.   SDs in the unit of their row (deg, m, kg/kg, m/s^2); J in N m.
 *
 * Errors.  PL_ECOLUMN for a key that is none, PL_ERANGE for a value that is
 * negative or above the row's limit.  Nothing else fails.
 *
 * Sources. In the rows.  Those marked "our estimate" are to be replaced by
 * --sd where something better is known.
 */
#ifndef PL_SQUAT_UNCERTAIN_H
#define PL_SQUAT_UNCERTAIN_H

#include <stdbool.h>
#include <stddef.h>

#include "../../base/err.h"
#include "body.h"
#include "moment.h"

enum pl_input {
	PL_IN_ALIGN,			/* of the sensor with the trunk, deg */
	PL_IN_OFFSET, PL_IN_RISE,	/* of the bar, m */
	PL_IN_BAR, PL_IN_MASSES,	/* of the bar; of all of the body */
	PL_IN_ACC_UP, PL_IN_ACC_FWD,	/* accelerometer bias, m/s^2 */
	PL_IN_WOBBLE_UP, PL_IN_WOBBLE_FWD, /* of the tissue under it, m/s^2 */
	PL_IN_ROUND,			/* of the upper back, deg */
	PL_IN_PLACE_U, PL_IN_PLACE_V,	/* of the sensor, m */
	PL_IN_STATURE,			/* m */
	PL_IN_SEX,			/* .5: not known */
	PL_IN_FILTER,			/* of the moment */
	PL_IN_FLEXION,			/* between two sensors, deg */
	PL_INPUTS
};

struct pl_input_row {
	const char *key;		/* rows of one key go together */
	const char *unit;
	double stated, assumed;		/* SD if the user said it, if not */
	double within;			/* of it, from rep to rep */
	double hi;			/* greatest SD that can be meant */
	const char *source;
};

const struct pl_input_row *pl_uncertain_row(int i);	/* NULL after all */

/* What the user stated of that which may be assumed. */
struct pl_stated { bool offset, stature, sex, place; };

struct pl_sds { double sd[PL_INPUTS], within[PL_INPUTS]; };

/* align_sd_deg as plumb-align has it; missing: as from the data alone. */
void pl_uncertain_usual(struct pl_sds *, const struct pl_stated *,
    double align_sd_deg);

/* The SD of a key (len characters); what is within it shrinks to fit. */
enum pl_err pl_uncertain_set(struct pl_sds *, const char *key, size_t len,
    double sd) PL_MUST;

/* Five numbers: four terms and a constant. */
struct pl_effect { double x[5]; };

struct pl_uncertain {
	struct pl_effect body[PL_INPUTS];	/* of one SD */
	struct pl_effect bar[PL_INPUTS];	/* more, per kg of bar */
	double within[PL_INPUTS];		/* share of the SD, 0..1 */
};

void pl_uncertain_init(struct pl_uncertain *, const struct pl_body *,
    const struct pl_level *, const struct pl_sds *);

/* The body with an input as much more as said; of the other sex. */
struct pl_body pl_uncertain_shift(const struct pl_body *, enum pl_input,
    double by);

/* J of every input at one instant; returns the SD, N m. */
double pl_uncertain_at(const struct pl_uncertain *, double bar_kg, double up,
    double fwd, double omega, double alpha, double part[PL_INPUTS]);

/* The SD of every row. */
void pl_uncertain_run(const struct pl_uncertain *, const struct pl_motion *,
    const double *bar_kg, double *sd_nm);

/* The SD of every row against the mean of a set, whose peaks have these mean
 * J. */
void pl_uncertain_within(const struct pl_uncertain *,
    const struct pl_motion *, const double *bar_kg,
    const double mean[PL_INPUTS], double *sd_nm);

/* What tells repetitions in a stream: a row of one carries its number in cand
 * and counts; set is missing between sets. */
struct pl_uncertain_reps {
	const double *set, *cand;
	const unsigned char *counts;
};

/* The row of the peak of the first repetition from row *t on, and *t behind
 * that repetition; to if none is left before to, or none has a moment. */
size_t pl_uncertain_peak(const struct pl_uncertain_reps *,
    const double *moment_nm, size_t *t, size_t to);

/* The same for all sets of a stream, by the peaks of moment_nm in the
 * repetitions of each; missing where there is no set, or not two peaks in it. */
void pl_uncertain_sets(const struct pl_uncertain *, const struct pl_motion *,
    const double *bar_kg, const double *moment_nm,
    const struct pl_uncertain_reps *, double *sd_nm);

#endif
