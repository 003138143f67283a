#include "twist_drift.h"

#include <math.h>

#include "../base/cut.h"
#include "../base/num.h"
#include "../base/trig.h"
#include "../dsp/chain.h"

#define BLOCK_S 0.5
#define WALK (0.01 * PL_DEG)		/* rad/s/sqrt(s) */
#define OFF (1.0 * PL_DEG)		/* rad, of the attitude */
#define ANEW_S 5.0

enum { DRIFT, SLOPE, UNKNOWNS };

/* Means of the blocks; from one to the next drift and slope go on. */
static void
believe(struct pl_chain *c, const double *away, size_t n, double h)
{
	size_t blocks = c->is.n, k, i;
	double walk = WALK * WALK * h;
	const double now[4] = { 1, h, 0, 1 }, next[4] = { -1, 0, 0, -1 };
	const double value[2] = { 0, 0 };
	const double weight[2] = { 3 / (walk * h * h), 1 / walk };

	for (k = 0; k < blocks; k++) {
		size_t a = pl_cut(n, blocks, k), z = pl_cut(n, blocks, k + 1);
		double sum = 0, m = 0;

		for (i = a; i < z; i++)
			if (!pl_missing(away[i])) {
				sum += away[i];
				m++;
			}
		if (m > 0)
			pl_chain_prior(c, k, DRIFT, sum / m, m / (double)(z -
			    a) * h / (OFF * OFF * ANEW_S));
		if (k + 1 < blocks)
			pl_chain_add(c, k, 0, 2, now, next, NULL, value,
			    weight);
	}
}

static void
take_out(const struct pl_chain *c, double *away, size_t n)
{
	size_t blocks = c->is.n, k = 0, i;

	for (i = 0; i < n; i++) {
		double from, to, at;

		while (k + 2 < blocks && (double)(pl_cut(n, blocks, k + 1) +
		    pl_cut(n, blocks, k + 2)) < 2 * (double)i + 1)
			k++;
		from = (double)(pl_cut(n, blocks, k) +
		    pl_cut(n, blocks, k + 1)) / 2;
		to = (double)(pl_cut(n, blocks, k + 1) +
		    pl_cut(n, blocks, k + 2)) / 2;
		at = ((double)i + .5 - from) / (to - from);
		away[i] -= c->rhs[UNKNOWNS * k] + at *
		    (c->rhs[UNKNOWNS * (k + 1)] - c->rhs[UNKNOWNS * k]);
	}
}

enum pl_err
pl_twist_drift(double *away, size_t n, double rate_hz)
{
	double block = BLOCK_S * rate_hz > 1 ? BLOCK_S * rate_hz : 1;
	struct pl_chain_size size = { (size_t)((double)n / block), 1, UNKNOWNS,
	    0, 0 };
	enum pl_err err = PL_ESTATE;
	struct pl_chain c;
	size_t i;

	if (size.n >= 2) {
		size.n = pl_cut_parts(n, size.n);
		err = pl_chain_init(&c, &size);
		if (err)
			return err;
		believe(&c, away, n, (double)n / (double)size.n / rate_hz);
		err = pl_chain_solve(&c);
		if (!err)
			take_out(&c, away, n);
		pl_chain_free(&c);
	}
	for (i = 0; err == PL_ESTATE && i < n; i++)
		away[i] = away[i] == away[i] ? 0 : away[i];
	return err == PL_ESTATE ? PL_OK : err;
}
