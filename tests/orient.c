/* attitude is found again whatever the motion, mounting, rate and bias */
#include <string.h>

#include "motion.h"

static double was[4][ROOM];

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

/* Lengths of an even and an odd number of rows, of nodes and of groups. */
static void
runs_backwards(const struct motion *m, double seconds)
{
	size_t n = record(m, 100, seconds), i, last;
	struct pl_random r;
	double most = 0;
	int c;

	pl_random_seed(&r, 9, 0);
	for (c = 0; c < 3; c++)
		for (i = 0; i < n; i++) {
			g[c][i] += 0.004 + 1e-3 * pl_random_normal(&r);
			a[c][i] += 0.02 * pl_random_normal(&r);
		}
	ok(!find(n, 100), "%zu rows, forwards", n);
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
	struct pl_oriented found;
	double off = 0;
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
	    &found), "a biased gyroscope");
	for (c = 0; c < 3; c++)
		off = fmax(off, fabs(found.bias[c] - put[c]));
	ok(off < 0.03 * PL_DEG && rms(0, n) < 0.2, "shows its bias at rest: "
	    "within 0.03 deg/s (%.4f), up within 0.2 deg (%.3f)",
	    off / PL_DEG, rms(0, n));
}

/* A gyroscope of another frame or unit is told from a good one. */
static void
fits(void)
{
	static const double wrong[] = { 1, -1, 0, 180 / PL_PI };
	struct motion m = { 1.5, 0.05, 99, 99 };
	struct pl_oriented found[4];
	double honest = 0;
	size_t n = record(&m, 100, 30), i, k;

	for (k = 0; k < 4; k++) {
		n = record(&m, 100, 30);
		for (i = 0; i < n; i++)
			g[1][i] *= wrong[k];
		if (pl_orient_smooth(&pl_orient_usual, acc, gyr, n, 100, out,
		    sd, &found[k]))
			found[k].misfit = INFINITY;	/* refused is told */
		if (k == 1)
			honest = sd[n / 2];
	}
	ok(found[0].misfit < 0.3, "a gyroscope that fits (%.2f)",
	    found[0].misfit);
	ok(found[1].misfit > 0.4, "one with an axis mirrored (%.1f)",
	    found[1].misfit);
	ok(found[2].misfit > 0.4, "without an axis (%.1f)", found[2].misfit);
	ok(found[3].misfit > 0.4, "with one in deg/s (%.1f)", found[3].misfit);
	ok(honest > 2 * PL_DEG, "and the uncertainty grows (%.1f deg)",
	    honest / PL_DEG);
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
	struct motion moving = { 0.5, 0.05, 99, 99 };
	struct motion resting = { 0.5, 0.05, 5, 11 };

	follows();
	turns_with_the_sensor();
	runs_backwards(&moving, 20);
	runs_backwards(&moving, 60.01);
	runs_backwards(&resting, 40);
	runs_backwards(&resting, 100);
	runs_backwards(&resting, 100.01);
	runs_backwards(&resting, 114);
	learns_bias();
	fits();
	halves();
	shifts();
	return done();
}
