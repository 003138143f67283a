/*
 * gaps.h - where a sensor says nothing, and where it repeats itself
 *
 * Shapes.  x are cols columns of n rows of one sensor; a row is missing when a
 * value of it is.  t_s is n times; where one is missing, the row's number over
 * the rate stands for it.  rate_hz is above 0.
 *
 * Hole.    Rows that are missing, one after another, and where rows were cut
 * out a step of time longer than pl_resample_hole allows.  It lasts from the
 * row before to the row after, as plumb-read counts.
 *
 * Frozen.  Rows that repeat all values of the one before, for 0.25 s and 10
 * rows or longer.  What lies still does not: of six axes with the least noise
 * that is sold, 0.9 and 0.46 steps of 16 bits, one row in 100 repeats the one
 * before, and ten in a row never.  Only sensors whose steps are several times
 * their noise do, and who asks must know that they are not such.  Nor do rows
 * count in which a gyroscope reads exactly 0 on all axes and |acc| is within 0.5
 * m/s^2 of g: a sensor without noise that rests (simulated, or by a recorder
 * that takes small rates for none), or in which |acc| is g to the last digit, which
 * real sensors, off by 0.1 m/s^2 as they are, hit in one row of 10 000.  One that
 * hangs repeats its noise, and what was filled in with zeros has no gravity.
 */
#ifndef PL_IMU_GAPS_H
#define PL_IMU_GAPS_H

#include <stddef.h>

#define PL_GAPS_BRIDGE_S 0.3	/* the longest hole that a line bridges */
#define PL_GAPS_SHARE 0.1	/* of the rows: more holes than can be read */

struct pl_gaps {
	double count;
	double longest_s;	/* 0: there is none */
	double at_s;		/* when that one begins, or missing */
	double share;		/* of the rows that there should be, 0..1 */
};

struct pl_gaps pl_gaps_holes(const double *const *x, int cols,
    const double *t_s, size_t n, double rate_hz);

/* Where cols is 6, acc and gyr in m/s^2 and rad/s. */
struct pl_gaps pl_gaps_frozen(const double *const *x, int cols,
    const double *t_s, size_t n, double rate_hz);

#endif
