/*
 * agree.h - how far a column of one rep table is from that of another
 *
 * Over repetitions that are matched by bottom_s and have the cell in both
 * tables, e = test - reference: its mean (bias), SD (of n - 1), and mean, median
 * and 95th percentile of |e|.  in_set is the mean of |e - median e of the set|
 * by the sets of the reference, over sets with two such repetitions or more: an
 * error that a whole set shares, as by the stance, is not in it.
 */
#ifndef PL_SQUAT_AGREE_H
#define PL_SQUAT_AGREE_H

#include <stdbool.h>

#include "pairs.h"

/* In the unit of the column; missing where there is nothing. */
struct pl_agreement {
	size_t pairs, unpaired;		/* with both cells, or not */
	double bias, sd, size_mean, size_median, size_p95, in_set;
};

/* Column was of the reference beside column is of the test.  *numbers is false,
 * and nothing else is told, if they hold none.  PL_ENOMEM. */
enum pl_err pl_agree_column(const struct pl_pairs *, int was, int is,
    struct pl_agreement *, bool *numbers) PL_MUST;

#endif
