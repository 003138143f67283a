/*
 * peaks.h - turning points of one signal
 *
 * A turning point counts when the signal has gone at least `reversal` from it
 * before it turns again, so that smaller ripples do not.  The ends of the
 * signal are turning points too.  Missing values are passed over.
 */
#ifndef PL_DSP_PEAKS_H
#define PL_DSP_PEAKS_H

#include <stddef.h>

#include "../base/err.h"

/*
 * The rows of the turning points of x, first and last row included, highs and
 * lows in turn.  *turn is the caller's to free; *count is at least 2 if n is.
 * PL_ENOMEM, PL_ESHORT if there is no value.
 */
enum pl_err pl_peaks_turns(const double *x, size_t n, double reversal,
    size_t **turn, size_t *count) PL_MUST;

#endif
