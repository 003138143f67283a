#include "truth.h"

#include <math.h>
#include <stdbool.h>

#include "../../base/trig.h"
#include "facts.h"

/* The phase at t of a rep; h is half the time of a row. */
static const char *
phase_of(const struct pl_act *a, double t, double h)
{
	if (t >= a->end_s + h)
		return NULL;
	if (t >= a->rise_s + h)
		return "con";
	if (t >= a->low_s - h)
		return "bottom";
	return t >= a->sink_s - h ? "ecc" : NULL;
}

/* What lies between two acts is of their set; between reps it is the top. */
static const char *
between(struct pl_facts *w, const struct pl_act *a, const struct pl_act *next)
{
	if (!a->set || a->set != next->set)
		return NULL;
	pl_facts_put(w, "set", a->set);
	return pl_cand_counts(a->class) && pl_cand_counts(next->class) ?
	    "top" : NULL;
}

/* *at is the last act that has begun. */
static void
labels(struct pl_facts *w, double t, double h, size_t *at)
{
	const struct pl_script *s = w->script;
	const struct pl_act *a;
	const char *phase = NULL;
	double from, to;

	for (; *at + 1 < s->acts; ++*at) {
		pl_script_span(s, *at + 1, &from, &to);
		if (from - h > t)
			break;
	}
	if (*at >= s->acts)
		return;
	pl_script_span(s, *at, &from, &to);
	a = &s->act[*at];
	if (t < from - h)
		return;
	if (t < to + h) {
		pl_facts_act(w, *at);
		if (pl_cand_counts(a->class))
			phase = phase_of(a, t, h);
	} else if (*at + 1 < s->acts)
		phase = between(w, a, a + 1);
	if (phase)
		pl_facts_word(w, "phase", phase);
}

static void
columns(struct pl_facts *w)
{
	static const char *const names[] = { "t_s", "q_w", "q_x", "q_y",
		"q_z", "lean_deg", "roll_deg", "twist_deg", "set", "cand",
		"rep", "class", "phase", "confidence", "reason", "bounces",
		"truncated", "vel_m_s", "height_m", "bar_kg", "body_kg",
		"bar_vel_m_s" };
	size_t i;
	int k;

	for (i = 0; i < sizeof names / sizeof *names; i++)
		pl_facts_add(w, names[i]);
	for (k = 0; k < PL_FACTS_LEVELS; k++)
		pl_facts_add_level(w, "moment_%s_nm", k);
}

static void
motion(struct pl_facts *w, const struct pl_sensor *sensor, double t,
    double *first)
{
	struct pl_pose p;
	pl_quat q;
	int k;

	pl_pose_at(w->script, &w->p->body, t, &p);
	q = pl_sensor_attitude(sensor, w->script, t, &p);
	pl_facts_put(w, "q_w", q.w);
	pl_facts_put(w, "q_x", q.x);
	pl_facts_put(w, "q_y", q.y);
	pl_facts_put(w, "q_z", q.z);
	pl_facts_put(w, "lean_deg", pl_facts_lean_deg(w, &p));
	pl_facts_put(w, "roll_deg", p.roll / PL_DEG);
	/* pose.h turns left, the stream right, from its first row on */
	if (w->row == 0)
		*first = p.twist;
	pl_facts_put(w, "twist_deg", (*first - p.twist) / PL_DEG);
	pl_facts_put(w, "vel_m_s", p.vel_e.z);
	pl_facts_put(w, "height_m", p.pos_e.z);
	pl_facts_put(w, "bar_kg", w->bar_kg);
	pl_facts_put(w, "body_kg", w->p->body.body_kg);
	if (w->p->body.rack != PL_RACK_NONE)
		pl_facts_put(w, "bar_vel_m_s", p.bar_vel_m_s);
	for (k = 0; k < PL_FACTS_LEVELS; k++)
		pl_facts_put_level(w, "moment_%s_nm", k,
		    pl_facts_moment(w, k, &p));
}

enum pl_err
pl_truth_trace(const struct pl_script *s, const struct pl_session *p,
    const struct pl_sensor *sensor, const double *t_s, size_t n,
    struct pl_table *t)
{
	double clock = sensor->impair.clock, h = .5 / (p->rate_hz * clock);
	double first = 0;
	struct pl_facts w;
	size_t at = 0;

	pl_facts_init(&w, s, p, clock, t, n);
	columns(&w);
	for (; w.row < n && !w.err; w.row++) {
		pl_facts_put(&w, "t_s", t_s[w.row]);
		motion(&w, sensor, t_s[w.row] / clock, &first);
		labels(&w, t_s[w.row] / clock, h, &at);
	}
	return w.err;
}
