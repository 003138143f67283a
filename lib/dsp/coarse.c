#include "coarse.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "../io/blocks.h"
#include "resample.h"
#include "stat.h"

#define WHOLE 1e-3		/* of a step: stamps are rounded, too */
#define SPREAD 4.0		/* SD of where a stamp changes */
#define MAD_SD 1.4826		/* of a normal distribution */

enum { LEAST = 3 };		/* whole groups that tell a rate */

/* The rows of one stamp are a block. */
struct groups {
	struct pl_block *b;
	size_t n;
	double step_s;
	double rate_hz, slack_s;
};

/* The least step, if the clock knows no others than its multiples; else 0. */
static double
find_step(const double *t, size_t n)
{
	double least = INFINITY, d;
	size_t i;

	for (i = 1; i < n; i++)
		if (t[i] > t[i - 1])
			least = fmin(least, t[i] - t[i - 1]);
	for (i = 1; i < n && least < INFINITY; i++) {
		d = (t[i] - t[i - 1]) / least;
		if (fabs(d - floor(d + 0.5)) > WHOLE)
			return 0;
	}
	return least < INFINITY ? least : 0;
}

static void
cut(struct groups *g, const double *t, size_t n)
{
	size_t i;

	g->n = 0;
	for (i = 0; i < n; i++)
		if (!i || t[i] > t[i - 1])
			g->b[g->n++] = (struct pl_block){ .rows = 1,
			    .stamp_s = t[i] };
		else
			g->b[g->n - 1].rows++;
}

/* Does group i end where the next begins? */
static bool
goes_on(const struct groups *g, size_t i)
{
	return i + 1 < g->n && g->b[i + 1].stamp_s - g->b[i].stamp_s <
	    1.5 * g->step_s;
}

/* Are they packets of one size, none of which is missing?  Then a stamp may be
 * that of the last row as well. */
static bool
are_packets(const struct groups *g)
{
	size_t i;

	for (i = 0; i + 1 < g->n; i++)
		if (!goes_on(g, i) || g->b[i].rows != g->b[0].rows)
			return false;
	return g->b[i].rows <= g->b[0].rows;
}

/* The rate by whole groups, and how far one may be off.  PL_ESHORT: too few. */
static enum pl_err
find_rate(struct groups *g)
{
	double *rows = pl_mem_array(2 * g->n, sizeof *rows);
	double *off = rows ? rows + g->n : NULL, usual, sd;
	size_t i, n = 0;

	if (!rows)
		return PL_ENOMEM;
	for (i = 1; i < g->n; i++)
		if (goes_on(g, i - 1) && goes_on(g, i))
			rows[n++] = (double)g->b[i].rows;
	usual = pl_stat_median(rows, n);
	for (i = 0; i < n; i++)
		off[i] = fabs(rows[i] - usual);
	sd = MAD_SD * pl_stat_median(off, n);
	free(rows);
	if (n < LEAST)
		return PL_ESHORT;
	g->rate_hz = usual / g->step_s;
	g->slack_s = fmin(pl_resample_hole(g->rate_hz) + SPREAD * sd /
	    g->rate_hz, g->step_s / 2);
	return PL_OK;
}

/* Only where a stamp follows the one before it does it change with a row. */
static void
set_blocks(struct groups *g)
{
	size_t i;

	for (i = g->n; i--;) {
		bool begins = !i || !goes_on(g, i - 1);

		g->b[i].rate_hz = g->rate_hz;
		g->b[i].number = i;
		g->b[i].apart = begins;
		if (begins && goes_on(g, i))
			g->b[i].stamp_s = PL_MISSING;
	}
}

/* Is a step one that no hole may be bridged by, on the mean of all groups? */
static bool
is_coarse(double step_s, size_t n, size_t groups)
{
	return step_s > pl_resample_hole((double)n / (double)groups / step_s);
}

enum pl_err
pl_coarse_time(double *t, size_t n, double *step_s)
{
	struct groups g = { .step_s = find_step(t, n) };
	struct pl_blocks found;
	size_t groups = 1, i;
	enum pl_err err;

	*step_s = 0;
	for (i = 1; i < n; i++)
		groups += t[i] > t[i - 1];
	if (!(g.step_s > 0) || !is_coarse(g.step_s, n, groups))
		return PL_OK;
	g.b = pl_mem_array(groups, sizeof *g.b);
	if (!g.b)
		return PL_ENOMEM;
	cut(&g, t, n);
	if (are_packets(&g)) {
		free(g.b);
		return PL_OK;
	}
	err = find_rate(&g);
	if (!err) {
		set_blocks(&g);
		err = pl_blocks_time(g.b, g.n, g.slack_s, g.step_s, t, &found, NULL);
	}
	free(g.b);
	if (err == PL_ESHORT)
		*step_s = g.step_s;
	if (err)
		return err;
	for (i = 0; i < n; i++)
		t[i] += found.first_s;
	*step_s = g.step_s;
	return PL_OK;
}
