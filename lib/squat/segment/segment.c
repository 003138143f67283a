#include "segment.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../../imu/clock.h"
#include "bounds.h"
#include "context.h"
#include "detail.h"
#include "judge.h"
#include "period.h"
#include "propose.h"
#include "stance.h"
#include "steps.h"
#include "trust.h"

/* Height priors, m sqrt(s), from the stiffest to the freest; the first only
 * where the stamps of samples are late. */
static const double prior[] = { 0.05, 0.25, 1, 4 };
#define HINT 0.1		/* more, where all come one period apart */
#define NEAR_TOP 0.15		/* of a leg */
#define LIKELY 0.6		/* of the most: the upright trunk is to be had */
#define LATE_ROWS 0.25		/* a slow clock that is even is not late */
enum { PRIORS = sizeof prior / sizeof *prior, ROUNDS = 2 };

#define DEPTH_SEEN 0.10		/* m: less is no candidate */

/* Solve without anchors and propose. */
static enum pl_err
begin(struct pl_vertical *v, const struct pl_posture *m, double with_prior,
    struct pl_cands *s)
{
	enum pl_err err = pl_vertical_solve(v, with_prior, NULL, 0);

	return err ? err : pl_propose_first(v, m, s);
}

static int
late(const struct pl_vertical *v)
{
	return v->time_sd_s > PL_CLOCK_LATE_S && v->time_sd_s * v->rate_hz > LATE_ROWS;
}

/* How to begin: with which prior, and whether with where the trunk is
 * upright. */
struct start {
	double prior;
	double *stand;
	double agree;		/* how many candidates are alike then */
};

/* Begin so that most candidates are alike: with the freest prior of equals,
 * which keeps slow squats whole; with the stiffest if none is, which drifts
 * least; and rather with the upright trunk than without. */
static enum pl_err
begin_best(struct pl_vertical *v, const struct pl_posture *m,
    struct pl_cands *s, struct start *best)
{
	double *stand = v->stand;
	int first = late(v) ? 0 : 1, i, with;
	struct pl_typical t = { 0 };
	enum pl_err err = PL_OK;
	double agree, period_s = 0;

	err = pl_period_find(v, m, &period_s);
	*best = (struct start){ prior[stand ? PRIORS - 1 : first], stand, 0 };
	for (with = 0; with <= (stand != NULL); with++)
		for (i = first; i < PRIORS && !err; i++) {
			v->stand = with ? stand : NULL;
			err = begin(v, m, prior[i], s);
			if (!err)
				err = pl_judge_typical(v, m, s, &t);
			agree = (1 + (double)t.agree) / (with ? LIKELY : 1) *
			    (1 + HINT * pl_period_fit(s, PL_PROPOSE_SHARE *
			    t.depth, period_s, v->rate_hz));
			if (!err && t.agree && agree >= best->agree)
				*best = (struct start){ prior[i], v->stand,
				    agree };
		}
	v->stand = best->stand;
	return err ? err : begin(v, m, best->prior, s);
}

/* The row of the top before a candidate, or after it: its bound, but where that
 * lies far below the turning point, as in squats so slow that their onset hides
 * in the sway, that point. */
static size_t
top_of(const struct pl_vertical *v, const struct pl_cand *c, int after)
{
	size_t turn = c->turn[after ? 2 : 0], bound = after ? c->top : c->ecc;

	return v->height[turn] - v->height[bound] < NEAR_TOP *
	    (after ? c->up : c->down) ? bound : turn;
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
		if (s->cand[i].class <= PL_PARTIAL &&
		    !pl_propose_cuts(v, &s->cand[i])) {
			anchor[n++] = top_of(v, &s->cand[i], 0);
			anchor[n++] = top_of(v, &s->cand[i], 1);
		}
	if (!err && n)
		err = pl_vertical_solve(v, chosen, anchor, n);
	if (!err)
		err = pl_judge_typical(v, m, s, &t);
	if (!err && n) {
		reversal = PL_PROPOSE_SHARE * t.depth;
		err = pl_propose(v, m, reversal > PL_PROPOSE_LEAST ? reversal :
		    PL_PROPOSE_LEAST, s);
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

/* By itself, beside the others, and by what is around it. */
static enum pl_err
judge(const struct pl_vertical *v, const struct pl_posture *m,
    struct pl_cands *s)
{
	unsigned char *walk = pl_mem_array(v->n, 1);
	enum pl_err err = walk ? pl_judge_all(v, m, s) : PL_ENOMEM;

	if (!err)
		err = pl_steps_flag(v, s, walk);
	if (!err)
		pl_context_judge(v, m, walk, s);
	free(walk);
	return err;
}

/* A repetition that fails ends where it has sunk back; then the lifter gets up
 * without the bar. */
static enum pl_err
part_failed(struct pl_cands *s)
{
	size_t i, n = s->n;
	enum pl_err err = PL_OK;

	for (i = 0; i < n && !err; i++) {
		struct pl_cand *c = &s->cand[i], up = *c;

		if (c->class != PL_FAILED || !c->sunk)
			continue;
		if (c->top <= c->rise + 1 || c->low <= c->ecc) { /* bad data */
			pl_cand_verdict(c, PL_UNKNOWN, "shape");
			continue;
		}
		pl_cand_verdict(&up, PL_UNKNOWN, "got-up");
		up.start = c->end + 1;
		up.end = up.turn[2];
		up.ecc = up.low = up.rise = up.top = up.start;
		up.sunk = 0;
		err = pl_cand_add(s, &up);
	}
	return err;
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
	struct start best;
	double *first = pl_mem_array(v->n, sizeof *first);
	double *stand = pl_mem_array(v->n, sizeof *stand);
	double *lean0 = pl_mem_array(v->n, sizeof *lean0);
	enum pl_err err = first && stand && lean0 ? PL_OK : PL_ENOMEM;
	int round;

	*s = (struct pl_cands){ NULL, 0, 0, 0 };
	if (!err && m->lean) {
		err = pl_stance_find(m, stand, lean0);
		pl_stance_still(m, v->still);
		v->stand = stand;
	}
	if (!err)
		err = begin_best(v, m, s, &best);
	if (!err)
		memcpy(first, v->height, v->n * sizeof *first);
	for (round = 0; round < ROUNDS && !err; round++) {
		err = judge(v, m, s);
		if (!err)
			err = pl_bounds_all(v, m, s, true);
		if (!err)
			err = refine(v, m, best.prior, s);
	}
	if (!err)
		err = judge(v, m, s);
	if (!err)
		err = pl_bounds_all(v, m, s, false);
	if (!err)
		err = part_failed(s);
	if (!err) {
		err = pl_steps_find(v, m, s);
	}
	if (!err) {
		sort_out(v, s);
		pl_cand_number(s, v->rate_hz);
		pl_detail_find(v, first, s);
	}
	if (!err)
		err = pl_trust_all(s);
	free(first);
	if (v->stand != stand)
		free(stand);
	free(lean0);
	if (err)
		pl_cand_free(s);
	return err;
}
