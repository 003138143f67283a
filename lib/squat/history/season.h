/*
 * season.h - weeks of sessions that never were: days, bars, an ache
 *
 * Sessions are on the first day and 3, 7, 10, 14 ... days after it.  The bar
 * rises by 2.5 % of the first each week, in steps of 2.5 kg.  In one session, at
 * three quarters of the season, it leaps by a fifth, and the upper back is sore
 * from the second day after on: 6, 4 and 2 of 10, on both sides, diffuse.  Then
 * it is what it would have been.  A season of fewer than 4 sessions has no leap.
 *
 * Each session has a seed of its own, drawn from the season's.
 */
#ifndef PL_SQUAT_HISTORY_SEASON_H
#define PL_SQUAT_HISTORY_SEASON_H

#include <stdint.h>

#include "soreness.h"

enum { PL_SEASON_HI = 1000, PL_SEASON_SORE = 3 };

struct pl_season {
	int sessions;			/* 1 to PL_SEASON_HI */
	int64_t begin;			/* date.h */
	double bar_kg;			/* of the first */
	uint64_t seed;
};

/* The session k, from 1. */
struct pl_season_day { int64_t day; double bar_kg; uint64_t seed; };
struct pl_season_day pl_season_at(const struct pl_season *, int k);

/* The session with the leap, or 0. */
int pl_season_leap(const struct pl_season *);

/* What was written down after it; how many entries: 0 without a leap. */
int pl_season_sore(const struct pl_season *,
    struct pl_sore entry[PL_SEASON_SORE]);

#endif
