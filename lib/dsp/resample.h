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
 * The rate by the straight line through the stamps, pieces between holes having
 * one slope: better than the mean where each stamp scatters on its own, for
 * the mean knows only the first and the last.  Where what is left of the line
 * wanders (rows were lost, or the clock drifts), the mean is better, and
 * rate_hz comes back: the steps of a white residual have twice its variance
 * (von Neumann, Ann Math Stat 1941), those of one that wanders next to none.
 */
double pl_resample_regress(const double *t, size_t n, double rate_hz);

/*
 * The SD of the steps between stamps that rise, holes left out: how well a
 * clock that is read when a packet comes in knows the instant of a sample.
 * 0 for fewer than two steps.
 */
double pl_resample_scatter(const double *t, size_t n, double rate_hz);

/*
 * Bring columns to rows instants start_s + i / rate_hz, between the rows at
 * which none of them is missing: by straight lines, but where the grid is finer
 * than the rows without images (sinc.h), if 16 rows about the instant are all
 * there and their stamps even to 5 % of a step.  hole_s as above; a row alone
 * between two holes stands at the instant nearest to it.  Before the first and
 * after the last such row, to[] is missing.  holes, if not NULL, counts those
 * between the first and the last.
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
