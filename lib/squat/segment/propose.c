#include "propose.h"

#include <stdlib.h>

#include "../../base/mem.h"
#include "../../base/num.h"
#include "../../base/trig.h"
#include "../../dsp/peaks.h"
#include "../../dsp/stat.h"

#define DEEP 0.20		/* m: worth counting */
#define MOST 0.75		/* of the deep ones */
#define ARRIVED 0.85		/* of a leg, and */
#define ALIKE 0.5
#define SLOW 0.05		/* m/s: below is a top */
#define NEAR_TOP 0.15		/* of a leg */
#define ABOUT_S 1.0
#define COMES_UP_BOWED 0.93
#define COMES_UP 0.85		/* of a leg */
#define LEAST_LEAN (12 * PL_DEG)
#define BOWED 0.6
#define LEANS 0.4		/* of the greatest lean */

/* Does it move no more at a row, so high up? */
static int
arrived(const struct pl_vertical *v, const struct pl_cand *c, size_t row,
    double leg, double way)
{
	return v->height[row] - v->height[c->turn[1]] >= ARRIVED * leg &&
	    way * v->vel[row] < SLOW;
}

/* How far a leg goes, beside the other: where one stands for long after it, the
 * height drifts on. */
static double
leg(double own, double other)
{
	return other < own && other >= ALIKE * own ? other : own;
}

static size_t
highest(const struct pl_vertical *v, size_t from, size_t to)
{
	size_t i, at = from;

	for (i = from; i <= to; i++)
		if (v->height[i] > v->height[at])
			at = i;
	return at;
}

/* A candidate from three turning points.  Where one stands for long the highest
 * row may be far away: the tops are those within a second of the movement. */
static struct pl_cand
between(const struct pl_vertical *v, size_t a, size_t low, size_t b)
{
	struct pl_cand c = { .class = PL_UNKNOWN, .reason = "shape",
	    .turn = { a, low, b }, .start = low, .end = low,
	    .down = v->height[a] - v->height[low],
	    .up = v->height[b] - v->height[low] };

	size_t about = (size_t)(ABOUT_S * v->rate_hz + 0.5);

	while (c.start > a && !arrived(v, &c, c.start, leg(c.down, c.up), -1))
		c.start--;
	while (c.end < b && !arrived(v, &c, c.end, leg(c.up, c.down), 1))
		c.end++;
	c.turn[0] = highest(v, c.start > a + about ? c.start - about : a,
	    c.start);
	c.turn[2] = highest(v, c.end, c.end + about < b ? c.end + about : b);
	c.down = v->height[c.turn[0]] - v->height[low];
	c.up = v->height[c.turn[2]] - v->height[low];
	return c;
}

int
pl_propose_cuts(const struct pl_vertical *v, const struct pl_cand *c)
{
	size_t edge = (size_t)(ABOUT_S * v->rate_hz + 0.5);
	const double *h = v->height;

	return (c->turn[0] == 0 && -v->vel[0] >= SLOW) ||
	    (c->turn[2] + 1 == v->n && v->vel[v->n - 1] >= SLOW) ||
	    (c->turn[0] < edge &&
	    h[c->turn[0]] - h[c->ecc] >= NEAR_TOP * c->down) ||
	    (c->turn[2] + edge >= v->n &&
	    h[c->turn[2]] - h[c->top] >= NEAR_TOP * c->up);
}

static enum pl_err
lows(const struct pl_vertical *v, double reversal, struct pl_cands *s)
{
	struct pl_cand c;
	size_t *turn, count, i;
	enum pl_err err;

	s->n = 0;
	err = pl_peaks_turns(v->height, v->n, reversal, &turn, &count);
	if (err)
		return err;
	for (i = 0; i < count && !err; i++) {
		c = between(v, turn[i ? i - 1 : 0], turn[i],
		    turn[i + 1 < count ? i + 1 : i]);
		if (c.down >= 0 && c.up >= 0 && c.down + c.up > 0)
			err = pl_cand_add(s, &c);
	}
	free(turn);
	return err;
}

/* How much of the greatest lean of a stretch is left at its end; 0 if
 * nobody knows, or if it never leans. */
static double
lean_left(const struct pl_posture *m, size_t from, size_t at)
{
	double least = INFINITY, most = -INFINITY;
	size_t i;

	for (i = from; m->lean && i <= at; i++) {
		if (m->lean[i] < least)
			least = m->lean[i];
		if (m->lean[i] > most)
			most = m->lean[i];
	}
	return most > least + LEAST_LEAN ? (m->lean[at] - least) / (most - least) : 0;
}

static int
one(const struct pl_vertical *v, const struct pl_posture *m,
    const struct pl_cand *a, const struct pl_cand *b)
{
	int seen = b->turn[2] + 1 < v->n;
	double left = lean_left(m, a->turn[0], b->turn[0]);
	double up = left > BOWED ? COMES_UP_BOWED : COMES_UP;

	return left > LEANS && a->up < up * a->down &&
	    (!seen || b->down < up * b->up);
}

/* Join those between which nobody comes up. */
static void
join(const struct pl_vertical *v, const struct pl_posture *m,
    struct pl_cands *s)
{
	size_t i, n = 0;

	for (i = 0; i < s->n; i++) {
		struct pl_cand *last = n ? &s->cand[n - 1] : NULL;
		const struct pl_cand *c = &s->cand[i];

		if (last && one(v, m, last, c))
			*last = between(v, last->turn[0],
			    v->height[last->turn[1]] < v->height[c->turn[1]] ?
			    last->turn[1] : c->turn[1], c->turn[2]);
		else
			s->cand[n++] = *c;
	}
	s->n = n;
}

enum pl_err
pl_propose(const struct pl_vertical *v, const struct pl_posture *m,
    double reversal, struct pl_cands *s)
{
	enum pl_err err = lows(v, reversal, s);

	if (!err)
		join(v, m, s);
	return err;
}

/* What most of the deep ones stay below, by the longer leg: a bounce has a
 * short one.  0 if there is none. */
static double
deep(const struct pl_cands *s, double *room)
{
	size_t i, n = 0;

	for (i = 0; i < s->n; i++) {
		double d = fmax(s->cand[i].down, s->cand[i].up);

		if (d >= DEEP)
			room[n++] = d;
	}
	return n ? pl_stat_quantile(room, n, MOST) : 0;
}

enum pl_err
pl_propose_first(const struct pl_vertical *v, const struct pl_posture *m,
    struct pl_cands *s)
{
	enum pl_err err = pl_propose(v, m, PL_PROPOSE_REVERSAL, s);
	double *room = err ? NULL : pl_mem_array(s->n, sizeof *room), d;

	if (err)
		return err;
	if (!room)
		return PL_ENOMEM;
	d = PL_PROPOSE_SHARE * deep(s, room);
	free(room);
	return d > PL_PROPOSE_REVERSAL ? pl_propose(v, m, d, s) : PL_OK;
}
