#include "sos.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "../base/lanes.h"
#include "../base/mem.h"
#include "../base/num.h"
#include "../base/trig.h"

/* Eight columns abreast, 64 rows at a time: measured as the fastest that
 * needs no intrinsic; both fit the nearest cache. */
enum { LANE = 8, BLOCK = 64, PASSES = 2 };

/* The state of every section in every lane. */
struct state { double z1[PL_SOS_MAX][LANE], z2[PL_SOS_MAX][LANE]; };

typedef double frame[LANE];

enum pl_err
pl_sos_lowpass(struct pl_sos *f, int order, double cutoff_hz, double rate_hz)
{
	struct pl_sos made = { .n = order / 2 };
	double w, each, rows;
	int i;

	if (order < 2 || order > 2 * PL_SOS_MAX || order % 2 ||
	    !(cutoff_hz > 0 && cutoff_hz < rate_hz / 2))
		return PL_ERANGE;
	/* one pass is 1 / (1 + w^2n) in power: where its PASSES-th power is
	 * one half, w^2n = 2^(1/PASSES) - 1 */
	each = pl_exp(pl_log(sqrt(2.0) - 1) / (2 * order));
	w = PL_PI * cutoff_hz / rate_hz;
	w = pl_sin(w) / pl_cos(w) / each;
	for (i = 0; i < made.n; i++) {
		double damp = 2 * pl_sin(PL_PI * (2 * i + 1) / (2 * order));
		double a0 = 1 + damp * w + w * w, b = w * w / a0;

		made.s[i] = (struct pl_section){ b, 2 * b, b,
		    2 * (w * w - 1) / a0, (1 - damp * w + w * w) / a0 };
	}
	/* with c = 2 w sin(pi/2n) / (1 + w^2) the slowest pole decays by
	 * exp(-atanh c) a row, which is faster than exp(-c); forgotten is what
	 * has fallen to 1e-4 */
	rows = ceil(-pl_log(1e-4) * (1 + w * w) /
	    (2 * w * pl_sin(PL_PI / (2 * order))));
	if (!(rows < 1e9))
		return PL_ERANGE;
	made.memory = (size_t)rows + 1;
	*f = made;
	return PL_OK;
}

/*
 * As if a line of this slope a row, which comes to x next, had always been: it
 * leaves a section of gain 1 late by the delay at 0 Hz.
 */
static void
settle(const struct pl_sos *f, struct state *z, const double *x,
    const double *slope, double sign)
{
	int i, c;

	for (c = 0; c < LANE; c++) {
		double rise = sign * slope[c], in = x[c] - rise;

		for (i = 0; i < f->n; i++) {
			const struct pl_section s = f->s[i];
			double late = 1 - (s.a1 + 2 * s.a2) /
			    (1 + s.a1 + s.a2);
			double out = in - rise * late;

			z->z2[i][c] = s.b2 * in - s.a2 * out;
			z->z1[i][c] = s.b1 * in - s.a1 * out +
			    s.b2 * (in - rise) - s.a2 * (out - rise);
			in = out;
		}
	}
}

/* rows frames through every section. */
static void
feed(const struct pl_sos *f, struct state *z, frame *restrict x, size_t rows)
{
	size_t t;
	int i, c;

	for (i = 0; i < f->n; i++) {
		const struct pl_section s = f->s[i];
		double *restrict z1 = z->z1[i], *restrict z2 = z->z2[i];

		for (t = 0; t < rows; t++)
			LANES
			for (c = 0; c < LANE; c++) {
				double in = x[t][c], out = s.b0 * in + z1[c];

				z1[c] = s.b1 * in - s.a1 * out + z2[c];
				z2[c] = s.b2 * in - s.a2 * out;
				x[t][c] = out;
			}
	}
}

/* Frame t beyond row at, whose neighbours inwards lie at steps of step. */
static void
reflect(double *const *x, int cols, size_t at, bool forwards, size_t t,
    double *to)
{
	size_t from = forwards ? at + t : at - t;
	int c;

	for (c = 0; c < LANE; c++)
		to[c] = c < cols ? 2 * x[c][at] - x[c][from] : 0;
}

/* Rows from..from+n-1 of the columns through the filter, in this direction
 * or the other. */
static void
pass(const struct pl_sos *f, struct state *z, double *const *x, int cols,
    size_t from, size_t n, bool forwards)
{
	frame block[BLOCK] = { { 0 } };
	size_t done, t, rows;
	int c;

	for (done = 0; done < n; done += rows) {
		size_t first = forwards ? from + done : from + n - 1 - done;

		rows = n - done < BLOCK ? n - done : BLOCK;
		for (c = 0; c < cols; c++)
			for (t = 0; t < rows; t++)
				block[t][c] = x[c][forwards ? first + t :
				    first - t];
		feed(f, z, block, rows);
		for (c = 0; c < cols; c++)
			for (t = 0; t < rows; t++)
				x[c][forwards ? first + t : first - t] =
				    block[t][c];
	}
}

/* Both ways over rows from..from+n-1 of up to LANE columns; tail has room for
 * f->memory frames. */
static void
both(const struct pl_sos *f, double *const *x, int cols, size_t from,
    size_t n, frame *tail)
{
	size_t pad = f->memory < n ? f->memory : n - 1, last = from + n - 1, t;
	frame slope = { 0 }, one;
	struct state z;
	int c;

	for (c = 0; n > 1 && c < cols; c++)
		slope[c] = (x[c][last] - x[c][from]) / (double)(n - 1);
	for (t = 0; t < pad; t++)
		reflect(x, cols, last, false, t + 1, tail[t]);
	reflect(x, cols, from, true, pad, one);
	settle(f, &z, one, slope, 1);
	for (t = pad; t > 0; t--) {
		reflect(x, cols, from, true, t, one);
		feed(f, &z, &one, 1);
	}
	pass(f, &z, x, cols, from, n, true);
	feed(f, &z, tail, pad);

	for (c = 0; c < LANE; c++)
		one[c] = pad ? tail[pad - 1][c] : c < cols ? x[c][last] : 0;
	settle(f, &z, one, slope, -1);
	for (t = pad; t > 0; t--)
		feed(f, &z, &tail[t - 1], 1);
	pass(f, &z, x, cols, from, n, false);
}

/* The end of the run of whole rows that begins at from. */
static size_t
run_end(double *const *x, int cols, size_t from, size_t n)
{
	int c;

	for (; from < n; from++)
		for (c = 0; c < cols; c++)
			if (pl_missing(x[c][from]))
				return from;
	return n;
}

static enum pl_err
filter(const struct pl_sos *f, double *const *x, int cols, size_t n,
    bool holes)
{
	size_t room = f->memory < n ? f->memory : n, from, to;
	frame *tail = pl_mem_array(room, sizeof *tail);
	int c;

	if (!tail)
		return PL_ENOMEM;
	for (from = 0; from < n; from = to + 1) {
		to = holes ? run_end(x, cols, from, n) : n;
		for (c = 0; to > from && c < cols; c += LANE)
			both(f, x + c, cols - c < LANE ? cols - c : LANE, from,
			    to - from, tail);
	}
	free(tail);
	return PL_OK;
}

enum pl_err
pl_sos_zerophase(const struct pl_sos *f, double *const *x, int cols, size_t n)
{
	return filter(f, x, cols, n, false);
}

enum pl_err
pl_sos_present(const struct pl_sos *f, double *const *x, int cols, size_t n)
{
	return filter(f, x, cols, n, true);
}
