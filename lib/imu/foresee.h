/*
 * foresee.h - what plumb-align and plumb-orient will find of a sensor
 *
 * A check that says all is well, and a filter that then warns, would contradict
 * each other: so it looks by the same functions, at what they would be given.
 *
 * Shapes and units as in align.h and orient.h.  Errors.  As theirs.
 */
#ifndef PL_IMU_FORESEE_H
#define PL_IMU_FORESEE_H

#include <stddef.h>

#include "align.h"
#include "orient.h"

/* Without the rows that clip: clipped is n flags of acc, then n of gyr. */
enum pl_err pl_foresee_orient(const double *const acc[3],
    const double *const gyr[3], size_t n, double rate_hz,
    const unsigned char *clipped, struct pl_oriented *) PL_MUST;

/* With the bias taken off, where it is not NULL or missing. */
enum pl_err pl_foresee_align(const double *const acc[3],
    const double *const gyr[3], size_t n, double rate_hz, const double *bias,
    pl_vec up, struct pl_align *) PL_MUST;

#endif
