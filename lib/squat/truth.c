#include "truth.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../base/trig.h"
#include "moment.h"
#include "pose.h"

#define GRID_S 0.0005		/* of the scan: peaks err by less than 1e-6 */

static const char *const levels[] = { "l5s1", "t7t8" };
enum { LEVELS = sizeof levels / sizeof *levels };

static const char *const class_of[] = { [PL_ACT_UNRACK] = "unrack",
	[PL_ACT_WALK] = "walk", [PL_ACT_REP] = "work",
	[PL_ACT_RERACK] = "rerack" };

struct truth {
	const struct pl_script *script;
	const struct pl_session *p;
	struct pl_moment model[LEVELS];
	double clock;
	struct pl_table *t;
	size_t row;
	enum pl_err err;
};

static void
init(struct truth *w, const struct pl_script *s, const struct pl_session *p,
    double clock, struct pl_table *t)
{
	int i;

	*w = (struct truth){ .script = s, .p = p, .clock = clock, .t = t };
	for (i = 0; i < LEVELS; i++)
		pl_moment_init(&w->model[i], &p->body,
		    pl_body_find_level(levels[i]));
}

static double
moment(const struct truth *w, int level, const struct pl_pose *p)
{
	return pl_moment_at(&w->model[level], w->p->bar_kg, p->force_t.y,
	    p->force_t.x, -p->rate_t.z, -p->turn_t.z);
}

static double
lean_deg(const struct truth *w, const struct pl_pose *p)
{
	return (p->lean - w->script->stance_rad) / PL_DEG;
}

static void
put(struct truth *w, const char *name, double x)
{
	double *col = pl_table_edit(w->t, name);

	if (col)
		col[w->row] = x;
}

static void
put_word(struct truth *w, const char *name, const char *word)
{
	double x;

	if (!w->err)
		w->err = pl_table_word(w->t, pl_table_find(w->t, name), word,
		    strlen(word), &x);
	if (!w->err)
		put(w, name, x);
}

static void
add(struct truth *w, const char *name)
{
	if (!w->err)
		w->err = pl_table_add(w->t, name, NULL);
}

static void
add_level(struct truth *w, const char *format, int level)
{
	char name[64];

	snprintf(name, sizeof name, format, levels[level]);
	add(w, name);
}

/* What passes between the start and the end of a rep. */
struct scan {
	double low_m, roll_sum, top_v;
	double lean_max, lean_max_s;
	double peak[LEVELS], sum[LEVELS], push[LEVELS];
	double low_from_s, low_to_s;
};

static void
extremes(const struct truth *w, const struct pl_act *a, struct scan *s,
    size_t n)
{
	double dt = (a->end_s - a->start_s) / (double)n, m;
	struct pl_pose p;
	size_t i;
	int k;

	for (i = 0; i <= n; i++) {
		double t = a->start_s + (double)i * dt;
		double share = i == 0 || i == n ? .5 : 1;

		pl_pose_at(w->script, &w->p->body, t, &p);
		s->low_m = fmin(s->low_m, p.pos_e.z);
		s->roll_sum += share * p.roll;
		if (t >= a->rise_s)
			s->top_v = fmax(s->top_v, p.vel_e.z);
		if (lean_deg(w, &p) > s->lean_max) {
			s->lean_max = lean_deg(w, &p);
			s->lean_max_s = t;
		}
		for (k = 0; k < LEVELS; k++) {
			m = moment(w, k, &p);
			s->peak[k] = fmax(s->peak[k], m);
			s->sum[k] += share * m;
			s->push[k] += share * (m > 0 ? m : 0);
		}
	}
}

static void
lowest(const struct truth *w, const struct pl_act *a, struct scan *s, size_t n,
    double within_m)
{
	double dt = (a->end_s - a->start_s) / (double)n;
	struct pl_pose p;
	size_t i;

	s->low_from_s = NAN;
	for (i = 0; i <= n; i++) {
		double t = a->start_s + (double)i * dt;

		pl_pose_at(w->script, &w->p->body, t, &p);
		if (p.pos_e.z > s->low_m + within_m)
			continue;
		if (s->low_from_s != s->low_from_s)
			s->low_from_s = t;
		s->low_to_s = t;
	}
}

static void
put_moments(struct truth *w, const struct scan *s, double n, double span_s)
{
	char name[64];
	int k;

	for (k = 0; k < LEVELS; k++) {
		snprintf(name, sizeof name, "moment_%s_peak_nm", levels[k]);
		put(w, name, s->peak[k]);
		snprintf(name, sizeof name, "moment_%s_mean_nm", levels[k]);
		put(w, name, s->sum[k] / n);
		snprintf(name, sizeof name, "impulse_%s_nms", levels[k]);
		put(w, name, s->push[k] / n * span_s);
	}
}

static void
put_phases(struct truth *w, const struct pl_act *a, const struct pl_act *next)
{
	double k = w->clock, top = next ? k * (next->start_s - a->end_s) : NAN;
	char tempo[96], *p = tempo;

	put(w, "hinge_s", k * (a->sink_s - a->start_s));
	put(w, "ecc_s", k * (a->low_s - a->sink_s));
	put(w, "bottom_pause_s", k * (a->rise_s - a->low_s));
	put(w, "con_s", k * (a->end_s - a->rise_s));
	put(w, "top_pause_s", top);
	p += snprintf(p, 64, "%.1f-%.1f-%.1f", k * (a->low_s - a->sink_s),
	    k * (a->rise_s - a->low_s), k * (a->end_s - a->rise_s));
	if (next)
		snprintf(p, 32, "-%.1f", top);
	put_word(w, "tempo", tempo);
}

static void
rep(struct truth *w, const struct pl_act *a, const struct pl_act *next)
{
	struct scan s = { .low_m = INFINITY, .lean_max = -INFINITY };
	double span = a->end_s - a->start_s, con = a->end_s - a->rise_s;
	size_t n = (size_t)ceil(span / GRID_S);
	struct pl_pose start, rise, bottom, end;
	double low, depth;
	int k;

	for (k = 0; k < LEVELS; k++)
		s.peak[k] = -INFINITY;
	extremes(w, a, &s, n);
	pl_pose_at(w->script, &w->p->body, a->start_s, &start);
	pl_pose_at(w->script, &w->p->body, a->rise_s, &rise);
	pl_pose_at(w->script, &w->p->body, a->end_s, &end);
	depth = start.pos_e.z - s.low_m;
	lowest(w, a, &s, n, fmax(.005, .02 * depth));
	low = (s.low_from_s + s.low_to_s) / 2;
	pl_pose_at(w->script, &w->p->body, low, &bottom);
	put(w, "bottom_s", w->clock * low);
	put_phases(w, a, next);
	put(w, "depth_m", depth);
	put(w, "lean_start_deg", lean_deg(w, &start));
	put(w, "lean_bottom_deg", lean_deg(w, &bottom));
	put(w, "lean_max_deg", s.lean_max);
	put(w, "lean_max_t_s", w->clock * s.lean_max_s);
	put(w, "roll_mean_deg", s.roll_sum / (double)n / PL_DEG);
	put(w, "mcv_m_s", (end.pos_e.z - rise.pos_e.z) / con);
	put(w, "pv_m_s", s.top_v);
	put(w, "mcv_bar_m_s", (end.bar_m - rise.bar_m) / con);
	put_moments(w, &s, (double)n, span);
}

static void
rep_columns(struct truth *w)
{
	static const char *const names[] = { "set", "cand", "rep", "class",
		"confidence", "reason", "start_s", "bottom_s", "end_s",
		"hinge_s", "ecc_s", "bottom_pause_s", "con_s", "top_pause_s",
		"tempo", "depth_m", "lean_start_deg", "lean_bottom_deg",
		"lean_max_deg", "lean_max_t_s", "roll_mean_deg", "mcv_m_s",
		"pv_m_s", "mcv_bar_m_s", "bar_kg", "body_kg" };
	size_t i;
	int k;

	for (i = 0; i < sizeof names / sizeof *names; i++)
		add(w, names[i]);
	for (k = 0; k < LEVELS; k++) {
		add_level(w, "moment_%s_peak_nm", k);
		add_level(w, "moment_%s_mean_nm", k);
		add_level(w, "impulse_%s_nms", k);
	}
}

static double
bar_kg(const struct pl_session *p)
{
	return p->body.rack == PL_RACK_NONE ? 0 : p->bar_kg;
}

static void
act_row(struct truth *w, size_t i)
{
	const struct pl_act *a = &w->script->act[i], *next = NULL;

	if (i + 1 < w->script->acts && a[1].kind == PL_ACT_REP)
		next = &a[1];
	w->row = i;
	put(w, "set", 1);
	put(w, "cand", (double)i + 1);
	put_word(w, "class", class_of[a->kind]);
	put(w, "confidence", 1);
	put_word(w, "reason", "simulated");
	put(w, "start_s", w->clock * a->start_s);
	put(w, "end_s", w->clock * a->end_s);
	put(w, "bar_kg", bar_kg(w->p));
	put(w, "body_kg", w->p->body.body_kg);
	if (a->kind != PL_ACT_REP)
		return;
	put(w, "rep", a->rep);
	rep(w, a, next);
}

enum pl_err
pl_truth_reps(const struct pl_script *s, const struct pl_session *p,
    double clock, struct pl_table *t)
{
	struct truth w;
	size_t i;

	init(&w, s, p, clock, t);
	w.err = pl_table_resize(t, s->acts);
	rep_columns(&w);
	for (i = 0; i < s->acts && !w.err; i++)
		act_row(&w, i);
	return w.err;
}

static const char *
phase_of(const struct pl_act *a, double t)
{
	if (t > a->end_s)
		return "top";
	if (t >= a->rise_s)
		return "con";
	if (t >= a->low_s)
		return "bottom";
	return t >= a->sink_s ? "ecc" : NULL;
}

/* The act that t lies in, or the rep whose top pause it lies in. */
static void
trace_labels(struct truth *w, double t, size_t *at)
{
	const struct pl_script *s = w->script;
	const struct pl_act *a;
	const char *phase;

	while (*at + 1 < s->acts && s->act[*at + 1].start_s <= t)
		++*at;
	a = &s->act[*at];
	if (*at >= s->acts || t < a->start_s || (t > a->end_s &&
	    (a->kind != PL_ACT_REP || *at + 1 == s->acts ||
	    a[1].kind != PL_ACT_REP)))
		return;
	put(w, "set", 1);
	put(w, "cand", (double)*at + 1);
	put_word(w, "class", class_of[a->kind]);
	if (a->kind != PL_ACT_REP)
		return;
	put(w, "rep", a->rep);
	phase = phase_of(a, t);
	if (phase)
		put_word(w, "phase", phase);
}

static void
trace_columns(struct truth *w)
{
	static const char *const names[] = { "t_s", "lean_deg", "roll_deg",
		"twist_deg", "set", "cand", "rep", "class", "phase", "vel_m_s",
		"height_m", "bar_vel_m_s" };
	size_t i;
	int k;

	for (i = 0; i < sizeof names / sizeof *names; i++)
		add(w, names[i]);
	for (k = 0; k < LEVELS; k++)
		add_level(w, "moment_%s_nm", k);
}

static void
trace_row(struct truth *w, double t_s, size_t *at)
{
	double t = t_s / w->clock;
	struct pl_pose p;
	char name[64];
	int k;

	pl_pose_at(w->script, &w->p->body, t, &p);
	put(w, "t_s", t_s);
	put(w, "lean_deg", lean_deg(w, &p));
	put(w, "roll_deg", p.roll / PL_DEG);
	put(w, "twist_deg", p.twist / PL_DEG);
	put(w, "vel_m_s", p.vel_e.z);
	put(w, "height_m", p.pos_e.z);
	put(w, "bar_vel_m_s", p.bar_vel_m_s);
	for (k = 0; k < LEVELS; k++) {
		snprintf(name, sizeof name, "moment_%s_nm", levels[k]);
		put(w, name, moment(w, k, &p));
	}
	trace_labels(w, t, at);
}

enum pl_err
pl_truth_trace(const struct pl_script *s, const struct pl_session *p,
    double clock, const double *t_s, size_t n, struct pl_table *t)
{
	struct truth w;
	size_t at = 0;

	init(&w, s, p, clock, t);
	w.err = pl_table_resize(t, n);
	trace_columns(&w);
	for (w.row = 0; w.row < n && !w.err; w.row++)
		trace_row(&w, t_s[w.row], &at);
	return w.err;
}
