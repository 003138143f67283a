#include "cycle_pose.h"

#include <math.h>

#include "../../base/num.h"

#define NEAR 0.1		/* of the size: a pose at the level of an end */
#define FLAT 0.05		/* of the size: it stays */
#define FLAT_S 3.0		/* longer than at the turn of a way of 8 s */
#define APART 0.25		/* two ends are as far apart at least */
#define HALF 0.5		/* two poses this far apart are at two ends */

static double
turn(const struct pl_cycle_work *f, size_t k)
{
	return f->x[f->legs.turn[k]];
}

/* The middle of a leg: where it has gone half its way for the first time. */
static size_t
middle(const struct pl_cycle_work *f, size_t leg)
{
	size_t i = f->legs.turn[leg], end = f->legs.turn[leg + 1];
	double from = f->x[i], to = f->x[end];

	while (i < end && !(fabs(f->x[i] - from) >= fabs(to - from) / 2))
		i++;
	return i;
}

double
pl_cycle_level(const struct pl_cycle_work *f, const struct pl_span *s)
{
	double sum = 0;
	size_t i, m = 0;

	for (i = s->from; i < s->to; i++)
		if (!pl_missing(f->x[i])) {
			sum += f->x[i];
			m++;
		}
	return m ? sum / (double)m : PL_MISSING;
}

/* Cut what is not the pose any more: without a gyroscope a slow turn rests. */
static void
trim(const struct pl_cycle_work *f, bool first, struct pl_span *s)
{
	double end = turn(f, first ? 0 : f->legs.n - 1);
	size_t i;

	for (i = s->from; i < s->to; i++)
		if (fabs(f->x[i] - end) > NEAR * f->legs.size) {
			if (first) {
				s->to = i;
				return;
			}
			s->from = i + 1;
		}
}

/* Who trembles, and a gyroscope whose bias passes for a turn, never rest: then
 * the angle may be seen to stay at the end of the leg. */
static struct pl_span
stays(const struct pl_cycle_work *f, size_t row)
{
	struct pl_span s = { row, row + 1 };
	double far = FLAT * f->legs.size;

	while (s.from > 0 && !(fabs(f->x[s.from - 1] - f->x[row]) > far))
		s.from--;
	while (s.to < f->n && !(fabs(f->x[s.to] - f->x[row]) > far))
		s.to++;
	if ((double)(s.to - s.from) < FLAT_S * f->rate_hz)
		s.to = s.from;
	return s;
}

/* The last rest before the first leg, or the first after the last one, where
 * the angle is still that of the leg's end. */
static struct pl_span
pose(const struct pl_cycle_work *f, bool first)
{
	const struct pl_legs *l = &f->legs;
	size_t from = first ? 0 : middle(f, l->n - 2);
	size_t to = first ? middle(f, 0) : f->n;
	double end = turn(f, first ? 0 : l->n - 1);
	struct pl_span s, found = { 0, 0 };

	while (pl_rest_next(f->rest, f->n, from, &s) && s.from < to) {
		from = s.to;
		if (s.to > to)
			s.to = to;
		trim(f, first, &s);
		if (!(fabs(pl_cycle_level(f, &s) - end) < NEAR * l->size))
			continue;
		found = s;
		if (!first)
			break;
	}
	return found.to > found.from ? found : stays(f, l->turn[first ? 0 :
	    l->n - 1]);
}

/* Mean of every other turn, without the edges where there are others. */
static double
ends(const struct pl_cycle_work *f, size_t odd)
{
	size_t k = odd ? 1 : f->legs.n > 3 ? 2 : 0, m = 0;
	double sum = 0;

	for (; k < f->legs.n; k += 2, m++)
		sum += turn(f, k);
	return sum / (double)m;
}

void
pl_cycle_choose(struct pl_cycle_work *f)
{
	struct pl_span start = pose(f, true), end = pose(f, false);
	double size = f->legs.size, even = ends(f, 0), odd = ends(f, 1), at;
	bool has = start.to > start.from, ended = end.to > end.from;

	/* a stay at the far end is no pose to begin from */
	if (has && ended && fabs(pl_cycle_level(f, &start) -
	    pl_cycle_level(f, &end)) > HALF * size) {
		has = start.to - start.from >= end.to - end.from;
		ended = !has;
	}
	at = pl_cycle_level(f, has ? &start : &end);
	f->far = 1;
	if ((has || ended) && f->legs.n > 2 && fabs(at - odd) < APART * size &&
	    fabs(at - even) > APART * size)
		f->far = 0;
	else if (!has && ended && fabs(at - odd) > APART * size &&
	    fabs(at - even) > APART * size)
		f->far = (f->legs.n - 1) % 2;
	f->found.late = !has && ended;
	f->found.zero = has ? start : ended ? end : (struct pl_span){ 0, 0 };
	f->found.way = turn(f, (size_t)f->far) >= turn(f, 1 -
	    (size_t)f->far) ? 1 : -1;
}

bool
pl_cycle_returns(const struct pl_cycle_work *f, size_t k)
{
	bool first = k == 0, last = k + 1 == f->legs.n;
	struct pl_span s = { 0, 0 };

	if (first || last)
		s = pose(f, first);
	return s.to > s.from && fabs(turn(f, k) - ends(f,
	    (size_t)f->far)) > APART * f->legs.size;
}
