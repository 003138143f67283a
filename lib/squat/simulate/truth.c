#include "truth.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../../base/trig.h"
#include "../rep/loss.h"
#include "../segment/bounds.h"
#include "truth_way.h"

#define GRID_S 0.0005		/* of the scan; see truth.h */

enum { LEVELS = PL_FACTS_LEVELS };
enum { FOLD = 4 };		/* instants of the scan in a row to be folded */

/* What passes between the start and the end of a rep. */
struct scan {
	const struct pl_act *a;
	double from_s, to_s;
	size_t n;			/* instants are 0..n */
	double dt;
	double *height, *vel;		/* at each */
	struct pl_truth_way way;	/* at every FOLD-th */
	double low_m, roll_sum, top_v;
	double lean_max, lean_max_s;
	double peak[LEVELS], sum[LEVELS], push[LEVELS];
	double low_s;			/* the bottom */
};

static double
pose(const struct pl_facts *w, const struct scan *s, size_t i,
    struct pl_pose *p)
{
	double t = s->from_s + (double)i * s->dt;

	pl_pose_at(w->script, &w->p->body, t, p);
	return t;
}

static void
extremes(const struct pl_facts *w, struct scan *s)
{
	struct pl_pose p;
	size_t i;
	int k;

	for (i = 0; i <= s->n; i++) {
		double t = pose(w, s, i, &p), m;
		double share = i == 0 || i == s->n ? .5 : 1;

		if (i % FOLD == 0)
			pl_truth_way_put(&s->way, i / FOLD, t, s->a, &p, w);
		s->height[i] = p.pos_e.z;
		s->vel[i] = p.vel_e.z;
		s->low_m = fmin(s->low_m, p.pos_e.z);
		s->roll_sum += share * p.roll;
		if (t >= s->a->rise_s)
			s->top_v = fmax(s->top_v, p.vel_e.z);
		if (pl_facts_lean_deg(w, &p) > s->lean_max) {
			s->lean_max = pl_facts_lean_deg(w, &p);
			s->lean_max_s = t;
		}
		for (k = 0; k < LEVELS; k++) {
			m = pl_facts_moment(w, k, &p);
			s->peak[k] = fmax(s->peak[k], m);
			s->sum[k] += share * m;
			s->push[k] += share * (m > 0 ? m : 0);
		}
	}
}

/* The bottom between the hip's sinking and its rise, as bounds.h has it. */
static double
bottom_s(const struct pl_facts *w, const struct scan *s)
{
	size_t from = (size_t)((s->a->sink_s - s->from_s) / s->dt);
	double low = s->a->low_s, rise = s->a->rise_s;

	if (w->clock * (rise - low) > PL_BOUNDS_PAUSE_S)
		return (low + rise) / 2;
	return s->from_s + s->dt * (double)pl_bounds_lowest(s->height,
	    s->vel, from, s->n, 1 / (w->clock * s->dt));
}

static void
put_moments(struct pl_facts *w, const struct scan *s)
{
	double n = (double)s->n;
	int k;

	for (k = 0; k < LEVELS; k++) {
		pl_facts_put_level(w, "moment_%s_peak_nm", k, s->peak[k]);
		pl_facts_put_level(w, "moment_%s_mean_nm", k, s->sum[k] / n);
		pl_facts_put_level(w, "impulse_%s_nms", k, s->push[k] * s->dt);
	}
}

/* A phase that the edge of the recording cuts has no duration. */
static void
put_phases(struct pl_facts *w, const struct pl_act *a,
    const struct pl_act *next)
{
	double k = w->clock, start = a->start_s < 0 ? NAN : a->start_s;
	double sink = a->sink_s < 0 ? NAN : a->sink_s;
	double end = a->end_s > w->script->end_s ? NAN : a->end_s;
	double top = next ? k * (next->start_s - end) : NAN;
	double ecc = k * (a->low_s - sink), con = k * (end - a->rise_s);
	double low = k * (a->rise_s - a->low_s);
	char tempo[96];
	int n;

	pl_facts_put(w, "hinge_s", k * (sink - start));
	pl_facts_put(w, "ecc_s", ecc);
	pl_facts_put(w, "bottom_pause_s", low);
	pl_facts_put(w, "con_s", con);
	pl_facts_put(w, "top_pause_s", top);
	if (pl_missing(ecc) || pl_missing(con))
		return;
	n = snprintf(tempo, sizeof tempo, "%.1f-%.1f-%.1f", ecc, low, con);
	if (next)
		snprintf(tempo + n, sizeof tempo - (size_t)n, "-%.1f", top);
	pl_facts_word(w, "tempo", tempo);
}

static void
put_lean(struct pl_facts *w, const struct scan *s, const struct pl_pose *start)
{
	struct pl_pose bottom;

	pl_pose_at(w->script, &w->p->body, s->low_s, &bottom);
	pl_facts_put(w, "lean_start_deg", pl_facts_lean_deg(w, start));
	pl_facts_put(w, "lean_bottom_deg", pl_facts_lean_deg(w, &bottom));
	pl_facts_put(w, "lean_max_deg", s->lean_max);
	pl_facts_put(w, "lean_max_t_s", w->clock * s->lean_max_s);
	pl_facts_put(w, "roll_mean_deg", s->roll_sum / (double)s->n / PL_DEG);
}

static void
put_motion(struct pl_facts *w, const struct scan *s)
{
	const struct pl_act *a = s->a;
	struct pl_pose start, sink, rise, end;
	double con = a->end_s - a->rise_s;

	pose(w, s, 0, &start);
	pl_pose_at(w->script, &w->p->body, a->sink_s, &sink);
	pl_pose_at(w->script, &w->p->body, a->rise_s, &rise);
	pl_pose_at(w->script, &w->p->body, a->end_s, &end);
	pl_facts_put(w, "depth_m", (sink.pos_e.z + end.pos_e.z) / 2 -
	    s->low_m);
	put_lean(w, s, &start);
	pl_facts_put(w, "mcv_m_s", (end.pos_e.z - rise.pos_e.z) / con);
	pl_facts_put(w, "pv_m_s", s->top_v);
	if (w->p->body.rack != PL_RACK_NONE)
		pl_facts_put(w, "mcv_bar_m_s", (end.bar_m - rise.bar_m) / con);
	put_moments(w, s);
	pl_truth_way_fold(&s->way, w);
}

static void
put_rep(struct pl_facts *w, const struct pl_act *a, const struct pl_act *next)
{
	struct scan s = { .a = a, .low_m = INFINITY, .lean_max = -INFINITY,
	    .peak = { -INFINITY, -INFINITY } };
	double span;

	pl_script_span(w->script, w->row, &s.from_s, &s.to_s);
	span = s.to_s - s.from_s;
	s.n = FOLD * (size_t)ceil(span / (FOLD * GRID_S));
	s.dt = span / (double)s.n;
	s.height = pl_mem_array(2 * (s.n + 1), sizeof *s.height);
	w->err = pl_truth_way_init(&s.way, s.n / FOLD + 1,
	    w->p->body.rack != PL_RACK_NONE);
	if (!s.height)
		w->err = PL_ENOMEM;
	if (!w->err) {
		s.vel = s.height + s.n + 1;
		extremes(w, &s);
		s.low_s = bottom_s(w, &s);
		pl_facts_put(w, "bottom_s", w->clock * s.low_s);
		put_phases(w, a, next);
		if (!pl_script_cuts(w->script, a))
			put_motion(w, &s);
	}
	pl_truth_way_free(&s.way);
	free(s.height);
}

static void
columns(struct pl_facts *w)
{
	static const char *const names[] = { "set", "cand", "rep", "class",
		"confidence", "reason", "bounces", "truncated", "start_s",
		"bottom_s", "end_s", "hinge_s", "ecc_s", "bottom_pause_s",
		"con_s", "top_pause_s", "tempo", "depth_m", "lean_start_deg",
		"lean_bottom_deg", "lean_max_deg", "lean_max_t_s",
		"lean_gain_early_deg", "lean_loss_deg", "roll_mean_deg",
		"twist_range_deg", "ecc_pv_m_s", "mcv_m_s", "mpv_m_s",
		"pv_m_s", "mcv_bar_m_s", "mpv_bar_m_s", "vl_pct", "sticking_s",
		"sticking_v_m_s", "sticking_lean_deg", "sparc", "bar_kg",
		"body_kg", "stance_lean_deg" };
	bool bar = w->p->body.rack != PL_RACK_NONE;
	size_t i;
	int k;

	for (i = 0; i < sizeof names / sizeof *names; i++)
		if (bar || !strstr(names[i], "_bar_"))
			pl_facts_add(w, names[i]);
	for (k = 0; k < LEVELS; k++) {
		pl_facts_add_level(w, "moment_%s_peak_nm", k);
		pl_facts_add_level(w, "moment_%s_mean_nm", k);
		pl_facts_add_level(w, "impulse_%s_nms", k);
	}
}

enum pl_err
pl_truth_reps(const struct pl_script *s, const struct pl_session *p,
    double clock, struct pl_table *t)
{
	struct pl_facts w;

	pl_facts_init(&w, s, p, clock, t, s->acts);
	columns(&w);
	for (; w.row < s->acts && !w.err; w.row++) {
		const struct pl_act *a = &s->act[w.row], *next = a + 1;
		double from, to;

		pl_script_span(s, w.row, &from, &to);
		pl_facts_act(&w, w.row);
		pl_facts_put(&w, "start_s", clock * fmax(from, 0));
		pl_facts_put(&w, "end_s", clock * fmin(to, s->end_s));
		pl_facts_put(&w, "bar_kg", w.bar_kg);
		pl_facts_put(&w, "body_kg", p->body.body_kg);
		pl_facts_put(&w, "stance_lean_deg", s->stance_rad / PL_DEG);
		if (w.row + 1 == s->acts || !pl_cand_counts(next->class) ||
		    next->set != a->set)
			next = NULL;
		if (pl_cand_counts(a->class))
			put_rep(&w, a, next);
	}
	if (!w.err)
		pl_loss_fill(t);
	return w.err;
}
