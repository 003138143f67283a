#include "units.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>

#include "../base/num.h"
#include "../base/unit.h"
#include "quality.h"

#define OFF 0.25		/* of a unit: how far a sensor may be off */

/* What |acc| reads at rest in each unit; counts have none. */
static const struct { double size; const char *suffix; } sizes[] = {
	{ 1, "_g" }, { PL_GRAVITY, "_m_s2" }, { 1000, "_mg" },
	{ 2048, NULL }, { 4096, NULL }, { 8192, NULL }, { 16384, NULL },
};

static void
found(struct pl_units *u, const char *suffix, double seen)
{
	char name[16];

	snprintf(name, sizeof name, "x%s", suffix);
	*u = (struct pl_units){ suffix, pl_unit_of(name)->factor, seen };
}

enum pl_err
pl_units_acc(const double *const acc[3], size_t n, double rate_hz,
    struct pl_units *u, struct pl_fault *f)
{
	struct pl_quality q;
	enum pl_err err = pl_quality_measure(acc, NULL, n, rate_hz, &q);
	char value[32];
	size_t i;

	if (err)
		return err;
	if (pl_missing(q.rest_m_s2))
		return pl_fault_set(f, PL_ESTATE, 0, "acc", "no unit", "and "
		    "too short to find it: say it with -c acc_x_g=HEADER,...");
	snprintf(value, sizeof value, "%.4g at rest", q.rest_m_s2);
	for (i = 0; i < sizeof sizes / sizeof *sizes; i++)
		if (fabs(q.rest_m_s2 / sizes[i].size - 1) < OFF)
			break;
	if (i == sizeof sizes / sizeof *sizes)
		return pl_fault_set(f, PL_ESTATE, 0, "acc", value,
		    "neither 1 g nor 9.81 m/s2: %s, or say its unit with -c "
		    "acc_x_g=HEADER,...", q.rest_m_s2 < 1 - OFF ?
		    "gravity was taken out: export it with gravity" :
		    "this sensor is far off (plumb-align --poses)");
	if (!sizes[i].suffix)
		return pl_fault_set(f, PL_ESTATE, 0, "acc", value,
		    "raw counts, %.0f to 1 g: divide by that (and gyr by its "
		    "counts a deg/s: 131 at 250, 16.4 at 2000 deg/s), and name "
		    "them acc_x_g, gyr_x_deg_s ...", sizes[i].size);
	found(u, sizes[i].suffix, q.rest_m_s2);
	return PL_OK;
}

/* Does gravity turn with it, if its numbers are of that unit? */
static bool
fits(const struct pl_turning *t)
{
	return t->slope > PL_QUALITY_SURE * t->slope_se &&
	    t->slope < PL_QUALITY_SLOPE && t->slope > 1 / PL_QUALITY_SLOPE;
}

enum pl_err
pl_units_gyr(const double *const acc[3], const double *const gyr[3], size_t n,
    double rate_hz, struct pl_units *u, struct pl_fault *f)
{
	struct pl_quality q;
	enum pl_err err = pl_quality_measure(acc, gyr, n, rate_hz, &q);
	char value[48];

	if (err)
		return err;
	if (q.windows && fits(&q.deg))
		found(u, "_deg_s", q.deg.slope);
	else if (q.windows && fits(&q.rad))
		found(u, "_rad_s", q.rad.slope);
	else if (q.gyr_fast > PL_QUALITY_FAST && !q.windows)
		found(u, "_deg_s", 0);
	else {
		snprintf(value, sizeof value, q.windows ? "gravity turns %.2g "
		    "times as far" : "too still", q.rad.slope);
		return pl_fault_set(f, PL_ESTATE, 0, "gyr", value, "cannot "
		    "tell rad/s from deg/s: say which with -c "
		    "gyr_x_deg_s=HEADER,... (all columns)");
	}
	return PL_OK;
}
