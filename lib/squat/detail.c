#include "detail.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "../base/num.h"
#include "../dsp/peaks.h"
#include "propose.h"

#define BOUNCE_M 0.02
#define BOUNCE_SHARE 0.04	/* of the depth */
#define HOLE_S 0.1
#define EDGE_S 0.2		/* seen before a descent, or after an ascent */

static enum pl_err
count_bounces(const struct pl_vertical *v, struct pl_cand *c)
{
	double least = fmax(BOUNCE_SHARE * c->depth, BOUNCE_M);
	const double *h = v->height + c->ecc;
	size_t *turn, n, i;
	enum pl_err err;
	int lows = 0;

	err = pl_peaks_turns(h, c->top - c->ecc + 1, least, &turn, &n);
	if (err)
		return err == PL_ENOMEM ? err : PL_OK;
	/* the ends are turns, too, however little goes on at them */
	for (i = 1; i + 1 < n; i++)
		lows += h[turn[i - 1]] - h[turn[i]] >= least &&
		    h[turn[i + 1]] - h[turn[i]] >= least;
	c->bounces = lows > 1 ? lows - 1 : 0;
	free(turn);
	return PL_OK;
}

static bool
cut(const struct pl_vertical *v, const struct pl_cand *c)
{
	size_t edge = (size_t)(EDGE_S * v->rate_hz + 0.5), i;

	if (pl_cand_counts(c->class) ? c->start < edge ||
	    c->end + edge >= v->n || pl_propose_cuts(v, c) :
	    c->start == 0 || c->end + 1 == v->n)
		return true;
	for (i = c->start; i <= c->end; i++)
		if (v->hole[i] > HOLE_S)
			return true;
	return false;
}

static double
mean_error(const struct pl_vertical *v, const struct pl_cand *c)
{
	double sum = 0;
	size_t i, n = 0;

	for (i = c->ecc; i <= c->top; i++)
		if (v->hole[i] == 0) {
			sum += pl_vertical_error(v, i);
			n++;
		}
	return n ? sum / (double)n : PL_MISSING;
}

enum pl_err
pl_detail_find(const struct pl_vertical *v, const double *free_height,
    struct pl_cands *s)
{
	enum pl_err err = PL_OK;
	size_t i;

	for (i = 0; i < s->n && !err; i++) {
		struct pl_cand *c = &s->cand[i];

		c->truncated = cut(v, c);
		c->drift = c->closure = PL_MISSING;
		c->bounces = 0;
		if (!pl_cand_counts(c->class))
			continue;
		c->drift = mean_error(v, c);
		c->closure = free_height[c->top] - free_height[c->ecc];
		err = count_bounces(v, c);
	}
	return err;
}
