#include "force.h"

#include <math.h>
#include <stdlib.h>

#include "../../base/num.h"
#include "../../base/trig.h"
#include "../../dsp/peaks.h"
#include "../../dsp/stat.h"
#include "../../imu/rest.h"
#include "../segment/tilt.h"

#define BOW (10 * PL_DEG)
#define FLANKS 0.6
#define UPRIGHT (35 * PL_DEG)
#define BENT (70 * PL_DEG)
#define BENT_S 1.5
#define PUSH 0.6		/* m/s^2 */
#define PUSH_MOST 7.0
#define AMPLITUDE 0.1		/* m: half of the least squat */
#define PUSH_FROM_S 0.4
#define PUSH_TO_S 1.0
#define SINK 0.12		/* m */
#define SINK_MOST 1.3
#define SINK_S 1.25
#define SINK_LEAST_S 0.5
#define LOWER 0.6		/* of the median height of a bow */
#define HIGHER 1.4
#define HOLE_S 0.5
#define STANDS_S 0.5
#define OTHER 2.0		/* times as many for another stance, or way */
#define NEAR_S 4.0		/* a phase takes no longer */

enum { STANCES = 3 };

/* A verdict, and how sure it is: not calibrated, unlike trust.h's. */
static void
say(struct pl_cand *c, enum pl_class class, const char *reason, double sure)
{
	pl_cand_verdict(c, class, reason);
	c->confidence = sure;
}

/* The rows so many seconds from a row, within the record. */
static struct pl_span
about(const struct pl_tilt *f, size_t row, double before_s, double after_s)
{
	size_t b = (size_t)(before_s * f->rate_hz + 0.5);
	size_t a = (size_t)(after_s * f->rate_hz + 0.5);

	return (struct pl_span){ row > b ? row - b : 0,
	    row + a < f->n ? row + a + 1 : f->n };
}

static double
most(const double *x, struct pl_span s)
{
	double top = x[s.from];

	for (; s.from < s.to; s.from++)
		top = x[s.from] > top ? x[s.from] : top;
	return top;
}

/* Where, going out from the deepest lean to an end, the lean first falls below
 * a share of its height over that end; a row with its fraction. */
static double
crossing(const struct pl_tilt *f, size_t from, size_t end, double share)
{
	double level = f->lean[end] + share * (f->lean[from] - f->lean[end]);
	int step = end > from ? 1 : -1;
	size_t i = from, next;

	for (; i != end; i = next) {
		next = i + (size_t)step;
		if (f->lean[next] <= level)
			return (double)i + step * (f->lean[i] - level) /
			    (f->lean[i] - f->lean[next]);
	}
	return (double)end;
}

/* A lean (1 - cos pi x) / 2 passes 10 % at x = 0.2048 and 30 % at 0.3690. */
#define BACK (0.2048 / (0.3690 - 0.2048))

/* Where the bow begins, or ends, which is near however long one stands. */
static size_t
onset(const struct pl_tilt *f, size_t from, size_t turn)
{
	struct pl_span near = about(f, from, NEAR_S, NEAR_S);
	size_t step = turn > from ? 1 : (size_t)-1, end = from, i;
	double a, b, x, lo, hi;

	for (i = from; i != turn && i > near.from && i + 1 < near.to; ) {
		i += step;
		if (f->lean[i] < f->lean[end])
			end = i;
	}
	a = crossing(f, from, end, 0.1);
	b = crossing(f, from, end, 0.3);
	x = a + BACK * (a - b);
	lo = (double)(end < from ? end : from);
	hi = (double)(end < from ? from : end);
	return (size_t)((x < lo ? lo : x > hi ? hi : x) + 0.5);
}

/* How long the slower phase takes, SINK_S at least. */
static double
phase_s(const struct pl_tilt *f, const struct pl_cand *c)
{
	size_t down = c->turn[1] - c->start, up = c->end - c->turn[1];
	double s = (double)(down > up ? down : up) / f->rate_hz;

	return s > SINK_S ? s : SINK_S;
}

/* How far a body sinks that is pushed so, and comes back to where it was. */
static double
sinks(struct pl_tilt *f, const size_t turn[3], double within_s)
{
	struct pl_span s = about(f, turn[1], within_s, within_s);
	struct pl_span in = about(f, turn[1], SINK_LEAST_S, SINK_LEAST_S);
	double *h = f->scratch, v = 0, dt = 1 / f->rate_hz, low = 0, end, x;
	size_t i, last;

	s.from = s.from > turn[0] ? s.from : turn[0];
	s.from = s.from < in.from ? s.from : in.from;
	s.to = s.to < turn[2] + 1 ? s.to : turn[2] + 1;
	s.to = s.to > in.to ? s.to : in.to;
	last = s.to - s.from - 1;
	for (h[0] = 0, i = 0; i < last; i++) {
		double a = (f->size[s.from + i] + f->size[s.from + i + 1]) /
		    2 - f->gravity;

		h[i + 1] = h[i] + (v + a * dt / 2) * dt;
		v += a * dt;
	}
	/* at rest at both ends: less a constant acceleration; level: less a
	 * constant velocity */
	end = h[last];
	for (i = 0; i <= last; i++) {
		double t = (double)i * dt, all = (double)last * dt;

		x = h[i] - v / all * t * t / 2 - (end - v * all / 2) * t / all;
		low = x < low ? x : low;
	}
	return -low;
}

/* 0.5 on a limit, towards 1 beyond. */
static double
sure(double x, double limit)
{
	return 1 - 0.5 * limit / x;
}

static void
judge(struct pl_tilt *f, struct pl_cand *c)
{
	const size_t *t = c->turn;
	double least = c->down < c->up ? c->down : c->up;
	double most_of = c->down > c->up ? c->down : c->up;
	double push = most(f->slow, about(f, t[1], PUSH_FROM_S, PUSH_TO_S)) -
	    f->gravity, phase = phase_s(f, c), sink = sinks(f, t, phase);
	double enough = AMPLITUDE * (PL_PI / phase) * (PL_PI / phase);

	enough = enough < PUSH ? enough : PUSH;
	if (most(f->hole, about(f, t[1], SINK_S, SINK_S)) >= HOLE_S)
		say(c, PL_UNKNOWN, "hole", 0.8);
	else if (most(f->tilt, about(f, t[1], BENT_S, BENT_S)) >= BENT)
		say(c, PL_UNKNOWN, "bent", 0.9);
	else if (fabs(f->lean[t[0]]) > UPRIGHT || fabs(f->lean[t[2]]) > UPRIGHT)
		say(c, PL_UNKNOWN, "not-upright", 0.8);
	else if (least < FLANKS * most_of)
		say(c, PL_UNKNOWN, c->down < c->up ? "no-descent" :
		    "no-return", 0.7);
	else if (push > PUSH_MOST || sink > SINK_MOST)
		say(c, PL_UNKNOWN, "jump", 0.8);
	else if (push < enough || sink < SINK)
		say(c, PL_UNKNOWN, "no-push", 0.7);
	else
		say(c, PL_WORK, "push", sure(push, enough) *
		    sure(sink, SINK));
}

/* Who lies down before or after has turned from there into the bow without
 * another turning point: it begins where it is as at its other end, if he
 * stands there. */
static void
trim(const struct pl_tilt *f, size_t turn[3])
{
	double level[2] = { f->lean[turn[0]], f->lean[turn[2]] }, other;
	int k;

	for (k = 0; k < 2; k++) {
		size_t *end = &turn[2 * k], i = turn[1];
		size_t step = *end > i ? 1 : (size_t)-1;

		other = level[!k] < -UPRIGHT ? 0 : level[!k];
		if (level[k] >= -UPRIGHT)
			continue;
		while (i != *end && f->lean[i] > other)
			i += step;
		if (most(f->tilt, about(f, i, STANDS_S, STANDS_S)) < UPRIGHT)
			*end = i;
	}
}

/* Every bow, with a verdict of its own. */
static enum pl_err
propose(struct pl_tilt *f, struct pl_cands *s)
{
	struct pl_cand c = { .class = PL_UNKNOWN, .depth = PL_MISSING,
	    .bounces = -1, .drift = PL_MISSING, .closure = PL_MISSING };
	size_t *turn, count, i;
	enum pl_err err = pl_peaks_turns(f->lean, f->n, BOW, &turn, &count);

	if (err)
		return err;
	for (i = 1; i + 1 < count && !err; i++) {
		c.turn[0] = turn[i - 1];
		c.turn[1] = turn[i];
		c.turn[2] = turn[i + 1];
		if (f->lean[turn[i]] > f->lean[turn[i - 1]])
			trim(f, c.turn);
		c.down = f->lean[c.turn[1]] - f->lean[c.turn[0]];
		c.up = f->lean[c.turn[1]] - f->lean[c.turn[2]];
		if (!(c.down > 0 && c.up > 0))
			continue;
		c.start = onset(f, c.turn[1], c.turn[0]);
		c.end = onset(f, c.turn[1], c.turn[2]);
		c.truncated = c.start == 0 || c.end + 1 == f->n;
		judge(f, &c);
		err = pl_cand_add(s, &c);
	}
	free(turn);
	return err;
}

/* Those that are no bow like the others; how many are left. */
static size_t
compare(struct pl_tilt *f, struct pl_cands *s)
{
	double typical;
	size_t i, n = 0, left = 0;

	for (i = 0; i < s->n; i++)
		if (s->cand[i].class == PL_WORK)
			f->scratch[n++] = s->cand[i].down + s->cand[i].up;
	typical = pl_stat_median(f->scratch, n);
	for (i = 0; i < s->n; i++) {
		struct pl_cand *c = &s->cand[i];
		double h = c->down + c->up;

		if (c->class != PL_WORK)
			continue;
		if (h < LOWER * typical)
			say(c, PL_UNKNOWN, "shallow", 0.7);
		else if (h > HIGHER * typical)
			say(c, PL_UNKNOWN, "bent", 0.7);
		else
			left++;
	}
	return left;
}

/* Candidates own the rows between their turning points at most, and do not
 * share the one at which they meet. */
static void
bound(struct pl_cands *s)
{
	size_t i, before = 0;

	for (i = 0; i < s->n; i++) {
		struct pl_cand *c = &s->cand[i];
		size_t low = c->turn[1];

		if (i && c->start <= before)
			c->start = before + 1 < low ? before + 1 : low;
		if (c->end <= low)
			c->end = low + 1;
		before = c->end;
		c->low = c->rise = low > c->start ? low : c->start + 1;
		c->bottom = c->low;
		c->ecc = c->start;
		c->top = c->end > c->rise ? c->end : c->rise;
	}
}

/* Bows under the lean as it is; keep them if there are more squats in them
 * than in the best so far, and more than so many times. */
static enum pl_err
try(struct pl_tilt *f, double times, size_t *most_found, struct pl_cands *best)
{
	struct pl_cands s = { NULL, 0, 0, 0 };
	enum pl_err err = propose(f, &s);
	size_t found = err ? 0 : compare(f, &s);

	if (!err && (!best->cand || (double)found > times *
	    (double)*most_found)) {
		struct pl_cands was = *best;

		bound(&s);
		*most_found = found;
		*best = s;
		s = was;
	}
	pl_cand_free(&s);
	return err;
}

enum pl_err
pl_force_find(const double *const acc[3], size_t n, double rate_hz,
    struct pl_cands *best)
{
	pl_vec stance[STANCES];
	struct pl_tilt f;
	enum pl_err err = pl_tilt_init(&f, acc, n, rate_hz);
	size_t most_found = 0, i;
	int k;

	*best = (struct pl_cands){ NULL, 0, 0, 0 };
	if (err)
		return err;
	for (k = 0; k < STANCES && !err; k++) {
		stance[k] = pl_tilt_stance(&f, stance, k);
		if (!(pl_vec_norm(stance[k]) > 0))
			break;
		pl_tilt_lean(&f, stance[k]);
		err = try(&f, k ? OTHER : 1, &most_found, best);
		for (i = 0; i < n; i++)
			f.lean[i] = -f.lean[i];
		if (!err)
			err = try(&f, OTHER, &most_found, best);
	}
	pl_tilt_free(&f);
	if (err)
		pl_cand_free(best);
	else
		pl_cand_number(best, rate_hz);
	return err;
}
