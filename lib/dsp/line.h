/*
 * line.h - a straight line through points, and how far it may be trusted
 *
 * Ordinary least squares of y over x: y = intercept + slope x, errors in y
 * alone, independent and alike.  The interval of the line at x is Student's,
 * with n - 2 degrees of freedom; turned round, the x at which the line passes a
 * stated y lies where that y is inside the interval of the line (Fieller): exact,
 * and wider the further it is from the points.  Where the slope itself may be 0
 * at that level no such x can be told.
 *
 * Errors.  PL_ESHORT: fewer than 3 points, or all at one x.
 *
 * Sources.  Fieller, J. R. Stat. Soc. B 16 (1954) 175; Draper and Smith, Applied
 * Regression Analysis (3rd ed. 1998), 3.2.
 */
#ifndef PL_DSP_LINE_H
#define PL_DSP_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "../base/err.h"

struct pl_line {
	size_t n;
	double x_mean, y_mean, xx;	/* squares of x about its mean */
	double slope, intercept;
	double see;			/* SD of the points about it, of n - 2 */
	double r2;			/* 1 if all y are the same */
};

enum pl_err pl_line_fit(struct pl_line *, const double *x, const double *y,
    size_t n) PL_MUST;

/* y at x, and half of its interval at this level (.95). */
double pl_line_at(const struct pl_line *, double x);
double pl_line_half(const struct pl_line *, double x, double level);

/* From where to where the line may pass y, and *x where it does; false, and all
 * as it was, if its slope may be 0. */
bool pl_line_pass(const struct pl_line *, double y, double level, double *x,
    double *low, double *high);

#endif
