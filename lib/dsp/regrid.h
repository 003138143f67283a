/*
 * regrid.h - columns of one even grid at the instants of another
 *
 * Where the other is slower by more than a twentieth the columns are low-passed
 * first, to 0.4 of its rate: it cannot hold more, and what it cannot hold would
 * come back as something slower.  Then a cubic through four rows (resample.h),
 * which invents nothing between those of a slower signal.
 *
 * A hole stays a hole: a value is missing where it lies between two rows of
 * which one is missing, or beyond the ends.  A row of which a column is missing
 * counts as missing in all of them.
 */
#ifndef PL_DSP_REGRID_H
#define PL_DSP_REGRID_H

#include <stddef.h>

#include "../base/err.h"

/*
 * to[c][i], i = 0..rows-1, becomes column c of x (n rows) at row
 * first + i * step.  PL_ERANGE: the two rates lie too far apart for a filter.
 * PL_ENOMEM.
 */
enum pl_err pl_regrid(const double *const *x, int cols, size_t n, double first,
    double step, double *const *to, size_t rows) PL_MUST;

#endif
