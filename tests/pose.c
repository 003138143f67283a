/* poses: calculus of a rigid trunk, and the mechanics of what it carries */
#include <math.h>
#include <stdlib.h>

#include "../lib/base/trig.h"
#include "../lib/squat/load/moment.h"
#include "../lib/squat/simulate/pose.h"
#include "tap.h"

static struct pl_session
session(const char *grade, enum pl_piece_kind ramp, unsigned seed)
{
	struct pl_session p = pl_session_default;

	p.grade = pl_grade_find(grade);
	p.ramp = ramp;
	p.seed = seed;
	return p;
}

static double
apart(pl_vec a, pl_vec b)
{
	return pl_vec_norm(pl_vec_sub(a, b));
}

static pl_vec
slope(pl_vec lo, pl_vec hi, double h)
{
	return pl_vec_scale(pl_vec_sub(hi, lo), 1 / (2 * h));
}

/* Everything that a pose says of motion, against differences. */
static void
poses(void)
{
	struct pl_session p = session("poor", PL_PIECE_MINJERK, 5);
	double h = 1e-5, t, v = 0, a = 0, w = 0, wdot = 0, bar = 0;
	struct pl_script s;

	if (pl_script_make(&s, &p))
		exit(2);
	for (t = 1; t < s.end_s - 1; t += .0371) {
		struct pl_pose x, lo, hi;
		pl_vec w_e;

		pl_pose_at(&s, &p.body, t, &x);
		pl_pose_at(&s, &p.body, t - h, &lo);
		pl_pose_at(&s, &p.body, t + h, &hi);
		v = fmax(v, apart(slope(lo.pos_e, hi.pos_e, h), x.vel_e));
		a = fmax(a, apart(slope(lo.vel_e, hi.vel_e, h), x.acc_e));
		w_e = pl_vec_add(pl_vec_scale(x.fwd_e, x.rate_t.x),
		    pl_vec_add(pl_vec_scale(x.up_e, x.rate_t.y),
		    pl_vec_scale(x.right_e, x.rate_t.z)));
		w = fmax(w, apart(slope(lo.fwd_e, hi.fwd_e, h),
		    pl_vec_cross(w_e, x.fwd_e)));
		w = fmax(w, apart(slope(lo.up_e, hi.up_e, h),
		    pl_vec_cross(w_e, x.up_e)));
		wdot = fmax(wdot, apart(slope(lo.rate_t, hi.rate_t, h),
		    x.turn_t));
		bar = fmax(bar, fabs((hi.bar_m - lo.bar_m) / (2 * h) -
		    x.bar_vel_m_s));
	}
	ok(v < 1e-6, "velocity is the derivative of position: %.1e m/s", v);
	ok(a < 1e-3, "acceleration is that of velocity: %.1e m/s^2", a);
	ok(w < 1e-6, "the axes turn at the angular rate: %.1e rad/s", w);
	ok(wdot < 1e-4, "its derivative is that: %.1e rad/s^2", wdot);
	ok(bar < 1e-6, "so for the bar: %.1e m/s", bar);
	pl_script_free(&s);
}

/* lean and roll are what gravity in the trunk frame says they are */
static void
angles(void)
{
	struct pl_session p = session("poor", PL_PIECE_COSINE, 6);
	struct pl_script s;
	struct pl_pose x;
	double t, lean = 0, roll = 0, most = 0;

	if (pl_script_make(&s, &p))
		exit(2);
	for (t = 0; t < s.end_s; t += .05) {
		pl_vec up;

		pl_pose_at(&s, &p.body, t, &x);
		up = (pl_vec){ x.fwd_e.z, x.up_e.z, x.right_e.z };
		lean = fmax(lean, fabs(pl_atan2(-up.x, up.y) - x.lean));
		roll = fmax(roll, fabs(pl_atan2(-up.z, sqrt(up.x * up.x +
		    up.y * up.y)) - x.roll));
		most = fmax(most, fabs(x.roll));
	}
	ok(lean < 1e-12 && roll < 1e-12 && most > .01,
	    "lean and roll are those of the vertical seen from the trunk");
	pl_script_free(&s);
}

/* The same moment from world accelerations, which know nothing of frames. */
static void
mechanics(void)
{
	struct pl_session p = session("none", PL_PIECE_COSINE, 7);
	const struct pl_level *l = pl_body_find_level("t7t8");
	struct pl_moment m;
	struct pl_script s;
	struct pl_pose x;
	double t, worst = 0;

	pl_moment_init(&m, &p.body, l);
	if (pl_script_make(&s, &p))
		exit(2);
	for (t = 0; t < s.end_s; t += .01) {
		double own, world;

		pl_pose_at(&s, &p.body, t, &x);
		own = pl_moment_at(&m, p.bar_kg, x.force_t.y, x.force_t.x,
		    -x.rate_t.z, -x.turn_t.z);
		world = pl_moment_world(&p.body, l, p.bar_kg, x.lean,
		    -x.rate_t.z, -x.turn_t.z, x.acc_e.x, x.acc_e.z);
		worst = fmax(worst, fabs(own - world));
	}
	ok(worst < 1e-9, "moments equal the world form: %.1e N m", worst);
	pl_script_free(&s);
}

int
main(void)
{
	poses();
	angles();
	mechanics();
	return done();
}
