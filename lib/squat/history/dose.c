#include "dose.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../../base/trig.h"
#include "../load/body.h"
#include "../rep/set_ask.h"
#include "../segment/cand.h"
#include "rolling.h"

#define BIT PL_SET_BIT
#define COUNTED (BIT(PL_WORK) | BIT(PL_PARTIAL))
#define REPS (COUNTED | BIT(PL_FAILED))

enum { NAME = 96 };

struct fold {
	struct pl_set_table all, told;	/* told: of one level */
	const struct pl_visits *v;
	const struct pl_dose_ask *ask;
	struct pl_table *out;
	enum pl_err err;
};

/* Columns of a session, whatever the level. */
static const struct value {
	const char *name, *from;
	double (*ask)(const struct pl_set_ask *);
	unsigned bits;
} values[] = {
	{ "reps_work", NULL, pl_set_count, BIT(PL_WORK) },
	{ "reps_partial", NULL, pl_set_count, BIT(PL_PARTIAL) },
	{ "reps_failed", NULL, pl_set_count, BIT(PL_FAILED) },
	{ "tonnage_kg", "bar_kg", pl_set_sum, COUNTED },
	{ "tut_s", "ecc_s", pl_set_tension, REPS },
};

/* Those of a level: %s is its name. */
static const struct value levels[] = {
	{ "moment_%s_peak_max_nm", "moment_%s_peak_nm", pl_set_most, REPS },
	{ "impulse_%s_sum_nms", "impulse_%s_nms", pl_set_sum, REPS },
	{ "impulse2_%s_sum_n2m2s", "impulse2_%s_n2m2s", pl_set_sum, REPS },
	{ "time_above_%s_sum_s", "time_above_%s_s", pl_set_sum, REPS },
};

/* A form with the level's name in it. */
static void
name(char to[NAME], const char *form, const char *level)
{
	const char *mark = strstr(form, "%s");

	snprintf(to, NAME, "%.*s%s%s", (int)(mark - form), form, level,
	    mark + 2);
}

/* Had a session none of those: of nothing, a sum is 0 and not missing. */
static bool
had_none(const struct fold *w, const struct value *v, size_t session)
{
	struct pl_set_ask a = { .f = &w->all, .s = &w->all.set[session],
	    .bits = v->bits };

	return v->ask != pl_set_most && !(pl_set_count(&a) > 0);
}

static void
add_value(struct fold *w, const struct pl_set_table *f, const char *to,
    const char *from, const struct value *v)
{
	struct pl_set_ask a = { .f = f, .bits = v->bits };
	double *out;
	size_t i;

	a.x = from ? pl_table_get(f->reps, from) : NULL;
	if (w->err || (from && !a.x))
		return;
	w->err = pl_table_add(w->out, to, &out);
	for (i = 0; !w->err && i < f->n; i++) {
		a.s = &f->set[i];
		out[i] = had_none(w, v, i) ? 0 : v->ask(&a);
	}
}

/* What each phase has of the impulse of all three. */
static void
add_shares(struct fold *w, const char *level)
{
	static const char *const phase[] = { "ecc", "pause", "con" };
	struct pl_set_ask a = { .f = &w->told, .bits = REPS };
	char form[NAME], text[NAME];
	const double *x[3];
	double *out[3], sum[3];
	size_t i;
	int k;

	for (k = 0; k < 3; k++) {
		snprintf(form, sizeof form, "impulse_%s_%%s_nms", phase[k]);
		name(text, form, level);
		x[k] = pl_table_get(w->told.reps, text);
		if (!x[k])
			return;
	}
	for (k = 0; k < 3 && !w->err; k++) {
		snprintf(form, sizeof form, "impulse_%s_%%s_share_pct",
		    phase[k]);
		name(text, form, level);
		w->err = pl_table_add(w->out, text, &out[k]);
	}
	for (i = 0; !w->err && i < w->told.n; i++) {
		a.s = &w->told.set[i];
		for (k = 0; k < 3; k++) {
			a.x = x[k];
			sum[k] = pl_set_sum(&a);
		}
		for (k = 0; k < 3; k++)
			out[k][i] = 100 * sum[k] / (sum[0] + sum[1] + sum[2]);
	}
}

/* Sum of the peaks to the power, in units of which the tenth can be printed; a
 * peak that is negative loads nothing. */
static void
add_power(struct fold *w, const char *level)
{
	const double *peak;
	char text[NAME];
	double *out, p = w->ask->power;
	size_t i, r;

	if (pl_missing(p) || w->err)
		return;
	name(text, "moment_%s_peak_nm", level);
	peak = pl_table_get(w->told.reps, text);
	name(text, "dose_%s", level);
	w->err = pl_table_add(w->out, text, &out);
	for (i = 0; !w->err && i < w->told.n; i++)
		for (out[i] = 0, r = w->told.set[i].from;
		    r < w->told.set[i].to; r++)
			if (w->told.bit[r] & REPS)
				out[i] += pl_missing(peak[r]) ? PL_MISSING :
				    peak[r] <= 0 ? 0 :
				    pl_exp(p * pl_log(peak[r] / PL_DOSE_NM));
}

/* Which repetitions have a load: of the others nothing is asked, if they are to
 * be left out. */
static void
tell(struct fold *w, const double *peak)
{
	size_t r;

	for (r = 0; r < w->all.reps->rows; r++)
		w->told.bit[r] = w->ask->leave_out && pl_missing(peak[r]) ?
		    0 : w->all.bit[r];
}

static void
add_level(struct fold *w, const char *level)
{
	char to[NAME], from[NAME];
	size_t k;

	name(from, "moment_%s_peak_nm", level);
	tell(w, pl_table_get(w->all.reps, from));
	for (k = 0; k < sizeof levels / sizeof *levels; k++) {
		name(to, levels[k].name, level);
		name(from, levels[k].from, level);
		add_value(w, &w->told, to, from, &levels[k]);
	}
	add_shares(w, level);
	add_power(w, level);
	name(from, "impulse_%s_sum_nms", level);
	name(to, "impulse_%s", level);
	if (!w->err && pl_table_get(w->out, from))
		w->err = pl_rolling_add(w->out, w->v, from, to, "_nms", true);
}

/* How many repetitions have no load, of the first level that there is. */
static void
add_untold(struct fold *w, const double *peak)
{
	double *out;
	size_t i, r;

	if (!w->err)
		w->err = pl_table_add(w->out, "untold", &out);
	for (i = 0; !w->err && i < w->all.n; i++)
		for (out[i] = 0, r = w->all.set[i].from;
		    r < w->all.set[i].to; r++)
			out[i] += (w->all.bit[r] & REPS) &&
			    pl_missing(peak[r]);
}

/* The level of "moment_LEVEL_peak_nm". */
static bool
level_of(const char *column, char level[16])
{
	size_t n = strlen(column);

	if (n < 16 || n > 15 + 15 || strncmp(column, "moment_", 7) ||
	    strcmp(column + n - 8, "_peak_nm"))
		return false;
	snprintf(level, 16, "%.*s", (int)(n - 15), column + 7);
	return pl_body_find_level(level) != NULL;
}

static void
add_levels(struct fold *w)
{
	const struct pl_table *t = w->all.reps;
	bool first = true;
	char level[16];
	size_t c;

	for (c = 0; c < t->cols && !w->err; c++) {
		if (!level_of(t->col[c].name, level))
			continue;
		if (first)
			add_untold(w, t->col[c].x);
		first = false;
		add_level(w, level);
	}
}

/* A column of words of the rep table, as each session begins. */
static enum pl_err
copy(struct fold *w, int col)
{
	const struct pl_column *from = &w->all.reps->col[col];
	enum pl_err err = pl_table_add(w->out, from->name, NULL);
	int to = pl_table_find(w->out, from->name);
	size_t i;

	for (i = 0; !err && i < w->all.n; i++) {
		double word = from->x[w->all.set[i].from];

		if (!pl_missing(word))
			err = pl_table_word(w->out, to,
			    from->words->word[(size_t)word],
			    strlen(from->words->word[(size_t)word]),
			    &w->out->col[to].x[i]);
	}
	return err;
}

static void
add_names(struct fold *w)
{
	int session = pl_table_find(w->all.reps, "session");
	size_t k;

	for (k = 0; k < w->ask->keys && !w->err; k++)
		w->err = copy(w, w->ask->key[k]);
	if (!w->err)
		w->err = copy(w, w->ask->date);
	if (!w->err && session >= 0)
		w->err = copy(w, session);
}

static enum pl_err
begin(struct fold *w, const struct pl_table *reps, const struct pl_visits *v)
{
	int class = pl_table_find(reps, "class");
	size_t i;

	w->all.reps = w->told.reps = reps;
	w->all.n = w->told.n = v->n;
	w->all.bit = pl_mem_array(reps->rows, sizeof *w->all.bit);
	w->told.bit = pl_mem_array(reps->rows, sizeof *w->told.bit);
	w->all.set = w->told.set = pl_mem_array(v->n, sizeof *w->all.set);
	if (!w->all.bit || !w->told.bit || !w->all.set ||
	    pl_table_resize(w->out, v->n))
		return PL_ENOMEM;
	for (i = 0; i < reps->rows; i++)
		w->all.bit[i] = pl_set_class(reps, class, i);
	for (i = 0; i < v->n; i++)
		w->all.set[i] = (struct pl_set){ .from = v->visit[i].from,
		    .to = v->visit[i].to };
	return PL_OK;
}

enum pl_err
pl_dose_fold(struct pl_table *reps, const struct pl_dose_ask *ask,
    struct pl_visits *visits, struct pl_table *out, struct pl_fault *f)
{
	struct fold w = { .v = visits, .ask = ask, .out = out };
	size_t k;

	w.err = pl_visit_find(visits, reps, ask->key, ask->keys, ask->date,
	    f);
	if (w.err)
		return w.err;
	w.err = begin(&w, reps, visits);
	if (!w.err)
		add_names(&w);
	for (k = 0; k < sizeof values / sizeof *values; k++)
		add_value(&w, &w.all, values[k].name, values[k].from,
		    &values[k]);
	if (!w.err)
		w.err = pl_rolling_days(out, visits);
	if (!w.err && pl_table_get(out, "tonnage_kg"))
		w.err = pl_rolling_add(out, visits, "tonnage_kg", "tonnage",
		    "_kg", false);
	if (!w.err)
		add_levels(&w);
	free(w.all.bit);
	free(w.told.bit);
	free(w.all.set);
	if (w.err) {
		pl_visit_free(visits);
		pl_table_free(out);
	}
	return w.err;
}
