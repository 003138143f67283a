#include "act.h"

#include <math.h>

#include "../../base/trig.h"

/* Uses of one seed; scenario.c has 5, impair.c more. */
enum { PLAN = 1, BODY, WOBBLE, SCENE };

void
pl_act_stand(struct pl_lifter *m, double lo, double hi)
{
	m->now_s += pl_lay_between(&m->plan, lo, hi);
}

/* The knees straighten from t on, and the bar leaves its hooks. */
static void
lift(struct pl_lifter *m, struct pl_act *act, double more_m)
{
	double span = pl_lay_between(&m->plan, .5, .8), t = m->now_s;

	m->rack_m = pl_lay_between(&m->plan, .03, .10);
	if (more_m > 0)
		span *= sqrt(1 + more_m / .1);
	pl_lay_ramp(m, PL_HEIGHT, t, t + span, m->rack_m + more_m);
	pl_lay_bell(m, PL_LEAN, t, span + .2,
	    pl_lay_between(&m->plan, 3, 6) * PL_DEG);
	pl_lay_jolt(m, t, PL_LAY_JOLT);
	pl_lay_jolt(m, t + span, PL_LAY_JOLT);
	m->now_s += span;
	if (act)
		act->end_s = m->now_s;
}

void
pl_act_unrack(struct pl_lifter *m)
{
	lift(m, pl_lay_act(m, PL_UNRACK), 0);
}

void
pl_act_unrack_low(struct pl_lifter *m)
{
	struct pl_act *act = pl_lay_act(m, PL_UNRACK);
	double dip = pl_lay_between(&m->scene, .08, .20), t = m->now_s;
	double down = pl_lay_between(&m->scene, .7, 1.2), up;
	double lean = pl_lay_between(&m->scene, 10, 30) * PL_DEG;

	pl_lay_ramp(m, PL_HEIGHT, t, t + down, -dip);
	pl_lay_ramp(m, PL_LEAN, t, t + down, lean);
	m->now_s += down + pl_lay_between(&m->scene, .2, 1);
	up = m->now_s;
	lift(m, act, dip);
	pl_lay_ramp(m, PL_LEAN, up, m->now_s, -lean);
}

/* Half a second and a bit for each step. */
static void
walk(struct pl_lifter *m, int steps, double step_m, double turn)
{
	struct pl_act *act = pl_lay_act(m, PL_WALK);
	double hz = pl_lay_between(&m->plan, 1.7, 2.3);
	double stride = step_m * pl_lay_between(&m->plan, .2, .35);
	double bob = pl_lay_between(&m->plan, .010, .025);
	double out = m->p->grade->plane_deg * PL_DEG;
	int i;

	for (i = 0; i < steps; i++) {
		double t = m->now_s, span = pl_lay_vary(&m->plan, 1 / hz, .05);
		double side = i % 2 ? -1 : 1;

		pl_lay_ahead(m, m->p->ramp, t, t + span - t, stride);
		pl_lay_smooth(m, PL_HEADING, t, t + span, turn / steps);
		m->heading_rad += turn / steps;
		pl_lay_bell(m, PL_HEIGHT, t, span,
		    pl_lay_vary(&m->plan, bob, .15));
		pl_lay_bell(m, PL_HEIGHT, t + .9 * span, .07,
		    -pl_lay_vary(&m->plan, .001, .3));
		pl_lay_bell(m, PL_RIGHT, t, span,
		    side * pl_lay_vary(&m->plan, .015, .3));
		pl_lay_bell(m, PL_LEAN, t, span,
		    pl_lay_vary(&m->plan, 1.5, .3) * PL_DEG);
		pl_lay_bell(m, PL_ROLL, t, span,
		    side * pl_lay_vary(&m->body, out / 2, .3));
		pl_lay_bell(m, PL_TWIST, t, span,
		    side * pl_lay_vary(&m->body, out, .3));
		pl_lay_jolt(m, t + .9 * span, PL_LAY_JOLT);
		m->now_s += span + pl_lay_between(&m->plan, 0, .1);
	}
	if (act)
		act->end_s = m->now_s;
}

void
pl_act_walk(struct pl_lifter *m, int towards)
{
	walk(m, pl_random_uniform(&m->plan) < .5 ? 2 : 3, towards, 0);
}

void
pl_act_stroll(struct pl_lifter *m, int steps, int towards, double turn)
{
	walk(m, steps, towards, turn);
}

void
pl_act_shuffle(struct pl_lifter *m)
{
	walk(m, 1 + (int)(3 * pl_random_uniform(&m->scene)), .3, 0);
}

void
pl_act_rerack(struct pl_lifter *m)
{
	struct pl_act *act = pl_lay_act(m, PL_RERACK);
	double span = pl_lay_between(&m->plan, .5, .8), t = m->now_s;
	double bump = pl_lay_between(&m->plan, .003, .006);

	pl_lay_ahead(m, m->p->ramp, t, t + span - t,
	    pl_lay_between(&m->plan, .03, .08));
	pl_lay_ramp(m, PL_HEIGHT, t, t + span, -m->rack_m);
	pl_lay_bell(m, PL_LEAN, t, span + .3,
	    pl_lay_between(&m->plan, 3, 6) * PL_DEG);
	/* against the uprights, then onto the hooks */
	pl_lay_ahead(m, PL_PIECE_BELL, t + .3 * span, .06, -bump / 2);
	pl_lay_bell(m, PL_HEIGHT, t + span - .03, .06, bump);
	pl_lay_jolt(m, t + .3 * span, PL_LAY_JOLT);
	pl_lay_jolt(m, t + span, PL_LAY_JOLT);
	m->rack_m = 0;
	m->now_s += span + .3;
	if (act)
		act->end_s = m->now_s;
}

/* From the hips to the shoulders, about: the bar's place over the ground goes
 * ahead by the sine of the lean, so that the hips stay. */
#define REACH_M 0.45

static void
stoop(struct pl_lifter *m, double lean_deg, double sink_m, double hold_s)
{
	struct pl_act *act = pl_lay_act(m, PL_UNKNOWN);
	double lean = lean_deg * PL_DEG, ahead = REACH_M * pl_sin(lean);
	double down = pl_lay_between(&m->scene, .9, 1.6) * sqrt(lean_deg / 60);
	double up = pl_lay_between(&m->scene, .9, 1.6) * sqrt(lean_deg / 60);
	double t = m->now_s, back = t + down + hold_s;

	pl_lay_smooth(m, PL_LEAN, t, t + down, lean);
	pl_lay_smooth(m, PL_LEAN, back, back + up, -lean);
	pl_lay_smooth(m, PL_HEIGHT, t, t + down, -sink_m);
	pl_lay_smooth(m, PL_HEIGHT, back, back + up, sink_m);
	pl_lay_ahead(m, PL_PIECE_MINJERK, t, down, ahead);
	pl_lay_ahead(m, PL_PIECE_MINJERK, back, up, -ahead);
	for (t += down; t + .6 < back; t += .6)	/* hands at work */
		pl_lay_bell(m, PL_LEAN, t, .6,
		    pl_lay_between(&m->scene, -3, 3) * PL_DEG);
	m->now_s = back + up;
	if (act)
		act->end_s = m->now_s;
}

void
pl_act_shoes(struct pl_lifter *m)
{
	double lean = pl_lay_between(&m->scene, 65, 95);
	double sink = pl_lay_between(&m->scene, .03, .12);

	stoop(m, lean, sink, pl_lay_between(&m->scene, 2, 6));
}

void
pl_act_duck(struct pl_lifter *m)
{
	double lean = pl_lay_between(&m->scene, 30, 60);
	double sink = pl_lay_between(&m->scene, .05, .12);

	stoop(m, lean, sink, pl_lay_between(&m->scene, .3, 1));
}

/* Waves of standing, over the whole session: 0.15-0.6 Hz. */
void
pl_act_sway(struct pl_lifter *m)
{
	int axis, i;

	for (axis = PL_SWAY_FORWARD; axis <= PL_SWAY_RIGHT; axis++)
		for (i = 0; i < 3; i++) {
			double hz = .15 * pl_exp(pl_lay_between(&m->body, 0,
			    pl_log(4)));
			double size = m->p->grade->sway_m * sqrt(2. / 3);

			if (axis == PL_SWAY_RIGHT)
				size /= 2;
			pl_lay_piece(m, (enum pl_axis)axis, (struct pl_piece){
			    PL_PIECE_WAVE, 0, m->s->end_s + 1, size, hz,
			    pl_lay_between(&m->body, 0, 2 * PL_PI), 0 });
		}
}

static void
take_stance(struct pl_lifter *m, struct pl_random *r)
{
	m->s->stance_rad = m->p->grade->stance_deg * PL_DEG *
	    pl_random_normal(r);
	if (m->p->stance_deg == m->p->stance_deg)
		m->s->stance_rad = m->p->stance_deg * PL_DEG;
}

static void
take_habits(struct pl_lifter *m, struct pl_random *r)
{
	m->hinge_s = pl_lay_between(r, .18, .45);
	m->late_s = pl_lay_between(r, .22, .55);
	m->tip = pl_lay_between(r, .36, .455);
	m->creep = pl_lay_between(r, 0, .15);
	m->slowing = pl_lay_between(r, 0, .15);
}

/* What is of another seed takes the place of what was drawn, so that all that
 * follows is this one's. */
void
pl_act_begin(struct pl_lifter *m, struct pl_script *s,
    const struct pl_session *p)
{
	struct pl_random other;

	*m = (struct pl_lifter){ .s = s, .p = p };
	pl_random_seed(&m->plan, m->p->seed, PLAN);
	pl_random_seed(&m->body, m->p->seed, BODY);
	pl_random_seed(&m->wobble, m->p->seed, WOBBLE);
	pl_random_seed(&m->scene, m->p->seed, SCENE);
	take_stance(m, &m->body);
	take_habits(m, &m->plan);
	if (p->sensor.given) {
		pl_random_seed(&other, p->sensor.seed, BODY);
		take_stance(m, &other);
	}
	if (p->lifter.given) {
		pl_random_seed(&other, p->lifter.seed, PLAN);
		take_habits(m, &other);
	}
}
