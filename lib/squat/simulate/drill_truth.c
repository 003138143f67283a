#include "drill_truth.h"

#include <math.h>
#include <stdio.h>

#include "../../base/trig.h"
#include "facts.h"

#define GRID_S 0.002
#define STAY_S 1.0		/* after the last cycle; see cycle.h */

/* Which angle: of the upper part, or less that of the lower one. */
enum { THORAX, THORACIC, ANGLES };
static const char *const prefix[ANGLES] = { "thorax", "thoracic" };

struct drill {
	struct pl_facts w;
	const struct pl_recorder *part;
	int parts;
	double way;		/* the sign of the way out */
};

static void
begin(struct drill *d, const struct pl_recorder *part, int parts,
    const struct pl_session *p, struct pl_table *t, size_t rows)
{
	*d = (struct drill){ .part = part, .parts = parts,
	    .way = pl_drill_way(&p->drill) };
	pl_facts_init(&d->w, part[0].script, p, part[0].sensor.impair.clock,
	    t, rows);
}

/* deg, and deg/s in *rate */
static double
angle(const struct drill *d, int which, double t_s, double *rate)
{
	double sum = 0;
	int k;

	*rate = 0;
	for (k = 0; k <= which; k++) {
		struct pl_pose p;

		pl_pose_at(d->part[k].script, &d->part[k].body, t_s, &p);
		sum += (k ? -1 : 1) * d->way * p.main / PL_DEG;
		*rate += (k ? -1 : 1) * d->way * p.main_rate / PL_DEG;
	}
	return sum;
}

static void
put(struct drill *d, int which, const char *what, double x)
{
	char name[64];

	snprintf(name, sizeof name, "%s_%s", prefix[which], what);
	pl_facts_put(&d->w, name, x);
}

/* From when the way out begins until the next does. */
static void
extremes(struct drill *d, int which, const struct pl_act *a, double until_s)
{
	double out = -INFINITY, back = INFINITY, fast = 0, rate, t, x;
	double start = angle(d, which, a->sink_s, &rate);

	for (t = a->sink_s; t <= until_s; t += GRID_S) {
		x = angle(d, which, t, &rate);
		fast = fmax(fast, fabs(rate));
		if (x > out)
			out = x, back = x;
		back = fmin(back, x);
	}
	put(d, which, "range_deg", out - back);
	put(d, which, "out_deg", out);
	put(d, which, "back_deg", back);
	put(d, which, "speed_mean_deg_s", (out - start + out - back) /
	    (a->low_s - a->sink_s + a->end_s - a->rise_s));
	put(d, which, "speed_peak_deg_s", fast);
}

static void
columns(struct drill *d)
{
	static const char *const names[] = { "side", "cand", "rep", "class",
		"reason", "truncated", "start_s", "out_s", "back_s", "end_s",
		"thorax_range_deg", "thorax_out_deg", "thorax_back_deg",
		"thorax_speed_mean_deg_s", "thorax_speed_peak_deg_s",
		"thoracic_range_deg", "thoracic_out_deg",
		"thoracic_back_deg" };
	size_t i, n = sizeof names / sizeof *names - (d->parts < 2 ? 3 : 0);

	for (i = 0; i < n; i++)
		pl_facts_add(&d->w, names[i]);
}

static void
put_time(struct drill *d, const char *column, double t_s)
{
	if (t_s >= 0 && t_s <= d->w.script->end_s)
		pl_facts_put(&d->w, column, d->w.clock * t_s);
}

enum pl_err
pl_drill_truth(const struct pl_recorder *part, int parts,
    const struct pl_session *p, struct pl_table *t)
{
	const struct pl_script *s = part[0].script;
	struct drill d;
	int k;

	begin(&d, part, parts, p, t, s->acts);
	columns(&d);
	for (; d.w.row < s->acts && !d.w.err; d.w.row++) {
		const struct pl_act *a = &s->act[d.w.row];
		double until = d.w.row + 1 < s->acts ? a[1].sink_s :
		    fmin(a->end_s + STAY_S, s->end_s);

		pl_facts_act(&d.w, d.w.row);
		if (pl_drill_sided(p->drill.kind))
			pl_facts_word(&d.w, "side", p->drill.right ? "right" :
			    "left");
		pl_facts_put(&d.w, "start_s", d.w.clock * fmax(a->sink_s, 0));
		pl_facts_put(&d.w, "end_s", d.w.clock * fmin(a->end_s,
		    s->end_s));
		put_time(&d, "out_s", a->low_s);
		put_time(&d, "back_s", a->rise_s);
		if (pl_script_cuts(s, a))
			continue;
		for (k = 0; k < parts; k++)
			extremes(&d, k, a, until);
	}
	return d.w.err;
}

static void
add_attitude(struct drill *d, const struct pl_recorder *r)
{
	static const char *const q[4] = { "q_w", "q_x", "q_y", "q_z" };
	char name[64];
	int k;

	for (k = 0; k < 4; k++) {
		snprintf(name, sizeof name, "%s%s", r->prefix, q[k]);
		pl_facts_add(&d->w, name);
	}
}

/* Into four columns from the first on. */
static void
attitude(struct drill *d, const struct pl_recorder *r, double t_s, size_t first)
{
	struct pl_column *col = &d->w.t->col[first];
	struct pl_pose p;
	pl_quat q;

	pl_pose_at(r->script, &r->body, t_s, &p);
	q = pl_sensor_attitude(&r->sensor, r->script, t_s, &p);
	col[0].x[d->w.row] = q.w;
	col[1].x[d->w.row] = q.x;
	col[2].x[d->w.row] = q.y;
	col[3].x[d->w.row] = q.z;
}

enum pl_err
pl_drill_trace(const struct pl_recorder *part, int parts,
    const struct pl_session *p, const double *t_s, size_t n,
    struct pl_table *t)
{
	const struct pl_script *s = part[0].script;
	struct drill d;
	size_t act = 0;
	int k;

	begin(&d, part, parts, p, t, n);
	pl_facts_add(&d.w, "t_s");
	for (k = 0; k < parts; k++)
		add_attitude(&d, &part[k]);
	pl_facts_add(&d.w, "cand");
	pl_facts_add(&d.w, "rep");
	pl_facts_add(&d.w, "class");
	for (; d.w.row < n && !d.w.err; d.w.row++) {
		double true_s = t_s[d.w.row] / d.w.clock;

		pl_facts_put(&d.w, "t_s", t_s[d.w.row]);
		for (k = 0; k < parts; k++)
			attitude(&d, &part[k], true_s, 1 + 4 * (size_t)k);
		while (act < s->acts && s->act[act].end_s < true_s)
			act++;
		if (act < s->acts && true_s >= s->act[act].sink_s)
			pl_facts_act(&d.w, act);
	}
	return d.w.err;
}
