/*
 * stat.h - order statistics and running moments
 *
 * Missing values (NaN) are left out unless said otherwise.  Nothing here
 * knows where a signal comes from; results carry the unit of x.
 */
#ifndef PL_DSP_STAT_H
#define PL_DSP_STAT_H

#include <stddef.h>

#include "../base/err.h"

/* The value below which the share p (0..1) of x lies, by linear interpolation
 * between order statistics; missing if there is none.  x is reordered. */
double pl_stat_quantile(double *x, size_t n, double p);

/* pl_stat_quantile at 1/2. */
double pl_stat_median(double *x, size_t n);

/*
 * Mean and standard deviation (of n, not n - 1) over w samples, of which the
 * first is at j: mean[j], sd[j] for j = 0..n-w.  Missing where any of the w is
 * missing.  sd may be NULL.  PL_ESHORT if n < w or w is 0.
 */
enum pl_err pl_stat_running(const double *x, size_t n, size_t w, double *mean,
    double *sd) PL_MUST;

/*
 * The slope of y over x by Theil & Sen: the median of the slopes of all pairs
 * with different x.  Pairs of which a value is missing are left out; up to
 * 29 % of the points may be anywhere.  PL_ESHORT without such a pair,
 * PL_ENOMEM: it needs n^2 / 2 numbers.
 *
 * Sources.  Theil, A rank-invariant method of linear and polynomial regression
 * analysis (1950); Sen, Estimates of the regression coefficient based on
 * Kendall's tau (J. Am. Stat. Assoc. 1968).
 */
enum pl_err pl_stat_slope(const double *x, const double *y, size_t n,
    double *slope) PL_MUST;

/*
 * From where to where the slopes lie that leave y without a trend, by Kendall's
 * score less 1 within z standard deviations: z = 1.96 for 95 % (Sen 1968).
 * PL_ESHORT where so few points have no such span: at 95 % fewer than 5.
 */
enum pl_err pl_stat_slope_span(const double *x, const double *y, size_t n,
    double z, double span[2]) PL_MUST;

#endif
