/* the correlation at every lag is what its definition says */
#include <math.h>

#include "../lib/base/num.h"
#include "../lib/base/random.h"
#include "../lib/base/trig.h"
#include "../lib/dsp/spectrum.h"
#include "../lib/dsp/xcorr.h"
#include "tap.h"

enum { N = 300, M = 170, LAGS = N + M - 1 };
static double a[N], b[M], r[LAGS], pairs[LAGS];

static void
draw(double *x, size_t n, double level, uint64_t stream)
{
	struct pl_random random;
	size_t i;

	pl_random_seed(&random, 4, stream);
	for (i = 0; i < n; i++)
		x[i] = level + pl_random_normal(&random);
}

/* A lag at a time. */
static double
by_hand(const double *x, size_t n, const double *y, size_t m, long lag,
    double *count)
{
	double sx = 0, sy = 0, xx = 0, yy = 0, xy = 0, k = 0;
	long j;

	for (j = 0; j < (long)m; j++) {
		double p = j + lag >= 0 && j + lag < (long)n ? x[j + lag] :
		    PL_MISSING, q = y[j];

		if (pl_missing(p) || pl_missing(q))
			continue;
		k++;
		sx += p;
		sy += q;
	}
	for (j = 0; j < (long)m; j++) {
		double p = j + lag >= 0 && j + lag < (long)n ? x[j + lag] :
		    PL_MISSING, q = y[j];

		if (pl_missing(p) || pl_missing(q))
			continue;
		xx += (p - sx / k) * (p - sx / k);
		yy += (q - sy / k) * (q - sy / k);
		xy += (p - sx / k) * (q - sy / k);
	}
	*count = k;
	return k < 2 ? PL_MISSING : xy / sqrt(xx * yy);
}

static void
definition(void)
{
	struct pl_xcorr c;
	double worst = 0, k;
	size_t i;
	bool counts = true, gaps = true, in = true;

	draw(a, N, 5, 1);
	draw(b, M, -3, 2);
	for (i = 40; i < 60; i++)
		a[i] = PL_MISSING;
	b[7] = b[100] = PL_MISSING;
	ok(!pl_xcorr_begin(&c, a, N, M + 9) &&
	    !pl_xcorr_with(&c, b, M, r, pairs), "two signals are compared");
	for (i = 0; i < LAGS; i++) {
		double want = by_hand(a, N, b, M, (long)i - (M - 1), &k);

		counts = counts && pairs[i] == k;
		gaps = gaps && pl_missing(want) == pl_missing(r[i]);
		in = in && !(fabs(r[i]) > 1);
		if (k > 2 && !pl_missing(r[i]))
			worst = fmax(worst, fabs(want - r[i]));
	}
	ok(counts, "over as many pairs as are there");
	ok(gaps && in, "missing below two, else from -1 to 1");
	ok(worst < 1.1e-6, "and it is its definition, within %.1g", worst);
	for (i = 0; i < M; i++)
		b[i] = pl_missing(a[i + 30]) ? PL_MISSING : 7 - 2 * a[i + 30];
	ok(!pl_xcorr_with(&c, b, M, r, pairs) && r[30 + M - 1] == -1,
	    "a part, turned over and stretched, is found where it lies");
	for (i = 0; i < 50; i++)
		b[i] = 2;
	ok(!pl_xcorr_with(&c, b, 50, r, pairs) && pl_missing(r[80]),
	    "of a constant nothing can be said");
	ok(pl_xcorr_with(&c, b, 1, r, pairs) == PL_ESHORT &&
	    pl_xcorr_with(&c, b, M + 10, r, pairs) == PL_ESHORT,
	    "one value, and more than was asked for, are refused");
	pl_xcorr_end(&c);
	ok(pl_xcorr_begin(&c, a, 1, M) == PL_ESHORT, "so is a single one to "
	    "compare with");
	pl_xcorr_end(&c);
}

/* Sums by transforms are sums. */
static void
products(void)
{
	size_t size = pl_spectrum_size(N + M), i;
	double x[1024] = { 0 }, y[1024] = { 0 }, za[1026], zb[1026];
	double work[1026], worst = 0;
	long lag;

	draw(a, N, 0, 3);
	draw(b, M, 0, 4);
	for (i = 0; i < N; i++)
		x[i] = a[i];
	for (i = 0; i < M; i++)
		y[i] = b[i];
	ok(size >= N + M && size <= 1024 && !pl_spectrum_of(x, size, za) &&
	    !pl_spectrum_of(y, size, zb) &&
	    !pl_spectrum_products(za, zb, size, work, x), "spectra are taken");
	for (lag = 1 - M; lag < N; lag++) {
		double s = 0;

		for (i = 0; i < M; i++)
			if ((long)i + lag >= 0 && (long)i + lag < N)
				s += a[(long)i + lag] * b[i];
		worst = fmax(worst, fabs(s - x[lag < 0 ? (long)size + lag :
		    lag]));
	}
	ok(worst < 1e-10, "their products are sums at every lag");
}

int
main(void)
{
	definition();
	products();
	return done();
}
