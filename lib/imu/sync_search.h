/*
 * sync_search.h - about when one recording lies in another
 *
 * By the size of the angular rate, which no mounting changes: low-passed to
 * 1.5 Hz, and compared at every lag between the two (xcorr.h) for clocks that
 * differ by 0, and by up to 3 % either way in steps that blur the ends of the
 * recording by 0.075 s.  Of a recording beyond 20 min the 20 min that turn most
 * are taken: the time goes with the square of that.
 *
 * Score.   Of a lag at which the correlation is r over N rows: how much more
 * likely the two are with it than by chance, -N/2 k ln(1 - r^2), in natural
 * logarithms; r counts as 0.95 at most, for lags and drifts are tried in steps.
 * k is the share of rows that are independent, by Bartlett's
 * formula from the autocorrelations of both, so that what repeats itself counts
 * for little; and a body does at most one thing a second.
 *
 * Source.  Bartlett, On the theoretical specification and sampling properties
 * of autocorrelated time series (J. R. Stat. Soc. Suppl. 1946).
 */
#ifndef PL_IMU_SYNC_SEARCH_H
#define PL_IMU_SYNC_SEARCH_H

#include "sync_turning.h"

#define PL_SYNC_DRIFT 0.03	/* clocks differ by no more than this */
#define PL_SYNC_LEAST_S 15.0	/* two recordings share at least this much */

/* What is known beforehand of b's time on a's clock; missing: nothing. */
struct pl_sync_known {
	double offset_s, within_s;	/* of b's 0, and how far off */
	double drift;
};

/* The instant t_s by a's clock is u_s by b's; a second of b's is 1 + drift
 * of a's. */
struct pl_sync_peak {
	double t_s, u_s, drift;
	double score;			/* 0: there is none */
	double free_hz;			/* independent samples a second */
};

enum { PL_SYNC_PEAKS = 4 };

/*
 * The lags with the best scores, best first, 0.3 s apart or more.  PL_ESTATE:
 * one of the two has nothing but rest.  PL_ENOMEM.
 */
enum pl_err pl_sync_search(const struct pl_turning *a,
    const struct pl_turning *b, const struct pl_sync_known *,
    struct pl_sync_peak peak[PL_SYNC_PEAKS]) PL_MUST;

/* Of a peak or a line: the time of b's 0 by a's clock. */
static inline double
pl_sync_offset(double t_s, double u_s, double drift)
{
	return t_s - (1 + drift) * u_s;
}

#endif
