#include "sync_line.h"

#include <math.h>

#include "../dsp/stat.h"

#define BISQUARE 4.685		/* 95 % as good as the mean, if all is normal */
#define MAD 1.4826		/* SD of a normal over its median deviation */
#define BELIEVED 4.0		/* windows that scatter as they claim */
#define MOST_S 1.0
enum { ROUNDS = 30, LEVEL = 4, HALVES = 40 };

double
pl_sync_off(const struct pl_sync_window *w, const struct pl_sync_fit *f)
{
	return w->late_s - f->late_s - f->slope * (w->t_s - f->t_s);
}

bool
pl_sync_agrees(const struct pl_sync_window *w, const struct pl_sync_fit *f)
{
	return w->found && fabs(pl_sync_off(w, f)) < PL_SYNC_NEAR_S;
}

/* SD of a window, and of all of them besides, both squared. */
static double
variance(const struct pl_sync_window *w, double more_s2)
{
	return w->var_s2 + more_s2;
}

/* How far windows lie off, in SD: 1 if they scatter as that says; z is
 * spent. */
static double
scale_of(const struct pl_sync_window *w, size_t n, const struct pl_sync_fit *f,
    double more_s2, double *z)
{
	size_t i, k = 0;

	for (i = 0; i < n; i++)
		if (w[i].found)
			z[k++] = fabs(pl_sync_off(&w[i], f)) /
			    sqrt(variance(&w[i], more_s2));
	return MAD * pl_stat_median(z, k);
}

/* What all windows have more than they claim, so that they scatter as they
 * should: by halving what is left. */
static double
find_more(const struct pl_sync_window *w, size_t n,
    const struct pl_sync_fit *f, double *z)
{
	double lo = 0, hi = MOST_S * MOST_S, mid;
	int i;

	if (scale_of(w, n, f, 0, z) <= 1)
		return 0;
	for (i = 0; i < HALVES; i++) {
		mid = (lo + hi) / 2;
		if (scale_of(w, n, f, mid, z) > 1)
			lo = mid;
		else
			hi = mid;
	}
	return hi;
}

static double
weight(const struct pl_sync_window *w, const struct pl_sync_fit *f,
    double more_s2)
{
	double v = variance(w, more_s2), d = pl_sync_off(w, f);
	double z2 = d * d / (v * BISQUARE * BISQUARE);

	return !w->found || z2 >= 1 ? 0 : (1 - z2) * (1 - z2) / v;
}

/* A step of least squares. */
static void
step(const struct pl_sync_window *w, size_t n, bool sloped, double more_s2,
    struct pl_sync_fit *f)
{
	double sum = 0, t = 0, late = 0, tt = 0, tl = 0, k;
	struct pl_sync_fit last = *f;
	size_t i;

	for (i = 0; i < n; i++) {
		k = weight(&w[i], &last, more_s2);
		sum += k;
		t += k * w[i].t_s;
		late += k * w[i].late_s;
	}
	f->t_s = t / sum;
	f->late_s = late / sum;
	for (i = 0; i < n; i++) {
		double d = w[i].t_s - f->t_s;

		k = weight(&w[i], &last, more_s2);
		tt += k * d * d;
		tl += k * d * (w[i].late_s - f->late_s);
	}
	f->slope = sloped && tt > 0 ? tl / tt : 0;
	f->late_sd_s = 1 / sqrt(sum);
	f->slope_sd = sloped && tt > 0 ? 1 / sqrt(tt) : 0;
}

/* The SDs, by how the windows scatter; those far off count as 3 SD. */
static void
finish(const struct pl_sync_window *w, size_t n, double more_s2,
    struct pl_sync_fit *f)
{
	double sum = BELIEVED, free = BELIEVED - (f->slope_sd > 0 ? 2 : 1);
	size_t i;

	for (i = 0; i < n; i++) {
		double d = pl_sync_off(&w[i], f);

		f->moving += w[i].moves;
		if (!w[i].found)
			continue;
		f->found++;
		f->agree += pl_sync_agrees(&w[i], f);
		sum += fmin(d * d / variance(&w[i], more_s2), 9);
		free++;
	}
	f->late_sd_s *= sqrt(sum / free);
	f->slope_sd *= sqrt(sum / free);
}

enum pl_err
pl_sync_line_fit(const struct pl_sync_window *w, size_t n, bool sloped,
    double *z, struct pl_sync_fit *f)
{
	struct pl_sync_fit made = { .moving = 0 };
	size_t i, k = 0;
	double more_s2 = 0;
	int round;

	for (i = 0; i < n; i++)
		if (w[i].found)
			z[k++] = w[i].late_s;
	if (k < (sloped ? 3 : 2))
		return PL_ESHORT;
	made.late_s = pl_stat_median(z, k);
	/* the level first: a few that are far off would tilt a line */
	for (round = 0; round < ROUNDS; round++) {
		more_s2 = find_more(w, n, &made, z);
		step(w, n, sloped && round >= LEVEL, more_s2, &made);
	}
	finish(w, n, more_s2, &made);
	*f = made;
	return PL_OK;
}
