/*
 * tally.h - are the sets of a reference counted right?  See score.h
 */
#ifndef PL_SQUAT_TALLY_H
#define PL_SQUAT_TALLY_H

#include "pairs.h"

/*
 * How many sets there are, by recording and the reference's column set (none:
 * one a recording), and in how many the count is exact, or off by one at most.
 * A repetition without a mate falls to the set of the nearest of the
 * reference, by bottom or else by the middle of its span; in a recording without
 * any, or without times, to a set of its own that the reference does not have.
 */
enum pl_err pl_tally_sets(const struct pl_pairs *, size_t *sets, size_t *exact,
    size_t *within_one) PL_MUST;

#endif
