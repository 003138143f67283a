/* welch: densities of what has a known one */
#include <math.h>
#include <string.h>

#include "../lib/base/num.h"
#include "../lib/base/random.h"
#include "../lib/base/trig.h"
#include "../lib/dsp/welch.h"
#include "tap.h"

enum { N = 20000, W = 200 };
static double x[N], psd[W / 2 + 1];
static unsigned char mark[N];

/* White noise; returns its variance. */
static double
noise(double sd)
{
	double mean = 0, square = 0;
	struct pl_random r;
	int i;

	pl_random_seed(&r, 5, 1);
	for (i = 0; i < N; i++) {
		x[i] = 3 + sd * pl_random_normal(&r);
		mean += x[i] / N;
		square += x[i] * x[i] / N;
	}
	return square - mean * mean;
}

int
main(void)
{
	double sum, is, worst = 0, two[W / 2 + 1];
	size_t pieces, i;
	int k;

	is = noise(.2);
	ok(!pl_welch(x, NULL, N, 100, W, psd, &pieces) && pieces == 199,
	    "pieces overlap by half");
	/* the level of white noise is 2 sd^2 / rate */
	for (k = 5, sum = 0; k < 95; k++)
		sum += psd[k] / 90;
	ok(fabs(sum / (2 * is / 100) - 1) < .02, "white noise has its level: "
	    "%.3g of %.3g", sum, 2 * is / 100);
	sum = pl_welch_band(psd, W, .5, 0, 50);
	ok(fabs(sum / is - 1) < .02, "and its variance: %.4f", sum);
	ok(fabs(pl_welch_band(psd, W, .5, 0, 20.3) + pl_welch_band(psd, W, .5,
	    20.3, 50) - sum) < 1e-12, "bands add up");
	for (i = 0; i < N; i++)
		x[i] = 2 * pl_sin(2 * PL_PI * 10 * (double)i / 100) + 7;
	if (pl_welch(x, NULL, N, 100, W, psd, &pieces))
		ok(false, "a tone");
	for (k = 1, i = 0; k <= W / 2; k++)
		i = psd[k] > psd[i] ? (size_t)k : i;
	ok(i == 20 && fabs(pl_welch_band(psd, W, .5, 8, 12) - 2) < 1e-6,
	    "a tone of 10 Hz and size 2 has a power of 2 there: %.6f",
	    pl_welch_band(psd, W, .5, 8, 12));
	ok(pl_welch_band(psd, W, .5, 13, 50) < 1e-9 && psd[0] < 1e-12,
	    "none elsewhere, and no mean");

	/* a phase by itself, and a hole */
	is = noise(.2);
	for (i = 0; i < N; i++) {
		mark[i] = i / 1000 % 2 == 0;
		if (!mark[i])
			x[i] = 1e6;
	}
	if (pl_welch(x, mark, N, 100, W, psd, &pieces))
		ok(false, "marked rows");
	ok(pieces == 90 && fabs(pl_welch_band(psd, W, .5, 0, 50) / is - 1) <
	    .05, "rows that are not marked are in no piece: %zu", pieces);
	for (i = 0; i < N; i++)
		if (!mark[i])
			x[i] = PL_MISSING;
	if (pl_welch(x, NULL, N, 100, W, two, &pieces))
		ok(false, "holes");
	for (k = 0; k <= W / 2; k++)
		worst = fmax(worst, fabs(two[k] - psd[k]));
	ok(pieces == 90 && worst == 0, "nor are missing ones");
	ok(pl_welch(x, NULL, 150, 100, W, psd, &pieces) == PL_ESHORT &&
	    pl_welch(x, NULL, N, 100, 3, psd, &pieces) == PL_ESHORT,
	    "what is too short is refused");
	is = noise(.2);
	if (pl_welch(x, NULL, N, 100, 199, psd, &pieces))
		ok(false, "odd pieces");
	ok(fabs(pl_welch_band(psd, 199, 100 / 199., 0, 50) / is - 1) < .05,
	    "an odd number of rows is one, too: %.4f", pl_welch_band(psd, 199,
	    100 / 199., 0, 50));
	return done();
}
