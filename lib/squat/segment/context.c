#include "context.h"

#include <math.h>

#include "../../base/trig.h"
#include "judge.h"

#define STEPS_S 0.8		/* of steps between two of one set, at most */
#define GOES_ON_S 20.0
#define WHOLE 0.85		/* of its neighbours' depth */
#define STOOPS 1.7		/* of their lean, for their depth */
#define STOOPS_APART 1.3		/* where steps lie around it */
#define STOOPS_DEEP 2.0		/* where it is as deep as work */
#define BENT (60 * PL_DEG)	/* and that beyond what whole ones do: */
#define BENDS 1.3
#define STOOP_RATIO (100 * PL_DEG)	/* rad/m: a hinge at the hips has 200 */

static double
depth(const struct pl_cand *c)
{
	return (c->down + c->up) / 2;
}

/* Are two candidates, the first before the second, of one set? */
static int
together(const struct pl_vertical *v, const unsigned char *walk,
    const struct pl_cand *a, const struct pl_cand *b)
{
	size_t i, steps = 0;

	if (b->start > a->end &&
	    (double)(b->start - a->end) > PL_CAND_REST_S * v->rate_hz)
		return 0;
	for (i = a->end; i < b->start; i++)
		steps += walk[i];
	return (double)steps <= STEPS_S * v->rate_hz;
}

/* The next one before or after (by -1 or 1) that is work; NULL if there is
 * none, or if steps lie between. */
static const struct pl_cand *
neighbour(const struct pl_vertical *v, const unsigned char *walk,
    const struct pl_cands *s, size_t i, int by)
{
	size_t k = i;

	while (by < 0 ? k > 0 : k + 1 < s->n) {
		k += (size_t)by;
		if (s->cand[k].class == PL_WORK)
			return by < 0 ?
			    together(v, walk, &s->cand[k], &s->cand[i]) ?
			    &s->cand[k] : NULL :
			    together(v, walk, &s->cand[i], &s->cand[k]) ?
			    &s->cand[k] : NULL;
	}
	return NULL;
}

/* The mean lean of work. */
static double
bows(const struct pl_posture *m, const struct pl_cands *s)
{
	double sum = 0;
	size_t i, n = 0;

	for (i = 0; i < s->n; i++)
		if (s->cand[i].class == PL_WORK) {
			sum += pl_judge_bow(m, &s->cand[i]);
			n++;
		}
	return n ? sum / (double)n : 0;
}

/* The mean depth of work; 0 without any. */
static double
whole(const struct pl_cands *s)
{
	double sum = 0;
	size_t i, n = 0;

	for (i = 0; i < s->n; i++)
		if (s->cand[i].class == PL_WORK) {
			sum += depth(&s->cand[i]);
			n++;
		}
	return n ? sum / (double)n : 0;
}

/* Does it bend more than it sinks, for what whole ones do? */
static int
stoops(const struct pl_posture *m, const struct pl_cand *c, double usual,
    double lean, int apart)
{
	double bow = pl_judge_bow(m, c), ratio = bow / depth(c);
	double times = apart ? STOOPS_APART : c->class == PL_PARTIAL ?
	    STOOPS : STOOPS_DEEP;

	return (c->class <= PL_PARTIAL && ratio > STOOP_RATIO &&
	    ratio * usual > times * lean) ||
	    (c->class <= PL_PARTIAL && bow > BENT && bow > BENDS * lean);
}

void
pl_context_judge(const struct pl_vertical *v, const struct pl_posture *m,
    const unsigned char *walk, struct pl_cands *s)
{
	double usual = whole(s), lean = bows(m, s);
	size_t i;

	for (i = 0; i < s->n; i++) {
		struct pl_cand *c = &s->cand[i];
		const struct pl_cand *after = neighbour(v, walk, s, i, 1);
		const struct pl_cand *before = neighbour(v, walk, s, i, -1);

		if (c->class == PL_FAILED && c->sunk && after &&
		    (double)(after->start - c->end) < GOES_ON_S * v->rate_hz) {
			c->sunk = 0;
			pl_cand_verdict(c, PL_WORK, "full");
		}
		if (stoops(m, c, usual, lean, !before && !after))
			pl_cand_verdict(c, PL_UNKNOWN, "bent");
		if (c->class > PL_PARTIAL || before || after ||
		    (c->class == PL_WORK && depth(c) >= WHOLE * usual) ||
		    usual == 0)
			continue;
		pl_cand_verdict(c, PL_UNKNOWN, "apart");
	}
}
