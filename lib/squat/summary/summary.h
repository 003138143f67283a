/*
 * summary.h - what a rep table says, in one sentence for each who asks
 *
 *	lifter	how many, with what, and what the back had to hold
 *	coach	posture and speed from the first repetition to the last
 *	physio	the dose, the range of movement, and sides
 *
 * A sentence says nothing that facts.h does not: numbers are those of the tables,
 * rounded; what cannot be told apart is said to be so; what is missing is not
 * spoken of, or said to be missing.  "± x" is one standard deviation.
 *
 * Errors.  As facts.h.
 */
#ifndef PL_SQUAT_SUMMARY_SUMMARY_H
#define PL_SQUAT_SUMMARY_SUMMARY_H

#include "../../base/table.h"

enum pl_reader { PL_LIFTER, PL_COACH, PL_PHYSIO, PL_READERS };

struct pl_summary { char sentence[PL_READERS][640]; };

/* "lifter", "coach", "physio". */
const char *pl_summary_reader(enum pl_reader);

/* level as in moment_LEVEL_peak_nm. */
enum pl_err pl_summary_make(struct pl_summary *, const struct pl_table *reps,
    const char *level, struct pl_fault *) PL_MUST;

#endif
