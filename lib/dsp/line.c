#include "line.h"

#include <math.h>

#include "student.h"

enum pl_err
pl_line_fit(struct pl_line *to, const double *x, const double *y, size_t n)
{
	struct pl_line l = { .n = n };
	double xy = 0, yy = 0, left = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		l.x_mean += x[i] / (double)n;
		l.y_mean += y[i] / (double)n;
	}
	for (i = 0; i < n; i++) {
		double dx = x[i] - l.x_mean, dy = y[i] - l.y_mean;

		l.xx += dx * dx;
		xy += dx * dy;
		yy += dy * dy;
	}
	if (n < 3 || !(l.xx > 0))
		return PL_ESHORT;
	l.slope = xy / l.xx;
	l.intercept = l.y_mean - l.slope * l.x_mean;
	for (i = 0; i < n; i++) {
		double e = y[i] - pl_line_at(&l, x[i]);

		left += e * e;
	}
	l.see = sqrt(left / (double)(n - 2));
	l.r2 = yy > 0 ? 1 - left / yy : 1;
	*to = l;
	return PL_OK;
}

double
pl_line_at(const struct pl_line *l, double x)
{
	return l->y_mean + l->slope * (x - l->x_mean);
}

double
pl_line_half(const struct pl_line *l, double x, double level)
{
	double d = x - l->x_mean, dof = (double)l->n - 2;

	return pl_student_within(level, dof) * l->see *
	    sqrt(1 / (double)l->n + d * d / l->xx);
}

/* (slope d - rise)^2 = far^2 (1 / n + d^2 / xx) for d, which is x from its
 * mean: a quadratic equation, with g = far^2 / (slope^2 xx). */
bool
pl_line_pass(const struct pl_line *l, double y, double level, double *x,
    double *low, double *high)
{
	double far = pl_student_within(level, (double)l->n - 2) * l->see;
	double g = far * far / (l->slope * l->slope * l->xx);
	double d = (y - l->y_mean) / l->slope, e = far / l->slope, root;

	if (!(g < 1))
		return false;
	root = sqrt(g * d * d + (1 - g) * e * e / (double)l->n);
	*x = l->x_mean + d;
	*low = l->x_mean + (d - root) / (1 - g);
	*high = l->x_mean + (d + root) / (1 - g);
	return true;
}
