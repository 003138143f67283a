/*
 * soreness.h - what a lifter wrote down of an ache
 *
 * A log is a table with the columns
 *
 *	date		2026-11-22
 *	side		left, right or both (or L, R)
 *	region		upper, mid or low: of the back
 *	score		0 to 10, the numeric rating scale
 *	type		diffuse, focal or sharp; may be empty, or absent
 *	end_range	yes or no: does it come at the end of a movement; may be
 *			empty, or absent
 *
 * in any order, others beside them.  Entries come in order of their days.
 *
 * No number here separates a sore muscle from a sore joint, and nothing is
 * concluded: pl_soreness_flag only tells which entries are worth a word.
 *
 * Errors.  PL_ECOLUMN for a column that is not there; PL_EFORMAT and PL_ERANGE
 * with line, column and value; PL_ENOMEM.
 *
 * Sources.  Soreness of muscles peaks 24 to 48 h after (Bishop et al. 2011): so
 * what is 1 to 3 days old may have made it.
 */
#ifndef PL_SQUAT_HISTORY_SORENESS_H
#define PL_SQUAT_HISTORY_SORENESS_H

#include <stdint.h>

#include "../../base/table.h"

enum pl_side { PL_SORE_LEFT, PL_SORE_RIGHT, PL_SORE_BOTH, PL_SORE_SIDES };
enum pl_region { PL_SORE_UPPER, PL_SORE_MID, PL_SORE_LOW, PL_SORE_REGIONS };
enum pl_ache { PL_ACHE_UNSAID, PL_DIFFUSE, PL_FOCAL, PL_SHARP, PL_ACHES };

struct pl_sore {
	int64_t day;
	double score;
	enum pl_side side;
	enum pl_region region;
	enum pl_ache type;
	bool end_range;
};

struct pl_soreness {
	struct pl_sore *entry;
	size_t n;
};

enum { PL_SORE_FIRST_DAY = 1, PL_SORE_LAST_DAY = 3 };	/* after a session */

enum pl_err pl_soreness_take(struct pl_soreness *, const struct pl_table *,
    struct pl_fault *) PL_MUST;
void pl_soreness_free(struct pl_soreness *);

/* "left", "upper", "diffuse"; "" for PL_ACHE_UNSAID. */
const char *pl_soreness_side(enum pl_side);
const char *pl_soreness_region(enum pl_region);
const char *pl_soreness_type(enum pl_ache);

/* One-sided, focal, sharp, or at the end of a movement. */
bool pl_soreness_flag(const struct pl_sore *);

/*
 * Is this entry of the part of the back that a level lies in?  Upper and mid of
 * the thoracic levels, low of the lumbar ones.
 */
bool pl_soreness_at(const struct pl_sore *, const char *level);

#endif
