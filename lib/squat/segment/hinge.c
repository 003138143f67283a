#include "hinge.h"

#include <math.h>

#include "../../base/trig.h"

#define LOW_LEAST 0.10		/* of the peak */
#define LOW_MOST 0.15
#define SWAY (2 * PL_DEG)	/* rad/s */
#define PEAK_SHARE 0.25		/* of the descent: the peak is before */
#define FALLEN 0.8		/* of the peak: it is past */

/* When the rate of a movement of length 1 reaches a share of its peak:
 * sin(pi x), and 16 x^2 (1 - x)^2. */
static double
when_sine(double share)
{
	return pl_atan2(share, sqrt(1 - share * share)) / PL_PI;
}

static double
when_jerk(double share)
{
	return (1 - sqrt(1 - sqrt(share))) / 2;
}

/* How far before its first crossing it begins, in units of the time from there
 * to the second, by how it goes on to the third. */
static double
back(double low, double ratio)
{
	double s1 = when_sine(low), s3 = when_sine(3 * low);
	double j1 = when_jerk(low), j3 = when_jerk(3 * low);
	double sine = (when_sine(6 * low) - s3) / (s3 - s1);
	double jerk = (when_jerk(6 * low) - j3) / (j3 - j1);
	double x = (sine - ratio) / (sine - jerk);

	x = x < 0 ? 0 : x > 1 ? 1 : x;
	return (1 - x) * s1 / (s3 - s1) + x * j1 / (j3 - j1);
}

/* Where it first passes a level between two rows. */
static double
crossing(const double *x, size_t a, size_t b, double level)
{
	for (; a < b; a++)
		if (x[a] <= level && x[a + 1] > level)
			return (double)a + (level - x[a]) / (x[a + 1] - x[a]);
	return (double)b;
}

double
pl_hinge_begin(const double *rate, size_t from, size_t ecc, size_t low,
    double rate_hz)
{
	size_t most = (size_t)(PL_HINGE_S * rate_hz + 0.5), peak = ecc, i;
	size_t last = ecc + (size_t)(PEAK_SHARE * (double)(low - ecc) + 0.5);
	double share, t1, t3, t6;

	from = ecc > most && ecc - most > from ? ecc - most : from;
	for (i = ecc; i <= last && rate[i] >= FALLEN * rate[peak]; i++)
		if (rate[i] > rate[peak])
			peak = i;
	if (!(rate[peak] >= 2 * SWAY))
		return (double)ecc;
	share = SWAY / rate[peak];
	share = share < LOW_LEAST ? LOW_LEAST : share < LOW_MOST ? share :
	    LOW_MOST;
	for (i = peak; i > from && rate[i] > share * rate[peak]; i--)
		;
	t1 = crossing(rate, i, peak, share * rate[peak]);
	t3 = crossing(rate, i, peak, 3 * share * rate[peak]);
	t6 = crossing(rate, i, peak, 6 * share * rate[peak]);
	/* what came before goes over into it without a stop */
	if (i == from && rate[i] > share * rate[peak])
		t1 = t3 = (double)from;
	if (t3 > t1)
		t1 -= (t3 - t1) * back(share, (t6 - t3) / (t3 - t1));
	return t1 < (double)from ? (double)from : t1 > (double)ecc ?
	    (double)ecc : t1;
}
