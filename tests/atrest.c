/* still: what rest tells of bias, drift and slip; clock and warmth beside it */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/quat.h"
#include "../lib/base/random.h"
#include "../lib/imu/clock.h"
#include "../lib/imu/rest.h"
#include "../lib/imu/atrest.h"
#include "../lib/imu/warmth.h"
#include "tap.h"

enum { RATE = 100, N = 40 * RATE };

static double a[3][N], g[3][N];
static unsigned char rest[N];
static const double *const acc[3] = { a[0], a[1], a[2] };
static const double *const gyr[3] = { g[0], g[1], g[2] };

/* A man who stands, squats from 10 to 30 s with pauses of 2 s at the bottom, and
 * stands; whose sensor is turned by slip rad at 20 s, and reads a bias. */
struct man { double slip, bias[3], drift; };

static void
record(const struct man *m)
{
	struct pl_random r;
	int i, c;

	pl_random_seed(&r, 8, 1);
	for (i = 0; i < N; i++) {
		double t = i / (double)RATE, w = PL_PI / 1.5, lean = 0, rate = 0;
		double phase = fmod(t, 5), push = 0;
		pl_vec f, turn = { 0, 0, 0 };

		if (t >= 10 && t < 30 && phase < 1.5) {
			lean = 0.35 * (1 - pl_cos(w * phase));
			rate = 0.35 * w * pl_sin(w * phase);
			push = -2.5 * pl_cos(w * phase);
		} else if (t >= 10 && t < 30 && phase < 3.5)
			lean = 0.7;
		else if (t >= 10 && t < 30) {
			lean = 0.35 * (1 + pl_cos(w * (phase - 3.5)));
			rate = -0.35 * w * pl_sin(w * (phase - 3.5));
			push = 2.5 * pl_cos(w * (phase - 3.5));
		}
		f = (pl_vec){ -(9.80665 + push) * pl_sin(lean),
		    (9.80665 + push) * pl_cos(lean), 0 };
		turn.z = rate;
		if (t >= 20) {
			pl_quat q = pl_quat_exp((pl_vec){ m->slip, 0, 0 });

			f = pl_quat_rotate(q, f);
			turn = pl_quat_rotate(q, turn);
		}
		a[0][i] = f.x, a[1][i] = f.y, a[2][i] = f.z;
		g[0][i] = turn.x, g[1][i] = turn.y, g[2][i] = turn.z;
		for (c = 0; c < 3; c++) {
			a[c][i] += 0.01 * pl_random_normal(&r);
			g[c][i] += m->bias[c] + 0.001 * pl_random_normal(&r);
		}
		g[1][i] += m->drift * t / 40;
	}
}

static struct pl_atrest
find(const struct man *m, const double *const *turning)
{
	struct pl_atrest s;

	record(m);
	if (pl_rest_find(acc, turning, N, RATE, rest) ||
	    pl_atrest_find(acc, turning, rest, N, RATE, &s))
		exit(2);
	return s;
}

static void
stands(void)
{
	struct man m = { 0, { 0.02, -0.05, 0.01 }, 0 };
	struct pl_atrest s = find(&m, gyr);
	int c, near = 0;

	for (c = 0; c < 3; c++)
		near += fabs(s.bias[c] - m.bias[c]) < 0.002;
	ok(near == 3, "the bias of each axis");
	ok(s.rest_s > 20 && s.rest_s < 30, "rest is what it is (%.1f s)",
	    s.rest_s);
	ok(s.start_s > 9 && s.start_at_s < 0.5 && s.longest_s > 9,
	    "he stands at the start");
	ok(s.drift < 0.05 * PL_DEG && s.slip < 0.3 * PL_DEG,
	    "what nothing moves has not moved");
	m.drift = 1 * PL_DEG;
	s = find(&m, gyr);
	ok(fabs(s.drift / PL_DEG - 0.925) < 0.05,
	    "a drift of 1 deg/s is seen between the ends (%.2f)",
	    s.drift / PL_DEG);
}

static void
slips(void)
{
	static const double deg[] = { 3, 12, 40 };
	struct man m = { 0, { 0.02, -0.05, 0.01 }, 0 };
	struct pl_atrest s;
	int k;

	for (k = 0; k < 3; k++) {
		m.slip = deg[k] * PL_DEG;
		s = find(&m, gyr);
		ok(fabs(s.slip / PL_DEG - deg[k]) < 0.3,
		    "a slip of %g deg (%.2f), bottoms or not", deg[k],
		    s.slip / PL_DEG);
		s = find(&m, NULL);
		ok(fabs(s.slip / PL_DEG - deg[k]) < 0.3 &&
		    pl_missing(s.bias[0]) && pl_missing(s.drift),
		    "without a gyroscope, too");
	}
	memset(rest, 0, sizeof rest);
	ok(!pl_atrest_find(acc, gyr, rest, N, RATE, &s) && s.rest_s == 0 &&
	    pl_missing(s.slip) && pl_missing(s.drift) &&
	    pl_missing(s.longest_at_s), "without rest nothing is told");
	ok(!pl_atrest_find(acc, gyr, rest, 0, RATE, &s) && s.rest_s == 0,
	    "nor without rows");
}

static void
turns(void)
{
	struct man m = { 0, { 0.1, -0.2, 0.15 }, 0 };
	struct pl_atrest s = find(&m, gyr);

	ok(s.rest_s == 0 && fabs(s.bias[0] - 0.1) < 0.01 &&
	    fabs(s.bias[1] + 0.2) < 0.01 && fabs(s.bias[2] - 0.15) < 0.01,
	    "a bias of 15 deg/s leaves no rest, and is told");
}

/* A table with these times, and perhaps a word in each row. */
static struct pl_table
table(const double *t_s, size_t n, const char *column, const char *const *word)
{
	struct pl_table t;
	double *x;
	size_t i;

	pl_table_init(&t);
	if (pl_table_resize(&t, n) || pl_table_add(&t, "t_s", &x))
		exit(2);
	memcpy(x, t_s, n * sizeof *x);
	if (column && pl_table_add(&t, column, &x))
		exit(2);
	for (i = 0; column && i < n; i++)
		if (word[i] && pl_table_word(&t, 1, word[i], strlen(word[i]),
		    &x[i]))
			exit(2);
	return t;
}

static struct pl_clock
clock_of(const double *t_s, size_t n)
{
	struct pl_table t = table(t_s, n, NULL, NULL);
	struct pl_clock c;

	if (pl_clock_find(&t, &c))
		exit(2);
	c.t_s = NULL;
	pl_table_free(&t);
	return c;
}

static void
clocks(void)
{
	double even[] = { 1, 1.01, 1.02, 1.03, 1.04, 1.05, 1.06, 1.07 };
	double hole[] = { 1, 1.01, 1.02, 1.03, 1.5, 1.51, 1.52, 1.53 };
	double back[] = { 1, 1.01, 1.02, 0.5, 0.51, 0.52, 0.53, 0.54 };
	double same[] = { 1, 1, 1, 1 }, slow[40];
	struct pl_clock c = clock_of(even, 8);
	int i;

	ok(fabs(c.rate_hz - 100) < 1e-6 && c.off == 0 && c.time_sd_s < 1e-6 &&
	    fabs(c.length_s - 0.07) < 1e-9 && pl_missing(c.off_at_s),
	    "an even clock");
	c = clock_of(hole, 8);
	ok(fabs(c.rate_hz - 100) < 1e-6 && c.off == 1 && c.off_at_s == 1.03,
	    "a step that is longer is told, and not in the rate");
	c = clock_of(back, 8);
	ok(fabs(c.rate_hz - 100) < 1e-6 && c.off == 1 && c.off_at_s == 1.02,
	    "so is one backwards");
	c = clock_of(same, 4);
	ok(pl_missing(c.rate_hz) && c.off > 0, "time that stands has no rate");
	for (i = 0; i < 40; i++)
		slow[i] = 0.01 * i + 0.0001 * i * i;
	c = clock_of(slow, 40);
	ok(c.off > 0 && !pl_missing(c.off_at_s), "a clock that goes slow");
	c = clock_of(even, 1);
	ok(pl_missing(c.rate_hz) && pl_missing(c.off) && c.length_s == 0,
	    "one row has no rate");
	c = clock_of(even, 0);
	ok(pl_missing(c.rate_hz) && c.length_s == 0, "nor has none");
}

static struct pl_warmth
warmth(const char *column, const char *prefix)
{
	static const char *const word[] = { "20", "21.5", NULL, "cold", "25",
		"24", "26", "30" };
	static const double t_s[8] = { 0, 1, 2, 3, 4, 5, 6, 7 };
	struct pl_table t = table(t_s, 8, column, word);
	struct pl_warmth w;

	if (pl_warmth_find(&t, prefix, (int)strlen(prefix), &w))
		exit(2);
	pl_table_free(&t);
	return w;
}

static void
warmths(void)
{
	struct pl_warmth w = warmth("Temp_degC", "");

	ok(w.median_c == 24.5 && w.change_c == 10, "a column of temperature");
	ok(warmth("t12_temperature", "t12_").median_c == 24.5,
	    "one of a second sensor");
	ok(pl_missing(warmth("t12_temperature", "").median_c) &&
	    pl_missing(warmth("temp", "t12_").median_c),
	    "each sensor has its own");
	ok(pl_missing(warmth("tempo", "").median_c) &&
	    pl_missing(warmth("temporary_c", "").median_c),
	    "what only begins so is none");
}

int
main(void)
{
	stands();
	slips();
	turns();
	clocks();
	warmths();
	return done();
}
