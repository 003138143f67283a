#include "clock.h"

#include <string.h>

#include "../base/rate.h"

enum pl_err
pl_clock_rate(const struct pl_table *t, double *rate_hz, struct pl_fault *f)
{
	double rate, steps, span, slack;
	enum pl_err err = pl_table_rate(t, &rate, f);
	const double *x;

	if (err)
		return err;
	x = pl_table_get(t, "t_s");
	steps = (double)(t->rows - 1);
	span = x[t->rows - 1] - x[0];
	slack = x[0] == 0 ? 0.5e-6 : 1e-6;
	if (span > 10 * slack)
		rate = pl_rate_simple(steps / (span + slack),
		    steps / (span - slack));
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
