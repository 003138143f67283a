/*
 * rest.h - the instants at which a sensor lies or stands still
 *
 * Shapes.  acc and gyr are three columns of n samples each, in any one frame;
 * m/s^2 (specific force) and rad/s.  rest is n flags.  A row with a missing
 * value is not at rest.
 *
 * A window of 0.5 s is at rest when the size of the specific force varies by
 * less than 0.25 m/s^2 (SD) and lies within 0.25 m/s^2 of its own value at
 * rest, and the angular rate, less its bias, is below 2.5 deg/s and varies by
 * less than 1.5 deg/s.  The value at rest and the bias are medians over the
 * windows that vary so little.  Looser limits (0.4 m/s^2, 8.6 deg/s, 0.25 s)
 * take a squat's descent of 3 s for rest: its peaks are 0.35 m/s^2 and
 * 15 deg/s.  A descent of 8 s is still taken for it in part; who uses rest as
 * a datum gives it a width.
 *
 * Source.  Limits measured on squats from the trunk, the lower back, the bar
 * and the wrist; see plumb-segment(1).
 */
#ifndef PL_IMU_REST_H
#define PL_IMU_REST_H

#include <stddef.h>

#include "../base/err.h"

/* Flag the rows at rest.  gyr may be NULL.  A record shorter than a window
 * has none.  PL_ENOMEM. */
enum pl_err pl_rest_find(const double *const acc[3],
    const double *const gyr[3], size_t n, double rate_hz,
    unsigned char *rest) PL_MUST;

/* A stretch of rows, from..to-1. */
struct pl_span { size_t from, to; };

/* The next stretch of flags equal to 1 at or after row from; 0 if none. */
int pl_rest_next(const unsigned char *rest, size_t n, size_t from,
    struct pl_span *);

#endif
