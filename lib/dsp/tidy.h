/*
 * tidy.h - rows as they came, put in order by their stamps
 *
 * Again.   A row that equals the one before it in all values and comes within
 * half a period of it was sent again.
 *
 * Packets. Rows that share a stamp came together.  Where one brings what the
 * other lacks they are one row.  If most of them equal the one before they were
 * sent again, too; else they are samples of their own, and the stamp is that of
 * the last: they are spread over the step before it, unless the clock has no
 * finer steps (coarse.h).
 *
 * Alone.   A single row before the first or after the last hole tells nothing.
 */
#ifndef PL_DSP_TIDY_H
#define PL_DSP_TIDY_H

#include <stddef.h>

#include "../base/err.h"

struct pl_tidied {
	size_t merged;		/* into the row before, of the same stamp */
	size_t repeated;	/* rows sent again under another */
	size_t spread;		/* rows that shared a stamp with others */
	size_t alone;		/* rows at the ends, beyond a hole */
	double coarse_s;	/* step of a clock that was too coarse, or 0 */
};

/*
 * Make stamps rise strictly, in place; t is n times that do not decrease, x
 * columns of n values, missing ones NaN; *n becomes the rows that are left.
 * PL_ESHORT unless two stamps lie apart, or, with coarse_s, a coarse clock
 * unless some do.  PL_EUNEVEN: it makes no line.  PL_ENOMEM.
 */
enum pl_err pl_tidy_rows(double *t, double *const *x, size_t cols, size_t *n,
    struct pl_tidied *) PL_MUST;

#endif
