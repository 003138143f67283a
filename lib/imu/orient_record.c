#include "orient_record.h"

#include <stdlib.h>

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

enum pl_err
pl_record_open(struct pl_record *r, const double *const acc[3],
    const double *const gyr[3])
{
	size_t i, whole = 0, n = r->n;
	int c, cols = gyr ? 6 : 3;
	unsigned char *hole = pl_mem_array(n, 1);

	r->hole = hole;
	if (!hole)
		return PL_ENOMEM;
	for (i = 0; i < n; i++) {
		for (c = 0; c < cols; c++)
			hole[i] |= pl_missing(c < 3 ? acc[c][i] :
			    gyr[c - 3][i]);
		whole += !hole[i];
	}
	if (whole < 2)
		return PL_ESHORT;
	if (whole < n || !gyr) {
		size_t need = whole < n ? (gyr ? 6 : 4) : 1;

		r->own = pl_mem_array(n, need * sizeof *r->own);
		if (!r->own)
			return PL_ENOMEM;
	}
	for (c = 0; c < 3; c++) {
		r->acc[c] = acc[c];
		r->gyr[c] = gyr ? gyr[c] : r->own + (whole < n ? 3 * n : 0);
		if (whole == n)
			continue;
		bridge(r->own + (size_t)c * n, acc[c], hole, n);
		r->acc[c] = r->own + (size_t)c * n;
		if (gyr) {
			bridge(r->own + (size_t)(c + 3) * n, gyr[c], hole, n);
			r->gyr[c] = r->own + (size_t)(c + 3) * n;
		}
	}
	r->blind = !gyr;
	return PL_OK;
}

void
pl_record_close(struct pl_record *r)
{
	free(r->hole);
	free(r->own);
}
