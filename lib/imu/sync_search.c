#include "sync_search.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "../base/trig.h"
#include "../dsp/resample.h"
#include "../dsp/sos.h"
#include "../dsp/spectrum.h"
#include "../dsp/xcorr.h"

#define PASS_HZ 1.5
#define PIECE_S 1200.0
#define BLUR_S 0.15		/* between two drifts, at the ends */
#define MEMORY_S 300.0		/* longest lag of an autocorrelation */
#define THINGS_HZ 1.0		/* that a body does */
#define APART_S 0.3		/* two answers, not one */
#define SURE 0.95		/* steps of lag and drift may cost the rest */

enum { EVERY = 10, ORDER = 4 };
#define SLOW_HZ (PL_TURNING_HZ / EVERY)

/* The speed at a tenth of its rows. */
struct slow { double *x; size_t n; };

/* The best score with b's reference at a row of a's. */
struct bin { double score, drift; };

struct search {
	struct slow a, b;	/* the longer, the shorter */
	double a_s, b_s;	/* times of their first rows */
	bool swapped;		/* a is the caller's b */
	const struct pl_sync_known *known;
	size_t from, to;	/* rows of b: the piece */
	double centre;		/* row of b: where its turning is, on average */
	double share;		/* of rows that are independent */
	struct pl_xcorr x;
	double *moved, *r, *pairs;
	struct bin *bin;
	size_t room, bins;	/* rows of a moved piece; bin of a's row 0 */
};

static enum pl_err
slow_make(struct slow *s, const struct pl_turning *t)
{
	double *x = pl_mem_array(t->n, sizeof *x), *const one[] = { x };
	struct pl_sos pass;
	enum pl_err err = pl_sos_lowpass(&pass, ORDER, PASS_HZ, PL_TURNING_HZ);
	size_t i;

	s->n = (t->n - 1) / EVERY + 1;
	s->x = pl_mem_array(s->n, sizeof *s->x);
	if (!x || !s->x)
		err = PL_ENOMEM;
	if (!err) {
		memcpy(x, t->speed, t->n * sizeof *x);
		err = pl_sos_present(&pass, one, 1, t->n);
	}
	for (i = 0; i < s->n && !err; i++)
		s->x[i] = x[i * EVERY];
	free(x);
	return err;
}

/* How far a row is from the mean, squared. */
static double
energy(const struct slow *s, size_t i, double mean)
{
	double d = s->x[i] - mean;

	return pl_missing(d) ? 0 : d * d;
}

/* The piece of b that turns most, and the middle of its turning: a lag there
 * hardly depends on the drift. */
static void
find_piece(struct search *s)
{
	const struct slow *b = &s->b;
	size_t most = (size_t)(PIECE_S * SLOW_HZ), i, known = 0;
	double mean = 0, sum = 0, best = -1, weight = 0;

	for (i = 0; i < b->n; i++)
		if (!pl_missing(b->x[i]))
			mean += (b->x[i] - mean) / (double)++known;
	s->from = 0;
	s->to = b->n < most ? b->n : most;
	for (i = 0; i < b->n && b->n > most; i++) {
		sum += energy(b, i, mean);
		if (i >= most)
			sum -= energy(b, i - most, mean);
		if (i + 1 >= most && sum > best) {
			best = sum;
			s->from = i + 1 - most;
			s->to = i + 1;
		}
	}
	for (i = s->from, sum = 0; i < s->to; i++) {
		weight += energy(b, i, mean);
		sum += energy(b, i, mean) * (double)i;
	}
	s->centre = weight > 0 ? sum / weight : (double)s->from;
}

static enum pl_err
find_share(struct search *s)
{
	size_t lags = (s->a.n < s->b.n ? s->a.n : s->b.n) / 2 + 1, k;
	double *ra, *rb, sum = 1;
	enum pl_err err = PL_ENOMEM;

	if (lags > (size_t)(MEMORY_S * SLOW_HZ))
		lags = (size_t)(MEMORY_S * SLOW_HZ);
	ra = pl_mem_array(lags, sizeof *ra);
	rb = pl_mem_array(lags, sizeof *rb);
	if (ra && rb)
		err = pl_spectrum_autocorrelation(s->a.x, s->a.n, lags, ra);
	if (!err)
		err = pl_spectrum_autocorrelation(s->b.x, s->b.n, lags, rb);
	for (k = 1; k < lags && !err; k++)
		if (!pl_missing(ra[k]) && !pl_missing(rb[k]))
			sum += 2 * (1 - (double)k / (double)lags) * ra[k] *
			    rb[k];
	s->share = THINGS_HZ / SLOW_HZ;
	if (sum * s->share > 1)
		s->share = 1 / sum;
	free(ra);
	free(rb);
	return err;
}

/* By the caller's clocks: row at of a goes with the reference of b. */
static struct pl_sync_peak
peak_of(const struct search *s, double at, double drift)
{
	double t = s->a_s + at / SLOW_HZ, u = s->b_s + s->centre / SLOW_HZ;

	if (s->swapped)
		return (struct pl_sync_peak){ .t_s = u, .u_s = t,
		    .drift = 1 / (1 + drift) - 1 };
	return (struct pl_sync_peak){ .t_s = t, .u_s = u, .drift = drift };
}

static bool
allowed(const struct search *s, double at, double drift)
{
	struct pl_sync_peak p = peak_of(s, at, drift);

	return pl_missing(s->known->offset_s) ||
	    fabs(pl_sync_offset(p.t_s, p.u_s, p.drift) -
	    s->known->offset_s) <= s->known->within_s;
}

/* All lags for one drift. */
static enum pl_err
try(struct search *s, double drift)
{
	size_t m = (size_t)((double)(s->to - s->from - 1) * (1 + drift)) + 1;
	double last = (double)(s->to - 1), at;
	enum pl_err err;
	size_t i, k;

	for (i = 0; i < m; i++) {
		at = (double)s->from + (double)i / (1 + drift);
		s->moved[i] = pl_resample_at(s->b.x, s->b.n, fmin(at, last));
	}
	err = pl_xcorr_with(&s->x, s->moved, m, s->r, s->pairs);
	for (i = 0; i < s->a.n + m - 1 && !err; i++) {
		double r = fmin(s->r[i], SURE), score;

		if (!(s->r[i] > 0) || s->pairs[i] < PL_SYNC_LEAST_S * SLOW_HZ)
			continue;
		at = (double)i - (double)(m - 1) +
		    (s->centre - (double)s->from) * (1 + drift);
		k = (size_t)(at + (double)s->room + 0.5);
		score = -0.5 * s->pairs[i] * s->share * pl_log(1 - r * r);
		if (score > s->bin[k].score && allowed(s, at, drift))
			s->bin[k] = (struct bin){ score, drift };
	}
	return err;
}

static enum pl_err
try_all(struct search *s)
{
	double known = s->known->drift, half_s, step, d;
	enum pl_err err = PL_OK;
	int steps, i;

	if (!pl_missing(known))
		return try(s, s->swapped ? 1 / (1 + known) - 1 : known);
	half_s = (double)(s->to - s->from) / SLOW_HZ / 2;
	steps = (int)ceil(PL_SYNC_DRIFT * half_s / BLUR_S);
	step = PL_SYNC_DRIFT / steps;
	for (i = 0; i <= 2 * steps && !err; i++) {
		d = step * ((i + 1) / 2) * (i % 2 ? 1 : -1);
		err = try(s, d);
	}
	return err;
}

/* Is it one of those that were found? */
static bool
near_one(const struct search *s, const struct pl_sync_peak *p,
    const struct pl_sync_peak *found, int n)
{
	while (n--)
		if (fabs(s->swapped ? p->u_s - found[n].u_s :
		    p->t_s - found[n].t_s) < APART_S)
			return true;
	return false;
}

/* The best of the turning points that are none of those found. */
static struct pl_sync_peak
best_of(const struct search *s, const struct pl_sync_peak *found, int n)
{
	struct pl_sync_peak best = { .score = 0 };
	size_t i;

	for (i = 1; i + 1 < s->bins; i++) {
		const struct bin *b = &s->bin[i];
		struct pl_sync_peak p;

		/* at the edge of what is allowed it is a flank, not a peak */
		if (b->score <= best.score || !(b[-1].score > 0) ||
		    !(b[1].score > 0) || b->score < b[-1].score ||
		    b->score < b[1].score)
			continue;
		p = peak_of(s, (double)i - (double)s->room, b->drift);
		if (near_one(s, &p, found, n))
			continue;
		best = p;
		best.score = b->score;
		best.free_hz = s->share * SLOW_HZ;
	}
	return best;
}

static enum pl_err
make_room(struct search *s)
{
	double drift = fmax(PL_SYNC_DRIFT, pl_missing(s->known->drift) ? 0 :
	    fabs(s->known->drift) / (1 - fabs(s->known->drift)));

	s->room = (size_t)((double)(s->to - s->from) * (1 + drift)) + 2;
	s->bins = s->a.n + 2 * s->room + 2;
	s->moved = pl_mem_array(s->room, sizeof *s->moved);
	s->r = pl_mem_array(s->a.n + s->room, sizeof *s->r);
	s->pairs = pl_mem_array(s->a.n + s->room, sizeof *s->pairs);
	s->bin = pl_mem_array(s->bins, sizeof *s->bin);
	if (!s->moved || !s->r || !s->pairs || !s->bin)
		return PL_ENOMEM;
	return pl_xcorr_begin(&s->x, s->a.x, s->a.n, s->room);
}

enum pl_err
pl_sync_search(const struct pl_turning *a, const struct pl_turning *b,
    const struct pl_sync_known *known,
    struct pl_sync_peak peak[PL_SYNC_PEAKS])
{
	bool swapped = a->n < b->n;
	const struct pl_turning *longer = swapped ? b : a;
	const struct pl_turning *shorter = swapped ? a : b;
	struct search s = { .a_s = longer->from_s, .b_s = shorter->from_s,
	    .swapped = swapped, .known = known };
	enum pl_err err = slow_make(&s.a, longer);

	if (!err)
		err = slow_make(&s.b, shorter);
	if (!err)
		err = find_share(&s);
	if (!err) {
		find_piece(&s);
		err = make_room(&s);
	}
	if (!err)
		err = try_all(&s);
	if (!err) {
		int k;

		for (k = 0; k < PL_SYNC_PEAKS; k++)
			peak[k] = best_of(&s, peak, k);
	}
	pl_xcorr_end(&s.x);
	free(s.a.x);
	free(s.b.x);
	free(s.moved);
	free(s.r);
	free(s.pairs);
	free(s.bin);
	return err;
}
