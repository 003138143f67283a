#include "cycle.h"

#include <math.h>
#include <stdlib.h>

#include "../../base/mem.h"
#include "../../base/num.h"
#include "../../base/trig.h"
#include "../../dsp/stat.h"
#include "cycle_pose.h"

#define LEAST (5 * PL_DEG)
#define MOVES 0.05		/* of a leg's time: it began before the edge */
#define HALF 0.5		/* of a way has to be in the file */
#define SHORT 0.7
#define HOLE_S 0.3
#define STAY_S 1.0		/* at the near end, after the last */
#define SPEED_S 0.05		/* to either side of a row */

static double
angle(const struct pl_cycle_work *f, size_t row)
{
	return f->found.way * f->x[row];
}

/* Is there a hole of more than HOLE_S in rows from..to? */
static bool
hole(const struct pl_cycle_work *f, size_t from, size_t to)
{
	size_t run = 0, i;

	for (i = from; i <= to && i < f->n; i++) {
		run = pl_missing(f->x[i]) ? run + 1 : 0;
		if ((double)run > HOLE_S * f->rate_hz)
			return true;
	}
	return false;
}

/* Or right beside a row? */
static bool
beside(const struct pl_cycle_work *f, size_t row)
{
	size_t before = row, after = row + 1;

	while (before > 0 && pl_missing(f->x[before - 1]))
		before--;
	while (after < f->n && pl_missing(f->x[after]))
		after++;
	return (double)(row - before) > HOLE_S * f->rate_hz ||
	    (double)(after - row - 1) > HOLE_S * f->rate_hz;
}

/* The least from the far end to the end of the stay at the near one. */
static double
near_end(const struct pl_cycle_work *f, const struct pl_cycle *c, size_t far)
{
	double least = angle(f, far);
	size_t i;

	for (i = far; i <= c->until; i++)
		if (angle(f, i) < least)
			least = angle(f, i);
	return least;
}

static void
speeds(const struct pl_cycle_work *f, struct pl_cycle *c)
{
	size_t k = (size_t)(SPEED_S * f->rate_hz + .5), i;
	double rows = c->out - c->start + c->end - c->back, v;

	k = k ? k : 1;
	c->peak = 0;
	for (i = c->from > k ? c->from : k; i <= c->to && i + k < f->n; i++) {
		v = fabs(f->x[i + k] - f->x[i - k]) * f->rate_hz /
		    (double)(2 * k);
		if (v > c->peak)
			c->peak = v;
	}
	c->mean = rows > 0 ? (c->far - c->before + c->far - c->near) *
	    f->rate_hz / rows : PL_MISSING;
}

static double
clamp(double x, double lo, double hi)
{
	return x < lo ? lo : x > hi ? hi : x;
}

/* A way that an edge cuts: is less than half of it in the file? */
static bool
cut(struct pl_cycle *c, double way, double whole)
{
	c->truncated = true;
	return way < HALF * whole;
}

/* How far the first way out leads: from the pose, where that is known. */
static double
first_way(const struct pl_cycle_work *f, const struct pl_cycle *c)
{
	const struct pl_span *s = &f->found.zero;

	return s->to > s->from ? c->far - f->found.way * pl_cycle_level(f, s) :
	    f->legs.size;
}

/* Times and ends of the cycle whose far end is turn k, and if it is unknown. */
static const char *
measure(struct pl_cycle_work *f, size_t k, struct pl_cycle *c)
{
	const size_t *t = f->legs.turn, last = f->legs.n - 1, far = t[k];
	double edge = (double)f->n - 1, a = 0, out, back, z = edge;
	bool lost = false, first = k == 0, ends_far = k == last;
	size_t begin = first ? 0 : t[k - 1];

	/* the pose may drift before it is left */
	if (k == 1 && !f->found.late && f->found.zero.to > begin + 1)
		begin = f->found.zero.to - 1;
	out = back = (double)far;
	c->far = angle(f, far);
	if (!first)
		pl_leg_times(f->x, begin, far, &a, &out);
	if (!ends_far)
		pl_leg_times(f->x, far, t[k + 1], &back, &z);
	c->before = first ? PL_MISSING : angle(f, t[k - 1]);
	if (first || (k == 1 && a < -MOVES * (out - a)))
		lost |= cut(c, first ? 0 : c->far - c->before, first_way(f,
		    c));
	if (ends_far || (k + 1 == last && z > edge + MOVES * (z - back)))
		lost |= cut(c, ends_far ? 0 : c->far - angle(f, t[k + 1]),
		    f->legs.size);
	/* no leg leaves an end before that is reached */
	c->start = clamp(a, first ? 0 : (double)t[k - 1], (double)far);
	c->out = clamp(out, c->start, (double)far);
	c->back = clamp(back, (double)far, edge);
	c->end = clamp(z, c->back, ends_far ? edge : (double)t[k + 1]);
	c->from = (size_t)c->start;
	c->to = (size_t)ceil(c->end);
	return lost ? "cut" : NULL;
}

static enum pl_err
add(struct pl_cycles *s, const struct pl_cycle *c)
{
	struct pl_cycle *grown = pl_mem_grow(s->cycle, &s->room, s->n + 1,
	    sizeof *grown);

	if (!grown)
		return PL_ENOMEM;
	s->cycle = grown;
	s->cycle[s->n++] = *c;
	return PL_OK;
}

/* What is measured of a cycle when it is known where the next begins. */
static void
finish(struct pl_cycle_work *f, size_t i, size_t k)
{
	struct pl_cycle *c = &f->found.cycle[i];
	const struct pl_cycle *next = c + 1;
	double stay = c->end + STAY_S * f->rate_hz, edge = (double)f->n - 1;
	bool back = k + 1 < f->legs.n;

	if (i + 1 < f->found.n)
		stay = next->start;
	c->until = (size_t)clamp(stay, (double)c->to, edge);
	c->near = back ? near_end(f, c, f->legs.turn[k]) : PL_MISSING;
	speeds(f, c);
	if (c->class == PL_UNKNOWN)
		return;
	if (beside(f, f->legs.turn[k]) || (back &&
	    beside(f, f->legs.turn[k + 1]))) {
		c->class = PL_UNKNOWN;
		c->reason = "hole";
	}
	c->truncated |= hole(f, c->from, c->to);
	/* a way back that is cut has an end, but not its own */
	if (k + 2 == f->legs.n && c->truncated && c->end >= edge) {
		c->near = PL_MISSING;
		c->range = c->far - c->before;
	} else
		c->range = c->far - c->near;
}

/* The range that a quarter of them exceed, and what is short of it. */
static enum pl_err
judge(struct pl_cycles *s)
{
	double *range = pl_mem_array(s->n, sizeof *range), most;
	size_t i;

	if (!range)
		return PL_ENOMEM;
	for (i = 0; i < s->n; i++)
		range[i] = s->cycle[i].class == PL_UNKNOWN ? PL_MISSING :
		    s->cycle[i].range;
	most = pl_stat_quantile(range, s->n, .75);
	for (i = 0; i < s->n; i++) {
		struct pl_cycle *c = &s->cycle[i];

		c->number = (int)i + 1;
		if (c->class == PL_UNKNOWN)
			c->range = c->mean = c->peak = PL_MISSING;
		else if (c->range < SHORT * most) {
			c->class = PL_PARTIAL;
			c->reason = "short";
		}
	}
	free(range);
	pl_cycle_verdict(s, s->n, PL_UNKNOWN, NULL);
	return PL_OK;
}

static enum pl_err
build(struct pl_cycle_work *f)
{
	enum pl_err err = PL_OK;
	size_t k = (size_t)f->far, first, i;

	if (pl_cycle_returns(f, k))
		k += 2;
	first = k;
	for (; k < f->legs.n && !err; k += 2) {
		struct pl_cycle c = { PL_WORK, "full", .range = PL_MISSING };
		const char *why;

		if (pl_cycle_returns(f, k))
			continue;
		why = measure(f, k, &c);
		if (why) {
			c.class = PL_UNKNOWN;
			c.reason = why;
		}
		err = add(&f->found, &c);
	}
	for (i = 0; i < f->found.n && !err; i++)
		finish(f, i, first + 2 * i);
	return err ? err : judge(&f->found);
}

enum pl_err
pl_cycle_find(const double *x, const unsigned char *rest, size_t n,
    double rate_hz, struct pl_cycles *s)
{
	struct pl_cycle_work f = { .x = x, .rest = rest, .n = n,
	    .rate_hz = rate_hz, .found = { .way = 1 } };
	enum pl_err err = pl_leg_find(x, n, LEAST, &f.legs);

	if (!err && f.legs.n >= 2) {
		pl_cycle_choose(&f);
		err = build(&f);
	}
	pl_leg_free(&f.legs);
	if (err)
		pl_cycle_free(&f.found);
	else
		*s = f.found;
	return err;
}

void
pl_cycle_free(struct pl_cycles *s)
{
	free(s->cycle);
	*s = (struct pl_cycles){ .way = 1 };
}

void
pl_cycle_verdict(struct pl_cycles *s, size_t i, enum pl_class class,
    const char *reason)
{
	int rep = 0;
	size_t k;

	if (i < s->n) {
		s->cycle[i].class = class;
		s->cycle[i].reason = reason;
		if (class == PL_UNKNOWN)
			s->cycle[i].range = s->cycle[i].mean =
			    s->cycle[i].peak = PL_MISSING;
	}
	for (k = 0; k < s->n; k++)
		s->cycle[k].rep = s->cycle[k].class == PL_UNKNOWN ? 0 : ++rep;
}
