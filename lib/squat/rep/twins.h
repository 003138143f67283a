/*
 * twins.h - rows of a rep table that are there twice
 *
 * Rows are twins if all their cells are alike, start_s among them, which must be
 * there: what was measured does not repeat to the last digit, so a file was named
 * twice, and whatever is made of it would count twice.
 *
 * Errors.  PL_ESTATE with the candidate, behind the words of where, which may be
 * ""; PL_ENOMEM.
 */
#ifndef PL_SQUAT_TWINS_H
#define PL_SQUAT_TWINS_H

#include "../../base/table.h"

/* Refuse twins among n rows of t.  O(n log n) */
enum pl_err pl_twins_refuse(const struct pl_table *t, const size_t *row,
    size_t n, const char *where, struct pl_fault *) PL_MUST;

#endif
