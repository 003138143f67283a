#include "grouped.h"

#include <stdlib.h>

#include "../../base/mem.h"
#include "../rep/set.h"
#include "../rep/twins.h"

/* A row that counts. */
struct item {
	size_t group, set, mounting, row;
};

/* What tells mountings apart. */
struct mark {
	double recording, start;	/* indices of words, or missing */
	size_t part;			/* of a table that names none */
};

struct work {
	struct pl_grouped *g;
	const struct pl_grouped_ask *ask;
	struct item *item;
	size_t n;
	struct mark *mark;
};

static bool
counts(const struct pl_table *t, int class, size_t row,
    const struct pl_grouped_ask *a)
{
	size_t k;

	if (class < 0)
		return true;
	for (k = 0; k < a->n_classes; k++)
		if (pl_table_says(t, class, row, a->classes[k]))
			return true;
	return !a->n_classes && pl_table_says(t, class, row, "work");
}

/* The number of the value in a row; it is new if it is .values. */
static size_t
value_of(const struct pl_grouped *g, size_t row)
{
	const double *x = g->key < 0 ? NULL : g->t->col[g->key].x;
	size_t k = 0;

	while (x && k < g->values && x[g->value[k]] != x[row])
		k++;
	return k;
}

static enum pl_err
find_group(struct work *w, size_t row, size_t *group, struct pl_fault *f)
{
	struct pl_grouped *g = w->g;
	size_t k = value_of(g, row);

	if (k == g->values && k == PL_GROUPED_VALUES)
		return pl_fault_set(f, PL_ERANGE, row + 2, w->ask->key, NULL,
		    "more than %d values: not a column that makes groups",
		    PL_GROUPED_VALUES);
	if (k == g->values)
		g->value[g->values++] = row;
	*group = w->ask->two ? 2 * k + (row >= w->ask->second) : k;
	return PL_OK;
}

static bool
crosses(const struct pl_grouped_ask *a, size_t from, size_t to)
{
	return a->two && from < a->second && to >= a->second;
}

/* The rows that count, with group and set; marks of their mountings. */
static enum pl_err
gather(struct work *w, struct pl_fault *f)
{
	const struct pl_table *t = w->g->t;
	int class = pl_table_find(t, "class");
	const double *name = pl_table_get(t, "recording");
	const double *start = pl_table_get(t, "start_utc");
	const double *cand = pl_table_get(t, "cand");
	size_t set = 0, part = 0, row;
	enum pl_err err = PL_OK;

	for (row = 0; row < t->rows && !err; row++) {
		struct item *item = &w->item[w->n];
		bool joint = w->ask->two && row == w->ask->second;

		/* behind a joint, or a cand that does not grow */
		part += joint || (row && cand && cand[row] <= cand[row - 1]);
		if (!counts(t, class, row, w->ask) ||
		    (w->g->key >= 0 && pl_missing(t->col[w->g->key].x[row])))
			continue;
		set += w->n && (crosses(w->ask, item[-1].row, row) ||
		    !pl_set_goes_on(t, item[-1].row, row));
		err = find_group(w, row, &item->group, f);
		item->set = set;
		item->row = row;
		w->mark[w->n] = (struct mark){ name ? name[row] : PL_MISSING,
		    start ? start[row] : PL_MISSING, part };
		if (!pl_missing(w->mark[w->n].recording))
			w->mark[w->n].part = 0;
		w->n++;
	}
	return err;
}

/* Missing stands first. */
static int
order(double a, double b)
{
	if (pl_missing(a) || pl_missing(b))
		return pl_missing(b) - pl_missing(a);
	return (a > b) - (a < b);
}

static int
by_mark(const void *a, const void *b)
{
	const struct mark *x = *(const struct mark *const *)a;
	const struct mark *y = *(const struct mark *const *)b;
	int c = order(x->recording, y->recording);

	if (!c)
		c = order(x->start, y->start);
	return c ? c : (x->part > y->part) - (x->part < y->part);
}

/* Number the mountings, by the mark of each item. */
static enum pl_err
number(struct work *w)
{
	const struct mark **by = pl_mem_array(w->n, sizeof *by);
	size_t i;

	if (!by)
		return PL_ENOMEM;
	for (i = 0; i < w->n; i++)
		by[i] = &w->mark[i];
	if (w->n)
		qsort(by, w->n, sizeof *by, by_mark);
	for (i = 0; i < w->n; i++) {
		w->g->mountings += !i || by_mark(&by[i - 1], &by[i]);
		w->item[by[i] - w->mark].mounting = w->g->mountings - 1;
	}
	free(by);
	return PL_OK;
}

static int
by_series(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	if (x->group != y->group)
		return x->group < y->group ? -1 : 1;
	if (x->set != y->set)
		return x->set < y->set ? -1 : 1;
	return x->row < y->row ? -1 : x->row > y->row;
}

/* Places are the numbers of repetitions, if those increase by 1 or more. */
static void
place(struct pl_grouped *g, const struct pl_series *s)
{
	const double *rep = pl_table_get(g->t, "rep");
	bool good = rep != NULL;
	size_t i;

	for (i = s->from; i < s->to && good; i++)
		good = !pl_missing(rep[g->row[i]]) && (i == s->from ||
		    rep[g->row[i]] >= rep[g->row[i - 1]] + 1);
	for (i = s->from; i < s->to; i++)
		g->place[i] = good ? rep[g->row[i]] : (double)(i - s->from + 1);
}

static void
lay_out(struct work *w)
{
	struct pl_grouped *g = w->g;
	size_t i;

	if (w->n)
		qsort(w->item, w->n, sizeof *w->item, by_series);
	g->rows = w->n;
	g->groups = g->values * (w->ask->two ? 2 : 1);
	for (i = 0; i < w->n; i++) {
		const struct item *a = &w->item[i];

		g->row[i] = a->row;
		if (!i || a->group != a[-1].group || a->set != a[-1].set ||
		    a->mounting != a[-1].mounting)
			g->series[g->n++] = (struct pl_series){ i, i,
			    a->group, a->mounting };
		g->series[g->n - 1].to = i + 1;
	}
	for (i = 0; i < g->n; i++)
		place(g, &g->series[i]);
}

/* Nothing is counted twice: no two rows of a group are alike in all cells. */
static enum pl_err
check_twins(const struct pl_grouped *g, struct pl_fault *f)
{
	enum pl_err err = PL_OK;
	size_t i = 0;

	while (i < g->n && !err) {
		const struct pl_series *from = &g->series[i];

		while (i < g->n && g->series[i].group == from->group)
			i++;
		err = pl_twins_refuse(g->t, g->row + from->from,
		    g->series[i - 1].to - from->from, "", f);
	}
	return err;
}

enum pl_err
pl_grouped_make(struct pl_grouped *to, const struct pl_table *t,
    const struct pl_grouped_ask *ask, struct pl_fault *f)
{
	struct pl_grouped g = { .t = t, .key = -1 };
	struct work w = { .g = &g, .ask = ask };
	enum pl_err err;

	if (ask->key && (g.key = pl_table_find(t, ask->key)) < 0)
		return pl_fault_set(f, PL_ECOLUMN, 0, ask->key, NULL,
		    "no such column to group by");
	g.values = g.key < 0;
	w.item = pl_mem_array(t->rows, sizeof *w.item);
	w.mark = pl_mem_array(t->rows, sizeof *w.mark);
	g.row = pl_mem_array(t->rows, sizeof *g.row);
	g.place = pl_mem_array(t->rows, sizeof *g.place);
	g.series = pl_mem_array(t->rows, sizeof *g.series);
	g.value = pl_mem_array(PL_GROUPED_VALUES, sizeof *g.value);
	err = w.item && w.mark && g.row && g.place && g.series && g.value ?
	    gather(&w, f) : PL_ENOMEM;
	if (!err)
		err = number(&w);
	if (!err) {
		lay_out(&w);
		err = check_twins(&g, f);
	}
	if (!err)
		*to = g;
	free(w.item);
	free(w.mark);
	if (err)
		pl_grouped_free(&g);
	return err;
}

void
pl_grouped_free(struct pl_grouped *g)
{
	free(g->row);
	free(g->place);
	free(g->series);
	free(g->value);
	*g = (struct pl_grouped){ 0 };
}

const char *
pl_grouped_value(const struct pl_grouped *g, size_t value,
    char room[PL_NUM_ROOM])
{
	const struct pl_column *c = &g->t->col[g->key];
	size_t row = g->value[value];

	if (c->words)
		return pl_table_label(g->t, g->key, row);
	*pl_num_print(room, c->x[row], c->decimals) = '\0';
	return room;
}

const struct pl_series *
pl_grouped_of(const struct pl_grouped *g, size_t group, size_t *n)
{
	size_t from = 0, to;

	while (from < g->n && g->series[from].group < group)
		from++;
	for (to = from; to < g->n && g->series[to].group == group; to++)
		;
	*n = to - from;
	return g->series + from;
}
