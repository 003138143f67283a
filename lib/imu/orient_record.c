#include "orient_record.h"

#include <math.h>
#include <stdlib.h>

#include "../base/lanes.h"
#include "../base/mem.h"
#include "../base/num.h"

/*
 * A hole of the gyroscope that lasts no longer than TURN_S is bridged with the
 * slopes at its ends, which are those of EDGE_S.  Half a sine of which the
 * lower half is seen is so found again to 5 % of its height.
 *
 * What is between two known rates is known better than what is not: if rates
 * of variance V are forgotten after a time F, an angle across a hole of T has
 * the variance 2 V F T in the open, but 2 V / F T^3 / 12 held at both ends.
 * That is less by the square of T over sqrt(12) F, which is TURN_S for the
 * limb of orient.c.
 */
#define TURN_S 1.0
#define EDGE_S 0.03

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

/* The slope of x a row, at row i beside a hole, from the rows before it (ahead
 * is -1) or after it; 0 if there are none. */
static double
slope(const struct pl_record *r, const double *x, int which, size_t i,
    int ahead)
{
	size_t rows = (size_t)(EDGE_S / r->dt + 0.5), end = i;

	for (rows = rows ? rows : 1; rows; rows--) {
		/* before row 0 it wraps to what is beyond all rows */
		size_t next = end + (size_t)ahead;

		if (next >= r->n || (r->hole[next] & which))
			break;
		end = next;
	}
	return end == i ? 0 : (x[end] - x[i]) / ((double)end - (double)i);
}

/* The rows between a and z: a straight line, or for a short turn the cubic
 * that goes on as the sensor came and comes as it goes on. */
static void
span(const struct pl_record *r, const double *x, int which, size_t a, size_t z,
    double *to)
{
	double rows = (double)(z - a), rise = x[z] - x[a], out = 0, in = 0;
	size_t i;

	if (which == PL_HOLE_GYR && rows * r->dt < TURN_S) {
		out = rows * slope(r, x, which, a, -1) - rise;
		in = rows * slope(r, x, which, z, 1) - rise;
	}
	for (i = a + 1; i < z; i++) {
		double u = (double)(i - a) / rows, v = 1 - u;

		to[i] = x[a] + u * (rise + v * (v * out - u * in));
	}
}

/* x across the rows that are holes; the ends are held. */
static void
bridge(const struct pl_record *r, const double *x, int which, double *to)
{
	size_t i, j, n = r->n, last = n;

	for (i = 0; i < n; i++) {
		if (r->hole[i] & which)
			continue;
		to[i] = x[i];
		if (last < n)
			span(r, x, which, last, i, to);
		for (j = 0; last == n && j < i; j++)
			to[j] = x[i];
		last = i;
	}
	for (j = last + 1; j < n; j++)
		to[j] = x[last];
}

double
pl_record_blind(const struct pl_record *r, int which, size_t from, size_t to)
{
	size_t most = (size_t)(TURN_S / r->dt) + 1, i, a, z;
	double rows = 0;

	if (which == PL_HOLE_GYR && r->blind)
		return (double)(to - from) * r->dt;
	for (i = from; r->hole && i < to; i = z) {
		double share;

		for (a = i; a > 0 && i - a < most && r->hole[a - 1] & which; )
			a--;
		for (z = i; z < r->n && z - i < most && r->hole[z] & which; )
			z++;
		share = fmin(1, (double)(z - a) * r->dt / TURN_S);
		if (which == PL_HOLE_ACC || a == 0 || z == r->n)
			share = 1;
		z = z < to ? z : to;
		rows += share * share * (double)(z - i);
		z += z == i;
	}
	return rows * r->dt;
}

/* The columns of a sensor, of which some are not whole, in memory of ours. */
static enum pl_err
mend(struct pl_record *r, const double *x[3], int which, double **own)
{
	size_t i, whole = 0;
	int c;

	if (!r->hole)
		r->hole = pl_mem_array(r->n, 1);
	*own = pl_mem_array(r->n, 3 * sizeof **own);
	if (!r->hole || !*own)
		return PL_ENOMEM;
	for (i = 0; i < r->n; i++)
		if (pl_missing(x[0][i] + x[1][i] + x[2][i]))
			r->hole[i] |= (unsigned char)which;
		else
			whole++;
	if (whole < 2)
		return PL_ESHORT;
	for (c = 0; c < 3; c++) {
		bridge(r, x[c], which, *own + (size_t)c * r->n);
		x[c] = *own + (size_t)c * r->n;
	}
	return PL_OK;
}

enum pl_err
pl_record_open(struct pl_record *r, const double *const acc[3],
    const double *const gyr[3])
{
	double most, top[3] = { 0, 0, 0 };
	bool odd[2] = { false, false };
	enum pl_err err = r->n < 2 ? PL_ESHORT : PL_OK;
	int c;

	r->blind = !gyr;
	for (c = 0; c < 3; c++) {
		r->acc[c] = acc[c];
		r->gyr[c] = gyr ? gyr[c] : NULL;
		odd[0] |= scan(acc[c], r->n, &most);
		if (gyr)
			odd[1] |= scan(gyr[c], r->n, &top[c]);
	}
	if (!err && odd[0])
		err = mend(r, r->acc, PL_HOLE_ACC, &r->own[0]);
	if (!err && odd[1])
		err = mend(r, r->gyr, PL_HOLE_GYR, &r->own[1]);
	/* a bridge may be steeper than what it joins */
	for (c = 0; !err && odd[1] && c < 3; c++)
		scan(r->gyr[c], r->n, &top[c]);
	r->fastest = sqrt(top[0] * top[0] + top[1] * top[1] + top[2] * top[2]);
	return err;
}

void
pl_record_close(struct pl_record *r)
{
	free(r->hole);
	free(r->own[0]);
	free(r->own[1]);
}
