/*
 * xcorr.h - how alike two signals are at every lag between them
 *
 * The correlation is Pearson's, over the instants at which both are there:
 * those of one signal moved by the lag and of the other, each with the mean and
 * the spread that it has over just these.  So it lies from -1 to 1 however
 * little overlaps, and the less does, the less it says.
 *
 * Missing values take no part.  One signal is compared with many others, so
 * its transforms are made once.
 *
 * Errors.  PL_ENOMEM; PL_ESHORT below 2 values.
 */
#ifndef PL_DSP_XCORR_H
#define PL_DSP_XCORR_H

#include <stddef.h>

#include "../base/err.h"

enum { PL_XCORR_KINDS = 3 };

struct pl_xcorr {
	size_t n, most, size;		/* of a, at most of b, transformed */
	double *a[PL_XCORR_KINDS], *b[PL_XCORR_KINDS];	/* spectra */
	double *x, *work, *sum[2 * PL_XCORR_KINDS];
};

/* Make ready to compare a, n values, with others of at most `most`. */
enum pl_err pl_xcorr_begin(struct pl_xcorr *, const double *a, size_t n,
    size_t most) PL_MUST;

/*
 * r is the correlation of b[j] with a[j + k] over j, for k = -(m - 1) .. n - 1:
 * it and pairs, the number of instants that it is over, have n + m - 1 values,
 * those of lag k at index k + m - 1.  Where there are fewer than two, or either
 * signal is flat over them, r is missing.  Rounded to 1e-6.
 */
enum pl_err pl_xcorr_with(struct pl_xcorr *, const double *b, size_t m,
    double *r, double *pairs) PL_MUST;

/* Also after an error. */
void pl_xcorr_end(struct pl_xcorr *);

#endif
