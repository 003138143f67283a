#include "same_reps.h"

#include <stdlib.h>

#include "../../base/mem.h"

enum { KEYS = 4 };

/* A repetition, by recording and times. */
struct item {
	double key[KEYS];
	size_t at;			/* in g->row */
};

static int
by_key(const void *a, const void *b)
{
	const struct item *x = a, *y = b;
	int k;

	for (k = 0; k < KEYS; k++)
		if (x->key[k] != y->key[k])
			return x->key[k] < y->key[k] ? -1 : 1;
	return 0;
}

/* Items of a group in order of their keys, into *to; *n of them.  *whole is
 * false if a time is missing. */
static enum pl_err
gather(const struct pl_grouped *g, size_t group, struct item **to, size_t *n,
    bool *whole)
{
	static const char *const name[KEYS] = { "recording", "start_s",
		"bottom_s", "end_s" };
	size_t series, s, i;
	const struct pl_series *of = pl_grouped_of(g, group, &series);
	int k;

	*n = 0;
	*to = pl_mem_array(g->rows, sizeof **to);
	for (s = 0; *to && s < series; s++)
		for (i = of[s].from; i < of[s].to; i++) {
			struct item *item = &(*to)[(*n)++];

			item->at = i;
			for (k = 0; k < KEYS; k++) {
				const double *x = pl_table_get(g->t, name[k]);
				double v = x ? x[g->row[i]] : PL_MISSING;

				*whole &= k == 0 || !pl_missing(v);
				item->key[k] = pl_missing(v) ? -1 : v;
			}
		}
	if (*n)
		qsort(*to, *n, sizeof **to, by_key);
	return *to ? PL_OK : PL_ENOMEM;
}

enum pl_err
pl_same_reps(const struct pl_grouped *g, size_t a, size_t b, size_t *mate,
    bool *are)
{
	struct item *x = NULL, *y = NULL;
	size_t n = 0, m = 0, i, k = 0, found = 0;
	bool whole = true;
	enum pl_err err = gather(g, a, &x, &n, &whole);

	if (!err)
		err = gather(g, b, &y, &m, &whole);
	for (i = 0; i < g->rows; i++)
		mate[i] = PL_SAME_REPS_NONE;
	for (i = 0; !err && whole && i < n; i++) {
		while (k < m && by_key(&y[k], &x[i]) < 0)
			k++;
		if (k < m && !by_key(&y[k], &x[i])) {
			mate[x[i].at] = g->row[y[k++].at];
			found++;
		}
	}
	*are = found && found == (n < m ? n : m);
	free(x);
	free(y);
	return err;
}
