#include "sync_turning.h"

#include <math.h>
#include <stdlib.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "../dsp/resample.h"
#include "../dsp/sos.h"
#include "calibrate.h"
#include "rest.h"

enum { ORDER = 4 };

/* A row of which an axis is missing is missing. */
static void
copy_whole(double *const to[3], const double *const gyr[3], size_t n)
{
	size_t i;
	int c;

	for (i = 0; i < n; i++) {
		double any = gyr[0][i] + gyr[1][i] + gyr[2][i];

		for (c = 0; c < 3; c++)
			to[c][i] = pl_missing(any) ? PL_MISSING : gyr[c][i];
	}
}

static double
mean_of(const double *x, size_t n)
{
	double mean = 0;
	size_t i, k = 0;

	for (i = 0; i < n; i++)
		if (!pl_missing(x[i]))
			mean += (x[i] - mean) / (double)++k;
	return mean;
}

static enum pl_err
unbias(double *const w[3], const struct pl_sync_side *s)
{
	const double *const gyr[3] = { w[0], w[1], w[2] };
	unsigned char *rest = pl_mem_array(s->n, 1);
	enum pl_err err = rest ? PL_OK : PL_ENOMEM;
	double bias[3];
	size_t i;
	int c;

	for (c = 0; c < 3; c++)
		bias[c] = mean_of(w[c], s->n);
	if (!err && s->acc[0])
		err = pl_rest_find(s->acc, gyr, s->n, s->rate_hz, rest);
	/* with too little rest the mean stays */
	if (!err && pl_calibrate_bias(gyr, rest, s->n, s->rate_hz, bias))
		err = PL_OK;
	for (c = 0; c < 3 && !err; c++)
		for (i = 0; i < s->n; i++)
			w[c][i] -= bias[c];
	free(rest);
	return err;
}

/* Lay it on rows of its own. */
static enum pl_err
lay(struct pl_turning *t, double *const w[3], const struct pl_sync_side *s)
{
	double last = (double)(s->n - 1), step = s->rate_hz / PL_TURNING_HZ;
	size_t i;
	int c;

	t->n = (size_t)(last / step) + 1;
	t->from_s = s->from_s;
	t->speed = pl_mem_array(t->n, sizeof *t->speed);
	for (c = 0; c < 3; c++)
		t->w[c] = pl_mem_array(t->n, sizeof *t->w[c]);
	if (!t->speed || !t->w[0] || !t->w[1] || !t->w[2])
		return PL_ENOMEM;
	for (i = 0; i < t->n; i++) {
		double square = 0;

		for (c = 0; c < 3; c++) {
			double x = pl_resample_at(w[c], s->n,
			    fmin((double)i * step, last));

			t->w[c][i] = x;
			square += x * x;
		}
		t->speed[i] = sqrt(square);
	}
	return PL_OK;
}

enum pl_err
pl_turning_make(struct pl_turning *t, const struct pl_sync_side *s,
    double pass_hz)
{
	double *w[3];
	struct pl_sos pass;
	enum pl_err err = pl_sos_lowpass(&pass, ORDER, pass_hz, s->rate_hz);
	int c;

	*t = (struct pl_turning){ .n = 0 };
	for (c = 0; c < 3; c++)
		w[c] = pl_mem_array(s->n, sizeof *w[c]);
	if (!err && !(w[0] && w[1] && w[2]))
		err = PL_ENOMEM;
	if (!err) {
		copy_whole(w, s->gyr, s->n);
		err = unbias(w, s);
	}
	if (!err)
		err = pl_sos_present(&pass, w, 3, s->n);
	if (!err)
		err = lay(t, w, s);
	for (c = 0; c < 3; c++)
		free(w[c]);
	return err;
}

void
pl_turning_free(struct pl_turning *t)
{
	int c;

	for (c = 0; c < 3; c++)
		free(t->w[c]);
	free(t->speed);
}

double
pl_turning_square(const struct pl_turning *t, size_t from, size_t to)
{
	double sum = 0, rows = 0;

	for (; from < to; from++)
		if (!pl_missing(t->speed[from])) {
			sum += t->speed[from] * t->speed[from];
			rows++;
		}
	return rows > 0 ? sum / rows : 0;
}
