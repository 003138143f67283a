#include "resample.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "stat.h"

double
pl_resample_hole(double rate_hz)
{
	return fmax(3 / rate_hz, 0.060) + 1e-9;
}

enum pl_err
pl_resample_rate(const double *t, size_t n, double *rate_hz)
{
	double *step, period, last;
	size_t i, k = 0;
	int round;

	step = pl_mem_array(n, sizeof *step);
	if (!step)
		return PL_ENOMEM;
	for (i = 1; i < n; i++)
		if (t[i] > t[i - 1])
			step[k++] = t[i] - t[i - 1];
	period = pl_stat_median(step, k);
	/* what is a hole depends on the period, and the period on it */
	for (round = 0, last = 0; k && period != last && round < 50; round++) {
		double sum = 0, hole = pl_resample_hole(1 / period);
		size_t used = 0;

		last = period;
		for (i = 0; i < k; i++)
			if (step[i] <= hole) {
				sum += step[i];
				used++;
			}
		if (used)
			period = sum / (double)used;
	}
	free(step);
	if (!k)
		return PL_ESHORT;
	*rate_hz = 1 / period;
	return PL_OK;
}

double
pl_resample_scatter(const double *t, size_t n, double rate_hz)
{
	double hole = pl_resample_hole(rate_hz), sum = 0, square = 0, d;
	size_t i, k = 0;

	for (i = 1; i < n; i++) {
		d = t[i] - t[i - 1];
		if (d <= hole) {
			sum += d - 1 / rate_hz;
			square += (d - 1 / rate_hz) * (d - 1 / rate_hz);
			k++;
		}
	}
	sum /= k ? (double)k : 1;
	return k < 2 ? 0 : sqrt(fmax(0, square / (double)k - sum * sum));
}

/* Rows of one stamp become their mean, over the values that are there. */
static size_t
merge(double *t, double *const *x, size_t cols, size_t n)
{
	size_t i, j, c, k, kept = 0;

	for (i = 0; i < n; i = j) {
		for (j = i + 1; j < n && t[j] == t[i]; j++)
			;
		for (c = 0; c < cols; c++) {
			double sum = 0, count = 0;

			for (k = i; k < j; k++)
				if (!pl_missing(x[c][k])) {
					sum += x[c][k];
					count++;
				}
			x[c][kept] = count > 0 ? sum / count : PL_MISSING;
		}
		t[kept++] = t[i];
	}
	return kept;
}

static bool
equal(double *const *x, size_t cols, size_t i, size_t j)
{
	size_t c;

	for (c = 0; c < cols; c++)
		if (x[c][i] != x[c][j] &&
		    !(pl_missing(x[c][i]) && pl_missing(x[c][j])))
			return false;
	return true;
}

static void
move(double *t, double *const *x, size_t cols, size_t to, size_t from)
{
	size_t c;

	t[to] = t[from];
	for (c = 0; c < cols; c++)
		x[c][to] = x[c][from];
}

static size_t
drop_repeats(double *t, double *const *x, size_t cols, size_t n,
    double half_s)
{
	double last = t[0];	/* of the row before, kept or not */
	size_t i, kept = 1;

	for (i = 1; i < n; i++) {
		bool again = t[i] - last < half_s &&
		    equal(x, cols, kept - 1, i);

		last = t[i];
		if (!again)
			move(t, x, cols, kept++, i);
	}
	return kept;
}

enum pl_err
pl_resample_tidy(double *t, double *const *x, size_t cols, size_t *n,
    struct pl_tidied *done)
{
	size_t left = *n, first = 0, c;
	double rate, hole;
	enum pl_err err;

	*done = (struct pl_tidied){ 0 };
	err = pl_resample_rate(t, left, &rate);
	if (err)
		return err;
	left = merge(t, x, cols, left);
	done->merged = *n - left;
	done->repeated = left;
	left = drop_repeats(t, x, cols, left, 0.5 / rate);
	done->repeated -= left;
	err = pl_resample_rate(t, left, &rate);
	if (err)
		return err;
	hole = pl_resample_hole(rate);
	if (left > 2 && t[left - 1] - t[left - 2] > hole)
		left--, done->alone++;
	if (left > 2 && t[1] - t[0] > hole)
		first = 1, left--, done->alone++;
	memmove(t, t + first, left * sizeof *t);
	for (c = 0; c < cols; c++)
		memmove(x[c], x[c] + first, left * sizeof *t);
	*n = left;
	return PL_OK;
}

static bool
whole(const double *const *x, size_t cols, size_t i)
{
	size_t c;

	for (c = 0; c < cols; c++)
		if (pl_missing(x[c][i]))
			return false;
	return true;
}

static void
count(struct pl_holes *h, double from, double to)
{
	if (!h)
		return;
	h->count++;
	if (to - from > h->longest_s) {
		h->longest_s = to - from;
		h->at_s = from;
	}
}

/* A row alone between two holes stands in the row of the grid nearest to it:
 * off by half a period at most, and much better than nothing. */
static void
keep_alone(const double *t, const double *const *x, size_t cols, size_t row,
    double start_s, double rate_hz, size_t rows, double *const *to)
{
	double at = floor((t[row] - start_s) * rate_hz + 0.5);
	size_t c;

	for (c = 0; c < cols && at >= 0 && at < (double)rows; c++)
		to[c][(size_t)at] = x[c][row];
}

void
pl_resample_grid(const double *t, const double *const *x, size_t cols,
    size_t n, double hole_s, double start_s, double rate_hz, size_t rows,
    double *const *to, struct pl_holes *holes)
{
	/* stamps are decimals and the grid is not: a hair is no difference */
	double hair = 1e-6 / rate_hz;
	size_t a, b, i = 0, c;
	bool hole = false, before;

	for (a = 0; a < n && !whole(x, cols, a); a++)
		;
	for (; i < rows; i++) {
		if (a < n && start_s + (double)i / rate_hz >= t[a] - hair)
			break;
		for (c = 0; c < cols; c++)
			to[c][i] = PL_MISSING;
	}
	for (b = a; a < n; a = b) {
		double s, w;

		for (b = a + 1; b < n && !whole(x, cols, b); b++)
			;
		before = hole;
		hole = b < n && t[b] - t[a] > hole_s;
		if (hole)
			count(holes, t[a], t[b]);
		for (; i < rows; i++) {
			s = start_s + (double)i / rate_hz;
			if (b < n && s >= t[b] - hair)
				break;
			w = b < n ? (s - t[a]) / (t[b] - t[a]) : 0;
			for (c = 0; c < cols; c++)
				to[c][i] = s <= t[a] + hair ? x[c][a] :
				    hole || b == n ? PL_MISSING :
				    x[c][a] + w * (x[c][b] - x[c][a]);
		}
		if (before && hole)
			keep_alone(t, x, cols, a, start_s, rate_hz, rows, to);
	}
	for (; i < rows; i++)
		for (c = 0; c < cols; c++)
			to[c][i] = PL_MISSING;
}

double
pl_resample_at(const double *x, size_t n, double row)
{
	size_t k = (size_t)row;
	double w = row - (double)k, a, b, c, d;

	if (!(w > 0) || k + 1 >= n)
		return x[k];
	b = x[k], c = x[k + 1];
	a = k < 1 ? PL_MISSING : x[k - 1];
	d = k + 2 >= n ? PL_MISSING : x[k + 2];
	if (pl_missing(a) || pl_missing(d))
		return b + w * (c - b);
	return b + w / 2 * (c - a + w * (2 * a - 5 * b + 4 * c - d +
	    w * (3 * (b - c) + d - a)));
}

void
pl_resample_bridge(double *x, size_t n, double rate_hz, double most_s,
    double *hole_s)
{
	size_t i = 0, from, to, k;
	double s;

	for (; i < n; i = to) {
		for (from = i; from < n && !pl_missing(x[from]); from++)
			hole_s[from] = 0;
		for (to = from; to < n && pl_missing(x[to]); to++)
			;
		s = (double)(to - from + 1) / rate_hz;
		for (k = from; k < to; k++) {
			double share = (double)(k - from + 1) /
			    (double)(to - from + 1);

			hole_s[k] = s < most_s ? s : most_s;
			x[k] = from && to < n && s < most_s ? x[from - 1] +
			    share * (x[to] - x[from - 1]) : 0;
		}
	}
}
