/* the trunk's axes are found however the sensor is strapped on */
#include <stdlib.h>

#include "../lib/base/num.h"
#include "../lib/base/quat.h"
#include "../lib/base/random.h"
#include "../lib/base/unit.h"
#include "../lib/imu/align.h"
#include "../lib/imu/calibrate.h"
#include "tap.h"

enum { RATE = 50, N = 60 * RATE };
static double a[3][N], g[3][N], out[3][N];
static const double *const acc[3] = { a[0], a[1], a[2] };
static const double *const gyr[3] = { g[0], g[1], g[2] };

static pl_quat
mounting(unsigned seed)
{
	struct pl_random r;
	double v[4];
	int i;

	pl_random_seed(&r, seed, 3);
	for (i = 0; i < 4; i++)
		v[i] = pl_random_normal(&r);
	return pl_quat_unit((pl_quat){ v[0], v[1], v[2], v[3] });
}

/*
 * In trunk axes (x forward, y up, z right): 6 s still, six squats that lean
 * by 35 deg and pause below for low_s, 6 s still; then as a sensor turned by
 * q_st sees them.
 */
static void
record(pl_quat q_st, double low_s, double twist)
{
	size_t i;

	for (i = 0; i < N; i++) {
		double t = (double)i / RATE - 6, T = 4 + low_s, u, s, lean = 0;
		double turn = 0, up = 0, w = PL_PI / 2;
		pl_vec f, r;

		if (t > 0 && t < 6 * T) {
			u = t - T * (int)(t / T);
			s = u < 2 ? u : u < 2 + low_s ? 2 : u - low_s;
			lean = 17.5 * PL_DEG * (1 - pl_cos(w * s));
			if (u < 2 || u > 2 + low_s) {
				turn = 17.5 * PL_DEG * w * pl_sin(w * s);
				up = -0.25 * w * w * pl_cos(w * s);
			}
		}
		f = (pl_vec){ -(PL_GRAVITY + up) * pl_sin(lean),
		    (PL_GRAVITY + up) * pl_cos(lean), 0 };
		r = (pl_vec){ 0, twist * pl_sin(9 * t), -turn };
		f = pl_quat_rotate(q_st, f);
		r = pl_quat_rotate(q_st, r);
		a[0][i] = f.x, a[1][i] = f.y, a[2][i] = f.z;
		g[0][i] = r.x, g[1][i] = r.y, g[2][i] = r.z;
	}
}

static double
off_deg(pl_vec v, pl_quat q_st, pl_vec axis)
{
	pl_vec want = pl_quat_rotate(q_st, axis);

	return pl_atan2(pl_vec_norm(pl_vec_cross(v, want)),
	    pl_vec_dot(v, want)) / PL_DEG;
}

static enum pl_err
find(struct pl_align *al)
{
	struct pl_align_known known = { { 0, 0, 0 }, { 0, 0, 0 } };
	struct pl_upright u;
	enum pl_err err = pl_calibrate_upright(acc, gyr, N, RATE, &u);

	known.up = u.up;
	return err ? err : pl_align_find(acc, gyr, N, RATE, &known, al);
}

static void
mounted(double low_s, double twist)
{
	double worst = 0, d;
	struct pl_align al;
	unsigned seed;

	for (seed = 0; seed < 12; seed++) {
		pl_quat q = mounting(seed);

		record(q, low_s, twist);
		if (find(&al))
			break;
		d = off_deg(al.up, q, (pl_vec){ 0, 1, 0 });
		worst = d > worst ? d : worst;
		d = off_deg(al.fwd, q, (pl_vec){ 1, 0, 0 });
		worst = d > worst ? d : worst;
		d = off_deg(al.right, q, (pl_vec){ 0, 0, 1 });
		worst = d > worst ? d : worst;
	}
	ok(seed == 12 && worst < 1.5, "12 mountings, %g s at the bottom, twist "
	    "%g: axes within %.2f deg", low_s, twist, worst);
}

static void
bias(void)
{
	unsigned char rest[N] = { 0 };
	double b[3] = { 7, 7, 7 };
	size_t i;

	for (i = 0; i < N; i++)
		g[0][i] = g[1][i] = g[2][i] = 0.5;
	for (i = 100; i < 100 + RATE - 1; i++)
		rest[i] = 1;
	ok(pl_calibrate_bias(gyr, rest, N, RATE, b) == PL_ESTATE && b[0] == 7,
	    "below 1 s of rest there is no bias, and no change");
	rest[500] = 1;
	ok(!pl_calibrate_bias(gyr, rest, N, RATE, b) && b[2] == 0.5,
	    "from 1 s of rest it is the mean");
}

int
main(void)
{
	double *to[3] = { out[0], out[1], out[2] };
	struct pl_align_known known = { { 0, 2, 0 }, { 1, 0.2, 0 } };
	struct pl_align al;

	mounted(0, 0);
	mounted(3, 0);
	mounted(0, 0.5);
	record(PL_QUAT_ONE, 0, 0);
	ok(!pl_align_find(acc, gyr, N, RATE, &known, &al) &&
	    off_deg(al.fwd, PL_QUAT_ONE, (pl_vec){ 1, 0, 0 }) < 1e-9 &&
	    al.sign_share > 0.9, "a stated forward is turned level");
	pl_align_lean(&al, 10 * PL_DEG);
	pl_align_apply(&al, acc, N, to);
	ok(fabs(pl_atan2(-out[0][0], out[1][0]) / PL_DEG - 10) < 1e-9 &&
	    fabs(out[2][0]) < 1e-12, "a neutral lean of 10 deg is read in "
	    "the stance");
	known.fwd = (pl_vec){ -1, 0, 0 };
	ok(!pl_align_find(acc, gyr, N, RATE, &known, &al) &&
	    al.sign_share < -0.9, "a forward that is backward shows");
	known.fwd = (pl_vec){ 0, 1, 0.1 };
	ok(pl_align_find(acc, gyr, N, RATE, &known, &al) == PL_ERANGE,
	    "a forward that points up is refused");
	bias();
	return done();
}
