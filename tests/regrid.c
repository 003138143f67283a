/* columns at the instants of another grid: nothing lost, nothing invented */
#include <math.h>
#include <string.h>

#include "../lib/base/num.h"
#include "../lib/base/trig.h"
#include "../lib/dsp/regrid.h"
#include "tap.h"

enum { N = 4000 };
static double x[2][N], y[2][N];
static const double *const in[] = { x[0], x[1] };
static double *const out[] = { y[0], y[1] };

/* Waves of so many cycles a row. */
static void
waves(double slow, double fast)
{
	size_t i;

	for (i = 0; i < N; i++) {
		x[0][i] = pl_sin(2 * PL_PI * slow * (double)i);
		x[1][i] = pl_sin(2 * PL_PI * fast * (double)i);
	}
}

/* Greatest difference from that wave inside, and greatest value. */
static double
off(const double *v, double hz, double first, double step, size_t rows,
    double *top)
{
	double worst = 0;
	size_t i;

	*top = 0;
	for (i = 50; i + 50 < rows; i++) {
		double want = pl_sin(2 * PL_PI * hz * (first + step *
		    (double)i));

		worst = fmax(worst, fabs(v[i] - want));
		*top = fmax(*top, fabs(v[i]));
	}
	return worst;
}

static void
same(void)
{
	size_t i;
	bool bits = true, empty = true;

	waves(.01, .2);
	ok(!pl_regrid(in, 2, N, 0, 1, out, N) &&
	    memcmp(x, y, sizeof x) == 0, "the same grid gives the same bits");
	ok(!pl_regrid(in, 2, N, -3, 1, out, N), "three rows later");
	for (i = 0; i < N; i++) {
		empty = empty && (i >= 3) == !pl_missing(y[0][i]);
		bits = bits && (i < 3 || y[1][i] == x[1][i - 3]);
	}
	ok(empty && bits, "what lies before it is missing, the rest the same");
	x[0][100] = PL_MISSING;
	for (i = 200; i < 210; i++)
		x[0][i] = x[1][i] = PL_MISSING;
	ok(!pl_regrid(in, 2, N, 0.5, 1, out, N), "half a row later");
	bits = true;
	for (i = 0; i < N - 1; i++) {
		bool hole = i == 99 || i == 100 || (i >= 199 && i < 210);

		bits = bits && pl_missing(y[0][i]) == hole &&
		    pl_missing(y[1][i]) == hole;
	}
	ok(bits, "a hole stays a hole, in both columns, and no wider");
	ok(pl_missing(y[0][N - 1]), "nothing beyond the end");
}

static void
rates(void)
{
	double top, d;

	waves(.004, .17);
	ok(!pl_regrid(in, 2, N, 10.3, .597, out, N), "to a faster grid");
	d = off(y[0], .004, 10.3, .597, N, &top);
	ok(d < 1e-4, "a slow wave is itself, within %.1g", d);
	ok(!pl_regrid(in, 2, N, 0, 1.675, out, 2000), "to a slower grid");
	d = off(y[0], .004, 0, 1.675, 2000, &top);
	ok(d < 1e-4, "a slow wave is itself, within %.1g", d);
	/* .45 cycles a row of the slower: beyond it, were it not damped */
	waves(.1, .4);
	ok(!pl_regrid(in, 2, N, 0, 2, out, 2000), "to half the rate");
	d = off(y[0], .1, 0, 2, 2000, &top);
	ok(d < .01, "what it can hold is held, within %.2g", d);
	off(y[1], .4, 0, 2, 2000, &top);
	ok(top < 1e-3, "what it cannot does not come back: %.1g of it", top);
	ok(!pl_regrid(in, 2, N, 0, 1.04, out, 3800), "to one a little slower");
	off(y[1], .4, 0, 1.04, 3800, &top);
	ok(top > .5, "loses nothing");
	ok(pl_regrid(in, 2, N, 0, 1e10, out, 1) == PL_ERANGE,
	    "rates too far apart are refused");
}

int
main(void)
{
	same();
	rates();
	return done();
}
