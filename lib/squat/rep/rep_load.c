#include "rep_load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../load/body.h"

enum { NAME = 96 };

/* What is asked of the moment itself. */
static const struct { const char *to; double (*ask)(const struct pl_ask *); }
wholes[] = {
	{ "moment_%s_mean_nm", pl_measure_mean },
	{ "impulse_%s_nms", pl_measure_impulse },
	{ "impulse_ecc_%s_nms", pl_measure_impulse_ecc },
	{ "impulse_pause_%s_nms", pl_measure_impulse_pause },
	{ "impulse_con_%s_nms", pl_measure_impulse_con },
	{ "impulse2_%s_n2m2s", pl_measure_impulse2 },
};

/* What is asked of columns beside it: their value at its peak.  The first
 * stand behind the peak, the rest behind what is asked of the whole. */
enum { FIRST = 3 };
static const struct { const char *from, *to; bool per_kg; } besides[] = {
	{ "t_s", "moment_%s_peak_t_s", false },
	{ "moment_%s_sd_nm", "moment_%s_peak_sd_nm", false },
	{ "moment_%s_within_sd_nm", "moment_%s_peak_within_sd_nm", false },
	{ "moment_%s_ratio", "moment_%s_peak_ratio", false },
	{ "moment_%s_body_nm", "m0_%s_nm", false },
	{ "moment_%s_bar_nm", "k_%s_nm_per_kg", true },
	{ "moment_%s_lean_nm_per_deg", "lean_%s_nm_per_deg", false },
	{ "elsewhere_%s_nm", "elsewhere_%s_peak_nm", false },
	{ "axial_%s_n", "axial_%s_peak_n", false },
	{ "shear_%s_n", "shear_%s_peak_n", false },
	{ "compression_%s_low_n", "compression_%s_low_peak_n", false },
	{ "compression_%s_n", "compression_%s_peak_n", false },
	{ "compression_%s_high_n", "compression_%s_high_peak_n", false },
};

struct fold {
	const struct pl_fold *f;
	struct pl_table *out;
	char level[16];
	size_t *peak;		/* of each candidate; missing: none */
	const double *bar_kg;
	enum pl_err err;
};

static const size_t none = (size_t)-1;

/* "moment_t7t8_nm" of "moment_%s_nm"; "t_s" is "t_s". */
static void
name(char text[NAME], const char *form, const char *level)
{
	const char *mark = strstr(form, "%s");

	if (mark)
		snprintf(text, NAME, "%.*s%s%s", (int)(mark - form), form,
		    level, mark + 2);
	else
		snprintf(text, NAME, "%s", form);
}

static void
add_whole(struct fold *w, const char *to, double (*ask)(const struct pl_ask *),
    const double *x)
{
	struct pl_ask a = { .f = w->f, .x = x, .err = &w->err };
	double *out;

	if (!w->err)
		w->err = pl_table_add(w->out, to, &out);
	for (a.i = 0; !w->err && a.i < w->f->n; a.i++) {
		a.r = &w->f->cand[a.i];
		if (a.r->phases)
			out[a.i] = ask(&a);
	}
}

/* The value of a column of the stream at each peak, if it is there. */
static void
add_beside(struct fold *w, const char *from, const char *to, bool per_kg)
{
	const double *source = pl_table_get(w->f->in, from);
	double *x, *out;
	size_t i;

	if (!source || w->err || (per_kg && !w->bar_kg))
		return;
	x = pl_measure_bridged(w->f, source);
	w->err = x ? pl_table_add(w->out, to, &out) : PL_ENOMEM;
	for (i = 0; !w->err && i < w->f->n; i++) {
		double kg = per_kg ? w->bar_kg[w->f->cand[i].start] : 1;

		/* without a bar nothing can be said per kilogram of it */
		if (w->peak[i] != none && kg > 0)
			out[i] = x[w->peak[i]] / kg;
	}
	free(x);
}

static void
add_besides(struct fold *w, size_t k, size_t end)
{
	char from[NAME], to[NAME];

	for (; k < end; k++) {
		name(from, besides[k].from, w->level);
		name(to, besides[k].to, w->level);
		add_beside(w, from, to, besides[k].per_kg);
	}
}

/* force_LEVEL_GROUP_n, whatever the groups are. */
static void
add_forces(struct fold *w)
{
	char start[NAME], to[NAME];
	size_t c, n;

	snprintf(start, sizeof start, "force_%s_", w->level);
	n = strlen(start);
	for (c = 0; c < w->f->in->cols; c++) {
		const char *from = w->f->in->col[c].name;
		size_t len = strlen(from);

		if (len < n + 3 || len > 60 || memcmp(from, start, n) ||
		    strcmp(from + len - 2, "_n"))
			continue;
		snprintf(to, sizeof to, "%.*s_peak_n", (int)len - 2, from);
		add_beside(w, from, to, false);
	}
}

/* What the impulse is uncertain by.  The errors of a moment are those of lean,
 * body and place of the sensor, and last as long as the movement: so it is the
 * integral of their standard deviation, over the positive part. */
static void
add_impulse_sd(struct fold *w, const double *moment)
{
	char from[NAME], to[NAME];
	const double *sd;
	size_t t;
	double *x;

	name(from, "moment_%s_sd_nm", w->level);
	name(to, "impulse_%s_sd_nms", w->level);
	sd = pl_table_get(w->f->in, from);
	if (!sd || w->err)
		return;
	x = pl_measure_bridged(w->f, sd);
	if (!x) {
		w->err = PL_ENOMEM;
		return;
	}
	for (t = 0; t < w->f->in->rows; t++)
		if (!(moment[t] > 0))
			x[t] = 0 * moment[t];
	add_whole(w, to, pl_measure_integral, x);
	free(x);
}

/* The rows of the peaks of x. */
static void
find_peaks(struct fold *w, const double *x)
{
	size_t i, t;

	for (i = 0; i < w->f->n; i++) {
		const struct pl_rows *r = &w->f->cand[i];
		size_t best = r->start;

		for (t = best; t <= r->end && !pl_missing(x[t]); t++)
			best = x[t] > x[best] ? t : best;
		w->peak[i] = r->phases && t > r->end ? best : none;
	}
}

/* The greatest moment of the body alone; and what of the impulse each kilogram
 * of bar makes while the moment is positive, and what is left of it. */
static void
add_parts(struct fold *w, const double *moment)
{
	char from[NAME], to[NAME];
	const double *bar, *body, *whole, *per_kg;
	double *x, *rest;
	size_t i, t, n = w->f->in->rows;

	name(from, "moment_%s_bar_nm", w->level);
	bar = pl_table_get(w->f->in, from);
	name(from, "moment_%s_body_nm", w->level);
	body = pl_table_get(w->f->in, from);
	if (!bar || !body || !w->bar_kg || w->err)
		return;
	x = pl_measure_bridged(w->f, body);
	name(to, "moment_%s_body_peak_nm", w->level);
	if (x)
		add_whole(w, to, pl_measure_peak, x);
	free(x);
	x = pl_measure_bridged(w->f, bar);
	if (!x) {
		w->err = PL_ENOMEM;
		return;
	}
	for (t = 0; t < n; t++)
		x[t] = moment[t] > 0 ? x[t] / w->bar_kg[t] : 0 * moment[t];
	name(to, "impulse_k_%s_nms_per_kg", w->level);
	add_whole(w, to, pl_measure_integral, x);
	free(x);
	name(from, "impulse0_%s_nms", w->level);
	if (!w->err)
		w->err = pl_table_add(w->out, from, &rest);
	if (w->err)
		return;
	per_kg = pl_table_get(w->out, to);
	name(to, "impulse_%s_nms", w->level);
	whole = pl_table_get(w->out, to);
	for (i = 0; i < w->f->n; i++)
		rest[i] = whole[i] - w->bar_kg[w->f->cand[i].start] *
		    per_kg[i];
}

static void
add_level(struct fold *w, const char *moment)
{
	double *x = pl_measure_bridged(w->f, pl_table_get(w->f->in, moment));
	char from[NAME], to[NAME];
	const double *above;
	size_t k;

	if (!x) {
		w->err = PL_ENOMEM;
		return;
	}
	find_peaks(w, x);
	name(to, "moment_%s_peak_nm", w->level);
	add_beside(w, moment, to, false);
	add_besides(w, 0, FIRST);
	for (k = 0; k < sizeof wholes / sizeof *wholes; k++) {
		name(to, wholes[k].to, w->level);
		add_whole(w, to, wholes[k].ask, x);
	}
	add_impulse_sd(w, x);
	add_parts(w, x);
	free(x);
	name(from, "moment_%s_above", w->level);
	above = pl_table_get(w->f->in, from);
	name(to, "time_above_%s_s", w->level);
	if (above)
		add_whole(w, to, pl_measure_impulse, above);
	add_besides(w, FIRST, sizeof besides / sizeof *besides);
	add_forces(w);
}

static void
add_rounding(struct fold *w)
{
	const double *source = pl_table_get(w->f->in, "thoracic_deg");
	double *x;

	if (!source || w->err)
		return;
	x = pl_measure_bridged(w->f, source);
	if (!x) {
		w->err = PL_ENOMEM;
		return;
	}
	add_whole(w, "thoracic_start_deg", pl_measure_at_start, x);
	add_whole(w, "thoracic_max_deg", pl_measure_peak, x);
	add_whole(w, "rounding_deg", pl_measure_rise, x);
	free(x);
}

/* The level of "moment_LEVEL_nm". */
static bool
level_of(const char *column, char level[16])
{
	size_t n = strlen(column);

	if (n < 11 || n > 10 + 15 || strncmp(column, "moment_", 7) ||
	    strcmp(column + n - 3, "_nm"))
		return false;
	snprintf(level, 16, "%.*s", (int)(n - 10), column + 7);
	return pl_body_find_level(level) != NULL;
}

enum pl_err
pl_rep_load(const struct pl_fold *f, struct pl_table *out)
{
	struct fold w = { .f = f, .out = out };
	size_t c;

	w.bar_kg = pl_table_get(f->in, "bar_kg");
	w.peak = pl_mem_array(f->n, sizeof *w.peak);
	if (!w.peak)
		return PL_ENOMEM;
	add_rounding(&w);
	for (c = 0; c < f->in->cols && !w.err; c++)
		if (level_of(f->in->col[c].name, w.level))
			add_level(&w, f->in->col[c].name);
	free(w.peak);
	return w.err;
}
