#include "xcorr.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "spectrum.h"

#define FLAT 1e-9		/* of the most that a lag has: rounding */
enum { DECIMALS = 6 };

/* The signal without its mean, its square, and what there is. */
enum { VALUE, SQUARE, THERE };

/* Which kind of a goes with which of b in each of the sums. */
static const struct { int a, b; } sums[] = { { VALUE, VALUE },
	{ VALUE, THERE }, { SQUARE, THERE }, { THERE, VALUE },
	{ THERE, SQUARE }, { THERE, THERE } };

enum { AB, A, AA, B, BB, N, SUMS };

static double
kind_of(double x, double mean, int kind)
{
	double d = x - mean;

	if (pl_missing(x))
		return 0;
	return kind == VALUE ? d : kind == SQUARE ? d * d : 1;
}

static enum pl_err
spectra(struct pl_xcorr *c, const double *x, size_t n, double *const *to)
{
	double mean = 0;
	size_t i, known = 0;
	enum pl_err err = PL_OK;
	int k;

	for (i = 0; i < n; i++)
		if (!pl_missing(x[i]))
			mean += (x[i] - mean) / (double)++known;
	for (k = 0; k < PL_XCORR_KINDS && !err; k++) {
		for (i = 0; i < c->size; i++)
			c->x[i] = i < n ? kind_of(x[i], mean, k) : 0;
		err = pl_spectrum_of(c->x, c->size, to[k]);
	}
	return err;
}

enum pl_err
pl_xcorr_begin(struct pl_xcorr *c, const double *a, size_t n, size_t most)
{
	size_t size = pl_spectrum_size(n + most), k;
	bool all;

	*c = (struct pl_xcorr){ .n = n, .most = most, .size = size };
	if (n < 2)
		return PL_ESHORT;
	c->x = pl_mem_array(size, sizeof *c->x);
	c->work = pl_mem_array(size + 2, sizeof *c->work);
	all = c->x && c->work;
	for (k = 0; k < PL_XCORR_KINDS; k++) {
		c->a[k] = pl_mem_array(size + 2, sizeof *c->a[k]);
		c->b[k] = pl_mem_array(size + 2, sizeof *c->b[k]);
		all = all && c->a[k] && c->b[k];
	}
	for (k = 0; k < SUMS; k++) {
		c->sum[k] = pl_mem_array(n + most, sizeof *c->sum[k]);
		all = all && c->sum[k];
	}
	return all ? spectra(c, a, n, c->a) : PL_ENOMEM;
}

/* Of the first lags at which the two could overlap, in their order. */
static enum pl_err
add_up(struct pl_xcorr *c, size_t m)
{
	enum pl_err err = PL_OK;
	size_t lags = c->n + m - 1, i, k;

	for (k = 0; k < SUMS && !err; k++) {
		err = pl_spectrum_products(c->a[sums[k].a], c->b[sums[k].b],
		    c->size, c->work, c->x);
		for (i = 0; i < lags && !err; i++)
			c->sum[k][i] = c->x[i + 1 < m ? c->size + i + 1 - m :
			    i + 1 - m];
	}
	return err;
}

static double
most_of(const double *x, size_t n)
{
	double most = 0;
	size_t i;

	for (i = 0; i < n; i++)
		most = x[i] > most ? x[i] : most;
	return most;
}

enum pl_err
pl_xcorr_with(struct pl_xcorr *c, const double *b, size_t m, double *r,
    double *pairs)
{
	size_t lags = c->n + m - 1, i;
	double *const *s = c->sum, flat_a, flat_b;
	enum pl_err err;

	if (m < 2 || m > c->most)
		return PL_ESHORT;
	err = spectra(c, b, m, c->b);
	if (!err)
		err = add_up(c, m);
	if (err)
		return err;
	flat_a = FLAT * most_of(s[AA], lags);
	flat_b = FLAT * most_of(s[BB], lags);
	for (i = 0; i < lags; i++) {
		double n = floor(s[N][i] + 0.5), aa, bb, x;

		aa = s[AA][i] - s[A][i] * s[A][i] / n;
		bb = s[BB][i] - s[B][i] * s[B][i] / n;
		pairs[i] = n;
		r[i] = PL_MISSING;
		if (n < 2 || !(aa > flat_a && bb > flat_b))
			continue;
		x = (s[AB][i] - s[A][i] * s[B][i] / n) / sqrt(aa * bb);
		x = x > 1 ? 1 : x < -1 ? -1 : x;
		r[i] = pl_num_round(x, DECIMALS);
	}
	return PL_OK;
}

void
pl_xcorr_end(struct pl_xcorr *c)
{
	size_t k;

	free(c->x);
	free(c->work);
	for (k = 0; k < PL_XCORR_KINDS; k++) {
		free(c->a[k]);
		free(c->b[k]);
	}
	for (k = 0; k < SUMS; k++)
		free(c->sum[k]);
}
