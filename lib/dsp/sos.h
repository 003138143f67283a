/*
 * sos.h - recursive low-pass filters as cascades of second-order sections
 *
 * Shapes.  x[c] is column c, n doubles long; cols columns are filtered in
 * place.  Time is sequential and columns are not: eight travel abreast, and
 * what one holds never touches another.
 *
 * Units.   Frequencies are in hertz; samples keep the unit they came in.
 *
 * Ends.    A column is continued beyond each end by its own reflection
 * through the point there (2 x[0] - x[k]), for as long as the filter remembers
 * and the column is long, and before that by a line of the column's mean
 * slope.  So a straight line passes unchanged, however short.
 *
 * Errors.  What can fail returns an enum pl_err and then has changed nothing.
 *
 * Sources. Bilinear transform of the analogue Butterworth prototype, in
 * transposed direct form II: Oppenheim & Schafer, Discrete-Time Signal
 * Processing.  Cutoff for two passes: Winter, Biomechanics and Motor Control
 * of Human Movement.
 */
#ifndef PL_DSP_SOS_H
#define PL_DSP_SOS_H

#include <stddef.h>

#include "../base/err.h"

enum { PL_SOS_MAX = 8 };		/* sections in one cascade */

/* y[t] = b0 x[t] + b1 x[t-1] + b2 x[t-2] - a1 y[t-1] - a2 y[t-2] */
struct pl_sos {
	int n;				/* sections in use */
	size_t memory;			/* rows until what was is forgotten */
	struct pl_section { double b0, b1, b2, a1, a2; } s[PL_SOS_MAX];
};

/*
 * Design a Butterworth low-pass to be run forwards and backwards.  order is
 * that of one pass, even, 2..16; the cutoff is the -3 dB point after both.
 * PL_ERANGE unless 0 < cutoff < rate / 2.
 */
enum pl_err pl_sos_lowpass(struct pl_sos *, int order, double cutoff_hz,
    double rate_hz) PL_MUST;

/* Forwards, then backwards: no delay.  No value may be missing.  PL_ENOMEM. */
enum pl_err pl_sos_zerophase(const struct pl_sos *, double *const *x,
    int cols, size_t n) PL_MUST;

/* The same over each run of rows without a missing value in any column;
 * other rows stay as they are. */
enum pl_err pl_sos_present(const struct pl_sos *, double *const *x, int cols,
    size_t n) PL_MUST;

#endif
