/*
 * motion.h - a body that turns and sways, what a sensor on it reads, and how
 * far off its attitude is found: for tests of orient
 *
 * The record is in a (m/s^2) and g (rad/s), the truth in truth, and what was
 * found in q and sd.
 */
#ifndef TESTS_MOTION_H
#define TESTS_MOTION_H

#include <math.h>

#include "../lib/base/num.h"
#include "../lib/base/quat.h"
#include "../lib/base/random.h"
#include "../lib/imu/orient.h"
#include "tap.h"

enum { ROOM = 70000 };
static double a[3][ROOM], g[3][ROOM], q[4][ROOM], sd[ROOM];
static pl_quat truth[ROOM];
static const double *const acc[3] = { a[0], a[1], a[2] };
static const double *const gyr[3] = { g[0], g[1], g[2] };
static double *const out[4] = { q[0], q[1], q[2], q[3] };

/* A body that turns and sways, still from..to seconds; t in seconds. */
struct motion { double turn, sway, still_from, still_to; };

static inline pl_quat
attitude(const struct motion *m, double t)
{
	double u = t < m->still_from ? t : t < m->still_to ? m->still_from :
	    t - m->still_to + m->still_from;
	pl_vec r = { m->turn * pl_sin(1.3 * u), m->turn * 0.7 *
	    pl_sin(0.8 * u + 1), m->turn * pl_sin(0.5 * u) + 0.3 };

	return pl_quat_exp(r);
}

static inline pl_vec
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
static inline size_t
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

static inline pl_vec
up(const double *const p[4], size_t i)
{
	return pl_quat_rotate(pl_quat_conj((pl_quat){ p[0][i], p[1][i],
	    p[2][i], p[3][i] }), (pl_vec){ 0, 0, 1 });
}

/* Angle between two estimates of up, rad. */
static inline double
apart(pl_vec u, pl_vec v)
{
	return pl_atan2(pl_vec_norm(pl_vec_cross(u, v)), pl_vec_dot(u, v));
}

static inline double
error(size_t i)
{
	return apart(up((const double *const *)out, i), pl_quat_rotate(
	    pl_quat_conj(truth[i]), (pl_vec){ 0, 0, 1 }));
}

static inline double
rms(size_t from, size_t to)
{
	double s = 0;
	size_t i;

	for (i = from; i < to; i++)
		s += error(i) * error(i);
	return sqrt(s / (double)(to - from)) / PL_DEG;
}

static inline enum pl_err
find(size_t n, double rate)
{
	return pl_orient_smooth(&pl_orient_usual, acc, gyr, n, rate, out, sd,
	    NULL);
}

/* Every number is one, every q is of length 1 and on the side of the last. */
static inline bool
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

#endif
