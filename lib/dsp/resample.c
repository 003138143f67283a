#include "resample.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "sinc.h"
#include "stat.h"

#define EVEN 0.05		/* of a step: how even stamps must be */
#define FINER 1.1		/* rows of grid a step: it is finer */
#define SCATTER 1e-3		/* of a period, from which a clock scatters */
#define ALONE 0.5		/* of 2: each stamp scatters alone */

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

/*
 * The straight line through stamps, each by its row, in pieces without holes
 * that share a slope: first the sums of squares about the means of each piece,
 * then those of what is left of the line, and of its steps.
 */
struct line { double ii, it, slope, left, steps; };

static void
add_piece(struct line *l, const double *t, size_t n)
{
	double row, mid = ((double)n - 1) / 2, mean = 0, last = 0, left;
	size_t i;

	for (i = 0; i < n; i++)
		mean += (t[i] - t[0]) / (double)n;
	for (i = 0; i < n; i++) {
		row = (double)i - mid;
		left = t[i] - t[0] - mean;
		if (!(l->slope > 0)) {
			l->ii += row * row;
			l->it += row * left;
			continue;
		}
		left -= l->slope * row;
		l->left += left * left;
		l->steps += i ? (left - last) * (left - last) : 0;
		last = left;
	}
}

static void
add_pieces(struct line *l, const double *t, size_t n, double hole)
{
	size_t a, b;

	for (a = 0; a < n; a = b) {
		for (b = a + 1; b < n && t[b] - t[b - 1] <= hole; b++)
			;
		add_piece(l, t + a, b - a);
	}
}

double
pl_resample_regress(const double *t, size_t n, double rate_hz)
{
	double hole = pl_resample_hole(rate_hz);
	struct line l = { 0 };

	add_pieces(&l, t, n, hole);
	if (!(l.ii > 0) || !(l.it > 0))
		return rate_hz;
	l.slope = l.it / l.ii;
	add_pieces(&l, t, n, hole);
	return l.left > (double)n * SCATTER * SCATTER / (rate_hz * rate_hz) &&
	    l.steps > ALONE * l.left ? 1 / l.slope : rate_hz;
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

/* Are the 16 rows about the step from a to b there, their stamps even, and the
 * grid finer than they? */
static bool
even(const double *t, const double *const *x, size_t cols, size_t n, size_t a,
    size_t b, double rate_hz)
{
	size_t first = a + 1 - PL_SINC_HALF, last = a + PL_SINC_HALF, i;
	double step;

	if (b != a + 1 || a + 1 < PL_SINC_HALF || last >= n)
		return false;
	step = (t[last] - t[first]) / (2 * PL_SINC_HALF - 1);
	if (step * rate_hz < FINER)
		return false;
	for (i = first; i <= last; i++)
		if (!whole(x, cols, i) || fabs(t[i] - t[first] -
		    step * (double)(i - first)) > EVEN * step)
			return false;
	return true;
}

/* The rows of a step, and what lies between them. */
struct step {
	const double *t, *const *x;
	size_t cols, a, b;	/* rows of x; b is n after the last */
	bool open;		/* nothing is known between them */
	bool even;
};

/* What is at s seconds, to row i of the grid. */
static void
between(const struct step *p, size_t n, double s, double hair, size_t i,
    double *const *to)
{
	double weight[2 * PL_SINC_HALF], w, sum;
	size_t c, k;

	w = p->b < n ? (s - p->t[p->a]) / (p->t[p->b] - p->t[p->a]) : 0;
	if (p->even && w > 0)
		pl_sinc_weights(w, weight);
	for (c = 0; c < p->cols; c++) {
		const double *x = p->x[c];

		if (s <= p->t[p->a] + hair)
			to[c][i] = x[p->a];
		else if (p->open || p->b == n)
			to[c][i] = PL_MISSING;
		else if (!p->even)
			to[c][i] = x[p->a] + w * (x[p->b] - x[p->a]);
		else {
			x += p->a + 1 - PL_SINC_HALF;
			for (k = 0, sum = 0; k < 2 * PL_SINC_HALF; k++)
				sum += weight[k] * x[k];
			to[c][i] = sum;
		}
	}
}

static void
blank(double *const *to, size_t cols, size_t from, size_t rows)
{
	size_t c;

	for (; from < rows; from++)
		for (c = 0; c < cols; c++)
			to[c][from] = PL_MISSING;
}

void
pl_resample_grid(const double *t, const double *const *x, size_t cols,
    size_t n, double hole_s, double start_s, double rate_hz, size_t rows,
    double *const *to, struct pl_holes *holes)
{
	/* stamps are decimals and the grid is not: a hair is no difference */
	double hair = 1e-6 / rate_hz, s;
	struct step p = { .t = t, .x = x, .cols = cols };
	size_t a, i = 0;
	bool before;

	for (a = 0; a < n && !whole(x, cols, a); a++)
		;
	while (i < rows && (a == n ||
	    start_s + (double)i / rate_hz < t[a] - hair))
		i++;
	blank(to, cols, 0, i);
	for (; a < n; a = p.b) {
		p.a = a;
		for (p.b = a + 1; p.b < n && !whole(x, cols, p.b); p.b++)
			;
		before = p.open;
		p.open = p.b < n && t[p.b] - t[a] > hole_s;
		p.even = !p.open && even(t, x, cols, n, a, p.b, rate_hz);
		if (p.open)
			count(holes, t[a], t[p.b]);
		for (; i < rows; i++) {
			s = start_s + (double)i / rate_hz;
			if (p.b < n && s >= t[p.b] - hair)
				break;
			between(&p, n, s, hair, i, to);
		}
		if (before && p.open)
			keep_alone(t, x, cols, a, start_s, rate_hz, rows, to);
	}
	blank(to, cols, i, rows);
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
