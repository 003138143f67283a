#include "measure.h"

#include <math.h>
#include <stdlib.h>

#include "../../base/mem.h"
#include "../../base/trig.h"
#include "../segment/hinge.h"

#define RATE_S 0.1		/* a rate of lean is over this */

static double
at(const struct pl_ask *a, size_t row)
{
	return a->x[row];
}

static double
seconds(const struct pl_ask *a, size_t from, size_t to)
{
	return a->f->t_s[to] - a->f->t_s[from];
}

/* Can it be known that something begins or ends at this row? */
static int
seen(const struct pl_ask *a, size_t row)
{
	const double *vel = a->f->vel;
	size_t last = a->f->in->rows - 1;

	return !vel || !(pl_missing(vel[row]) ||
	    pl_missing(vel[row ? row - 1 : row]) ||
	    pl_missing(vel[row < last ? row + 1 : row]));
}

/* Seconds between two such rows. */
static double
between(const struct pl_ask *a, size_t from, size_t to)
{
	return seen(a, from) && seen(a, to) ? seconds(a, from, to) :
	    PL_MISSING;
}

double
pl_measure_start_s(const struct pl_ask *a)
{
	return a->f->t_s[a->r->start];
}

double
pl_measure_end_s(const struct pl_ask *a)
{
	return a->f->t_s[a->r->end];
}

double
pl_measure_bottom_s(const struct pl_ask *a)
{
	return seen(a, a->r->mid) ? a->f->t_s[a->r->mid] : PL_MISSING;
}

double
pl_measure_at_start(const struct pl_ask *a)
{
	return at(a, a->r->start);
}

double
pl_measure_at_bottom(const struct pl_ask *a)
{
	return at(a, a->r->mid);
}

double
pl_measure_ecc_s(const struct pl_ask *a)
{
	return between(a, a->r->ecc, a->r->low);
}

double
pl_measure_bottom_pause_s(const struct pl_ask *a)
{
	return between(a, a->r->low, a->r->rise);
}

double
pl_measure_con_s(const struct pl_ask *a)
{
	return between(a, a->r->rise, a->r->top);
}

/* The repetition before, or NULL. */
static const struct pl_rows *
one_before(const struct pl_fold *f, size_t i)
{
	while (i-- > 0)
		if (f->cand[i].phases)
			return &f->cand[i];
	return NULL;
}

/* How long before the i-th candidate's descent the trunk begins to lean, by a
 * column of lean in degrees. */
static double
hinge(const struct pl_ask *a, const double *lean, size_t i)
{
	const struct pl_rows *r = &a->f->cand[i], *last = one_before(a->f, i);
	size_t w = (size_t)(RATE_S / 2 * a->f->rate_hz + 0.5), n, k;
	size_t most = (size_t)(PL_HINGE_S * a->f->rate_hz + 0.5) + 1;
	size_t from = r->ecc > most ? r->ecc - most : 0;
	double *rate, before;

	w = w ? w : 1;
	from = last && last->top > from ? last->top : from;
	n = r->low - from + 1;
	rate = pl_mem_array(n, sizeof *rate);
	if (!rate) {
		*a->err = PL_ENOMEM;
		return PL_MISSING;
	}
	for (k = 0; k < n; k++) {
		size_t at = from + k, x = at > w ? at - w : 0;
		size_t y = at + w < a->f->in->rows ? at + w :
		    a->f->in->rows - 1;

		rate[k] = PL_DEG * (lean[y] - lean[x]) / seconds(a, x, y);
	}
	before = floor((double)(r->ecc - from) - pl_hinge_begin(rate, 0,
	    r->ecc - from, n - 1, a->f->rate_hz) + 0.5);
	for (k = 0; k < r->ecc - from; k++)
		if (pl_missing(rate[k]))
			before = PL_MISSING;
	free(rate);
	return before / a->f->rate_hz;
}

double
pl_measure_hinge_s(const struct pl_ask *a)
{
	return seen(a, a->r->ecc) ? hinge(a, a->x, a->i) : PL_MISSING;
}

/* Until the next of the set that counts hinges, or sinks. */
double
pl_measure_top_pause_s(const struct pl_ask *a)
{
	const double *set = pl_table_get(a->f->in, "set");
	const double *lean = pl_table_get(a->f->in, "lean_deg");
	double pause;
	size_t k;

	for (k = a->i + 1; k < a->f->n && !a->f->cand[k].phases; k++)
		;
	if (k == a->f->n || (set && set[a->f->cand[k].start] !=
	    set[a->r->start]))
		return PL_MISSING;
	pause = between(a, a->r->top, a->f->cand[k].ecc);
	if (lean)
		pause -= hinge(a, lean, k);
	return pause < 0 ? 0 : pause;
}

double
pl_measure_depth_m(const struct pl_ask *a)
{
	double low = at(a, a->r->ecc);
	size_t i;

	for (i = a->r->ecc; i <= a->r->top; i++) {
		if (pl_missing(a->x[i]))
			return PL_MISSING;
		low = a->x[i] < low ? a->x[i] : low;
	}
	return (at(a, a->r->ecc) + at(a, a->r->top)) / 2 - low;
}

/* The row of the maximum between two rows; from - 1 if one is missing. */
static size_t
highest(const struct pl_ask *a, size_t from, size_t to)
{
	size_t i, best = from;

	for (i = from; i <= to; i++) {
		if (pl_missing(a->x[i]))
			return from - 1;
		if (a->x[i] > a->x[best])
			best = i;
	}
	return best;
}

double
pl_measure_peak(const struct pl_ask *a)
{
	size_t i = highest(a, a->r->start, a->r->end);

	return i + 1 == a->r->start ? PL_MISSING : a->x[i];
}

double
pl_measure_peak_t(const struct pl_ask *a)
{
	size_t i = highest(a, a->r->start, a->r->end);

	return i + 1 == a->r->start ? PL_MISSING : a->f->t_s[i];
}

double
pl_measure_at_lean_max(const struct pl_ask *a)
{
	const double *lean = pl_table_get(a->f->in, "lean_deg");
	double most = -INFINITY, found = PL_MISSING;
	size_t i;

	for (i = a->r->start; lean && i <= a->r->end; i++) {
		if (pl_missing(a->x[i]))
			return PL_MISSING;
		/* a bridge is nowhere higher than its ends */
		if (lean[i] > most) {
			most = lean[i];
			found = a->x[i];
		}
	}
	return found;
}

double
pl_measure_peak_con(const struct pl_ask *a)
{
	size_t i = highest(a, a->r->rise, a->r->top);

	return i + 1 == a->r->rise ? PL_MISSING : a->x[i];
}

double
pl_measure_peak_ecc(const struct pl_ask *a)
{
	double top = 0;
	size_t i;

	for (i = a->r->ecc; i <= a->r->low; i++) {
		if (pl_missing(a->x[i]))
			return PL_MISSING;
		top = -a->x[i] > top ? -a->x[i] : top;
	}
	return top;
}

double
pl_measure_range(const struct pl_ask *a)
{
	size_t from = a->r->start, to = a->r->end, i;
	double slope, lo = 0, hi = 0;

	if (from == to)
		return PL_MISSING;
	slope = (at(a, to) - at(a, from)) / seconds(a, from, to);
	for (i = from; i <= to; i++) {
		double d = at(a, i) - at(a, from) - slope * seconds(a, from, i);

		if (pl_missing(d))
			return PL_MISSING;
		lo = d < lo ? d : lo;
		hi = d > hi ? d : hi;
	}
	return hi - lo;
}

/* Integral of x, or of its positive part, by the trapezoidal rule. */
static double
integral(const struct pl_ask *a, size_t from, size_t to, int positive)
{
	double s = a->x[from] - a->x[from];	/* 0, or missing */
	size_t i;

	for (i = from; i < to; i++) {
		double x = a->x[i], y = a->x[i + 1];

		if (positive) {
			x = x < 0 ? 0 : x;
			y = y < 0 ? 0 : y;
		}
		s += (x + y) / 2 * seconds(a, i, i + 1);
	}
	return s;
}

double
pl_measure_mean(const struct pl_ask *a)
{
	double s = seconds(a, a->r->start, a->r->end);

	return s > 0 ? integral(a, a->r->start, a->r->end, 0) / s :
	    PL_MISSING;
}

double
pl_measure_mean_con(const struct pl_ask *a)
{
	double s = seconds(a, a->r->rise, a->r->top);

	return s > 0 ? integral(a, a->r->rise, a->r->top, 0) / s : PL_MISSING;
}

double
pl_measure_integral(const struct pl_ask *a)
{
	return integral(a, a->r->start, a->r->end, 0);
}

double
pl_measure_impulse(const struct pl_ask *a)
{
	return integral(a, a->r->start, a->r->end, 1);
}

double
pl_measure_impulse_ecc(const struct pl_ask *a)
{
	return integral(a, a->r->ecc, a->r->low, 1);
}

double
pl_measure_impulse_pause(const struct pl_ask *a)
{
	return integral(a, a->r->low, a->r->rise, 1);
}

double
pl_measure_impulse_con(const struct pl_ask *a)
{
	return integral(a, a->r->rise, a->r->top, 1);
}

double
pl_measure_impulse2(const struct pl_ask *a)
{
	double s = 0;
	size_t i;

	for (i = a->r->start; i < a->r->end; i++) {
		double x = a->x[i], y = a->x[i + 1];

		x = x < 0 ? 0 : x;
		y = y < 0 ? 0 : y;
		s += (x * x + y * y) / 2 * seconds(a, i, i + 1);
	}
	return s;
}

double
pl_measure_rise(const struct pl_ask *a)
{
	return pl_measure_peak(a) - at(a, a->r->start);
}
