/*
 * spectrum.h - what is asked of the Fourier transform of a signal
 *
 * The only door to FFTW.  Plans are estimated, not timed, and take no
 * processor's own instructions, so the same build of FFTW gives the same bits
 * on every machine; another build may differ in the last ones, so every result
 * is rounded here, before anybody compares it with anything.  Who takes a
 * spectrum itself, or products, rounds what comes of it.
 *
 * Errors.  PL_ENOMEM; PL_ESHORT with too few rows; PL_ESTATE where the signal
 * has no answer.  For its own small plans FFTW ends the process when memory
 * runs out; what grows with the signal is ours.
 *
 * Sources. Frigo & Johnson, The design and implementation of FFTW3 (Proc. IEEE
 * 2005).  SPARC: Balasubramanian, Melendez-Calderon & Burdet, A robust and
 * sensitive metric for quantifying movement smoothness (IEEE Trans. Biomed.
 * Eng. 2012), in the form of Balasubramanian et al., On the analysis of
 * movement smoothness (J. NeuroEng. Rehabil. 2015).
 */
#ifndef PL_DSP_SPECTRUM_H
#define PL_DSP_SPECTRUM_H

#include <stddef.h>

#include "../base/err.h"

#define PL_SPECTRUM_ARC_HZ 10.0		/* no movement of a limb is faster */
#define PL_SPECTRUM_ARC_LEVEL 0.05	/* of the spectrum at its greatest */
#define PL_SPECTRUM_ARC_S 30.0		/* longest movement */

/*
 * Spectral arc length of a speed, n values of one movement from rest to rest:
 * the length, negative, of the magnitude spectrum over frequency, both scaled
 * to 1, from 0 to 10 Hz or to where it stays below 0.05 of its maximum if that
 * is less.  Near -1.4 for one smooth stroke; the more a movement halts and
 * starts, the lower.  It depends on neither the size nor the duration of the
 * movement, and hardly on the rate.  The signal is padded with zeros to 16
 * times the next power of two.
 *
 * Rounded to 1e-4.  PL_ESHORT below 8 values; PL_ESTATE of zeros, of a missing
 * value, or beyond 30 s.
 */
enum pl_err pl_spectrum_arc_length(const double *speed, size_t n,
    double rate_hz, double *sparc) PL_MUST;

/*
 * Autocorrelation of x at lags 0..lags-1, its mean taken out.  Each lag is
 * divided by the geometric mean of the energies of the two stretches that
 * overlap, so r[k] lies from -1 to 1 and a periodic signal has 1 at each whole
 * period, however long the lag.  The fewer rows overlap, the less r says:
 * keep to lags of at most n/2.
 *
 * Missing rows take no part.  Where nothing overlaps, or only a signal of
 * no size, r is missing.  Rounded to 1e-9.
 *
 * PL_ESHORT unless 1 <= lags <= n; PL_ESTATE if x is constant.
 */
enum pl_err pl_spectrum_autocorrelation(const double *x, size_t n,
    size_t lags, double *r) PL_MUST;

/* A size, not below n, that is transformed fast. */
size_t pl_spectrum_size(size_t n);

/* The spectrum of x, size values: z becomes size / 2 + 1 complex numbers, as
 * pairs of doubles.  PL_ENOMEM, of sizes beyond INT_MAX too. */
enum pl_err pl_spectrum_of(double *x, size_t size, double *z) PL_MUST;

/* The sums over j of a[j + k] b[j], around the end of size, from the spectra
 * of a and b: x[k], and of k < 0 in x[size + k].  work has room for another
 * spectrum.  PL_ENOMEM. */
enum pl_err pl_spectrum_products(const double *a, const double *b,
    size_t size, double *work, double *x) PL_MUST;

/* Of the library: "fftw-3.3.10-sse2". */
const char *pl_spectrum_version(void);

#endif
