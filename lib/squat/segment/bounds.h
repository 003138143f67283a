/*
 * bounds.h - when the phases of repetitions begin and end
 *
 * Whose phases.  Those of the hips: the descent lasts while they sink and the
 * ascent while they rise.  The sensor's velocity alone does not tell them: the
 * trunk hinges before the hips sink and leans on after they rise, which moves
 * a sensor half a metre above them up or down by some centimetres.  So what the
 * lean does is taken off first (hips.h), at the end of an arm that is found
 * from all repetitions together (habit.h).  Off the trunk the phases are the
 * sensor's own.
 *
 * Ends.  The ends of the stroke down and of the stroke up (stroke.h) are
 * fitted (onset.h).  A dip on the way down is part of the descent; one that
 * begins below 0.3 of the depth is a bounce and part of the bottom, which lasts
 * from the first arrival to the last departure.
 *
 * A pause at the bottom is what exceeds the turn-around that strokes make by
 * themselves: 0.05 s and 5 % of their lengths, by which the gentle end of a
 * slow stroke is uncertain; or less, in a set that pauses (pauses.h).  Without a
 * pause the bottom is one row, although the sensor may go on sinking with the
 * trunk.
 *
 * A repetition begins where its descent does and ends with its ascent.  Where
 * neither hips nor trunk stay for 0.4 s between two of them (hinge.h), the top
 * is a turn, not a rest, and half of it belongs to either.
 *
 * Units.   m, s.  Errors.  PL_ENOMEM.  Source.  Ours.
 */
#ifndef PL_SQUAT_BOUNDS_H
#define PL_SQUAT_BOUNDS_H

#include <stdbool.h>

#include "cand.h"
#include "habit.h"
#include "hips.h"
#include "posture.h"
#include "vertical.h"

/*
 * The bottom of a repetition is the middle of its phase bottom where that lasts
 * longer than this: nothing tells which row of a pause is the lowest but drift.
 * Else it is that of pl_bounds_lowest.
 */
#define PL_BOUNDS_PAUSE_S 0.5

/*
 * The row of the bottom, between rows a and b at the top: the middle of the
 * span within 5 mm, or 2 % of the depth if that is more, of the lowest row; or
 * of a pause about it in which the velocity stays below 0.05 m/s for more than
 * 1 s, where drift would choose the lowest.
 */
size_t pl_bounds_lowest(const double *height, const double *vel, size_t a,
    size_t b, double rate_hz);

/* How the hips of a recording move. */
struct pl_bounds {
	const struct pl_vertical *v;
	struct pl_hips hips;
	struct pl_habit habit;
	const double *lean_rate;	/* or NULL */
};

/* Learn it from the turning points of those candidates that count, with
 * velocity and height as they are now.  Quickly is rough: good enough for
 * anchors. */
enum pl_err pl_bounds_learn(struct pl_bounds *, const struct pl_vertical *,
    const struct pl_posture *, const struct pl_cands *, bool quick)
    PL_MUST;
void pl_bounds_free(struct pl_bounds *);

/* Set start, ecc, low, rise, bottom, bounces, top, end and depth of a candidate
 * from its turning points, looking no further than from row from to row to. */
void pl_bounds_find(const struct pl_bounds *, size_t from, size_t to,
    struct pl_cand *);

/* Both, for all that counts, in order of time; short tops are shared. */
enum pl_err pl_bounds_all(const struct pl_vertical *,
    const struct pl_posture *, struct pl_cands *, bool quick) PL_MUST;

#endif
