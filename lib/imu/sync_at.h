/*
 * sync_at.h - do two recordings move alike at an offset that somebody gave?
 *
 * The sizes of their angular rates are compared over all that both share, as
 * sync.h does.  A body does at most one thing a second, so N s are N
 * independent samples at most, and a correlation r is by
 *
 *	-N/2 ln(1 - r^2)
 *
 * more likely with the offset than by chance (natural logarithms).  From 5 on,
 * 150 to 1, the offset stands.  Below it stands where the recordings, laid at
 * any offset (sync_search.h), fit best within a second of it, or there less
 * well by 10 to 1 at most: hips that rise before the trunk hide much of what
 * trunk and thigh share, and move the best offset by less.  Else nothing speaks
 * for it: they are of two sessions, or the offset is another.
 *
 * In 33 pairs of back, thigh and calf on one clock, of 21 to 65 s, none was
 * doubted, nor trunk and thigh in two heavy singles; of pairs of unlike
 * sessions half were, for many are laid out alike.
 */
#ifndef PL_IMU_SYNC_AT_H
#define PL_IMU_SYNC_AT_H

#include <stdbool.h>

#include "sync_turning.h"

struct pl_sync_support {
	double both_s;		/* how long both are there */
	double alike;		/* correlation of the sizes */
	bool told;		/* both turn, for 15 s or more */
	bool alone;		/* nothing speaks for the offset */
};

/* Both have a gyroscope.  PL_ENOMEM. */
enum pl_err pl_sync_at(const struct pl_sync_side *a,
    const struct pl_sync_side *b, double offset_s, double drift,
    struct pl_sync_support *) PL_MUST;

#endif
