#include "script.h"

#include <math.h>
#include <stdlib.h>

#include "../../base/trig.h"
#include "act.h"
#include "cut.h"
#include "scenario.h"

const struct pl_session pl_session_default = {
	5, 100, 1, { 3, 1, 2, 1 }, 30, .5, PL_PIECE_COSINE, NULL,
	{ .body_kg = 80, .stature_m = PL_BODY_REF_M, .sex = PL_MALE,
	    .rack = PL_RACK_FRONT, .bar_offset_m = NAN,
	    .sensor = { .39, -.093 } },
	100, 0, 1, 0, NAN, { 0 }, false, { false, 0 }, { false, 0 }
};

static bool
within(double x, double lo, double hi)
{
	return x >= lo && x <= hi;
}

static bool
drillable(const struct pl_session *p)
{
	return within(p->drill.range_deg, PL_DRILL_RANGE_LO_DEG,
	    PL_DRILL_RANGE_HI_DEG) && within(p->drill.warm_pct,
	    PL_DRILL_WARM_LO_PCT, PL_DRILL_WARM_HI_PCT) &&
	    !(p->scenes & ~pl_drill_scenes());
}

static bool
possible(const struct pl_session *p)
{
	return p->grade && p->reps >= 0 && p->reps <= PL_SESSION_REPS_HI &&
	    p->sets > 0 && p->sets <= PL_SESSION_SETS_HI &&
	    (p->reps_hi == 0 || (p->reps_hi >= p->reps &&
	    p->reps_hi <= PL_SESSION_REPS_HI)) &&
	    within(p->rate_hz, PL_SESSION_RATE_LO_HZ, PL_SESSION_RATE_HI_HZ) &&
	    within(p->tempo_s[PL_ECC], PL_SESSION_PHASE_LO_S,
	    PL_SESSION_PHASE_HI_S) &&
	    within(p->tempo_s[PL_CON], PL_SESSION_PHASE_LO_S,
	    PL_SESSION_PHASE_HI_S) &&
	    within(p->tempo_s[PL_LOW], 0, PL_SESSION_PHASE_HI_S) &&
	    within(p->tempo_s[PL_TOP], 0, PL_SESSION_PHASE_HI_S) &&
	    within(p->lean_deg, PL_SESSION_LEAN_LO_DEG,
	    PL_SESSION_LEAN_HI_DEG) &&
	    within(p->depth_m, PL_SESSION_DEPTH_LO_M, PL_SESSION_DEPTH_HI_M) &&
	    (!p->drill.kind || drillable(p));
}

/* Out of the rack, unless the bar is on the shoulders already. */
static void
walk_out(struct pl_lifter *m, bool racked)
{
	unsigned scenes = m->p->scenes;
	double turn;

	if (!racked) {
		m->rack_m = pl_lay_between(&m->scene, .03, .10);
		return;
	}
	if (scenes & PL_SCENE_UNRACK)
		pl_act_unrack_low(m);
	else
		pl_act_unrack(m);
	pl_act_stand(m, .5, 1);
	if (scenes & PL_SCENE_WALK_OUT) {
		turn = pl_lay_between(&m->scene, -PL_PI, PL_PI);
		pl_act_stroll(m, 4 + (int)(5 * pl_random_uniform(&m->scene)),
		    -1, turn);
		pl_act_stand(m, .5, 1.5);
		pl_act_shuffle(m);
	} else
		pl_act_walk(m, -1);
	pl_act_stand(m, 1.5, 3);
}

static void
walk_in(struct pl_lifter *m)
{
	pl_act_stand(m, 1.5, 2.5);
	if (m->heading_rad != 0)
		pl_act_stroll(m, 4 + (int)(5 * pl_random_uniform(&m->scene)),
		    1, -m->heading_rad);
	else
		pl_act_walk(m, 1);
	pl_act_stand(m, .3, .6);
	pl_act_rerack(m);
}

/* After a failure the bar is on the pins, and the lifter walks away. */
static void
leave(struct pl_lifter *m)
{
	pl_act_get_up(m);
	pl_act_stand(m, .3, 1);
	pl_act_stroll(m, 2 + (int)(3 * pl_random_uniform(&m->scene)), -1,
	    -m->heading_rad);
}

/* The strap gives, in 0.15 s, at some time between two instants. */
static void
slip(struct pl_lifter *m, double from, double to)
{
	double t = pl_lay_between(&m->scene, from, to);

	pl_lay_smooth(m, PL_SLIP, t, t + .15,
	    pl_lay_between(&m->scene, 5, 20) * PL_DEG);
}

static int
reps_of(struct pl_lifter *m)
{
	const struct pl_session *p = m->p;

	return p->reps_hi == 0 ? p->reps : p->reps + (int)(
	    (p->reps_hi - p->reps + 1) * pl_random_uniform(&m->scene));
}

static void
one_set(struct pl_lifter *m, int set, bool last)
{
	unsigned what[PL_SESSION_REPS_HI], scenes = m->p->scenes;
	bool fails = false;
	int n = reps_of(m), i;
	double from;

	pl_scenario_plan(scenes, last, &m->scene, what, n);
	if (scenes & PL_SCENE_BEND) {
		pl_act_shoes(m);
		pl_act_stand(m, 2, 5);
		pl_act_duck(m);
		pl_act_stand(m, .5, 1.5);
	}
	m->set = set;
	walk_out(m, set > 1 || !(scenes & PL_SCENE_NO_UNRACK));
	from = m->now_s;
	for (i = 0; i < n; i++) {
		pl_act_rep(m, i, n, what[i]);
		fails = what[i] & PL_SCENE_FAILED;
	}
	if (scenes & PL_SCENE_SLIP && set == 1 && n > 0)
		slip(m, from, m->now_s);
	if (fails)
		leave(m);
	else
		walk_in(m);
	m->set = 0;
}

/* About the room, and back to the rack. */
static void
rest(struct pl_lifter *m)
{
	double turn = pl_lay_between(&m->scene, PL_PI / 2, PL_PI);
	int steps = 3 + (int)(4 * pl_random_uniform(&m->scene));

	pl_act_stand(m, 1, 2);
	pl_act_stroll(m, steps, -1, turn);
	m->now_s += pl_lay_ratio(&m->scene, 20, 90);
	pl_act_stroll(m, steps, 1, -m->heading_rad);
	pl_act_stand(m, 1, 3);
}

static int
sets_of(struct pl_lifter *m)
{
	return m->p->scenes & PL_SCENE_SETS ? 2 + (int)(3 *
	    pl_random_uniform(&m->scene)) : m->p->sets;
}

static void
all_sets(struct pl_lifter *m)
{
	int i, sets;

	pl_act_stand(m, 4, 6);
	sets = sets_of(m);
	for (i = 1; i <= sets; i++) {
		if (i > 1)
			rest(m);
		one_set(m, i, i == sets);
	}
	pl_act_stand(m, 3, 5);
}

enum pl_err
pl_script_make(struct pl_script *s, const struct pl_session *p)
{
	struct pl_script made = { .way = PL_HEIGHT, .lower = 1 };
	struct pl_lifter m;

	if (!possible(p))
		return PL_ERANGE;
	pl_act_begin(&m, &made, p);
	if (p->drill.kind)
		pl_drill_lay(&m);
	else
		all_sets(&m);
	made.end_s = m.now_s;
	pl_act_sway(&m);
	if (m.err) {
		pl_script_free(&made);
		return m.err;
	}
	pl_cut_script(&made, p->scenes, &m.scene);
	*s = made;
	return PL_OK;
}

/* Does b follow a in a set without a rest between them? */
static bool
goes_on(const struct pl_act *a, const struct pl_act *b)
{
	return pl_cand_counts(a->class) && pl_cand_counts(b->class) &&
	    a->set == b->set && b->start_s - a->end_s < PL_CAND_TURN_S;
}

void
pl_script_span(const struct pl_script *s, size_t act, double *from_s,
    double *to_s)
{
	const struct pl_act *a = &s->act[act];

	*from_s = pl_cand_counts(a->class) ? a->sink_s : a->start_s;
	*to_s = a->end_s;
	if (act > 0 && goes_on(a - 1, a))
		*from_s = (a[-1].end_s + a->sink_s) / 2;
	if (act + 1 < s->acts && goes_on(a, a + 1))
		*to_s = (a->end_s + a[1].sink_s) / 2;
}

bool
pl_script_cuts(const struct pl_script *s, const struct pl_act *a)
{
	return a->start_s < 0 || a->end_s > s->end_s;
}

void
pl_script_free(struct pl_script *s)
{
	int i;

	for (i = 0; i < PL_AXES; i++)
		pl_track_free(&s->track[i]);
	free(s->act);
	*s = (struct pl_script){ 0 };
}
