/* contrasts: by hand, by whole matrices, and how often an interval is right */
#include <math.h>
#include <string.h>

#include "../lib/base/num.h"
#include "../lib/base/random.h"
#include "../lib/dsp/contrast.h"
#include "../lib/dsp/student.h"
#include "tap.h"

enum { MOST = 24, RUNS = 4 };

static struct pl_random chance;

static bool
near(double got, double want)
{
	if (fabs(got - want) <= 1e-9 * (1 + fabs(want)))
		return true;
	printf("# %.15g, not %.15g\n", got, want);
	return false;
}

/* Runs of n[] values, of a line with neighbours that correlate by rho. */
struct data {
	double x[MOST], y[MOST];
	size_t run[MOST], n;
};

static void
draw(struct data *d, const size_t *n, size_t runs, double rho, double slope,
    double sd)
{
	size_t k, i;

	d->n = 0;
	for (k = 0; k < runs; k++) {
		double e = 0, x = 0, step = 0;

		for (i = 0; i < n[k]; i++, d->n++) {
			double r = i ? pow(rho, step) : 0;

			e = r * e + sqrt(1 - r * r) *
			    pl_random_normal(&chance);
			d->x[d->n] = x;
			d->y[d->n] = slope * x + sd * e;
			d->run[d->n] = k;
			step = 1;
			x += step;
		}
	}
}

static struct pl_contrast
contrast(const struct data *d, const double *w, size_t runs, double rho)
{
	struct pl_run r[RUNS];
	struct pl_contrast c;
	double room[4 * MOST];
	size_t k, i = 0, n;

	for (k = 0; k < runs; k++, i += n) {
		for (n = 0; i + n < d->n && d->run[i + n] == k; n++)
			;
		pl_contrast_fold(&r[k], d->x + i, d->y + i, n, rho, room);
	}
	pl_contrast_of(r, w, runs, 0, &c);
	return c;
}

static void
times(double (*a)[MOST], double (*b)[MOST], size_t n, double (*to)[MOST])
{
	size_t i, j, k;

	for (i = 0; i < n; i++)
		for (j = 0; j < n; j++)
			for (to[i][j] = 0, k = 0; k < n; k++)
				to[i][j] += a[i][k] * b[k][j];
}

/* The same of sides of one variance by matrices as they are written. */
static struct pl_contrast
whole(const struct data *d, const double *w, size_t runs, double rho)
{
	static double r[MOST][MOST], m[MOST][MOST], mr[MOST][MOST],
	    sq[MOST][MOST];
	struct pl_contrast c = { 0 };
	double x[RUNS] = { 0 }, k[RUNS] = { 0 }, a[MOST], zz = 0, reach = 0;
	double trace = 0, trace2 = 0, left = 0, var = 0;
	size_t i, j;

	for (i = 0; i < d->n; i++)
		k[d->run[i]]++;
	for (i = 0; i < d->n; i++)
		x[d->run[i]] += d->x[i] / k[d->run[i]];
	for (i = 0; i < d->n; i++)
		zz += (d->x[i] - x[d->run[i]]) * (d->x[i] - x[d->run[i]]);
	for (i = 0; i < runs; i++)
		reach += w[i] * x[i];
	for (i = 0; i < d->n; i++) {
		double zi = d->x[i] - x[d->run[i]];

		a[i] = w[d->run[i]] / k[d->run[i]] - reach * zi / zz;
		c.value += a[i] * d->y[i];
		for (j = 0; j < d->n; j++) {
			bool same = d->run[i] == d->run[j];

			r[i][j] = same ? pow(rho, fabs(d->x[i] - d->x[j])) : 0;
			m[i][j] = (i == j) - (same ? 1 / k[d->run[i]] : 0) -
			    zi * (d->x[j] - x[d->run[j]]) / zz;
		}
	}
	times(m, r, d->n, mr);
	times(mr, mr, d->n, sq);
	for (i = 0; i < d->n; i++) {
		trace += mr[i][i];
		trace2 += sq[i][i];
		for (j = 0; j < d->n; j++) {
			left += d->y[i] * m[i][j] * d->y[j];
			var += a[i] * r[i][j] * a[j];
		}
	}
	c.dof = trace * trace / trace2;
	c.se = sqrt(left / trace * var);
	c.sd = sqrt(left / (double)(d->n - runs - 1));
	return c;
}

static void
by_matrices(void)
{
	static const size_t n[][RUNS] = { { 3, 3 }, { 5, 5 }, { 8, 8 },
		{ 2, 7, 4, 5 }, { 6, 3, 1, 9 } };
	static const double w[][RUNS] = { { -1, 1 }, { -1, 1 }, { -1, 1 },
		{ -.5, -.5, .5, .5 }, { -1, .4, .3, .3 } };
	bool good = true;
	size_t i;
	int k;

	for (i = 0; i < 5; i++)
		for (k = 0; k < 4; k++) {
			size_t runs = i < 3 ? 2 : 4;
			struct pl_contrast c, m;
			struct data d;

			draw(&d, n[i], runs, .4, .7, 2);
			c = contrast(&d, w[i], runs, .2 * k);
			m = whole(&d, w[i], runs, .2 * k);
			good &= near(c.value, m.value) && near(c.dof, m.dof) &&
			    near(c.sd, m.sd);
			/* the greater of two variances, where sides differ */
			good &= i < 3 ? near(c.se, m.se) : c.se >= m.se - 1e-12;
		}
	ok(good, "what is folded into sums is what matrices have");
}

static void
by_hand(void)
{
	/* squares of y about its means 14/3 and 8/3, products 3 and 2,
	 * squares of x 4 in all: what is left is their sum less 5^2 / 4 */
	struct data d = { { 0, 1, 2, 0, 1, 2 }, { 1, 2, 4, 4, 6, 6 },
	    { 0, 0, 0, 1, 1, 1 }, 6 };
	struct data late = { { 0, 1, 2, 3, 4, 5 }, { 1, 2, 3, 8, 9, 10 },
	    { 0, 0, 0, 1, 1, 1 }, 6 };
	double w[] = { -1, 1 }, mean[] = { .5, .5 }, two[] = { -1, 1 };
	struct pl_contrast c = contrast(&d, w, 2, 0);
	double left = 14. / 3 + 8. / 3 - 25. / 4;

	ok(near(c.value, 3) && near(c.dof, 3) && near(c.sd, sqrt(left / 3)) &&
	    near(c.se, sqrt(left / 3 * 2 / 3)),
	    "without correlation it is the covariance analysis of textbooks");
	ok(near(contrast(&d, mean, 2, 0).value, 23. / 6),
	    "weights that add up to 1 give a mean where it is");
	ok(near(contrast(&late, w, 2, .3).value, 4),
	    "a run further up the slope is compared at the same place");
	d.n = 2;
	d.run[1] = 1;
	c = contrast(&d, two, 2, .3);
	ok(near(c.value, 1) && c.dof == 0 && pl_missing(c.se) &&
	    pl_missing(c.sd), "one value each has no scatter");
}

static void
rounded(void)
{
	double x[] = { 0, 1, 2, 3 }, y[] = { 2, 2, 2, 2 }, room[16];
	double w[] = { -1, 1 };
	struct pl_contrast c;
	struct pl_run r[2];

	pl_contrast_fold(&r[0], x, y, 4, 0, room);
	pl_contrast_fold(&r[1], x, y, 4, 0, room);
	pl_contrast_of(r, w, 2, .1, &c);
	ok(near(c.value, 0) && near(c.sd, .1 / sqrt(12)) &&
	    near(c.se, c.sd * sqrt(.5)), "rounding is scatter, too");
	pl_contrast_of(r, w, 0, .1, &c);
	ok(pl_missing(c.value) && c.dof == 0, "no run, no contrast");
}

/* Of how many per cent of trials the interval has the truth in it. */
static double
coverage(const size_t *n, size_t runs, const double *w, double rho,
    double guess, double ratio)
{
	enum { TRIALS = 2000 };
	size_t i;
	int k, hits = 0;

	for (k = 0; k < TRIALS; k++) {
		struct pl_contrast c;
		struct data d;

		draw(&d, n, runs, rho, .4, 1);
		for (i = 0; i < d.n; i++)	/* the other side scatters so */
			if (w[d.run[i]] > 0)
				d.y[i] = .4 * d.x[i] + ratio *
				    (d.y[i] - .4 * d.x[i]);
		c = contrast(&d, w, runs, guess);
		hits += fabs(c.value) <= c.se *
		    pl_student_within(.95, c.dof);
	}
	return 100. * hits / TRIALS;
}

/* 2000 trials at 95 % scatter by 0.5 %. */
static void
covers(void)
{
	static const size_t n[][2] = { { 3, 3 }, { 5, 5 }, { 8, 8 }, { 3, 8 } };
	static const double w[] = { -1, 1 };
	double least = 100, worst = 100, same = 100, ratio = 100;
	size_t i;
	int k;

	for (i = 0; i < 4; i++) {
		printf("# %zu and %zu, rho 0 to .5, taken for .3:", n[i][0],
		    n[i][1]);
		for (k = 0; k <= 5; k++) {
			double c = coverage(n[i], 2, w, .1 * k, .3, 1);

			printf(" %.1f", c);
			if (k <= 3)
				least = fmin(least, c);
			worst = fmin(worst, c);
			if (k == 5)
				same = fmin(same, coverage(n[i], 2, w, .5, .5,
				    1));
		}
		puts(" %");
	}
	ok(least > 93.5, "an interval holds its level up to the rho that it "
	    "is told: %.1f %%", least);
	ok(same > 93.5, "whatever that is: %.1f %%", same);
	ok(worst > 86, "and loses it slowly beyond: %.1f %% at .5", worst);
	for (k = 1; k <= 3; k += 2)
		ratio = fmin(ratio, coverage(n[3], 2, w, .3, .3, k));
	ratio = fmin(ratio, coverage(n[3], 2, w, .3, .3, 1. / 3));
	printf("# 3 and 8, one side scattering three times as much: %.1f %%\n",
	    ratio);
	ok(ratio > 88, "a small side may scatter more");
}

static void
of_runs(void)
{
	static const double w[] = { -.5, -.5, .5, .5 };
	static const size_t n[] = { 4, 4, 4, 4 };
	enum { TRIALS = 2000 };
	int k, hits = 0, plain = 0;

	for (k = 0; k < TRIALS; k++) {
		struct pl_contrast c;
		struct data d;
		size_t i;
		double level[RUNS];

		for (i = 0; i < RUNS; i++)
			level[i] = 2 * pl_random_normal(&chance);
		draw(&d, n, 4, .3, .4, 1);
		for (i = 0; i < d.n; i++)
			d.y[i] += level[d.run[i]];
		c = contrast(&d, w, 4, .3);
		hits += fabs(c.value) <= c.by_runs_se *
		    pl_student_within(.95, c.by_runs_dof);
		plain += fabs(c.value) <= c.se * pl_student_within(.95, c.dof);
	}
	printf("# runs that differ by themselves: %.1f %% by runs, %.1f %% by "
	    "values\n", 100. * hits / TRIALS, 100. * plain / TRIALS);
	ok(hits > .935 * TRIALS && plain < .8 * TRIALS,
	    "where runs differ among themselves, they are what counts");
}

int
main(void)
{
	pl_random_seed(&chance, 5, 0);
	by_hand();
	by_matrices();
	rounded();
	covers();
	of_runs();
	return done();
}
