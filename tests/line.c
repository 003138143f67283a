/* a line: by hand, its interval and Fieller's, how often they are right */
#include <math.h>

#include "../lib/base/num.h"
#include "../lib/base/random.h"
#include "../lib/dsp/line.h"
#include "../lib/dsp/student.h"
#include "tap.h"

enum { MOST = 8 };

static bool
near(double got, double want)
{
	if (fabs(got - want) <= 1e-9 * (1 + fabs(want)))
		return true;
	printf("# %.15g, not %.15g\n", got, want);
	return false;
}

static void
by_hand(void)
{
	double x[] = { 1, 2, 3, 4 }, y[] = { 2, 4, 5, 9 };
	double same[] = { 3, 3, 3, 3 }, at, low, high;
	struct pl_line l;

	ok(!pl_line_fit(&l, x, y, 4) && near(l.slope, 2.2) &&
	    near(l.intercept, -.5) && near(l.see, sqrt(1.8 / 2)) &&
	    near(l.r2, 1 - 1.8 / 26) && near(pl_line_at(&l, 10), 21.5),
	    "four points by hand");
	ok(near(pl_line_half(&l, 2.5, .95), pl_student_within(.95, 2) * l.see /
	    2), "its interval is least in the middle");
	ok(pl_line_fit(&l, x, y, 2) == PL_ESHORT && l.n == 4 &&
	    pl_line_fit(&l, same, y, 4) == PL_ESHORT && l.n == 4,
	    "two points, or one x, are no line, and change nothing");
	ok(pl_line_pass(&l, 5, .9, &at, &low, &high) && near(at, 2.5) &&
	    low < at && at < high, "where it passes its mean");
	/* at both ends y is just inside the interval of the line */
	ok(near(fabs(5 - pl_line_at(&l, low)), pl_line_half(&l, low, .9)) &&
	    near(fabs(5 - pl_line_at(&l, high)), pl_line_half(&l, high, .9)),
	    "as far as its interval reaches");
	at = 7;
	ok(!pl_line_pass(&l, 5, .9999, &at, &low, &high) && at == 7,
	    "a slope that may be 0 passes nothing");
	ok(!pl_line_fit(&l, x, same, 4) && l.slope == 0 && l.see == 0 &&
	    l.r2 == 1 && !pl_line_pass(&l, 5, .95, &at, &low, &high),
	    "nor does a level one");
	ok(!pl_line_fit(&l, x, x, 4) &&
	    pl_line_pass(&l, 9, .95, &at, &low, &high) && near(at, 9) &&
	    near(low, 9) && near(high, 9), "a perfect line has no band");
}

static void
widens(void)
{
	double x[] = { 60, 80, 100, 120 }, y[] = { .71, .59, .51, .4 };
	double was = 0, at, low, high, v;
	struct pl_line l;
	bool wider = true, there = true;

	ok(!pl_line_fit(&l, x, y, 4), "four loads");
	for (v = l.y_mean; v > 0; v -= .05) {
		there &= pl_line_pass(&l, v, .95, &at, &low, &high) &&
		    low < at && at < high;
		wider &= high - low > was && high - at >= at - low - 1e-12;
		was = high - low;
	}
	ok(there && wider, "the band widens away from the points");
}

static void
covers(void)
{
	enum { TRIALS = 4000 };
	struct pl_random r;
	size_t n, i;
	int k;

	pl_random_seed(&r, 3, 0);
	for (n = 3; n <= 6; n++) {
		int told = 0, right = 0, inside = 0;

		for (k = 0; k < TRIALS; k++) {
			double x[MOST], y[MOST], at, low, high;
			struct pl_line l;

			for (i = 0; i < n; i++) {
				x[i] = 40 + 20 * (double)i;
				y[i] = .95 - .005 * x[i] + .02 *
				    pl_random_normal(&r);
			}
			if (pl_line_fit(&l, x, y, n))
				return;
			inside += fabs(pl_line_at(&l, 150) - .2) <=
			    pl_line_half(&l, 150, .95);
			if (!pl_line_pass(&l, .3, .95, &at, &low, &high))
				continue;
			told++;
			right += low <= 130 && 130 <= high;
		}
		printf("# %zu points: %.1f %% of lines, %.1f %% of passages; "
		    "told %.1f %%\n", n, 100. * inside / TRIALS, 100. * right /
		    told, 100. * told / TRIALS);
		/* 4000 trials at 95 % scatter by 0.35 % */
		ok(inside > .94 * TRIALS && inside < .96 * TRIALS,
		    "%zu points: the interval is right as often as it says", n);
		/* those that cannot be told have all numbers inside: told or
		 * not, right in 95 % */
		ok(right + TRIALS - told > .94 * TRIALS,
		    "%zu points: so is Fieller's", n);
	}
}

int
main(void)
{
	by_hand();
	widens();
	covers();
	return done();
}
