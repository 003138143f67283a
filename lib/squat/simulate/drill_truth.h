/*
 * drill_truth.h - what is true of a simulated drill, in plumb-rom's columns
 *
 * Times.   In recording time, as in truth.h: start_s and out_s are when the way
 * out begins and ends, back_s and end_s when the way back does.
 *
 * Angles.  Of the rigid part under the sensor, from the quiet pose without its
 * breathing and sway, the way out positive: flexion, or to the side that is
 * drilled.  out and back are the greatest of the cycle and the least from there
 * until the next begins, or for 1 s, every 2 ms; thoracic_* are those of the
 * angle of the upper part less that of the lower one.  Speeds are in true
 * seconds; the mean is that of both ways, without the stay at the end.
 *
 * What an edge of the recording cuts is truncated and has times and class
 * alone: its start or end is the edge.
 */
#ifndef PL_SQUAT_DRILL_TRUTH_H
#define PL_SQUAT_DRILL_TRUTH_H

#include "record.h"

/* Part 0 is the upper, 1 (if parts is 2) the lower one.  A row for every
 * cycle. */
enum pl_err pl_drill_truth(const struct pl_recorder *part, int parts,
    const struct pl_session *, struct pl_table *) PL_MUST;

/* A row for each of n instants t_s of the recording: the sensors' attitudes,
 * and cand, rep, class. */
enum pl_err pl_drill_trace(const struct pl_recorder *part, int parts,
    const struct pl_session *, const double *t_s, size_t n, struct pl_table *)
    PL_MUST;

#endif
