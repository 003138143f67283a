/* low-pass filters: what passes, what does not, and that lanes are alone */
#include <math.h>
#include <string.h>

#include "../lib/base/random.h"
#include "../lib/base/trig.h"
#include "../lib/dsp/sos.h"
#include "tap.h"

enum { N = 4000, COLS = 19 };
static double x[COLS][N], y[COLS][N];
static double *col[COLS], *other[COLS];

static void
noise(void)
{
	struct pl_random r;
	int c, t;

	pl_random_seed(&r, 3, 1);
	for (c = 0; c < COLS; c++) {
		col[c] = x[c];
		other[c] = y[c];
		for (t = 0; t < N; t++)
			x[c][t] = pl_random_normal(&r);
	}
	memcpy(y, x, sizeof x);
}

/* The gain of a sine of this frequency, away from the ends. */
static double
gain(const struct pl_sos *f, double hz, double rate)
{
	double sine = 0, cosine = 0;
	int t;

	for (t = 0; t < N; t++)
		x[0][t] = cos(2 * PL_PI * hz / rate * t);
	if (pl_sos_zerophase(f, col, 1, N))
		return NAN;
	for (t = N / 4; t < N * 3 / 4; t++) {
		double a = 2 * PL_PI * hz / rate * t;

		cosine += x[0][t] * cos(a);
		sine += x[0][t] * sin(a);
	}
	return hypot(cosine, sine) / (N / 4.0);
}

static void
responses(void)
{
	static const struct { int order; double cutoff, rate; } row[] = {
		{ 2, 6, 100 }, { 2, 5, 85 }, { 2, 6, 15 }, { 4, 6, 100 },
		{ 4, 10, 1000 }, { 8, 20, 200 }, { 16, 40, 100 },
	};
	struct pl_sos f;
	size_t i;

	for (i = 0; i < sizeof row / sizeof *row; i++) {
		double cut = row[i].cutoff, rate = row[i].rate, w, want;

		if (pl_sos_lowpass(&f, row[i].order, cut, rate)) {
			ok(false, "a filter is made");
			continue;
		}
		ok(fabs(gain(&f, cut, rate) - sqrt(0.5)) < 2e-3,
		    "order %d, %g of %g Hz: -3 dB at the cutoff, both passes "
		    "counted", row[i].order, cut, rate);
		/* half of the cutoff, by the prototype */
		w = tan(PL_PI * cut / 2 / rate) / tan(PL_PI * cut / rate);
		want = 1 / (1 + (sqrt(2) - 1) * pow(w, 2 * row[i].order));
		ok(fabs(gain(&f, cut / 2, rate) - want) < 2e-3,
		    "    and %.4f at half of it", want);
	}
}

/* The worst error of a line of n rows. */
static double
line(const struct pl_sos *f, size_t n, double slope)
{
	double worst = 0;
	size_t t;

	for (t = 0; t < n; t++)
		x[0][t] = 9.80665 + slope * (double)t;
	if (pl_sos_zerophase(f, col, 1, n))
		return NAN;
	for (t = 0; t < n; t++)
		worst = fmax(worst, fabs(x[0][t] - 9.80665 -
		    slope * (double)t));
	return worst;
}

static void
lines(void)
{
	static const size_t length[] = { 1, 2, 3, 7, 31, 64, 65, 100, N };
	double flat = 0, steep = 0;
	struct pl_sos f, g;
	size_t i;

	if (pl_sos_lowpass(&f, 2, 6, 100) || pl_sos_lowpass(&g, 4, 5, 1000))
		return;
	for (i = 0; i < sizeof length / sizeof *length; i++) {
		flat = fmax(flat, fmax(line(&f, length[i], 0),
		    line(&g, length[i], 0)));
		steep = fmax(steep, fmax(line(&f, length[i], 0.1),
		    line(&g, length[i], 0.1)));
	}
	ok(flat < 1e-11, "a constant passes, however short: %.1e", flat);
	ok(steep < 1e-9, "so does a straight line: %.1e", steep);
	ok(pl_sos_zerophase(&f, col, 1, 0) == PL_OK &&
	    pl_sos_zerophase(&f, col, 0, 5) == PL_OK,
	    "no rows and no columns are no error");
}

static void
phase(void)
{
	double worst = 0, sum = 0;
	struct pl_sos f;
	int t;

	if (pl_sos_lowpass(&f, 4, 6, 100))
		return;
	memset(x[0], 0, sizeof x[0]);
	x[0][N / 2] = 1;
	if (pl_sos_zerophase(&f, col, 1, N))
		return;
	for (t = 0; t < N / 2; t++)
		worst = fmax(worst, fabs(x[0][N / 2 - t] - x[0][N / 2 + t]));
	for (t = 0; t < N; t++)
		sum += x[0][t];
	ok(worst < 1e-15, "the response to an impulse is even: %.1e", worst);
	ok(fabs(sum - 1) < 1e-12, "and its sum is 1");

	noise();
	for (t = 0; t < N; t++)
		y[0][t] = x[0][N - 1 - t];
	if (pl_sos_zerophase(&f, col, 1, N) ||
	    pl_sos_zerophase(&f, other, 1, N))
		return;
	for (t = 0, worst = 0; t < N; t++)
		worst = fmax(worst, fabs(x[0][t] - y[0][N - 1 - t]));
	ok(worst < 1e-3, "time reversed comes out reversed, the ends included: "
	    "%.1e", worst);
}

static void
lanes(void)
{
	struct pl_sos f;
	int c;

	if (pl_sos_lowpass(&f, 2, 6, 100))
		return;
	noise();
	if (pl_sos_zerophase(&f, col, COLS, N))
		return;
	for (c = 0; c < COLS; c++)
		if (pl_sos_zerophase(&f, &other[c], 1, N))
			return;
	ok(memcmp(x, y, sizeof x) == 0,
	    "19 columns together are each alone, to the bit");
}

static void
holes(void)
{
	double *tail[2] = { y[0] + 1001, y[1] + 1001 };
	struct pl_sos f;

	if (pl_sos_lowpass(&f, 2, 6, 100))
		return;
	noise();
	x[0][1000] = x[1][0] = x[1][N - 1] = NAN;
	if (pl_sos_present(&f, col, 2, N) ||
	    pl_sos_zerophase(&f, tail, 2, N - 1002))
		return;
	ok(memcmp(x[0] + 1001, tail[0], (N - 1002) * sizeof **x) == 0 &&
	    memcmp(x[1] + 1001, tail[1], (N - 1002) * sizeof **x) == 0,
	    "what lies between two holes is filtered as if alone");
	ok(x[0][1000] != x[0][1000] && x[1][1000] == y[1][1000] &&
	    x[0][0] == y[0][0],
	    "rows in a hole stay as they are");
}

static void
refusals(void)
{
	struct pl_sos f = { .n = 7 };

	ok(pl_sos_lowpass(&f, 2, 0, 100) == PL_ERANGE &&
	    pl_sos_lowpass(&f, 2, 50, 100) == PL_ERANGE &&
	    pl_sos_lowpass(&f, 2, NAN, 100) == PL_ERANGE &&
	    pl_sos_lowpass(&f, 3, 6, 100) == PL_ERANGE &&
	    pl_sos_lowpass(&f, 0, 6, 100) == PL_ERANGE &&
	    pl_sos_lowpass(&f, 18, 6, 100) == PL_ERANGE && f.n == 7,
	    "no cutoff outside 0 to half the rate, no odd order, and nothing "
	    "is changed");
}

int
main(void)
{
	noise();
	responses();
	lines();
	phase();
	lanes();
	holes();
	refusals();
	return done();
}
