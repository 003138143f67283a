#include "rest.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "../base/cut.h"
#include "../base/lanes.h"
#include "../base/mem.h"
#include "../base/num.h"
#include "../base/trig.h"
#include "../dsp/stat.h"

#define BLOCK_S 0.0625
#define WINDOW_S 0.5
#define REST_S 0.75
#define FORCE_SD 0.25			/* m/s^2 */
#define FORCE_OFF 0.25			/* m/s^2 */
#define RATE_SD (1.5 * PL_DEG)		/* rad/s */
#define RATE_OFF (1.5 * PL_DEG)		/* rad/s */
#define RATE_TREND (2.5 * PL_DEG)	/* rad/s over a window */
#define NEAR (0.05 * PL_DEG)		/* rad/s: alike, for a median */
#define ENOUGH (0.001 * PL_DEG)		/* rad/s: a step not worth it */
enum { STEPS = 50 };

#define SQUARE(x) ((float)((x) * (x)))

/* What is judged: the size of the specific force and three rates. */
enum { FORCE, RATE, SIGNALS = 4 };

/* Means of the signals over a block, and variances inside it: of the force,
 * of the rates together.  A float holds 1e-6 m/s^2 of gravity, which is enough
 * here and halves the memory. */
struct block { float mean[SIGNALS], var[2]; };

struct record {
	size_t steps, hop;	/* between rows, and of a usual block */
	size_t blocks, w;	/* of a window */
	struct block *block;
};

/* The row with which block k begins and the one before it ends: blocks differ
 * by one step at most, and are cut alike from either end. */
static size_t
row_of(const struct record *r, size_t k)
{
	return pl_cut(r->steps, r->blocks, k);
}

/* Sums over a block are short, and squares of gravity lose 1e-14 m^2/s^4 of a
 * limit of 0.06: no reference is subtracted. */
static void
take_force(struct block *b, const double *const acc[3], size_t from,
    size_t to)
{
	const double *x = acc[0], *y = acc[1], *z = acc[2];
	double n = (double)(to - from) + 1, sum = 0, square = 0;
	size_t i;

	for (i = from; i <= to; i++) {
		double s = x[i] * x[i] + y[i] * y[i] + z[i] * z[i];

		sum += sqrt(s);
		square += s;
	}
	b->mean[FORCE] = (float)(sum / n);
	b->var[0] = (float)(square / n - sum / n * (sum / n));
}

static void
take_rate(struct block *b, const double *const gyr[3], size_t from, size_t to)
{
	const double *x = gyr[0], *y = gyr[1], *z = gyr[2];
	double n = (double)(to - from), sx = 0, sy = 0, sz = 0, square = 0;
	size_t i;

	for (i = from + 1; i <= to; i++) {
		sx += x[i];
		sy += y[i];
		sz += z[i];
		square += x[i] * x[i] + y[i] * y[i] + z[i] * z[i];
	}
	sx /= n;
	sy /= n;
	sz /= n;
	b->mean[RATE] = (float)sx;
	b->mean[RATE + 1] = (float)sy;
	b->mean[RATE + 2] = (float)sz;
	b->var[1] = (float)(square / n - (sx * sx + sy * sy + sz * sz));
}

/* Mean, variance and trend of each signal over the w blocks from b become the
 * mean in b, or a missing one: the window is not steady. */
static void
take_window(struct block *b, size_t w)
{
	float s[SIGNALS] = { 0 }, q[SIGNALS] = { 0 }, t[SIGNALS] = { 0 };
	float n = (float)w, at = (1 - n) / 2, inside[2] = { 0 }, trend = 0;
	size_t i;
	int c;

	for (i = 0; i < w; i++, at++) {
		LANES
		for (c = 0; c < SIGNALS; c++) {
			float d = b[i].mean[c] - b->mean[c];

			s[c] += d;
			q[c] += d * d;
			t[c] += at * d;
		}
		inside[0] += b[i].var[0];
		inside[1] += b[i].var[1];
	}
	for (c = 0; c < SIGNALS; c++) {
		s[c] /= n;
		inside[c >= RATE] += q[c] - n * s[c] * s[c];
		t[c] *= 12 / (n * n - 1);
		trend += c >= RATE ? t[c] * t[c] : 0;
		b->mean[c] += s[c];
	}
	if (!(inside[0] < n * SQUARE(FORCE_SD) &&
	    inside[1] < n * SQUARE(RATE_SD) && trend < SQUARE(RATE_TREND)))
		b->mean[FORCE] = (float)PL_MISSING;
}

/* Blocks become the windows that begin with them. */
static void
take_windows(struct record *r, const double *const acc[3],
    const double *const gyr[3])
{
	size_t k, from = 0, to;

	for (k = 0; k < r->blocks; k++, from = to) {
		to = row_of(r, k + 1);
		take_force(&r->block[k], acc, from, to);
		if (gyr)
			take_rate(&r->block[k], gyr, from, to);
	}
	for (k = 0; k + r->w <= r->blocks; k++)
		take_window(&r->block[k], r->w);
}

/*
 * One step towards the rate whose distances to those of the n steady windows
 * have the least sum (Weiszfeld): a median that turns with the sensor, as one
 * of each axis does not.  Returns how far it went, rad/s.
 */
static double
step_level(const struct record *r, double level[SIGNALS])
{
	double sum[SIGNALS] = { 0 }, weight = 0, moved = 0;
	size_t k;
	int c;

	for (k = 0; k + r->w <= r->blocks; k++) {
		const float *mean = r->block[k].mean;
		double off = NEAR * NEAR, w;

		if (isnan(mean[FORCE]))
			continue;
		for (c = RATE; c < SIGNALS; c++)
			off += ((double)mean[c] - level[c]) *
			    ((double)mean[c] - level[c]);
		w = 1 / sqrt(off);
		weight += w;
		for (c = RATE; c < SIGNALS; c++)
			sum[c] += w * (double)mean[c];
	}
	for (c = RATE; c < SIGNALS; c++) {
		sum[c] /= weight;
		moved += (sum[c] - level[c]) * (sum[c] - level[c]);
		level[c] = sum[c];
	}
	return sqrt(moved);
}

/* Medians over the steady windows.  0: there are none, or what is steady is a
 * rotation: no gyroscope in use is off by so much. */
static int
find_level(const struct record *r, double *x, double level[SIGNALS])
{
	double bias = 0;
	size_t k, n = 0;
	int c, i;

	for (k = 0; k + r->w <= r->blocks; k++)
		if (!isnan(r->block[k].mean[FORCE]))
			x[n++] = (double)r->block[k].mean[FORCE];
	if (n == 0)
		return 0;
	level[FORCE] = pl_stat_median(x, n);
	for (c = RATE; c < SIGNALS; c++)
		level[c] = 0;
	for (i = 0; i < STEPS && step_level(r, level) > ENOUGH; i++)
		;
	for (c = RATE; c < SIGNALS; c++)
		bias += level[c] * level[c];
	return bias < PL_REST_BIAS * PL_REST_BIAS;
}

/* Is the window that begins with block k, if it is steady, at its level? */
static bool
at_level(const struct record *r, size_t k, const double level[SIGNALS])
{
	const float *mean = r->block[k].mean;
	double off = 0;
	int c;

	for (c = RATE; c < SIGNALS; c++)
		off += ((double)mean[c] - level[c]) *
		    ((double)mean[c] - level[c]);
	return fabs((double)mean[FORCE] - level[FORCE]) < FORCE_OFF &&
	    off < RATE_OFF * RATE_OFF;
}

/* Flag the stretches that windows cover and that last, to the nearest block. */
static void
flag(const struct record *r, double rate_hz, const double level[SIGNALS],
    const double *const gyr[3], unsigned char *rest)
{
	double least = REST_S * rate_hz - (double)r->hop / 2;
	size_t k, z, begin, end;

	for (k = 0; k + r->w <= r->blocks; k = z) {
		z = k + 1;
		if (!at_level(r, k, level))
			continue;
		for (end = k + r->w; z + r->w <= r->blocks && z <= end; z++)
			if (at_level(r, z, level))
				end = z + r->w;
		begin = row_of(r, k);
		end = row_of(r, end);
		if ((double)(end - begin) < least)
			continue;
		/* the rate there is of the step before */
		if (gyr && pl_missing(gyr[0][begin] + gyr[1][begin] +
		    gyr[2][begin]))
			begin++;
		memset(rest + begin, 1, end - begin + 1);
	}
}

static size_t
at_least(double x, size_t least)
{
	return x + 0.5 < (double)least ? least : (size_t)(x + 0.5);
}

enum pl_err
pl_rest_find(const double *const acc[3], const double *const gyr[3], size_t n,
    double rate_hz, unsigned char *rest)
{
	struct record r = { .steps = n ? n - 1 : 0,
	    .hop = at_least(BLOCK_S * rate_hz, 1) };
	double level[SIGNALS], *x;
	enum pl_err err = PL_OK;

	r.w = at_least(WINDOW_S * rate_hz / (double)r.hop, 3);
	r.blocks = r.steps / r.hop;
	if (r.blocks)
		r.blocks = pl_cut_parts(r.steps, r.blocks);
	if (r.blocks < r.w) {
		memset(rest, 0, n);
		return PL_OK;
	}
	r.block = pl_mem_array(r.blocks, sizeof *r.block);
	x = pl_mem_array(r.blocks, sizeof *x);
	if (!r.block || !x) {
		err = PL_ENOMEM;
	} else {
		memset(rest, 0, n);
		take_windows(&r, acc, gyr);
		if (find_level(&r, x, level))
			flag(&r, rate_hz, level, gyr, rest);
	}
	free(r.block);
	free(x);
	return err;
}

int
pl_rest_next(const unsigned char *rest, size_t n, size_t from,
    struct pl_span *s)
{
	while (from < n && !rest[from])
		from++;
	s->from = from;
	while (from < n && rest[from])
		from++;
	s->to = from;
	return s->to > s->from;
}
