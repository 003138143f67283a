/*
 * segment.h - sets, repetitions, and what else a recording of squats holds
 *
 * Every movement up and down that could be taken for a squat becomes a
 * candidate with its own start and end and a label; none is dropped.
 *
 * Method.  Height by the smoother of vertical.h; candidates between its
 * turning points; each judged against the median of the set; then heights
 * again with the tops of the accepted ones as anchors, three rounds.
 *
 * Units.   Rows count from 0; angles rad, heights m, velocities m/s.
 * Errors.  PL_ENOMEM, PL_ESHORT, PL_ESTATE as vertical.h says.
 */
#ifndef PL_SQUAT_SEGMENT_H
#define PL_SQUAT_SEGMENT_H

#include <stddef.h>

#include "../base/err.h"
#include "vertical.h"

enum pl_class {
	PL_WORK, PL_PARTIAL, PL_FAILED, PL_UNRACK, PL_RERACK, PL_WALK,
	PL_UNKNOWN, PL_CLASSES
};

/* "work", "partial", ... */
const char *pl_class_word(enum pl_class);

/* Does it count as a repetition: work, partial or failed? */
int pl_class_counts(enum pl_class);

struct pl_cand {
	enum pl_class class;
	const char *reason;	/* why this class: a word, never NULL */
	double confidence;	/* 0..1 that the class is right */
	int set, rep;		/* from 1; rep 0 where it does not count */
	size_t start, end;	/* first and last row */
	/* of what counts; else all equal to start: */
	size_t ecc;		/* the descent begins */
	size_t low, rise;	/* first and last row of the bottom */
	size_t top;		/* the ascent ends */
	double depth;		/* mean of the way down and up, m */
	/* the turning points it came from */
	size_t turn[3];
	double down, up;	/* height lost and won between them, m */
};

/* What is known of the sensor's motion, columns of n rows. */
struct pl_posture {
	size_t n;
	double rate_hz;
	const double *tilt;	/* from upright, 0..pi; NULL: not a trunk */
	const double *lean_rate; /* rad/s, forward +; or NULL */
};

struct pl_segments {
	struct pl_cand *cand;	/* in order of time */
	size_t n, room;
	int sets;
};

/* Find them.  v comes from pl_vertical_init; its vel, height and floor are
 * left as the last pass found them. */
enum pl_err pl_segment_find(struct pl_vertical *v, const struct pl_posture *,
    struct pl_segments *) PL_MUST;

void pl_segments_free(struct pl_segments *);

/* Append a copy of a candidate. */
enum pl_err pl_segments_add(struct pl_segments *, const struct pl_cand *)
    PL_MUST;

#endif
