#include "profile.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../../dsp/line.h"
#include "grouped.h"

#define FAR_KG 1e6		/* a band that reaches there has no end */

/* Columns of the result, in their order; the first with a key alone, those at
 * a load where one is asked for. */
enum { GROUP, COLUMN, POINTS, LOADS, LIGHTEST, HEAVIEST, SLOPE, INTERCEPT, SEE,
	R2, AT, AT_V, AT_LOW, AT_HIGH, MINIMAL, LOAD, LOW, HIGH, BEYOND, REASON,
	COLS };

static const char *const names[COLS] = { "group", "column", "points", "loads",
	"lightest_kg", "heaviest_kg", "slope_m_s_per_kg", "intercept_m_s",
	"see_m_s", "r2", "at_kg", "at_m_s", "at_low_m_s", "at_high_m_s",
	"minimal_m_s", "minimal_load_kg", "minimal_load_low_kg",
	"minimal_load_high_kg", "extrapolated_pct", "profile_reason" };

/* What falls with the load. */
static const char *const measures[] = { "mcv_m_s", "mpv_m_s", "mcv_bar_m_s",
	"mpv_bar_m_s" };

bool
pl_profile_find_rep(const char *word, enum pl_profile_rep *rep)
{
	static const char *const words[] = { "best", "mean", "first" };
	int i;

	for (i = 0; i < 3; i++)
		if (strcmp(word, words[i]) == 0) {
			*rep = (enum pl_profile_rep)i;
			return true;
		}
	return false;
}

struct work {
	struct pl_grouped g;
	const struct pl_profile_ask *ask;
	struct pl_profiled *done;
	struct pl_table *out;
	double *kg, *v;			/* points of one line */
};

/* The line of a group, and the loads on it. */
struct profile {
	size_t points, loads;
	double lightest, heaviest;
	struct pl_line line;		/* .n is 0: none */
};

static bool
same(double a, double b)
{
	return a == b || (pl_missing(a) && pl_missing(b));
}

/* Rows from i on of a series with one bar; their point is v, missing if none
 * has a velocity.  Returns the row behind them. */
static size_t
point(const struct work *w, const struct pl_series *s, size_t i,
    const double *kg, const double *x, double *v)
{
	double sum = 0, n = 0, best = PL_MISSING, first = PL_MISSING;
	double mass = kg[w->g.row[i]];

	for (; i < s->to && same(kg[w->g.row[i]], mass); i++) {
		double one = x[w->g.row[i]];

		if (pl_missing(one))
			continue;
		first = n > 0 ? first : one;
		best = n > 0 && best > one ? best : one;
		sum += one;
		n++;
	}
	*v = w->ask->rep == PL_BEST ? best : w->ask->rep == PL_FIRST ? first :
	    n > 0 ? sum / n : PL_MISSING;
	return i;
}

static int
ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static struct profile
fit(struct work *w, size_t group, const double *x)
{
	const double *kg = pl_table_get(w->g.t, "bar_kg");
	struct profile p = { .lightest = PL_MISSING, .heaviest = PL_MISSING };
	size_t n, k, i;
	const struct pl_series *s = pl_grouped_of(&w->g, group, &n);
	double *sorted = w->v + w->g.rows;

	for (k = 0; k < n; k++)
		for (i = s[k].from; i < s[k].to;) {
			size_t from = i;
			double v;

			i = point(w, &s[k], i, kg, x, &v);
			if (pl_missing(kg[w->g.row[from]]) || pl_missing(v))
				continue;
			w->kg[p.points] = kg[w->g.row[from]];
			w->v[p.points++] = v;
		}
	memcpy(sorted, w->kg, p.points * sizeof *sorted);
	if (p.points)
		qsort(sorted, p.points, sizeof *sorted, ascending);
	for (i = 0; i < p.points; i++)
		p.loads += !i || sorted[i] > sorted[i - 1];
	if (p.points) {
		p.lightest = sorted[0];
		p.heaviest = sorted[p.points - 1];
	}
	if (p.loads >= PL_PROFILE_LOADS &&
	    pl_line_fit(&p.line, w->kg, w->v, p.points))
		p.line.n = 0;
	return p;
}

/* How far a load is from those there were, in percent of their range. */
static double
beyond(const struct profile *p, double kg)
{
	double out = fmax(kg - p->heaviest, p->lightest - kg);

	return 100 * fmax(0, out) / (p->heaviest - p->lightest);
}

static enum pl_err
word(struct work *w, int which, const char *text)
{
	int col = pl_table_find(w->out, names[which]);

	return pl_table_word(w->out, col, text, strlen(text),
	    &w->out->col[col].x[w->out->rows - 1]);
}

static enum pl_err
put_group(struct work *w, size_t group)
{
	char room[PL_NUM_ROOM];

	return word(w, GROUP, pl_grouped_value(&w->g, group, room));
}

/* What is the same in all rows of a profile. */
static void
describe(struct work *w, const struct profile *p, double x[COLS])
{
	const struct pl_line *l = &p->line;
	double load, low, high;

	x[POINTS] = (double)p->points;
	x[LOADS] = (double)p->loads;
	x[LIGHTEST] = p->lightest;
	x[HEAVIEST] = p->heaviest;
	x[MINIMAL] = w->ask->minimal_m_s;
	if (!l->n)
		return;
	x[SLOPE] = l->slope;
	x[INTERCEPT] = l->intercept;
	x[SEE] = l->see;
	x[R2] = l->r2;
	if (l->slope < 0 && pl_line_pass(l, x[MINIMAL], w->ask->level, &load,
	    &low, &high) && low > -FAR_KG && high < FAR_KG) {
		x[LOAD] = load;
		x[LOW] = low;
		x[HIGH] = high;
		x[BEYOND] = beyond(p, load);
	}
}

static enum pl_err
put(struct work *w, size_t group, const char *column, const struct profile *p,
    const double x[COLS])
{
	enum pl_err err = pl_table_resize(w->out, w->out->rows + 1);
	int k, col;

	if (!err && w->g.key >= 0)
		err = put_group(w, group);
	if (!err)
		err = word(w, COLUMN, column);
	for (k = POINTS; k < REASON && !err; k++)
		if ((col = pl_table_find(w->out, names[k])) >= 0)
			w->out->col[col].x[w->out->rows - 1] = x[k];
	if (!err && pl_missing(x[LOAD]))
		err = word(w, REASON, p->line.n ? "slope" : "few-loads");
	return err;
}

static enum pl_err
profile(struct work *w, size_t group, const char *column)
{
	struct profile p = fit(w, group, pl_table_get(w->g.t, column));
	enum pl_err err = PL_OK;
	double x[COLS];
	size_t i;
	int k;

	for (k = 0; k < COLS; k++)
		x[k] = PL_MISSING;
	describe(w, &p, x);
	w->done->loads = p.loads > w->done->loads ? p.loads : w->done->loads;
	w->done->few += !p.line.n;
	w->done->flat += p.line.n && pl_missing(x[LOAD]);
	if (x[BEYOND] / 100 > w->done->furthest)
		w->done->furthest = x[BEYOND] / 100;
	for (i = 0; i < (w->ask->n_at ? w->ask->n_at : 1) && !err; i++) {
		if (w->ask->n_at && p.line.n) {
			double half = pl_line_half(&p.line, w->ask->at_kg[i],
			    w->ask->level);

			x[AT_V] = pl_line_at(&p.line, w->ask->at_kg[i]);
			x[AT_LOW] = x[AT_V] - half;
			x[AT_HIGH] = x[AT_V] + half;
		}
		if (w->ask->n_at)
			x[AT] = w->ask->at_kg[i];
		err = put(w, group, column, &p, x);
	}
	return err;
}

static enum pl_err
profile_all(struct work *w)
{
	enum pl_err err = PL_OK;
	size_t group, i;
	int c;

	w->kg = pl_mem_array(w->g.rows, sizeof *w->kg);
	w->v = pl_mem_array(w->g.rows, 2 * sizeof *w->v);
	if (!w->kg || !w->v)
		return PL_ENOMEM;
	for (c = 0; c < COLS && !err; c++)
		if ((c != GROUP || w->g.key >= 0) &&
		    (c < AT || c > AT_HIGH || w->ask->n_at))
			err = pl_table_add(w->out, names[c], NULL);
	for (group = 0; group < w->g.values && !err; group++)
		for (i = 0; i < sizeof measures / sizeof *measures && !err;
		    i++)
			if (pl_table_get(w->g.t, measures[i]))
				err = profile(w, group, measures[i]);
	return err;
}

enum pl_err
pl_profile_tables(const struct pl_table *reps,
    const struct pl_profile_ask *ask, struct pl_profiled *done,
    struct pl_table *out, struct pl_fault *f)
{
	struct work w = { .ask = ask, .done = done, .out = out };
	struct pl_grouped_ask groups = { .key = ask->key };
	enum pl_err err;

	if (!pl_table_get(reps, "bar_kg"))
		return pl_fault_set(f, PL_ECOLUMN, 0, "bar_kg", NULL,
		    "no such column: plumb-load makes it");
	if (!pl_table_get(reps, measures[0]) && !pl_table_get(reps,
	    measures[2]))
		return pl_fault_set(f, PL_ECOLUMN, 0, measures[0], NULL,
		    "no such column: plumb-reps makes it");
	err = pl_grouped_make(&w.g, reps, &groups, f);
	if (err)
		return err;
	*done = (struct pl_profiled){ 0 };
	err = profile_all(&w);
	if (!err && done->loads < PL_PROFILE_LOADS)
		err = pl_fault_set(f, PL_ESHORT, 0, "bar_kg", NULL,
		    "a line needs sets with %d loads, and there %s %zu: join "
		    "the rep tables of more", PL_PROFILE_LOADS,
		    done->loads == 1 ? "is" : "are", done->loads);
	free(w.kg);
	free(w.v);
	pl_grouped_free(&w.g);
	if (err)
		pl_table_free(out);
	return err;
}
