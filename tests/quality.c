/* quality: real motion passes, wrong units and mirrored axes do not */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/quat.h"
#include "../lib/base/random.h"
#include "../lib/base/unit.h"
#include "../lib/imu/quality.h"
#include "tap.h"

enum { RATE = 100, ROWS = 30 * RATE };

static double acc_x[3][ROWS], gyr_x[3][ROWS];
static const double *const acc[3] = { acc_x[0], acc_x[1], acc_x[2] };
static const double *const gyr[3] = { gyr_x[0], gyr_x[1], gyr_x[2] };

/*
 * A sensor that leans back and forth by swing rad every 3 s after 5 s of rest,
 * with its axes turned by q and some noise; push is a force of movement along
 * gravity.
 */
static double shake;	/* a force across, m/s^2, out of step */

static void
make(double swing, double push, pl_quat q)
{
	struct pl_random r;
	int i, a;

	pl_random_seed(&r, 7, 1);
	for (i = 0; i < ROWS; i++) {
		double t = i / (double)RATE - 5, w = 2 * PL_PI / 3;
		double lean = t < 0 ? 0 : swing * (1 - pl_cos(w * t)) / 2;
		double rate = t < 0 ? 0 : swing * w * pl_sin(w * t) / 2;
		pl_vec f = { PL_GRAVITY * pl_sin(lean), PL_GRAVITY *
		    pl_cos(lean), 0 };
		pl_vec v = { 0, 0, rate };

		f.x += t < 0 ? 0 : shake * pl_sin(7.3 * t);
		f.y += t < 0 ? 0 : push * pl_sin(2 * w * t);
		f = pl_quat_rotate(q, f);
		v = pl_quat_rotate(q, v);
		for (a = 0; a < 3; a++) {
			acc_x[a][i] = (a == 0 ? f.x : a == 1 ? f.y : f.z) +
			    0.05 * pl_random_normal(&r);
			gyr_x[a][i] = (a == 0 ? v.x : a == 1 ? v.y : v.z) +
			    0.005 * pl_random_normal(&r) + 0.01;
		}
	}
}

static void
scale(double x[3][ROWS], double k)
{
	int a, i;

	for (a = 0; a < 3; a++)
		for (i = 0; i < ROWS; i++)
			x[a][i] *= k;
}

static const pl_quat mount[] = {
	{ 1, 0, 0, 0 }, { 0.5, 0.5, 0.5, 0.5 }, { 0.1, -0.7, 0.1, 0.7 },
	{ 0, 0.6, 0.8, 0 },
};

/* Does it refuse, with a word of the advice in its why? */
static bool
refuses(const double *const *g, const char *column, const char *advice)
{
	struct pl_fault f = { 0 };
	struct pl_quality q;

	return pl_quality_check(acc, g, ROWS, RATE, &q, &f) == PL_ESTATE &&
	    strcmp(f.column, column) == 0 && strstr(f.why, advice) && *f.value;
}

static bool
passes(const double *const *g)
{
	struct pl_quality q;

	return pl_quality_check(acc, g, ROWS, RATE, &q, NULL) == PL_OK;
}

static void
test_good(void)
{
	struct pl_quality q;
	size_t m;

	for (m = 0; m < 4; m++) {
		pl_quat u = pl_quat_unit(mount[m]);

		make(0.6, 0.8, u);
		ok(passes(gyr) && passes(NULL),
		    "leaning by 34 deg passes, mounting %zu", m);
		make(0.6, 4, u);
		ok(passes(gyr), "with forces of 4 m/s2 too, %zu", m);
		make(0, 0, u);
		ok(passes(gyr), "quiet standing passes, %zu", m);
	}
	make(0.6, 0.8, PL_QUAT_ONE);
	ok(pl_quality_check(acc, gyr, ROWS, RATE, &q, NULL) == PL_OK &&
	    fabs(q.rest_m_s2 - PL_GRAVITY) < 0.05 && q.windows >= 8 &&
	    q.rad.alike > 0.8 && fabs(q.rad.ratio - 1) < 0.3,
	    "what was found is told");
	ok(pl_quality_check(acc, gyr, 10, RATE, &q, NULL) == PL_OK &&
	    q.rest_m_s2 != q.rest_m_s2, "0.1 s tells nothing and passes");
}

static void
test_acc(void)
{
	static const struct { double k; const char *why; } unit[] = {
		{ 1 / PL_GRAVITY, "acc_x_g" }, { PL_GRAVITY, "acc_x_m_s2" },
		{ 1000 / PL_GRAVITY, "acc_x_mg" }, { 1000, "acc_x_mg" },
		{ 1e-3, "acc_x_g" }, { PL_GRAVITY / 1000, "acc_x_m_s2" },
		{ 1.4, "calibrate" }, { 0.6, "calibrate" },
	};
	size_t i;
	int j;

	for (i = 0; i < sizeof unit / sizeof *unit; i++) {
		make(0.6, 0.8, PL_QUAT_ONE);
		scale(acc_x, unit[i].k);
		ok(refuses(gyr, "acc", unit[i].why) &&
		    refuses(NULL, "acc", unit[i].why),
		    "acc times %g is refused: %s", unit[i].k, unit[i].why);
	}
	make(0, 2, PL_QUAT_ONE);
	for (j = 0; j < ROWS; j++)
		acc_x[1][j] -= PL_GRAVITY;
	ok(refuses(gyr, "acc", "gravity was taken out"),
	    "without gravity is refused");
	make(0.6, 0.8, PL_QUAT_ONE);
	scale(acc_x, 1.08);
	ok(passes(gyr), "8 %% too much is a poor sensor, but one");
}

static void
test_gyr(void)
{
	struct pl_fault f = { 0 };
	struct pl_quality q;
	const double *const mirrored[3] = { gyr_x[0], gyr_x[1], gyr_x[2] };
	int a, i;

	make(0.6, 0.8, PL_QUAT_ONE);
	scale(gyr_x, 1 / PL_DEG);
	ok(refuses(gyr, "gyr", "gyr_x_deg_s"), "deg/s as rad/s is refused");
	make(0.6, 0.8, PL_QUAT_ONE);
	scale(gyr_x, PL_DEG);
	ok(refuses(gyr, "gyr", "gyr_x_rad_s"), "rad/s as deg/s is refused");
	shake = 2;
	make(0.3, 0, PL_QUAT_ONE);
	shake = 0;
	ok(passes(gyr), "a force across passes");
	if (pl_quality_measure(acc, gyr, ROWS, RATE, &q))
		return;
	ok(q.rad.alike < 0.3 && fabs(q.rad.slope - 1) < 3 * q.rad.slope_se,
	    "forces hide turns of 17 deg, but not their slope: %.2f, %.2f"
	    " of %.2f", q.rad.alike, q.rad.slope, q.rad.slope_se);
	scale(gyr_x, PL_DEG);
	ok(refuses(gyr, "gyr", "gyr_x_rad_s"),
	    "rad/s as deg/s is refused amid them");
	make(0, 0, PL_QUAT_ONE);
	scale(gyr_x, 1 / PL_DEG);
	ok(refuses(gyr, "gyr", "gyr_x_deg_s"),
	    "deg/s as rad/s is refused in quiet standing");
	make(0.6, 0.8, PL_QUAT_ONE);
	scale(gyr_x, -1);
	ok(refuses(mirrored, "gyr", "mirrored"), "a mirrored gyroscope too");
	make(0.6, 0.8, PL_QUAT_ONE);
	ok(pl_quality_check(gyr, acc, ROWS, RATE, &q, &f) == PL_ESTATE &&
	    strstr(f.why, "swapped"), "swapped sensors are told");
	for (a = 0; a < 3; a++)
		for (i = 0; i < ROWS; i++)
			if (i % 40 < 15)
				acc_x[a][i] = gyr_x[a][i] = NAN;
	ok(passes(gyr), "holes every 0.4 s do not matter");
}

int
main(void)
{
	test_good();
	test_acc();
	test_gyr();
	return done();
}
