/* turning points, ripples and gaps */
#include <stdlib.h>

#include "../lib/base/num.h"
#include "../lib/base/trig.h"
#include "../lib/dsp/peaks.h"
#include "tap.h"

enum { N = 1000 };
static double x[N];

static bool
turns_are(double reversal, const size_t *want, size_t n)
{
	size_t *turn, count, i;
	bool same;

	if (pl_peaks_turns(x, N, reversal, &turn, &count))
		return false;
	same = count == n;
	for (i = 0; i < n && same; i++)
		same = turn[i] == want[i];
	free(turn);
	return same;
}

int
main(void)
{
	size_t i, *turn, count;

	for (i = 0; i < N; i++)		/* lows at 125, 375, ... */
	for (i = 0; i < N; i++)
		x[i] = pl_cos(2 * PL_PI * (double)i / 250);
	ok(turns_are(0.5, (size_t[]){ 0, 125, 250, 375, 500, 625, 750, 875,
	    999 }, 9), "every high and low of a cosine, and the ends");
	x[180] += 0.4;
	x[181] = PL_MISSING;
	ok(turns_are(0.5, (size_t[]){ 0, 125, 250, 375, 500, 625, 750, 875,
	    999 }, 9), "a ripple below the reversal and a gap are none");
	ok(turns_are(3, (size_t[]){ 0, 999 }, 2), "too small to turn");
	for (i = 0; i < N; i++)
		x[i] = PL_MISSING;
	ok(pl_peaks_turns(x, N, 1, &turn, &count) == PL_ESHORT,
	    "nothing but gaps");
	return done();
}
