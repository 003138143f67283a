#include "facts.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "../../base/mem.h"
#include "../../dsp/stat.h"
#include "../rep/set.h"
#include "../rep/set_break.h"

#define CHANCE 1.96		/* standard deviations: 5 % by chance */

enum { NAME = 64 };

/* The table, and columns of it that are asked for often; NULL: not there. */
struct find {
	const struct pl_table *reps;
	const double *set, *rep, *lean, *lean_sd, *speed, *peak, *within, *cut;
	enum pl_class *class;		/* of each row */
	struct pl_facts *f;
};

static const double *
of_level(const struct pl_table *t, const char *form, const char *level)
{
	char name[NAME];

	snprintf(name, sizeof name, form, level);
	return pl_table_get(t, name);
}

static double
at(const double *x, size_t row)
{
	return x ? x[row] : PL_MISSING;
}

static void
widen(struct pl_span *s, double x)
{
	s->lo = fmin(s->lo, x);		/* of a missing and a number: the number */
	s->hi = fmax(s->hi, x);
}

static void
find_classes(struct find *d)
{
	int col = pl_table_find(d->reps, "class"), c;
	size_t r;

	for (r = 0; r < d->reps->rows; r++) {
		for (c = 0; c < PL_UNKNOWN; c++)
			if (pl_table_says(d->reps, col, r, pl_cand_word(c)))
				break;
		d->class[r] = (enum pl_class)c;
		d->f->class[c]++;
	}
}

/* What is a least, a greatest or a count over repetitions. */
static void
find_spans(struct find *d)
{
	const double *kg = pl_table_get(d->reps, "bar_kg");
	const double *depth = pl_table_get(d->reps, "depth_m");
	struct pl_facts *f = d->f;
	size_t r;

	for (r = 0; r < d->reps->rows; r++) {
		if (!pl_cand_counts(d->class[r]))
			continue;
		widen(&f->bar_kg, at(kg, r));
		if (d->class[r] != PL_WORK)
			continue;
		widen(&f->lean, at(d->lean, r));
		f->lean_sd = fmax(f->lean_sd, at(d->lean_sd, r));
		if (!(at(d->cut, r) > 0))
			widen(&f->depth_m, at(depth, r));
	}
}

static enum pl_err
find_side(struct find *d)
{
	const double *roll = pl_table_get(d->reps, "roll_mean_deg");
	double *x = pl_mem_array(d->reps->rows, sizeof *x);
	size_t n = 0, r;

	if (!x)
		return PL_ENOMEM;
	for (r = 0; r < d->reps->rows; r++)
		if (d->class[r] == PL_WORK && !pl_missing(at(roll, r)))
			x[n++] = roll[r];
	d->f->roll = pl_stat_median(x, n);
	d->f->roll_sd = d->f->lean_sd;
	d->f->sideways = fabs(d->f->roll) > CHANCE * d->f->roll_sd;
	free(x);
	return PL_OK;
}

/* Is the greatest peak beyond all others by more than chance? */
static bool
stands_out(const struct find *d, size_t most)
{
	size_t r, others = 0;

	for (r = 0; r < d->reps->rows; r++) {
		double w = at(d->within, r), v = at(d->within, most);

		if (r == most || !pl_cand_counts(d->class[r]) ||
		    pl_missing(d->peak[r]))
			continue;
		if (!(d->peak[most] - d->peak[r] > CHANCE *
		    sqrt(w * w + v * v)))
			return false;
		others++;
	}
	return others > 0;
}

static void
find_loads(struct find *d, const char *level)
{
	const double *sd = of_level(d->reps, "moment_%s_peak_sd_nm", level);
	const double *nms = of_level(d->reps, "impulse_%s_nms", level);
	const double *nms_sd = of_level(d->reps, "impulse_%s_sd_nms", level);
	struct pl_facts *f = d->f;
	size_t r, most = d->reps->rows;

	f->loads = d->peak != NULL;
	f->impulse = f->impulse_sd = 0;
	for (r = 0; f->loads && r < d->reps->rows; r++) {
		if (!pl_cand_counts(d->class[r]))
			continue;
		if (pl_missing(d->peak[r])) {
			f->untold++;
			continue;
		}
		f->told++;
		widen(&f->peak, d->peak[r]);
		if (d->peak[r] == f->peak.hi)
			most = r;
		f->impulse += at(nms, r);
		f->impulse_sd += at(nms_sd, r);
	}
	if (!f->told)
		return;
	f->peak_sd = at(sd, most);
	f->most = (struct pl_which){ at(d->set, most), at(d->rep, most) };
	f->stands_out = stands_out(d, most);
}

/* How the last of a set, rows from..to-1, is against its best. */
static void
find_pace(struct find *d, size_t from, size_t to)
{
	double best = PL_MISSING, last = PL_MISSING, loss;
	struct pl_facts *f = d->f;
	size_t r, n = 0;

	for (r = from; d->speed && r < to; r++)
		if (d->class[r] == PL_WORK && !pl_missing(d->speed[r]) &&
		    !(at(d->cut, r) > 0)) {
			last = d->speed[r];
			best = fmax(best, last);
			n++;
		}
	if (n < 2)
		return;
	loss = 100 * (best - last) / best;
	f->paced++;
	if (f->paced == 1 || loss > f->loss_pct.hi) {
		f->loss_set = d->set[from];
		f->slower = best - last > PL_FACTS_SPEED_M_S;
	}
	widen(&f->loss_pct, loss);
}

/* One set, rows from..to-1, and its row of the set table. */
static void
find_set(struct find *d, size_t from, size_t to, const struct pl_table *sets,
    size_t row)
{
	double gain = at(pl_table_get(sets, "break_gain_deg"), row);
	struct pl_facts *f = d->f;
	size_t r, reps = 0, work = 0;

	for (r = from; r < to; r++) {
		reps += pl_cand_counts(d->class[r]) != 0;
		work += d->class[r] == PL_WORK && !pl_missing(at(d->lean, r));
	}
	if (!reps)
		return;
	f->sets++;
	f->tut_s += at(pl_table_get(sets, "tut_s"), row);
	f->lean_first = at(pl_table_get(sets, "lean_first_deg"), row);
	f->lean_last = at(pl_table_get(sets, "lean_last_deg"), row);
	f->testable += work >= PL_SET_BREAK_BEFORE + PL_SET_BREAK_AFTER;
	find_pace(d, from, to);
	if (pl_missing(gain))
		return;
	if (!f->breaks || gain > f->break_gain) {
		f->break_gain = gain;
		f->break_p = at(pl_table_get(sets, "break_p"), row);
		f->broken = (struct pl_which){ d->set[from],
		    at(pl_table_get(sets, "break_rep"), row) };
	}
	f->breaks++;
}

static void
find_sets(struct find *d, const struct pl_table *sets)
{
	size_t r, from = 0, before = 0, row = 0;
	bool open = false;

	for (r = 0; r < d->reps->rows; r++) {
		if (pl_missing(d->set[r]))
			continue;
		if (!open || !pl_set_goes_on(d->reps, before, r)) {
			if (open)
				find_set(d, from, before + 1, sets, row++);
			from = r;
			open = true;
		}
		before = r;
	}
	if (open)
		find_set(d, from, before + 1, sets, row);
}

enum pl_err
pl_facts_find(struct pl_facts *f, const struct pl_table *reps,
    const char *level, struct pl_fault *fault)
{
	const struct pl_span none = { PL_MISSING, PL_MISSING };
	struct find d = { .reps = reps, .f = f };
	struct pl_table sets;
	enum pl_err err;

	*f = (struct pl_facts){ .bar_kg = none, .lean = none, .depth_m = none,
	    .lean_sd = PL_MISSING, .peak = none, .loss_pct = none };
	pl_table_init(&sets);
	err = pl_set_fold(reps, &sets, fault);
	if (err)
		return err;
	d.set = pl_table_get(reps, "set");
	d.rep = pl_table_get(reps, "rep");
	d.lean = pl_table_get(reps, "lean_max_deg");
	d.lean_sd = pl_table_get(reps, "lean_max_sd_deg");
	d.cut = pl_table_get(reps, "truncated");
	f->trunk = d.lean != NULL;
	d.speed = pl_table_get(reps, "mcv_bar_m_s");
	if (!d.speed)
		d.speed = pl_table_get(reps, "mcv_m_s");
	d.peak = of_level(reps, "moment_%s_peak_nm", level);
	d.within = of_level(reps, "moment_%s_peak_within_sd_nm", level);
	d.class = pl_mem_array(reps->rows, sizeof *d.class);
	err = d.class ? PL_OK : PL_ENOMEM;
	if (!err) {
		find_classes(&d);
		find_spans(&d);
		find_loads(&d, level);
		find_sets(&d, &sets);
		err = find_side(&d);
	}
	free(d.class);
	pl_table_free(&sets);
	return err;
}
