#include "atrest.h"

#include <math.h>
#include <stdlib.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "../base/trig.h"
#include "../base/vec.h"
#include "../dsp/stat.h"
#include "calibrate.h"
#include "rest.h"

#define END_S 3.0		/* of rest make an end */

struct record {
	const double *const *acc, *const *gyr;
	const unsigned char *rest;
	size_t n;
	double rate_hz;
};

static void
take_spans(const struct record *r, struct pl_atrest *s)
{
	struct pl_span span = { 0, 0 };

	while (pl_rest_next(r->rest, r->n, span.to, &span)) {
		double at = (double)span.from / r->rate_hz;
		double length = (double)(span.to - span.from) / r->rate_hz;

		s->rest_s += length;
		if (length > s->longest_s) {
			s->longest_s = length;
			s->longest_at_s = at;
		}
		if (at < PL_ATREST_START_S && length > s->start_s) {
			s->start_s = length;
			s->start_at_s = at;
		}
	}
}

/* The rows from..to-1 of a record, as one of its own. */
static enum pl_err
upright(const struct record *r, size_t from, size_t to, pl_vec *up)
{
	const double *acc[3], *gyr[3];
	struct pl_upright u;
	enum pl_err err;
	int c;

	for (c = 0; c < 3; c++) {
		acc[c] = r->acc[c] + from;
		gyr[c] = r->gyr ? r->gyr[c] + from : NULL;
	}
	err = pl_calibrate_upright(acc, r->gyr ? gyr : NULL, to - from,
	    r->rate_hz, &u);
	*up = err ? (pl_vec){ 0, 0, 0 } : u.up;
	return err;
}

static enum pl_err
bias_of(const struct record *r, size_t from, size_t to, double bias[3])
{
	const double *gyr[3];
	int c;

	for (c = 0; c < 3; c++)
		gyr[c] = r->gyr[c] + from;
	return pl_calibrate_bias(gyr, r->rest + from, to - from, r->rate_hz,
	    bias);
}

/* How far the bias went between the ends, if both have a second of rest. */
static void
take_drift(const struct record *r, size_t a, size_t b, struct pl_atrest *s)
{
	double first[3], last[3], sum = 0;
	int c;

	if (!r->gyr || bias_of(r, 0, a, first) || bias_of(r, b, r->n, last))
		return;
	for (c = 0; c < 3; c++)
		sum += (last[c] - first[c]) * (last[c] - first[c]);
	s->drift = sqrt(sum);
}

static enum pl_err
take_ends(const struct record *r, struct pl_atrest *s)
{
	double half = floor(fmin(END_S, s->rest_s / 2) * r->rate_hz), k;
	size_t a, b;
	pl_vec up, last;
	enum pl_err err;

	for (a = 0, k = 0; a < r->n && k < half; a++)
		k += r->rest[a];
	for (b = r->n, k = 0; b > a && k < half; b--)
		k += r->rest[b - 1];
	if (!(half > 0))
		return PL_OK;
	take_drift(r, a, b, s);
	err = upright(r, 0, a, &up);
	if (!err)
		err = upright(r, b, r->n, &last);
	if (!err)
		s->slip = pl_atan2(pl_vec_norm(pl_vec_cross(up, last)),
		    pl_vec_dot(up, last));
	return err == PL_ESTATE ? PL_OK : err;
}

/* The bias of what seems to turn where nothing else says so. */
static enum pl_err
take_turning(const struct record *r, struct pl_atrest *s)
{
	unsigned char *rest = pl_mem_array(r->n, 1);
	double *x = pl_mem_array(r->n, sizeof *x), median[3], square = 0;
	enum pl_err err = rest && x ? PL_OK : PL_ENOMEM;
	size_t i, n = 0;
	int c;

	if (!err)
		err = pl_rest_find(r->acc, NULL, r->n, r->rate_hz, rest);
	for (c = 0; c < 3 && !err; c++) {
		for (i = n = 0; i < r->n; i++)
			if (rest[i])
				x[n++] = r->gyr[c][i];
		median[c] = pl_stat_median(x, n);
		square += median[c] * median[c];
	}
	if (!err && (double)n >= r->rate_hz && sqrt(square) >= PL_REST_BIAS)
		for (c = 0; c < 3; c++)
			s->bias[c] = median[c];
	free(rest);
	free(x);
	return err;
}

enum pl_err
pl_atrest_find(const double *const acc[3], const double *const gyr[3],
    const unsigned char *rest, size_t n, double rate_hz, struct pl_atrest *s)
{
	struct record r = { acc, gyr, rest, n, rate_hz };
	struct pl_atrest found = { .longest_at_s = PL_MISSING,
	    .start_at_s = PL_MISSING, .drift = PL_MISSING,
	    .slip = PL_MISSING };
	enum pl_err err;
	double bias[3];
	int c;

	for (c = 0; c < 3; c++)
		found.bias[c] = PL_MISSING;
	take_spans(&r, &found);
	if (gyr && bias_of(&r, 0, n, bias) == PL_OK)
		for (c = 0; c < 3; c++)
			found.bias[c] = bias[c];
	err = gyr && found.rest_s <= 0 ? take_turning(&r, &found) :
	    take_ends(&r, &found);
	if (!err)
		*s = found;
	return err;
}
