#include "stroke.h"

#define NEAR 0.15		/* of the depth: still at its end */
#define BOUNCE 0.3		/* of the depth: where bounces are */
#define BOUNCE_M 0.02
#define BOUNCE_SHARE 0.04	/* of the depth: the least */
#define TOP_S 0.3		/* a top is the highest so near */
#define GREAT 0.3		/* of the greatest velocity: a peak */
#define FALLS 0.1		/* of the greatest velocity */
#define FALLS_M_S 0.02
#define SLOW 0.05		/* of the peak */
#define OTHER 0.02		/* of the peak: another stroke begins */
#define UP_TO 0.85		/* of the peak */
#define LATE 2.0		/* times as long for the second half */
#define STUCK 6.0
#define SHOULDER 0.9
#define REST_S 0.5
#define AWAY 0.12		/* of the depth */
#define AWAY_S 2.0		/* a stroke takes no longer to that */
#define FINE_S 0.04		/* of values: they are shaken longer */
#define LEAST 4			/* rows */

static size_t
lowest(const double *x, size_t a, size_t b)
{
	size_t at = a;

	for (; a <= b; a++)
		if (x[a] < x[at])
			at = a;
	return at;
}

static double
top(const struct pl_hips *h, size_t at, size_t lo, size_t hi)
{
	size_t w = (size_t)(TOP_S * h->rate_hz + 0.5);
	size_t a = at > w && at - w > lo ? at - w : lo;
	size_t b = at + w < hi ? at + w : hi;
	double most = h->height[a];

	for (; a <= b; a++)
		most = h->height[a] > most ? h->height[a] : most;
	return most;
}

/* The least that a bounce goes up. */
static double
bounce_of(double depth)
{
	return BOUNCE_SHARE * depth > BOUNCE_M ? BOUNCE_SHARE * depth :
	    BOUNCE_M;
}

/* Inwards from a row on the way to the lowest: where it first turns in the
 * reach of bounces. */
static size_t
first_low(const struct pl_hips *h, const struct pl_strokes *s, size_t from,
    size_t low)
{
	double least = bounce_of(s->depth), floor = h->height[low];
	size_t i = from, at = from, step = low > from ? 1 : (size_t)-1;

	for (; i != low; i += step) {
		if (h->height[i] < h->height[at])
			at = i;
		if (h->height[i] > h->height[at] + least &&
		    h->height[at] < floor + BOUNCE * s->depth)
			return at;
	}
	return low;
}

void
pl_stroke_find(const struct pl_hips *h, const size_t turn[3], size_t from,
    size_t to, struct pl_strokes *s)
{
	size_t low = lowest(h->height, turn[0], turn[2]), i;
	double before = top(h, turn[0], from, low) - h->height[low];
	double after = top(h, turn[2], low, to) - h->height[low], level;

	*s = (struct pl_strokes){ .from = from, .to = to };
	s->depth = before < after ? before : after;
	level = h->height[low] + (1 - NEAR) * s->depth;
	for (i = low; i > from && h->height[i] < level; i--)
		;
	s->high[0] = i;
	for (i = low; i < to && h->height[i] < level; i++)
		;
	s->high[1] = i;
	s->first = first_low(h, s, s->high[0], low);
	s->last = first_low(h, s, s->high[1], low);
}

int
pl_stroke_bounces(const struct pl_hips *h, const struct pl_strokes *s)
{
	double least = bounce_of(s->depth), low, high;
	size_t i;
	int n = 0, up = 0;

	low = high = h->height[s->first];
	for (i = s->first; i <= s->last; i++) {
		double x = h->height[i];

		low = x < low ? x : low;
		high = x > high ? x : high;
		if (!up && x > low + least) {
			up = 1;
			high = x;
		} else if (up && x < high - least) {
			up = 0;
			low = x;
			n++;
		}
	}
	return n;
}

/* One end of a stroke. */
struct end {
	size_t in, out;		/* a step inwards, and outwards */
	size_t from, stop, edge; /* the way inwards; no row outside of edge */
	double way;		/* 1 upwards */
	int low, own;		/* at the bottom; of the sensor, not the hips */
	const double *smooth, *height;
	/* found */
	double peak;
	size_t slow, inner;	/* 0.05 and 0.85 of it */
};

static struct end
end_of(const struct pl_hips *h, const struct pl_strokes *s,
    enum pl_stroke_end which, int own)
{
	int rises = which >= PL_STROKE_RISE;
	int low = which == PL_STROKE_LOW || which == PL_STROKE_RISE;
	size_t base = rises ? s->last : s->first, far = s->high[rises];
	struct end e = { .way = rises ? 1 : -1, .low = low, .from = far,
	    .stop = base, .own = own };

	e.smooth = e.own ? h->sensor_smooth : h->smooth;
	e.height = e.own ? h->sensor_height : h->height;
	e.in = which == PL_STROKE_SINK || which == PL_STROKE_RISE ? 1 :
	    (size_t)-1;
	e.out = 0 - e.in;
	if (!low)
		return e;
	e.stop = far;
	for (e.from = base; e.from != far &&
	    h->height[e.from] < h->height[base] + NEAR * s->depth; )
		e.from += e.in;
	return e;
}

/* The first peak inwards. */
static size_t
first_peak(const struct end *e)
{
	double great = 0, falls, v;
	size_t i, at = e->from;

	for (i = e->from; i != e->stop; i += e->in)
		if (e->way * e->smooth[i] > great)
			great = e->way * e->smooth[i];
	falls = FALLS * great > FALLS_M_S ? FALLS * great : FALLS_M_S;
	for (i = e->from; i != e->stop; i += e->in) {
		v = e->way * e->smooth[i];
		if (v > e->way * e->smooth[at])
			at = i;
		if (e->way * e->smooth[at] > GREAT * great &&
		    v < e->way * e->smooth[at] - falls)
			break;
	}
	return at;
}

/* From a row inwards to where the velocity reaches a level. */
static size_t
reaches(const struct end *e, size_t from, double level)
{
	while (from != e->stop && e->way * e->smooth[from] < level)
		from += e->in;
	return from;
}

static double
apart(size_t a, size_t b)
{
	return (double)(a > b ? a - b : b - a);
}

/* How much longer the second half of the way to a peak takes than the first. */
static double
late(const struct end *e, double peak)
{
	size_t half = reaches(e, e->slow, UP_TO / 2 * peak);

	return apart(half, reaches(e, half, UP_TO * peak)) /
	    apart(e->slow, half);
}

/* The rows that gather speed.  A peak that they reach only after a shoulder is
 * not the first; before the end of an ascent there may be a sticking region,
 * long and low. */
static void
gather(struct end *e)
{
	double first = e->way * e->smooth[first_peak(e)], peak;
	size_t i = e->from;

	while (i != e->edge && e->way * e->smooth[i] > SLOW * first)
		i += e->out;
	e->slow = i;
	peak = first;
	while (late(e, peak) > LATE && peak * SHOULDER >= GREAT * first)
		peak *= SHOULDER;
	e->peak = peak;
	for (; e->way > 0 && !e->low && peak >= GREAT * first; peak *= SHOULDER)
		if (late(e, peak) > STUCK)
			e->peak = SHOULDER * peak;
	e->inner = reaches(e, e->slow, UP_TO * e->peak);
}

/* Where the stroke beyond the rest begins, or the edge: it goes the other way
 * by AWAY of the depth. */
static size_t
next_stroke(const struct pl_hips *h, const struct end *e, double depth)
{
	size_t most = (size_t)((REST_S + AWAY_S) * h->rate_hz), far = e->slow;
	double side = e->low ? 1 : -1, nearest = side * e->height[far];
	double away = e->low ? bounce_of(depth) : AWAY * depth;

	for (; far != e->edge && most; far += e->out, most--) {
		if (side * e->height[far] < nearest)
			nearest = side * e->height[far];
		if (side * e->height[far] > nearest + away)
			break;
	}
	if (far == e->edge || !most)
		return e->edge;
	while (far != e->slow && -e->way * e->smooth[far] > OTHER * e->peak)
		far += e->in;
	return far;
}

/* Outwards through the rest. */
static size_t
rest_from(const struct pl_hips *h, const struct end *e, double depth)
{
	size_t most = (size_t)(REST_S * h->rate_hz + 0.5), far = e->slow;
	size_t last = next_stroke(h, e, depth);

	while (far != last && most--)
		far += e->out;
	return far;
}

/* Rows from a to b, step by step, as means of as many as fit. */
static void
copy(const struct pl_hips *h, const struct end *e, size_t a, size_t b,
    struct pl_onset *o)
{
	size_t rows = (b > a ? b - a : a - b) + 1;
	size_t each = (rows + PL_ONSET_ROWS - 1) / PL_ONSET_ROWS, i, k;
	size_t fine = (size_t)(FINE_S * h->rate_hz);
	int c;

	each = each > fine ? each : fine;
	o->dt = (double)each / h->rate_hz;
	o->n = rows / each;
	for (i = 0; i < o->n; i++) {
		double t = 0, v = 0, turn[3] = { 0, 0, 0 };

		for (k = 0; k < each; k++, a += e->in) {
			t += ((double)a - o->row) / o->rows_s;
			v += h->sensor_vel[a];
			for (c = 0; c < 3 && h->turn[c] && !e->own; c++)
				turn[c] += h->turn[c][a];
		}
		o->t[i] = t / (double)each;
		o->vel[i] = e->way * v / (double)each;
		for (c = 0; c < 3; c++)
			o->turn[c][i] = e->way * turn[c] / (double)each;
	}
}

int
pl_stroke_take(const struct pl_hips *h, const struct pl_strokes *s,
    enum pl_stroke_end which, int own, struct pl_onset *o)
{
	struct end e = end_of(h, s, which, own);
	size_t rest;

	e.edge = e.out == 1 ? s->to : s->from;
	gather(&e);
	if (!(e.peak > 0))
		return 0;
	rest = rest_from(h, &e, s->depth);
	if (apart(rest, e.inner) + 1 < LEAST)
		return 0;
	o->peak = e.peak;
	o->guess_s = apart(e.slow, e.inner) / h->rate_hz;
	o->row = (double)e.slow;
	o->rows_s = (e.in == 1 ? 1 : -1) * h->rate_hz;
	copy(h, &e, rest, e.inner, o);
	return 1;
}

double
pl_stroke_row(const struct pl_onset *o)
{
	return o->row + o->at_s * o->rows_s;
}
