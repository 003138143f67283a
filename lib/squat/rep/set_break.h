/*
 * set_break.h - the repetition at which posture breaks, if there is one
 *
 * A set's greatest leans, y[0..n-1], may scatter, and they may grow steadily as
 * the lifter tires; neither is a break.  A break at k is a step on top of any
 * such line that the scatter does not explain:
 *
 *	y[i] = a + b i + g [i >= k] + noise,	g > 0
 *
 * The statistic is the largest share of the line's squared residuals that one
 * step upwards takes away, over all k with 3 repetitions before and 2 from it
 * on (with fewer a step cannot be told from a stray value).  It does not depend
 * on a, b or the size of the noise, so its distribution without a break follows
 * by simulation for each n, with normal noise: p is the share of simulated sets
 * with a larger one.  A set of the same n has the same p, always.
 *
 * It is a break if moreover
 *
 *	p <= 0.04: the simulated p is itself uncertain by 0.005 there
 *	the gain, median from k on less the median before, is at least 3 deg:
 *		trunk lean by inertial sensors is no better known (RMS error
 *		below 3.1 deg: Wong & Wong 2008)
 *	it stays: none from k on is less than half the gain above the median
 *		before
 *
 * so fewer than 1 in 20 sets without a break are said to have one, whatever
 * their slope: 2.5 % of 288000 simulated ones of 5 to 12 repetitions, with
 * normal or Laplace noise, and at worst 4.9 %.  Such a test needs a clear step:
 * with 8 repetitions, half of them after it, one of 4 times the scatter is
 * found in 39 % of sets, one of 6 times in 76 %, one of 8 times in 94 %.
 *
 * Sources. Quandt, Tests of the hypothesis that a linear regression system
 * obeys two separate regimes (J. Am. Stat. Assoc. 1960); Andrews, Tests for
 * parameter instability and structural change with unknown change point
 * (Econometrica 1993).  Simulation that stops when the answer is no: Besag &
 * Clifford, Sequential Monte Carlo p-values (Biometrika 1991).
 */
#ifndef PL_SQUAT_SET_BREAK_H
#define PL_SQUAT_SET_BREAK_H

#include <stddef.h>

#include "../../base/err.h"

#define PL_SET_BREAK_LEVEL 0.04
#define PL_SET_BREAK_GAIN_DEG 3.0

enum {
	PL_SET_BREAK_BEFORE = 3, PL_SET_BREAK_AFTER = 2,
	PL_SET_REPS_HI = 1000	/* no set has more */
};

struct pl_set_break {
	size_t at;		/* the first repetition after it; n: none */
	double gain_deg, p;	/* missing: none */
};

/* In n leans of repetitions in order of time, none missing.  PL_ENOMEM; with
 * fewer than 5 or more than 1000 there is none. */
enum pl_err pl_set_break_find(const double *lean_deg, size_t n,
    struct pl_set_break *) PL_MUST;

#endif
