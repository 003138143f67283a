/*
 * same_reps.h - are the repetitions of two groups the same ones?
 *
 * As where one recording was loaded with the bar in front and then with it on the
 * back.  They are if start_s, bottom_s and end_s agree to the last digit for
 * every repetition of the smaller group, in recordings of one name or without
 * any.
 */
#ifndef PL_SQUAT_SAME_REPS_H
#define PL_SQUAT_SAME_REPS_H

#include "grouped.h"

#define PL_SAME_REPS_NONE ((size_t)-1)

/*
 * For g->row[i] of each series of group a the row of group b that is the same,
 * into mate[i], or none; mate has g->rows items.  *are is false if they are not
 * the same.  PL_ENOMEM.
 */
enum pl_err pl_same_reps(const struct pl_grouped *g, size_t a, size_t b,
    size_t *mate, bool *are) PL_MUST;

#endif
