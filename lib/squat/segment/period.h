/*
 * period.h - how often a lifter squats, by the autocorrelation
 *
 * Of lean, which does not drift, or without it of the acceleration slower than
 * a step.  The period is the lag of the highest peak from 1.2 to 15 s that
 * stands above half of what lies at 0; a set of one to three repetitions, or
 * with rests between them, has none.  So it is a hint to choose by, and decides
 * nothing alone.
 *
 * Units.   s.  Errors.  PL_ENOMEM.
 * Source.  The autocorrelation as RecoFit has it (Morris et al., CHI 2014),
 *          over what both of a pair of rows are known of (dsp/spectrum.h).
 */
#ifndef PL_SQUAT_PERIOD_H
#define PL_SQUAT_PERIOD_H

#include "cand.h"
#include "posture.h"
#include "vertical.h"

/* *period_s is 0 if there is none. */
enum pl_err pl_period_find(const struct pl_vertical *,
    const struct pl_posture *, double *period_s) PL_MUST;

/* The share, 0..1, of candidates of at least so many m whose neighbour of that
 * kind is one period away, within a third; 0 without a period. */
double pl_period_fit(const struct pl_cands *, double depth_m, double period_s,
    double rate_hz);

#endif
