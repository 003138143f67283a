#include "student.h"

#include <math.h>

#include "../base/num.h"
#include "../base/trig.h"

#define NORMAL 1e6		/* dof of what is normal enough */

/* Stirling's series behind z = 16, where its remainder is below 1e-16; the way
 * there by gamma(z + 1) = z gamma(z). */
static double
log_gamma(double z)
{
	double below = 1, y, s;

	for (; z < 16; z++)
		below *= z;
	y = 1 / (z * z);
	s = 1. / 12 - y * (1. / 360 - y * (1. / 1260 - y * (1. / 1680 - y *
	    (1. / 1188 - y * 691 / 360360))));
	return (z - .5) * pl_log(z) - z + .5 * pl_log(2 * PL_PI) + s / z -
	    pl_log(below);
}

/* The continued fraction of the incomplete beta function, for x below
 * (a + 1) / (a + b + 2), where it takes a few dozen terms. */
static double
fraction(double x, double a, double b)
{
	enum { MOST = 10000 };
	double c = 1, d = 1 / (1 - (a + b) * x / (a + 1)), f = d;
	int m;

	for (m = 1; m < MOST; m++) {
		double k = m, even, odd, step;

		even = k * (b - k) * x / ((a + 2 * k - 1) * (a + 2 * k));
		d = 1 / (1 + even * d);
		c = 1 + even / c;
		f *= d * c;
		odd = -(a + k) * (a + b + k) * x /
		    ((a + 2 * k) * (a + 2 * k + 1));
		d = 1 / (1 + odd * d);
		c = 1 + odd / c;
		step = d * c;
		f *= step;
		if (fabs(step - 1) < 1e-15)
			break;
	}
	return f;
}

double
pl_student_beyond(double t, double dof)
{
	double a, b = .5, x, log_x, log_y, front;

	if (!(dof > 0) || pl_missing(t))
		return PL_MISSING;
	dof = fmin(dof, NORMAL);
	t = fabs(t);
	if (t == 0)
		return 1;
	a = dof / 2;
	/* I_x(a, b) with x = dof / (dof + t^2), and y = 1 - x */
	log_x = -pl_log(1 + t * t / dof);
	log_y = -pl_log(1 + dof / (t * t));
	x = 1 / (1 + t * t / dof);
	front = pl_exp(a * log_x + b * log_y + log_gamma(a + b) -
	    log_gamma(a) - log_gamma(b));
	if (x < (a + 1) / (a + b + 2))
		return front * fraction(x, a, b) / a;
	return 1 - front * fraction(1 / (1 + dof / (t * t)), b, a) / b;
}

double
pl_student_within(double p, double dof)
{
	double lo = 0, hi = 1, t;

	if (!(p > 0 && p < 1) || !(dof > 0))
		return PL_MISSING;
	while (pl_student_beyond(hi, dof) > 1 - p && hi < 1e300) {
		lo = hi;
		hi *= 2;
	}
	for (;;) {
		t = lo + (hi - lo) / 2;
		if (hi - lo <= 1e-12 * hi)
			return t;
		if (pl_student_beyond(t, dof) > 1 - p)
			lo = t;
		else
			hi = t;
	}
}
