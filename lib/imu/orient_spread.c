#include "orient_spread.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "../base/lanes.h"
#include "../base/mem.h"
#include "../base/unit.h"
#include "orient_solve.h"

/* The RMS error of an up that is known no better than by one reading, rad. */
#define UNKNOWN 0.5

/* The misfit up to which the smoother is as good as it says. */
#define FITS 0.25

/* Is the rate of a row not measured? */
static bool
blind_at(const struct pl_record *r, size_t i)
{
	return r->blind || (r->hole && r->hole[i] & PL_HOLE_GYR);
}

/* Between two nodes the variance lies on a straight line, but no row knows
 * less than its own gyroscope carries to it from either node: where one lies
 * in a hole, rows with data keep the other's.  k is the epoch, var its two
 * nodes', worse what their SD was multiplied by. */
static void
between(const struct pl_history *h, const struct pl_record *r, size_t k,
    double worse, const double var[2], double *sd)
{
	size_t a = pl_history_row(h, k), z = pl_history_row(h, k + 1), i;
	double slope = (var[1] - var[0]) / (double)(z - a);
	double s = worse * worse * r->dt;
	double walk[2] = { h->is->turn * h->is->turn * s,
	    h->is->blind_turn * h->is->blind_turn * s };
	double left = var[0], right = var[1];

	if (!r->hole && !r->blind) {
		LANES
		for (i = a; i <= z; i++)
			sd[i] = sqrt(var[0] + slope * (double)(i - a));
		return;
	}
	for (i = a; i <= z; i++) {
		double line = var[0] + slope * (double)(i - a);

		if (i > a)
			left += walk[blind_at(r, i)];
		sd[i] = fmin(line, left);
	}
	for (i = z + 1; i-- > a;) {
		sd[i] = sqrt(fmin(sd[i], right));
		right += walk[blind_at(r, i)];
	}
}

enum pl_err
pl_history_spread(struct pl_history *h, const struct pl_record *r,
    double misfit, double *sd)
{
	double *var = pl_mem_array(h->epochs + 1, sizeof *var);
	double tilt = h->is->zero / PL_GRAVITY, level = 2 * tilt * tilt;
	double worse = fmax(misfit / FITS, 1);
	size_t k;

	if (!var)
		return PL_ENOMEM;
	pl_history_variance(h, var);
	for (k = 0; k <= h->epochs; k++)
		var[k] = fmin(worse * worse * var[k],
		    UNKNOWN * UNKNOWN) + level;
	for (k = 0; k < h->epochs; k++)
		between(h, r, k, worse, var + k, sd);
	free(var);
	return PL_OK;
}
