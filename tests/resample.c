/* resample: a straight line stays one, holes stay open, the clock is right */
#include <math.h>
#include <stdlib.h>

#include "../lib/base/num.h"
#include "../lib/base/random.h"
#include "../lib/base/trig.h"
#include "../lib/dsp/resample.h"
#include "../lib/dsp/tidy.h"
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
	double a[] = { 1, 2, 2, 5, 5, 5, 7, 8, 9 };
	double b[] = { 1, 2, 2, 5, 5, 5, 7, 8, 9 };
	double *const ab[2] = { a, b };
	struct pl_tidied did;
	size_t n = 9;

	ok(!pl_tidy_rows(s, ab, 2, &n, &did) && did.merged == 1 &&
	    did.repeated == 1 && did.alone == 1 && !did.spread && n == 6,
	    "a row sent again under its stamp, and another; one alone");
	ok(a[1] == 2 && s[1] == .01 && s[2] == .02 && s[3] == .03 &&
	    a[3] == 5 && s[5] == .05, "equal rows in their time stay");
}

/* Packets of k rows come late; a row every 10 ms is in them. */
static void
test_packets(void)
{
	static double s[240], a[240];
	double *const one[1] = { a }, rate = 0, far;
	struct pl_tidied did;
	size_t n, i, k;

	for (k = 2; k <= 8; k *= 2) {
		for (i = 0, n = 240; i < n; i++) {
			s[i] = (double)(i / k + 1) * 0.010 * (double)k;
			a[i] = (double)(i % 7);
		}
		far = pl_tidy_rows(s, one, 1, &n, &did) ||
		    pl_resample_rate(s, n, &rate) ? 1 : 0;
		for (i = 0; i < n; i++)
			far = fmax(far, fabs(s[i] - 0.010 * ((double)i + 1)));
		ok(n == 240 && did.spread == n && far < 1e-12 &&
		    fabs(rate - 100) < 1e-9,
		    "packets of %zu rows are spread: %g Hz", k, rate);
	}
}

/* The accelerometer in one row, the gyroscope in the next. */
static void
test_parts(void)
{
	double s[] = { 0, 0, 1, 1, 2, 2 };
	double a[] = { 1, NAN, 3, NAN, NAN, 5 };
	double b[] = { NAN, 2, NAN, 4, 6, NAN };
	double *const ab[2] = { a, b };
	struct pl_tidied did;
	size_t n = 6;

	ok(!pl_tidy_rows(s, ab, 2, &n, &did) && n == 3 && did.merged == 3 &&
	    a[0] == 1 && b[0] == 2 && a[1] == 3 && b[1] == 4 && a[2] == 5 &&
	    b[2] == 6 && s[2] == 2, "parts of a row under one stamp are one");
}

/* The line beats the mean where stamps scatter, and keeps off where they
 * wander. */
static void
test_regress(void)
{
	double mean, line, worst_mean = 0, worst_line = 0;
	struct pl_random r;
	uint64_t seed;
	size_t i;

	for (seed = 0; seed < 30; seed++) {
		make(50, 0.8, seed + 10);
		for (i = N / 3; i < N; i++)
			t[i] += 2;
		if (pl_resample_rate(t, N, &mean))
			mean = 0;
		line = pl_resample_regress(t, N, mean);
		worst_mean = fmax(worst_mean, fabs(mean - 50));
		worst_line = fmax(worst_line, fabs(line - 50));
	}
	ok(worst_line < worst_mean / 5, "scatter: %.2g Hz off by the line, "
	    "%.2g by the mean", worst_line, worst_mean);
	pl_random_seed(&r, 5, 0);
	for (i = 1, t[0] = 0; i < N; i++)
		t[i] = t[i - 1] + (pl_random_uniform(&r) < 0.05 ? 0.04 : 0.02);
	ok(!pl_resample_rate(t, N, &mean) &&
	    pl_resample_regress(t, N, mean) == mean, "lost rows: the mean");
	make(50, 0, 1);
	ok(!pl_resample_rate(t, N, &mean) &&
	    pl_resample_regress(t, N, mean) == mean, "even stamps: the mean");
}

/* The amplitude of a tone in n values at rate, and all else beside it in dB. */
static void
fit(const double *y, size_t from, size_t n, double rate, double hz,
    double *amplitude, double *else_db)
{
	double cc = 0, ss = 0, cs = 0, cy = 0, sy = 0, det, a, b, rest = 0;
	size_t i;

	for (i = from; i < n; i++) {
		double c = pl_cos(2 * PL_PI * hz * (double)i / rate);
		double s = pl_sin(2 * PL_PI * hz * (double)i / rate);

		cc += c * c, ss += s * s, cs += c * s;
		cy += c * y[i], sy += s * y[i];
	}
	det = cc * ss - cs * cs;
	a = (cy * ss - sy * cs) / det;
	b = (sy * cc - cy * cs) / det;
	for (i = from; i < n; i++) {
		double left = y[i] -
		    a * pl_cos(2 * PL_PI * hz * (double)i / rate) -
		    b * pl_sin(2 * PL_PI * hz * (double)i / rate);

		rest += left * left;
	}
	*amplitude = sqrt(a * a + b * b);
	*else_db = 10 * log10(rest / (double)(n - from) /
	    (*amplitude * *amplitude / 2) + 1e-30);
}

/* A slow sensor on the grid of a fast one: its tones, and no others. */
static void
test_tones(void)
{
	static const struct { double share, off, db; } tone[] = {
		{ 0.05, 1e-3, -80 }, { 0.1, 1e-3, -80 }, { 0.16, 1e-3, -74 },
		{ 0.2, 1e-3, -74 }, { 0.3, 2e-3, -57 }, { 0.36, 0.01, -44 },
		{ 0.4, 0.02, -34 },
	};
	static const double times[] = { 2, 8, 2.72 };
	double rate = 12.5, amplitude, db;
	size_t i, k, j, rows, m = 400;

	for (k = 0; k < 3; k++)
		for (j = 0; j < sizeof tone / sizeof *tone; j++) {
			for (i = 0; i < m; i++) {
				t[i] = (double)i / rate;
				x[0][i] = pl_sin(2 * PL_PI * tone[j].share *
				    (double)i);
				x[1][i] = 3;
			}
			rows = (size_t)((double)(m - 1) * times[k]);
			pl_resample_grid(t, in, 2, m, pl_resample_hole(rate),
			    0, rate * times[k], rows, to, NULL);
			i = (size_t)(10 * times[k]);
			fit(out[0], i, rows - i, rate * times[k],
			    tone[j].share * rate, &amplitude, &db);
			ok(fabs(amplitude - 1) < tone[j].off &&
			    db < tone[j].db && fabs(out[1][i] - 3) < 1e-12,
			    "a tone at %g of %g Hz, on %g Hz: %.3f, all else "
			    "%.0f dB", tone[j].share, rate, rate * times[k],
			    amplitude, db);
		}
}

/* Neither a hole nor a late stamp is bridged but as before. */
static void
test_edges(void)
{
	struct pl_holes h = { 0 };
	size_t i, empty = 0, m = 200;
	double rate = 25, line, far = 0;

	make(rate, 0, 1);
	for (i = 0; i < m; i++)
		x[0][i] = pl_sin(PL_PI * 0.4 * (double)i);
	for (i = 80; i < 100; i++)
		x[0][i] = NAN;
	t[150] += 0.2 / rate;
	pl_resample_grid(t, in, 1, m, pl_resample_hole(rate), 0, 2 * rate,
	    2 * m - 1, to, &h);
	for (i = 158; i < 2 * 107; i++)
		empty += pl_missing(out[0][i]);
	ok(h.count == 1 && empty == 2 * 20 + 1, "a hole stays open: %zu rows",
	    empty);
	for (i = 145; i < 149; i++) {
		line = (x[0][i] + x[0][i + 1]) / 2;
		far = fmax(far, fabs(out[0][2 * i + 1] - line));
	}
	line = (x[0][120] + x[0][121]) / 2;
	ok(far < 1e-12 && fabs(out[0][241] - line) > 0.05,
	    "straight lines about a late stamp, and no others");
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
	test_tones();
	test_edges();
	test_even();
	test_tidy();
	test_packets();
	test_parts();
	test_regress();
	return done();
}
