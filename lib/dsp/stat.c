#include "stat.h"

#include <math.h>
#include <stdlib.h>

#include "../base/num.h"

static int
ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

double
pl_stat_quantile(double *x, size_t n, double p)
{
	size_t i, m = 0, k;
	double at;

	for (i = 0; i < n; i++)
		if (!pl_missing(x[i]))
			x[m++] = x[i];
	if (!m)
		return PL_MISSING;
	qsort(x, m, sizeof *x, ascending);
	at = p * (double)(m - 1);
	k = (size_t)at;
	if (k + 1 >= m)
		return x[m - 1];
	return x[k] + (at - (double)k) * (x[k + 1] - x[k]);
}

double
pl_stat_median(double *x, size_t n)
{
	return pl_stat_quantile(x, n, 0.5);
}

/* The sums slide, and begin anew every so often, about a value nearby, so that
 * rounding does not pile up along a recording. */
enum pl_err
pl_stat_running(const double *x, size_t n, size_t w, double *mean, double *sd)
{
	enum { AFRESH = 1024 };
	double s = 0, q = 0, ref = 0, d;
	size_t j, i, gaps = 0;

	if (!w || n < w)
		return PL_ESHORT;
	for (j = 0; j + w <= n; j++) {
		if (j % AFRESH == 0) {
			s = q = 0;
			gaps = 0;
			ref = pl_missing(x[j]) ? 0 : x[j];
			for (i = j; i < j + w; i++) {
				d = pl_missing(x[i]) ? 0 : x[i] - ref;
				gaps += pl_missing(x[i]);
				s += d;
				q += d * d;
			}
		} else {
			d = pl_missing(x[j - 1]) ? 0 : x[j - 1] - ref;
			gaps -= pl_missing(x[j - 1]);
			s -= d;
			q -= d * d;
			d = pl_missing(x[j + w - 1]) ? 0 : x[j + w - 1] - ref;
			gaps += pl_missing(x[j + w - 1]);
			s += d;
			q += d * d;
		}
		d = s / (double)w;
		mean[j] = gaps ? PL_MISSING : ref + d;
		if (sd) {
			d = q / (double)w - d * d;
			sd[j] = gaps ? PL_MISSING : sqrt(d > 0 ? d : 0);
		}
	}
	return PL_OK;
}
