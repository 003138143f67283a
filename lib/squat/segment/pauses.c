#include "pauses.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "../../base/mem.h"
#include "../../dsp/stat.h"

#define LEAST_S 0.05		/* less is no pause, whatever the habit */

enum { FEW = 3 };		/* repetitions that tell a habit */

/* Is this candidate of the same set as the one before it? */
static bool
goes_on(const struct pl_vertical *v, const struct pl_cand *last,
    const struct pl_cand *c)
{
	return (double)c->start - (double)last->end <
	    PL_CAND_REST_S * v->rate_hz;
}

/* Give a bottom of one row the pause that was found about it. */
static void
widen(struct pl_cand *c)
{
	double half = c->pause / 2, mid = (double)c->low;
	double low = fmax(mid - half, (double)c->ecc + 1);
	double rise = fmin(mid + half, (double)c->top - 1);

	c->low = (size_t)floor(low + .5);
	c->rise = (size_t)floor(fmax(rise, low) + .5);
}

/* The candidates of one set that count. */
static void
keep(const struct pl_vertical *v, struct pl_cand *const *c, size_t n,
    double *x)
{
	size_t i;

	for (i = 0; i < n; i++)
		x[i] = c[i]->pause - c[i]->turned;
	if (n < FEW || !(pl_stat_median(x, n) > 0))
		return;
	for (i = 0; i < n; i++)
		if (c[i]->low == c[i]->rise && c[i]->pause >
		    LEAST_S * v->rate_hz && c[i]->top > c[i]->ecc + 2)
			widen(c[i]);
}

enum pl_err
pl_pauses_keep(const struct pl_vertical *v, struct pl_cands *s)
{
	struct pl_cand **c = pl_mem_array(s->n, sizeof *c);
	double *x = pl_mem_array(s->n, sizeof *x);
	enum pl_err err = c && x ? PL_OK : PL_ENOMEM;
	size_t i, n = 0, from = 0, end;

	for (i = 0; !err && i < s->n; i++)
		if (pl_cand_counts(s->cand[i].class))
			c[n++] = &s->cand[i];
	for (; from < n; from = end) {
		for (end = from + 1; end < n && goes_on(v, c[end - 1],
		    c[end]); end++)
			;
		keep(v, c + from, end - from, x);
	}
	free(c);
	free(x);
	return err;
}
