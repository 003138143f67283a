/* our transcendental functions against the C library's */
#include <math.h>
#include <string.h>

#include "../lib/base/random.h"
#include "../lib/base/trig.h"
#include "tap.h"

/* Distance in units of the last place of the larger of want and floor. */
static double
ulps(double got, double want, double floor)
{
	double size = fabs(want) > floor ? fabs(want) : floor;

	return fabs(got - want) / (nextafter(size, INFINITY) - size);
}

enum { N = 300000 };

static double
worst1(double f(double), double g(double), double lo, double hi, double floor)
{
	struct pl_random r;
	double worst = 0;
	int i;

	pl_random_seed(&r, 1, 1);
	for (i = 0; i < N; i++) {
		double x = lo + (hi - lo) * pl_random_uniform(&r);
		double u = ulps(f(x), g(x), floor);

		worst = u > worst ? u : worst;
	}
	return worst;
}

static double
worst_atan2(void)
{
	struct pl_random r;
	double worst = 0;
	int i;

	pl_random_seed(&r, 2, 1);
	for (i = 0; i < N; i++) {
		double y = pl_random_normal(&r), x = pl_random_normal(&r);
		double u = ulps(pl_atan2(y, x), atan2(y, x), 0);

		worst = u > worst ? u : worst;
	}
	return worst;
}

static void
moments(void)
{
	struct pl_random r;
	double s = 0, q = 0;
	int i;

	pl_random_seed(&r, 3, 1);
	for (i = 0; i < N; i++) {
		double x = pl_random_normal(&r);

		s += x;
		q += x * x;
	}
	ok(fabs(s / N) < 5 / sqrt(N) && fabs(q / N - 1) < 8 / sqrt(N),
	    "normal deviates have mean 0 and SD 1");
}

int
main(void)
{
	double w;

	w = worst1(pl_sin, sin, -10, 10, 1e-3);
	ok(w < 2, "sine within 2 ulp near 0 (%.2f)", w);
	w = worst1(pl_cos, cos, -10, 10, 1e-3);
	ok(w < 2, "cosine within 2 ulp near 0 (%.2f)", w);
	w = worst1(pl_sin, sin, -1e6, 1e6, 1);
	ok(w < 2, "sine within 2 ulp of 1 up to 1e6 (%.2f)", w);
	w = worst_atan2();
	ok(w < 4, "arc tangent within 4 ulp (%.2f)", w);
	w = worst1(pl_exp, exp, -600, 600, 0);
	ok(w < 3, "exponential within 3 ulp (%.2f)", w);
	w = worst1(pl_log, log, 1e-6, 1e3, 1e-3);
	ok(w < 3, "logarithm within 3 ulp (%.2f)", w);
	ok(pl_atan2(0, 0) == 0 && pl_atan2(0, -1) == PL_PI &&
	    pl_atan2(1, 0) == PL_PI / 2 && pl_atan2(-1, 0) == -PL_PI / 2,
	    "arc tangent on the axes");
	ok(isnan(pl_sin(1e7)) && isnan(pl_cos(NAN)) && isnan(pl_log(-1)) &&
	    isinf(pl_log(0)) && pl_exp(-1e9) == 0, "edges are what is said");
	moments();
	return done();
}
