/*
 * noise.h - how finely an axis measures: its steps, and its noise at rest
 *
 * Steps.   A converter gives whole numbers times a step, and what is added to
 * them since, a bias, does not change how far they lie apart.  A step is the
 * least distance that is common between neighbours among the values, if 9 in
 * 10 of the distances up to ten steps are whole numbers of it, within what the
 * rounding of the column allows.  Values that come twice, and an eighth as
 * often as those beside them, decide where there are some: what was bridged by
 * a line comes less often.  Where axes were turned, or brought to another
 * clock, no step is left, and none is found.  Of fewer than 16 values that come
 * 50 times each the step is the least distance.
 *
 * Noise.   White noise of density d (one-sided, unit/sqrt(Hz)) fills the band
 * up to half the rate, so a sample has the variance v = d^2 rate / 2.  A body
 * that stands sways slowly beside it.  The second difference, x[i] - 2 x[i-1] +
 * x[i-2], has the variance (1 + 4 + 1) v, and of what sways at f only
 * (2 sin(pi f / rate))^4 of its variance: 1.6e-5 at 1 Hz and 100 rows/s.  Steps
 * of q add q^2/12 to v (Sheppard), which is taken off again.  So
 *
 *	d = sqrt((mean square of the differences / 6 - q^2 / 12) / (rate / 2))
 *
 * The mean is over windows of 0.5 s, half of each new, inside a rest and 0.5 s
 * from its ends, since soft tissue rings on; the windows' median counts, over
 * what the median of such a mean is short of it.
 *
 * What a sensor has filtered away itself is not seen, nor is noise that hides
 * in the steps (v below q^2/12).  What trembles above a twentieth of the rate
 * counts as noise, so below 20 rows/s, where it is sway, there is none to tell.
 *
 * Units.   Those of x.  Errors.  PL_ENOMEM.
 * Source.  Sheppard (1898) for steps; Wilson & Hilferty (1931) for chi-square.
 */
#ifndef PL_IMU_NOISE_H
#define PL_IMU_NOISE_H

#include <stddef.h>

#include "../base/err.h"

/* The step of n values that were rounded to a resolution, or missing if none is
 * seen; and how many of them differ. */
enum pl_err pl_noise_step(const double *x, size_t n, double resolution,
    double *step, double *levels) PL_MUST;

/* The density over rows at rest of an axis with such a step (or a missing one);
 * missing where the rests hold fewer than four windows, or steps hide it. */
enum pl_err pl_noise_density(const double *x, const unsigned char *rest,
    size_t n, double rate_hz, double step, double *density) PL_MUST;

#endif
