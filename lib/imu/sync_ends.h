/*
 * sync_ends.h - a beginning or an end that does not fit the rest
 *
 * The line through the windows is that of most of them (sync_line.h), and a few
 * may lie off it.  Where these are all at an end, a clock jumped there, or the
 * two did not yet, or no longer, sit on one body: what is joined there is not
 * simultaneous, however good the rest.  If two windows or more are as late as
 * each other, within 0.1 s, it was the clock.
 */
#ifndef PL_IMU_SYNC_ENDS_H
#define PL_IMU_SYNC_ENDS_H

#include "sync_line.h"

struct pl_sync_end {
	size_t windows;		/* that move and do not fit, from this end on */
	double at_s;		/* where what fits begins, or ends */
	bool jumps;
	double late_s;		/* of b beyond it, if it jumps */
};

/* Both ends of n windows, the beginning first; fit is that of all of them.
 * No window fits: both are empty. */
void pl_sync_ends(const struct pl_sync_window *, size_t n,
    const struct pl_sync_fit *, struct pl_sync_end end[2]);

#endif
