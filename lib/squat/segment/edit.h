/*
 * edit.h - candidates as somebody says they are, not as they were found
 *
 * An edit is a row of a rep table.  One that has the number of a candidate
 * that was found decides about it; what it leaves open stays as it was found.
 * One with another number, or none, adds a candidate, and must say its class,
 * start and end.  A candidate of which no edit speaks is deleted.
 *
 * Times become the rows nearest to them.  A candidate whose class and rows are
 * those that were found stays as it is, reason and confidence with it; any
 * other has the reason "labelled" and the confidence 1, and what depends on
 * what was said is to be found again (settle.h):
 *
 *	start, end	are where they are said, or where they were found; but
 *			where no more than the class was changed, to one that
 *			counts, both are sought between those that were found
 *	bottom		is where it was said, else where it was found, but for
 *			one whose start or end was moved, else sought
 *	phases		are sought between start, bottom and end
 *
 * So the outcome depends only on what was found and what is said, and saying it
 * again changes nothing.
 *
 * Numbers.  Candidates keep theirs, whatever becomes of the others; those added
 * without one get the next after all that were found or said.
 * Sets.    Two repetitions in a row that both say their set are of one set or
 * of two as they say; else pl_cand_number decides.
 *
 * Errors.  PL_ENOMEM.  PL_ERANGE, with line, column and value, where an edit
 * cannot be: the same number twice; an added one that says too little; times
 * outside the recording, in no order, or elsewhere than the candidate they are
 * of; two candidates on the same row; a set that comes again after another.
 */
#ifndef PL_SQUAT_EDIT_H
#define PL_SQUAT_EDIT_H

#include <stdbool.h>
#include <stddef.h>

#include "../../base/err.h"
#include "cand.h"

struct pl_edit {
	size_t line;		/* where it stands, for messages */
	int number;		/* of the candidate; 0: none */
	int class;		/* enum pl_class; -1: not said */
	int set;		/* 0: not said */
	double start_s, bottom_s, end_s; /* missing: not said */
};

/* A candidate that is decided, but for what is to be sought. */
struct pl_decided {
	struct pl_cand c;
	const struct pl_edit *edit;
	bool edited;
	bool seek_bounds;	/* start and end, within what they are now */
	bool seek_bottom;
	bool seek_phases;
};

struct pl_decisions {
	struct pl_decided *item;	/* in order of time, none overlaps */
	size_t n;
	size_t edited, added, deleted;	/* of the first those added are none */
	bool again;		/* the tops of what counts are not those found */
};

/* found is as pl_segment_find or pl_force_find left it; t_s are the times of
 * the recording's rows, at least 2, on an even grid.  The edits must outlive
 * the decisions. */
enum pl_err pl_edit_decide(const struct pl_cands *found,
    const struct pl_edit *, size_t edits, const double *t_s, size_t rows,
    struct pl_decisions *, struct pl_fault *) PL_MUST;

void pl_edit_free(struct pl_decisions *);

#endif
