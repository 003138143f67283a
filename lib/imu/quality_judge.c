/* quality_judge.c - what cannot be a sensor, and what it is instead */
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "../base/num.h"
#include "../base/trig.h"
#include "../base/unit.h"
#include "quality.h"

#define ODD PL_QUALITY_ODD
#define CLAIM 0.2		/* rad in a window; the worst bias is 0.05 */
#define ALIKE 0.3		/* correlation from which turning is the same */

/* What else the numbers may be, if their size at rest is wrong. */
static const struct { double size; const char *why; } sizes[] = {
	{ 1, "these are in g: name them acc_x_g ... in plumb-read -c" },
	{ 1000, "these are in mg: name them acc_x_mg ... in plumb-read -c" },
	{ PL_GRAVITY * PL_GRAVITY, "these are in m/s2 already: name them "
	    "acc_x_m_s2 ... in plumb-read -c" },
	{ PL_GRAVITY * 1000, "these are in mg: name them acc_x_mg ... in "
	    "plumb-read -c" },
	{ PL_GRAVITY / 1000, "these are in g, not mg: name them acc_x_g ... "
	    "in plumb-read -c" },
	{ PL_GRAVITY * PL_GRAVITY / 1000, "these are in m/s2, not mg: name "
	    "them acc_x_m_s2 ... in plumb-read -c" },
};

/* The verdict, and the fault that tells of it. */
struct judged { struct pl_quality *q; struct pl_fault *f; };

static enum pl_err
unfit(const struct judged *to, enum pl_quality_bad bad, double x,
    const char *unit, const char *why)
{
	char value[64];

	to->q->bad = bad;
	snprintf(value, sizeof value, "%.3g %s", x, unit);
	return pl_fault_set(to->f, PL_ESTATE, 0, bad == PL_QUALITY_ACC ?
	    "acc" : "gyr", value, "%s", why);
}

static enum pl_err
unfit_size(const struct judged *to, const char *why)
{
	return unfit(to, PL_QUALITY_ACC, to->q->rest_m_s2, "m/s2 at rest, "
	    "not 9.8", why);
}

static enum pl_err
unfit_unit(const struct judged *to, const char *why)
{
	return unfit(to, PL_QUALITY_UNIT, to->q->rad.ratio, "times the "
	    "turning of gravity", why);
}

/* Gravity taken out moves between stillness and accelerations of a body;
 * gravity in another unit is there all the time. */
static enum pl_err
judge_size(const struct judged *to)
{
	const struct pl_quality *q = to->q;
	double rest = q->rest_m_s2;
	size_t i;

	if (fabs(rest - PL_GRAVITY) <= PL_QUALITY_UNFIT)
		return PL_OK;
	if (fabs(q->gyr_rest - PL_GRAVITY) < 1 && rest < 1)
		return unfit_size(to, "accelerometer and gyroscope are "
		    "swapped: the other one reads 9.8");
	for (i = 0; i < sizeof sizes / sizeof *sizes; i++)
		if (fabs(rest / sizes[i].size - 1) < 0.15 &&
		    q->loud_m_s2 < 5 * rest)
			return unfit_size(to, sizes[i].why);
	if (rest < 3)
		return unfit_size(to, "gravity was taken out (linear or user "
		    "acceleration): export the acceleration with gravity");
	to->q->far_off = true;
	return unfit_size(to, "a wrong unit, or offset or gain are far off: "
	    "keep it with plumb-read --uncalibrated, record it still in six "
	    "poses, and calibrate it with plumb-align --poses");
}

/* Does gravity turn 57 times as far as these numbers, taken for deg/s, say?
 * Within what a unit that is right may be off, and surely beyond it. */
static bool
in_radians(const struct pl_turning *t)
{
	return t->ratio < 1 / ODD && (t->alike > ALIKE ||
	    (t->slope * PL_DEG > 1 / PL_QUALITY_SLOPE &&
	    t->slope * PL_DEG < PL_QUALITY_SLOPE &&
	    t->slope - PL_QUALITY_SURE * t->slope_se > PL_QUALITY_SLOPE));
}

/* In degrees for radians, rotations wrap, so both are tried. */
static enum pl_err
judge_turn(const struct judged *to)
{
	const struct pl_turning *t = &to->q->rad, *d = &to->q->deg;

	if (t->carried > CLAIM && d->ratio < ODD && (t->ratio > ODD ||
	    (d->alike > ALIKE && d->alike > 2 * fabs(t->alike) &&
	    d->ratio > 1 / ODD)))
		return unfit_unit(to, "these are in deg/s: name them "
		    "gyr_x_deg_s ... in plumb-read -c");
	if (in_radians(t))
		return unfit_unit(to, "these are in rad/s, not deg/s: name "
		    "them gyr_x_rad_s ... in plumb-read -c");
	if (t->alike < PL_QUALITY_MIRRORED && t->ratio > 1 / ODD)
		return unfit(to, PL_QUALITY_AXES, t->alike, "correlation with "
		    "the turning of gravity", "axes of one sensor are "
		    "mirrored, or in another order than the other's");
	return PL_OK;
}

enum pl_err
pl_quality_check(const double *const acc[3], const double *const gyr[3],
    size_t n, double rate_hz, struct pl_quality *q, struct pl_fault *f)
{
	enum pl_err err = pl_quality_measure(acc, gyr, n, rate_hz, q);
	const struct judged to = { q, f };

	if (err || pl_missing(q->rest_m_s2))
		return err;
	err = judge_size(&to);
	if (!err && q->gyr_fast > PL_QUALITY_FAST)
		err = unfit(&to, PL_QUALITY_SPEED, q->gyr_fast, "rad/s",
		    "no body turns so fast: these are in deg/s: name them "
		    "gyr_x_deg_s ... in plumb-read -c");
	return err || !q->windows ? err : judge_turn(&to);
}
