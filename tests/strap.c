/* stretches summed up many at once are what a plain loop makes of each */
#include <math.h>
#include <string.h>

#include "../lib/base/num.h"
#include "../lib/base/random.h"
#include "../lib/imu/orient_strap.h"
#include "tap.h"

enum { N = 2000, MOST = 16 };
static double a[3][N], g[3][N], q[4][N], other[4][N];
static const double *const acc[3] = { a[0], a[1], a[2] };
static const double *const gyr[3] = { g[0], g[1], g[2] };
static double *const to[4] = { q[0], q[1], q[2], q[3] };
static double *const too[4] = { other[0], other[1], other[2], other[3] };

/* Rows of epochs that are not alike, and a bias for each. */
static const size_t row[MOST + 1] = { 3, 4, 75, 145, 216, 287, 290, 292, 380,
	444, 500, 501, 502, 572, 640, 700, 999 };
static pl_vec bias[MOST];

/* A sensor that sways at a rate of this size, and is noisy. */
static struct pl_record
record(double rate_hz, double rad_s)
{
	struct pl_record r = { .n = N, .dt = 1 / rate_hz };
	struct pl_random rnd;
	int i, c;

	pl_random_seed(&rnd, 5, 1);
	for (i = 0; i < N; i++)
		for (c = 0; c < 3; c++) {
			double t = i / rate_hz * (1 + c);

			g[c][i] = rad_s / 2 * (pl_sin(2 * t + c) +
			    0.1 * pl_random_normal(&rnd));
			a[c][i] = 5 + 3 * pl_sin(5 * t) +
			    0.05 * pl_random_normal(&rnd);
		}
	for (i = 0; i < MOST; i++)
		bias[i] = (pl_vec){ 0.01 * i, -0.02, 0.01 };
	if (pl_record_open(&r, acc, gyr))
		ok(false, "the record opens");
	return r;
}

static pl_vec
at(const double *const x[3], size_t i)
{
	return (pl_vec){ x[0][i], x[1][i], x[2][i] };
}

static double
apart(pl_quat p, pl_quat r)
{
	return pl_vec_norm(pl_strap_between(p, r));
}

static pl_quat
reached(size_t i)
{
	return (pl_quat){ q[0][i], q[1][i], q[2][i], q[3][i] };
}

/* Errors of one epoch: turn and push; lever by the rule over every row. */
static void
by_hand(const struct pl_strap *s, size_t k, double dt, double worst[4])
{
	pl_vec v = pl_vec_scale(at(acc, row[k]), 0.5);
	pl_vec x = { 0.5, 0, 0 };
	pl_quat p = PL_QUAT_ONE;
	size_t i;

	for (i = row[k] + 1; i <= row[k + 1]; i++) {
		double w = i < row[k + 1] ? 1 : 0.5;

		p = pl_quat_mul(p, pl_quat_exp(pl_vec_scale(pl_vec_sub(
		    at(gyr, i), bias[k]), dt)));
		v = pl_vec_add(v, pl_vec_scale(pl_quat_rotate(p, at(acc, i)),
		    w));
		x = pl_vec_add(x, pl_vec_scale(pl_quat_rotate(p, (pl_vec){ 1,
		    0, 0 }), w));
		worst[3] = fmax(worst[3], apart(p, reached(i)));
	}
	worst[0] = fmax(worst[0], apart(p, s->turn));
	worst[1] = fmax(worst[1], pl_vec_norm(pl_vec_sub(pl_vec_scale(v, dt),
	    s->push)));
	worst[2] = fmax(worst[2], pl_vec_norm(pl_vec_sub(pl_vec_scale(x, dt),
	    (pl_vec){ s->lever[0], s->lever[3], s->lever[6] })));
}

static void
alike(void)
{
	/* a step of lever lasts at most 1/40 s and a half row more */
	static const struct { double hz, rad_s, lever; } is[] = {
		{ 12.5, 1, 1e-12 }, { 12.5, 20, 1e-9 }, { 100, 2, 1e-3 },
		{ 2000 / 7.0, 2, 3e-4 }, { 2000 / 7.0, 40, 0.04 },
		{ 1000, 1, 1e-4 },
	};
	struct pl_strap s[MOST], one;
	size_t i, k;

	for (i = 0; i < sizeof is / sizeof *is; i++) {
		struct pl_record r = record(is[i].hz, is[i].rad_s);
		double worst[4] = { 0 };
		bool same = true;

		pl_strap_sums(s, &r, row, MOST, bias, to);
		for (k = 0; k < MOST; k++) {
			by_hand(&s[k], k, r.dt, worst);
			pl_strap_sums(&one, &r, row + k, 1, bias + k, too);
			same = same && !memcmp(&one, &s[k], sizeof one);
		}
		for (k = 0; k < 4; k++)
			same = same && !memcmp(q[k] + 4, other[k] + 4,
			    (row[MOST] - 3) * sizeof **q);
		ok(worst[0] < 1e-12 && worst[1] < 1e-11 && worst[3] < 1e-12,
		    "%.4g Hz, %g rad/s: turn, push, attitudes as by hand",
		    is[i].hz, is[i].rad_s);
		ok(worst[2] < is[i].lever, "%.4g Hz, %g rad/s: lever, too",
		    is[i].hz, is[i].rad_s);
		ok(same, "%.4g Hz, %g rad/s: one by one is the same to the "
		    "bit", is[i].hz, is[i].rad_s);
		pl_record_close(&r);
	}
}

/* The most that lever and bend are off, of their largest entries, by central
 * differences. */
static void
differences(double hz, double rad_s, double limit)
{
	struct pl_record r = record(hz, rad_s);
	const double d = 1e-4;
	size_t rows[2] = { 10, 10 + (size_t)(hz / 4) };
	double off[2] = { 0 }, top[2] = { 0 };
	struct pl_strap s, s1, s2;
	int c, i;

	pl_strap_sums(&s, &r, rows, 1, bias, to);
	for (c = 0; c < 3; c++) {
		pl_vec e = { c == 0 ? d : 0, c == 1 ? d : 0, c == 2 ? d : 0 };
		pl_vec up = pl_vec_add(bias[0], e), turn, push;
		pl_vec down = pl_vec_sub(bias[0], e);

		pl_strap_sums(&s1, &r, rows, 1, &down, to);
		pl_strap_sums(&s2, &r, rows, 1, &up, to);
		turn = pl_vec_scale(pl_strap_between(s2.turn, s1.turn),
		    0.5 / d);
		push = pl_vec_scale(pl_vec_sub(s2.push, s1.push), 0.5 / d);
		for (i = 0; i < 3; i++) {
			double l = s.lever[3 * i + c], b = s.bend[3 * i + c];

			top[0] = fmax(top[0], fabs(l));
			top[1] = fmax(top[1], fabs(b));
			off[0] = fmax(off[0], fabs(l - (i == 0 ? turn.x :
			    i == 1 ? turn.y : turn.z)));
			off[1] = fmax(off[1], fabs(b - (i == 0 ? push.x :
			    i == 1 ? push.y : push.z)));
		}
	}
	for (i = 0; i < 2; i++)
		ok(off[i] < limit * top[i], "%g Hz, %g rad/s: %s is the "
		    "derivative by bias, to %g (%.1e)", hz, rad_s,
		    i ? "bend" : "lever", limit, off[i] / top[i]);
	pl_record_close(&r);
}

static void
unrolls(double far)
{
	struct pl_record r = record(100, 2);
	struct pl_strap s[MOST];
	pl_quat p = pl_quat_exp((pl_vec){ 1, 2, 0.5 }), end, e, want;
	double worst = 0, norm = 0, step = 1;
	size_t i, k;

	pl_strap_sums(s, &r, row, MOST, bias, to);
	memcpy(other, q, sizeof q);
	for (k = 0; k < MOST; k++) {
		pl_vec left = { far, -far / 2, k % 2 ? far : 0 };
		double n = (double)(row[k + 1] - row[k]);

		end = pl_quat_mul(pl_quat_exp(left), pl_quat_mul(p,
		    s[k].turn));
		if (k % 3 == 0)
			end = (pl_quat){ -end.w, -end.x, -end.y, -end.z };
		e = pl_strap_unroll(to, row[k], row[k + 1], p, end);
		worst = fmax(worst, apart(e, end));
		for (i = row[k]; i <= row[k + 1]; i++) {
			pl_quat was = { other[0][i], other[1][i], other[2][i],
			    other[3][i] }, now = reached(i);

			if (i == row[k])
				was = PL_QUAT_ONE;
			want = pl_quat_mul(pl_quat_exp(pl_vec_scale(left,
			    (double)(i - row[k]) / n)), pl_quat_mul(p, was));
			worst = fmax(worst, apart(now, want));
			norm = fmax(norm, fabs(now.w * now.w + now.x * now.x +
			    now.y * now.y + now.z * now.z - 1));
			step = fmin(step, now.w * want.w + now.x * want.x +
			    now.y * want.y + now.z * want.z);
		}
		p = e;
	}
	ok(worst < 1e-12 && norm < 1e-12,
	    "unrolled with %g rad to spread: ends where it must, evenly", far);
	ok(step > 0.99, "unrolled with %g rad to spread: of one sign", far);
	pl_record_close(&r);
}

static void
records(void)
{
	struct pl_record r = record(100, 2);
	struct pl_record h = { .n = N, .dt = 0.01 }, b = h, bad = h;
	double most = 0;
	struct pl_strap s;
	int i;

	for (i = 0; i < N; i++)
		most = fmax(most, pl_vec_norm(at(gyr, (size_t)i)));
	ok(!r.hole && !r.own[0] && !r.own[1] && r.acc[0] == acc[0] && r.gyr[2] == gyr[2] &&
	    r.fastest >= most && r.fastest < 2 * most,
	    "a record without holes is read where it is");
	pl_record_close(&r);
	a[1][0] = a[2][N / 2] = g[0][N - 1] = g[1][N - 9] = PL_MISSING;
	ok(!pl_record_open(&h, acc, gyr) && h.hole &&
	    h.hole[0] == PL_HOLE_ACC && h.hole[N / 2] == PL_HOLE_ACC &&
	    h.hole[N - 1] == PL_HOLE_GYR && h.hole[1] == 0 &&
	    h.acc[1][0] == a[1][1] && h.gyr[0][N - 1] == g[0][N - 2] &&
	    fabs(h.acc[2][N / 2] - (a[2][N / 2 - 1] + a[2][N / 2 + 1]) / 2) <
	    1e-15, "holes are flagged, bridged, held at the ends");
	most = h.gyr[1][N - 9] - (g[1][N - 10] + g[1][N - 8]) / 2;
	ok(fabs(most) > 0 && fabs(most) < 0.1,
	    "a short turn goes on as it came (%.3f rad/s off the line)", most);
	ok(fabs(pl_record_blind(&h, PL_HOLE_ACC, 0, N) - 0.02) < 1e-12 &&
	    pl_record_blind(&h, PL_HOLE_GYR, N - 9, N - 8) < 1e-5 &&
	    fabs(pl_record_blind(&h, PL_HOLE_GYR, N - 8, N) - 0.01) < 1e-12,
	    "a short one counts for less than one without an end");
	pl_record_close(&h);
	bias[0] = (pl_vec){ 0, 0, 0 };
	ok(!pl_record_open(&b, acc, NULL) && b.blind && b.hole && b.hole[0] &&
	    !b.hole[N - 1], "without gyroscope its holes do not count");
	pl_strap_sums(&s, &b, row + 1, 1, bias, to);
	ok(s.turn.w == 1 && s.lever[0] > 0, "and nothing turns");
	pl_record_close(&b);
	for (i = 1; i < N; i++)
		a[0][i] = PL_MISSING;
	ok(pl_record_open(&bad, acc, gyr) == PL_ESHORT,
	    "a record without two whole rows is refused");
	pl_record_close(&bad);
}

int
main(void)
{
	alike();
	differences(2000 / 7.0, 0.02, 2e-4);
	differences(1000, 0.02, 2e-4);
	differences(2000 / 7.0, 2, 1e-3);
	differences(100, 1, 1e-3);
	differences(12.5, 0.1, 0.05);
	unrolls(1e-5);
	unrolls(0.015);
	unrolls(0.5);
	unrolls(0);
	records();
	return done();
}
