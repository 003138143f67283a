/*
 * stroke.h - which rows tell where the strokes of a repetition begin and end
 *
 * A repetition of the hips is a stroke down from a top to the first arrival at
 * the bottom, and a stroke up from the last departure to a top.  Of each end
 * the rows are taken from 0.5 s of rest outside of it to where the velocity
 * reaches 0.85 of the first peak of the stroke, seen from there: beyond it
 * there may be a sticking region or a second dip.
 *
 * Rows.    Smoothed velocity tells them: inwards from where 0.15 of the depth
 * is gone, to the first peak that is 0.3 of the greatest and from which the
 * velocity falls by a tenth of that, 0.02 m/s at least.  A peak that takes more
 * than twice as long in its second half as in its first (1.06 for minimum jerk,
 * 1.5 for a sine) has a shoulder before it, and that is the peak; so has one
 * at the end of an ascent that takes six times as long at any level above 0.3,
 * past a sticking region.  Outwards, to where it is below 0.05 of the peak, and
 * through the rest to where another stroke begins: one that goes 0.12 of the
 * depth the other way; at the bottom as much as a bounce, 0.04 and 0.02 m.
 */
#ifndef PL_SQUAT_STROKE_H
#define PL_SQUAT_STROKE_H

#include <stddef.h>

#include "hips.h"
#include "onset.h"

enum pl_stroke_end {
	PL_STROKE_SINK,			/* the descent begins */
	PL_STROKE_LOW,			/* and ends */
	PL_STROKE_RISE,			/* the ascent begins */
	PL_STROKE_TOP,			/* and ends */
	PL_STROKE_ENDS
};

/* The rows of a repetition at which the strokes meet. */
struct pl_strokes {
	size_t from, to;	/* rows that it may have */
	size_t first, last;	/* first arrival, last departure */
	size_t high[2];		/* on the way: 0.85 of the depth up */
	double depth;
};

/* Between two tops, and no further than from and to. */
void pl_stroke_find(const struct pl_hips *, const size_t turn[3], size_t from,
    size_t to, struct pl_strokes *);

/* How often the hips bounce between first and last. */
int pl_stroke_bounces(const struct pl_hips *, const struct pl_strokes *);

/* The rows of an end into o, of the hips or of the sensor's own motion; its
 * time grows inwards.  False if there are too few. */
int pl_stroke_take(const struct pl_hips *, const struct pl_strokes *,
    enum pl_stroke_end, int own, struct pl_onset *o);

/* Row and fraction of the end, when it has been fitted. */
double pl_stroke_row(const struct pl_onset *);

#endif
