#include "foresee.h"

#include <stdlib.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "clip.h"

enum pl_err
pl_foresee_orient(const double *const acc[3], const double *const gyr[3],
    size_t n, double rate_hz, const unsigned char *clipped,
    struct pl_oriented *found)
{
	const double *a[3] = { acc[0], acc[1], acc[2] };
	const double *g[3] = { gyr[0], gyr[1], gyr[2] };
	double *own = pl_clip_without(a, clipped, n);
	double *too = pl_clip_without(g, clipped + n, n);
	double *q = pl_mem_array(n, 4 * sizeof *q);
	double *const to[4] = { q, q + n, q + 2 * n, q + 3 * n };
	enum pl_err err = PL_ENOMEM;

	if (own && too && q)
		err = pl_orient_smooth(&pl_orient_usual, a, g, n, rate_hz, to,
		    NULL, found);
	free(own);
	free(too);
	free(q);
	return err;
}

enum pl_err
pl_foresee_align(const double *const acc[3], const double *const gyr[3],
    size_t n, double rate_hz, const double *bias, pl_vec up,
    struct pl_align *found)
{
	const struct pl_align_known known = { .up = up };
	double *own = pl_mem_array(n, 3 * sizeof *own);
	const double *g[3];
	enum pl_err err;
	size_t i;
	int c;

	if (!own)
		return PL_ENOMEM;
	for (c = 0; c < 3; c++) {
		double off = !bias || pl_missing(bias[c]) ? 0 : bias[c];
		double *x = own + (size_t)c * n;

		g[c] = x;
		for (i = 0; i < n; i++)
			x[i] = gyr[c][i] - off;
	}
	err = pl_align_find(acc, g, n, rate_hz, &known, found);
	free(own);
	return err;
}
