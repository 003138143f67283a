/* scenarios: what each does, and that it stays a movement */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/unit.h"
#include "../lib/squat/simulate/pose.h"
#include "../lib/squat/simulate/scenario.h"
#include "../lib/squat/simulate/simulate.h"
#include "tap.h"

#define SEEDS 20

static struct pl_session
session(const char *words, uint64_t seed)
{
	struct pl_session p = pl_session_default;
	const char *bad;
	size_t len;

	p.grade = pl_grade_find("consumer");
	p.seed = seed;
	p.tempo_s[PL_ECC] = 1;
	p.tempo_s[PL_LOW] = .2;
	p.tempo_s[PL_CON] = .8;
	p.scenes = pl_scenario_parse(words, &bad, &len);
	if (p.scenes & PL_SCENE_RANDOM)
		pl_scenario_draw(&p);
	return p;
}

/* The worst of a session, over every 5 ms. */
struct worst { double jump_m, off_m, off_m_s; };

static double
far(pl_vec a, pl_vec b)
{
	return pl_vec_norm(pl_vec_sub(a, b));
}

/* Position by Simpson's rule over velocity, and that over acceleration, which
 * takes a shape whose acceleration does not jump. */
static void
integrate(const struct pl_script *s, const struct pl_session *p,
    struct worst *w)
{
	const double dt = .005;
	struct pl_pose a, b, c;
	pl_vec at, vel;
	double t;

	pl_pose_at(s, &p->body, 0, &a);
	at = a.pos_e;
	vel = a.vel_e;
	for (t = 0; t + dt < s->end_s; t += dt, a = c) {
		pl_pose_at(s, &p->body, t + dt / 2, &b);
		pl_pose_at(s, &p->body, t + dt, &c);
		at = pl_vec_add(at, pl_vec_scale(pl_vec_add(pl_vec_add(a.vel_e,
		    c.vel_e), pl_vec_scale(b.vel_e, 4)), dt / 6));
		vel = pl_vec_add(vel, pl_vec_scale(pl_vec_add(pl_vec_add(
		    a.acc_e, c.acc_e), pl_vec_scale(b.acc_e, 4)), dt / 6));
		w->jump_m = fmax(w->jump_m, far(a.pos_e, c.pos_e));
		w->off_m = fmax(w->off_m, far(at, c.pos_e));
		w->off_m_s = fmax(w->off_m_s, far(vel, c.vel_e));
	}
}

/* Do acts follow each other, and are the phases of what counts in order? */
static bool
orderly(const struct pl_script *s)
{
	size_t i;

	for (i = 0; i < s->acts; i++) {
		const struct pl_act *a = &s->act[i], *b = i ? a - 1 : NULL;

		if (!(a->end_s > a->start_s) || a->end_s <= 0 ||
		    a->start_s >= s->end_s || (b && a->start_s < b->end_s))
			return false;
		if (pl_cand_counts(a->class) != (a->rep > 0) ||
		    (a->rep > 1 && (b->rep != a->rep - 1 ||
		    b->set != a->set)))
			return false;
		if (a->rep && !(a->sink_s > a->start_s && a->low_s >
		    a->sink_s && a->rise_s >= a->low_s && a->end_s >
		    a->rise_s))
			return false;
	}
	return true;
}

static int
count(const struct pl_script *s, enum pl_class class)
{
	size_t i;
	int n = 0;

	for (i = 0; i < s->acts; i++)
		n += s->act[i].class == class;
	return n;
}

/* Every scenario stays a movement. */
static void
movements(const char *word)
{
	struct worst w = { 0, 0, 0 };
	bool in_order = true, bounded = true;
	uint64_t seed;

	for (seed = 1; seed <= SEEDS; seed++) {
		struct pl_session p = session(word, seed);
		struct pl_script s;
		int n;

		p.ramp = PL_PIECE_MINJERK;
		if (pl_script_make(&s, &p))
			exit(2);
		if (seed == 1)
			integrate(&s, &p, &w);
		in_order &= orderly(&s);
		n = count(&s, PL_WORK) + count(&s, PL_PARTIAL) +
		    count(&s, PL_FAILED);
		bounded &= n <= 48 && n >= (p.scenes & (PL_SCENE_LATE_START |
		    PL_SCENE_EARLY_END) ? 0 : p.sets);
		pl_script_free(&s);
	}
	ok(w.jump_m < .03 && w.off_m < .001 && w.off_m_s < .02, "%s: velocity "
	    "integrates to position, and acceleration to velocity: %.1e m, "
	    "%.1e m/s, no step beyond %.3f m", word, w.off_m, w.off_m_s,
	    w.jump_m);
	ok(in_order && bounded, "%s: acts come in order, and as many reps as "
	    "they should", word);
}

/* Of the truth of what counts: how many, and the extremes of a column. */
struct told { int work, partial, failed, cut; double least, most; };

static struct told
tell(const char *words, uint64_t seed, const char *column)
{
	struct pl_session p = session(words, seed);
	struct told a = { 0, 0, 0, 0, INFINITY, -INFINITY };
	struct pl_table stream, truth;
	size_t i;

	p.rate_hz = 10;
	pl_table_init(&stream);
	pl_table_init(&truth);
	if (pl_simulate_run(&p, &stream, &truth, NULL))
		exit(2);
	for (i = 0; i < truth.rows; i++) {
		const char *class = pl_table_label(&truth,
		    pl_table_find(&truth, "class"), i);
		double x = pl_table_get(&truth, column)[i];

		a.work += strcmp(class, "work") == 0;
		a.partial += strcmp(class, "partial") == 0;
		a.failed += strcmp(class, "failed") == 0;
		a.cut += pl_table_get(&truth, "truncated")[i] == 1;
		if (!pl_missing(x)) {
			a.least = fmin(a.least, x);
			a.most = fmax(a.most, x);
		}
	}
	pl_table_free(&stream);
	pl_table_free(&truth);
	return a;
}

/* Each does what the page says; by its effect on a column of the truth. */
static void
effects(void)
{
	static const struct {
		const char *word, *column;
		double lo, hi;		/* of the column, over all rows */
		int work, partial, failed;
	} row[] = {
		{ "unrack", "bounces", 0, 0, 5, 0, 0 },
		{ "failed", "con_s", .7, 5, 4, 0, 1 },
		{ "partial", "depth_m", .18, .65, 3, 2, 0 },
		{ "pause", "bottom_pause_s", 1, 3.2, 5, 0, 0 },
		{ "bounce", "bounces", 1, 3, 5, 0, 0 },
		{ "grind", "con_s", .7, 3.3, 5, 0, 0 },
		{ "touch-and-go", "top_pause_s", 0, .11, 5, 0, 0 },
		{ "walk-out", "set", 1, 1, 5, 0, 0 },
		{ "slip", "bounces", 0, 0, 5, 0, 0 },
		{ "double", "ecc_s", .8, 3.5, 5, 0, 0 },
		{ "rest", "top_pause_s", .7, 62, 5, 0, 0 },
		{ "no-unrack", "cand", 1, 7, 5, 0, 0 },
		{ "bend", "cand", 1, 11, 5, 0, 0 },
		{ "partial,failed,bounce,pause", "bottom_pause_s", 1.3, 7, 3,
		    1, 1 },
	};
	size_t i;

	for (i = 0; i < sizeof row / sizeof *row; i++) {
		struct told a = tell(row[i].word, 3, row[i].column);

		ok(a.work == row[i].work && a.partial == row[i].partial &&
		    a.failed == row[i].failed && a.cut == 0 && a.least >=
		    row[i].lo && a.most <= row[i].hi, "%s: %d work, %d "
		    "partial, %d failed; %s from %g to %g", row[i].word,
		    a.work, a.partial, a.failed, row[i].column, a.least,
		    a.most);
	}
}

/* What differs from the plain session of the seed, at its greatest. */
static void
contrasts(void)
{
	struct told plain = tell("unrack", 5, "con_s");
	struct told grind = tell("grind", 5, "con_s");
	struct told rest = tell("rest", 5, "top_pause_s");
	struct told sets = tell("sets", 5, "set");
	ok(grind.most > 1.7 * plain.most && grind.least < 1.1 * plain.most,
	    "grind: the last ones take long, the first do not");
	ok(rest.most >= 9.9, "rest: one pause is %.0f s long", rest.most);
	ok(sets.most >= 2 && sets.most <= 4 && sets.work == 5 * (int)sets.most,
	    "sets: %g of five", sets.most);
}

/* An edge cuts one act at most, and what the file cannot tell is unknown. */
static void
edges(const char *word)
{
	int cut = 0, unknown = 0, most = 0;
	uint64_t seed;

	for (seed = 1; seed <= SEEDS; seed++) {
		struct pl_session p = session(word, seed);
		struct pl_script s;
		size_t i;
		int n = 0;

		if (pl_script_make(&s, &p))
			exit(2);
		for (i = 0; i < s.acts; i++)
			n += pl_script_cuts(&s, &s.act[i]);
		unknown += count(&s, PL_UNKNOWN);
		most = n > most ? n : most;
		cut += n;
		pl_script_free(&s);
	}
	ok(most == 1 && cut > SEEDS / 5 && cut < SEEDS && unknown > 0 &&
	    unknown < cut, "%s: of %d files %d cut a repetition, of which %d "
	    "cannot be told", word, SEEDS, cut, unknown);
}

/* A scene leaves the rest of the movement as the seed has it. */
static void
leaves(void)
{
	struct pl_session p = session("slip", 4), q = session("slip", 4);
	struct pl_script a, b;
	size_t i;
	bool same;

	q.scenes = 0;
	if (pl_script_make(&a, &p) || pl_script_make(&b, &q))
		exit(2);
	same = a.acts == b.acts && a.track[PL_SLIP].n == 1;
	for (i = 0; same && i < a.acts; i++)
		same = a.act[i].end_s == b.act[i].end_s;
	ok(same, "a strap that slips changes no movement");
	pl_script_free(&a);
	pl_script_free(&b);
}

/* The trace's attitude turns the specific force, and that integrates to the
 * trace's velocity: with many scenes at once, though the strap slips. */
static void
reckoning(void)
{
	struct pl_session p = session("unrack,failed,partial,pause,bounce,"
	    "grind,touch-and-go,walk-out,early-end,late-start,slip,double,"
	    "bend", 6);
	static const char *const name[] = { "acc_x_m_s2", "acc_y_m_s2",
		"acc_z_m_s2", "q_w", "q_x", "q_y", "q_z" };
	struct pl_grade loose = *pl_grade_find("none");
	struct pl_table stream, truth, trace;
	double worst = 0, v = NAN, before = 0;
	const double *x[7], *vel;
	size_t i;
	int k;

	loose.slack_deg = 2;
	loose.plane_deg = 5;
	loose.sway_m = .006;
	p.grade = &loose;
	p.rate_hz = 500;
	p.ramp = PL_PIECE_MINJERK;
	pl_table_init(&stream);
	pl_table_init(&truth);
	pl_table_init(&trace);
	if (pl_simulate_run(&p, &stream, &truth, &trace))
		exit(2);
	for (k = 0; k < 7; k++)
		x[k] = pl_table_get(k < 3 ? &stream : &trace, name[k]);
	vel = pl_table_get(&trace, "vel_m_s");
	for (i = 0; i < stream.rows; i++) {
		pl_quat q = { x[3][i], x[4][i], x[5][i], x[6][i] };
		double a = pl_quat_rotate(q, (pl_vec){ x[0][i], x[1][i],
		    x[2][i] }).z - PL_GRAVITY;

		v = i == 0 ? vel[0] : v + (before + a) / 2 / p.rate_hz;
		before = a;
		worst = fmax(worst, fabs(v - vel[i]));
	}
	ok(worst < .01, "many at once: in %.0f s the samples integrate to the "
	    "trace's velocity within %.4f m/s", (double)i / p.rate_hz, worst);
	pl_table_free(&stream);
	pl_table_free(&truth);
	pl_table_free(&trace);
}

static void
words(void)
{
	const char *bad;
	size_t len;

	ok(pl_scenario_parse("pause,touch-and-go", &bad, &len) ==
	    (PL_SCENE_PAUSE | PL_SCENE_TOUCH), "a list is the OR of its words");
	ok(!pl_scenario_parse("pause,,bounce", &bad, &len) && len == 0,
	    "an empty word is none");
	ok(!pl_scenario_parse("pause,nap,slip", &bad, &len) && len == 3 &&
	    memcmp(bad, "nap", 3) == 0, "the word that is none is told");
}

int
main(void)
{
	int i;

	words();
	for (i = 0; pl_scenario_word(i); i++)
		movements(pl_scenario_word(i));
	effects();
	contrasts();
	edges("early-end");
	edges("late-start");
	leaves();
	reckoning();
	return done();
}
