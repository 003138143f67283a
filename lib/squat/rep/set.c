#include "set.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../../dsp/stat.h"
#include "../segment/cand.h"
#include "set_ask.h"
#include "set_break.h"

#define BIT PL_SET_BIT
#define COUNTED (BIT(PL_WORK) | BIT(PL_PARTIAL))
#define REPS (COUNTED | BIT(PL_FAILED))

/* The columns in their order: of which column of the rep table (NULL: none is
 * needed), how, and over which classes, or which found before. */
static const struct value {
	const char *name, *from;
	double (*ask)(const struct pl_set_ask *);
	unsigned bits;
} values[] = {
	{ "set", "set", pl_set_first, ~0u },
	{ "start_s", "start_s", pl_set_first, REPS },
	{ "end_s", "end_s", pl_set_last, REPS },
	{ "reps_work", NULL, pl_set_count, BIT(PL_WORK) },
	{ "reps_partial", NULL, pl_set_count, BIT(PL_PARTIAL) },
	{ "reps_failed", NULL, pl_set_count, BIT(PL_FAILED) },
	{ "cands_unrack", NULL, pl_set_count, BIT(PL_UNRACK) },
	{ "cands_rerack", NULL, pl_set_count, BIT(PL_RERACK) },
	{ "cands_walk", NULL, pl_set_count, BIT(PL_WALK) },
	{ "cands_unknown", NULL, pl_set_count, BIT(PL_UNKNOWN) },
	{ "ecc_mean_s", "ecc_s", pl_set_mean, BIT(PL_WORK) },
	{ "bottom_pause_mean_s", "bottom_pause_s", pl_set_mean, BIT(PL_WORK) },
	{ "con_mean_s", "con_s", pl_set_mean, BIT(PL_WORK) },
	{ "top_pause_mean_s", "top_pause_s", pl_set_mean, BIT(PL_WORK) },
	{ "tut_s", "ecc_s", pl_set_tension, REPS },
	{ "depth_mean_m", "depth_m", pl_set_mean, BIT(PL_WORK) },
	{ "lean_first_deg", "lean_max_deg", pl_set_first, BIT(PL_WORK) },
	{ "lean_last_deg", "lean_max_deg", pl_set_last, BIT(PL_WORK) },
	{ "lean_slope_deg", "lean_max_deg", pl_set_found,
	    PL_SET_SLOPE },
	{ "break_rep", "lean_max_deg", pl_set_found,
	    PL_SET_BREAK_REP },
	{ "break_gain_deg", "lean_max_deg", pl_set_found,
	    PL_SET_BREAK_GAIN },
	{ "break_p", "lean_max_deg", pl_set_found,
	    PL_SET_BREAK_P },
	{ "vl_best_pct", "mcv_m_s", pl_set_found, PL_SET_VL_BEST },
	{ "vl_first_pct", "mcv_m_s", pl_set_found, PL_SET_VL_FIRST },
	{ "bar_kg", "bar_kg", pl_set_first, REPS },
	{ "body_kg", "body_kg", pl_set_first, REPS },
	{ "tonnage_kg", "bar_kg", pl_set_sum, COUNTED },
};

/* The same words before the set's number, the same number, and cand grows. */
bool
pl_set_goes_on(const struct pl_table *t, size_t a, size_t b)
{
	const double *cand = pl_table_get(t, "cand");
	int set = pl_table_find(t, "set"), c;

	for (c = 0; c <= set; c++) {
		double x = t->col[c].x[a], y = t->col[c].x[b];

		if ((c == set || t->col[c].words) && !(x == y) &&
		    !(pl_missing(x) && pl_missing(y)))
			return false;
	}
	return !cand || !(cand[b] <= cand[a]);
}

static enum pl_err
find_sets(struct pl_set_table *f)
{
	const double *set = pl_table_get(f->reps, "set");
	int class = pl_table_find(f->reps, "class");
	size_t room = 0, r, before = 0;
	struct pl_set *grown;

	f->bit = pl_mem_array(f->reps->rows, sizeof *f->bit);
	if (!f->bit)
		return PL_ENOMEM;
	for (r = 0; r < f->reps->rows; r++) {
		if (pl_missing(set[r]))
			continue;
		f->bit[r] = pl_set_class(f->reps, class, r);
		if (!f->n || !pl_set_goes_on(f->reps, before, r)) {
			grown = pl_mem_grow(f->set, &room, f->n + 1,
			    sizeof *grown);
			if (!grown)
				return PL_ENOMEM;
			f->set = grown;
			f->set[f->n++] = (struct pl_set){ .from = r };
		}
		f->set[f->n - 1].to = r + 1;
		before = r;
	}
	return PL_OK;
}

/* Slope and break of the work's greatest leans; rep numbers on x. */
static enum pl_err
find_posture(const struct pl_set_table *f, struct pl_set *s)
{
	const double *lean = pl_table_get(f->reps, "lean_max_deg");
	const double *rep = pl_table_get(f->reps, "rep");
	double *x, *y;
	struct pl_set_break b = { 0, PL_MISSING, PL_MISSING };
	enum pl_err err = PL_OK;
	size_t n = 0, r;

	if (!lean)
		return PL_OK;
	x = pl_mem_array(s->to - s->from, sizeof *x);
	y = pl_mem_array(s->to - s->from, sizeof *y);
	for (r = s->from; x && y && r < s->to; r++)
		if (f->bit[r] == BIT(PL_WORK) && !pl_missing(lean[r])) {
			x[n] = rep && !pl_missing(rep[r]) ? rep[r] :
			    (double)n + 1;
			y[n++] = lean[r];
		}
	if (!x || !y)
		err = PL_ENOMEM;
	else if (n <= PL_SET_REPS_HI)
		err = pl_stat_slope(x, y, n, &s->found[PL_SET_SLOPE]);
	if (err == PL_ESHORT)
		err = PL_OK;
	if (!err)
		err = pl_set_break_find(y, n, &b);
	if (!err && !pl_missing(b.p)) {
		s->found[PL_SET_BREAK_REP] = x[b.at];
		s->found[PL_SET_BREAK_GAIN] = b.gain_deg;
		s->found[PL_SET_BREAK_P] = b.p;
	}
	free(x);
	free(y);
	return err;
}

static void
find_loss(const struct pl_set_table *f, struct pl_set *s)
{
	struct pl_set_ask a = { f, s, pl_table_get(f->reps, "mcv_bar_m_s"),
	    BIT(PL_WORK) };
	double best, start, end;

	if (!a.x)
		a.x = pl_table_get(f->reps, "mcv_m_s");
	if (!a.x)
		return;
	best = pl_set_most(&a);
	start = pl_set_first(&a);
	end = pl_set_last(&a);
	if (best > 0)
		s->found[PL_SET_VL_BEST] = 100 * (best - end) / best;
	if (start > 0)
		s->found[PL_SET_VL_FIRST] = 100 * (start - end) / start;
}

static enum pl_err
add_words(const struct pl_set_table *f, struct pl_table *out, int from)
{
	const char *name = f->reps->col[from].name;
	enum pl_err err = pl_table_add(out, name, NULL);
	int to = pl_table_find(out, name);
	size_t i;

	for (i = 0; i < f->n && !err; i++) {
		const char *w = pl_table_label(f->reps, from, f->set[i].from);

		if (w)
			err = pl_table_word(out, to, w, strlen(w),
			    &out->col[to].x[i]);
	}
	return err;
}

static enum pl_err
add_value(const struct pl_set_table *f, struct pl_table *out,
    const struct value *v)
{
	struct pl_set_ask a = { .f = f, .bits = v->bits };
	enum pl_err err;
	double *x;
	size_t i;

	if (v->from && !(a.x = pl_table_get(f->reps, v->from)))
		return PL_OK;
	err = pl_table_add(out, v->name, &x);
	for (i = 0; i < f->n && !err; i++) {
		a.s = &f->set[i];
		x[i] = v->ask(&a);
	}
	return err;
}

/* The three values of a level of the spine, named after its peak. */
static enum pl_err
add_level(const struct pl_set_table *f, struct pl_table *out, const char *peak)
{
	const int n = (int)strlen(peak) - 15;	/* moment_ _peak_nm */
	char top[128], middle[128], impulse[128], total[128];
	struct value v[3] = {
		{ top, peak, pl_set_most, REPS },
		{ middle, peak, pl_set_mean, REPS },
		{ total, impulse, pl_set_sum, REPS },
	};
	enum pl_err err = PL_OK;
	int k;

	snprintf(top, sizeof top, "moment_%.*s_peak_max_nm", n, peak + 7);
	snprintf(middle, sizeof middle, "moment_%.*s_peak_mean_nm", n,
	    peak + 7);
	snprintf(impulse, sizeof impulse, "impulse_%.*s_nms", n, peak + 7);
	snprintf(total, sizeof total, "impulse_%.*s_sum_nms", n, peak + 7);
	for (k = 0; k < 3 && !err; k++)
		err = add_value(f, out, &v[k]);
	return err;
}

static enum pl_err
fold_all(struct pl_set_table *f, struct pl_table *out)
{
	int set = pl_table_find(f->reps, "set"), c;
	enum pl_err err = find_sets(f);
	size_t i;

	for (i = 0; i < f->n && !err; i++) {
		for (c = 0; c < PL_SET_FOUND; c++)
			f->set[i].found[c] = PL_MISSING;
		find_loss(f, &f->set[i]);
		err = find_posture(f, &f->set[i]);
	}
	if (!err)
		err = pl_table_resize(out, f->n);
	for (c = 0; c < set && !err; c++)
		if (f->reps->col[c].words)
			err = add_words(f, out, c);
	for (i = 0; i < sizeof values / sizeof *values && !err; i++)
		err = add_value(f, out, &values[i]);
	for (i = 0; i < f->reps->cols && !err; i++) {
		const char *name = f->reps->col[i].name;
		size_t n = strlen(name);

		if (n > 15 && n < 80 && strncmp(name, "moment_", 7) == 0 &&
		    strcmp(name + n - 8, "_peak_nm") == 0)
			err = add_level(f, out, name);
	}
	return err;
}

enum pl_err
pl_set_fold(const struct pl_table *reps, struct pl_table *sets,
    struct pl_fault *fault)
{
	static const char *const need[] = { "set", "class" };
	struct pl_set_table f = { .reps = reps };
	enum pl_err err;
	int i;

	for (i = 0; i < 2; i++)
		if (!pl_table_get(reps, need[i]))
			return pl_fault_set(fault, PL_ECOLUMN, 0, need[i],
			    NULL, "no such column: plumb-segment makes it");
	err = fold_all(&f, sets);
	free(f.bit);
	free(f.set);
	if (err)
		pl_table_free(sets);
	return err;
}
