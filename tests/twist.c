/* the angle about one axis: what is turned is found, however it is worn */
#include <stdlib.h>

#include "../lib/base/num.h"
#include "../lib/base/random.h"
#include "../lib/imu/twist.h"
#include "../lib/imu/twist_drift.h"
#include "tap.h"

enum { N = 4000 };
#define RATE 100.0

static double q[4][N], gyr[3][N], want[N], angle[N], away[N];

static pl_vec
random_vec(struct pl_random *r)
{
	double x = pl_random_normal(r), y = pl_random_normal(r);

	return (pl_vec){ x, y, pl_random_normal(r) };
}

/* Five turns by size and back, 8 s each, about an axis of the sensor, with a
 * little about another; earth anywhere. */
static void
make(pl_vec axis, double size, double other, struct pl_random *r)
{
	pl_vec v = random_vec(r), a, b;
	pl_quat earth = pl_quat_unit((pl_quat){ pl_random_normal(r), v.x, v.y,
	    v.z }), was = PL_QUAT_ONE;
	size_t i;

	pl_vec_across(axis, &a, &b);
	for (i = 0; i < N; i++) {
		double t = (double)i / RATE;
		pl_quat p, d;

		want[i] = size * (1 - pl_cos(2 * PL_PI * t / 8)) / 2;
		p = pl_quat_mul(pl_quat_exp(pl_vec_scale(a, other *
		    pl_sin(2 * PL_PI * t / 8))), pl_quat_exp(
		    pl_vec_scale(axis, want[i])));
		p = pl_quat_mul(earth, p);
		q[0][i] = p.w, q[1][i] = p.x, q[2][i] = p.y, q[3][i] = p.z;
		d = pl_quat_mul(pl_quat_conj(was), p);
		gyr[0][i] = i ? 2 * RATE * d.x : 0;
		gyr[1][i] = i ? 2 * RATE * d.y : 0;
		gyr[2][i] = i ? 2 * RATE * d.z : 0;
		was = p;
	}
}

static struct pl_twist
twist(bool with)
{
	return (struct pl_twist){ .q = { q[0], q[1], q[2], q[3] },
	    .gyr = { with ? gyr[0] : NULL, gyr[1], gyr[2] }, .n = N,
	    .rate_hz = RATE };
}

/* The worst error of the angle from row 0, after the axis was found. */
static double
worst(struct pl_twist *w, pl_vec axis)
{
	double most = 0, sign;
	pl_quat zero;
	size_t i;

	if (pl_twist_axis(w, 0, N) || pl_twist_pose(w, 0, 1, &zero) ||
	    pl_twist_angle(w, zero, angle))
		return 1e9;
	sign = pl_vec_dot(w->axis_s, axis) < 0 ? -1 : 1;
	for (i = 0; i < N; i++)
		if (!pl_missing(angle[i]))
			most = fmax(most, fabs(sign * angle[i] - want[i]));
	return most;
}

static void
any_mounting(void)
{
	double with = 0, without = 0, across = 0, aside = 0;
	struct pl_random r;
	struct pl_twist w;
	int i;

	pl_random_seed(&r, 3, 0);
	for (i = 0; i < 40; i++) {
		pl_vec axis = pl_vec_unit(random_vec(&r));

		make(axis, (20 + 3 * i) * PL_DEG, 0, &r);
		w = twist(false);
		without = fmax(without, worst(&w, axis));
		w = twist(true);
		with = fmax(with, worst(&w, axis));
		aside = fmax(aside, 1 - fabs(pl_vec_dot(axis, w.axis_s)));
		make(axis, 50 * PL_DEG, 3 * PL_DEG, &r);
		w = twist(true);
		across = fmax(across, worst(&w, axis));
	}
	ok(without < 1e-6 && aside < 1e-9, "any axis, by 20 to 137 deg: the "
	    "attitude alone gives axis and angle");
	ok(with < .002 * PL_DEG, "so does the gyroscope with it (%.5f deg)",
	    with / PL_DEG);
	ok(across < 1 * PL_DEG, "3 deg about an axis across, from side to "
	    "side, change one of 50 by %.2f", across / PL_DEG);
}

/* Two turns and a half one way: the angle goes on. */
static void
far(void)
{
	pl_vec axis = { .6, 0, .8 };
	struct pl_random r;
	struct pl_twist w;

	pl_random_seed(&r, 4, 0);
	make(axis, 900 * PL_DEG, 0, &r);
	w = twist(false);
	ok(worst(&w, axis) < 1e-6, "it goes on beyond half a turn");
}

/* How far the ranges of the turns are off from 60 deg: row 400 and every 800th
 * after it, less those 400 beside. */
static double
off(const struct pl_twist *w, double *ran)
{
	double most = 0, before;
	pl_quat zero;
	size_t i;

	if (pl_twist_pose(w, 0, 1, &zero) || pl_twist_angle(w, zero, angle))
		exit(2);
	for (i = 400, *ran = 0; i + 400 < N; i += 800) {
		before = (angle[i - 400] + angle[i + 400]) / 2;
		most = fmax(most, fabs(angle[i] - before - 60 * PL_DEG));
		*ran = fmax(*ran, fabs(angle[i + 400] - angle[i - 400]));
	}
	return most / PL_DEG;
}

/* A bias, and an attitude that is off by what an accelerometer's zero makes. */
static void
errors(void)
{
	pl_vec axis = { 0, 0, 1 };
	double alone, with, ran;
	struct pl_random r;
	struct pl_twist w;
	size_t i;

	pl_random_seed(&r, 5, 0);
	make(axis, 60 * PL_DEG, 0, &r);
	for (i = 0; i < N; i++) {
		pl_quat e = pl_quat_exp((pl_vec){ 0, 0, PL_DEG *
		    (pl_cos(want[i]) - 1) }), p = { q[0][i], q[1][i], q[2][i],
		    q[3][i] };

		p = pl_quat_mul(p, e);
		q[0][i] = p.w, q[1][i] = p.x, q[2][i] = p.y, q[3][i] = p.z;
		gyr[2][i] += .5 * PL_DEG;
	}
	w = twist(false);
	w.axis_s = axis;
	alone = off(&w, &ran);
	w = twist(true);
	w.axis_s = axis;
	with = off(&w, &ran);
	ok(alone > .4 && with < .05, "an attitude off by up to 0.5 deg costs "
	    "a range of 60 %.3f; with a gyroscope of bias 0.5 deg/s %.3f",
	    alone, with);
	ok(ran < .1 * PL_DEG, "and nothing runs away");
}

static void
holes(void)
{
	pl_vec axis = { 0, 1, 0 };
	struct pl_random r;
	struct pl_twist w;
	bool gone = true;
	size_t i;
	int k;

	pl_random_seed(&r, 6, 0);
	make(axis, 60 * PL_DEG, 0, &r);
	for (i = 700; i < 900; i++)
		for (k = 0; k < 4; k++)
			q[k][i] = PL_MISSING;
	for (i = 1700; i < 1900; i++)
		gyr[1][i] = PL_MISSING;
	w = twist(true);
	ok(worst(&w, axis) < .01 * PL_DEG, "beside a hole it is what it was");
	for (i = 700; i < 900; i++)
		gone = gone && pl_missing(angle[i]);
	ok(gone && !pl_missing(angle[1800]), "and in it it is missing, but not "
	    "where the gyroscope alone is");
	for (i = 0; i < N; i++)
		q[2][i] = i % 2 ? PL_MISSING : 1e300;
	w = twist(true);
	ok(pl_twist_axis(&w, 0, N) == PL_ESTATE, "nothing turns where nothing "
	    "is an attitude");
}

static void
poses(void)
{
	pl_vec axis = { 0, 1, 0 };
	pl_quat level = pl_quat_exp((pl_vec){ 0, 0, 1 }), up, half;
	struct pl_twist w = twist(false);
	struct pl_random r;
	size_t i;
	int k;

	pl_random_seed(&r, 7, 0);
	make(axis, 60 * PL_DEG, 0, &r);
	w.axis_s = axis;
	up = pl_quat_between(axis, (pl_vec){ 0, 0, -1 });
	half = pl_quat_between(axis, (pl_vec){ 0, 1, 1 });
	ok(pl_twist_tilt(&w, level) < 1e-12 && fabs(pl_twist_tilt(&w, up) -
	    PL_PI / 2) < 1e-12 && fabs(pl_twist_tilt(&w, half) - PL_PI / 4) <
	    1e-12, "the tilt of an axis: level, upside down and between");
	for (i = 0; i < 10; i++)
		for (k = 0; k < 4 && i % 2; k++)
			q[k][i] = -q[k][i];
	ok(!pl_twist_pose(&w, 0, 10, &level) && fabs(fabs(level.w * q[0][0] +
	    level.x * q[1][0] + level.y * q[2][0] + level.z * q[3][0]) - 1) <
	    1e-6, "the mean of attitudes does not mind their signs");
}

/* A line with a slope that bends is no longer there. */
static void
drift(void)
{
	double most = 0;
	size_t i;

	for (i = 0; i < N; i++)
		away[i] = i % 97 == 5 ? PL_MISSING : .3 + 1e-4 * (double)i +
		    1e-9 * (double)i * (double)i;
	if (pl_twist_drift(away, N, RATE))
		exit(2);
	for (i = 0; i < N; i++)
		if (i % 97 != 5)
			most = fmax(most, fabs(away[i]));
	ok(most < .2 * PL_DEG, "a drift by 40 deg is taken out to %.3f",
	    most / PL_DEG);
	away[0] = 1, away[1] = PL_MISSING, away[2] = 3;
	ok(!pl_twist_drift(away, 3, RATE) && away[0] == 0 && away[2] == 0 &&
	    pl_missing(away[1]) && !pl_twist_drift(away, 0, RATE),
	    "of a record too short nothing is left");
}

int
main(void)
{
	any_mounting();
	far();
	errors();
	holes();
	poses();
	drift();
	return done();
}
