#include "spectrum.h"

#include <fftw3.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "../base/mem.h"
#include "../base/num.h"

/* The same steps on every processor, wherever the arrays lie. */
#define PLAN (FFTW_ESTIMATE | FFTW_UNALIGNED | FFTW_NO_SIMD)

#define TINY 1e-12		/* of the whole energy: rounding, not signal */

enum { ARC_LEAST = 8, ARC_PAD = 16, ARC_DECIMALS = 4, AUTO_DECIMALS = 9 };

/* Spectrum of size real numbers: size / 2 + 1 complex ones. */
static enum pl_err
forward(double *x, size_t size, fftw_complex *out)
{
	fftw_plan plan = size > INT_MAX ? NULL :
	    fftw_plan_dft_r2c_1d((int)size, x, out, PLAN);

	if (!plan)
		return PL_ENOMEM;
	fftw_execute(plan);
	fftw_destroy_plan(plan);
	return PL_OK;
}

/* Back again, times size; spends in. */
static enum pl_err
backward(fftw_complex *in, size_t size, double *x)
{
	fftw_plan plan = size > INT_MAX ? NULL :
	    fftw_plan_dft_c2r_1d((int)size, in, x, PLAN);

	if (!plan)
		return PL_ENOMEM;
	fftw_execute(plan);
	fftw_destroy_plan(plan);
	return PL_OK;
}

/* Magnitudes of bins 0..bins-1, the greatest 1. */
static void
magnitudes(fftw_complex *z, size_t bins, double *mag)
{
	double top = 0;
	size_t i;

	for (i = 0; i < bins; i++) {
		mag[i] = sqrt(z[i][0] * z[i][0] + z[i][1] * z[i][1]);
		top = mag[i] > top ? mag[i] : top;
	}
	for (i = 0; i < bins; i++)
		mag[i] = pl_num_round(mag[i] / top, AUTO_DECIMALS);
}

/* Length of the line from the first to the last bin at the level. */
static double
arc(const double *mag, size_t bins)
{
	size_t from = 0, to = bins - 1, i;
	double length = 0, step;

	while (mag[from] < PL_SPECTRUM_ARC_LEVEL)
		from++;
	while (mag[to] < PL_SPECTRUM_ARC_LEVEL)
		to--;
	step = to > from ? 1 / (double)(to - from) : 0;
	for (i = from; i < to; i++) {
		double rise = mag[i + 1] - mag[i];

		length += sqrt(step * step + rise * rise);
	}
	return length;
}

enum pl_err
pl_spectrum_arc_length(const double *speed, size_t n, double rate_hz,
    double *sparc)
{
	size_t size = ARC_PAD, bins, i;
	fftw_complex *z;
	double *x, top = 0;
	enum pl_err err;

	if (n < ARC_LEAST)
		return PL_ESHORT;
	for (i = 0; i < n; i++)
		if (pl_missing(speed[i]))
			return PL_ESTATE;
		else
			top = fabs(speed[i]) > top ? fabs(speed[i]) : top;
	if (!(top > 0) || (double)n > PL_SPECTRUM_ARC_S * rate_hz)
		return PL_ESTATE;
	while (size < n * ARC_PAD)
		size *= 2;
	bins = (size_t)(PL_SPECTRUM_ARC_HZ / rate_hz * (double)size) + 1;
	bins = bins < size / 2 + 1 ? bins : size / 2 + 1;
	x = pl_mem_array(size, sizeof *x);
	z = pl_mem_array(size / 2 + 1, sizeof *z);
	for (i = 0; x && i < n; i++)
		x[i] = speed[i] / top;
	err = x && z ? forward(x, size, z) : PL_ENOMEM;
	if (!err) {
		magnitudes(z, bins, x);
		*sparc = pl_num_round(-arc(x, bins), ARC_DECIMALS);
	}
	free(x);
	free(z);
	return err;
}

/* The next size that FFTW does fast, and wastes little. */
static size_t
good_size(size_t n)
{
	size_t best = 1, k;

	while (best < n && best <= INT_MAX)
		best *= 2;
	for (k = 3; k <= 5; k += 2) {
		size_t size = k;

		while (size < n && size <= INT_MAX)
			size *= 2;
		best = size < best ? size : best;
	}
	return best;
}

/* Spectra of x without its mean, of its square, and of what there is. */
struct three {
	double *x;
	fftw_complex *value, *square, *there;
	size_t size;
};

static enum pl_err
spectra(struct three *s, const double *x, size_t n, double mean)
{
	fftw_complex *out[] = { s->value, s->square, s->there };
	enum pl_err err = PL_OK;
	size_t i;
	int k;

	for (k = 0; k < 3 && !err; k++) {
		for (i = 0; i < s->size; i++) {
			double d = i < n && !pl_missing(x[i]) ? x[i] - mean : 0;

			s->x[i] = k == 0 ? d : k == 1 ? d * d :
			    i < n && !pl_missing(x[i]);
		}
		err = forward(s->x, s->size, out[k]);
	}
	return err;
}

/* value becomes the spectrum of sums over t of x[t] x[t+k], square that of
 * x[t]^2 there[t+k]; of the latter, lag -k is the energy of the later part. */
static void
multiply(struct three *s)
{
	size_t i;

	for (i = 0; i < s->size / 2 + 1; i++) {
		double *v = s->value[i], *q = s->square[i], *w = s->there[i];
		double re = q[0] * w[0] + q[1] * w[1];
		double im = q[0] * w[1] - q[1] * w[0];

		v[0] = v[0] * v[0] + v[1] * v[1];
		v[1] = 0;
		q[0] = re;
		q[1] = im;
	}
}

static enum pl_err
correlate(struct three *s, size_t lags, double *r)
{
	enum pl_err err;
	double all, *e;
	size_t k;

	multiply(s);
	err = backward(s->value, s->size, s->x);
	e = (double *)s->there;
	if (!err)
		err = backward(s->square, s->size, e);
	if (err)
		return err;
	all = e[0];
	for (k = 0; k < lags; k++) {
		double early = e[k], late = e[k ? s->size - k : 0];

		if (early > TINY * all && late > TINY * all) {
			double c = s->x[k] / sqrt(early * late);

			c = c > 1 ? 1 : c < -1 ? -1 : c;
			r[k] = pl_num_round(c, AUTO_DECIMALS);
		} else
			r[k] = PL_MISSING;
	}
	return PL_OK;
}

enum pl_err
pl_spectrum_autocorrelation(const double *x, size_t n, size_t lags, double *r)
{
	struct three s = { .size = good_size(n + lags) };
	double mean = 0, far = 0;
	size_t i, known = 0;
	enum pl_err err = PL_ENOMEM;

	if (!lags || lags > n)
		return PL_ESHORT;
	for (i = 0; i < n; i++)
		if (!pl_missing(x[i]))
			mean += (x[i] - mean) / (double)++known;
	for (i = 0; i < n; i++)
		if (!pl_missing(x[i]))
			far = fmax(far, fabs(x[i] - mean));
	if (!(far > TINY * fabs(mean)))
		return PL_ESTATE;
	s.x = pl_mem_array(s.size, sizeof *s.x);
	s.value = pl_mem_array(s.size / 2 + 1, sizeof *s.value);
	s.square = pl_mem_array(s.size / 2 + 1, sizeof *s.square);
	s.there = pl_mem_array(s.size / 2 + 1, sizeof *s.there);
	if (s.x && s.value && s.square && s.there)
		err = spectra(&s, x, n, mean);
	if (!err)
		err = correlate(&s, lags, r);
	free(s.x);
	free(s.value);
	free(s.square);
	free(s.there);
	return err;
}

size_t
pl_spectrum_size(size_t n)
{
	return good_size(n);
}

enum pl_err
pl_spectrum_of(double *x, size_t size, double *z)
{
	return forward(x, size, (fftw_complex *)z);
}

enum pl_err
pl_spectrum_products(const double *a, const double *b, size_t size,
    double *work, double *x)
{
	double scale = 1 / (double)size;
	size_t i;

	for (i = 0; i < size / 2 + 1; i++) {
		const double *p = a + 2 * i, *q = b + 2 * i;

		work[2 * i] = scale * (p[0] * q[0] + p[1] * q[1]);
		work[2 * i + 1] = scale * (p[1] * q[0] - p[0] * q[1]);
	}
	return backward((fftw_complex *)work, size, x);
}

const char *
pl_spectrum_version(void)
{
	return fftw_version;
}
