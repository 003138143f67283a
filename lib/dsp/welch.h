/*
 * welch.h - power spectral density, averaged over pieces of a signal
 *
 * Method.  Pieces of w rows that overlap by half, each less its mean and under
 * a Hann window; the mean of their periodograms, one-sided, so that its integral
 * from 0 to half the rate is the variance:
 *
 *	P_k = c |X_k|^2 / (rate sum window^2),  c = 2, and 1 at 0 and rate/2
 *
 * Pieces lie within a run of rows that are marked and have no value missing; so
 * a phase of movement is looked at by itself, and a hole is in no piece.
 *
 * Shapes.  x is n values in a unit u; P has w/2 + 1 values in u^2/Hz, rate/w Hz
 * apart.
 *
 * Errors.  PL_ESHORT if w < 4 or no piece fits; PL_ENOMEM.
 *
 * Source.  Welch, The use of fast Fourier transform for the estimation of power
 * spectra (IEEE Trans. Audio Electroacoust. 1967).
 */
#ifndef PL_DSP_WELCH_H
#define PL_DSP_WELCH_H

#include <stddef.h>

#include "../base/err.h"

/* mark[i] says whether row i may be in a piece; NULL: all may.  *pieces is how
 * many there were. */
enum pl_err pl_welch(const double *x, const unsigned char *mark, size_t n,
    double rate_hz, size_t w, double *psd, size_t *pieces) PL_MUST;

/*
 * The integral of a density from lo to hi: bins of width step_hz about k step_hz,
 * as much of each as lies inside.
 */
double pl_welch_band(const double *psd, size_t w, double step_hz, double lo_hz,
    double hi_hz);

#endif
