#include "clock.h"

#include <math.h>
#include <stdlib.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "../dsp/stat.h"

#define OFF 0.1			/* of a step: as pl_table_rate has it */
#define ROUNDED_S 2e-6		/* a step of two times in microseconds */

/* The median of the steps that rise, and their SD; missing if there is none. */
static enum pl_err
usual_step(const struct pl_clock *c, double *usual, double *sd)
{
	double *step = pl_mem_array(c->rows, sizeof *step);
	double sum = 0, square = 0;
	size_t i, n = 0;

	if (!step)
		return PL_ENOMEM;
	for (i = 1; i < c->rows; i++)
		if (c->t_s[i] > c->t_s[i - 1])
			step[n++] = c->t_s[i] - c->t_s[i - 1];
	*usual = pl_stat_median(step, n);
	for (i = 0; i < n; i++) {
		sum += step[i] - *usual;
		square += (step[i] - *usual) * (step[i] - *usual);
	}
	free(step);
	sum /= (double)n;
	*sd = sqrt(fmax(0, square / (double)n - sum * sum));
	if (!n)
		*sd = PL_MISSING;
	return PL_OK;
}

static void
count_off(struct pl_clock *c, double usual)
{
	size_t i;

	for (i = 1; i < c->rows; i++) {
		double s = c->t_s[i] - c->t_s[i - 1];

		if (fabs(s - usual) <= OFF * usual + ROUNDED_S)
			continue;
		if (c->off++ == 0)
			c->off_at_s = pl_clock_at(c, i - 1);
	}
}

enum pl_err
pl_clock_find(const struct pl_table *t, struct pl_clock *clock)
{
	struct pl_clock c = { .t_s = pl_table_get(t, "t_s"), .rows = t->rows,
	    .length_s = PL_MISSING, .rate_hz = PL_MISSING,
	    .off = PL_MISSING, .off_at_s = PL_MISSING, .time_sd_s = PL_MISSING };
	const double *sd = pl_table_get(t, "time_sd_s");
	struct pl_fault f = { 0 };
	double usual = PL_MISSING;
	size_t i;

	if (c.t_s && !c.rows)
		c.length_s = 0;
	if (c.t_s && c.rows) {
		c.length_s = c.t_s[c.rows - 1] - c.t_s[0];
		if (usual_step(&c, &usual, &c.time_sd_s))
			return PL_ENOMEM;
	}
	if (c.t_s && c.rows > 1)
		c.off = 0;
	if (pl_table_rate(t, &c.rate_hz, &f) != PL_OK && c.off == 0) {
		c.rate_hz = 1 / usual;
		count_off(&c, usual);
		if (c.off == 0) {	/* no step is, but all together are */
			c.off = 1;
			c.off_at_s = f.line >= 2 && f.line - 2 < c.rows ?
			    pl_clock_at(&c, f.line - 2) : PL_MISSING;
		}
	}
	for (i = 0; sd && i < c.rows; i++)
		if (!pl_missing(sd[i]))
			c.time_sd_s = sd[i];
	*clock = c;
	return PL_OK;
}

double
pl_clock_at(const struct pl_clock *c, size_t row)
{
	return c->t_s ? c->t_s[row] : (double)row / c->rate_hz;
}
