#include "noise.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "../dsp/stat.h"
#include "rest.h"

enum { ENOUGH = 4, MANY = 16 };	/* values that come often, or at all, to tell
				 * a step by */
enum { FEWER = 8 };		/* times less often than a neighbour */
enum { FULL = 50 };		/* times, that fewer values than MANY come */
enum { NEAR = 10 };		/* steps: distances that are judged */
enum { FINE = 50 };		/* resolutions: less, and all would fit */
#define WHOLE 0.9		/* of them are whole numbers of steps */

/* Where in the sorted distances the least common one is looked for. */
static const double least[] = { 0.05, 0.15, 0.3 };

#define WINDOW_S 0.5
#define RING_S 0.5
#define SLOWEST_HZ 20.0
enum { WINDOWS = 4 };

static int
by_size(const void *p, const void *q)
{
	double a = *(const double *)p, b = *(const double *)q;

	return (a > b) - (a < b);
}

/* Of n sorted values those that differ, each once, into the same place, and how
 * often they come. */
static size_t
tally(double *x, size_t n, double *often)
{
	size_t i, from = 0, m = 0;

	for (i = 1; i <= n; i++)
		if (i == n || x[i] != x[from]) {
			x[m] = x[from];
			often[m++] = (double)(i - from);
			from = i;
		}
	return m;
}

/* The values that come twice, and not much less often than those beside them:
 * what lies half way between two by a line of one lost row does. */
static size_t
common(const double *x, const double *often, size_t m, double *to)
{
	size_t i, n = 0;

	for (i = 0; i < m; i++) {
		double most = 2 * FEWER;

		if (i && often[i - 1] > most)
			most = often[i - 1];
		if (i + 1 < m && often[i + 1] > most)
			most = often[i + 1];
		if (often[i] * FEWER >= most)
			to[n++] = x[i];
	}
	return n;
}

/*
 * Do the sorted distances below NEAR steps go by this step?  Each is off by the
 * rounding of its two ends, the step as well.  Then the step is refined: what
 * they add up to over how many steps they are.
 */
static bool
fits(const double *d, size_t n, size_t enough, double resolution, double *step)
{
	double sum = 0, steps = 0;
	size_t i, seen, whole = 0;

	for (i = 0; i < n && d[i] < NEAR * *step; i++) {
		double k = floor(d[i] / *step + 0.5);

		if (k > 0 && fabs(d[i] - k * *step) < (1.1 + k) * resolution) {
			whole++;
			sum += d[i];
			steps += k;
		}
	}
	seen = i;
	if (seen + 1 < enough || (double)whole < WHOLE * (double)seen)
		return false;
	*step = sum / steps;
	return true;
}

/* The step of m sorted values that differ, if there are enough of them; x
 * becomes their distances. */
static double
step_of(double *x, size_t m, size_t enough, double resolution)
{
	size_t i, k;

	if (m < enough)
		return PL_MISSING;
	for (i = 0; i + 1 < m; i++)
		x[i] = x[i + 1] - x[i];
	qsort(x, m - 1, sizeof *x, by_size);
	for (k = 0; k < sizeof least / sizeof *least; k++) {
		double step = x[(size_t)(least[k] * (double)(m - 2))];

		if (step > FINE * resolution &&
		    fits(x, m - 1, enough, resolution, &step))
			return step;
	}
	return PL_MISSING;
}

/* The least distance between m sorted values, if that is no resolution. */
static double
closest(const double *x, size_t m, double resolution)
{
	double d = PL_MISSING;
	size_t i;

	for (i = 1; i < m; i++)
		if (!(x[i] - x[i - 1] >= d))
			d = x[i] - x[i - 1];
	return d > FINE * resolution ? d : PL_MISSING;
}

enum pl_err
pl_noise_step(const double *x, size_t n, double resolution, double *step,
    double *levels)
{
	double *all = pl_mem_array(n, sizeof *all);
	double *often = pl_mem_array(n, sizeof *often);
	double *some = pl_mem_array(n, sizeof *some);
	enum pl_err err = all && often && some ? PL_OK : PL_ENOMEM;
	size_t i, m = 0, rows = 0;

	for (i = 0; !err && i < n; i++)
		if (!pl_missing(x[i]))
			all[rows++] = x[i];
	if (!err) {
		qsort(all, rows, sizeof *all, by_size);
		m = tally(all, rows, often);
		*levels = (double)m;
		*step = step_of(some, common(all, often, m, some), ENOUGH,
		    resolution);
		if (pl_missing(*step) && m < MANY && rows >= m * FULL)
			*step = closest(all, m, resolution);
		if (pl_missing(*step))
			*step = step_of(all, m, MANY, resolution);
	}
	free(all);
	free(often);
	free(some);
	return err;
}

/* Mean square of the second differences of n rows. */
static double
rough(const double *x, size_t n)
{
	double sum = 0;
	size_t i;

	for (i = 2; i < n; i++) {
		double d = x[i] - 2 * x[i - 1] + x[i - 2];

		sum += d * d;
	}
	return sum / (double)(n - 2);
}

/*
 * The median of the mean of n squares, over what is expected of it: of k
 * degrees of freedom, (1 - 2 / 9k)^3.  Neighbours among second differences
 * correlate by -2/3 and 1/6, so n are worth n / (1 + 2 (4/9 + 1/36)) apart.
 */
static double
median_share(size_t n)
{
	double k = (double)n / (1 + 2 * (4. / 9 + 1. / 36));
	double s = 1 - 2 / (9 * k);

	return s * s * s;
}

enum pl_err
pl_noise_density(const double *x, const unsigned char *rest, size_t n,
    double rate_hz, double step, double *density)
{
	double q = pl_missing(step) ? 0 : step * step / 12, v;
	size_t w = (size_t)(WINDOW_S * rate_hz + 0.5);
	size_t ring = (size_t)(RING_S * rate_hz + 0.5), i, m = 0;
	struct pl_span s = { 0, 0 };
	double *win;

	*density = PL_MISSING;
	if (!(rate_hz >= SLOWEST_HZ))
		return PL_OK;
	win = pl_mem_array(n / (w / 2) + 1, sizeof *win);
	if (!win)
		return PL_ENOMEM;
	while (pl_rest_next(rest, n, s.to, &s))
		for (i = s.from + ring; i + w + ring <= s.to; i += w / 2)
			win[m++] = rough(x + i, w);
	if (m >= WINDOWS) {
		v = pl_stat_median(win, m) / median_share(w - 2) / 6;
		if (v >= 2 * q)
			*density = sqrt((v - q) / (rate_hz / 2));
	}
	free(win);
	return PL_OK;
}
