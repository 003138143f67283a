/*
 * sync_windows.h - how late one recording is in the other, window by window
 *
 * Where the clocks are known to 0.4 s, each window of a's tells where in b's it
 * fits best: the peak of the correlation over lags of whole rows, and between
 * rows of the parabola through three of them.  Compared are the vectors of
 * angular rate, b's turned by the rotation that suits both recordings best
 * (wahba.h), or their sizes alone.
 *
 * Variance of a lag: (1 - r^2) / (r^2 k n) and (0.3 ms)^2, where k is the mean
 * square frequency of what both have, from the curvature of the peak, and n
 * the independent samples of what they have not, taken as two a second.  It is
 * that of the best estimator there is in white noise (Cramer & Rao); how far it
 * is from the truth the scatter of the windows tells (sync_line.h).
 *
 * Source.  Carter, Coherence and time delay estimation (Proc. IEEE 1987).
 */
#ifndef PL_IMU_SYNC_WINDOWS_H
#define PL_IMU_SYNC_WINDOWS_H

#include <stdbool.h>

#include "../base/quat.h"
#include "sync_turning.h"

enum { PL_SYNC_REACH = 20 };	/* rows of lag, either way: 0.4 s */

/* The instant t_s by a's clock is u_s by b's, and a second of b's is
 * 1 + drift of a's. */
struct pl_sync_line { double t_s, u_s, drift; };

struct pl_sync_window {
	double t_s;		/* its middle, by a's clock */
	double late_s, var_s2;	/* of b against the line, by a's clock */
	bool moves;		/* enough to tell */
	bool found;		/* its lag is; else it does not fit */
};

/* Both recordings on a's rows. */
struct pl_sync_pair {
	const struct pl_turning *a;
	struct pl_turning b;	/* PL_SYNC_REACH rows more at either end */
	size_t from, to;	/* rows of a between which both are there */
	double both_s;		/* how long they are, holes left out */
	double vectors, sizes;	/* correlations over all of them */
	pl_quat q_ab;
};

/* Lay b on a's rows by a line, over from_s..to_s of a's clock.  PL_ESTATE if
 * nothing of it is there.  PL_ENOMEM. */
enum pl_err pl_sync_pair_make(struct pl_sync_pair *,
    const struct pl_turning *a, const struct pl_turning *b,
    const struct pl_sync_line *, double from_s, double to_s) PL_MUST;

/* Also after an error. */
void pl_sync_pair_free(struct pl_sync_pair *);

/* Cut what both have into n windows of equal length, and judge each; with
 * vectors, b is turned by q_ab, once. */
void pl_sync_windows(struct pl_sync_pair *, bool vectors,
    struct pl_sync_window *, size_t n);

#endif
