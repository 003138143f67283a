#include "compare.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/foreign.h"
#include "../../base/mem.h"
#include "../../base/schema.h"

/* Columns of the result, in their order; the first two with a key alone. */
enum { REFERENCE, TEST, COLUMN, REPS_A, REPS_B, MEDIAN_A, MEDIAN_B, VALUE, LOW,
	HIGH, SETUP, DETECTABLE, BY, VERDICT, WHY, COLS };

static const char *const names[COLS] = { "reference_group", "test_group",
	"column", "reference_reps", "test_reps", "reference_median",
	"test_median",
	"difference", "difference_low", "difference_high", "setup_sd",
	"detectable", "compared_by", "verdict", "verdict_reason" };

static const char *const left_out[] = { "set", "cand", "rep", "t_s", "start_s",
	"bottom_s", "end_s", "lean_max_t_s", "confidence" };

static bool
ends(const char *name, const char *end)
{
	size_t n = strlen(name), k = strlen(end);

	return n >= k && strcmp(name + n - k, end) == 0;
}

/* Is it a column to compare, of ours or foreign, by its name alone? */
static bool
wanted(const struct pl_grouped *g, int col)
{
	const char *name = g->t->col[col].name;
	const struct pl_schema *s = pl_schema_find(name);
	int set = pl_table_find(g->t, "set");
	size_t i;

	if (s ? s->words : col < set)
		return false;
	for (i = 0; i < sizeof left_out / sizeof *left_out; i++)
		if (strcmp(name, left_out[i]) == 0)
			return false;
	return col != g->key && !ends(name, "_sd_deg") &&
	    !ends(name, "_sd_nm") && !ends(name, "_sd_nms") &&
	    !ends(name, "_peak_t_s");
}

/* The numbers of a column, in its own array or in room; NULL: it has none. */
static const double *
numbers(const struct pl_table *t, int col, double *room)
{
	bool bad = false, any = false;
	size_t i;

	if (!t->col[col].words)
		return t->col[col].x;
	for (i = 0; i < t->rows && !bad; i++) {
		room[i] = pl_foreign_number(t, col, i, &bad);
		any |= !pl_missing(room[i]);
	}
	return bad || !any ? NULL : room;
}

struct work {
	struct pl_grouped g;
	const struct pl_differ_how *how;
	struct pl_table *out;
	double *room;
	struct pl_compared *done;
};

static enum pl_err
word(struct work *w, int which, const char *text)
{
	int col = pl_table_find(w->out, names[which]);

	return pl_table_word(w->out, col, text, strlen(text),
	    &w->out->col[col].x[w->out->rows - 1]);
}

/* The end of an interval may be too far away to be printed. */
static void
number(struct work *w, int which, double x)
{
	struct pl_column *c = &w->out->col[pl_table_find(w->out,
	    names[which])];

	c->x[w->out->rows - 1] = fabs(x) < pl_num_limit(c->decimals) ? x :
	    PL_MISSING;
}

static enum pl_err
put(struct work *w, const char *column, const struct pl_difference *r,
    const size_t value[2])
{
	const double x[COLS] = { [REPS_A] = (double)r->n[0],
	    [REPS_B] = (double)r->n[1], [MEDIAN_A] = r->median[0],
	    [MEDIAN_B] = r->median[1], [VALUE] = r->value, [LOW] = r->low,
	    [HIGH] = r->high, [SETUP] = r->setup_sd,
	    [DETECTABLE] = r->detectable };
	enum pl_err err = pl_table_resize(w->out, w->out->rows + 1);
	char room[PL_NUM_ROOM];
	int k;

	for (k = 0; k < 2 && w->g.key >= 0 && !err; k++)
		err = word(w, REFERENCE + k, pl_grouped_value(&w->g, value[k],
		    room));
	if (!err)
		err = word(w, COLUMN, column);
	for (k = REPS_A; k <= DETECTABLE && !err; k++)
		number(w, k, x[k]);
	if (!err)
		err = word(w, BY, pl_differ_by(r->by));
	if (!err)
		err = word(w, VERDICT, pl_differ_verdict(r->verdict));
	if (!err)
		err = word(w, WHY, pl_differ_why(r->why));
	if (!err)
		w->done->verdicts[r->verdict]++;
	w->done->alike &= r->why == PL_EMPTY || (r->why == PL_CONSTANT &&
	    r->verdict == PL_SAME);
	return err;
}

/* How many repetitions a side has. */
static size_t
count(const struct pl_differ *d, int side)
{
	size_t k, n = 0;

	for (k = 0; k < d->n[side]; k++)
		n += d->side[side][k].to - d->side[side][k].from;
	return n;
}

static enum pl_err
compare(struct work *w, size_t a, size_t b, const size_t value[2])
{
	const struct pl_table *t = w->g.t;
	struct pl_differ d;
	enum pl_err err = pl_differ_begin(&d, &w->g, w->how, a, b);
	size_t c;

	if (err)
		return err;
	if (!w->done->pairs++) {
		w->done->reps[0] = count(&d, 0);
		w->done->reps[1] = count(&d, 1);
	}
	w->done->same_reps &= d.mate != NULL;
	for (c = 0; c < t->cols && !err; c++) {
		const double *x = wanted(&w->g, (int)c) ?
		    numbers(t, (int)c, w->room) : NULL;
		double step = t->col[c].words ? 0 :
		    pl_num_limit(t->col[c].decimals) / pl_num_limit(0);
		struct pl_difference r;

		if (!x)
			continue;
		pl_differ_column(&d, t->col[c].name, x, step, &r);
		err = put(w, t->col[c].name, &r, value);
	}
	pl_differ_end(&d);
	return err;
}

static enum pl_err
compare_all(struct work *w, bool two)
{
	enum pl_err err = PL_OK;
	size_t k, value[2] = { 0, 0 };
	int c;

	for (c = w->g.key >= 0 ? REFERENCE : COLUMN; c < COLS && !err; c++)
		err = pl_table_add(w->out, names[c], NULL);
	for (k = two ? 0 : 1; k < w->g.values && !err; k++) {
		value[0] = two ? k : 0;
		value[1] = k;
		err = compare(w, two ? 2 * k : 0, two ? 2 * k + 1 : k, value);
	}
	return err;
}

enum pl_err
pl_compare_tables(const struct pl_table *t, const struct pl_grouped_ask *ask,
    const struct pl_differ_how *how, struct pl_compared *done,
    struct pl_table *out, struct pl_fault *f)
{
	struct work w = { .how = how, .out = out, .done = done };
	enum pl_err err = pl_grouped_make(&w.g, t, ask, f);

	if (err)
		return err;
	*done = (struct pl_compared){ .same_reps = true, .alike = true };
	w.room = pl_mem_array(t->rows, sizeof *w.room);
	err = w.room ? compare_all(&w, ask->two) : PL_ENOMEM;
	done->same_reps &= done->pairs > 0;
	done->alike &= done->same_reps;
	free(w.room);
	pl_grouped_free(&w.g);
	if (err)
		pl_table_free(out);
	return err;
}
