#include "drill.h"

#include <math.h>
#include <string.h>

#include "../../base/trig.h"
#include "act.h"
#include "scenario.h"

#define ARM_M 0.11		/* of a sensor on the back, from the axis */

static const struct kind {
	const char *word;
	enum pl_axis main, others[2];
	double share[2];	/* of the lower thorax, from and to */
	double left;		/* the sign of the way to the left; 0: none */
} kinds[] = {
	[PL_DRILL_OPEN_BOOK] = { "open-book", PL_TWIST, { PL_LEAN, PL_ROLL },
	    { .3, .6 }, 1 },
	[PL_DRILL_CAT_COW] = { "cat-cow", PL_LEAN, { PL_TWIST, PL_ROLL },
	    { -.1, -.4 }, 0 },
	[PL_DRILL_SEATED_TURN] = { "seated-turn", PL_TWIST, { PL_LEAN,
	    PL_ROLL }, { .3, .6 }, 1 },
	[PL_DRILL_SIDE_BEND] = { "side-bend", PL_ROLL, { PL_LEAN, PL_TWIST },
	    { .3, .6 }, -1 },
};

enum { KINDS = sizeof kinds / sizeof *kinds };

enum pl_drill_kind
pl_drill_find(const char *word)
{
	int i;

	for (i = PL_DRILL_NONE + 1; i < KINDS; i++)
		if (strcmp(kinds[i].word, word) == 0)
			return (enum pl_drill_kind)i;
	return PL_DRILL_NONE;
}

bool
pl_drill_sided(enum pl_drill_kind kind)
{
	return kinds[kind].left != 0;
}

double
pl_drill_way(const struct pl_drill *d)
{
	double left = kinds[d->kind].left;

	return left == 0 ? 1 : d->right ? -left : left;
}

unsigned
pl_drill_scenes(void)
{
	return PL_SCENE_PARTIAL | PL_SCENE_DOUBLE | PL_SCENE_REST |
	    PL_SCENE_EARLY_END | PL_SCENE_LATE_START;
}

/* A hand that goes through the drill; angles in rad. */
struct hand {
	struct pl_lifter *m;
	const struct kind *kind;
	double way;		/* 1 or -1: the sign of the way out */
	double first;		/* share of the range that lies that way */
	double at;		/* the angle now, the way out positive */
};

/* Which way up is, in the frame in which the wearer seems to stand. */
static pl_vec
up_of(struct pl_lifter *m)
{
	double slope = 6 * PL_DEG * pl_random_normal(&m->body);
	double rolled = 5 * PL_DEG * pl_random_normal(&m->body);
	pl_vec up = { 0, 0, 1 }, side = { 0, 1, 0 }, ahead = { 1, 0, 0 };

	if (m->p->drill.kind == PL_DRILL_OPEN_BOOK) {
		up = (pl_vec){ 0, m->p->drill.right ? -1 : 1, 0 };
		side = (pl_vec){ 1, 0, 0 };
	} else if (m->p->drill.kind == PL_DRILL_CAT_COW)
		up = (pl_vec){ -1, 0, 0 };
	if (up.z == 0)
		ahead = (pl_vec){ 0, 0, 1 };
	up = pl_vec_add(pl_vec_scale(up, pl_cos(rolled)),
	    pl_vec_scale(side, pl_sin(rolled)));
	return pl_vec_add(pl_vec_scale(up, pl_cos(slope)),
	    pl_vec_scale(ahead, pl_sin(slope)));
}

/* One stretch of the way; soft tissue feels how it starts and ends. */
static void
go(struct hand *h, double span_s, double by)
{
	struct pl_lifter *m = h->m;
	double t = m->now_s, end = t + span_s;
	double push = ARM_M * fabs(by) * PL_PI * PL_PI / (2 * span_s * span_s);

	pl_lay_ramp(m, h->kind->main, t, end, h->way * by);
	pl_lay_jolt(m, t, push);
	pl_lay_jolt(m, end, push);
	h->at += by;
	m->now_s = end;
}

/* The way out; one that hesitates comes back a little on it. */
static void
go_out(struct hand *h, double span, double to, unsigned what)
{
	double by = to - h->at, dip, back;

	if (!(what & PL_SCENE_DOUBLE)) {
		go(h, span, by);
		return;
	}
	dip = by * pl_lay_between(&h->m->scene, .3, .6);
	back = dip * pl_lay_between(&h->m->scene, .15, .35);
	go(h, span * sqrt(dip / by), dip);
	h->m->now_s += pl_lay_between(&h->m->scene, .2, .8);
	go(h, span * sqrt(back / by), -back);
	go(h, span * sqrt((to - h->at) / by), to - h->at);
}

/* The range of cycle i, from 0. */
static double
range_of(struct pl_lifter *m, int i)
{
	int grown = i < PL_DRILL_WARMS - 1 ? i : PL_DRILL_WARMS - 1;

	return pl_lay_vary(&m->plan, m->p->drill.range_deg * PL_DEG *
	    (1 + m->p->drill.warm_pct / 100 * grown), .04);
}

static void
cycle(struct hand *h, int i, int n, unsigned what)
{
	struct pl_lifter *m = h->m;
	const double *tempo = m->p->tempo_s;
	bool partial = what & PL_SCENE_PARTIAL;
	double range = range_of(m, i), share = 1, whole = range, out, back;
	double off = m->p->grade->plane_deg * PL_DEG;
	struct pl_act *a = pl_lay_act(m, partial ? PL_PARTIAL : PL_WORK);
	int k;

	if (!a)
		return;
	if (partial)
		share = pl_lay_between(&m->scene, .4, .65);
	range *= share;
	a->sink_s = m->now_s;
	out = pl_lay_vary(&m->plan, tempo[PL_ECC], .05);
	go_out(h, out * sqrt((range * h->first - h->at) / whole),
	    range * h->first, what);
	a->low_s = m->now_s;
	m->now_s += pl_lay_vary(&m->plan, tempo[PL_LOW], .1);
	a->rise_s = m->now_s;
	/* where the way back ends */
	back = h->first < 1 ? range * (h->first - 1) :
	    .02 * range * pl_random_normal(&m->body);
	out = pl_lay_vary(&m->plan, tempo[PL_CON], .05);
	go(h, out * sqrt((h->at - back) / whole), back - h->at);
	a->end_s = m->now_s;
	for (k = 0; k < 2; k++)
		pl_lay_bell(m, h->kind->others[k], a->sink_s,
		    a->end_s - a->sink_s, off * pl_random_normal(&m->body));
	if (range > m->s->main_most_rad)
		m->s->main_most_rad = range;
	if (i + 1 < n)
		m->now_s += what & PL_SCENE_REST ? pl_lay_ratio(&m->scene, 10,
		    60) : pl_lay_vary(&m->plan, tempo[PL_TOP], .1);
}

/* Breathing, from the first row to the last; before the clock's end is known,
 * so for longer than any drill. */
static void
breathe(struct pl_lifter *m)
{
	double size = pl_lay_between(&m->body, .2, .8) * PL_DEG;
	double hz = pl_lay_between(&m->body, .2, .33);

	pl_lay_piece(m, PL_LEAN, (struct pl_piece){ PL_PIECE_WAVE, 0,
	    m->now_s + 1, size, hz, pl_lay_between(&m->body, 0, 2 * PL_PI),
	    0 });
}

void
pl_drill_lay(struct pl_lifter *m)
{
	const struct pl_drill *d = &m->p->drill;
	unsigned what[PL_SESSION_REPS_HI];
	struct hand h = { m, &kinds[d->kind], pl_drill_way(d), 1, 0 };
	int n = m->p->reps, i;

	m->s->way = m->s->main = h.kind->main;
	m->s->lower = pl_lay_between(&m->body, h.kind->share[0],
	    h.kind->share[1]);
	m->s->up_m = up_of(m);
	if (d->kind == PL_DRILL_CAT_COW)
		h.first = pl_lay_between(&m->body, .45, .75);
	pl_act_stand(m, 4, 6);
	m->set = 1;
	pl_scenario_plan(m->p->scenes, false, &m->scene, what, n);
	for (i = 0; i < n; i++)
		cycle(&h, i, n, what[i]);
	m->set = 0;
	if (h.first < 1 && n > 0) {
		m->now_s += pl_lay_vary(&m->plan, m->p->tempo_s[PL_TOP], .1);
		go(&h, m->p->tempo_s[PL_ECC] * sqrt(1 - h.first), -h.at);
	}
	pl_act_stand(m, 3, 5);
	breathe(m);
}

enum pl_err
pl_drill_lower(const struct pl_script *from, struct pl_script *lower)
{
	struct pl_script made = *from;
	enum pl_err err = PL_OK;
	size_t i;
	int k;

	made.act = NULL;
	made.acts = made.room = 0;
	for (k = 0; k < PL_AXES; k++)
		made.track[k] = (struct pl_track){ 0 };
	for (k = 0; k < PL_AXES && !err; k++)
		for (i = 0; i < from->track[k].n && !err; i++) {
			struct pl_piece one = from->track[k].piece[i];

			if (k == (int)from->main &&
			    one.kind != PL_PIECE_WAVE)
				one.size *= from->lower;
			err = pl_track_add(&made.track[k], one);
		}
	if (err)
		pl_script_free(&made);
	else
		*lower = made;
	return err;
}
