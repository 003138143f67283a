#include "stat.h"

#include <math.h>
#include <stdlib.h>

#include "../base/mem.h"
#include "../base/num.h"

/* Put the k-th smallest of n into its place, none larger before it and none
 * smaller after it: Hoare, Algorithm 65: FIND (CACM 1961). */
static void
pick(double *x, size_t n, size_t k)
{
	size_t lo = 0, hi = n - 1;

	while (lo < hi) {
		double pivot = x[lo + (hi - lo) / 2], t;
		size_t i = lo, j = hi;

		while (i <= j) {
			while (x[i] < pivot)
				i++;
			while (pivot < x[j])
				j--;
			if (i > j)
				break;
			t = x[i];
			x[i++] = x[j];
			x[j] = t;
			if (!j--)
				break;
		}
		if (j != (size_t)-1 && k <= j)
			hi = j;
		else if (k >= i)
			lo = i;
		else
			break;
	}
}

double
pl_stat_quantile(double *x, size_t n, double p)
{
	size_t i, m = 0, k;
	double at, after;

	for (i = 0; i < n; i++)
		if (!pl_missing(x[i]))
			x[m++] = x[i];
	if (!m)
		return PL_MISSING;
	at = p * (double)(m - 1);
	k = (size_t)at;
	pick(x, m, k);
	if (k + 1 >= m)
		return x[k];
	after = x[k + 1];
	for (i = k + 2; i < m; i++)
		after = x[i] < after ? x[i] : after;
	return x[k] + (at - (double)k) * (after - x[k]);
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

/* The slopes of all pairs with different x; *all is the caller's to free. */
static enum pl_err
slopes(const double *x, const double *y, size_t n, double **all, size_t *pairs)
{
	size_t room = 0, i, k;
	double *grown;

	*all = NULL;
	*pairs = 0;
	for (i = 0; i < n; i++)
		for (k = i + 1; k < n; k++) {
			double dx = x[k] - x[i], dy = y[k] - y[i];

			if (dx == 0 || pl_missing(dx) || pl_missing(dy))
				continue;
			grown = pl_mem_grow(*all, &room, *pairs + 1,
			    sizeof *grown);
			if (!grown) {
				free(*all);
				return PL_ENOMEM;
			}
			*all = grown;
			(*all)[(*pairs)++] = dy / dx;
		}
	return *pairs ? PL_OK : PL_ESHORT;
}

enum pl_err
pl_stat_slope(const double *x, const double *y, size_t n, double *slope)
{
	size_t pairs;
	double *all;
	enum pl_err err = slopes(x, y, n, &all, &pairs);

	if (err)
		return err;
	*slope = pl_stat_median(all, pairs);
	free(all);
	return PL_OK;
}

enum pl_err
pl_stat_slope_span(const double *x, const double *y, size_t n, double z,
    double span[2])
{
	double *all, m, most, low;
	size_t pairs, i, points = 0;
	enum pl_err err = slopes(x, y, n, &all, &pairs);

	if (err)
		return err;
	for (i = 0; i < n; i++)
		points += !pl_missing(x[i]) && !pl_missing(y[i]);
	m = (double)points;
	most = z * sqrt(m * (m - 1) * (2 * m + 5) / 18) + 1;
	/* a slope with k of the pairs' below leaves a score of pairs - 2 k */
	low = floor(((double)pairs - most) / 2);
	m = (double)pairs - 1;
	if (low >= 0) {
		span[0] = pl_stat_quantile(all, pairs, low / m);
		span[1] = pl_stat_quantile(all, pairs, 1 - low / m);
	} else
		err = PL_ESHORT;
	free(all);
	return err;
}
