#include "period.h"

#include <math.h>
#include <stdlib.h>

#include "../../base/mem.h"
#include "../../dsp/spectrum.h"

#define SHORTEST_S 1.2
#define LONGEST_S 15.0
#define STRONG 0.5		/* of what lies at lag 0 */
#define NEAR (1. / 3)		/* of a period */

/* The highest peak: above both its neighbours, so the slope that comes down
 * from lag 0 is none. */
static size_t
highest(const double *r, size_t from, size_t to)
{
	size_t i, at = 0;

	for (i = from > 1 ? from : 1; i + 1 < to; i++)
		if (r[i] > r[i - 1] && r[i] >= r[i + 1] &&
		    r[i] > STRONG * r[0] && (!at || r[i] > r[at]))
			at = i;
	return at;
}

enum pl_err
pl_period_find(const struct pl_vertical *v, const struct pl_posture *m,
    double *period_s)
{
	const double *x = m->lean ? m->lean : v->slow;
	size_t lags = (size_t)(LONGEST_S * v->rate_hz) + 2, at;
	double *r;
	enum pl_err err;

	*period_s = 0;
	if (2 * lags > v->n)
		lags = v->n / 2;
	r = pl_mem_array(lags, sizeof *r);
	err = r ? pl_spectrum_autocorrelation(x, v->n, lags, r) : PL_ENOMEM;
	if (!err) {
		at = highest(r, (size_t)(SHORTEST_S * v->rate_hz), lags);
		*period_s = (double)at / v->rate_hz;
	}
	free(r);
	return err == PL_ENOMEM ? err : PL_OK;	/* too short: none */
}

double
pl_period_fit(const struct pl_cands *s, double depth_m, double period_s,
    double rate_hz)
{
	size_t i, n = 0, fit = 0, last = 0;

	if (!(period_s > 0))
		return 0;
	for (i = 0; i < s->n; i++) {
		const struct pl_cand *c = &s->cand[i];
		double apart = (double)(c->turn[1] - last) / rate_hz;

		if (!(c->down >= depth_m && c->up >= depth_m))
			continue;
		fit += n++ && fabs(apart - period_s) <= NEAR * period_s;
		last = c->turn[1];
	}
	return n > 1 ? (double)fit / (double)(n - 1) : 0;
}
