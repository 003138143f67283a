/*
 * cycle.h - the cycles of a drill: out to one end and back, again and again
 *
 * The signal is one angle.  Its turning points count when the angle goes 0.3 of
 * the drill's own range from them, so that a hesitation on the way, or a little
 * turned back, is part of it; the drill's range is what half of all turning is
 * done in legs of at least, and 5 deg is the least: breathing and sway make
 * less.
 *
 * The way out is that of the first leg, from the still pose before it: a rest
 * (rest.h), or else 3 s within 0.05 of the range.  In an open book every way
 * back ends near that pose; in cat and cow it goes on to the other end, and what
 * then leads from the last end to the pose is no cycle.  Where a recording
 * begins in motion, the still pose at its end says which ends are near.
 *
 * A leg's time is extrapolated: it leaves its end 1.48 times the time from 10
 * to 30 % of its way before it has done 10 %, and arrives likewise.  A half
 * cosine has 1.25 there and minimum jerk 1.72, so either is met within 4 % of
 * the time of the way.
 *
 * Classes, in this order:
 *
 *	unknown	cut	an edge of the recording leaves less than half of one
 *			of its ways
 *		hole	of more than 0.3 s, at one of its ends
 *	partial	short	less than 0.7 of the range that a quarter of them exceed
 *	work	full	the rest
 *
 * truncated where an edge or such a hole cuts it anywhere.
 *
 * Units.   rad, rad/s, rows; a time is in rows, with a fraction.
 * Errors.  PL_ENOMEM.  Source.  Ours.
 */
#ifndef PL_SQUAT_CYCLE_H
#define PL_SQUAT_CYCLE_H

#include <stdbool.h>

#include "../../imu/rest.h"
#include "../segment/cand.h"

struct pl_cycle {
	enum pl_class class;		/* work, partial or unknown */
	const char *reason;
	int number, rep;		/* from 1; rep 0 if unknown */
	bool truncated;
	double start, out, back, end;	/* the way out begins and ends, the way
					 * back begins and ends */
	size_t from, to;		/* rows of all that */
	size_t until;			/* and of the stay at the near end */
	double before, far, near;	/* where it starts, and its two ends */
	double range;			/* far to near; where the way back is
					 * cut, far to before; or missing */
	double mean, peak;		/* of the speed of both ways */
};

struct pl_cycles {
	struct pl_cycle *cycle;		/* in order of time */
	size_t n, room;
	double way;			/* 1 if the way out grows, else -1 */
	struct pl_span zero;		/* the still pose; empty if none */
	bool late;			/* it is the one after the cycles */
};

/* Find them in n rows; x may have missing ones; rest is as rest.h flags it. */
enum pl_err pl_cycle_find(const double *x, const unsigned char *rest, size_t n,
    double rate_hz, struct pl_cycles *) PL_MUST;

void pl_cycle_free(struct pl_cycles *);

/* Give it class and reason, which must outlive it, and number reps anew. */
void pl_cycle_verdict(struct pl_cycles *, size_t i, enum pl_class,
    const char *reason);

#endif
