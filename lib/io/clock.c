#include "clock.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "../base/rate.h"

#define HALF_S 0.5e-6		/* what rounding moves a time, at most */
#define HAIR 1e-9		/* of it, for our own rounding */

/* Keep of the rates lo..hi those from which all rows come; false, and nothing
 * kept, if there is none. */
static bool
narrow(const double *x, size_t n, double slack, double *lo, double *hi)
{
	double a = *lo, b = *hi;
	size_t i;

	slack *= 1 + HAIR;
	for (i = 1; i < n; i++) {
		double t = x[i] - x[0];

		a = fmax(a, (double)i / (t + slack));
		if (t > slack)
			b = fmin(b, (double)i / (t - slack));
	}
	if (!(a <= b))
		return false;
	*lo = a;
	*hi = b;
	return true;
}

enum pl_err
pl_clock_rate(const struct pl_table *t, double *rate_hz, struct pl_fault *f)
{
	double rate, steps, span, slack, lo, hi;
	enum pl_err err = pl_table_rate(t, &rate, f);
	const double *x;

	if (err)
		return err;
	x = pl_table_get(t, "t_s");
	steps = (double)(t->rows - 1);
	span = x[t->rows - 1] - x[0];
	slack = x[0] == 0 ? HALF_S : 2 * HALF_S;
	if (span > 10 * slack) {
		lo = steps / (span + slack);
		hi = steps / (span - slack);
		(void)narrow(x, t->rows, slack, &lo, &hi);
		rate = pl_rate_simple(lo, hi);
	}
	*rate_hz = rate;
	return PL_OK;
}

void
pl_clock_start(const struct pl_table *t, char start[PL_UTC_ROOM])
{
	int c = pl_table_find(t, "start_utc");
	const double *x = pl_table_get(t, "t_s");
	const char *word = c >= 0 && x && t->rows ?
	    pl_table_label(t, c, 0) : NULL;
	int64_t ns;

	start[0] = '\0';
	if (word && pl_utc_parse(word, strlen(word), &ns))
		pl_utc_print(start, ns + (int64_t)(x[0] * 1e9));
}

double
pl_clock_sd(const struct pl_table *t)
{
	const double *x = pl_table_get(t, "time_sd_s");

	return x && t->rows && x[0] > 0 ? x[0] : 0;
}
