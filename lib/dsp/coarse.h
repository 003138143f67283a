/*
 * coarse.h - rows under a clock that is coarser than they are
 *
 * Some exports write whole seconds, or tenths: dozens of rows share a stamp,
 * and only where it changes is an instant known, to a row.  Where all steps are
 * whole numbers of the least, and that is one which no hole may be bridged by
 * (resample.h), each stamp but the first is that of its first row, and rows lie
 * evenly on straight lines through these (blocks.h).  Where rows are lost the
 * line breaks, and what is missing is a hole as long as the clock says.
 *
 * Packets of one size, of which none is lost, are none of this: they are even
 * already, and spread (tidy.h).
 *
 * The stamps may be cut off or rounded: that is a shift of half a step in all
 * rows alike.
 */
#ifndef PL_DSP_COARSE_H
#define PL_DSP_COARSE_H

#include <stddef.h>

#include "../base/err.h"

/*
 * Give n rows their own times where the clock is coarse, in place; t does not
 * decrease.  *step_s becomes that of the clock, or 0 and nothing is done.
 * PL_ESHORT: coarse, and too few steps to tell a rate.  PL_EUNEVEN, PL_ENOMEM.
 */
enum pl_err pl_coarse_time(double *t, size_t n, double *step_s) PL_MUST;

#endif
