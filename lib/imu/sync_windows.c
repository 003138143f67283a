#include "sync_windows.h"

#include <math.h>
#include <stdlib.h>

#include "../base/cut.h"
#include "../base/mem.h"
#include "../base/num.h"
#include "../base/trig.h"
#include "../dsp/resample.h"
#include "wahba.h"

#define LEAST_R 0.6		/* a window that is less alike does not fit */
#define LEAST_SPEED (2 * PL_DEG)	/* rad/s, RMS: sway is less */
#define LEAST_SHARE 0.04	/* of the mean square of both */
#define WHOLE 0.75		/* of a window must be there */
#define FREE_HZ 2.0		/* independent samples of what is not common */
#define FLOOR_S 0.0003
enum { LAGS = 2 * PL_SYNC_REACH + 1 };

static bool
there(const struct pl_sync_pair *p, size_t row, size_t row_b)
{
	return !pl_missing(p->a->speed[row]) &&
	    !pl_missing(p->b.speed[row_b]);
}

/* The rows from..to at which both are, their rotation, and how alike they
 * are. */
static void
compare(struct pl_sync_pair *p, size_t from, size_t to)
{
	double s[3][3] = { { 0 } }, aa = 0, bb = 0, n = 0, a = 0, b = 0;
	double ab = 0, most;
	size_t i;
	int j, k;

	p->from = to;
	p->to = from;
	for (i = from; i < to; i++) {
		size_t m = i + PL_SYNC_REACH;

		if (!there(p, i, m))
			continue;
		p->from = i < p->from ? i : p->from;
		p->to = i + 1;
		for (j = 0; j < 3; j++)
			for (k = 0; k < 3; k++)
				s[j][k] += p->b.w[j][m] * p->a->w[k][i];
		a += p->a->speed[i];
		b += p->b.speed[m];
		aa += p->a->speed[i] * p->a->speed[i];
		bb += p->b.speed[m] * p->b.speed[m];
		ab += p->a->speed[i] * p->b.speed[m];
		n++;
	}
	p->both_s = n / PL_TURNING_HZ;
	p->q_ab = pl_wahba_turn((const double (*)[3])s, &most);
	p->vectors = aa > 0 && bb > 0 ? most / sqrt(aa * bb) : 0;
	aa -= a * a / n;
	bb -= b * b / n;
	p->sizes = aa > 0 && bb > 0 ? (ab - a * b / n) / sqrt(aa * bb) : 0;
}

static double
value_at(const double *x, size_t n, double row)
{
	return row >= 0 && row <= (double)(n - 1) ? pl_resample_at(x, n, row) :
	    PL_MISSING;
}

static size_t
row_of(const struct pl_turning *a, double t_s)
{
	double row = (t_s - a->from_s) * PL_TURNING_HZ + 0.5;

	return row <= 0 ? 0 : row >= (double)a->n ? a->n : (size_t)row;
}

enum pl_err
pl_sync_pair_make(struct pl_sync_pair *p, const struct pl_turning *a,
    const struct pl_turning *b, const struct pl_sync_line *l, double from_s,
    double to_s)
{
	size_t n = a->n + 2 * PL_SYNC_REACH, i;
	int c;

	*p = (struct pl_sync_pair){ .a = a, .b = { .n = n } };
	p->b.speed = pl_mem_array(n, sizeof *p->b.speed);
	for (c = 0; c < 3; c++)
		p->b.w[c] = pl_mem_array(n, sizeof *p->b.w[c]);
	if (!p->b.speed || !p->b.w[0] || !p->b.w[1] || !p->b.w[2])
		return PL_ENOMEM;
	for (i = 0; i < n; i++) {
		double t = a->from_s + ((double)i - PL_SYNC_REACH) /
		    PL_TURNING_HZ;
		double u = l->u_s + (t - l->t_s) / (1 + l->drift);
		double row = (u - b->from_s) * PL_TURNING_HZ;

		for (c = 0; c < 3; c++)
			p->b.w[c][i] = value_at(b->w[c], b->n, row);
		p->b.speed[i] = value_at(b->speed, b->n, row);
	}
	compare(p, row_of(a, from_s), row_of(a, to_s));
	return p->both_s > 0 ? PL_OK : PL_ESTATE;
}

void
pl_sync_pair_free(struct pl_sync_pair *p)
{
	pl_turning_free(&p->b);
}

/*
 * Correlation of rows from..to-1 of a with those of b that come lag later, or
 * missing.  Means are taken out, of each axis: a bias that was left would drag
 * at the ends of a window.
 */
static double
alike(const struct pl_sync_pair *p, bool vectors, size_t from, size_t to,
    int lag)
{
	const double *const size_a[] = { p->a->speed };
	const double *const size_b[] = { p->b.speed };
	const double *const *a = vectors ? (const double *const *)p->a->w :
	    size_a;
	const double *const *b = vectors ? (const double *const *)p->b.w :
	    size_b;
	double ab = 0, aa = 0, bb = 0, n = 0;
	double sa[3] = { 0 }, sb[3] = { 0 };
	int axes = vectors ? 3 : 1, c;
	size_t i;

	for (i = from; i < to; i++) {
		size_t m = i + (size_t)(PL_SYNC_REACH + lag);

		if (!there(p, i, m))
			continue;
		for (c = 0; c < axes; c++) {
			double x = a[c][i], y = b[c][m];

			ab += x * y;
			aa += x * x;
			bb += y * y;
			sa[c] += x;
			sb[c] += y;
		}
		n++;
	}
	if (n < WHOLE * (double)(to - from))
		return PL_MISSING;
	for (c = 0; c < axes; c++) {
		ab -= sa[c] * sb[c] / n;
		aa -= sa[c] * sa[c] / n;
		bb -= sb[c] * sb[c] / n;
	}
	return aa > 0 && bb > 0 ? ab / sqrt(aa * bb) : 0;
}

static void
judge(const struct pl_sync_pair *p, bool vectors, size_t from, size_t to,
    struct pl_sync_window *w)
{
	double r[LAGS], bend, top, curve, n;
	int k, best = 0;

	for (k = 0; k < LAGS; k++) {
		r[k] = alike(p, vectors, from, to, k - PL_SYNC_REACH);
		if (pl_missing(r[k])) {
			w->moves = false;
			return;
		}
		best = r[k] > r[best] ? k : best;
	}
	if (best == 0 || best == LAGS - 1 || r[best] < LEAST_R)
		return;
	bend = 2 * r[best] - r[best - 1] - r[best + 1];
	if (!(bend > 0))
		return;
	w->found = true;
	w->late_s = (best - PL_SYNC_REACH +
	    (r[best + 1] - r[best - 1]) / (2 * bend)) / PL_TURNING_HZ;
	top = fmin(r[best], 1);
	curve = bend * PL_TURNING_HZ * PL_TURNING_HZ / top;
	n = FREE_HZ * (double)(to - from) / PL_TURNING_HZ;
	w->var_s2 = (1 - top * top) / (top * top * curve * n) +
	    FLOOR_S * FLOOR_S;
}

static void
turn(struct pl_sync_pair *p)
{
	size_t i;

	for (i = 0; i < p->b.n; i++) {
		pl_vec v = pl_quat_rotate(p->q_ab, (pl_vec){ p->b.w[0][i],
		    p->b.w[1][i], p->b.w[2][i] });

		p->b.w[0][i] = v.x;
		p->b.w[1][i] = v.y;
		p->b.w[2][i] = v.z;
	}
}

void
pl_sync_windows(struct pl_sync_pair *p, bool vectors,
    struct pl_sync_window *w, size_t n)
{
	double usual = pl_turning_square(p->a, p->from, p->to);
	size_t k, from, to;

	if (vectors)
		turn(p);
	for (k = 0; k < n; k++) {
		from = p->from + pl_cut(p->to - p->from, n, k);
		to = p->from + pl_cut(p->to - p->from, n, k + 1);
		w[k] = (struct pl_sync_window){ .t_s = p->a->from_s +
		    (double)(from + to - 1) / 2 / PL_TURNING_HZ };
		w[k].moves = pl_turning_square(p->a, from, to) >
		    fmax(LEAST_SHARE * usual, LEAST_SPEED * LEAST_SPEED);
		if (w[k].moves)
			judge(p, vectors, from, to, &w[k]);
	}
}
