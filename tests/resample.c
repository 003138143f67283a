/* resample: a straight line stays one, holes stay open, the clock is right */
#include <math.h>
#include <stdlib.h>

#include "../lib/base/num.h"
#include "../lib/base/random.h"
#include "../lib/dsp/resample.h"
#include "tap.h"

enum { N = 2000 };

static double t[N], x[2][N], out[2][4 * N];
static const double *const in[2] = { x[0], x[1] };
static double *const to[2] = { out[0], out[1] };

/* Stamps of a clock of this rate with jitter; columns are 2 + 3t and 1 - t. */
static void
make(double rate, double jitter, uint64_t seed)
{
	struct pl_random r;
	int i;

	pl_random_seed(&r, seed, 0);
	for (i = 0; i < N; i++) {
		t[i] = (i + jitter * (pl_random_uniform(&r) - 0.5)) / rate;
		x[0][i] = 2 + 3 * t[i];
		x[1][i] = 1 - t[i];
	}
}

static void
test_rate(void)
{
	double rate, want;
	size_t n;
	int i;

	for (want = 10; want < 2000; want *= 3.7) {
		make(want, 0.5, 1);
		ok(!pl_resample_rate(t, N, &rate) &&
		    fabs(rate / want - 1) < 1e-3,
		    "the mean rate of a clock with jitter, %.1f Hz", want);
		for (i = N / 2; i < N; i++)
			t[i] += 2.24 + 3 / want;
		ok(!pl_resample_rate(t, N, &rate) &&
		    fabs(rate / want - 1) < 1e-3,
		    "a hole does not bend it, %.1f Hz", want);
	}
	for (n = 0; n < 3; n++)
		t[n] = 5;
	ok(pl_resample_rate(t, 3, &rate) == PL_ESHORT &&
	    pl_resample_rate(t, 1, &rate) == PL_ESHORT &&
	    pl_resample_rate(t, 0, &rate) == PL_ESHORT,
	    "no rate without two stamps apart");
}

static double
worst_line(double start, double rate, size_t rows, size_t *missing)
{
	double worst = 0;
	size_t i;

	*missing = 0;
	for (i = 0; i < rows; i++) {
		double s = start + (double)i / rate;

		if (pl_missing(out[0][i]) || pl_missing(out[1][i]))
			++*missing;
		else
			worst = fmax(worst, fmax(fabs(out[0][i] - 2 - 3 * s),
			    fabs(out[1][i] - 1 + s)));
	}
	return worst;
}

static void
test_grid(void)
{
	struct pl_holes h = { 0 };
	double rate, gap = 0.5;
	size_t missing, rows;
	int i;

	make(100, 0.8, 3);
	for (rate = 25; rate < 400; rate *= 2.1) {
		rows = (size_t)((t[N - 1] - t[0]) * rate) + 1;
		pl_resample_grid(t, in, 2, N, pl_resample_hole(100), t[0],
		    rate, rows, to, &h);
		ok(worst_line(t[0], rate, rows, &missing) < 1e-9 && !missing &&
		    !h.count, "a straight line stays one at %.1f Hz", rate);
	}
	for (i = N / 2; i < N; i++)
		t[i] += gap, x[0][i] += 3 * gap, x[1][i] -= gap;
	rows = (size_t)((t[N - 1] - t[0]) * 100) + 1;
	pl_resample_grid(t, in, 2, N, pl_resample_hole(100), t[0], 100, rows,
	    to, &h);
	ok(worst_line(t[0], 100, rows, &missing) < 1e-9 &&
	    fabs((double)missing - 100 * gap) <= 1 && h.count == 1 &&
	    fabs(h.longest_s - gap - 0.01) < 0.01,
	    "a hole of 0.5 s leaves 50 rows empty and is counted");
	t[N - 1] += gap;
	for (i = N - 40; i < N - 1; i++)
		t[i] = t[N - 40], x[0][i] = x[0][N - 40];
	t[N - 2] += gap / 2 + 0.003;
	x[0][N - 2] = 5;
	rows = (size_t)((t[N - 1] - t[0]) * 100) + 1;
	pl_resample_grid(t, in, 2, N, pl_resample_hole(100), t[0], 100, rows,
	    to, NULL);
	i = (int)floor((t[N - 2] - t[0]) * 100 + 0.5);
	ok(out[0][i] == 5 && pl_missing(out[0][i - 1]) &&
	    pl_missing(out[0][i + 1]), "a row alone between two holes is kept");
	make(100, 0.8, 3);
	ok(fabs(pl_resample_scatter(t, N, 100) - 0.008 / sqrt(6)) < 3e-4 &&
	    pl_resample_scatter(t, 2, 100) == 0, "the scatter of the steps");
	for (i = N / 2; i < N; i++)
		t[i] += gap, x[0][i] += 3 * gap, x[1][i] -= gap;
	ok(fabs(pl_resample_scatter(t, N, 100) - 0.008 / sqrt(6)) < 3e-4,
	    "a hole does not scatter");
	rows = (size_t)((t[N - 1] - t[0]) * 100) + 1;
	pl_resample_grid(t, in, 2, N, pl_resample_hole(100), t[0] - 0.1, 100,
	    rows + 20, to, NULL);
	ok(pl_missing(out[0][0]) && pl_missing(out[0][9]) &&
	    !pl_missing(out[0][11]) && pl_missing(out[0][rows + 19]),
	    "nothing is invented before the first and after the last stamp");
}

/* Even rows on their own grid come back to the bit. */
static void
test_even(void)
{
	static const double rates[] = { 12.5, 100, 104.17, 2000.0 / 7 };
	struct pl_random r;
	size_t k, i, same;
	struct pl_holes h = { 0 };

	pl_random_seed(&r, 9, 0);
	for (k = 0; k < 4; k++) {
		for (i = 0; i < N; i++) {
			t[i] = (double)i / rates[k];
			x[0][i] = pl_random_normal(&r);
			x[1][i] = i == 50 || (i > 300 && i < 420) ? NAN : 1;
		}
		pl_resample_grid(t, in, 2, N, pl_resample_hole(rates[k]), 0,
		    rates[k], N, to, &h);
		for (i = 0, same = 0; i < N; i++)
			same += out[0][i] == x[0][i];
		ok(same == N - 120 && !pl_missing(out[0][50]) &&
		    pl_missing(out[0][301]) && pl_missing(out[1][419]) &&
		    out[0][420] == x[0][420] && h.count == k + 1,
		    "even rows stay, one lost is bridged, 119 are not: %g Hz",
		    rates[k]);
	}
}

static void
test_tidy(void)
{
	double s[] = { 0, .01, .01, .02, .022, .03, .04, .05, 9 };
	double a[] = { 1, 2, 4, 5, 5, 5, 7, 8, 9 };
	double b[] = { 1, 2, NAN, 5, 5, 5, 7, 8, 9 };
	double *const ab[2] = { a, b };
	struct pl_tidied did;
	size_t n = 9;

	ok(!pl_resample_tidy(s, ab, 2, &n, &did) && did.merged == 1 &&
	    did.repeated == 1 && did.alone == 1 && n == 6,
	    "a shared stamp, a row sent again, a row alone beyond a hole");
	ok(a[1] == 3 && b[1] == 2 && s[2] == .02 && s[3] == .03 && a[3] == 5 &&
	    s[5] == .05,
	    "the mean of what is there; equal rows in their time stay");
}

/* Between rows: a parabola comes back, rows themselves to the bit. */
static void
between(void)
{
	double y[8], far = 0;
	bool exact = true;
	int i;

	for (i = 0; i < 8; i++)
		y[i] = 1 + .3 * i - .2 * i * i;
	for (i = 0; i <= 50; i++) {
		double row = 1 + i * .1;

		far = fmax(far, fabs(pl_resample_at(y, 8, row) -
		    (1 + .3 * row - .2 * row * row)));
	}
	for (i = 0; i < 8; i++)
		exact = exact && pl_resample_at(y, 8, i) == y[i];
	ok(far < 1e-12 && exact, "between rows: parabolas, and rows themselves");
	y[4] = NAN;
	ok(isnan(pl_resample_at(y, 8, 3.5)) && isnan(pl_resample_at(y, 8, 4))
	    && pl_resample_at(y, 8, 3) == y[3] &&
	    fabs(pl_resample_at(y, 8, 2.5) - (y[2] + y[3]) / 2) < 1e-12 &&
	    fabs(pl_resample_at(y, 8, .5) - (y[0] + y[1]) / 2) < 1e-12,
	    "a line beside what is missing and at the ends, nothing across");
}

int
main(void)
{
	between();
	test_rate();
	test_grid();
	test_even();
	test_tidy();
	return done();
}
