#include "units.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>

#include "../base/num.h"
#include "../base/unit.h"
#include "quality.h"


#define OFF 0.25		/* of a unit: how far a sensor may be off */
#define NEAR 0.09		/* half way, as a ratio, from 8192 to 9807 */

/* What |acc| reads at rest in each unit, and how far from it; where several
 * read alike, or it is counts, there is no unit but something to say. */
static const struct { double size, off; const char *suffix, *why; } sizes[] = {
#define COUNTS(n) { n, NEAR, NULL, "raw counts, " #n " to 1 g: divide by " \
	"that (and gyr by its counts a deg/s: 131 at 250, 16.4 at 2000 " \
	"deg/s), and name them acc_x_g, gyr_x_deg_s ..." }
	{ 1, OFF, "_g", NULL },
	{ PL_GRAVITY, OFF, "_m_s2", NULL },
	COUNTS(256), COUNTS(512),
	{ 1000, NEAR, NULL, "mg, cm/s2 and 1024 counts to 1 g are alike: say "
	    "which with -c acc_x_mg=HEADER,..." },
	COUNTS(2048), COUNTS(4096), COUNTS(8192),
	{ 1000 * PL_GRAVITY, NEAR, NULL, "mm/s2 or a tenth of mg: say which "
	    "with -c acc_x_mm_s2=HEADER,..." },
	COUNTS(16384),
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
		if (fabs(q.rest_m_s2 / sizes[i].size - 1) < sizes[i].off)
			break;
	if (i == sizeof sizes / sizeof *sizes)
		return pl_fault_set(f, PL_ESTATE, 0, "acc", value,
		    "neither 1 g nor 9.81 m/s2: %s, or say its unit with -c "
		    "acc_x_g=HEADER,...", q.rest_m_s2 < 1 - OFF ?
		    "gravity was taken out: export it with gravity" :
		    "this sensor is far off (plumb-align --poses)");
	if (!sizes[i].suffix)
		return pl_fault_set(f, PL_ESTATE, 0, "acc", value, "%s",
		    sizes[i].why);
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
