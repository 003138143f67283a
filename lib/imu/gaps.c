#include "gaps.h"

#include <math.h>
#include <stdbool.h>

#include "../base/num.h"
#include "../base/unit.h"
#include "../dsp/resample.h"
#include "quality.h"

#define FROZEN_S 0.25
#define EXACT_M_S2 5e-6		/* float, and three axes at our resolution */
enum { FROZEN_ROWS = 10 };

struct rows {
	const double *const *x;
	int cols;
	const double *t_s;
	double rate_hz;
};

static double
when(const struct rows *r, size_t i)
{
	return r->t_s && !pl_missing(r->t_s[i]) ? r->t_s[i] :
	    (double)i / r->rate_hz;
}

static bool
there(const struct rows *r, size_t i)
{
	int c;

	for (c = 0; c < r->cols; c++)
		if (pl_missing(r->x[c][i]))
			return false;
	return true;
}

static bool
same(const struct rows *r, size_t i, size_t k)
{
	int c;

	for (c = 0; c < r->cols; c++)
		if (!(r->x[c][i] == r->x[c][k]))
			return false;
	return true;
}

/* Does a sensor without noise rest there?  What plumb-align took off its zeros
 * as a bias is no noise either, if gravity is exact. */
static bool
ideal(const struct rows *r, size_t i)
{
	const double *const *x = r->x;
	double off;

	if (r->cols != 6)
		return false;
	off = fabs(sqrt(x[0][i] * x[0][i] + x[1][i] * x[1][i] + x[2][i] *
	    x[2][i]) - PL_GRAVITY);
	return off < EXACT_M_S2 || (off < PL_QUALITY_POOR && x[3][i] == 0 &&
	    x[4][i] == 0 && x[5][i] == 0);
}

static void
take(struct pl_gaps *g, double from_s, double to_s)
{
	double s = fmax(0, to_s - from_s);

	if (g->count++ == 0 || s > g->longest_s) {
		g->longest_s = s;
		g->at_s = from_s;
	}
}

struct pl_gaps
pl_gaps_holes(const double *const *x, int cols, const double *t_s, size_t n,
    double rate_hz)
{
	struct rows r = { x, cols, t_s, rate_hz };
	struct pl_gaps g = { .at_s = PL_MISSING };
	double all = (double)n, missing = 0, open = 0;
	size_t i, last = 0;

	for (i = 0; i < n; i++) {
		double step = i ? when(&r, i) - when(&r, i - 1) : 0, cut = 0;

		if (step > pl_resample_hole(rate_hz))
			cut = floor(step * rate_hz + 0.5) - 1;
		all += cut;
		open += cut;
		if (!there(&r, i)) {
			open++;
			continue;
		}
		if (open > 0)
			take(&g, when(&r, last), when(&r, i));
		missing += open;
		last = i;
		open = 0;
	}
	if (open > 0)
		take(&g, when(&r, last), when(&r, n - 1));
	if (n)
		g.share = (missing + open) / all;
	return g;
}

struct pl_gaps
pl_gaps_frozen(const double *const *x, int cols, const double *t_s, size_t n,
    double rate_hz)
{
	struct rows r = { x, cols, t_s, rate_hz };
	struct pl_gaps g = { .at_s = PL_MISSING };
	size_t i, from = 0, frozen = 0;

	for (i = 1; i <= n; i++) {
		size_t run = i - from;
		double s = (double)(run - 1) / rate_hz;

		if (i < n && same(&r, i, i - 1))
			continue;
		if (s >= FROZEN_S && run >= FROZEN_ROWS &&
		    !ideal(&r, from)) {
			take(&g, when(&r, from), when(&r, from) + s);
			frozen += run;
		}
		from = i;
	}
	if (n)
		g.share = (double)frozen / (double)n;
	return g;
}
