#include "trust.h"

#include <math.h>
#include <stdlib.h>

#include "../../base/mem.h"
#include "../../base/num.h"
#include "../../base/trig.h"
#include "../../dsp/stat.h"

#define FLOOR 0.02
#define MIDDLING 0.1
#define WORK 0.70		/* of the median depth: see judge.h */
#define NEAR 0.1

static const struct odds { double a, closure, scatter, distance; }
odds[PL_CLASSES] = {
	[PL_WORK] = { -0.68, -0.91, -0.84, 0.47 },
	[PL_PARTIAL] = { -0.68, -0.91, -0.84, 0.47 },
	[PL_FAILED] = { -3.96, -0.57, -0.87, 0 },
	[PL_UNRACK] = { -3.53, -0.65, -1.10, 0 },
	[PL_RERACK] = { -2.48, -0.53, -0.94, 0 },
	[PL_WALK] = { -1.83, -0.34, -1.10, 0 },
	[PL_UNKNOWN] = { -4.21, -1.50, -0.33, 0 },
};

struct quality { double closure, scatter, depth; };

static int
is_rep(const struct pl_cand *c)
{
	return c->class <= PL_PARTIAL;
}

static enum pl_err
assess(const struct pl_cands *s, struct quality *q)
{
	double *d = pl_mem_array(s->n, sizeof *d), sum = 0, share;
	size_t i, n = 0, closed = 0;

	*q = (struct quality){ MIDDLING, MIDDLING, PL_MISSING };
	if (!d)
		return PL_ENOMEM;
	for (i = 0; i < s->n; i++) {
		const struct pl_cand *c = &s->cand[i];

		if (!is_rep(c))
			continue;
		d[n++] = c->depth;
		share = c->closure / c->depth;
		if (!pl_missing(share)) {
			sum += share * share;
			closed++;
		}
	}
	q->depth = pl_stat_median(d, n);
	if (closed)
		q->closure = sqrt(sum / (double)closed);
	for (i = n = 0; i < s->n; i++)
		if (is_rep(&s->cand[i]))
			d[n++] = fabs(s->cand[i].depth / q->depth - 1);
	if (n)
		q->scatter = pl_stat_median(d, n);
	if (q->depth > PL_TRUST_DEEPEST_M)
		q->closure = q->scatter = 1;
	free(d);
	return PL_OK;
}

static double
tanh_of(double x)
{
	double e = pl_exp(-2 * fabs(x)), t = (1 - e) / (1 + e);

	return x < 0 ? -t : t;
}

static double
trust(const struct quality *q, const struct pl_cand *c)
{
	const struct odds *o = &odds[c->class];
	double distance = c->depth / q->depth - WORK, z;

	if (c->class == PL_PARTIAL)
		distance = -distance;
	z = o->a + o->closure * pl_log(q->closure + FLOOR) +
	    o->scatter * pl_log(q->scatter + FLOOR);
	if (is_rep(c) && !pl_missing(distance))
		z += o->distance * tanh_of(distance / NEAR);
	return 1 / (1 + pl_exp(-z));
}

enum pl_err
pl_trust_all(struct pl_cands *s)
{
	struct quality q;
	enum pl_err err = assess(s, &q);
	size_t i;

	for (i = 0; i < s->n && !err; i++)
		s->cand[i].confidence = trust(&q, &s->cand[i]);
	return err;
}
