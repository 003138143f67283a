/* simulated drills: poses, mechanics, and that truth and attitude agree */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/trig.h"
#include "../lib/base/unit.h"
#include "../lib/imu/twist.h"
#include "../lib/squat/simulate/pose.h"
#include "../lib/squat/simulate/scenario.h"
#include "../lib/squat/simulate/simulate.h"
#include "tap.h"

static const char *const words[] = { "open-book", "cat-cow", "seated-turn",
	"side-bend" };

static struct pl_session
session(const char *drill, const char *grade, unsigned seed)
{
	struct pl_session p = pl_session_default;

	p.grade = pl_grade_find(grade);
	p.seed = seed;
	p.ramp = PL_PIECE_MINJERK;
	p.body.rack = PL_RACK_NONE;
	p.drill.kind = pl_drill_find(drill);
	p.drill.range_deg = 45;
	memcpy(p.tempo_s, (double[4]){ 2, 1, 2, 1 }, sizeof p.tempo_s);
	return p;
}

static struct pl_script
script(const struct pl_session *p)
{
	struct pl_script s;

	if (pl_script_make(&s, p))
		exit(2);
	return s;
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

/* Everything that a pose says of motion, against differences; and the force,
 * turned to the earth, against gravity. */
static void
poses(const char *drill, bool right)
{
	struct pl_session p = session(drill, "poor", 5);
	double h = 1e-5, t, v = 0, a = 0, w = 0, f = 0;
	struct pl_script s;

	p.drill.right = right;
	s = script(&p);
	for (t = 1; t < s.end_s - 1; t += .0371) {
		struct pl_pose x, lo, hi;
		pl_vec w_e, g = { 0, 0, PL_GRAVITY };
		pl_quat q;

		pl_pose_at(&s, &p.body, t, &x);
		pl_pose_at(&s, &p.body, t - h, &lo);
		pl_pose_at(&s, &p.body, t + h, &hi);
		q = pl_pose_attitude(&x);
		v = fmax(v, apart(slope(lo.pos_e, hi.pos_e, h), x.vel_e));
		a = fmax(a, apart(slope(lo.vel_e, hi.vel_e, h), x.acc_e));
		w_e = pl_quat_rotate(q, x.rate_t);
		w = fmax(w, apart(slope(lo.fwd_e, hi.fwd_e, h),
		    pl_vec_cross(w_e, x.fwd_e)));
		w = fmax(w, apart(slope(lo.up_e, hi.up_e, h),
		    pl_vec_cross(w_e, x.up_e)));
		f = fmax(f, apart(pl_quat_rotate(q, x.force_t),
		    pl_vec_add(g, x.acc_e)));
		f = fmax(f, apart(pl_quat_rotate(q, (pl_vec){ 1, 0, 0 }),
		    x.fwd_e));
	}
	ok(v < 1e-6 && a < 1e-5 && w < 1e-6 && f < 1e-9,
	    "%s, %s: rates, accelerations and force are those of its motion",
	    drill, right ? "right" : "left");
	pl_script_free(&s);
}

/* Where its axes point at first: down to 1 - cos 20 deg. */
static void
lies(const char *drill, bool right, pl_vec want, const char *how)
{
	struct pl_session p = session(drill, "none", 6);
	double least = 1;
	struct pl_script s;
	struct pl_pose x;

	p.drill.right = right;
	for (p.seed = 1; p.seed < 20; p.seed++) {
		s = script(&p);
		pl_pose_at(&s, &p.body, 0, &x);
		least = fmin(least, want.x * x.fwd_e.z + want.y * x.up_e.z +
		    want.z * x.right_e.z);
		pl_script_free(&s);
	}
	ok(least > .92, "%s: %s", drill, how);
}

static void
run(const struct pl_session *p, struct pl_table t[3])
{
	int i;

	for (i = 0; i < 3; i++)
		pl_table_init(&t[i]);
	if (pl_simulate_run(p, &t[0], &t[1], &t[2]))
		exit(2);
}

static void
drop(struct pl_table t[3])
{
	int i;

	for (i = 0; i < 3; i++)
		pl_table_free(&t[i]);
}

/* The range of a cycle in the attitude of the trace. */
static double
turned(const struct pl_table *trace, const double *angle, double from_s,
    double until_s)
{
	const double *t_s = pl_table_get(trace, "t_s");
	double far = 0, near = 0, sign = 0;
	size_t i, at = 0, k = 0;

	while (t_s[k] < from_s)
		k++;
	for (i = k; i < trace->rows && t_s[i] < until_s; i++)
		if (fabs(angle[i] - angle[k]) > far) {
			far = fabs(angle[i] - angle[k]);
			sign = angle[i] > angle[k] ? 1 : -1;
			at = i;
		}
	near = sign * angle[at];
	for (i = at; i < trace->rows && t_s[i] <= until_s; i++)
		near = fmin(near, sign * angle[i]);
	return sign * angle[at] - near;
}

/* The truth is what the trace's attitudes show about their main axis, but for
 * what breathing does to up about an axis that is not level. */
static void
agrees(const char *drill)
{
	struct pl_session p = session(drill, "none", 7);
	double worst = 0, *angle;
	const double *start, *end, *range;
	struct pl_table t[3];
	struct pl_twist w;
	pl_quat zero;
	size_t i;

	p.rate_hz = 200;
	run(&p, t);
	w = (struct pl_twist){ .q = { pl_table_get(&t[2], "q_w"),
	    pl_table_get(&t[2], "q_x"), pl_table_get(&t[2], "q_y"),
	    pl_table_get(&t[2], "q_z") }, .n = t[2].rows, .rate_hz = 200 };
	angle = calloc(w.n, sizeof *angle);
	if (!angle || pl_twist_axis(&w, 0, w.n) || pl_twist_pose(&w, 0, 200,
	    &zero) || pl_twist_angle(&w, zero, angle))
		exit(2);
	start = pl_table_get(&t[1], "start_s");
	end = pl_table_get(&t[1], "end_s");
	range = pl_table_get(&t[1], "thorax_range_deg");
	for (i = 0; i < t[1].rows; i++)
		worst = fmax(worst, fabs(turned(&t[2], angle, start[i],
		    i + 1 < t[1].rows ? start[i + 1] : end[i] + 1) / PL_DEG -
		    range[i]));
	ok(t[1].rows == 5 && worst < .2, "%s: five cycles, and the attitude "
	    "has their ranges (%.3f deg)", drill, worst);
	free(angle);
	drop(t);
}

static void
warms(void)
{
	struct pl_session p = session("open-book", "none", 8);
	struct pl_table t[3];
	const double *range;

	p.reps = 30;
	p.drill.warm_pct = 10;
	run(&p, t);
	range = pl_table_get(&t[1], "thorax_range_deg");
	ok(t[1].rows == 30 && fabs(range[0] / 45 - 1) < .12 &&
	    fabs(range[4] / 63 - 1) < .12 && fabs(range[29] / 63 - 1) < .12,
	    "it warms up by 10 %% a cycle until the fifth");
	drop(t);
}

static void
second(void)
{
	struct pl_session p = session("open-book", "consumer", 9), squats =
	    pl_session_default;
	struct pl_table one[3], two[3];
	struct pl_script s, low;
	struct pl_pose a, b;
	bool same = true;
	size_t c, i;

	s = script(&p);
	if (pl_drill_lower(&s, &low))
		exit(2);
	pl_pose_at(&s, &p.body, (s.act[0].low_s + s.act[0].rise_s) / 2, &a);
	pl_pose_at(&low, &p.body, (s.act[0].low_s + s.act[0].rise_s) / 2, &b);
	ok(s.lower >= .3 && s.lower <= .6 && fabs(b.main - s.lower * a.main) <
	    1e-12 && fabs(a.lean - b.lean) < 1e-12,
	    "the lower thorax has its share of the turn, and breathes alike");
	pl_script_free(&low);
	pl_script_free(&s);
	run(&p, one);
	p.second = true;
	run(&p, two);
	for (c = 0; c < one[0].cols; c++)
		for (i = 0; i < one[0].rows; i++)
			same = same && one[0].col[c].x[i] == two[0].col[c].x[i];
	ok(same && two[0].cols == one[0].cols + 6 && two[0].rows ==
	    one[0].rows && pl_table_get(&two[0], "t12_gyr_z_rad_s"),
	    "a second sensor changes nothing of the first");
	ok(pl_table_get(&two[1], "thoracic_range_deg") &&
	    !pl_table_get(&one[1], "thoracic_range_deg") &&
	    pl_table_get(&two[2], "t12_q_w"), "and has its truth");
	drop(one);
	drop(two);
	squats.grade = pl_grade_find("none");
	squats.reps = 1;
	squats.second = true;
	run(&squats, two);
	ok(pl_table_get(&two[0], "t12_acc_x_m_s2") != NULL &&
	    pl_table_get(&two[1], "depth_m") != NULL,
	    "squats can have a second sensor, too");
	drop(two);
}

static void
refused(void)
{
	struct pl_session p = session("open-book", "none", 1), q = p;
	struct pl_script s;

	q.drill.range_deg = 2;
	ok(pl_script_make(&s, &q) == PL_ERANGE, "a range of 2 deg is refused");
	q = p;
	q.scenes = PL_SCENE_BOUNCE;
	ok(pl_script_make(&s, &q) == PL_ERANGE, "so is a bounce");
	ok(!pl_drill_find("squat") && !pl_drill_find(""),
	    "a word that is no drill is none");
}

int
main(void)
{
	size_t i;

	for (i = 0; i < sizeof words / sizeof *words; i++) {
		poses(words[i], false);
		if (pl_drill_sided(pl_drill_find(words[i])))
			poses(words[i], true);
		agrees(words[i]);
	}
	lies("open-book", false, (pl_vec){ 0, 0, -1 },
	    "who opens to the left lies on the right side");
	lies("open-book", true, (pl_vec){ 0, 0, 1 }, "and the reverse");
	lies("cat-cow", false, (pl_vec){ -1, 0, 0 }, "the chest is down");
	lies("seated-turn", false, (pl_vec){ 0, 1, 0 }, "the trunk is up");
	lies("side-bend", false, (pl_vec){ 0, 1, 0 }, "the trunk is up");
	warms();
	second();
	refused();
	return done();
}
