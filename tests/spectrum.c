/* arc length and autocorrelation against what they must be */
#include <math.h>
#include <string.h>

#include "../lib/base/num.h"
#include "../lib/base/random.h"
#include "../lib/base/trig.h"
#include "../lib/dsp/spectrum.h"
#include "tap.h"

enum { MOST = 4000 };

/* The speed of minimum jerk over n rows, its size apart. */
static void
minjerk(double *v, size_t n, double size)
{
	size_t i;

	for (i = 0; i < n; i++) {
		double x = (double)i / (double)(n - 1);

		v[i] = size * 30 * x * x * (1 - x) * (1 - x);
	}
}

static double
arc(const double *v, size_t n, double rate_hz)
{
	double s = NAN;

	return pl_spectrum_arc_length(v, n, rate_hz, &s) ? NAN : s;
}

/* Fourier integral of that speed by definition, and its length by small
 * steps: no transform of ours, no padding. */
static double
arc_by_hand(const double *v, size_t n, double rate_hz)
{
	enum { STEPS = 20000 };
	static double mag[STEPS + 1];
	double length = 0, f, re, im;
	int to = 0, i;
	size_t t;

	for (i = 0; i <= STEPS; i++) {
		f = PL_SPECTRUM_ARC_HZ * i / STEPS;
		re = im = 0;
		for (t = 0; t < n; t++) {
			double w = 2 * PL_PI * f * (double)t / rate_hz;

			re += v[t] * pl_cos(w);
			im += v[t] * pl_sin(w);
		}
		mag[i] = sqrt(re * re + im * im);
		if (mag[i] >= PL_SPECTRUM_ARC_LEVEL * mag[0])
			to = i;
	}
	for (i = 0; i < to; i++) {
		double dx = 1. / to, dy = (mag[i + 1] - mag[i]) / mag[0];

		length += sqrt(dx * dx + dy * dy);
	}
	return -length;
}

static void
arcs(void)
{
	static double v[MOST], w[MOST];
	double one, two;
	size_t i;

	minjerk(v, 150, .5);
	one = arc(v, 150, 100);
	printf("# minimum jerk: %.4f, by hand %.4f\n", one,
	    arc_by_hand(v, 150, 100));
	ok(fabs(one - arc_by_hand(v, 150, 100)) < .02,
	    "arc length is that of the Fourier integral, but for a bin");
	minjerk(w, 150, 70);
	ok(arc(w, 150, 100) == one, "the size of a movement does not matter");
	minjerk(w, 300, .5);
	ok(fabs(arc(w, 300, 100) - one) < .01, "its duration hardly");
	minjerk(w, 1500, .5);
	ok(fabs(arc(w, 1500, 1000) - one) < .01, "nor the rate");
	minjerk(w, 19, .5);
	ok(fabs(arc(w, 19, 12.5) - one) < .03, "not even at 12.5 Hz");
	for (i = 0; i < 75; i++)
		w[149 - i] = w[i] = v[2 * i];
	two = arc(w, 150, 100);
	printf("# two strokes: %.4f\n", two);
	ok(two < one - .3, "a halt half-way lowers it");
	for (i = 0; i < 150; i++)
		w[i] = v[i] * (1 + .2 * pl_sin(2 * PL_PI * 5 * (double)i / 100));
	ok(arc(w, 150, 100) < one - .05, "a tremor lowers it");
	memset(w, 0, sizeof w);
	ok(pl_spectrum_arc_length(w, 100, 100, &two) == PL_ESTATE,
	    "no speed has no smoothness");
	v[7] = NAN;
	ok(pl_spectrum_arc_length(v, 150, 100, &two) == PL_ESTATE &&
	    pl_spectrum_arc_length(v, 7, 100, &two) == PL_ESHORT &&
	    pl_spectrum_arc_length(v + 8, 40, 1, &two) == PL_ESTATE,
	    "a hole, 7 rows, more than 30 s: refused");
}

/* By the definition, a lag at a time. */
static double
lag(const double *x, size_t n, size_t k)
{
	double mean = 0, c = 0, a = 0, b = 0;
	size_t i, m = 0;

	for (i = 0; i < n; i++)
		if (!pl_missing(x[i])) {
			mean += x[i];
			m++;
		}
	mean /= (double)m;
	for (i = 0; i + k < n; i++)
		if (!pl_missing(x[i]) && !pl_missing(x[i + k])) {
			c += (x[i] - mean) * (x[i + k] - mean);
			a += (x[i] - mean) * (x[i] - mean);
			b += (x[i + k] - mean) * (x[i + k] - mean);
		}
	return c / sqrt(a * b);
}

static void
autocorrelations(void)
{
	static double x[MOST], r[MOST];
	struct pl_random random;
	double worst = 0;
	size_t i, n = 777, k;
	bool in = true;

	pl_random_seed(&random, 5, 0);
	for (i = 0; i < n; i++)
		x[i] = 9.81 + pl_random_normal(&random);
	for (i = 300; i < 350; i++)
		x[i] = NAN;
	ok(!pl_spectrum_autocorrelation(x, n, n / 2, r) && r[0] == 1,
	    "lag 0 is 1");
	for (k = 0; k < n / 2; k++) {
		worst = fmax(worst, fabs(r[k] - lag(x, n, k)));
		in = in && r[k] >= -1 && r[k] <= 1;
	}
	printf("# worst difference %.2g\n", worst);
	ok(in && worst < 2e-9, "it is its definition, holes and all");
	for (i = 0; i < MOST; i++)
		x[i] = 3 + pl_sin(2 * PL_PI * (double)i / 250) +
		    .5 * pl_cos(4 * PL_PI * (double)i / 250);
	ok(!pl_spectrum_autocorrelation(x, MOST, 2001, r) &&
	    fabs(r[250] - 1) < 1e-8 && fabs(r[1750] - 1) < 1e-8 &&
	    r[125] < .1, "a period is 1 however long the lag");
	for (i = 0; i < MOST; i++)
		x[i] = 2;
	ok(pl_spectrum_autocorrelation(x, MOST, 10, r) == PL_ESTATE &&
	    pl_spectrum_autocorrelation(x, 10, 11, r) == PL_ESHORT &&
	    pl_spectrum_autocorrelation(x, 10, 0, r) == PL_ESHORT,
	    "a constant, more lags than rows, none: refused");
	x[0] = x[1] = NAN;
	x[5] = 3;
	ok(!pl_spectrum_autocorrelation(x, 6, 6, r) && pl_missing(r[4]) &&
	    pl_missing(r[5]), "where nothing overlaps it is missing");
}

int
main(void)
{
	arcs();
	autocorrelations();
	ok(strncmp(pl_spectrum_version(), "fftw-3", 6) == 0,
	    "it says which FFTW");
	return done();
}
