/* rest is found where it is, biased or not, and a slow squat is none */
#include <stdlib.h>

#include "../lib/base/num.h"
#include "../lib/base/random.h"
#include "../lib/base/trig.h"
#include "../lib/imu/rest.h"
#include "tap.h"

enum { ROOM = 20000 };
static double a[3][ROOM], g[3][ROOM];
static unsigned char rest[ROOM];
static const double *const acc[3] = { a[0], a[1], a[2] };
static const double *const gyr[3] = { g[0], g[1], g[2] };

/* 4 s still, a squat of move_s down and up by 40 deg, 4 s still. */
static size_t
record(double rate, double move_s, double bias)
{
	size_t n = (size_t)((8 + 2 * move_s) * rate), i;
	struct pl_random r;

	pl_random_seed(&r, 5, 0);
	for (i = 0; i < n; i++) {
		double t = (double)i / rate - 4, w = PL_PI / move_s;
		double lean = 0, turn = 0, up = 0;

		if (t > 0 && t < 2 * move_s) {
			lean = 20 * PL_DEG * (1 - pl_cos(w * t));
			turn = 20 * PL_DEG * w * pl_sin(w * t);
			up = -0.25 * w * w * pl_cos(w * t);
		}
		a[0][i] = -9.80665 * pl_sin(lean) +
		    0.03 * pl_random_normal(&r);
		a[1][i] = (9.80665 + up) * pl_cos(lean) + 0.2;
		a[2][i] = 0.1;
		g[0][i] = bias;
		g[1][i] = -bias + 0.004 * pl_random_normal(&r);
		g[2][i] = turn + bias / 2;
	}
	return n;
}

static size_t
count(size_t from, size_t to)
{
	size_t k = 0;

	for (; from < to; from++)
		k += rest[from];
	return k;
}

static void
at(double rate, double bias)
{
	size_t n = record(rate, 3, bias), k = (size_t)(4 * rate);

	ok(!pl_rest_find(acc, gyr, n, rate, rest) &&
	    count(0, k) > 0.95 * (double)k &&
	    count(n - k, n) > 0.95 * (double)k &&
	    count(k + k / 8, n - k - k / 8) < k / 8,
	    "%g Hz, bias %g: still ends, and no rest in a slow squat", rate,
	    bias);
}

int
main(void)
{
	struct pl_span s;
	size_t n;

	at(12.5, 0);
	at(100, 0);
	at(100, 0.1);
	at(1000, 0.1);
	n = record(100, 1, 0);
	ok(!pl_rest_find(acc, NULL, n, 100, rest) && count(0, 400) > 380,
	    "without a gyroscope");
	a[1][100] = PL_MISSING;
	ok(!pl_rest_find(acc, gyr, n, 100, rest) && !rest[100] &&
	    pl_rest_next(rest, n, 0, &s) && s.from == 0 && s.to == 100,
	    "a missing row is no rest and ends one");
	ok(!pl_rest_find(acc, gyr, 5, 100, rest) && count(0, 5) == 0 &&
	    !pl_rest_next(rest, 5, 0, &s), "too short a record has none");
	return done();
}
