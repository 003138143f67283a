/* Student's t: closed forms, an integral, its own inverse, the normal limit */
#include <math.h>

#include "../lib/base/num.h"
#include "../lib/base/trig.h"
#include "../lib/dsp/student.h"
#include "tap.h"

static bool
near(double got, double want, double share)
{
	if (fabs(got - want) <= share * fabs(want))
		return true;
	printf("# %.15g, not %.15g\n", got, want);
	return false;
}

/* The chance beyond t by Simpson's rule over the angle whose tangent is
 * t / sqrt(dof), where the density is a power of the cosine. */
static double
integral(double t, double dof)
{
	enum { N = 20000 };
	double from = atan(t / sqrt(dof)), most = PL_PI / 2, all = 0, tail = 0;
	int i;

	for (i = 0; i <= N; i++) {
		double w = i == 0 || i == N ? 1 : i % 2 ? 4 : 2;

		all += w * pow(cos(most * i / N), dof - 1);
		tail += w * pow(cos(from + (most - from) * i / N), dof - 1);
	}
	return tail * (most - from) / (all * most);
}

static void
closed(void)
{
	static const double p[] = { .01, .5, .8, .95, .99, .999 };
	bool one = true, two = true, four = true;
	int i;

	for (i = 0; i < 6; i++) {
		double a = 1 - p[i] * p[i];
		double c = cos(acos(sqrt(a)) / 3) / sqrt(a);

		one &= near(pl_student_within(p[i], 1), tan(PL_PI / 2 * p[i]),
		    1e-10);
		two &= near(pl_student_within(p[i], 2), p[i] * sqrt(2 / a),
		    1e-10);
		/* Shaw, J. Comp. Finance 9 (2006) 37 */
		four &= near(pl_student_within(p[i], 4), 2 * sqrt(c - 1),
		    1e-9);
	}
	ok(one, "with one degree of freedom it is a tangent");
	ok(two, "with two it is algebraic");
	ok(four, "with four, by a cosine");
}

static void
inverse(void)
{
	static const double dof[] = { .7, 1.5, 2.9, 3, 5.25, 11, 60, 999 };
	bool back = true, same = true, falls = true;
	int i, k;

	for (i = 0; i < 8; i++)
		for (k = 1; k < 40; k++) {
			double p = k / 40., t = pl_student_within(p, dof[i]);

			back &= near(pl_student_beyond(t, dof[i]), 1 - p,
			    1e-9);
			falls &= t > pl_student_within(p - .01, dof[i]) &&
			    t > pl_student_within(p, dof[i] + .1);
			/* below 1 the integrand is not bounded */
			if (dof[i] > 2)
				same &= near(1 - p, integral(t, dof[i]), 1e-7);
		}
	ok(back, "the quantile is the inverse of the tail");
	ok(falls, "it grows with the chance, and falls with the freedom");
	ok(same, "the tail is the integral of the density");
}

int
main(void)
{
	closed();
	inverse();
	ok(near(pl_student_within(.95, 1e12), 1.959963984540054, 1e-5) &&
	    near(pl_student_within(.99, INFINITY), 2.575829303548901, 1e-5),
	    "without bound it is normal");
	ok(near(pl_student_within(.95, 3), 3.182446305284263, 1e-10) &&
	    near(pl_student_within(.95, 9), 2.262157162798205, 1e-10),
	    "the figures of every table");
	ok(pl_student_beyond(0, 3) == 1 &&
	    pl_student_beyond(-2, 3) == pl_student_beyond(2, 3) &&
	    pl_student_beyond(INFINITY, 3) == 0, "it is even, from 1 to 0");
	ok(pl_missing(pl_student_within(.95, 0)) &&
	    pl_missing(pl_student_within(1, 3)) &&
	    pl_missing(pl_student_within(0, 3)) &&
	    pl_missing(pl_student_within(NAN, NAN)) &&
	    pl_missing(pl_student_beyond(1, -1)), "nothing comes of nothing");
	return done();
}
