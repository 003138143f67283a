/*
 * orient_spread.h - the uncertainty of nodes, spread over rows (inside of
 * orient.c)
 */
#ifndef PL_IMU_ORIENT_SPREAD_H
#define PL_IMU_ORIENT_SPREAD_H

#include "orient_history.h"
#include "orient_record.h"

/* The RMS error of up to be expected at every row, rad, after the last step:
 * the smoother's, the larger the worse rates fit, and the accelerometer's
 * zero.  PL_ENOMEM. */
enum pl_err pl_history_spread(struct pl_history *, const struct pl_record *,
    double misfit, double *sd) PL_MUST;

#endif
