/*
 * set.h - the rep table folded into the set table
 *
 * One row per set, in the order of the rep table: a run of rows with the same
 * number of the set and the same words before it (tags, recording).  Where cand
 * does not grow another table has been joined on, and with it another set
 * begins.  Rows without a set belong to none.
 *
 * Repetitions are the candidates of class work, partial and failed.
 *
 *	start_s, end_s	of the first and the last repetition
 *	reps_CLASS, cands_CLASS	how many candidates are of that class
 *	*_mean_s, depth_mean_m	mean over class work, of the values there are
 *	tut_s		time under tension: sum of descent, pause at the
 *			bottom and ascent of all repetitions
 *	lean_first, lean_last, lean_slope	greatest lean of class work; the
 *			slope by Theil & Sen (stat.h), per repetition
 *	break_*		set_break.h, over class work
 *	vl_best, vl_first	by how much the last of class work is slower
 *			than the fastest, and than the first; of the bar if
 *			there is such a column
 *	tonnage_kg	sum of bar_kg over work and partial
 *	moments		greatest and mean of the peaks, and the sum of the
 *			impulses, of all repetitions
 *
 * A sum or a maximum over repetitions of which one lacks the value is missing,
 * and so is everything but the counts in a set without repetitions.  Columns
 * whose input is absent are left out.
 */
#ifndef PL_SQUAT_SET_H
#define PL_SQUAT_SET_H

#include <stdbool.h>

#include "../../base/table.h"

/* Fold reps, which has set and class, into the empty table sets.  PL_ECOLUMN,
 * PL_ENOMEM. */
enum pl_err pl_set_fold(const struct pl_table *reps, struct pl_table *sets,
    struct pl_fault *) PL_MUST;

/* Is row b, the next one, of the set that row a is of?  Also of a table without
 * set: then of the same table. */
bool pl_set_goes_on(const struct pl_table *reps, size_t a, size_t b);

#endif
