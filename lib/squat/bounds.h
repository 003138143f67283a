/*
 * bounds.h - when the phases of a repetition begin and end
 *
 * A phase begins before its velocity rises out of the sway, so its onset is
 * extrapolated from the times t1, t3, t6 at which the velocity passes a low
 * share of its peak, and three and six times that:
 *
 *	onset = t1 - k (t3 - t1)
 *
 * The share is four times the RMS velocity at rest, from 2 to 10 %.  k is that
 * of a movement that starts like a sine, 0.49 (10 %) to 0.50 (2 %), where
 * (t6 - t3) / (t3 - t1) is that of a sine; that of minimum jerk, whose velocity
 * starts as the square of time, 1.12 to 1.27, where the ratio is that of
 * minimum jerk; linear between, constant beyond.  So both shapes are met
 * exactly.  Ends are onsets of time reversed.
 *
 * A pause at the bottom is what exceeds the turn-around that phases make by
 * themselves: 4.8 % of their lengths (twice the lateness of minimum jerk taken
 * for a sine, 0.024) and 0.05 s.
 *
 * Source.  Ours.  Velocity of a cosine ramp, sin(pi x), and of the
 * minimum-jerk ramp, 30 x^2 (1 - x)^2 (Flash & Hogan 1985).
 */
#ifndef PL_SQUAT_BOUNDS_H
#define PL_SQUAT_BOUNDS_H

#include "cand.h"
#include "posture.h"
#include "vertical.h"

/*
 * The row of the bottom, between rows a and b at the top: the middle of the
 * span within 5 mm, or 2 % of the depth if that is more, of the lowest row; or
 * of a pause about it in which the velocity stays below 0.05 m/s for more than
 * 1 s, where drift would choose the lowest.
 */
size_t pl_bounds_lowest(const double *height, const double *vel, size_t a,
    size_t b, double rate_hz);

/* RMS velocity at rest, m/s; infinite with less than 1 s of rest. */
double pl_bounds_sway(const struct pl_vertical *);

/* Set start, ecc, low, bottom, rise, top, end and depth of a candidate from its
 * turning points.  before and after are the rows at which its neighbours end and
 * begin, 0 and n - 1 without any. */
void pl_bounds_find(const struct pl_vertical *, const struct pl_posture *,
    double sway, size_t before, size_t after, struct pl_cand *);

#endif
