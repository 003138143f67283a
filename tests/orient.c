/* attitude is found again whatever the motion, mounting, rate and bias */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/num.h"
#include "../lib/base/quat.h"
#include "../lib/base/random.h"
#include "../lib/imu/orient.h"
#include "tap.h"

enum { ROOM = 70000 };
static double a[3][ROOM], g[3][ROOM], q[4][ROOM], sd[ROOM], was[4][ROOM];
static pl_quat truth[ROOM];
static const double *const acc[3] = { a[0], a[1], a[2] };
static const double *const gyr[3] = { g[0], g[1], g[2] };
static double *const out[4] = { q[0], q[1], q[2], q[3] };

/* A body that turns and sways, still from..to seconds; t in seconds. */
struct motion { double turn, sway, still_from, still_to; };

static pl_quat
attitude(const struct motion *m, double t)
{
	double u = t < m->still_from ? t : t < m->still_to ? m->still_from :
	    t - m->still_to + m->still_from;
	pl_vec r = { m->turn * pl_sin(1.3 * u), m->turn * 0.7 *
	    pl_sin(0.8 * u + 1), m->turn * pl_sin(0.5 * u) + 0.3 };

	return pl_quat_exp(r);
}

static pl_vec
sway(const struct motion *m, double t)
{
	bool still = t > m->still_from - 1 && t < m->still_to + 1;
	double w = 2 * PL_PI * 0.6;

	/* position sway sin(w t): acceleration -w^2 of it */
	if (still)
		return (pl_vec){ 0, 0, 0 };
	return (pl_vec){ -m->sway * w * w * pl_sin(w * t),
	    m->sway * w * w * pl_cos(1.1 * w * t),
	    -m->sway * w * w * pl_sin(0.7 * w * t) };
}

/* What a sensor in that body reads, by the stated convention. */
static size_t
record(const struct motion *m, double rate, double seconds)
{
	size_t n = (size_t)(seconds * rate), i;
	pl_quat last = attitude(m, -1 / rate);

	for (i = 0; i < n; i++) {
		double t = (double)i / rate;
		pl_quat now = attitude(m, t), d;
		pl_vec f = sway(m, t), w;
		double k;

		d = pl_quat_mul(pl_quat_conj(last), now);
		w = (pl_vec){ d.x, d.y, d.z };
		k = pl_vec_norm(w);
		w = pl_vec_scale(w, k > 0 ? 2 * pl_atan2(k, d.w) / k * rate :
		    0);
		f.z += 9.81;
		f = pl_quat_rotate(pl_quat_conj(now), f);
		a[0][i] = f.x, a[1][i] = f.y, a[2][i] = f.z;
		g[0][i] = w.x, g[1][i] = w.y, g[2][i] = w.z;
		truth[i] = last = now;
	}
	return n;
}

static pl_vec
up(const double *const p[4], size_t i)
{
	return pl_quat_rotate(pl_quat_conj((pl_quat){ p[0][i], p[1][i],
	    p[2][i], p[3][i] }), (pl_vec){ 0, 0, 1 });
}

/* Angle between two estimates of up, rad. */
static double
apart(pl_vec u, pl_vec v)
{
	return pl_atan2(pl_vec_norm(pl_vec_cross(u, v)), pl_vec_dot(u, v));
}

static double
error(size_t i)
{
	return apart(up((const double *const *)out, i), pl_quat_rotate(
	    pl_quat_conj(truth[i]), (pl_vec){ 0, 0, 1 }));
}

static double
rms(size_t from, size_t to)
{
	double s = 0;
	size_t i;

	for (i = from; i < to; i++)
		s += error(i) * error(i);
	return sqrt(s / (double)(to - from)) / PL_DEG;
}

static enum pl_err
find(size_t n, double rate)
{
	return pl_orient_smooth(&pl_orient_usual, acc, gyr, n, rate, out, sd,
	    NULL);
}

/* Every number is one, every q is of length 1 and on the side of the last. */
static bool
sane(size_t n)
{
	size_t i;
	int c;

	for (i = 0; i < n; i++) {
		double s = 0, d = 0;

		for (c = 0; c < 4; c++) {
			s += q[c][i] * q[c][i];
			d += i ? q[c][i] * q[c][i - 1] : 1;
		}
		if (!(fabs(s - 1) < 1e-9 && d > 0 && sd[i] > 0 && sd[i] < 4))
			return false;
	}
	return true;
}

static void
follows(void)
{
	static const double rates[] = { 12.5, 25, 100, 2000 / 7.0, 1000 };
	struct motion m = { 0.6, 0.03, 99, 99 };
	size_t i, n;
	bool bad;

	for (i = 0; i < 5; i++) {
		n = record(&m, rates[i], 40);
		bad = find(n, rates[i]) || !sane(n);
		ok(!bad && rms(0, n) < 0.1,
		    "a moving sensor at %.1f Hz: up within 0.1 deg (%.3f)",
		    rates[i], rms(0, n));
	}
}

static void
turns_with_the_sensor(void)
{
	struct motion m = { 0.5, 0.05, 5, 8 };
	pl_quat r = pl_quat_exp((pl_vec){ 0.7, -1.9, 0.4 }), p, s;
	size_t n = record(&m, 100, 20), i;
	double most = 0, turn = 0;

	ok(!find(n, 100), "a sensor before it is mounted anew");
	memcpy(was, q, sizeof q);
	for (i = 0; i < n; i++) {
		pl_vec f = { a[0][i], a[1][i], a[2][i] };
		pl_vec w = { g[0][i], g[1][i], g[2][i] };

		f = pl_quat_rotate(r, f);
		w = pl_quat_rotate(r, w);
		a[0][i] = f.x, a[1][i] = f.y, a[2][i] = f.z;
		g[0][i] = w.x, g[1][i] = w.y, g[2][i] = w.z;
	}
	ok(!find(n, 100), "and after");
	p = PL_QUAT_ONE;
	for (i = 0; i < n; i++) {
		/* earth to earth: constant, and about the vertical */
		s = pl_quat_mul(pl_quat_mul((pl_quat){ q[0][i], q[1][i],
		    q[2][i], q[3][i] }, r), pl_quat_conj((pl_quat){ was[0][i],
		    was[1][i], was[2][i], was[3][i] }));
		if (i == 0)
			p = s;
		most = fmax(most, fabs(s.x) + fabs(s.y));
		s = pl_quat_mul(s, pl_quat_conj(p));
		turn = fmax(turn, fabs(s.z));
	}
	ok(most < 1e-7 && turn < 1e-7, "turning the sensor turns the answer "
	    "and changes nothing else (%.1e, %.1e)", most, turn);
}

static void
runs_backwards(void)
{
	struct motion m = { 0.5, 0.05, 99, 99 };
	size_t n = record(&m, 100, 20), i, last;
	double most = 0;
	int c;

	ok(!find(n, 100), "a record, forwards");
	memcpy(was, q, sizeof q);
	/* rates belong to intervals and so move by one */
	last = n - 1;
	for (c = 0; c < 3; c++) {
		for (i = 0; i < n / 2; i++) {
			double t = a[c][i];

			a[c][i] = a[c][last - i];
			a[c][last - i] = t;
		}
		for (i = 1; i <= n / 2; i++) {
			double t = g[c][i];

			g[c][i] = -g[c][n - i];
			g[c][n - i] = -t;
		}
	}
	ok(!find(n, 100), "and backwards");
	for (i = 100; i + 100 < n; i++)
		most = fmax(most, apart(up((const double *const *)out, i),
		    up((const double *const []){ was[0], was[1], was[2],
		    was[3] }, last - i)));
	ok(most < 1e-6, "give the same up at every instant (%.1e rad)", most);
}

static void
learns_bias(void)
{
	struct motion m = { 0.5, 0.05, 5, 11 };
	double bias[3], off = 0;
	const double put[3] = { 0.01, -0.02, 0.015 };
	size_t n = record(&m, 100, 30), i;
	struct pl_random r;
	int c;

	pl_random_seed(&r, 3, 0);
	for (c = 0; c < 3; c++)
		for (i = 0; i < n; i++) {
			g[c][i] += put[c] + 1e-3 * pl_random_normal(&r);
			a[c][i] += 0.01 * pl_random_normal(&r);
		}
	ok(!pl_orient_smooth(&pl_orient_usual, acc, gyr, n, 100, out, sd,
	    bias), "a biased gyroscope");
	for (c = 0; c < 3; c++)
		off = fmax(off, fabs(bias[c] - put[c]));
	ok(off < 0.03 * PL_DEG && rms(0, n) < 0.2, "shows its bias at rest: "
	    "within 0.03 deg/s (%.4f), up within 0.2 deg (%.3f)",
	    off / PL_DEG, rms(0, n));
}

static void
halves(void)
{
	struct motion m = { 0.4, 0.05, 99, 99 };
	size_t n = record(&m, 50, 80), half = n / 2, i;
	const double *part[6];
	double most = 0;
	int c;

	for (c = 0; c < 3; c++)
		for (i = 0; i < n; i++)
			g[c][i] += 0.003;
	ok(!find(n, 50), "a long record");
	memcpy(was, q, sizeof q);
	for (c = 0; c < 6; c++)
		part[c] = (c < 3 ? a[c] : g[c - 3]) + half;
	ok(!find(half, 50), "its first half");
	for (i = 0; i + 500 < half; i++)
		most = fmax(most, apart(up((const double *const *)out, i),
		    up((const double *const []){ was[0], was[1], was[2],
		    was[3] }, i)));
	ok(!pl_orient_smooth(&pl_orient_usual, part, part + 3, n - half, 50,
	    out, sd, NULL), "its second half");
	for (i = 500; i < n - half; i++)
		most = fmax(most, apart(up((const double *const *)out, i),
		    up((const double *const []){ was[0], was[1], was[2],
		    was[3] }, half + i)));
	ok(most < 0.05 * PL_DEG, "they agree beyond 10 s from the cut "
	    "(%.4f deg)", most / PL_DEG);
}

static void
holes(void)
{
	struct motion m = { 0.5, 0.03, 99, 99 };
	size_t n = record(&m, 100, 30), i, bad = 0;
	double far;

	for (i = 1200; i < 1420; i++)
		a[i % 3][i] = g[i % 2][i] = PL_MISSING;
	g[2][0] = a[1][7] = a[0][n - 1] = PL_MISSING;
	ok(!find(n, 100), "a record with holes");
	for (i = 0; i < n; i++)
		bad += pl_missing(q[0][i]) != (i == 0 || i == 7 || i == n - 1 ||
		    (i >= 1200 && i < 1420)) ||
		    pl_missing(q[0][i]) != pl_missing(sd[i]);
	ok(bad == 0, "has no attitude in them and everywhere else");
	far = fmax(rms(8, 1100), rms(1500, n - 1));
	ok(far < 0.3, "and is right beside them (%.3f deg)", far);
	ok(sd[1199] > 1.05 * sd[600] && sd[1420] > 1.05 * sd[600],
	    "but less sure (%.3f and %.3f against %.3f deg)",
	    sd[1199] / PL_DEG, sd[1420] / PL_DEG, sd[600] / PL_DEG);
}

static void
blind(void)
{
	struct motion m = { 0.15, 0, 99, 99 };
	size_t n = record(&m, 50, 40);
	enum pl_err err;
	double sure;

	ok(!find(n, 50), "with a gyroscope");
	sure = sd[n / 2];
	err = pl_orient_smooth(&pl_orient_usual, acc, NULL, n, 50, out, sd,
	    NULL);
	ok(!err && sane(n) && rms(0, n) < 2, "without, slow turns are "
	    "followed within 2 deg (%.2f)", rms(0, n));
	ok(sd[n / 2] > 4 * sure, "and the SD says that it is worse (%.1f, "
	    "%.1f deg)", sd[n / 2] / PL_DEG, sure / PL_DEG);
}

static void
fill(size_t n, double x, double y, double z, double turn)
{
	size_t i;

	memset(g, 0, sizeof g);
	for (i = 0; i < n; i++) {
		a[0][i] = x, a[1][i] = y, a[2][i] = z;
		g[1][i] = turn;
	}
}

static void
extremes(void)
{
	static const double rates[] = { 0.1, 12.5, 100, 1000 };
	struct motion m = { 1.2, 0.2, 99, 99 };
	size_t i, n;
	pl_vec u;

	for (i = 0; i < 4; i++) {
		fill(300, -5, 8, 2, 0);
		ok(!find(300, rates[i]) && sane(300), "nothing moves at %g Hz",
		    rates[i]);
		u = up((const double *const *)out, 200);
		ok(apart(u, (pl_vec){ -5, 8, 2 }) < 1e-7,
		    "and up is where it pushes");
		ok(!find(2, rates[i]) && sane(2), "two rows at %g Hz",
		    rates[i]);
	}
	fill(3000, 0, 0, 0, 0);
	ok(find(3000, 100) == PL_ESTATE, "zeros show no gravity");
	fill(3000, 0, 0.02, 1, 0);
	ok(find(3000, 100) == PL_ESTATE, "nor does a record in g");
	fill(3000, PL_MISSING, 0, 9.8, 0);
	ok(find(3000, 100) == PL_ESHORT, "nor one without a column");
	ok(find(1, 100) == PL_ESHORT && find(10, 0) == PL_ERANGE &&
	    find(10, NAN) == PL_ERANGE, "one row, no rate: refused");
	n = record(&m, 100, 30);
	for (i = 0; i < n; i++) {
		a[0][i] = fmin(fmax(a[0][i], -8), 8);
		g[2][i] = fmin(g[2][i], 0.5);
	}
	ok(!find(n, 100) && sane(n), "clipped axes give numbers all the same");
	fill(3000, 0, 0, 9.81, 0.2);
	ok(!find(3000, 100) && sane(3000), "so does a gyroscope that says to "
	    "turn over while nothing does");
}

static void
shifts(void)
{
	struct motion m = { 0.5, 0.03, 99, 99 };
	size_t n = record(&m, 100, 10), i;
	double most = 0;

	if (find(n, 100))
		return;
	memcpy(was, q, sizeof q);
	pl_orient_shift(out, sd, n, 2.5);
	for (i = 0; i + 3 < n; i++) {
		pl_vec u = pl_vec_add(up((const double *const []){ was[0],
		    was[1], was[2], was[3] }, i + 2),
		    up((const double *const []){ was[0], was[1], was[2],
		    was[3] }, i + 3));

		most = fmax(most, apart(u, up((const double *const *)out, i)));
	}
	ok(most < 1e-4 && !pl_missing(q[0][n - 4]) && pl_missing(q[0][n - 2]),
	    "read 2.5 rows later it stands between rows, but not past the end");
	pl_orient_shift(out, NULL, n, -2.5);
	ok(pl_missing(q[0][2]) && apart(up((const double *const *)out, 500),
	    up((const double *const []){ was[0], was[1], was[2], was[3] },
	    500)) < 1e-3, "and back again");
}

int
main(void)
{
	follows();
	turns_with_the_sensor();
	runs_backwards();
	learns_bias();
	halves();
	holes();
	blind();
	extremes();
	shifts();
	return done();
}
