/* a repetition, plain or as a scenario has it */
#include <math.h>

#include "../../base/trig.h"
#include "act.h"
#include "scenario.h"

#define TREMBLE 0.6		/* m/s^2: of muscles at work */
#define BRISK 5.0		/* m/s^2: of turning round in a bounce */

/* A stretch of the hip's way; the next begins so long before its end. */
struct move { double span_s, by_m, lap_s; };

enum { BOUNCES = 3, MOVES = 3 + 2 * BOUNCES + 1 + 3 };

struct rep {
	struct pl_act *a;
	unsigned what;
	double depth, lean;
	struct move move[MOVES];
	int moves;
	int low, rise;		/* moves at which these begin */
	double left_m;		/* above the bottom, where a failure ends */
};

/* The largest acceleration of a cosine ramp. */
static double
push(double size_m, double span_s)
{
	return fabs(size_m) * PL_PI * PL_PI / (2 * span_s * span_s);
}

/* How long a ramp takes that is pushed so hard. */
static double
span_of(double size_m, double push_m_s2)
{
	return sqrt(fabs(size_m) * PL_PI * PL_PI / (2 * push_m_s2));
}

static void
move(struct rep *r, double span, double by, double lap)
{
	r->move[r->moves++] = (struct move){ span, by, lap };
}

/* At once, or in a first dip of which a little is taken back. */
static void
descend(struct pl_lifter *m, struct rep *r, double span, double by)
{
	double dip, back;

	if (!(r->what & PL_SCENE_DOUBLE)) {
		move(r, span, -by, 0);
		return;
	}
	dip = by * pl_lay_between(&m->scene, .3, .6);
	back = dip * pl_lay_between(&m->scene, .15, .35);
	move(r, span * sqrt(dip / by), -dip, 0);
	move(r, span_of(back, pl_lay_between(&m->scene, 1, 3)), back, 0);
	by -= dip - back;
	move(r, span * sqrt(by / (by + dip - back)), -by, 0);
}

/* Each goes up by less than 30 % and comes down deeper than it was, so that
 * the last is the lowest; and there may be a pause. */
static void
bottom(struct pl_lifter *m, struct rep *r, double ecc, double pause)
{
	double up[BOUNCES], deeper[BOUNCES], sum = 0;
	int n = 0, i;

	if (r->what & PL_SCENE_BOUNCE)
		n = 1 + (int)(BOUNCES * pl_random_uniform(&m->scene));
	for (i = 0; i < n; i++) {
		up[i] = r->depth * pl_lay_between(&m->scene, .08, .22);
		deeper[i] = r->depth * pl_lay_between(&m->scene, .03, .06);
		sum += deeper[i];
	}
	descend(m, r, ecc, r->depth - sum);
	r->low = r->moves;
	for (i = 0; i < n; i++) {
		double brisk = BRISK * pl_lay_between(&m->scene, .7, 1.2);

		move(r, span_of(up[i], brisk), up[i], 0);
		move(r, span_of(up[i] + deeper[i], brisk), -up[i] - deeper[i],
		    0);
	}
	r->a->bounces = n;
	if (r->what & PL_SCENE_PAUSE)
		pause = pl_lay_between(&m->scene, 1, 3);
	move(r, pause, 0, 0);
	r->rise = r->moves;
}

/* Up; slowly, past a sticking region; or not all the way. */
static void
ascend(struct pl_lifter *m, struct rep *r, double con)
{
	double share;

	if (r->what & PL_SCENE_FAILED) {
		share = pl_lay_between(&m->scene, .25, .65);
		r->left_m = r->depth * pl_lay_between(&m->scene, .06, .15);
		con *= pl_lay_between(&m->scene, .8, 1.5) * sqrt(share);
		move(r, con, share * r->depth, 0);
		move(r, pl_lay_between(&m->scene, .5, 2), 0, 0);
		share = share * r->depth - r->left_m;
		move(r, span_of(share, pl_lay_between(&m->scene, 1.5, 4)),
		    -share, 0);
	} else if (r->what & PL_SCENE_GRIND) {
		con *= pl_lay_between(&m->scene, 1.8, 3);
		share = r->depth * pl_lay_between(&m->scene, .3, .5);
		move(r, .55 * con, share, .1 * con *
		    pl_lay_between(&m->scene, .2, 1));
		share = r->depth - share;
		con -= .55 * con - r->move[r->moves - 1].lap_s;
		move(r, con, share, 0);
	} else
		move(r, con, r->depth, 0);
}

/* The clock goes through the moves; soft tissue feels each turn. */
static void
heights(struct pl_lifter *m, struct rep *r)
{
	double t = r->a->sink_s;
	int i;

	for (i = 0; i < r->moves; i++) {
		const struct move *v = &r->move[i];

		if (i == r->low)
			r->a->low_s = t;
		if (i == r->rise)
			r->a->rise_s = t;
		if (v->span_s > 0)
			pl_lay_ramp(m, PL_HEIGHT, t, t + v->span_s, v->by_m);
		t += v->span_s - v->lap_s;
	}
	r->a->end_s = t;
}

static void
jolts(struct pl_lifter *m, const struct rep *r)
{
	double t = r->a->sink_s, size;
	int i;

	for (i = 0; i < r->moves; i++) {
		const struct move *v = &r->move[i];
		double to = t + v->span_s;

		if (v->by_m != 0) {
			size = push(v->by_m, to - t);
			pl_lay_jolt(m, t, size);
			pl_lay_jolt(m, to, size);
		}
		t = to - v->lap_s;
	}
	/* muscles under load are never smooth: five small jolts a second */
	for (t = r->a->sink_s; t < r->a->end_s - .3;
	    t += pl_lay_between(&m->wobble, .1, .3))
		pl_lay_jolt(m, t, TREMBLE);
}

/*
 * Hips that rise first tip the trunk on: a bell on its way back.  The bell
 * begins with the ascent and is as high as it must be for the sum to peak when
 * late seconds have passed, at share of its span (below a half).  Returns the
 * peak for a lean of 1 at the bottom; *bell_size is for that lean, too.
 */
static double
tip(const struct pl_piece *back, double late, double share, double *bell_size)
{
	struct pl_piece one = { PL_PIECE_BELL, back->t0_s, late / share, 1,
	    0, 0, 0 };
	struct pl_jet down = pl_piece_at(back, back->t0_s + late);
	struct pl_jet up = pl_piece_at(&one, back->t0_s + late);

	*bell_size = -down.v / up.v;
	return 1 + down.x + *bell_size * up.x;
}

/* A third of the lean begins with the hinge, the rest with the descent. */
static void
bend(struct pl_lifter *m, const struct rep *r, double low)
{
	const struct pl_act *a = r->a;
	double ecc = a->low_s - a->sink_s, t = a->low_s;
	int i;

	pl_lay_ramp(m, PL_LEAN, a->start_s, a->sink_s + .25 * ecc, .35 * low);
	pl_lay_ramp(m, PL_LEAN, a->sink_s, a->low_s, .65 * low);
	for (i = r->low; i + 1 < r->rise; i += 2) {	/* with each bounce */
		const struct move *v = &r->move[i];
		double back = .65 * low * v->by_m / r->depth;
		double top = t + v->span_s, end = top + v[1].span_s;

		pl_lay_ramp(m, PL_LEAN, t, top, -back);
		pl_lay_ramp(m, PL_LEAN, top, end, back);
		t = end;
	}
}

static void
unbend(struct pl_lifter *m, const struct rep *r, double most)
{
	const struct pl_act *a = r->a;
	double con = a->end_s - a->rise_s;
	double late = pl_lay_vary(&m->plan, m->late_s, .1), size, low;
	struct pl_piece back = { m->p->ramp, a->rise_s, con, -1, 0, 0, 0 };

	late = late < .4 * con ? late : .4 * con;
	low = most / tip(&back, late, m->tip, &size);
	bend(m, r, low);
	pl_lay_ramp(m, PL_LEAN, a->rise_s, a->end_s, -low);
	pl_lay_bell(m, PL_LEAN, a->rise_s, late / m->tip, size * low);
}

/* It comes back a little, then runs away; the bar hits what catches it. */
static void
collapse(struct pl_lifter *m, const struct rep *r, double most)
{
	const struct move *v = &r->move[r->rise];
	double stall = r->a->rise_s + v[0].span_s, end = r->a->end_s;
	double back = .5 * most * v[0].by_m / r->depth;
	double away = pl_lay_between(&m->scene, 8, 20) * PL_DEG;
	double bump = pl_lay_between(&m->scene, .003, .006);

	bend(m, r, most);
	pl_lay_ramp(m, PL_LEAN, r->a->rise_s, stall, -back);
	pl_lay_smooth(m, PL_LEAN, stall + .5 * v[1].span_s, end, away);
	pl_lay_bell(m, PL_HEIGHT, end - .03, .06, bump);
	pl_lay_jolt(m, end, PL_LAY_JOLT);
	m->bent_rad = most - back + away;
	m->down_m = r->depth - r->left_m;
}

static double
rest_after(struct pl_lifter *m, int i, int n, unsigned what)
{
	double top = i + 1 < n ? pl_lay_vary(&m->plan, m->p->tempo_s[PL_TOP],
	    .1) : 0;

	if (i + 1 < n && what & PL_SCENE_TOUCH)
		top = pl_lay_between(&m->scene, 0, .1);
	if (i + 1 < n && what & PL_SCENE_REST)
		top = pl_lay_ratio(&m->scene, 10, 60);
	return top;
}

/* When it begins to sink, and the way; all in the plan's order. */
static void
plan(struct pl_lifter *m, struct rep *r, double into, double share)
{
	const double *tempo = m->p->tempo_s;
	double quick = r->what & PL_SCENE_TOUCH ? .35 : 1;
	double ecc, low, con;

	r->a->sink_s = r->a->start_s + quick * pl_lay_vary(&m->plan,
	    m->hinge_s, .1);
	ecc = pl_lay_vary(&m->plan, tempo[PL_ECC], .05);
	low = pl_lay_vary(&m->plan, tempo[PL_LOW], .1);
	con = pl_lay_vary(&m->plan, tempo[PL_CON], .05) *
	    (1 + m->slowing * into);
	bottom(m, r, ecc * sqrt(share), low);
	ascend(m, r, con * sqrt(share));
	heights(m, r);
}

static enum pl_class
class_of(unsigned what)
{
	return what & PL_SCENE_FAILED ? PL_FAILED :
	    what & PL_SCENE_PARTIAL ? PL_PARTIAL : PL_WORK;
}

void
pl_act_rep(struct pl_lifter *m, int i, int n, unsigned what)
{
	double into = n > 1 ? (double)i / (n - 1) : 0, share = 1, span;
	double out = m->p->grade->plane_deg * PL_DEG;
	struct rep r = { .what = what };

	r.depth = pl_lay_vary(&m->plan, m->p->depth_m, .03);
	r.lean = pl_lay_vary(&m->plan, m->p->lean_deg * PL_DEG, .04) *
	    (1 + m->creep * into);
	if (class_of(what) == PL_PARTIAL)
		share = pl_lay_between(&m->scene, .4, .65);
	r.a = pl_lay_act(m, class_of(what));
	if (!r.a)
		return;
	r.depth *= share;
	r.lean *= share;
	plan(m, &r, into, share);
	span = r.a->end_s - r.a->start_s;
	if (class_of(what) == PL_FAILED)
		collapse(m, &r, r.lean);
	else
		unbend(m, &r, r.lean);
	if (r.lean > m->s->main_most_rad)
		m->s->main_most_rad = r.lean;
	pl_lay_ahead(m, PL_PIECE_BELL, r.a->sink_s, r.a->end_s - r.a->sink_s,
	    pl_lay_vary(&m->plan, .01, 1));
	pl_lay_bell(m, PL_ROLL, r.a->start_s, span,
	    out * pl_random_normal(&m->body));
	pl_lay_bell(m, PL_TWIST, r.a->start_s, span,
	    out * pl_random_normal(&m->body));
	jolts(m, &r);
	m->now_s = r.a->end_s + rest_after(m, i, n, what);
}

void
pl_act_get_up(struct pl_lifter *m)
{
	double up = pl_lay_between(&m->scene, .8, 1.4), t;
	struct pl_act *act;

	m->now_s += pl_lay_between(&m->scene, .5, 3);
	act = pl_lay_act(m, PL_UNKNOWN);
	t = m->now_s;
	pl_lay_smooth(m, PL_HEIGHT, t, t + up, m->down_m - m->rack_m);
	pl_lay_smooth(m, PL_LEAN, t, t + .8 * up, -m->bent_rad);
	pl_lay_ahead(m, PL_PIECE_MINJERK, t + .2 * up, .8 * up, -.2);
	pl_lay_jolt(m, t, PL_LAY_JOLT);
	m->down_m = m->bent_rad = m->rack_m = 0;
	m->now_s += up;
	if (act)
		act->end_s = m->now_s;
}
