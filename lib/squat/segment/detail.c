#include "detail.h"

#include <math.h>
#include <stdbool.h>

#include "../../base/num.h"
#include "propose.h"

#define HOLE_S 0.1
#define EDGE_S 0.2		/* seen before a descent, or after an ascent */

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

void
pl_detail_find(const struct pl_vertical *v, const double *free_height,
    struct pl_cands *s)
{
	size_t i;

	for (i = 0; i < s->n; i++) {
		struct pl_cand *c = &s->cand[i];

		c->truncated = cut(v, c);
		c->drift = c->closure = PL_MISSING;
		if (!pl_cand_counts(c->class)) {
			c->bounces = 0;
			continue;
		}
		c->drift = mean_error(v, c);
		c->closure = free_height[c->top] - free_height[c->ecc];
	}
}
