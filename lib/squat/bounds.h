/*
 * bounds.h - when the phases of a repetition begin and end
 *
 * A phase begins where its velocity, taken at 10 and at 30 % of its peak and
 * carried on in a straight line, is zero: for a movement that starts like a
 * sine that is exact, and sway below a tenth of the peak does not reach it.
 * One that starts as the square of time (minimum jerk) reads late by 4.8 % of
 * its length at either end: 0.15 s of 3 s.
 *
 * A pause at the bottom is what exceeds the turn-around that such phases
 * make by themselves: twice 4.8 % of their lengths and 0.05 s.
 *
 * Source.  Extrapolated onset; the 4.8 % follow from the minimum-jerk
 * polynomial (Flash & Hogan 1985), whose velocity is 10 % of its peak at
 * 0.0865 and 30 % at 0.1638 of its length.
 */
#ifndef PL_SQUAT_BOUNDS_H
#define PL_SQUAT_BOUNDS_H

#include "segment.h"

/* Set start, ecc, low, rise, top, end and depth of a candidate from its turning
 * points.  before and after are the rows at which its neighbours end and
 * begin, 0 and n - 1 without any. */
void pl_bounds_find(const struct pl_vertical *, const struct pl_motion *,
    size_t before, size_t after, struct pl_cand *);

#endif
