/*
 * hinge.h - when the trunk begins to lean for a descent
 *
 * The trunk hinges before the hips sink.  Its rate of lean rises to a first
 * peak, no later than a quarter of the descent; the beginning is extrapolated
 * from the times t1, t3, t6 at which the rate passes a low share of that peak,
 * and three and six times that:
 *
 *	beginning = t1 - k (t3 - t1)
 *
 * The share is 0.10, or what makes 2 deg/s if that is more, at most 0.15.  k is
 * that of a movement that starts like a sine where (t6 - t3) / (t3 - t1) is
 * that of a sine; that of minimum jerk, whose rate starts as the square of
 * time, where the ratio is that; linear between, constant beyond.  A peak below
 * 4 deg/s is none: who stands sways.
 *
 * Source.  Ours.  Rate of a cosine ramp, sin(pi x), and of the minimum-jerk
 * ramp, 30 x^2 (1 - x)^2 (Flash & Hogan 1985).
 */
#ifndef PL_SQUAT_HINGE_H
#define PL_SQUAT_HINGE_H

#include <stddef.h>

#define PL_HINGE_S 1.0		/* before the descent, at most */

/* Row, with its fraction, of the beginning: from the given row on, and no later
 * than ecc, where the descent begins that ends in row low.  lean_rate is in
 * rad/s, forward positive, a mean over 0.1 s. */
double pl_hinge_begin(const double *lean_rate, size_t from, size_t ecc,
    size_t low, double rate_hz);

#endif
