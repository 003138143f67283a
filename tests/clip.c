/* clip: what stands at the end of a range is found, and nothing else */
#include <math.h>
#include <string.h>

#include "../lib/base/num.h"
#include "../lib/base/random.h"
#include "../lib/base/trig.h"
#include "../lib/imu/clip.h"
#include "tap.h"

enum { N = 6000 };

static double x[3][N];
static unsigned char mark[N];
static const double *const axes[3] = { x[0], x[1], x[2] };

/* Turns of ten seconds by up to top rad/s at 100 Hz, in steps (0: none), with
 * noise; each of another height. */
static void
turns(double top, double noise, double step)
{
	struct pl_random r;
	int i, c;

	pl_random_seed(&r, 5, 0);
	for (i = 0; i < N; i++) {
		double t = i / 100., high = 1 - 0.1 * floor(t / 10);

		for (c = 0; c < 3; c++) {
			double w = top * high * pl_sin(2 * PL_PI * t / 10 +
			    2. * c) + noise * pl_random_normal(&r);

			x[c][i] = step > 0 ? step * floor(w / step + .5) : w;
		}
	}
}

static size_t
limit(int axis, double lo, double hi)
{
	size_t i, n = 0;

	for (i = 0; i < N; i++) {
		n += x[axis][i] <= lo || x[axis][i] >= hi;
		x[axis][i] = fmin(fmax(x[axis][i], lo), hi);
	}
	return n;
}

static size_t
marked(void)
{
	size_t i, n = 0;

	for (i = 0; i < N; i++)
		n += mark[i];
	return n;
}

static struct pl_clip
find(int axis)
{
	memset(mark, 0, sizeof mark);
	return pl_clip_find(axes, axis, N, PL_CLIP_GYR, mark);
}

static void
finds(void)
{
	static const double steps[] = { 0, 1e-3, 0.02, 0.05 };
	struct pl_clip clip;
	size_t n, i, k;

	for (k = 0; k < 4; k++) {
		turns(3, 0.01, steps[k]);
		n = limit(1, -2, 9);
		clip = find(1);
		ok(clip.rows == n && marked() == n && clip.limit == -2 &&
		    x[1][clip.first] == -2 && mark[clip.first],
		    "in steps of %g: all %zu rows at the limit", steps[k], n);
		ok(find(0).rows == 0 && find(2).rows == 0,
		    "in steps of %g: and none of the other axes", steps[k]);
	}
	turns(3, 0.01, 0);
	n = limit(0, -2.2, 2.4);
	for (i = 0; i < N; i++)
		x[0][i] -= 0.07;
	ok(find(0).rows == n, "limits of both sides, with a bias taken off");
	x[0][find(0).first + 1] = PL_MISSING;
	ok(find(0).rows == n - 1, "a missing value is not at a limit");
}

static void
leaves(void)
{
	static const double steps[] = { 0, 1e-3, 0.02, 0.1, 0.4 };
	size_t k, i;

	for (k = 0; k < 5; k++) {
		turns(3, 0, steps[k]);
		ok(!find(0).rows && !find(1).rows, "smooth peaks in steps of "
		    "%g are none", steps[k]);
		turns(3, 0.05, steps[k]);
		ok(!find(0).rows && !find(1).rows, "nor are noisy ones");
	}
	turns(0.4, 0, 0);
	limit(0, -0.2, 0.2);
	ok(!find(0).rows, "a limit that no sensor has is none");
	turns(3, 0.01, 0);
	for (i = 0; i < N; i++)
		x[0][i] = x[0][i - i % 4], x[1][i] = x[1][i - i % 4],
		    x[2][i] = x[2][i - i % 4];
	ok(!find(0).rows && !find(1).rows, "nor are samples that are held");
	for (i = 0; i < N; i++)
		x[0][i] = PL_MISSING;
	ok(!find(0).rows && marked() == 0, "nor is what is missing");
	ok(pl_clip_find(axes, 1, 0, PL_CLIP_GYR, NULL).rows == 0,
	    "no rows, no limit");
}

int
main(void)
{
	finds();
	leaves();
	return done();
}
