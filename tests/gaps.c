/* gaps: holes and frozen rows are counted, placed and measured */
#include <math.h>
#include <string.h>

#include "../lib/base/num.h"
#include "../lib/base/random.h"
#include "../lib/imu/gaps.h"
#include "tap.h"

enum { N = 1000, RATE = 100 };

static double x[6][N], t_s[N];
static const double *const axes[6] = { x[0], x[1], x[2], x[3], x[4], x[5] };

static void
make(void)
{
	struct pl_random r;
	int i, a;

	pl_random_seed(&r, 4, 1);
	for (i = 0; i < N; i++) {
		t_s[i] = 5 + i / (double)RATE;
		for (a = 0; a < 6; a++)
			x[a][i] = pl_random_normal(&r);
	}
}

static bool
is(struct pl_gaps g, double count, double longest_s, double at_s, double share)
{
	return g.count == count && fabs(g.longest_s - longest_s) < 1e-9 &&
	    (pl_missing(at_s) ? pl_missing(g.at_s) :
	    fabs(g.at_s - at_s) < 1e-9) && fabs(g.share - share) < 1e-9;
}

static void
lose(int from, int to, int axis)
{
	for (; from < to; from++)
		x[axis][from] = PL_MISSING;
}

/* Take the rows from..to-1 out; how many are left. */
static size_t
cut(int from, int to)
{
	int a;

	for (a = 0; a < 6; a++)
		memmove(&x[a][from], &x[a][to], (size_t)(N - to) * 8);
	memmove(&t_s[from], &t_s[to], (size_t)(N - to) * 8);
	return (size_t)(N - to + from);
}

static struct pl_gaps
holes(size_t n)
{
	return pl_gaps_holes(axes, 6, t_s, n, RATE);
}

static void
test_holes(void)
{
	make();
	ok(is(holes(N), 0, 0, PL_MISSING, 0), "a whole record has no hole");
	ok(is(holes(0), 0, 0, PL_MISSING, 0), "nor has none");
	lose(100, 130, 4);
	lose(300, 310, 0);
	ok(is(holes(N), 2, 0.31, 5.99, 0.04),
	    "from the row before to the row after, of any axis");
	lose(110, 140, 2);
	ok(is(holes(N), 2, 0.41, 5.99, 0.05), "one hole of two axes");
	make();
	lose(0, 50, 1);
	lose(980, N, 1);
	ok(is(holes(N), 2, 0.5, 5, 0.07), "and at both ends");
	lose(0, N, 1);
	ok(is(holes(N), 1, 9.99, 5, 1), "all of it");
	make();
	ok(is(holes(cut(200, 350)), 1, 1.51, 6.99, 0.15),
	    "rows that were cut out are as missing");
	make();
	lose(350, 400, 1);
	ok(is(holes(cut(200, 350)), 1, 2.01, 6.99, 0.2),
	    "with empty ones beside them they are one hole");
	make();
	ok(is(holes(cut(200, 203)), 0, 0, PL_MISSING, 0),
	    "three rows are none: plumb-read bridges them");
	make();
	lose(100, 130, 4);
	ok(is(pl_gaps_holes(axes, 6, NULL, N, RATE), 1, 0.31, 0.99, 0.03),
	    "without times rows tell it");
}

static void
freeze(int from, int to, int axes_n)
{
	int a, i;

	for (i = from + 1; i < to; i++)
		for (a = 0; a < axes_n; a++)
			x[a][i] = x[a][from];
}

static struct pl_gaps
frozen(double rate)
{
	return pl_gaps_frozen(axes, 6, t_s, N, rate);
}

static void
test_frozen(void)
{
	make();
	ok(is(frozen(RATE), 0, 0, PL_MISSING, 0), "noise never freezes");
	freeze(100, 200, 6);
	freeze(400, 430, 6);
	ok(is(frozen(RATE), 2, 0.99, 6, 0.13), "what repeats itself does");
	make();
	freeze(100, 200, 5);
	ok(frozen(RATE).count == 0, "not while one axis moves");
	freeze(300, 325, 6);
	ok(frozen(RATE).count == 0, "nor for less than 0.25 s");
	ok(is(frozen(50), 1, 0.48, 8, 0.025), "which fewer rows make");
	make();
	x[0][300] = x[1][300] = x[3][300] = x[4][300] = x[5][300] = 0;
	x[2][300] = 9.81;
	freeze(300, 400, 6);
	ok(frozen(RATE).count == 0, "nor where a sensor without noise rests");
	x[2][300] = 0;
	freeze(300, 400, 6);
	ok(frozen(RATE).count == 1, "but zeros have no gravity");
	x[2][300] = 9.80665;
	x[4][300] = 0.0002;
	freeze(300, 400, 6);
	ok(frozen(RATE).count == 0, "nor where plumb-align moved its zero");
	x[2][300] = 9.8067;
	freeze(300, 400, 6);
	ok(frozen(RATE).count == 1, "which no real one is so near to");
	make();
	freeze(300, 309, 6);
	ok(frozen(10).count == 0, "nor for less than ten rows");
	freeze(0, N, 6);
	ok(is(frozen(RATE), 1, 9.99, 5, 1), "all of it");
	make();
	lose(100, 200, 0);
	freeze(100, 200, 6);
	ok(frozen(RATE).count == 0, "what is missing is not frozen");
	ok(pl_gaps_frozen(axes, 6, t_s, 0, RATE).count == 0, "nor is nothing");
}

int
main(void)
{
	test_holes();
	test_frozen();
	return done();
}
