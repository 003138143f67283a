/*
 * sync_line.h - offset and drift from lags of windows, some of them wrong
 *
 * A straight line through the lags by weighted least squares; weights are 1
 * over the variances, less by Tukey's bisquare for windows that lie off.
 *
 * How certain.  The scatter of the windows about the line, in units of what
 * each claims, scales the variances; as if four more had been seen that scatter
 * as they claim, for a few windows know their scatter badly.
 *
 * Source.  Beaton & Tukey, The fitting of power series (Technometrics 1974).
 */
#ifndef PL_IMU_SYNC_LINE_H
#define PL_IMU_SYNC_LINE_H

#include "sync_windows.h"

#define PL_SYNC_NEAR_S 0.1	/* of the line, to agree with it */

struct pl_sync_fit {
	double t_s;		/* mean time of the windows, by weight */
	double late_s, late_sd_s;	/* there */
	double slope, slope_sd;	/* seconds later a second */
	size_t moving, found, agree;	/* windows; within 0.1 s of the line */
};

/* Fit n windows; without a slope it and its SD are 0.  PL_ESHORT unless three
 * are found (two without a slope).  z is room for n numbers. */
enum pl_err pl_sync_line_fit(const struct pl_sync_window *, size_t n,
    bool sloped, double *z, struct pl_sync_fit *) PL_MUST;

/* How late a window is after the line; and does it agree with it? */
double pl_sync_off(const struct pl_sync_window *, const struct pl_sync_fit *);
bool pl_sync_agrees(const struct pl_sync_window *, const struct pl_sync_fit *);

#endif
