#include "orient_record.h"

#include <math.h>
#include <stdlib.h>

#include "../base/lanes.h"
#include "../base/mem.h"
#include "../base/num.h"

/* x across the rows that are holes, by straight lines; ends are held. */
static void
bridge(double *to, const double *x, const unsigned char *hole, size_t n)
{
	size_t i, j, last = n;

	for (i = 0; i < n; i++) {
		if (hole[i])
			continue;
		to[i] = x[i];
		for (j = last == n ? 0 : last + 1; j < i; j++)
			to[j] = last == n ? x[i] : x[last] + (x[i] - x[last]) *
			    ((double)(j - last) / (double)(i - last));
		last = i;
	}
	for (j = last + 1; j < n; j++)
		to[j] = x[last];
}

enum { LANE = 8 };

/* Is a value missing, and which is the largest in size?  x - x is not 0 for
 * what is no number; sums and maxima stand in lanes. */
static bool
scan(const double *x, size_t n, double *most)
{
	double odd[LANE] = { 0 }, top[LANE] = { 0 };
	size_t i, l;

	for (i = 0; i + LANE <= n; i += LANE)
		LANES
		for (l = 0; l < LANE; l++) {
			double a = fabs(x[i + l]);

			odd[l] += a - a;
			top[l] = a > top[l] ? a : top[l];
		}
	for (; i < n; i++) {
		odd[0] += x[i] - x[i];
		top[0] = fmax(top[0], fabs(x[i]));
	}
	for (l = 1; l < LANE; l++) {
		odd[0] += odd[l];
		top[0] = fmax(top[0], top[l]);
	}
	*most = top[0];
	return odd[0] != 0;
}

/* Flag the rows where a column has none; how many are whole. */
static size_t
find_holes(unsigned char *hole, const double *const *x, int cols, size_t n)
{
	size_t i, whole = 0;
	int c;

	for (c = 0; c < cols; c++)
		for (i = 0; i < n; i++)
			hole[i] |= pl_missing(x[c][i]);
	for (i = 0; i < n; i++)
		whole += !hole[i];
	return whole;
}

static enum pl_err
mend(struct pl_record *r, const double *const *x, int cols)
{
	size_t n = r->n, whole;
	int c;

	r->hole = pl_mem_array(n, 1);
	if (!r->hole)
		return PL_ENOMEM;
	whole = find_holes(r->hole, x, cols, n);
	if (whole < 2)
		return PL_ESHORT;
	r->own = pl_mem_array(n, (size_t)cols * sizeof *r->own);
	if (!r->own)
		return PL_ENOMEM;
	for (c = 0; c < cols; c++) {
		double *own = r->own + (size_t)c * n;

		bridge(own, x[c], r->hole, n);
		*(c < 3 ? &r->acc[c] : &r->gyr[c - 3]) = own;
	}
	return PL_OK;
}

enum pl_err
pl_record_open(struct pl_record *r, const double *const acc[3],
    const double *const gyr[3])
{
	const double *x[6] = { acc[0], acc[1], acc[2] };
	int c, cols = gyr ? 6 : 3;
	double most, square = 0;
	bool odd = false;

	for (c = 0; c < 3; c++) {
		r->acc[c] = acc[c];
		r->gyr[c] = x[3 + c] = gyr ? gyr[c] : NULL;
	}
	r->blind = !gyr;
	for (c = 0; c < cols; c++) {
		odd |= scan(x[c], r->n, &most);
		square += c < 3 ? 0 : most * most;
	}
	r->fastest = sqrt(square);
	if (odd)
		return mend(r, x, cols);
	return r->n < 2 ? PL_ESHORT : PL_OK;
}

void
pl_record_close(struct pl_record *r)
{
	free(r->hole);
	free(r->own);
}
