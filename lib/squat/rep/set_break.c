#include "set_break.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../../base/num.h"
#include "../../base/random.h"
#include "../../dsp/stat.h"

#define LEVEL_DEG2 1e-9		/* mean square below which lean has no scatter */

enum { SETS = 1999, SEED = 1 };	/* of the simulation: p in steps of 1/2000 */

/* The share of the line's squared residuals that the best step takes away, and
 * where; 0 if the residuals are nothing.  y becomes them. */
static double
best_step(double *y, size_t n, size_t *at)
{
	double m = (double)n, mean = 0, slope = 0, rest = 0, tail = 0, best = 0;
	size_t i, k;

	for (i = 0; i < n; i++)
		mean += y[i] / m;
	for (i = 0; i < n; i++)
		slope += ((double)i - (m - 1) / 2) * (y[i] - mean);
	slope /= m * (m * m - 1) / 12;
	for (i = 0; i < n; i++) {
		y[i] -= mean + slope * ((double)i - (m - 1) / 2);
		rest += y[i] * y[i];
	}
	if (rest <= LEVEL_DEG2 * m)
		return 0;
	for (k = n; k-- > PL_SET_BREAK_BEFORE;) {
		double after = (double)(n - k), before = (double)k, own;

		tail += y[k];
		if (after < PL_SET_BREAK_AFTER || tail <= 0)
			continue;
		/* what of the step's own squares no line can follow */
		own = after * before / m - 3 * after * before * after *
		    before / (m * (m * m - 1));
		if (tail * tail / (own * rest) > best) {
			best = tail * tail / (own * rest);
			*at = k;
		}
	}
	return best;
}

/* How often chance alone does better; above PL_SET_BREAK_LEVEL only that it is. */
static double
chance(double *y, size_t n, double share)
{
	const double most = PL_SET_BREAK_LEVEL * (SETS + 1);
	struct pl_random random;
	size_t i, at;
	int set, more = 0;

	pl_random_seed(&random, SEED, n);
	for (set = 0; set < SETS && more < most; set++) {
		for (i = 0; i < n; i++)
			y[i] = pl_random_normal(&random);
		more += best_step(y, n, &at) >= share;
	}
	return more < most ? (more + 1.) / (SETS + 1) : 1;
}

static double
median(double *spare, const double *x, size_t n)
{
	memcpy(spare, x, n * sizeof *x);
	return pl_stat_median(spare, n);
}

/* The gain from k on; missing if it is too small or does not stay. */
static double
gain(double *spare, const double *x, size_t n, size_t k)
{
	double before = median(spare, x, k);
	double g = median(spare, x + k, n - k) - before;

	for (; k < n; k++)
		if (x[k] < before + g / 2)
			return PL_MISSING;
	return g >= PL_SET_BREAK_GAIN_DEG ? g : PL_MISSING;
}

enum pl_err
pl_set_break_find(const double *lean_deg, size_t n, struct pl_set_break *b)
{
	struct pl_set_break none = { n, PL_MISSING, PL_MISSING };
	double *y, share;
	size_t at = n;

	*b = none;
	if (n < PL_SET_BREAK_BEFORE + PL_SET_BREAK_AFTER ||
	    n > PL_SET_REPS_HI)
		return PL_OK;
	y = pl_mem_array(n, sizeof *y);
	if (!y)
		return PL_ENOMEM;
	memcpy(y, lean_deg, n * sizeof *y);
	share = best_step(y, n, &at);
	if (at < n) {
		b->gain_deg = gain(y, lean_deg, n, at);
		b->p = pl_missing(b->gain_deg) ? 1 : chance(y, n, share);
		b->at = at;
	}
	if (!(b->p <= PL_SET_BREAK_LEVEL))
		*b = none;
	free(y);
	return PL_OK;
}
