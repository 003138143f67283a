/* noise: steps and densities are found as they were made, or not at all */
#include <math.h>
#include <string.h>

#include "../lib/base/num.h"
#include "../lib/base/random.h"
#include "../lib/base/trig.h"
#include "../lib/imu/noise.h"
#include "tap.h"

enum { N = 6000 };
#define RESOLUTION 1e-6

static double x[N], y[N];
static unsigned char rest[N];

/* White noise about a slow wave of that size, of 0.93 Hz. */
static void
make(double sd, double wave, double rate_hz)
{
	struct pl_random r;
	int i;

	pl_random_seed(&r, 3, 1);
	for (i = 0; i < N; i++)
		x[i] = 2 + wave * pl_sin(1.86 * PL_PI * i / rate_hz) +
		    sd * pl_random_normal(&r);
}

/* As a converter has it, with a bias taken off after. */
static void
convert(double step, double bias)
{
	int i;

	for (i = 0; i < N; i++)
		x[i] = pl_num_round(step * floor(x[i] / step + 0.5) - bias, 6);
}

static double
step(size_t n)
{
	double s = -1, levels;

	return pl_noise_step(x, n, RESOLUTION, &s, &levels) ? -2 : s;
}

static bool
is(double got, double want, double share)
{
	return fabs(got / want - 1) <= share;
}

static void
steps(void)
{
	static const double q[] = { 6e-4, 0.004788, 0.019, 0.153 };
	struct pl_random r;
	int k, i;

	for (k = 0; k < 4; k++) {
		make(0.5 * q[k], 20 * q[k], 100);
		convert(q[k], 0);
		ok(is(step(N), q[k], 1e-3), "a step of %g is found", q[k]);
		make(0.5 * q[k], 20 * q[k], 100);
		convert(q[k], 0.37 * q[k] + 0.0123);
		ok(is(step(N), q[k], 1e-3), "%g: with a bias taken off", q[k]);
		for (i = 0; i < N; i += 7)
			x[i] = PL_MISSING;
		ok(is(step(N), q[k], 1e-3), "%g: with rows missing", q[k]);
		make(0.5 * q[k], 20 * q[k], 100);
		convert(q[k], 0);
		for (i = 10; i < N; i += 20)
			x[i] = pl_num_round((x[i - 1] + x[i + 1]) / 2, 6);
		ok(is(step(N), q[k], 1e-3), "%g: with one row in 20 bridged",
		    q[k]);
		make(0.87 * q[k], 0, 100);
		convert(q[k], 0);
		ok(is(step(N), q[k], 1e-2), "%g: in what lies still", q[k]);
	}
	make(0.5, 10, 100);
	ok(pl_missing(step(N)), "what has no steps has none");
	make(1e-6, 0, 100);
	convert(1e-6, 0);
	ok(pl_missing(step(N)), "nor are those of the column told");
	make(0.02, 1, 100);
	convert(0.004788, 0);
	pl_random_seed(&r, 9, 1);
	for (i = 0; i < N; i++)
		x[i] = pl_num_round(pl_cos(1) * x[i] + pl_sin(1) * floor(40 *
		    pl_random_uniform(&r)) * 0.004788, 6);
	ok(pl_missing(step(N)), "axes that were turned have none");
	make(0.3, 0, 100);
	convert(1, 0);
	ok(step(N) == 1, "a handful of values that come often");
	ok(pl_missing(step(100)), "and one that does not");
	ok(pl_missing(step(0)) && pl_missing(step(1)), "nor do no rows");
}

/* The density over all rows. */
static double
density(double rate_hz, double q)
{
	double d = -1;

	memset(rest, 1, sizeof rest);
	return pl_noise_density(x, rest, N, rate_hz, q, &d) ? -2 : d;
}

static void
densities(void)
{
	static const double rates[] = { 20, 50, 100, 285.7 };
	double d, sd = 0.01, want;
	int k, i;

	for (k = 0; k < 4; k++) {
		want = sd / sqrt(rates[k] / 2);
		make(sd, 0, rates[k]);
		ok(is(density(rates[k], PL_MISSING), want, 0.05),
		    "%g Hz: white noise has its density", rates[k]);
		make(sd, rates[k] < 50 ? sd : 3 * sd, rates[k]);
		ok(is(density(rates[k], PL_MISSING), want, 0.1),
		    "%g Hz: whatever sways beside it", rates[k]);
		make(sd, 0, rates[k]);
		convert(sd / 0.46, 0);
		ok(is(density(rates[k], sd / 0.46), want, 0.1),
		    "%g Hz: steps of twice its size are no part of it",
		    rates[k]);
		convert(sd / 0.1, 0);
		ok(pl_missing(density(rates[k], sd / 0.1)),
		    "%g Hz: what hides in the steps is not told", rates[k]);
	}
	make(sd, 0, 10);
	ok(pl_missing(density(10, PL_MISSING)), "10 Hz tell sway, not noise");
	make(sd, 0, 100);
	d = density(100, PL_MISSING);
	for (i = 0; i < N; i++)
		y[i] = x[i];
	for (i = 0; i < N; i++)
		x[i] = -1000 * y[i] + 7;
	ok(is(density(100, PL_MISSING), 1000 * d, 1e-9),
	    "a density has the unit of its signal, and no sign");
	for (i = 0; i < N; i++)
		x[i] = y[N - 1 - i];
	ok(is(density(100, PL_MISSING), d, 0.02), "backwards it is the same");
}

static void
rests(void)
{
	double sd = 0.01, want = sd / sqrt(50), d = 0;
	int i;

	make(sd, 0, 100);
	for (i = 0; i < N; i++) {
		rest[i] = i % 600 < 300;
		/* moves, and rings for half a second */
		if (i % 600 >= 300 || i % 600 < 50)
			x[i] += 100 * sd * pl_sin(0.6 * i);
	}
	ok(!pl_noise_density(x, rest, N, 100, PL_MISSING, &d) &&
	    is(d, want, 0.05), "rests alone count, without their ends");
	for (i = 0; i < N; i++)
		rest[i] = i < 200;
	ok(!pl_noise_density(x, rest, N, 100, PL_MISSING, &d) && pl_missing(d),
	    "2 s of rest do not tell it");
	for (i = 0; i < N; i++)
		rest[i] = i < 250;
	ok(!pl_noise_density(x, rest, N, 100, PL_MISSING, &d) &&
	    !pl_missing(d), "2.5 s do");
	memset(rest, 0, sizeof rest);
	ok(!pl_noise_density(x, rest, N, 100, PL_MISSING, &d) && pl_missing(d),
	    "nor does no rest");
}

int
main(void)
{
	steps();
	densities();
	rests();
	return done();
}
