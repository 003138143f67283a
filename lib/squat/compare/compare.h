/*
 * compare.h - two rep tables, or groups of one, column by column
 *
 * A row for each column of numbers and pair of groups, by differ.h; foreign
 * columns count if all their cells are numbers.  Two tables: the second against
 * the first, for each value of the key if there is one.  One table: each value
 * of the key against the first.
 *
 * Left out are columns that number rows (set, cand, rep), that say when
 * something was (start_s, lean_max_t_s, ...), that say how sure something is
 * (confidence, *_sd_deg, *_sd_nm), the key, and foreign ones before set, which
 * are tags.
 *
 * Errors.  As pl_grouped_make.
 */
#ifndef PL_SQUAT_COMPARE_H
#define PL_SQUAT_COMPARE_H

#include "differ.h"

struct pl_compared {
	size_t reps[2];			/* that count, in the first pair */
	size_t pairs;			/* pairs of groups */
	size_t verdicts[3];		/* rows by enum pl_verdict */
	bool same_reps;			/* in all pairs of groups */
	bool alike;			/* and in every cell of them */
};

/* t is one table, or two that are joined.  Fills out, which is empty;
 * plumb-columns(5) defines its columns. */
enum pl_err pl_compare_tables(const struct pl_table *t,
    const struct pl_grouped_ask *, const struct pl_differ_how *,
    struct pl_compared *, struct pl_table *out, struct pl_fault *) PL_MUST;

#endif
