/* when a trunk begins to lean, whose beginning is known */
#include <math.h>

#include "../lib/base/trig.h"
#include "../lib/squat/segment/hinge.h"
#include "tap.h"

enum { N = 600, RATE = 100, START = 300 };
static double rate[N];

/* Leans by deg within s seconds from row START on, like a sine or with minimum
 * jerk; before, it sways. */
static void
lean(double deg, double s, int jerk, double sway)
{
	size_t i;

	for (i = 0; i < N; i++) {
		double x = ((double)i - START) / RATE / s;

		rate[i] = sway * PL_DEG * pl_sin(0.04 * (double)i);
		if (x > 0 && x < 1)
			rate[i] += deg * PL_DEG / s * (jerk ? 30 * x * x *
			    (1 - x) * (1 - x) : PL_PI / 2 * pl_sin(PL_PI * x));
	}
}

static double
begins(size_t from, size_t ecc)
{
	return pl_hinge_begin(rate, from, ecc, ecc + 150, RATE);
}

int
main(void)
{
	int jerk;

	for (jerk = 0; jerk < 2; jerk++) {
		lean(12, 0.6, jerk, 0);
		ok(fabs(begins(0, START + 30) - START) < 1,
		    "%s: to a row: %.2f", jerk ? "minimum jerk" : "sine",
		    begins(0, START + 30) - START);
		lean(12, 0.6, jerk, 0.5);
		ok(fabs(begins(0, START + 30) - START) < 5,
		    "swaying: to 0.05 s: %.2f", begins(0, START + 30) - START);
	}
	ok(begins(START + 10, START + 30) == START + 10,
	    "no earlier than it may");
	ok(begins(0, START - 50) == START - 50, "none is none");
	lean(0.8, 0.6, 0, 0.5);
	ok(begins(0, START + 30) == START + 30, "sway is none");
	lean(200, 3, 0, 0);
	ok(fabs(begins(0, START + 180) - (START + 80)) < 1,
	    "at most 1 s before the descent");
	return done();
}
