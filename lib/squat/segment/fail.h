/*
 * fail.h - does a squat fail: does the lifter sink back under the bar?
 *
 * Whoever fails comes up a part of the way, stalls, sinks back and stays down
 * until the bar is off.  Between the two lows lie 0.9 s or more (a bounce takes
 * 0.7 s at 5 m/s^2), the rise is 0.2 of the depth or more, both lows lie within
 * 0.45 of the depth of the lowest row, and at the second the lifter stays for
 * 0.4 s or longer.
 *
 * Units.   m, s.  Errors.  PL_ENOMEM.  Source.  Ours; no recording with timed
 * truth exists.
 */
#ifndef PL_SQUAT_FAIL_H
#define PL_SQUAT_FAIL_H

#include "cand.h"
#include "vertical.h"

/* If it does, sets its turn[1] to the first of the lows, its stall, and sunk to
 * the row at which it is down again; if not, sets sunk to 0. */
enum pl_err pl_fail_find(const struct pl_vertical *, struct pl_cand *)
    PL_MUST;

#endif
