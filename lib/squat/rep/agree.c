#include "agree.h"

#include <math.h>
#include <stdlib.h>

#include "../../base/foreign.h"
#include "../../base/mem.h"
#include "../../base/schema.h"
#include "../../dsp/stat.h"

/* An error, and the set of the reference that it is in. */
struct item {
	size_t recording;
	double set, e;
};

static int
by_set(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	if (x->recording != y->recording)
		return x->recording < y->recording ? -1 : 1;
	if (x->set != y->set)
		return x->set < y->set ? -1 : 1;
	return x->e < y->e ? -1 : x->e > y->e;
}

/* Errors of pairs that have both cells, into item; false if the column is none
 * of numbers. */
static bool
errors(const struct pl_pairs *p, int was, int is, struct item *item,
    struct pl_agreement *g)
{
	const struct pl_side *a = &p->side[0], *b = &p->side[1];
	bool bad = false, words = a->t->col[was].words || b->t->col[is].words;
	size_t i;

	if (words && !pl_schema_foreign(pl_schema_find(a->t->col[was].name)))
		return false;
	for (i = 0; i < a->t->rows && !bad; i++)
		if (a->timed[i]) {
			double x = pl_foreign_number(b->t, is,
			    a->mate[i], &bad) -
			    pl_foreign_number(a->t, was, i, &bad);

			if (pl_missing(x))
				g->unpaired++;
			else
				item[g->pairs++] = (struct item){
				    a->recording[i], pl_pairs_set(a, i), x };
		}
	/* of a foreign column only numbers tell that it holds them */
	return !bad && (!words || g->pairs);
}

static double
within_sets(struct item *item, size_t n)
{
	double sum = 0, median, all = 0;
	size_t i, k;

	qsort(item, n, sizeof *item, by_set);
	for (i = 0; i < n; i = k) {
		for (k = i; k < n && item[k].recording == item[i].recording &&
		    item[k].set == item[i].set; k++)
			;
		if (k - i < 2)
			continue;
		median = (item[(i + k - 1) / 2].e + item[(i + k) / 2].e) / 2;
		all += (double)(k - i);
		for (; i < k; i++)
			sum += fabs(item[i].e - median);
	}
	return all > 0 ? sum / all : PL_MISSING;
}

static void
describe(double *e, size_t n, struct pl_agreement *g)
{
	double sum = 0, square = 0, size = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		sum += e[i];
		size += fabs(e[i]);
	}
	g->bias = sum / (double)n;
	for (i = 0; i < n; i++) {
		square += (e[i] - g->bias) * (e[i] - g->bias);
		e[i] = fabs(e[i]);
	}
	if (n > 1)
		g->sd = sqrt(square / (double)(n - 1));
	g->size_mean = size / (double)n;
	g->size_median = pl_stat_median(e, n);
	g->size_p95 = pl_stat_quantile(e, n, .95);
}

enum pl_err
pl_agree_column(const struct pl_pairs *p, int was, int is,
    struct pl_agreement *to, bool *numbers)
{
	struct pl_agreement g = { 0, 0, PL_MISSING, PL_MISSING, PL_MISSING,
	    PL_MISSING, PL_MISSING, PL_MISSING };
	struct item *item = pl_mem_array(p->side[0].t->rows, sizeof *item);
	double *e = pl_mem_array(p->side[0].t->rows, sizeof *e);
	enum pl_err err = item && e ? PL_OK : PL_ENOMEM;
	size_t i;

	if (!err)
		*numbers = errors(p, was, is, item, &g);
	if (!err && *numbers) {
		for (i = 0; i < g.pairs; i++)
			e[i] = item[i].e;
		if (g.pairs) {
			describe(e, g.pairs, &g);
			g.in_set = within_sets(item, g.pairs);
		}
		*to = g;
	}
	free(item);
	free(e);
	return err;
}
