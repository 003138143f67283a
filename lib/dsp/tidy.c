#include "tidy.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "../base/num.h"
#include "coarse.h"
#include "resample.h"

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

/* Of the rows that share a stamp with the one before, do most equal it? */
static bool
sent_again(const double *t, double *const *x, size_t cols, size_t n)
{
	size_t i, same = 0, other = 0;

	for (i = 1; i < n; i++)
		if (t[i] == t[i - 1]) {
			bool again = equal(x, cols, i - 1, i);

			same += again;
			other += !again;
		}
	return same > other;
}

/* Does each of two rows bring what the other lacks? */
static bool
parts(double *const *x, size_t cols, size_t i, size_t j)
{
	size_t c;

	for (c = 0; c < cols; c++)
		if (!pl_missing(x[c][i]) && !pl_missing(x[c][j]))
			return false;
	return true;
}

/* Join rows under one stamp that are parts of one; drop those sent again. */
static size_t
merge(double *t, double *const *x, size_t cols, size_t n, bool again)
{
	size_t i, c, kept = 1;

	for (i = 1; i < n; i++) {
		if (t[i] != t[kept - 1])
			move(t, x, cols, kept++, i);
		else if (parts(x, cols, kept - 1, i)) {
			for (c = 0; c < cols; c++)
				if (!pl_missing(x[c][i]))
					x[c][kept - 1] = x[c][i];
		} else if (!again || !equal(x, cols, kept - 1, i))
			move(t, x, cols, kept++, i);
	}
	return kept;
}

/* Spread the rows that share a stamp over the step before it, or over a mean
 * step if that is a hole.  How many were they? */
static size_t
spread(double *t, size_t n, double mean_s)
{
	double from = t[0] - mean_s, to, hole = pl_resample_hole(1 / mean_s);
	size_t i, j, k, count = 0;

	for (i = 0; i < n; i = j) {
		for (j = i + 1; j < n && t[j] == t[i]; j++)
			;
		to = t[i];
		if (to - from > hole)
			from = to - mean_s;
		for (k = i; j > i + 1 && k < j; k++)
			t[k] = to - (double)(j - 1 - k) / (double)(j - i) *
			    (to - from);
		count += j > i + 1 ? j - i : 0;
		from = to;
	}
	return count;
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
pl_tidy_rows(double *t, double *const *x, size_t cols, size_t *n,
    struct pl_tidied *done)
{
	size_t left = *n, first = 0, c;
	double rate, hole;
	enum pl_err err;

	*done = (struct pl_tidied){ 0 };
	err = pl_resample_rate(t, left, &rate);
	if (err)
		return err;
	left = merge(t, x, cols, left, sent_again(t, x, cols, left));
	done->merged = *n - left;
	err = pl_coarse_time(t, left, &done->coarse_s);
	if (err)
		return err;
	if (!(done->coarse_s > 0))
		done->spread = spread(t, left, 1 / rate);
	err = pl_resample_rate(t, left, &rate);
	if (err)
		return err;
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
