/* units: physics knows g from m/s^2 and degrees from radians, or says no */
#include <math.h>
#include <string.h>

#include "../lib/base/quat.h"
#include "../lib/base/random.h"
#include "../lib/base/unit.h"
#include "../lib/imu/units.h"
#include "tap.h"

enum { RATE = 50, ROWS = 20 * RATE };

static double acc_x[3][ROWS], gyr_x[3][ROWS];
static const double *const acc[3] = { acc_x[0], acc_x[1], acc_x[2] };
static const double *const gyr[3] = { gyr_x[0], gyr_x[1], gyr_x[2] };
static struct pl_fault fault;

/* A sensor in any mounting that leans by swing rad and back every 3 s, with
 * forces of movement, a bias and noise; acc times a, gyr times g. */
static void
make(double swing, double a, double g, uint64_t seed)
{
	struct pl_random r;
	pl_quat q;
	int i, k;

	pl_random_seed(&r, seed, 0);
	q = pl_quat_unit((pl_quat){ pl_random_normal(&r), pl_random_normal(&r),
	    pl_random_normal(&r), pl_random_normal(&r) });
	for (i = 0; i < ROWS; i++) {
		double t = i / (double)RATE - 4, w = 2 * PL_PI / 3;
		double lean = t < 0 ? 0 : swing * (1 - pl_cos(w * t)) / 2;
		double rate = t < 0 ? 0 : swing * w * pl_sin(w * t) / 2;
		pl_vec f = { PL_GRAVITY * pl_sin(lean), PL_GRAVITY *
		    pl_cos(lean), 0 }, v = { 0, 0, rate };

		f.y += t < 0 ? 0 : pl_sin(2 * w * t);
		f = pl_quat_rotate(q, f);
		v = pl_quat_rotate(q, v);
		for (k = 0; k < 3; k++) {
			acc_x[k][i] = a * ((k == 0 ? f.x : k == 1 ? f.y : f.z) +
			    0.05 * pl_random_normal(&r));
			gyr_x[k][i] = g * ((k == 0 ? v.x : k == 1 ? v.y : v.z) +
			    0.005 * pl_random_normal(&r) + 0.02);
		}
	}
}

/* Are these the units that it finds, and is the product SI? */
static bool
finds(const char *acc_unit, const char *gyr_unit, double a, double g)
{
	struct pl_units u, v;
	int k, i;

	if (pl_units_acc(acc, ROWS, RATE, &u, &fault) ||
	    strcmp(u.suffix, acc_unit) != 0 || fabs(u.factor * a - 1) > 1e-9)
		return false;
	for (k = 0; k < 3; k++)
		for (i = 0; i < ROWS; i++)
			acc_x[k][i] *= u.factor;
	return !pl_units_gyr(acc, gyr, ROWS, RATE, &v, &fault) &&
	    strcmp(v.suffix, gyr_unit) == 0 && fabs(v.factor * g - 1) < 1e-9;
}

static void
test_found(void)
{
	static const struct { double k; const char *suffix; } acc_unit[] = {
		{ 1, "_m_s2" }, { 1 / PL_GRAVITY, "_g" },
	}, gyr_unit[] = { { 1, "_rad_s" }, { 1 / PL_DEG, "_deg_s" } };
	size_t i, j;
	uint64_t seed;
	int right = 0;

	for (i = 0; i < 2; i++)
		for (j = 0; j < 2; j++) {
			for (seed = right = 0; seed < 20; seed++) {
				make(0.2 + 0.05 * (double)seed, acc_unit[i].k,
				    gyr_unit[j].k, seed);
				right += finds(acc_unit[i].suffix,
				    gyr_unit[j].suffix, acc_unit[i].k,
				    gyr_unit[j].k);
			}
			ok(right == 20, "acc%s and gyr%s in 20 mountings, "
			    "leaning by 11 to 66 deg: %d",
			    acc_unit[i].suffix, gyr_unit[j].suffix, right);
		}
}

static void
test_refused(void)
{
	static const double counts[] = { 256, 2048, 4096, 8192, 16384 };
	struct pl_units u;
	size_t i;
	int k, j;

	for (i = 0; i < 5; i++) {
		make(0.5, 1.05 * counts[i] / PL_GRAVITY, 131 / PL_DEG, 3);
		ok(pl_units_acc(acc, ROWS, RATE, &u, &fault) == PL_ESTATE &&
		    strstr(fault.why, "raw counts"), "%g counts to 1 g: %s",
		    counts[i], fault.value);
	}
	for (i = 0; i < 4; i++) {
		static const double alike[] = { 1000, 100 * PL_GRAVITY, 1024,
		    1000 * PL_GRAVITY };

		make(0.5, alike[i] / PL_GRAVITY, 1, 3);
		ok(pl_units_acc(acc, ROWS, RATE, &u, &fault) == PL_ESTATE &&
		    strstr(fault.why, "say which"), "%s may be two units: %s",
		    fault.value, fault.why);
	}
	make(0.5, 1.4, 1, 3);
	ok(pl_units_acc(acc, ROWS, RATE, &u, &fault) == PL_ESTATE &&
	    strstr(fault.why, "neither"), "%s is no unit", fault.value);
	make(0, 1, 1, 3);
	for (k = 0; k < 3; k++)
		for (j = 0; j < ROWS; j++)
			acc_x[k][j] *= 0.001;
	ok(pl_units_acc(acc, ROWS, RATE, &u, &fault) == PL_ESTATE,
	    "what is without gravity has no unit: %s", fault.value);
	ok(pl_units_acc(acc, 3, RATE, &u, &fault) == PL_ESTATE,
	    "three rows tell nothing: %s", fault.why);
	make(0, 1, 1, 3);
	ok(pl_units_gyr(acc, gyr, ROWS, RATE, &u, &fault) == PL_ESTATE &&
	    strcmp(fault.column, "gyr") == 0 && strstr(fault.why, "-c"),
	    "who stands still cannot tell: %s", fault.value);
	make(0, 1, 1 / PL_DEG, 3);
	ok(pl_units_gyr(acc, gyr, ROWS, RATE, &u, &fault) == PL_ESTATE,
	    "nor in degrees");
	make(0.6, 1, 131 / PL_DEG, 3);
	ok(pl_units_gyr(acc, gyr, ROWS, RATE, &u, &fault) == PL_ESTATE,
	    "counts of a gyroscope are none: %s", fault.value);
	make(0.6, 1, -1, 3);
	ok(pl_units_gyr(acc, gyr, ROWS, RATE, &u, &fault) == PL_ESTATE,
	    "a mirrored gyroscope has none");
}

int
main(void)
{
	test_found();
	test_refused();
	return done();
}
