#include "steps.h"

#include <math.h>
#include <stdlib.h>

#include "../../base/mem.h"
#include "../../base/num.h"
#include "../../base/trig.h"
#include "../../dsp/stat.h"
#include "../../imu/rest.h"
#include "rack.h"
#include "stance.h"

#define WINDOW_S 0.6
#define ENVELOPE 0.35		/* m/s^2 */
#define PEAK 0.8		/* m/s^2 */
#define WALK_LEAN (20 * PL_DEG)	/* nobody walks so */
#define SHORTEST_S 0.8
#define JOIN_S 0.4
#define RACK_REACH_S 30.0	/* from the first descent and the last top */
#define APART_S 2.0		/* of steps between two sets */
#define LEAST_S 0.8		/* a step takes so long */

static int
bent(const struct pl_vertical *v, size_t row, double lean)
{
	return v->stand && pl_stance_bent(v->stand[row], lean);
}

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
	/* a jolt shows in all windows that it lies in; walking in their middles */
	for (i = 0; !err && i + w <= v->n; i++)
		for (k = sd[i] > ENVELOPE ? w / 4 : w; k < w - w / 4; k++)
			walk[i + k] = !bent(v, i + k, WALK_LEAN);
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

static enum pl_err
add(struct pl_cands *s, enum pl_class class, const char *reason,
    size_t from, size_t to)
{
	struct pl_cand c = { .class = class, .reason = reason,
	    .start = from, .end = to - 1,
	    .ecc = from, .low = from, .rise = from, .top = from };

	return to > from ? pl_cand_add(s, &c) : PL_OK;
}

/* A rack, if it is there. */
static enum pl_err
find_rack(const struct pl_vertical *v, const struct pl_posture *m,
    struct pl_cands *s, enum pl_class class, size_t from, size_t to,
    unsigned char *walk, struct pl_span *r)
{
	int out = class == PL_UNRACK;
	struct pl_cand *dip = out ? pl_rack_dip(v, m, s, walk, from, to) : NULL;
	size_t i;

	*r = (struct pl_span){ 0, 0 };
	if (dip) {
		*r = (struct pl_span){ dip->start, dip->end + 1 };
		pl_cand_verdict(dip, PL_UNRACK, "dip");
	} else if (!pl_rack_find(v, walk, from, to, out ? 1 : -1, r))
		return PL_OK;
	for (i = r->from; i < r->to; i++)
		walk[i] = 0;
	return dip ? PL_OK : add(s, class, out ? "rise" : "sink",
	    r->from, r->to);
}

/* Between two repetitions of different sets: the bar goes back and comes out
 * again.  done is where the former ends, 0 without one, and next where the
 * latter begins, n without one. */
static enum pl_err
find_racks(const struct pl_vertical *v, const struct pl_posture *m,
    struct pl_cands *s, size_t done, size_t next, unsigned char *walk)
{
	size_t reach = (size_t)(RACK_REACH_S * v->rate_hz);
	size_t to = next - done > reach ? done + reach : next;
	size_t from = next - done > reach ? next - reach : done;
	struct pl_span back = { 0, 0 }, out;
	enum pl_err err = PL_OK;

	if (done)
		err = find_rack(v, m, s, PL_RERACK, done, to, walk, &back);
	if (!err && next < v->n)
		err = find_rack(v, m, s, PL_UNRACK, back.to > from ? back.to :
		    from, next, walk, &out);
	return err;
}

static int
walks(const struct pl_vertical *v, const unsigned char *walk, size_t from,
    size_t to)
{
	size_t n = 0;

	for (; from < to; from++)
		n += walk[from];
	return (double)n >= APART_S * v->rate_hz;
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
pl_steps_find(const struct pl_vertical *v, const struct pl_posture *m,
    struct pl_cands *s)
{
	unsigned char *walk = pl_mem_array(v->n, 1);
	enum pl_err err = walk ? pl_steps_flag(v, s, walk) : PL_ENOMEM;
	size_t done = 0, c, n = s->n, at = 0;
	struct pl_span w;

	for (c = 0; c < n && !err; c++) {
		if (!pl_cand_counts(s->cand[c].class))
			continue;
		if (!done || walks(v, walk, done, s->cand[c].start))
			err = find_racks(v, m, s, done, s->cand[c].start, walk);
		done = s->cand[c].end + 1;
	}
	if (!err && done)
		err = find_racks(v, m, s, done, v->n, walk);
	while (!err && pl_rest_next(walk, v->n, at, &w)) {
		if ((double)(w.to - w.from) > LEAST_S * v->rate_hz)
			err = add(s, PL_WALK, "steps", w.from, w.to);
		at = w.to;
	}
	free(walk);
	return err;
}
