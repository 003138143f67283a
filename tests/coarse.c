/* coarse: rows under whole seconds get their own times, or are refused */
#include <math.h>
#include <string.h>

#include "../lib/base/random.h"
#include "../lib/dsp/coarse.h"
#include "../lib/dsp/resample.h"
#include "tap.h"

enum { MOST = 20000 };

static double t[MOST], at[MOST], step_s;

/* Rows at hz from .37 s on, none between two instants, stamped late by up to
 * late_s and cut to whole steps. */
static size_t
make(double hz, double step, double to_s, double from, double until,
    double late_s)
{
	struct pl_random r;
	double last = 0;
	size_t n = 0, i;

	pl_random_seed(&r, 1, 0);
	for (i = 0; (double)i / hz < to_s && n < MOST; i++) {
		double x = .37 + (double)i / hz;

		if (x > from && x < until)
			continue;
		at[n] = x;
		x += late_s * pl_random_uniform(&r);
		t[n] = fmax(last, floor(x / step + 1e-9) * step);
		last = t[n++];
	}
	return n;
}

/* The most that a row is off, but for a shift of all. */
static double
off(size_t n)
{
	double low = INFINITY, high = -INFINITY;
	size_t i;

	for (i = 0; i < n; i++) {
		low = fmin(low, t[i] - at[i]);
		high = fmax(high, t[i] - at[i]);
	}
	return high - low;
}

static void
test_even(void)
{
	static const double hz[] = { 25, 31.25, 50, 100, 104.17, 2000. / 7 };
	static const double step[] = { 1, .5, .25 };
	double rate, d;
	size_t i, k, n;

	for (i = 0; i < 6; i++)
		for (k = 0; k < 3; k++) {
			n = make(hz[i], step[k], 30, 0, 0, 0);
			ok(!pl_coarse_time(t, n, &step_s) && step_s ==
			    step[k] && !pl_resample_rate(t, n, &rate) &&
			    fabs(rate / hz[i] - 1) < 1e-3, "%g Hz under steps "
			    "of %g s: %.6g Hz", hz[i], step[k], rate);
			d = off(n) * hz[i];
			ok(d < 2, "no row is off by %.2g of a row", d);
		}
}

static void
test_broken(void)
{
	double d;
	size_t n = make(50, 1, 60, 20, 26.2, 0);

	ok(!pl_coarse_time(t, n, &step_s) && step_s == 1, "a hole of 6.2 s");
	d = off(n);
	ok(d < .03, "stays one: %.3g s off", d);
	n = make(50, 1, 60, 20.2, 20.7, 0);
	ok(!pl_coarse_time(t, n, &step_s), "half a second lost within one");
	d = off(n);
	ok(d < .52, "is off by no more, %.3g s", d);
	d = t[n - 1] - t[0] - (at[n - 1] - at[0]);
	ok(fabs(d) < .03, "and only there: %.3g s at the end", d);
	n = make(50, 1, 60, 0, 0, .1);
	ok(!pl_coarse_time(t, n, &step_s) && step_s == 1, "rows that are late");
	d = off(n);
	ok(d < .05, "lie evenly all the same: %.3g s off", d);
}

static void
test_others(void)
{
	static double was[MOST];
	size_t n = make(50, 1, 3, 0, 0, 0);

	ok(pl_coarse_time(t, n, &step_s) == PL_ESHORT && step_s == 1,
	    "three seconds tell no rate");
	n = make(100, .01, 30, 0, 0, 0);
	memcpy(was, t, sizeof was);
	ok(!pl_coarse_time(t, n, &step_s) && step_s == 0 &&
	    memcmp(was, t, sizeof was) == 0, "a row a stamp is not touched");
	n = make(100, .02, 30, 0, 0, 0);
	memcpy(was, t, sizeof was);
	ok(!pl_coarse_time(t, n, &step_s) && step_s == 0 &&
	    memcmp(was, t, sizeof was) == 0, "nor are two");
	t[0] = t[1] = 3;
	ok(!pl_coarse_time(t, 2, &step_s) && step_s == 0, "nor one stamp");
}

int
main(void)
{
	test_even();
	test_broken();
	test_others();
	return done();
}
