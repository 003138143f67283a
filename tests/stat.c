/* running moments equal the plain ones; order statistics */
#include <stdlib.h>

#include "../lib/base/num.h"
#include "../lib/base/random.h"
#include "../lib/dsp/stat.h"
#include "tap.h"

enum { N = 5000, W = 37 };

static double x[N], mean[N], sd[N];

static double
worst_against_plain(void)
{
	double worst = 0;
	int i, j;

	for (j = 0; j + W <= N; j++) {
		double s = 0, q = 0, e;

		for (i = j; i < j + W; i++)
			s += x[i] / W;
		for (i = j; i < j + W; i++)
			q += (x[i] - s) * (x[i] - s) / W;
		e = fabs(mean[j] - s) + fabs(sd[j] - sqrt(q));
		worst = e > worst ? e : worst;
	}
	return worst;
}

static int
ascending(const void *a, const void *b)
{
	double p = *(const double *)a, q = *(const double *)b;

	return (p > q) - (p < q);
}

static bool
sorted(void)
{
	struct pl_random r;
	double y[60], z[60], got;
	int i, k, n;

	pl_random_seed(&r, 2, 0);
	for (i = 0; i < 200; i++) {
		n = 1 + i % 60;
		for (k = 0; k < n; k++)	/* with ties */
			y[k] = z[k] = floor(i % 2 * 9 * pl_random_uniform(&r) +
			    i % 3 * pl_random_normal(&r));
		qsort(z, (size_t)n, sizeof *z, ascending);
		k = (int)(pl_random_uniform(&r) * n);
		got = pl_stat_quantile(y, (size_t)n, n > 1 ?
		    (double)k / (n - 1) : 0);
		if (fabs(got - z[k]) > 1e-9)
			return false;
	}
	return true;
}

/* A trend is within its span, of which 5 points are the least; of what has none
 * at most one span in 20 or so leaves out 0. */
static void
slopes(void)
{
	enum { SETS = 4000 };
	double at[8], y[8], span[2], slope;
	int i, k, n, out[9] = { 0 }, odd = 0;
	struct pl_random r;

	pl_random_seed(&r, 3, 0);
	for (i = 0; i < SETS; i++) {
		n = 5 + i % 4;
		for (k = 0; k < n; k++) {
			at[k] = k + 1;
			y[k] = pl_random_normal(&r);
		}
		if (pl_stat_slope_span(at, y, (size_t)n, 1.96, span) ||
		    pl_stat_slope(at, y, (size_t)n, &slope)) {
			odd++;
			continue;
		}
		odd += !(span[0] <= slope && slope <= span[1]);
		out[n] += span[0] > 0 || span[1] < 0;
	}
	ok(!odd, "a slope is within its span");
	ok(out[5] > 5 && out[5] < 30 && out[8] > 20 && out[8] < 65,
	    "without a trend %.1f %% of 5 and %.1f %% of 8 points have one",
	    100. * out[5] / (SETS / 4), 100. * out[8] / (SETS / 4));
	ok(pl_stat_slope_span(at, y, 4, 1.96, span) == PL_ESHORT,
	    "4 points have no span");
	for (k = 0; k < 8; k++)
		y[k] = 3 * at[k] + 1;
	y[2] = PL_MISSING;
	ok(!pl_stat_slope_span(at, y, 8, 1.96, span) && span[0] == 3 &&
	    span[1] == 3, "a line has but one");
}

int
main(void)
{
	double few[] = { 3, PL_MISSING, 1, 2, 4 };
	struct pl_random r;
	int i, gaps = 0;

	pl_random_seed(&r, 1, 0);
	for (i = 0; i < N; i++)
		x[i] = 9.8 + i * 1e-3 + 0.01 * pl_random_normal(&r);
	ok(!pl_stat_running(x, N, W, mean, sd), "running moments");
	ok(worst_against_plain() < 1e-8, "equal the plain ones");
	x[2000] = PL_MISSING;
	ok(!pl_stat_running(x, N, W, mean, sd), "with a gap");
	for (i = 0; i + W <= N; i++)
		gaps += pl_missing(mean[i]) && pl_missing(sd[i]);
	ok(gaps == W, "as many windows are missing as hold the gap");
	ok(pl_stat_running(x, 3, 4, mean, sd) == PL_ESHORT, "too short");
	ok(pl_stat_median(few, 5) == 2.5, "median leaves out missing");
	ok(pl_missing(pl_stat_median(few, 0)), "median of nothing is missing");
	ok(sorted(), "quantiles of 200 random samples are those of sorting");
	ok(pl_stat_quantile((double[]){ 5, 1, 2, 4, 3 }, 5, 1) == 5 &&
	    pl_stat_quantile((double[]){ 5, 1, 2, 4, 3 }, 5, 0.25) == 2,
	    "quantiles");
	slopes();
	return done();
}
