#include "quality.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "../base/quat.h"
#include "../base/unit.h"
#include "../dsp/stat.h"

#define WINDOW_S 0.5
#define END_S 0.1		/* for the direction of gravity */
#define NEAR 1.0		/* m/s^2 from g at the ends of a window */

enum { MOST = 300, LEAST = 8 };	/* windows in which turning is judged */
enum { FEWEST = 4 };		/* rows in a window */

/* A window of rows from..from+w-1. */
struct window {
	size_t from;
	double level, spread;	/* mean and SD of |acc| */
	double rate;		/* |mean gyr| */
	double gyr_level;	/* mean of |gyr| */
	bool near;		/* whole, and |acc| near g at both ends */
};

struct sensor {
	const double *const *acc, *const *gyr;
	double rate_hz;
	size_t w, end;		/* rows in a window, and at its ends */
	struct window *win;
	size_t wins;
};

static pl_vec
at(const double *const x[3], size_t i)
{
	return (pl_vec){ x[0][i], x[1][i], x[2][i] };
}

static pl_vec
mean(const double *const x[3], size_t from, size_t n)
{
	pl_vec sum = { 0, 0, 0 };
	size_t i;

	for (i = 0; i < n; i++)
		sum = pl_vec_add(sum, at(x, from + i));
	return pl_vec_scale(sum, 1 / (double)n);
}

static bool
near_g(pl_vec f)
{
	return fabs(pl_vec_norm(f) - PL_GRAVITY) < NEAR;
}

/* False if most of its rows are missing. */
static bool
look(const struct sensor *s, size_t from, struct window *win)
{
	double sum = 0, sum2 = 0, turning = 0, k;
	size_t i, n = 0;

	for (i = from; i < from + s->w; i++) {
		double f = pl_vec_norm(at(s->acc, i));
		double w = s->gyr ? pl_vec_norm(at(s->gyr, i)) : 0;

		if (pl_missing(f + w))
			continue;
		n++;
		sum += f;
		sum2 += f * f;
		turning += w;
	}
	if (2 * n < s->w)
		return false;
	k = 1 / (double)n;
	*win = (struct window){ .from = from, .level = sum * k,
	    .gyr_level = turning * k };
	win->spread = sqrt(fmax(0, sum2 * k - win->level * win->level));
	if (!s->gyr || n < s->w)
		return true;
	win->rate = pl_vec_norm(mean(s->gyr, from, s->w));
	win->near = near_g(mean(s->acc, from, s->end)) &&
	    near_g(mean(s->acc, from + s->w - s->end, s->end));
	return true;
}

static enum pl_err
find_windows(struct sensor *s, size_t n)
{
	size_t i;

	s->w = (size_t)floor(WINDOW_S * s->rate_hz + 0.5);
	s->end = (size_t)floor(END_S * s->rate_hz + 0.5);
	s->w = s->w < FEWEST ? FEWEST : s->w;
	s->end = s->end < 1 ? 1 : s->end;
	s->win = pl_mem_array(n / (s->w / 2) + 1, sizeof *s->win);
	if (!s->win)
		return PL_ENOMEM;
	for (i = 0; i + s->w <= n; i += s->w / 2)
		s->wins += look(s, i, &s->win[s->wins]);
	return PL_OK;
}

/* Ties by place, so that every qsort gives the same. */
static int
by_place(const struct window *a, const struct window *b)
{
	return (a->from > b->from) - (a->from < b->from);
}

static int
by_spread(const void *p, const void *q)
{
	const struct window *a = p, *b = q;
	int c = (a->spread > b->spread) - (a->spread < b->spread);

	return c ? c : by_place(a, b);
}

static int
by_turn(const void *p, const void *q)
{
	const struct window *a = p, *b = q;
	int c = (int)b->near - (int)a->near;

	c = c ? c : (a->rate < b->rate) - (a->rate > b->rate);
	return c ? c : by_place(a, b);
}

/* What |acc| and |gyr| read when |acc| varies least. */
static enum pl_err
at_rest(struct sensor *s, struct pl_quality *q)
{
	size_t quiet = s->wins / 10 + 3, i;
	double *x;

	quiet = quiet < s->wins ? quiet : s->wins;
	x = pl_mem_array(quiet, sizeof *x);
	if (!x)
		return PL_ENOMEM;
	qsort(s->win, s->wins, sizeof *s->win, by_spread);
	for (i = 0; i < quiet; i++)
		x[i] = s->win[i].level;
	q->rest_m_s2 = pl_stat_median(x, quiet);
	for (i = 0; i < quiet; i++)
		x[i] = s->win[i].gyr_level;
	q->gyr_rest = pl_stat_median(x, quiet);
	q->loud_m_s2 = s->win[s->wins - 1].level;
	free(x);
	return PL_OK;
}

/*
 * How gravity moves in the sensor over a window, seen by the accelerometer and
 * carried by the gyroscope times k: sums over windows of the squares of both
 * and of their product.  Forces of movement disturb the first and average out.
 */
struct sums { double seen, carried, both; };

static void
add_turn(const struct sensor *s, const struct window *win, double k,
    struct sums *sum)
{
	size_t i, half = s->end / 2, to = win->from + s->w - s->end + half;
	pl_vec a = pl_vec_unit(mean(s->acc, win->from, s->end)), b, c;
	pl_quat q = PL_QUAT_ONE;	/* sensor now to sensor at the start */

	/* from the middle of one end to the middle of the other */
	for (i = win->from + half; i < to; i++) {
		pl_vec w = pl_vec_add(at(s->gyr, i), at(s->gyr, i + 1));

		q = pl_quat_mul(q, pl_quat_exp(pl_vec_scale(w, 0.5 * k /
		    s->rate_hz)));
	}
	b = pl_vec_unit(mean(s->acc, win->from + s->w - s->end, s->end));
	b = pl_vec_sub(b, a);
	c = pl_vec_sub(pl_quat_rotate(pl_quat_conj(q), a), a);
	sum->seen += pl_vec_dot(b, b);
	sum->carried += pl_vec_dot(c, c);
	sum->both += pl_vec_dot(b, c);
}

static double
alike(const struct sums *t)
{
	return t->seen > 0 && t->carried > 0 ?
	    t->both / sqrt(t->seen * t->carried) : 0;
}

/* Over the first n windows, with the gyroscope's numbers times k.  Windows
 * overlap by half and have two directions across gravity, so n of them make n
 * independent numbers. */
static struct pl_turning
turn(const struct sensor *s, size_t n, double k)
{
	struct sums sum = { 0 };
	struct pl_turning t;
	size_t i;

	for (i = 0; i < n; i++)
		add_turn(s, &s->win[i], k, &sum);
	t.ratio = sqrt(sum.carried / sum.seen);
	t.alike = alike(&sum);
	t.carried = sqrt(sum.carried / (double)n);
	t.slope = t.alike / t.ratio;
	t.slope_se = sqrt((1 - t.alike * t.alike) / (double)n) / t.ratio;
	return t;
}

/* The windows that turn most, of those that can tell. */
static enum pl_err
turning(struct sensor *s, struct pl_quality *q)
{
	double *x = pl_mem_array(s->wins, sizeof *x);
	size_t n = 0, i;

	if (!x)
		return PL_ENOMEM;
	for (i = 0; i < s->wins; i++)
		x[i] = s->win[i].gyr_level;
	q->gyr_fast = pl_stat_quantile(x, s->wins, 0.99);
	free(x);
	qsort(s->win, s->wins, sizeof *s->win, by_turn);
	while (n < s->wins && n < MOST && s->win[n].near)
		n++;
	if (n < LEAST)
		return PL_OK;
	q->windows = n;
	q->rad = turn(s, n, 1);
	q->deg = turn(s, n, PL_DEG);
	return PL_OK;
}

enum pl_err
pl_quality_measure(const double *const acc[3], const double *const gyr[3],
    size_t n, double rate_hz, struct pl_quality *q)
{
	struct sensor s = { .acc = acc, .gyr = gyr, .rate_hz = rate_hz };
	enum pl_err err;

	*q = (struct pl_quality){ .rest_m_s2 = PL_MISSING,
	    .gyr_fast = PL_MISSING };
	err = find_windows(&s, n);
	if (!err && s.wins)
		err = at_rest(&s, q);
	if (!err && s.wins && gyr)
		err = turning(&s, q);
	free(s.win);
	return err;
}
