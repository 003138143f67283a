#include "calibrate.h"

#include <stdlib.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "../base/trig.h"
#include "../dsp/stat.h"

enum pl_err
pl_calibrate_bias(const double *const gyr[3], const unsigned char *rest,
    size_t n, double rate_hz, double bias[3])
{
	double s[3] = { 0 };
	size_t i, k = 0;
	int c;

	for (i = 0; i < n; i++)
		if (rest[i]) {
			for (c = 0; c < 3; c++)
				s[c] += gyr[c][i];
			k++;
		}
	if ((double)k < rate_hz)
		return PL_ESTATE;
	for (c = 0; c < 3; c++)
		bias[c] = s[c] / (double)k;
	return PL_OK;
}

#define WINDOW_S 0.5
#define AROUND_S 1.5		/* where pushes are looked for, either side */
#define STRETCH_S 2.0		/* the most that one stretch of rest counts */

/* Sizes at which a window weighs a quarter of a still one: people who stand
 * under a bar move so much. */
#define FORCE_SD 0.25			/* m/s^2 */
#define RATE_SD (3 * PL_DEG)		/* rad/s */
#define RATE_OFF (5 * PL_DEG)		/* rad/s */

/* A window a tenth of a second: its direction, unrest and weight. */
struct window { pl_vec dir; double unrest, weight; };

struct quiet {
	size_t n, w, hop, windows;
	double *x, *mean[7], *var[7];	/* acc, gyr, |f| */
	struct window *win;
};

static void
quiet_free(struct quiet *q)
{
	int i;

	for (i = 0; i < 7; i++) {
		free(q->mean[i]);
		free(q->var[i]);
	}
	free(q->x);
	free(q->win);
}

static enum pl_err
quiet_make(struct quiet *q, const double *const acc[3],
    const double *const gyr[3], size_t n, double rate_hz)
{
	enum pl_err err = PL_OK;
	size_t j;
	int i;

	q->n = n;
	q->w = (size_t)(WINDOW_S * rate_hz + 0.5);
	if (q->w < 3)
		q->w = 3;
	q->hop = (q->w + 4) / 5;
	if (n < q->w)
		return PL_ESTATE;
	q->windows = (n - q->w) / q->hop + 1;
	q->x = pl_mem_array(n, sizeof *q->x);
	q->win = pl_mem_array(q->windows, sizeof *q->win);
	if (!q->x || !q->win)
		return PL_ENOMEM;
	for (j = 0; j < n; j++)
		q->x[j] = pl_vec_norm((pl_vec){ acc[0][j], acc[1][j],
		    acc[2][j] });
	for (i = 0; i < 7 && !err; i++) {
		q->mean[i] = pl_mem_array(n, sizeof(double));
		q->var[i] = pl_mem_array(n, sizeof(double));
		if (!q->mean[i] || !q->var[i])
			return PL_ENOMEM;
		if (!gyr && i >= 3 && i < 6)
			continue;	/* it does not turn */
		err = pl_stat_running(i < 3 ? acc[i] : i < 6 ? gyr[i - 3] :
		    q->x, n, q->w, q->mean[i], q->var[i]);
		for (j = 0; j + q->w <= n; j++)
			q->var[i][j] *= q->var[i][j];
	}
	return err;
}

/* Unrest of the window at row j: 0 when still, 1 where it begins to matter. */
static double
unrest(const struct quiet *q, size_t j, const double bias[3])
{
	double f = 0, g = 0, off = 0, d;
	int i;

	for (i = 0; i < 3; i++) {
		f += q->var[i][j];
		g += q->var[i + 3][j];
		d = q->mean[i + 3][j] - bias[i];
		off += d * d;
	}
	return f / (FORCE_SD * FORCE_SD) + g / (RATE_SD * RATE_SD) +
	    off / (RATE_OFF * RATE_OFF);
}

/* Mean of |f| within AROUND_S of window k, less its usual size: above 0 about
 * the bottom of a squat, below 0 about the top, m/s^2. */
static double
push(const struct quiet *q, size_t k, double level)
{
	size_t reach = (size_t)(AROUND_S / WINDOW_S * 5 + 0.5), i, m = 0;
	size_t from = k > reach ? k - reach : 0;
	size_t to = k + reach < q->windows ? k + reach : q->windows - 1;
	double s = 0;

	for (i = from; i <= to; i++)
		if (!pl_missing(q->mean[6][i * q->hop])) {
			s += q->mean[6][i * q->hop] - level;
			m++;
		}
	return m ? s / (double)m : 0;
}

static void
weigh(struct quiet *q)
{
	double bias[3], level, p;
	size_t k, i, run;
	int c;

	for (c = 0; c < 4; c++) {
		for (k = 0; k < q->windows; k++)
			q->x[k] = q->mean[c + 3][k * q->hop];
		p = pl_stat_median(q->x, q->windows);
		if (c < 3)
			bias[c] = p;
		else
			level = p;
	}
	for (k = 0; k < q->windows; k++) {
		size_t j = k * q->hop;
		struct window *w = &q->win[k];

		if (pl_missing(q->mean[6][j]) || pl_missing(q->mean[3][j]))
			continue;
		w->unrest = unrest(q, j, bias);
		w->dir = pl_vec_unit((pl_vec){ q->mean[0][j], q->mean[1][j],
		    q->mean[2][j] });
		p = 0.5 - push(q, k, level) / 0.2;
		p = p < 0.05 ? 0.05 : p > 1 ? 1 : p;
		w->weight = p / ((1 + w->unrest) * (1 + w->unrest));
	}
	for (k = 0; k < q->windows; k = run + 1) {
		double most = STRETCH_S / WINDOW_S * 5, len;

		for (run = k; run < q->windows && q->win[run].weight > 0 &&
		    q->win[run].unrest < 1; run++)
			;
		len = (double)(run - k);
		for (i = k; len > most && i < run; i++)
			q->win[i].weight *= most / len;
	}
}

/* One step of Weiszfeld's iteration towards the geometric median. */
static pl_vec
step(const struct quiet *q, pl_vec at)
{
	pl_vec s = { 0, 0, 0 };
	size_t k;

	for (k = 0; k < q->windows; k++) {
		const struct window *w = &q->win[k];
		double d = pl_vec_norm(pl_vec_sub(w->dir, at));

		s = pl_vec_add(s, pl_vec_scale(w->dir, w->weight /
		    (d > 0.01 ? d : 0.01)));	/* 0.6 deg: sway */
	}
	return pl_vec_norm(s) > 0 ? pl_vec_unit(s) : at;
}

enum pl_err
pl_calibrate_upright(const double *const acc[3], const double *const gyr[3],
    size_t n, double rate_hz, struct pl_upright *u)
{
	struct quiet q = { 0 };
	double total = 0, most = 0, spread = 0, quiet = 0;
	pl_vec at = { 0, 0, 0 };
	enum pl_err err;
	size_t k;
	int i;

	err = quiet_make(&q, acc, gyr, n, rate_hz);
	if (!err) {
		weigh(&q);
		for (k = 0; k < q.windows; k++) {
			total += q.win[k].weight;
			quiet += q.win[k].weight > 0 && q.win[k].unrest < 1;
			if (q.win[k].weight > most) {
				most = q.win[k].weight;
				at = q.win[k].dir;
			}
		}
		if (!(total > 0))
			err = PL_ESTATE;
	}
	if (!err) {
		for (i = 0; i < 60; i++)
			at = step(&q, at);
		for (k = 0; k < q.windows; k++) {
			double d = pl_vec_norm(pl_vec_sub(q.win[k].dir, at));

			spread += q.win[k].weight * (d < 0.5 ? d * d : 0.25);
		}
		u->up = at;
		u->quiet_s = quiet * (double)q.hop / rate_hz;
		u->sd_rad = sqrt(spread / total);
	}
	quiet_free(&q);
	return err;
}
