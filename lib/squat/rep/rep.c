#include "rep.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../../imu/gaps.h"
#include "../segment/bounds.h"
#include "ascent.h"
#include "loss.h"
#include "measure.h"
#include "rep_load.h"
#include "tempo.h"

#define SLOW_M_S 0.08		/* see rep.h */

/* First and last row of a phase within a candidate; 0 if it has none. */
static int
phase_rows(const struct pl_fold *f, const struct pl_rows *r, const char *word,
    size_t *first, size_t *last)
{
	int col = pl_table_find(f->in, "phase"), found = 0;
	size_t i;

	for (i = r->start; i <= r->end; i++)
		if (pl_table_says(f->in, col, i, word)) {
			if (!found)
				*first = i;
			*last = i;
			found = 1;
		}
	return found;
}

static int
whole(const double *x, size_t from, size_t to)
{
	for (; from <= to; from++)
		if (pl_missing(x[from]))
			return 0;
	return 1;
}

static int
any(const double *x, size_t n)
{
	while (n && pl_missing(x[n - 1]))
		n--;
	return n > 0;
}

/* The row of the bottom: as the stream says, or else as its motion does. */
static size_t
find_bottom(const struct pl_fold *f, const struct pl_rows *r)
{
	const double *bottom = pl_table_get(f->in, "bottom_s");
	const double *height = pl_table_get(f->in, "height_m");
	const double *vel = pl_table_get(f->in, "vel_m_s");
	size_t i;

	for (i = r->ecc; bottom && i <= r->top; i++)
		if (f->t_s[i] == bottom[r->start])
			return i;
	if (f->t_s[r->rise] - f->t_s[r->low] <= PL_BOUNDS_PAUSE_S &&
	    height && vel && whole(height, r->ecc, r->top) &&
	    whole(vel, r->ecc, r->top))
		return pl_bounds_lowest(height, vel, r->ecc, r->top,
		    f->rate_hz);
	return (r->low + r->rise) / 2;
}

/* Is it as slow as bias and sway make a velocity that was integrated? */
static int
slow(const struct pl_fold *f, const struct pl_rows *r)
{
	const double *height = pl_table_get(f->in, "height_m");
	double down_s = f->t_s[r->low] - f->t_s[r->ecc];
	double up_s = f->t_s[r->top] - f->t_s[r->rise];

	return height && pl_table_get(f->in, "drift_m_s2") &&
	    height[r->ecc] - height[r->mid] < SLOW_M_S * down_s &&
	    height[r->top] - height[r->mid] < SLOW_M_S * up_s;
}

static void
find_phases(const struct pl_fold *f, struct pl_rows *r)
{
	size_t skip;

	r->phases = phase_rows(f, r, "ecc", &r->ecc, &skip) &
	    phase_rows(f, r, "bottom", &r->low, &r->rise) &
	    phase_rows(f, r, "con", &skip, &r->top);
	if (!r->phases)
		return;
	r->mid = find_bottom(f, r);
	r->phases += !slow(f, r);
}

static enum pl_err
find_rows(struct pl_fold *f, struct pl_fault *fault)
{
	const double *cand = pl_table_get(f->in, "cand");
	size_t i, room = 0;
	struct pl_rows *grown;

	for (i = 0; i < f->in->rows; i++) {
		if (pl_missing(cand[i]))
			continue;
		if (f->n && cand[i] == cand[f->cand[f->n - 1].start]) {
			if (f->cand[f->n - 1].end + 1 != i)
				return pl_fault_set(fault, PL_EFORMAT, i + 2,
				    "cand", NULL, "candidate %g is not in one "
				    "piece", cand[i]);
			f->cand[f->n - 1].end = i;
			continue;
		}
		grown = pl_mem_grow(f->cand, &room, f->n + 1, sizeof *grown);
		if (!grown)
			return PL_ENOMEM;
		f->cand = grown;
		f->cand[f->n++] = (struct pl_rows){ .start = i, .end = i };
	}
	for (i = 0; i < f->n; i++)
		find_phases(f, &f->cand[i]);
	return PL_OK;
}

/* The columns in their order: from which column of the stream (NULL: none is
 * needed) and how (NULL: of the rep table, when it has all others); those
 * marked 1 ask for the phases, and those marked 2 for a velocity that is more
 * than bias and sway make too. */
static const struct value {
	const char *name, *from;
	double (*ask)(const struct pl_ask *);
	int phases;
} values[] = {
	{ "set", "set", pl_measure_at_start, 0 },
	{ "cand", "cand", pl_measure_at_start, 0 },
	{ "rep", "rep", pl_measure_at_start, 0 },
	{ "class", "class", pl_measure_at_start, 0 },
	{ "confidence", "confidence", pl_measure_at_start, 0 },
	{ "reason", "reason", pl_measure_at_start, 0 },
	{ "bounces", "bounces", pl_measure_at_start, 0 },
	{ "truncated", "truncated", pl_measure_at_start, 0 },
	{ "start_s", NULL, pl_measure_start_s, 0 },
	{ "bottom_s", NULL, pl_measure_bottom_s, 1 },
	{ "end_s", NULL, pl_measure_end_s, 0 },
	{ "hinge_s", "lean_deg", pl_measure_hinge_s, 1 },
	{ "ecc_s", NULL, pl_measure_ecc_s, 1 },
	{ "bottom_pause_s", NULL, pl_measure_bottom_pause_s, 1 },
	{ "con_s", NULL, pl_measure_con_s, 1 },
	{ "top_pause_s", NULL, pl_measure_top_pause_s, 1 },
	{ "tempo", NULL, NULL, 1 },
	{ "depth_m", "height_m", pl_measure_depth_m, 2 },
	{ "lean_start_deg", "lean_deg", pl_measure_at_start, 1 },
	{ "lean_bottom_deg", "lean_deg", pl_measure_at_bottom, 1 },
	{ "lean_max_deg", "lean_deg", pl_measure_peak, 1 },
	{ "lean_max_t_s", "lean_deg", pl_measure_peak_t, 1 },
	{ "lean_max_sd_deg", "lean_sd_deg", pl_measure_at_lean_max, 1 },
	{ "lean_gain_early_deg", "lean_deg", pl_ascent_early_gain, 1 },
	{ "lean_loss_deg", "lean_deg", NULL, 1 },
	{ "roll_mean_deg", "roll_deg", pl_measure_mean, 1 },
	{ "twist_range_deg", "twist_deg", pl_measure_range, 1 },
	{ "ecc_pv_m_s", "vel_m_s", pl_measure_peak_ecc, 2 },
	{ "mcv_m_s", "vel_m_s", pl_measure_mean_con, 2 },
	{ "mpv_m_s", "vel_m_s", pl_ascent_propulsive, 2 },
	{ "pv_m_s", "vel_m_s", pl_measure_peak_con, 2 },
	{ "mcv_bar_m_s", "bar_vel_m_s", pl_measure_mean_con, 2 },
	{ "mpv_bar_m_s", "bar_vel_m_s", pl_ascent_propulsive, 2 },
	{ "vl_pct", "vel_m_s", NULL, 1 },
	{ "sticking_s", "vel_m_s", pl_ascent_sticking_s, 2 },
	{ "sticking_v_m_s", "vel_m_s", pl_ascent_sticking_v, 2 },
	{ "sticking_lean_deg", "lean_deg", pl_ascent_sticking_gain, 2 },
	{ "sparc", "vel_m_s", pl_ascent_smoothness, 2 },
	{ "drift_m_s2", "drift_m_s2", pl_measure_at_start, 0 },
	{ "closure_m", "closure_m", pl_measure_at_start, 0 },
	{ "align_sd_deg", "align_sd_deg", pl_measure_at_start, 0 },
	{ "bar_kg", "bar_kg", pl_measure_at_start, 0 },
	{ "body_kg", "body_kg", pl_measure_at_start, 0 },
	{ "belt", "belt", pl_measure_at_start, 0 },
	{ "load_reason", "load_reason", pl_measure_at_start, 0 },
};

/* Words are copied as words: the lists of two columns number them apart. */
static enum pl_err
copy_words(const struct pl_fold *f, struct pl_table *out, const char *name)
{
	int from = pl_table_find(f->in, name), to;
	enum pl_err err = pl_table_add(out, name, NULL);
	size_t i;

	to = pl_table_find(out, name);
	for (i = 0; i < f->n && !err; i++) {
		const char *w = pl_table_label(f->in, from, f->cand[i].start);

		if (w)
			err = pl_table_word(out, to, w, strlen(w),
			    &out->col[to].x[i]);
	}
	return err;
}

double *
pl_measure_bridged(const struct pl_fold *f, const double *x)
{
	size_t n = f->in->rows, most = (size_t)(PL_GAPS_BRIDGE_S * f->rate_hz), i, k;
	double *y = pl_mem_array(n, sizeof *y);
	size_t last = n;

	for (i = 0; y && i < n; i++) {
		y[i] = x[i];
		if (pl_missing(x[i]))
			continue;
		if (last < i && i - last - 1 <= most)
			for (k = last + 1; k < i; k++)
				y[k] = x[last] + (x[i] - x[last]) *
				    (double)(k - last) / (double)(i - last);
		last = i;
	}
	return y;
}

static enum pl_err
add_value(const struct pl_fold *f, struct pl_table *out,
    const struct value *v, const char *name, const char *from)
{
	const double *source = from ? pl_table_get(f->in, from) : NULL;
	enum pl_err err, spent = PL_OK;
	struct pl_ask a = { .f = f, .err = &spent };
	double *x, *copy = NULL;

	if (from && !source)
		return PL_OK;
	if (!v->ask)
		return pl_table_add(out, name, NULL);
	if (from && f->in->col[pl_table_find(f->in, from)].words)
		return copy_words(f, out, name);
	if (from && v->phases) {
		copy = pl_measure_bridged(f, source);
		if (!copy)
			return PL_ENOMEM;
	}
	a.x = copy ? copy : source;
	err = pl_table_add(out, name, &x);
	for (a.i = 0; !err && a.i < f->n; a.i++) {
		a.r = &f->cand[a.i];
		if (a.r->phases >= v->phases)
			x[a.i] = v->ask(&a);
	}
	free(copy);
	return err ? err : spent;
}

static enum pl_err
fold_all(struct pl_fold *f, struct pl_table *out, struct pl_fault *fault)
{
	static const char *const lead[] = { "recording", "start_utc" };
	enum pl_err err = find_rows(f, fault);
	const double *vel = pl_table_get(f->in, "vel_m_s");
	size_t i;

	/* where no velocity can be known, it tells of no hole either */
	if (!err && vel && any(vel, f->in->rows)) {
		f->vel = pl_measure_bridged(f, vel);
		err = f->vel ? PL_OK : PL_ENOMEM;
	}
	if (!err)
		err = pl_table_resize(out, f->n);
	for (i = 0; i < 2 && !err; i++)
		if (pl_table_get(f->in, lead[i]))
			err = copy_words(f, out, lead[i]);
	for (i = 0; i < sizeof values / sizeof *values && !err; i++) {
		const struct value *v = &values[i];

		err = add_value(f, out, v, v->name, v->from);
	}
	if (!err)
		err = pl_rep_load(f, out);
	if (err)
		return err;
	pl_loss_fill(out);
	return pl_tempo_say(out);
}

enum pl_err
pl_rep_fold(const struct pl_table *in, struct pl_table *out,
    struct pl_fault *fault)
{
	struct pl_fold f = { .in = in, };
	enum pl_err err;

	f.t_s = pl_table_get(in, "t_s");
	if (!pl_table_get(in, "cand"))
		return pl_fault_set(fault, PL_ECOLUMN, 0, "cand", NULL,
		    "no such column: plumb-segment makes it");
	err = pl_table_rate(in, &f.rate_hz, fault);
	if (!err)
		err = fold_all(&f, out, fault);
	free(f.cand);
	free(f.vel);
	if (err)
		pl_table_free(out);
	return err;
}

size_t
pl_rep_count(const struct pl_table *reps)
{
	int col = pl_table_find(reps, "class");
	size_t i, n = 0;

	for (i = 0; i < reps->rows && col >= 0; i++)
		n += pl_table_says(reps, col, i, "work") ||
		    pl_table_says(reps, col, i, "partial");
	return n;
}
