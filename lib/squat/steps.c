#include "steps.h"

#include <math.h>
#include <stdlib.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "../dsp/stat.h"
#include "../imu/rest.h"

#define WINDOW_S 0.6
#define ENVELOPE 0.35		/* m/s^2 */
#define PEAK 0.8		/* m/s^2 */
#define SHORTEST_S 0.8
#define JOIN_S 0.8
#define RACK_VEL 0.08		/* m/s */
#define RACK_GAIN 0.015		/* m, between the means of the height */
#define RACK_NEAR_S 0.4		/* from so long before and after it */
#define RACK_FAR_S 1.0		/* to so long: a step and more */
#define RACK_REACH_S 30.0	/* from the first descent and the last top */
#define STEPS_S 4.0		/* steps follow or precede within this */

/* Flag the rows at which the trunk is jolted. */
static enum pl_err
flag_jolts(const struct pl_vertical *v, unsigned char *walk)
{
	size_t w = (size_t)(WINDOW_S * v->rate_hz + 0.5), i, k;
	double *mean = pl_mem_array(v->n, sizeof *mean);
	double *sd = pl_mem_array(v->n, sizeof *sd);
	enum pl_err err = mean && sd ? PL_OK : PL_ENOMEM;

	w = w < 3 ? 3 : w;
	if (!err && v->n >= w)
		err = pl_stat_running(v->acc, v->n, w, mean, sd);
	for (i = 0; !err && i + w <= v->n; i++)
		for (k = sd[i] > ENVELOPE ? 0 : w; k < w; k++)
			walk[i + k] = 1;
	free(mean);
	free(sd);
	return err;
}

/* Join what lies close together; drop what is short or has no real jolt. */
static void
tidy(const struct pl_vertical *v, unsigned char *walk)
{
	size_t join = (size_t)(JOIN_S * v->rate_hz), i, at = 0, last = 0;
	struct pl_span s;
	int seen = 0;

	for (i = 0; i < v->n; i++) {
		if (!walk[i])
			continue;
		if (seen && i - last <= join)
			for (; last < i; last++)
				walk[last] = 1;
		last = i;
		seen = 1;
	}
	while (pl_rest_next(walk, v->n, at, &s)) {
		double peak = 0;

		for (i = s.from; i < s.to; i++)
			if (fabs(v->acc[i]) > peak)
				peak = fabs(v->acc[i]);
		if (peak < PEAK || (double)(s.to - s.from) <
		    SHORTEST_S * v->rate_hz)
			for (i = s.from; i < s.to; i++)
				walk[i] = 0;
		at = s.to;
	}
}

/* Rows of what counts, and a little about them, are no walking. */
static void
leave_out(const struct pl_vertical *v, const struct pl_cands *s,
    unsigned char *walk)
{
	size_t pad = (size_t)(0.3 * v->rate_hz), c, i;

	for (c = 0; c < s->n; c++) {
		const struct pl_cand *k = &s->cand[c];
		size_t from = k->start > pad ? k->start - pad : 0;

		if (!pl_cand_counts(k->class))
			continue;
		for (i = from; i <= k->end + pad && i < v->n; i++)
			walk[i] = 0;
	}
}

static int
any(const unsigned char *flag, size_t from, size_t to)
{
	for (; from < to; from++)
		if (flag[from])
			return 1;
	return 0;
}

/* Height gained for good about a row: what a step lifts it sets down again,
 * what an unrack lifts stays.  What goes on before and after alike is drift and
 * is taken out. */
static double
gained(const struct pl_vertical *v, size_t i, size_t near, size_t far)
{
	double s = 0, drift = (v->height[i + far] - v->height[i + near] +
	    v->height[i - near] - v->height[i - far]) /
	    (double)(2 * (far - near));
	size_t k;

	for (k = near; k < far; k++)
		s += v->height[i + k] - v->height[i - k] -
		    drift * (double)(2 * k);
	return s / (double)(far - near);
}

static size_t
quickest(const struct pl_vertical *v, size_t from, size_t to, double way)
{
	size_t i, at = from;

	for (i = from; i < to; i++)
		if (way * v->vel[i] > way * v->vel[at])
			at = i;
	return at;
}

/* The greatest change of height for good between two rows, up (way 1) or down
 * (-1), as the stretch over which it goes on; 0 if none is worth the name. */
static int
change(const struct pl_vertical *v, size_t from, size_t to, double way,
    struct pl_span *s)
{
	size_t near = (size_t)(RACK_NEAR_S * v->rate_hz + 0.5), i, at;
	size_t far = (size_t)(RACK_FAR_S * v->rate_hz + 0.5), q;
	double best = RACK_GAIN, g;

	for (i = from + far, at = v->n; far > near && i + far < to; i++) {
		g = way * gained(v, i, near, far);
		if (g <= best)
			continue;
		q = quickest(v, i - near, i + near, way);
		if (way * v->vel[q] >= RACK_VEL) {
			best = g;
			at = q;
		}
	}
	if (at == v->n)
		return 0;
	s->from = s->to = at;
	while (s->from > from && way * v->vel[s->from - 1] > 0.02)
		s->from--;
	while (s->to < to && way * v->vel[s->to] > 0.02)
		s->to++;
	return 1;
}

static enum pl_err
add(struct pl_cands *s, enum pl_class class, const char *reason,
    double confidence, size_t from, size_t to)
{
	struct pl_cand c = { .class = class, .reason = reason,
	    .confidence = confidence, .start = from, .end = to - 1,
	    .ecc = from, .low = from, .rise = from, .top = from };

	return to > from ? pl_cand_add(s, &c) : PL_OK;
}

/* The unrack before the first repetition and the re-rack after the last. */
static enum pl_err
find_rack(const struct pl_vertical *v, struct pl_cands *s, size_t first,
    size_t last, unsigned char *walk)
{
	size_t reach = (size_t)(RACK_REACH_S * v->rate_hz), i;
	size_t steps = (size_t)(STEPS_S * v->rate_hz);
	size_t from = first > reach ? first - reach : 0;
	size_t to = v->n - last > reach ? last + reach : v->n;
	struct pl_span r;
	enum pl_err err = PL_OK;

	if (change(v, from, first, 1, &r) && any(walk, r.to,
	    r.to + steps < first ? r.to + steps : first)) {
		err = add(s, PL_UNRACK, "rise", 0.7, r.from, r.to);
		for (i = r.from; i < r.to; i++)
			walk[i] = 0;
	}
	if (!err && change(v, last, to, -1, &r) && any(walk, r.from >
	    last + steps ? r.from - steps : last, r.from)) {
		err = add(s, PL_RERACK, "sink", 0.7, r.from, r.to);
		for (i = r.from; i < r.to; i++)
			walk[i] = 0;
	}
	return err;
}

enum pl_err
pl_steps_flag(const struct pl_vertical *v, const struct pl_cands *s,
    unsigned char *walk)
{
	enum pl_err err = flag_jolts(v, walk);

	if (err)
		return err;
	leave_out(v, s, walk);
	tidy(v, walk);
	leave_out(v, s, walk);
	return PL_OK;
}

enum pl_err
pl_steps_find(const struct pl_vertical *v, struct pl_cands *s)
{
	unsigned char *walk = pl_mem_array(v->n, 1);
	enum pl_err err = walk ? pl_steps_flag(v, s, walk) : PL_ENOMEM;
	size_t first = v->n, last = 0, c, n = s->n, at = 0;
	struct pl_span w;

	for (c = 0; c < n; c++)
		if (pl_cand_counts(s->cand[c].class)) {
			if (first == v->n)
				first = s->cand[c].start;
			last = s->cand[c].end + 1;
		}
	if (!err && last)
		err = find_rack(v, s, first, last, walk);
	while (!err && pl_rest_next(walk, v->n, at, &w)) {
		if ((double)(w.to - w.from) > 0.3 * v->rate_hz)
			err = add(s, PL_WALK, "steps", 0.8, w.from, w.to);
		at = w.to;
	}
	free(walk);
	return err;
}
