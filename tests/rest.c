/* rest is found where it is, biased or not, and what turns back is none */
#include <stdlib.h>
#include <string.h>

#include "../lib/base/num.h"
#include "../lib/base/quat.h"
#include "../lib/base/random.h"
#include "../lib/imu/rest.h"
#include "tap.h"

#define STILL_S 4.0

enum { ROOM = 20000 };
static double a[3][ROOM], g[3][ROOM];
static unsigned char rest[ROOM], was[ROOM];
static const double *const acc[3] = { a[0], a[1], a[2] };
static const double *const gyr[3] = { g[0], g[1], g[2] };

struct squat { double move_s, pause_s, sway_deg; };

/* How far down at t seconds, 0 to 1, and its derivatives. */
static double
down(const struct squat *s, double t, double *rate, double *push)
{
	double w = PL_PI / s->move_s, end = 2 * s->move_s + s->pause_s;

	*rate = *push = 0;
	if (t > s->move_s && t < s->move_s + s->pause_s)
		return 1;
	if (t >= s->move_s)
		t -= s->pause_s;
	if (t <= 0 || t >= end - s->pause_s)
		return 0;
	*rate = w * pl_sin(w * t) / 2;
	*push = w * w * pl_cos(w * t) / 2;
	return (1 - pl_cos(w * t)) / 2;
}

/* 4 s still, a squat by 40 deg and 0.5 m, 4 s still. */
static size_t
record(const struct squat *s, double rate, double bias)
{
	double all = 2 * STILL_S + 2 * s->move_s + s->pause_s;
	double sway = s->sway_deg * PL_DEG, turn, up, lean;
	size_t n = (size_t)(all * rate), i;
	struct pl_random r;

	pl_random_seed(&r, 5, 0);
	for (i = 0; i < n; i++) {
		double t = (double)i / rate - STILL_S;

		lean = 40 * PL_DEG * down(s, t, &turn, &up) +
		    sway * pl_sin(PL_PI * t);
		turn = 40 * PL_DEG * turn + sway * PL_PI * pl_cos(PL_PI * t);
		up *= -0.5;
		a[0][i] = -(9.80665 + up) * pl_sin(lean) +
		    0.03 * pl_random_normal(&r);
		a[1][i] = (9.80665 + up) * pl_cos(lean) + 0.2;
		a[2][i] = 0.1;
		g[0][i] = bias;
		g[1][i] = -bias + 0.004 * pl_random_normal(&r);
		g[2][i] = turn + bias / 2;
	}
	return n;
}

/* Seconds at rest from..to, where the first stand ends at 0. */
static double
seconds(double rate, double from, double to)
{
	size_t i = (size_t)((from + STILL_S) * rate + 0.5), k = 0;

	for (; i < (size_t)((to + STILL_S) * rate + 0.5); i++)
		k += rest[i];
	return (double)k / rate;
}

static int
find(const struct squat *s, double rate, double bias)
{
	size_t n = record(s, rate, bias);

	memset(rest, 7, sizeof rest);
	return !pl_rest_find(acc, gyr, n, rate, rest);
}

static void
stands(double rate, double bias)
{
	struct squat s = { 3, 0, 0 };
	double most = 0.95 * STILL_S;

	ok(find(&s, rate, bias) && seconds(rate, -STILL_S, 0) > most &&
	    seconds(rate, 6, 6 + STILL_S) > most &&
	    seconds(rate, 0.5, 5.5) == 0,
	    "%g Hz, bias %g: still ends, and no rest in a squat", rate, bias);
}

static void
turns_back(void)
{
	struct squat s = { 0, 0, 0.3 };

	for (s.move_s = 1; s.move_s <= 6; s.move_s++)
		ok(find(&s, 100, 0.05) &&
		    seconds(100, 0.7, 2 * s.move_s - 0.7) == 0 &&
		    seconds(100, -STILL_S, 0) > 0.9 * STILL_S,
		    "the bottom of a squat with phases of %g s is no rest",
		    s.move_s);
}

static void
pauses(void)
{
	struct squat s = { 2, 1, 0 };
	double rate[] = { 12.5, 25, 100, 285.7, 1000 };
	size_t i;

	for (i = 0; i < sizeof rate / sizeof *rate; i++)
		ok(find(&s, rate[i], 0.05) && seconds(rate[i], 2, 3) > 0.7 &&
		    seconds(rate[i], 0.5, 1.7) == 0,
		    "a pause of 1 s is a rest, %g Hz", rate[i]);
	s.pause_s = 0.4;
	ok(find(&s, 100, 0.05) && seconds(100, 1, 3.4) == 0,
	    "one of 0.4 s is none");
}

static void
spins(void)
{
	struct squat s = { 3, 0, 0 };
	size_t n = record(&s, 100, 0), i;

	for (i = 0; i < n; i++)
		g[1][i] += 20 * PL_DEG;
	ok(!pl_rest_find(acc, gyr, n, 100, rest) &&
	    seconds(100, -STILL_S, 10) == 0, "who turns steadily is not still");
}

static void
backwards(void)
{
	struct squat s = { 2.03, 1.17, 0.3 };
	size_t n = record(&s, 100, 0.05), i, k, wrong = 0, cut;
	int c;

	for (cut = 0; cut < 9; cut++, n--) {
		wrong += pl_rest_find(acc, gyr, n, 100, was) != PL_OK;
		for (c = 0; c < 6; c++) {
			double *x = c < 3 ? a[c] : g[c - 3], t;

			/* rates belong to steps and so move by one */
			for (i = c >= 3, k = n - 1; i < k; i++, k--) {
				t = x[i];
				x[i] = x[k];
				x[k] = t;
			}
		}
		wrong += pl_rest_find(acc, gyr, n, 100, rest) != PL_OK;
		for (i = 0; i < n; i++)
			wrong += rest[i] != was[n - 1 - i];
	}
	ok(wrong == 0, "a record backwards has the same rest (%zu)", wrong);
}

/* Noise as large as the limits of rate, so that flags hang by a thread. */
static void
turned(void)
{
	struct squat s = { 2, 1, 0.5 };
	size_t n = record(&s, 100, 0.05), i, seen = 0, wrong = 0, k;
	double walk[3] = { 0, 0, 0 };
	struct pl_random r;
	int c;

	pl_random_seed(&r, 7, 0);
	for (i = 0; i < n; i++)
		for (c = 0; c < 3; c++) {
			walk[c] += 0.004 * pl_random_normal(&r) -
			    0.01 * walk[c];
			g[c][i] += c == 1 ? fabs(walk[c]) : walk[c];
		}
	ok(!pl_rest_find(acc, gyr, n, 100, was), "a restless stand");
	for (i = 0; i < n; i++)
		seen += was[i];
	for (k = 0; k < 20; k++) {
		pl_quat q = pl_quat_exp((pl_vec){ pl_random_normal(&r),
		    pl_random_normal(&r), pl_random_normal(&r) });

		for (i = 0; i < n; i++) {
			pl_vec f = pl_quat_rotate(q, (pl_vec){ a[0][i],
			    a[1][i], a[2][i] });
			pl_vec w = pl_quat_rotate(q, (pl_vec){ g[0][i],
			    g[1][i], g[2][i] });

			a[0][i] = f.x, a[1][i] = f.y, a[2][i] = f.z;
			g[0][i] = w.x, g[1][i] = w.y, g[2][i] = w.z;
		}
		wrong += pl_rest_find(acc, gyr, n, 100, rest) != PL_OK;
		for (i = 0; i < n; i++)
			wrong += rest[i] != was[i];
	}
	ok(seen > 50 && seen < n / 2 && wrong == 0,
	    "is the same in any axes (%zu of %zu at rest, %zu differ)", seen,
	    n, wrong);
}

int
main(void)
{
	struct squat quick = { 1, 0, 0 };
	struct pl_span s;
	size_t n;

	stands(12.5, 0);
	stands(100, 0);
	stands(100, 0.1);
	stands(1000, 0.1);
	turns_back();
	pauses();
	spins();
	backwards();
	turned();
	n = record(&quick, 100, 0);
	ok(!pl_rest_find(acc, NULL, n, 100, rest) &&
	    seconds(100, -STILL_S, 0) > 3.8, "without a gyroscope");
	a[1][200] = PL_MISSING;
	ok(!pl_rest_find(acc, gyr, n, 100, rest) && !rest[200] &&
	    pl_rest_next(rest, n, 0, &s) && s.from == 0 && s.to <= 200 &&
	    s.to > 200 - 7 && pl_rest_next(rest, n, s.to, &s) &&
	    s.from > 200 && s.from <= 200 + 7,
	    "a missing row is no rest and ends one");
	memset(rest, 7, sizeof rest);
	ok(!pl_rest_find(acc, gyr, 5, 100, rest) &&
	    !pl_rest_next(rest, 5, 0, &s) && rest[0] == 0 && rest[5] == 7,
	    "too short a record has none");
	return done();
}
