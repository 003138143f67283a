/*
 * resample.h - from the stamps of a clock to an even grid of time
 *
 * Shapes.  t is n times in seconds that do not decrease; x[0..cols-1] are
 * columns of n values, missing ones NaN.
 *
 * Hole.    A step longer than three periods and than 60 ms: within it nothing
 * is known, and the grid stays empty there.  What is shorter is a late or lost
 * packet and is bridged by a straight line.
 *
 * Rate.    The clock's mean, (stamps - 1) over their span, with the holes left
 * out of both: a hole of 2 s in a minute would bend 25 Hz into 23.5.
 */
#ifndef PL_DSP_RESAMPLE_H
#define PL_DSP_RESAMPLE_H

#include <stddef.h>

#include "../base/err.h"

struct pl_tidied {
	size_t merged;		/* rows that shared a stamp */
	size_t repeated;	/* rows sent again */
	size_t alone;		/* rows at the ends, beyond a hole */
};

struct pl_holes {
	size_t count;
	double longest_s, at_s;	/* and when that one begins */
};

/* Seconds from which a step is a hole. */
double pl_resample_hole(double rate_hz);

/* The mean rate.  PL_ESHORT unless there are two stamps apart. */
enum pl_err pl_resample_rate(const double *t, size_t n, double *rate_hz)
    PL_MUST;

/*
 * The SD of the steps between stamps that rise, holes left out: how well a
 * clock that is read when a packet comes in knows the instant of a sample.
 * 0 for fewer than two steps.
 */
double pl_resample_scatter(const double *t, size_t n, double rate_hz);

/*
 * Make stamps rise strictly, in place; *n becomes the rows that are left.
 * Rows of one stamp become their mean.  A row that equals the one before it
 * in all values and comes within half a period of it was sent again.  A single
 * row before the first or after the last hole tells nothing.
 */
enum pl_err pl_resample_tidy(double *t, double *const *x, size_t cols,
    size_t *n, struct pl_tidied *) PL_MUST;

/*
 * Bring columns to rows instants start_s + i / rate_hz by straight lines
 * between the rows at which none of them is missing.  hole_s as above; a row
 * alone between two holes stands at the instant nearest to it.  Before
 * the first and after the last such row, to[] is missing.  holes, if not NULL,
 * counts those between the first and the last.
 */
void pl_resample_grid(const double *t, const double *const *x, size_t cols,
    size_t n, double hole_s, double start_s, double rate_hz, size_t rows,
    double *const *to, struct pl_holes *holes);

/*
 * x[0..n-1] at row, which may lie between two: the cubic through the four rows
 * about it (Catmull & Rom, A class of local interpolating splines, 1974), a
 * straight line where an outer one is missing or beyond an end, missing where
 * an inner one is.  0 <= row <= n - 1; at a row it is x there, to the bit.
 */
double pl_resample_at(const double *x, size_t n, double row);

/*
 * Bridge the missing values of a column: by straight lines in holes shorter
 * than most_s, by 0 in longer ones and beyond the ends.  hole_s becomes the
 * length of the hole that a row lies in, most_s at most, or 0.
 */
void pl_resample_bridge(double *x, size_t n, double rate_hz, double most_s,
    double *hole_s);

#endif
