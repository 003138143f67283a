/*
 * twist_drift.h - what an angle of the gyroscope runs away by (inside of
 * twist.c)
 *
 * A drift is a line whose slope, the bias that is left, walks by 0.01
 * deg/s/sqrt(s): between the 0.003 of a consumer sensor and the 0.02 of a poor
 * one.  The attitude is off by 1 deg, and by as much anew after 5 s.  Beside
 * each other these two average the attitude over some 20 s to either side.
 */
#ifndef PL_IMU_TWIST_DRIFT_H
#define PL_IMU_TWIST_DRIFT_H

#include <stddef.h>

#include "../base/err.h"

/* Take the drift, rad, out of what the gyroscope ran away by; missing values
 * stay.  A record shorter than 1 s becomes 0: the attitude alone.
 * PL_ENOMEM. */
enum pl_err pl_twist_drift(double *away, size_t n, double rate_hz) PL_MUST;

#endif
