#include "cwa_slip.h"

#include <math.h>

#define LOOK_S 1.0		/* before and after */

struct rows {
	const double *const *acc, *const *gyr;
	size_t n;
	double per_g, per_deg_s;	/* counts */
};

/* Is the accelerometer's half of row i the gyroscope's of the next? */
static bool
again(const struct rows *r, size_t i)
{
	bool some = false;
	int a;

	for (a = 0; a < 3; a++) {
		double x = r->acc[a][i] * r->per_g;

		if (x != r->gyr[a][i + 1] * r->per_deg_s)
			return false;
		some = some || x != 0;
	}
	return some;
}

static double
size(const double *const x[3], size_t i)
{
	return sqrt(x[0][i] * x[0][i] + x[1][i] * x[1][i] + x[2][i] * x[2][i]);
}

/* Is it the gyroscope's half that reads 1 g? */
static bool
exchanged(const struct rows *r, size_t from, size_t to)
{
	double acc = 0, gyr = 0;
	size_t i;

	for (i = from; i < to; i++) {
		acc += fabs(size(r->acc, i) - 1);
		gyr += fabs(size(r->gyr, i) * r->per_deg_s / r->per_g - 1);
	}
	return gyr < acc;
}

size_t
pl_cwa_slip_find(const double *const acc[3], const double *const gyr[3],
    size_t n, const struct pl_cwa_block *b, struct pl_cwa_slip *slip,
    size_t most)
{
	struct rows r = { acc, gyr, n, b->per_g, 32768 / b->range_deg_s };
	size_t i, w = (size_t)(LOOK_S * b->rate_hz) + 1, from = 0, found = 0;
	bool open = false;

	for (i = 0; i + 1 < n; i++) {
		size_t left = i + 1 < w ? i + 1 : w;
		size_t right = n - i - 1 < w ? n - i - 1 : w;
		bool before, after;

		if (!again(&r, i))
			continue;
		before = exchanged(&r, i + 1 - left, i + 1);
		after = exchanged(&r, i + 1, i + 1 + right);
		if (before && !after && found < most)
			slip[found++] = (struct pl_cwa_slip){ from, i + 1 };
		open = after && (open || !before);
		from = i + 1;
	}
	if (open && found < most)
		slip[found++] = (struct pl_cwa_slip){ from, n };
	return found;
}
