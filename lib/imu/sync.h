/*
 * sync.h - when, by one sensor's clock, another's began, and how fast it runs
 *
 * Two sensors on one body turn when it does, however they are mounted.  About
 * when is sought by the size of the angular rate over the whole of both
 * (sync_search.h); then the lag of windows of 3 to 10 s is measured
 * (sync_windows.h) and a line fitted through them (sync_line.h), by turns until
 * it stays, from the middle outwards: its level is the offset, its slope the
 * drift.  Where the two turn alike, as pieces of a trunk do, windows compare
 * the vectors of the rate, else their sizes.
 *
 * Certainty.  The SD of the line, from the scatter of the windows; and that of
 * what no scatter shows: pieces of a body that do not turn alike do not turn at
 * the same time either.  In six sets of body-weight squats the error between
 * back, thigh and calf was 0.033 s (RMS; 0.07 at worst), where the vectors
 * correlate by 0.8 to 0.9.  It is taken as 0.04 s at 0.95 and below, and in
 * proportion to what the correlation lacks of 1 above that.
 *
 * Refusal (PL_ESTATE, with the reason).  It cannot be told
 *  - where either hardly turns, or the two share less than 15 s;
 *  - where another offset is as likely, by less than 150 to 1 (e^5): a movement
 *    that repeats itself fits at each of its periods;
 *  - where less than 60 % of their turning is common (the square of that
 *    correlation);
 *  - where of the windows that move 15 in a hundred or more do not fit, or lie
 *    0.1 s off the line: two other movements, or pieces that go their own ways;
 *  - where a clock jumped near the beginning or the end (sync_ends.h): windows
 *    there lie as far off the line as each other;
 *  - where the SD exceeds 0.05 s somewhere in what both share;
 *  - where the clocks would differ by more than 3 %.
 */
#ifndef PL_IMU_SYNC_H
#define PL_IMU_SYNC_H

#include <stdbool.h>

#include "../base/quat.h"
#include "../base/trig.h"
#include "sync_ends.h"
#include "sync_search.h"

#define PL_SYNC_RATE_HZ 5.0		/* slower recordings are refused */
#define PL_SYNC_LONGEST_S 43200.0	/* and longer ones: half a minute */

#define PL_SYNC_MOVES (2 * PL_DEG)	/* rad/s, RMS: sway is less */

struct pl_sync {
	double offset_s, offset_sd_s;	/* b's time 0 by a's clock */
	double drift, drift_sd;		/* a's seconds in one of b's, less 1 */
	double worst_sd_s;		/* of an instant that both share */
	double from_s, to_s;		/* what both share, by a's clock */
	bool vectors;			/* compared vectors, not sizes */
	double alike;			/* correlation of the vectors */
	size_t windows, moving;		/* that agree, of those that move */
	struct pl_sync_end end[2];	/* that do not fit, and did not jump */
	pl_quat q_ab;			/* takes b's frame to a's */
};

/* Up to which frequency the turning of two is compared, Hz. */
double pl_sync_pass(const struct pl_sync_side *a,
    const struct pl_sync_side *b);

/* Find out.  PL_ESTATE, with the reason; PL_ENOMEM. */
enum pl_err pl_sync_find(const struct pl_sync_side *a,
    const struct pl_sync_side *b, const struct pl_sync_known *,
    struct pl_sync *, struct pl_fault *) PL_MUST;

#endif
