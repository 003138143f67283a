#include "bounds.h"

#include <math.h>

#include "../base/num.h"
#include "../base/trig.h"

#define LOW_LEAST 0.02		/* of the peak velocity */
#define LOW_MOST 0.1
#define SWAY_TIMES 4		/* RMS of sway that LOW must exceed */
#define NEAR 0.15		/* of the depth: as good as arrived */
#define BOTTOM_SHARE 0.02	/* of the depth, and */
#define BOTTOM_M 0.005		/* m: as good as lowest */
#define PAUSE_VEL 0.05		/* m/s */
#define PAUSE_S 1.0
#define TURN_SHARE 0.048	/* see bounds.h */
#define TURN_S 0.05
#define HINGE_RATE (5 * PL_DEG)	/* rad/s: the trunk still turns */
#define HINGE_S 0.5		/* at most, towards a near neighbour */
#define HINGE_FREE_S 0.05	/* at a free end */
#define NEAR_S 1.0

/* One leg of the movement: from row a (slow) to row b (slow); way is -1 where
 * it goes down. */
struct leg {
	const double *vel, *height;
	double way, peak, depth, floor;
	size_t a, b, at;	/* row of the peak velocity */
};

/* How far row i is above the bottom, as a share of the depth. */
static double
share_up(const struct leg *l, size_t i)
{
	return (l->height[i] - l->floor) / l->depth;
}

/* The depth is that of the shorter leg: a rise may go on into a walk. */
static struct leg
leg_make(const struct pl_vertical *v, const struct pl_cand *c, int up)
{
	size_t a = c->turn[up], b = c->turn[up + 1], i;
	struct leg l = { v->vel, v->height, up ? 1 : -1, 0,
	    c->down < c->up ? c->down : c->up, v->height[c->turn[1]], a, b,
	    (a + b) / 2 };

	for (i = a; i <= b; i++) {
		double gone = share_up(&l, i);

		/* only on the way: sway at the ends may be quick */
		if (gone > NEAR && gone < 1 - NEAR &&
		    l.way * l.vel[i] > l.peak) {
			l.peak = l.way * l.vel[i];
			l.at = i;
		}
	}
	return l;
}

/* Where, going from the peak towards an end of the leg, the velocity falls
 * below a share of the peak for good: close to that end's height, so that
 * neither a sticking point nor a bounce is taken for it. */
static size_t
falls_below(const struct leg *l, size_t end, double share)
{
	int step = end > l->at ? 1 : -1, top = step == (l->way > 0 ? 1 : -1);
	size_t i = l->at;

	for (; i != end; i += (size_t)step)
		if (l->way * l->vel[i] < share * l->peak && (top ?
		    share_up(l, i) > 1 - NEAR : share_up(l, i) < NEAR))
			break;
	return i;
}

/* Between which rows the velocity crosses a share of the peak: coming from
 * row out inwards to the peak; a row with its fraction. */
static double
crossing(const struct leg *l, size_t out, double share)
{
	double want = share * l->peak, v0, v1;
	int step = out < l->at ? 1 : -1;
	size_t i;

	for (i = out; i != l->at; i += (size_t)step) {
		v0 = l->way * l->vel[i];
		v1 = l->way * l->vel[i + (size_t)step];
		if (v0 <= want && v1 > want)
			return (double)i + step * (want - v0) / (v1 - v0);
	}
	return (double)l->at;
}

/* When the velocity of a movement of length 1 reaches a share of its peak:
 * sin(pi x), and 16 x^2 (1 - x)^2. */
static double
when_sine(double share)
{
	return pl_atan2(share, sqrt(1 - share * share)) / PL_PI;
}

static double
when_jerk(double share)
{
	return (1 - sqrt(1 - sqrt(share))) / 2;
}

/* How far before its first crossing a phase begins, in units of the time from
 * there to the second, by how it goes on to the third. */
static double
back(double low, double ratio)
{
	double s1 = when_sine(low), s3 = when_sine(3 * low);
	double j1 = when_jerk(low), j3 = when_jerk(3 * low);
	double sine = (when_sine(6 * low) - s3) / (s3 - s1);
	double jerk = (when_jerk(6 * low) - j3) / (j3 - j1);
	double x = (sine - ratio) / (sine - jerk);

	x = x < 0 ? 0 : x > 1 ? 1 : x;
	return (1 - x) * s1 / (s3 - s1) + x * j1 / (j3 - j1);
}

/* The row at which the leg begins or ends, extrapolated. */
static double
onset(const struct leg *l, size_t end, double sway)
{
	double low = SWAY_TIMES * sway / l->peak;
	double lo = (double)l->a, hi = (double)l->b, t, t1, t3, t6;
	size_t out;

	low = low < LOW_LEAST ? LOW_LEAST : low < LOW_MOST ? low : LOW_MOST;
	out = falls_below(l, end, low);
	t = t1 = crossing(l, out, low);
	t3 = crossing(l, out, 3 * low);
	t6 = crossing(l, out, 6 * low);
	if (t3 != t1)
		t -= (t3 - t1) * back(low, (t6 - t3) / (t3 - t1));
	return t < lo ? lo : t > hi ? hi : t;
}

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

/* How many rows the trunk still turns beyond an end, at most s seconds. */
static size_t
hinge(const struct pl_posture *m, size_t from, size_t limit, double sign)
{
	double near = fabs((double)from - (double)limit) / m->rate_hz;
	double s = near < NEAR_S ? HINGE_S < near / 2 ? HINGE_S : near / 2 :
	    HINGE_FREE_S;
	size_t most = (size_t)(s * m->rate_hz + 0.5), k = 0;
	int step = limit < from ? -1 : 1;

	if (!m->lean_rate)
		return from;
	while (k < most && from != limit &&
	    sign * m->lean_rate[from + (size_t)step] > HINGE_RATE) {
		from += (size_t)step;
		k++;
	}
	return from;
}

static size_t
row(double x)
{
	return x > 0 ? (size_t)(x + 0.5) : 0;
}

double
pl_bounds_sway(const struct pl_vertical *v)
{
	double s = 0;
	size_t i, n = 0;

	for (i = 0; i < v->n; i++)
		if (v->still[i]) {
			s += v->vel[i] * v->vel[i];
			n++;
		}
	return (double)n < v->rate_hz ? INFINITY : sqrt(s / (double)n);
}

void
pl_bounds_find(const struct pl_vertical *v, const struct pl_posture *m,
    double sway, size_t before, size_t after, struct pl_cand *c)
{
	struct leg down = leg_make(v, c, 0), up = leg_make(v, c, 1);
	double ecc = onset(&down, c->turn[0], sway);
	double low = onset(&down, c->turn[1], sway);
	double rise = onset(&up, c->turn[1], sway);
	double top = onset(&up, c->turn[2], sway);
	double turn = TURN_SHARE * (top - rise + low - ecc) +
	    TURN_S * m->rate_hz;
	size_t mid;

	c->ecc = row(ecc);
	c->top = row(top);
	c->low = row(low);
	c->rise = row(rise);
	mid = pl_bounds_lowest(v->height, v->vel, c->ecc, c->top, v->rate_hz);
	if (rise - low <= turn || c->low > mid || c->rise < mid)
		c->low = c->rise = mid;
	c->bottom = mid;
	if (c->low <= c->ecc)
		c->ecc = c->low ? c->low - 1 : 0;
	if (c->top <= c->rise)
		c->top = c->rise + 1 < v->n ? c->rise + 1 : c->rise;
	c->start = hinge(m, c->ecc, before, 1);
	c->end = hinge(m, c->top, after, -1);
	c->depth = (v->height[c->ecc] + v->height[c->top]) / 2 -
	    v->height[mid];
}
