#include "contrast.h"

#include <math.h>
#include <stdbool.h>

#include "../base/num.h"
#include "../base/trig.h"

/* u becomes Rv: what is heard from the left and from the right, fading by rho
 * with every step of x; each is in both. */
static void
correlate(const double *fade, const double *v, size_t n, double *u)
{
	double right = 0;
	size_t i;

	for (i = 0; i < n; i++)
		u[i] = v[i] + (i ? fade[i] * u[i - 1] : 0);
	for (i = n; i-- > 0; right = v[i] + right) {
		right *= i + 1 < n ? fade[i + 1] : 0;
		u[i] += right;
	}
}

static double
dot(const double *a, const double *b, size_t n)
{
	double s = 0;
	size_t i;

	for (i = 0; i < n; i++)
		s += a[i] * b[i];
	return s;
}

/* fade[i] is the correlation of i with i - 1. */
static void
fade_by(double *fade, const double *x, size_t n, double rho)
{
	size_t i;

	fade[0] = 0;
	for (i = 1; i < n; i++)
		fade[i] = rho > 0 ? pl_exp((x[i] - x[i - 1]) * pl_log(rho)) :
		    0;
}

void
pl_contrast_fold(struct pl_run *r, const double *x, const double *y, size_t n,
    double rho, double *room)
{
	double *fade = room, *one = room + n, *z = one + n, *u = z + n;
	size_t i;

	*r = (struct pl_run){ .n = n };
	for (i = 0; i < n; i++) {
		r->x_mean += x[i] / (double)n;
		r->y_mean += y[i] / (double)n;
	}
	for (i = 0; i < n; i++) {
		double d = y[i] - r->y_mean;

		one[i] = 1;
		z[i] = x[i] - r->x_mean;
		r->zz += z[i] * z[i];
		r->zy += z[i] * d;
		r->yy += d * d;
	}
	fade_by(fade, x, n, rho);
	correlate(fade, one, n, u);
	r->r11 = dot(u, one, n);
	r->r1z = dot(u, z, n);
	r->rr1 = dot(u, u, n);
	correlate(fade, z, n, u);
	r->rzz = dot(u, z, n);
	r->rrz = dot(u, u, n);
	for (i = 0; i < n; i++)
		fade[i] *= fade[i];
	correlate(fade, one, n, u);
	r->rr = dot(u, one, n);
}

/* Sums over the runs of one side, or of both. */
struct side {
	size_t runs, n;
	double zz, zy, yy, rzz;
	double levels;		/* sum of 1'R1 / n */
	double ra, rb, rc;	/* of a'Ra: of levels, both, slope */
};

static struct side
side_of(const struct pl_run *r, const double *weight, size_t n, int sign)
{
	struct side s = { 0 };
	size_t i;

	for (i = 0; i < n; i++) {
		double per = weight[i] / (double)r[i].n;

		if (sign && (weight[i] < 0) != (sign < 0))
			continue;
		s.runs++;
		s.n += r[i].n;
		s.zz += r[i].zz;
		s.zy += r[i].zy;
		s.yy += r[i].yy;
		s.rzz += r[i].rzz;
		s.levels += r[i].r11 / (double)r[i].n;
		s.ra += per * per * r[i].r11;
		s.rb += per * r[i].r1z;
		s.rc += r[i].rzz;
	}
	return s;
}

/* tr((MR)^2); M is the unit matrix less projections on each run's ones and on
 * the z of all. */
static double
trace_square(const struct pl_run *r, size_t n, const struct side *all)
{
	double zz = all->zz, t = 0, along = all->rzz / zz;
	size_t i;

	for (i = 0; i < n; i++) {
		double k = (double)r[i].n, level = r[i].r11 / k;

		t += r[i].rr - 2 * (r[i].rr1 / k + r[i].rrz / zz) +
		    level * level + 2 * r[i].r1z * r[i].r1z / (k * zz);
	}
	return t + along * along;
}

/* Squares that a side leaves about its levels and the common slope, and what
 * they are on average, in units of the variance. */
static double
left(const struct side *s, const struct side *all, double *mean)
{
	double slope = all->zy / all->zz;

	*mean = (double)s->n - s->levels - 2 * s->rzz / all->zz +
	    s->zz * all->rzz / (all->zz * all->zz);
	return fmax(0, s->yy - 2 * slope * s->zy + slope * slope * s->zz);
}

/* What a variance of 1 in a side makes of that of the contrast. */
static double
share(const struct side *s, double zz, double reach)
{
	double by = reach / zz;

	return s->ra - 2 * by * s->rb + by * by * s->rc;
}

/* The scatter of levels about the mean of their side, at the same x. */
static void
by_runs(const struct pl_run *r, const double *weight, size_t n, double slope,
    struct pl_contrast *c)
{
	double mean[2] = { 0 }, count[2] = { 0 }, squares = 0;
	size_t i;
	int k;

	for (i = 0; i < n; i++) {
		k = weight[i] < 0;
		count[k]++;
		mean[k] += (r[i].y_mean - slope * r[i].x_mean - mean[k]) /
		    count[k];
	}
	if (count[0] < 2 || count[1] < 2)
		return;
	for (i = 0; i < n; i++) {
		double d = r[i].y_mean - slope * r[i].x_mean -
		    mean[weight[i] < 0];

		squares += d * d;
	}
	c->by_runs_dof = (double)n - 2;
	c->by_runs_se = sqrt(squares / c->by_runs_dof * (1 / count[0] +
	    1 / count[1]));
}

static void
by_values(const struct pl_run *r, const double *weight, size_t n,
    const struct side *all, double reach, double least, struct pl_contrast *c)
{
	double trace, square, squares, one, each = 0, mean, var;
	int sign;

	squares = left(all, all, &trace);
	square = trace_square(r, n, all);
	if (!(trace > 0 && square > 0))
		return;
	var = fmax(squares / trace, least);
	one = var * share(all, all->zz, reach);
	for (sign = -1; sign <= 1; sign += 2) {
		struct side s = side_of(r, weight, n, sign);

		if (!s.runs)
			continue;
		squares = left(&s, all, &mean);
		/* a side of single values has no scatter to tell */
		each += share(&s, all->zz, reach) * (s.n > s.runs && mean > 0 ?
		    fmax(squares / mean, least) : var);
	}
	c->se = sqrt(fmax(one, each));
	c->dof = trace * trace / square;
}

void
pl_contrast_of(const struct pl_run *r, const double *weight, size_t n,
    double step, struct pl_contrast *to)
{
	struct pl_contrast c = { PL_MISSING, PL_MISSING, 0, PL_MISSING, 0,
	    PL_MISSING };
	struct side all = side_of(r, weight, n, 0);
	double slope = all.zz > 0 ? all.zy / all.zz : 0, reach = 0;
	double least = step * step / 12, unused;
	size_t i;

	for (i = 0; i < n; i++) {
		c.value = (i ? c.value : 0) + weight[i] * r[i].y_mean;
		reach += weight[i] * r[i].x_mean;
	}
	/* a mean is where it is, and not where x is 0 */
	if (n && side_of(r, weight, n, -1).runs == 0)
		reach = 0;
	if (n)
		c.value -= slope * reach;
	by_runs(r, weight, n, slope, &c);
	if (all.n > all.runs + 1) {
		c.sd = sqrt(fmax(left(&all, &all, &unused) /
		    (double)(all.n - all.runs - 1), least));
		by_values(r, weight, n, &all, reach, least, &c);
	}
	*to = c;
}
