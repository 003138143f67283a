/*
 * rest.h - the instants at which a sensor lies or stands still
 *
 * Shapes.  acc and gyr are three columns of n samples each, in any one frame;
 * m/s^2 (specific force) and rad/s.  rest is n flags.
 *
 * What is judged are windows of 0.5 s, cut from blocks of 1/16 s or of a step,
 * whichever is longer; flags begin and end with a block, and the rows at both
 * its ends are of it.  A block with a missing value is not at rest.  A rate is
 * that of the step that ends with its row, so a record backwards, with rates
 * negated and moved by one row, has the same rest, as one has that is turned.
 *
 * A window is at rest when it is steady: the size of the specific force varies
 * by less than 0.25 m/s^2 (SD), the rate by less than 1.5 deg/s, and the rate
 * has no trend above 2.5 deg/s a window; and when nothing is going on: force
 * and rate lie within 0.25 m/s^2 and 1.5 deg/s of their values at rest, which
 * are medians over the steady windows (of the rate, the point with the least
 * sum of distances).  Where the rate so found is 10 deg/s or more the sensor
 * turns, and nothing is at rest.
 *
 * A rest lasts 0.75 s: a pause of 1 s has that much between a body that
 * settles and one that sets off.
 *
 * Why a trend.  A movement that turns back is steady and has a mean rate of
 * nothing, but its rate goes through zero with an angular acceleration that
 * lasts.  A squat of 30 deg with T seconds a phase has 15 deg (pi/T)^2, above
 * the limit of 5 deg/s^2 for T < 5.4 s; sway of 0.3 deg at 0.5 Hz has 3 at its
 * peaks and less over a window.  A slower one, or one that only translates,
 * keeps within all limits where it turns back: with 15 deg of lean and 8 s
 * a phase up to half of it is taken for rest, at up to 9 cm/s.  Who uses rest
 * as a datum gives it a width.
 *
 * Source.  Limits measured on squats from the trunk, the lower back, the bar
 * and the wrist, but for those of rate, trend and length, which follow from
 * the above; see plumb-segment(1).
 */
#ifndef PL_IMU_REST_H
#define PL_IMU_REST_H

#include <stddef.h>

#include "../base/err.h"
#include "../base/trig.h"

#define PL_REST_BIAS (10 * PL_DEG)	/* rad/s: from there it turns */

/* Flag the rows at rest.  gyr may be NULL.  A record shorter than a rest
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
