/*
 * clip.h - where an axis stood at the end of its range
 *
 * A converter that is asked for more than its range gives its limit, and it
 * gives it again and again: a flat top.  Nothing but the other axes tells that
 * it is no measurement, so an attitude that follows it is wrong by tens of
 * degrees and looks right.
 *
 * A greatest (or least) value of an axis is taken for a limit when
 *  - it is further from 0 than rest or a slow turn can be;
 *  - at least 4 rows have it, exactly, 3 of them in a row: what is measured has
 *    noise.  Rows that repeat all axes of the one before are a sample held,
 *    and do not count;
 *  - these rows outnumber, by half, those within 5 % below it, or within four
 *    steps of the converter if that is more: a peak that only looks flat
 *    spends as long there.
 * A limit that a movement only just reaches is so not found; nor is much lost.
 *
 * Shapes.  x is three columns of n rows, of one sensor in its own axes: a turn
 * to other axes mixes what is flat with what is not.  Missing rows are left
 * out.  A constant taken off, as a bias is, does not matter.
 */
#ifndef PL_IMU_CLIP_H
#define PL_IMU_CLIP_H

#include <stddef.h>

/* Beyond rest with bad gain and zero, m/s^2; beyond a slow turn, rad/s. */
#define PL_CLIP_ACC 10.8
#define PL_CLIP_GYR 0.5

struct pl_clip {
	size_t rows;		/* at a limit of this axis; 0: none */
	size_t first;		/* of them */
	double limit;		/* the one reached there */
};

/* Judge the axis of three whose limits are beyond +-least, and set mark (n
 * flags) where it is at one.  mark may be NULL. */
struct pl_clip pl_clip_find(const double *const x[3], int axis, size_t n,
    double least, unsigned char *mark);

/* Copies of three columns without the rows that are marked, in one block: v[0]
 * to v[2] become these.  NULL, and no change, if memory runs out. */
double *pl_clip_without(const double *v[3], const unsigned char *mark,
    size_t n);

#endif
