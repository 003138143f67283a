#include "fail.h"

#include <math.h>
#include <stdlib.h>

#include "../../dsp/peaks.h"

#define TURN 0.12		/* of the depth, and */
#define TURN_M 0.04		/* m: what is a turn at all */
#define RISE 0.2		/* of the depth */
#define LOW 0.45
#define APART_S 0.9
#define STALL 0.15		/* of the rise: at its top for */
#define STALL_S 0.4
#define STAYS_S 0.4
#define STAYS 0.15		/* of the depth: still down */
#define ARRIVED_M 0.02

/* The first row from which the height is below a level, or above it. */
static size_t
reaches(const struct pl_vertical *v, size_t from, size_t to, double level,
    int below)
{
	while (from < to && (v->height[from] < level) != below)
		from++;
	return from;
}

static int
sinks_back(const struct pl_vertical *v, const struct pl_cand *c, size_t low,
    size_t high, size_t again)
{
	const double *h = v->height;
	double d = c->down, least = h[c->turn[1]] + LOW * d;
	size_t up = reaches(v, again, c->turn[2], h[again] + STAYS * d, 0);
	size_t down = reaches(v, high, again, h[again] + STAYS * d, 1);

	double stall = h[high] - STALL * (h[high] - h[low]);
	size_t i, n = 0;

	for (i = low; i < again; i++)
		n += h[i] >= stall;
	return (double)n >= STALL_S * v->rate_hz &&
	    h[high] - h[low] >= RISE * d && h[low] < least &&
	    h[again] < least &&
	    (double)(again - low) >= APART_S * v->rate_hz &&
	    (double)(up - down) >= STAYS_S * v->rate_hz;
}

enum pl_err
pl_fail_find(const struct pl_vertical *v, struct pl_cand *c)
{
	size_t from = c->turn[0], low = 0, *turn, n, i;
	enum pl_err err;

	c->sunk = 0;
	if (c->turn[2] <= from)
		return PL_OK;
	err = pl_peaks_turns(v->height + from, c->turn[2] - from + 1,
	    fmax(TURN_M, TURN * c->down), &turn, &n);
	if (err)
		return err == PL_ENOMEM ? err : PL_OK;
	/* high, low, high, low, high */
	for (i = 1; i + 2 < n; i += 2)
		if (sinks_back(v, c, from + turn[i], from + turn[i + 1],
		    from + turn[i + 2])) {
			low = from + turn[i];
			c->stall = from + turn[i + 1];
			c->sunk = reaches(v, c->stall, from + turn[i + 2],
			    v->height[from + turn[i + 2]] + ARRIVED_M, 1);
		}
	if (c->sunk)
		c->turn[1] = low;
	free(turn);
	return PL_OK;
}
