/*
 * cand.h - candidates: movements that could be taken for a squat
 *
 * Every one has its own start and end, a label and a reason; none is dropped.
 * Rows count from 0; heights in m.
 */
#ifndef PL_SQUAT_CAND_H
#define PL_SQUAT_CAND_H

#include <stddef.h>

#include "../../base/err.h"

enum pl_class {
	PL_WORK, PL_PARTIAL, PL_FAILED, PL_UNRACK, PL_RERACK, PL_WALK,
	PL_UNKNOWN, PL_CLASSES
};

/* A top at which neither hips nor trunk stay for longer is a turn, no rest. */
#define PL_CAND_TURN_S 0.4

/* "work", "partial", ... */
const char *pl_cand_word(enum pl_class);

/* Does it count as a repetition: work, partial or failed? */
int pl_cand_counts(enum pl_class);

/* Nobody stands longer than this between two repetitions of a set. */
#define PL_CAND_REST_S 75.0

struct pl_cand {
	enum pl_class class;
	const char *reason;	/* why this class: a word, never NULL */
	double confidence;	/* 0..1 that the class is right */
	int number;		/* in the recording, from 1: its key */
	int set, rep;		/* from 1; rep 0 where it does not count */
	size_t start, end;	/* first and last row */
	/* of what counts; else all equal to start: */
	size_t ecc;		/* the descent begins */
	size_t low, rise;	/* first and last row of the bottom */
	size_t bottom;		/* the row that stands for it */
	double pause, turned;	/* rows of the bottom as fitted; of these what
				 * a turn without a pause may take */
	size_t top;		/* the ascent ends */
	double depth;		/* mean of the way down and up, m */
	/* the turning points it came from */
	size_t turn[3];
	double down, up;	/* height lost and won between them, m */
	size_t stall, sunk;	/* it stalls, and sinks back: fails; or 0 */
	int bounces;		/* -1: not known */
	/* see detail.h */
	int truncated;
	double drift, closure;
};

struct pl_cands {
	struct pl_cand *cand;	/* in order of time */
	size_t n, room;
	int sets;
};

/* Give it a class and the reason, which must outlive it. */
void pl_cand_verdict(struct pl_cand *, enum pl_class, const char *reason);

void pl_cand_free(struct pl_cands *);

/* Append a copy of a candidate. */
enum pl_err pl_cand_add(struct pl_cands *, const struct pl_cand *)
    PL_MUST;

/* Number candidates, sets, and the repetitions within.  Candidates are in order
 * of time.  Sets end where nothing counts for 75 s, or with a walk of 3 s; what
 * does not count belongs to the set that it is nearest to. */
void pl_cand_number(struct pl_cands *, double rate_hz);

/* Only the last of this: give what does not count its set. */
void pl_cand_join(struct pl_cands *);

#endif
