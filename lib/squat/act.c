#include "act.h"

#include <math.h>

#include "../base/mem.h"
#include "../base/trig.h"

/* Uses of one seed; sensor.c has 11 to 14. */
enum { PLAN = 1, BODY, WOBBLE };

#define JOLT 3.0		/* m/s^2: of a heel strike */
#define TREMBLE 0.6		/* m/s^2: of muscles at work */

static double
between(struct pl_random *r, double lo, double hi)
{
	return lo + (hi - lo) * pl_random_uniform(r);
}

/* Near centre, by a share that never runs away. */
static double
vary(struct pl_random *r, double centre, double share)
{
	double z = pl_random_normal(r);

	return centre * (1 + share * (z > 2.5 ? 2.5 : z < -2.5 ? -2.5 : z));
}

static void
add(struct pl_lifter *m, enum pl_axis axis, struct pl_piece piece)
{
	if (!m->err && piece.size != 0)
		m->err = pl_track_add(&m->s->track[axis], piece);
}

static void
ramp(struct pl_lifter *m, enum pl_axis axis, double t0, double t1, double size)
{
	add(m, axis, (struct pl_piece){ m->p->ramp, t0, t1 - t0, size,
	    0, 0, 0 });
}

static void
bell(struct pl_lifter *m, enum pl_axis axis, double t0, double span,
    double size)
{
	add(m, axis, (struct pl_piece){ PL_PIECE_BELL, t0, span, size,
	    0, 0, 0 });
}

/* Soft tissue answers an acceleration at t0. */
static void
jolt(struct pl_lifter *m, double t0, double m_s2)
{
	double strength = m->p->grade->wobble_m * (m_s2 < JOLT ? m_s2 / JOLT :
	    1);
	int axis;

	for (axis = PL_WOBBLE_FWD; axis <= PL_WOBBLE_RIGHT; axis++) {
		double ratio = pl_exp(between(&m->wobble, 0, pl_log(4)));
		double cycles = between(&m->wobble, 1, 2.5);
		double phase = between(&m->wobble, 0, 2 * PL_PI);
		double z = vary(&m->wobble, 1, .5);

		add(m, (enum pl_axis)axis, (struct pl_piece){ PL_PIECE_BURST,
		    t0, cycles / (3 * ratio), z * strength / (ratio * ratio),
		    3 * ratio, phase, 0 });
	}
}

/* Muscles under load are never smooth: a small jolt every fifth of a second. */
static void
tremble(struct pl_lifter *m, double from, double to)
{
	for (; from < to; from += between(&m->wobble, .1, .3))
		jolt(m, from, TREMBLE);
}

static struct pl_act *
begin(struct pl_lifter *m, enum pl_act_kind kind)
{
	struct pl_script *s = m->s;
	struct pl_act *grown;

	if (m->err)
		return NULL;
	grown = pl_mem_grow(s->act, &s->room, s->acts + 1, sizeof *grown);
	if (!grown) {
		m->err = PL_ENOMEM;
		return NULL;
	}
	s->act = grown;
	s->act[s->acts] = (struct pl_act){ kind, 0, m->now_s, NAN, NAN, NAN,
	    NAN };
	return &s->act[s->acts++];
}

void
pl_act_stand(struct pl_lifter *m, double lo, double hi)
{
	m->now_s += between(&m->plan, lo, hi);
}

void
pl_act_unrack(struct pl_lifter *m)
{
	struct pl_act *act = begin(m, PL_ACT_UNRACK);
	double span = between(&m->plan, .5, .8), t = m->now_s;

	m->rack_m = between(&m->plan, .03, .10);
	ramp(m, PL_HEIGHT, t, t + span, m->rack_m);
	bell(m, PL_LEAN, t, span + .2, between(&m->plan, 3, 6) * PL_DEG);
	jolt(m, t, JOLT);
	jolt(m, t + span, JOLT);
	m->now_s += span;
	if (act)
		act->end_s = m->now_s;
}

/* Towards +1 or -1; half a second and a bit for each step. */
void
pl_act_walk(struct pl_lifter *m, int towards)
{
	struct pl_act *act = begin(m, PL_ACT_WALK);
	int steps = pl_random_uniform(&m->plan) < .5 ? 2 : 3, i;
	double hz = between(&m->plan, 1.7, 2.3);
	double stride = between(&m->plan, .2, .35);
	double bob = between(&m->plan, .010, .025);
	double out = m->p->grade->plane_deg * PL_DEG;

	for (i = 0; i < steps; i++) {
		double t = m->now_s, span = vary(&m->plan, 1 / hz, .05);
		double side = i % 2 ? -1 : 1;

		ramp(m, PL_FORWARD, t, t + span, towards * stride);
		bell(m, PL_HEIGHT, t, span, vary(&m->plan, bob, .15));
		bell(m, PL_HEIGHT, t + .9 * span, .07,
		    -vary(&m->plan, .001, .3));
		bell(m, PL_RIGHT, t, span, side * vary(&m->plan, .015, .3));
		bell(m, PL_LEAN, t, span, vary(&m->plan, 1.5, .3) * PL_DEG);
		bell(m, PL_ROLL, t, span, side * vary(&m->body, out / 2, .3));
		bell(m, PL_TWIST, t, span, side * vary(&m->body, out, .3));
		jolt(m, t + .9 * span, JOLT);
		m->now_s += span + between(&m->plan, 0, .1);
	}
	if (act)
		act->end_s = m->now_s;
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
trunk(struct pl_lifter *m, const struct pl_act *a, double most)
{
	double con = a->end_s - a->rise_s, late = vary(&m->plan, m->late_s, .1);
	double ecc = a->low_s - a->sink_s, size, low;
	struct pl_piece back = { m->p->ramp, a->rise_s, con, -1, 0, 0, 0 };

	late = late < .4 * con ? late : .4 * con;
	low = most / tip(&back, late, m->tip, &size);
	ramp(m, PL_LEAN, a->start_s, a->sink_s + .25 * ecc, .35 * low);
	ramp(m, PL_LEAN, a->sink_s, a->low_s, .65 * low);
	ramp(m, PL_LEAN, a->rise_s, a->end_s, -low);
	bell(m, PL_LEAN, a->rise_s, late / m->tip, size * low);
	if (most > m->s->lean_most_rad)
		m->s->lean_most_rad = most;
}

/* The largest acceleration of a cosine ramp. */
static double
push(double size_m, double span_s)
{
	return size_m * PL_PI * PL_PI / (2 * span_s * span_s);
}

void
pl_act_rep(struct pl_lifter *m, int i)
{
	const double *tempo = m->p->tempo_s;
	double into = m->p->reps > 1 ? (double)i / (m->p->reps - 1) : 0;
	double depth = vary(&m->plan, m->p->depth_m, .03);
	double lean = vary(&m->plan, m->p->lean_deg * PL_DEG, .04) *
	    (1 + m->creep * into);
	double out = m->p->grade->plane_deg * PL_DEG, span;
	struct pl_act *a = begin(m, PL_ACT_REP);

	if (!a)
		return;
	a->rep = i + 1;
	a->sink_s = a->start_s + vary(&m->plan, m->hinge_s, .1);
	a->low_s = a->sink_s + vary(&m->plan, tempo[PL_ECC], .05);
	a->rise_s = a->low_s + vary(&m->plan, tempo[PL_LOW], .1);
	a->end_s = a->rise_s + vary(&m->plan, tempo[PL_CON], .05) *
	    (1 + m->slowing * into);
	span = a->end_s - a->start_s;
	ramp(m, PL_HEIGHT, a->sink_s, a->low_s, -depth);
	ramp(m, PL_HEIGHT, a->rise_s, a->end_s, depth);
	trunk(m, a, lean);
	bell(m, PL_FORWARD, a->sink_s, a->end_s - a->sink_s,
	    vary(&m->plan, .01, 1));
	bell(m, PL_ROLL, a->start_s, span, out * pl_random_normal(&m->body));
	bell(m, PL_TWIST, a->start_s, span, out * pl_random_normal(&m->body));
	jolt(m, a->sink_s, push(depth, a->low_s - a->sink_s));
	jolt(m, a->low_s, push(depth, a->low_s - a->sink_s));
	jolt(m, a->rise_s, push(depth, a->end_s - a->rise_s));
	jolt(m, a->end_s, push(depth, a->end_s - a->rise_s));
	tremble(m, a->sink_s, a->end_s - .3);
	m->now_s = a->end_s + (i + 1 < m->p->reps ?
	    vary(&m->plan, tempo[PL_TOP], .1) : 0);
}

void
pl_act_rerack(struct pl_lifter *m)
{
	struct pl_act *act = begin(m, PL_ACT_RERACK);
	double span = between(&m->plan, .5, .8), t = m->now_s;
	double bump = between(&m->plan, .003, .006);

	ramp(m, PL_FORWARD, t, t + span, between(&m->plan, .03, .08));
	ramp(m, PL_HEIGHT, t, t + span, -m->rack_m);
	bell(m, PL_LEAN, t, span + .3, between(&m->plan, 3, 6) * PL_DEG);
	/* against the uprights, then onto the hooks */
	bell(m, PL_FORWARD, t + .3 * span, .06, -bump / 2);
	bell(m, PL_HEIGHT, t + span - .03, .06, bump);
	jolt(m, t + .3 * span, JOLT);
	jolt(m, t + span, JOLT);
	m->now_s += span + .3;
	if (act)
		act->end_s = m->now_s;
}

/* Waves of standing, over the whole session: 0.15-0.6 Hz. */
void
pl_act_sway(struct pl_lifter *m)
{
	int axis, i;

	for (axis = PL_SWAY_FORWARD; axis <= PL_SWAY_RIGHT; axis++)
		for (i = 0; i < 3; i++) {
			double hz = .15 * pl_exp(between(&m->body, 0,
			    pl_log(4)));
			double size = m->p->grade->sway_m * sqrt(2. / 3);

			if (axis == PL_SWAY_RIGHT)
				size /= 2;
			add(m, (enum pl_axis)axis, (struct pl_piece){
			    PL_PIECE_WAVE, 0, m->s->end_s + 1, size, hz,
			    between(&m->body, 0, 2 * PL_PI), 0 });
		}
}

void
pl_act_begin(struct pl_lifter *m, struct pl_script *s,
    const struct pl_session *p)
{
	*m = (struct pl_lifter){ .s = s, .p = p };
	pl_random_seed(&m->plan, m->p->seed, PLAN);
	pl_random_seed(&m->body, m->p->seed, BODY);
	pl_random_seed(&m->wobble, m->p->seed, WOBBLE);
	m->s->stance_rad = m->p->grade->stance_deg * PL_DEG *
	    pl_random_normal(&m->body);
	m->hinge_s = between(&m->plan, .18, .45);
	m->late_s = between(&m->plan, .22, .55);
	m->tip = between(&m->plan, .36, .455);
	m->creep = between(&m->plan, 0, .15);
	m->slowing = between(&m->plan, 0, .15);
}
