#include "segment.h"

#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"
#include "../dsp/peaks.h"
#include "bounds.h"
#include "detail.h"
#include "judge.h"
#include "steps.h"

/* Height priors, m sqrt(s), from the stiffest to the freest; the first only
 * where the stamps of samples are late. */
static const double prior[] = { 0.05, 0.25, 1, 4 };
#define LATE_S 0.005
#define LATE_ROWS 0.25		/* a slow clock that is even is not late */
enum { PRIORS = sizeof prior / sizeof *prior, ROUNDS = 2 };

#define REVERSAL 0.10		/* m: the least turn of the first pass */
#define REVERSAL_LEAST 0.08	/* m: of the later ones, and */
#define REVERSAL_SHARE 0.3	/* of the set's depth */
#define DEPTH_SEEN 0.10		/* m: less is no candidate */
#define TOP_S 0.4		/* a shorter top is a turn, not a rest */

/* Every low between two highs, as far as the turning points go. */
static enum pl_err
propose(const struct pl_vertical *v, double reversal, struct pl_cands *s)
{
	struct pl_cand c = { .class = PL_UNKNOWN, .reason = "shape" };
	size_t *turn, count, i;
	enum pl_err err;

	s->n = 0;
	err = pl_peaks_turns(v->height, v->n, reversal, &turn, &count);
	if (err)
		return err;
	for (i = 1; i + 1 < count && !err; i++) {
		c.turn[0] = turn[i - 1];
		c.turn[1] = turn[i];
		c.turn[2] = turn[i + 1];
		c.down = v->height[turn[i - 1]] - v->height[turn[i]];
		c.up = v->height[turn[i + 1]] - v->height[turn[i]];
		c.start = c.turn[0];
		c.end = c.turn[2];
		if (c.down > 0 && c.up > 0)
			err = pl_cand_add(s, &c);
	}
	free(turn);
	return err;
}

/* Solve without anchors and propose. */
static enum pl_err
begin(struct pl_vertical *v, double with_prior, struct pl_cands *s)
{
	enum pl_err err = pl_vertical_solve(v, with_prior, NULL, 0);

	return err ? err : propose(v, REVERSAL, s);
}

static int
late(const struct pl_vertical *v)
{
	return v->time_sd_s > LATE_S && v->time_sd_s * v->rate_hz > LATE_ROWS;
}

/* Begin with the prior under which most candidates are alike; the freest of
 * equals, which keeps slow squats whole; the stiffest if none is, which drifts
 * least. */
static enum pl_err
begin_best(struct pl_vertical *v, const struct pl_posture *m,
    struct pl_cands *s, double *chosen)
{
	enum pl_err err = PL_OK;
	struct pl_typical t;
	size_t most = 0;
	int first = late(v) ? 0 : 1, best = first, i;

	for (i = first; i < PRIORS && !err; i++) {
		err = begin(v, prior[i], s);
		if (!err)
			err = pl_judge_typical(v, m, s, &t);
		if (!err && t.agree && t.agree >= most) {
			most = t.agree;
			best = i;
		}
	}
	*chosen = prior[best];
	if (!err && best != PRIORS - 1)
		err = begin(v, prior[best], s);
	return err;
}

/* A top that is too short to be a rest belongs to both, half and half. */
static void
share_tops(struct pl_cands *s, double rate_hz)
{
	struct pl_cand *last = NULL;
	size_t i;

	for (i = 0; i < s->n; i++) {
		struct pl_cand *c = &s->cand[i];

		if (!pl_cand_counts(c->class))
			continue;
		if (last && (double)(c->start - last->end) < TOP_S * rate_hz &&
		    c->start > last->end + 1) {
			last->end += (c->start - last->end) / 2;
			c->start = last->end + 1;
		}
		last = c;
	}
}

/* Bounds of all candidates that count; each owns its start and its end. */
static void
bound_all(const struct pl_vertical *v, const struct pl_posture *m,
    struct pl_cands *s)
{
	double sway = pl_bounds_sway(v);
	size_t i, k, before = 0, after;	/* the first row that is free */

	for (i = 0; i < s->n; i++) {
		struct pl_cand *c = &s->cand[i];

		if (!pl_cand_counts(c->class))
			continue;
		for (k = i + 1; k < s->n; k++)
			if (pl_cand_counts(s->cand[k].class))
				break;
		after = k < s->n ? s->cand[k].turn[0] : v->n - 1;
		after = after > c->turn[2] ? after : c->turn[2];
		pl_bounds_find(v, m, sway, before < c->turn[0] ? before :
		    c->turn[0], after, c);
		if (c->start < before)
			c->start = before;
		if (c->ecc < c->start)
			c->ecc = c->start;
		before = c->end + 1;
	}
	share_tops(s, v->rate_hz);
}

/* Solve again with the tops of what counts as anchors. */
static enum pl_err
refine(struct pl_vertical *v, const struct pl_posture *m, double chosen,
    struct pl_cands *s)
{
	size_t *anchor = pl_mem_array(2 * s->n, sizeof *anchor), n = 0, i;
	struct pl_typical t;
	double reversal;
	enum pl_err err = anchor ? PL_OK : PL_ENOMEM;

	for (i = 0; i < s->n && !err; i++)
		if (s->cand[i].class <= PL_PARTIAL) {
			anchor[n++] = s->cand[i].ecc;
			anchor[n++] = s->cand[i].top;
		}
	if (!err && n)
		err = pl_vertical_solve(v, chosen, anchor, n);
	if (!err)
		err = pl_judge_typical(v, m, s, &t);
	if (!err && n) {
		reversal = REVERSAL_SHARE * t.depth;
		err = propose(v, reversal > REVERSAL_LEAST ? reversal :
		    REVERSAL_LEAST, s);
	}
	free(anchor);
	return err;
}

/* What neither counts nor is walking keeps the rows that nothing else has. */
static void
trim_rest(struct pl_cands *s)
{
	size_t i, k;

	for (i = 0; i < s->n; i++)
		for (k = 0; k < s->n; k++) {
			struct pl_cand *c = &s->cand[i], *o = &s->cand[k];

			if (c->class != PL_UNKNOWN || i == k ||
			    (o->class == PL_UNKNOWN && k > i) ||
			    o->end < c->start || o->start > c->end)
				continue;
			if (o->start <= c->start)
				c->start = o->end + 1;
			else
				c->end = o->start - 1;
			if (c->end < c->start || c->end == (size_t)-1)
				c->confidence = -1;	/* nothing left */
		}
}

static int
by_start(const void *a, const void *b)
{
	const struct pl_cand *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return (x->end > y->end) - (x->end < y->end);
}

/* Keep what has rows and is worth a name, in order of time. */
static void
sort_out(const struct pl_vertical *v, struct pl_cands *s)
{
	size_t i, n = 0;

	trim_rest(s);
	for (i = 0; i < s->n; i++) {
		const struct pl_cand *c = &s->cand[i];

		if (c->confidence < 0 || (c->class == PL_UNKNOWN &&
		    (pl_judge_depth(c) < DEPTH_SEEN ||
		    (double)(c->end - c->start) < 0.5 * v->rate_hz)))
			continue;
		s->cand[n++] = *c;
	}
	s->n = n;
	if (s->n)		/* qsort must not be given NULL */
		qsort(s->cand, s->n, sizeof *s->cand, by_start);
}

enum pl_err
pl_segment_find(struct pl_vertical *v, const struct pl_posture *m,
    struct pl_cands *s)
{
	double chosen, *first = pl_mem_array(v->n, sizeof *first);
	enum pl_err err = first ? PL_OK : PL_ENOMEM;
	int round;

	*s = (struct pl_cands){ NULL, 0, 0, 0 };
	if (!err)
		err = begin_best(v, m, s, &chosen);
	if (!err)
		memcpy(first, v->height, v->n * sizeof *first);
	for (round = 0; round < ROUNDS && !err; round++) {
		err = pl_judge_all(v, m, s);
		if (!err) {
			bound_all(v, m, s);
			err = refine(v, m, chosen, s);
		}
	}
	if (!err)
		err = pl_judge_all(v, m, s);
	if (!err) {
		bound_all(v, m, s);
		err = pl_steps_find(v, s);
	}
	if (!err) {
		sort_out(v, s);
		pl_cand_number(s, v->rate_hz);
		err = pl_detail_find(v, first, s);
	}
	free(first);
	if (err)
		pl_cand_free(s);
	return err;
}
