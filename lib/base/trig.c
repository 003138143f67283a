#include "trig.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

/* pi/2 and ln 2 in parts of 33 bits, so that k times a part is exact for
 * |k| < 2^20; the last part holds the rest. */
#define PIO2_A 1.57079632673412561417e+00
#define PIO2_B 6.07710050630396597660e-11
#define PIO2_C 2.02226624879595063154e-21
#define LN2_A 6.93147180369123816490e-01
#define LN2_B 1.90821492927058770002e-10

/* Nearest integer for |x| < 2^51, by the rounding of the addition. */
static double
nearest(double x)
{
	const double big = 6755399441055744.0;	/* 1.5 * 2^52 */

	return (x + big) - big;
}

/* Remainder below 2^-57 for |r| <= pi/4. */
static double
sin_core(double r)
{
	double z = r * r, s;

	s = -1 / 1307674368000.0 + z * (1 / 355687428096000.0);
	s = 1 / 6227020800.0 + z * s;
	s = -1 / 39916800.0 + z * s;
	s = 1 / 362880.0 + z * s;
	s = -1 / 5040.0 + z * s;
	s = 1 / 120.0 + z * s;
	s = -1 / 6.0 + z * s;
	return r + r * z * s;
}

static double
cos_core(double r)
{
	double z = r * r, s;

	s = 1 / 20922789888000.0 + z * (-1 / 6402373705728000.0);
	s = -1 / 87178291200.0 + z * s;
	s = 1 / 479001600.0 + z * s;
	s = -1 / 3628800.0 + z * s;
	s = 1 / 40320.0 + z * s;
	s = -1 / 720.0 + z * s;
	s = 1 / 24.0 + z * s;
	return 1 - (0.5 * z - z * z * s);
}

/* sin(rad + quarter * pi/2) */
static double
sine(double rad, int quarter)
{
	double k, r;
	int q;

	if (!(rad > -1e6 && rad < 1e6))
		return NAN;
	k = nearest(rad * (2 / PL_PI));
	r = ((rad - k * PIO2_A) - k * PIO2_B) - k * PIO2_C;
	q = ((int)k + quarter) & 3;
	rad = q & 1 ? cos_core(r) : sin_core(r);
	return q & 2 ? -rad : rad;
}

double
pl_sin(double rad)
{
	return sine(rad, 0);
}

double
pl_cos(double rad)
{
	return sine(rad, 1);
}

/* atan of u in 0..1: atan(c) + atan((u - c) / (1 + u c)) with c the nearest
 * eighth, so that the argument of the series stays below 1/16. */
static double
atan_unit(double u)
{
	static const double at[] = {	/* atan(k / 8) */
		0, 0.12435499454676143503, 0.24497866312686415417,
		0.35877067027057222040, 0.46364760900080611621,
		0.55859931534356243597, 0.64350110879328438680,
		0.71882999962162450542, 0.78539816339744830962,
	};
	int k = (int)(u * 8 + 0.5);
	double c = k / 8.0, r = (u - c) / (1 + u * c), z = r * r, s;

	s = -1 / 15.0;			/* remainder (1/16)^17 / 17 */
	s = 1 / 13.0 + z * s;
	s = -1 / 11.0 + z * s;
	s = 1 / 9.0 + z * s;
	s = -1 / 7.0 + z * s;
	s = 1 / 5.0 + z * s;
	s = -1 / 3.0 + z * s;
	return at[k] + (r + r * z * s);
}

double
pl_atan2(double y, double x)
{
	double ax = fabs(x), ay = fabs(y), a;

	if (x != x || y != y)
		return NAN;
	if (ax == 0 && ay == 0)
		return 0;
	if (isinf(ax) && isinf(ay))
		a = PL_PI / 4;
	else if (ay <= ax)
		a = atan_unit(ay / ax);
	else
		a = PL_PI / 2 - atan_unit(ax / ay);
	if (x < 0)
		a = PL_PI - a;
	return y < 0 ? -a : a;
}

double
pl_exp(double x)
{
	double k, r, s;
	int n;

	if (x != x)
		return x;
	if (x < -700)
		return 0;
	if (x > 700)
		return INFINITY;
	k = nearest(x / 0.69314718055994530942);
	r = (x - k * LN2_A) - k * LN2_B;
	s = 1;				/* remainder (ln 2 / 2)^16 / 16! */
	for (n = 15; n > 0; n--)
		s = 1 + r * s / n;
	return ldexp(s, (int)k);
}

double
pl_log(double x)
{
	double s, z, t;
	int e, n;

	if (x != x || x < 0)
		return NAN;
	if (x == 0)
		return -INFINITY;
	if (isinf(x))
		return x;
	x = frexp(x, &e);
	if (x < 0.70710678118654752440) {
		x *= 2;
		e--;
	}
	s = (x - 1) / (x + 1);		/* ln x = 2 atanh(s), |s| < 0.172 */
	z = s * s;
	t = 0;				/* remainder 2 (0.172)^25 / 25 */
	for (n = 23; n > 1; n -= 2)
		t = z * (1.0 / n + t);
	return e * LN2_A + (2 * (s + s * t) + e * LN2_B);
}
