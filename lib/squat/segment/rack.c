#include "rack.h"

#include "../../base/trig.h"
#include "judge.h"
#include "stance.h"

#define GAIN_M 0.015
#define VEL 0.04		/* m/s: 3 cm in 0.8 s peak at 0.06 */
#define NEAR_S 0.4
#define FAR_S 0.9		/* a step and more */
#define LEAN (12 * PL_DEG)	/* who is bent ties a shoe, or ducks */
#define LASTS_S 0.7
#define MOVES 0.02		/* m/s */
#define STEPS_S 4.0
#define BUSY 0.5		/* what steps all the way take off */
#define STANDS_FROM_S 0.9
#define STANDS_TO_S 1.6
#define DIP_M 0.05
#define SOON_S 1.5
#define DIP_LEAN (35 * PL_DEG)

struct times { size_t near, far, steps, soon, stands_from, stands_to, half; };

static struct times
times_of(double rate_hz)
{
	return (struct times){
		(size_t)(NEAR_S * rate_hz + 0.5),
		(size_t)(FAR_S * rate_hz + 0.5),
		(size_t)(STEPS_S * rate_hz + 0.5),
		(size_t)(SOON_S * rate_hz + 0.5),
		(size_t)(STANDS_FROM_S * rate_hz + 0.5),
		(size_t)(STANDS_TO_S * rate_hz + 0.5),
		(size_t)(LASTS_S / 2 * rate_hz + 0.5)
	};
}

/* How many flags are set between so many rows before row i and so many, or
 * after it. */
static size_t
steps(const unsigned char *walk, size_t i, size_t from, size_t to, int after,
    size_t lo, size_t hi)
{
	size_t a = after ? i + from : i > to ? i - to : 0;
	size_t b = after ? i + to : i > from ? i - from : 0, n = 0;

	for (a = a > lo ? a : lo; a < b && a < hi; a++)
		n += walk[a];
	return n;
}

static int
bent(const struct pl_vertical *v, size_t from, size_t to)
{
	for (; v->stand && from <= to; from++)
		if (pl_stance_bent(v->stand[from], LEAN))
			return 1;
	return 0;
}

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

/* From where it moves most to where it moves no more. */
static struct pl_span
stretch(const struct pl_vertical *v, size_t at, size_t half, size_t from,
    size_t to, double way)
{
	struct pl_span s = { at > from + half ? at - half : from,
	    to - at > half ? at + half : to };

	while (s.from > from && way * v->vel[s.from - 1] > MOVES)
		s.from--;
	while (s.to < to && way * v->vel[s.to] > MOVES)
		s.to++;
	return s;
}

int
pl_rack_find(const struct pl_vertical *v, const unsigned char *walk,
    size_t from, size_t to, double way, struct pl_span *s)
{
	struct times w = times_of(v->rate_hz);
	size_t i, q, at = v->n, quiet = w.stands_to - w.stands_from;
	double best = 0, g;
	int out = way > 0;

	for (i = from + w.far; w.far > w.near && i + w.far < to; i++) {
		g = way * gained(v, i, w.near, w.far);
		if (g < GAIN_M || g <= best)
			continue;
		g *= 1 - BUSY * (double)steps(walk, i, w.stands_from, w.stands_to,
		    !out, from, to) / (double)quiet;
		q = quickest(v, i - w.near, i + w.near, way);
		if (g <= best || way * v->vel[q] < VEL ||
		    bent(v, i - w.far, i + w.far) ||
		    !steps(walk, i, w.half, w.steps, out, from, to))
			continue;
		best = g;
		at = q;
	}
	if (at == v->n)
		return 0;
	*s = stretch(v, at, w.half, from, to, way);
	return 1;
}

struct pl_cand *
pl_rack_dip(const struct pl_vertical *v, const struct pl_posture *m,
    struct pl_cands *s, const unsigned char *walk, size_t from, size_t to)
{
	struct times w = times_of(v->rate_hz);
	struct pl_cand *best = NULL;
	size_t i;

	for (i = 0; i < s->n; i++) {
		struct pl_cand *c = &s->cand[i];

		if (c->class == PL_UNKNOWN && c->start >= from &&
		    c->end < to && c->up - c->down >= 0 &&
		    c->down >= DIP_M && pl_judge_bow(m, c) < DIP_LEAN &&
		    steps(walk, c->end, 0, w.soon, 1, from, to) &&
		    (!best || c->end > best->end))
			best = c;
	}
	return best;
}
