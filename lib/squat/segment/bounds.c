#include "bounds.h"

#include <math.h>

#include "../../imu/rest.h"
#include "hinge.h"
#include "pauses.h"

#define BOTTOM_SHARE 0.02	/* of the depth, and */
#define BOTTOM_M 0.005		/* m: as good as lowest */
#define PAUSE_VEL 0.05		/* m/s */
#define PAUSE_S 1.0
#define TURN_SHARE 0.05		/* see bounds.h */
#define TURN_S 0.05
#define LEFT 0.15		/* of the way, when the hips are up */
#define MOVES 0.3		/* of a leg: less is none */

/* Where the arm and the shapes are sought from. */
#define ARM_LO_M 0.2
#define ARM_HI_M 0.6
#define SHAPE_LO 0.2
#define SHAPE_HI 0.8
enum { STARTS = 4, TRIES = 4, ROUNDS = 6, QUICK = 4 };

size_t
pl_bounds_lowest(const double *height, const double *vel, size_t a, size_t b,
    double rate_hz)
{
	size_t at = a, from, to, p, q, i;
	double depth, near;

	for (i = a; i <= b; i++)
		if (!(height[i] >= height[at]))
			at = i;
	depth = (height[a] + height[b]) / 2 - height[at];
	near = BOTTOM_SHARE * depth > BOTTOM_M ? BOTTOM_SHARE * depth :
	    BOTTOM_M;
	from = to = p = q = at;
	while (from > a && height[from - 1] < height[at] + near)
		from--;
	while (to < b && height[to + 1] < height[at] + near)
		to++;
	while (p > a && fabs(vel[p - 1]) < PAUSE_VEL)
		p--;
	while (q < b && fabs(vel[q + 1]) < PAUSE_VEL)
		q++;
	if ((double)(q - p) > PAUSE_S * rate_hz)
		return (p + q) / 2;
	return (from + to) / 2;
}

/* The next that counts, or s->n. */
static size_t
next_of(const struct pl_cands *s, size_t i)
{
	do
		i++;
	while (i < s->n && !pl_cand_counts(s->cand[i].class));
	return i;
}

static size_t
first_of(const struct pl_cands *s)
{
	return next_of(s, (size_t)-1);
}

/* What a candidate may have lies between the lows of its neighbours. */
static struct pl_span
room_of(const struct pl_cands *s, size_t before, size_t i, size_t rows)
{
	const struct pl_cand *c = &s->cand[i];
	size_t next = next_of(s, i);
	struct pl_span room = { before < i ? s->cand[before].turn[1] : 0,
	    next < s->n ? s->cand[next].turn[1] : rows - 1 };

	room.from = room.from < c->turn[0] ? room.from : c->turn[0];
	room.to = room.to > c->turn[2] ? room.to : c->turn[2];
	return room;
}

static size_t
row_of(double x, size_t n)
{
	size_t row = x > 0 ? (size_t)(x + 0.5) : 0;

	return row < n ? row : n - 1;
}

/* The row of an end, found in the motion of the hips; but where the sensor has
 * more than LEFT of its way before it then, as in a lifter who erects the trunk
 * when the hips are up, in that of the sensor.  What was fitted is in o; false
 * if nothing was. */
static int
find_end(const struct pl_bounds *b, const struct pl_cand *c,
    const struct pl_strokes *p, enum pl_stroke_end k, struct pl_onset *o,
    double *end)
{
	const double *height = b->v->height;
	double shallow = c->down < c->up ? c->down : c->up;
	int own;

	for (own = 0; own < 2; own++) {
		if (!pl_stroke_take(&b->hips, p, k, own, o))
			return 0;
		pl_onset_fit(o, b->habit.arm_m, b->habit.shape[k]);
		*end = pl_stroke_row(o);
		if ((k != PL_STROKE_SINK && k != PL_STROKE_TOP) ||
		    height[row_of(*end, b->v->n)] - height[c->turn[1]] >
		    (1 - LEFT) * shallow)
			break;
	}
	return 1;
}

/* As a repetition goes: one that fails rises to where it stalls. */
static struct pl_cand
way_of(const struct pl_vertical *v, const struct pl_cand *c)
{
	struct pl_cand way = *c;

	if (c->class == PL_FAILED && c->sunk) {
		way.turn[2] = c->stall;
		way.up = v->height[c->stall] - v->height[c->turn[1]];
	}
	return way;
}

/* One round of listening to all strokes. */
static void
listen(struct pl_bounds *b, const struct pl_cands *s)
{
	size_t i, before = s->n;
	struct pl_strokes p;
	struct pl_onset o;
	double row;
	int k;

	for (i = first_of(s); i < s->n; before = i, i = next_of(s, i)) {
		struct pl_span room = room_of(s, before, i, b->hips.n);
		struct pl_cand way = way_of(b->v, &s->cand[i]);

		pl_stroke_find(&b->hips, way.turn, room.from, room.to, &p);
		for (k = 0; k < PL_STROKE_ENDS; k++) {
			if (find_end(b, &way, &p, k, &o, &row))
				pl_habit_hear(&b->habit, k, &o);
		}
	}
}

void
pl_bounds_free(struct pl_bounds *b)
{
	pl_hips_free(&b->hips);
}

/* Least squares may have several minima, so begin at several places: a few
 * rounds from each, and what fits best of all. */
static enum pl_err
try(struct pl_bounds *b, const struct pl_cands *s, int start,
    struct pl_habit *best)
{
	enum pl_err err = PL_OK;
	int round;

	pl_habit_init(&b->habit, b->habit.trunk);
	pl_habit_set(&b->habit, start % 2 ? ARM_HI_M : ARM_LO_M,
	    start / 2 ? SHAPE_HI : SHAPE_LO);
	for (round = 0; round < TRIES && !err; round++) {
		if (round)
			pl_habit_change(&b->habit);
		err = pl_hips_move(&b->hips, b->habit.arm_m);
		pl_habit_begin(&b->habit);
		if (!err)
			listen(b, s);
		if ((start == 0 && round == 0) || b->habit.cost < best->cost)
			*best = b->habit;
	}
	return err;
}

enum pl_err
pl_bounds_learn(struct pl_bounds *b, const struct pl_vertical *v,
    const struct pl_posture *m, const struct pl_cands *s, bool quick)
{
	int trunk = m->tilt != NULL, round, start;
	int rounds = quick ? QUICK : ROUNDS, starts = quick ? 0 : STARTS;
	struct pl_habit best;
	enum pl_err err;

	b->v = v;
	pl_habit_init(&b->habit, trunk);
	err = pl_hips_init(&b->hips, v, trunk);
	if (err)
		return err;
	b->lean_rate = m->lean_rate;
	for (start = 0; start < starts && trunk && !err; start++)
		err = try(b, s, start, &best);
	if (!err && trunk && !quick)
		b->habit = best;
	for (round = 0; round <= rounds && !err; round++) {
		err = pl_hips_move(&b->hips, b->habit.arm_m);
		if (err || round == rounds)
			break;
		pl_habit_begin(&b->habit);
		listen(b, s);
		pl_habit_change(&b->habit);
	}
	if (err)
		pl_bounds_free(b);
	return err;
}

static double
depth_of(const struct pl_vertical *v, const struct pl_cand *c)
{
	double low = v->height[c->ecc];
	size_t i;

	for (i = c->ecc; i <= c->top; i++)
		low = v->height[i] < low ? v->height[i] : low;
	return (v->height[c->ecc] + v->height[c->top]) / 2 - low;
}

void
pl_bounds_find(const struct pl_bounds *b, size_t from, size_t to,
    struct pl_cand *c)
{
	const struct pl_vertical *v = b->v;
	double end[PL_STROKE_ENDS] = { (double)c->turn[0], (double)c->turn[1],
	    (double)c->turn[1], (double)c->turn[2] }, turn;
	double *low = &end[PL_STROKE_LOW], *rise = &end[PL_STROKE_RISE];
	struct pl_strokes p;
	struct pl_onset o;
	int k;

	pl_stroke_find(&b->hips, c->turn, from, to, &p);
	for (k = 0; k < PL_STROKE_ENDS; k++)
		find_end(b, c, &p, k, &o, &end[k]);
	turn = TURN_SHARE * (end[PL_STROKE_TOP] - *rise + *low -
	    end[PL_STROKE_SINK]) + TURN_S * v->rate_hz;
	c->pause = *rise - *low;
	c->turned = turn;
	if (c->pause <= turn)
		*low = *rise = (*low + *rise) / 2;
	c->ecc = row_of(end[PL_STROKE_SINK], v->n);
	c->low = row_of(*low, v->n);
	c->rise = row_of(*rise, v->n);
	c->top = row_of(end[PL_STROKE_TOP], v->n);
	if (c->low <= c->ecc)
		c->ecc = c->low ? c->low - 1 : 0;
	if (c->top <= c->rise)
		c->top = c->rise + 1 < v->n ? c->rise + 1 : c->rise;
	c->start = c->ecc;
	c->end = c->top;
	c->bottom = (double)(c->rise - c->low) > PL_BOUNDS_PAUSE_S * v->rate_hz ?
	    (c->low + c->rise) / 2 : pl_bounds_lowest(v->height, v->vel,
	    c->ecc, c->top, v->rate_hz);
	c->bounces = pl_stroke_bounces(&b->hips, &p);
	c->depth = depth_of(v, c);
}

/* Where bounds are in no order, as with data that is bad, turning points are
 * all there is. */
static void
by_turns(const struct pl_vertical *v, struct pl_cand *c)
{
	size_t low;

	c->start = c->ecc = c->turn[0];
	c->top = c->end = c->sunk ? c->sunk : c->turn[2];
	low = c->sunk ? c->turn[1] : pl_bounds_lowest(v->height, v->vel,
	    c->ecc, c->top, v->rate_hz);
	if (low <= c->ecc || low >= c->top)
		low = c->turn[1];
	c->low = c->rise = c->bottom = low;
	c->pause = 0;
	c->depth = depth_of(v, c);
}

/* Are bounds in order, and does what lies between them go down and up by some
 * of what the turning points do?  Where velocity hides in the sway, phases of
 * one row are found. */
static int
in_order(const struct pl_vertical *v, const struct pl_cand *c)
{
	const double *h = v->height;

	return c->ecc < c->low && c->low <= c->rise && c->rise < c->top &&
	    h[c->ecc] - h[c->low] >= MOVES * c->down &&
	    h[c->top] - h[c->rise] >= MOVES *
	    (c->sunk ? h[c->stall] - h[c->turn[1]] : c->up);
}

static void
find_one(const struct pl_bounds *b, struct pl_span room, struct pl_cand *c)
{
	const struct pl_vertical *v = b->v;
	struct pl_cand way = way_of(v, c);

	pl_bounds_find(b, room.from, room.to, &way);
	way.turn[2] = c->turn[2];
	way.up = c->up;
	*c = way;
	if (c->class == PL_FAILED && c->sunk) {
		c->end = c->top = c->sunk;
		c->depth = v->height[c->ecc] - v->height[c->turn[1]];
	}
	if (!in_order(v, c))
		by_turns(v, c);
}

/* No two own a row. */
static void
part(struct pl_cand *last, struct pl_cand *c)
{
	size_t mid = (c->ecc + last->top) / 2;

	mid = mid < c->low ? mid : c->low - 1;
	mid = mid > last->rise ? mid : last->rise + 1;
	last->top = last->end = mid;
	c->ecc = c->start = mid + 1;
}

/* A top that is no rest belongs to both. */
static void
share(const struct pl_bounds *b, struct pl_cand *last, struct pl_cand *c)
{
	double still = b->lean_rate ? pl_hinge_begin(b->lean_rate, last->top,
	    c->ecc, c->low, b->v->rate_hz) : (double)c->ecc;

	if (still - (double)last->top >= PL_CAND_TURN_S * b->v->rate_hz)
		return;
	last->end += (c->start - last->end) / 2;
	if (c->start > last->end + 1)
		c->start = last->end + 1;
}

enum pl_err
pl_bounds_all(const struct pl_vertical *v, const struct pl_posture *m,
    struct pl_cands *s, bool quick)
{
	struct pl_bounds b;
	enum pl_err err = pl_bounds_learn(&b, v, m, s, quick);
	size_t i, last = s->n;

	if (err)
		return err;
	for (i = first_of(s); i < s->n; last = i, i = next_of(s, i)) {
		struct pl_span room = room_of(s, last, i, v->n);

		find_one(&b, room, &s->cand[i]);
		if (last == s->n)
			continue;
		if (s->cand[i].ecc <= s->cand[last].top)
			part(&s->cand[last], &s->cand[i]);
		share(&b, &s->cand[last], &s->cand[i]);
	}
	pl_bounds_free(&b);
	return quick ? PL_OK : pl_pauses_keep(v, s);
}
