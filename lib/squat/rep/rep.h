/*
 * rep.h - the sample stream folded into the rep table
 *
 * One row per candidate (column cand of the stream), in order of time.  A
 * candidate owns the rows that carry its number, first to last; its phases
 * are the rows so labelled.  Definitions are in plumb-columns(5); in short:
 *
 *	start_s, end_s	time of its first and last row
 *	bottom_s	as the stream has it in the candidate's first row; in a
 *			stream without, the time of the bottom by height and
 *			velocity (bounds.h), else of the middle row of phase
 *			bottom
 *	ecc_s		from the first row of ecc to the first of bottom
 *	bottom_pause_s	from the first to the last row of bottom
 *	con_s		from the last row of bottom to the last of con
 *	top_pause_s	from the last row of con until the trunk hinges for the
 *			next of the set, or that sinks; missing in the last
 *	hinge_s		how long before ecc the trunk begins to lean forward
 *			(hinge.h), at most 1 s
 *	depth_m		mean height at the ends of ecc and con, less the lowest
 *			between
 *	ecc_pv		peak speed over ecc
 *	mcv, mpv, pv	mean, mean propulsive (ascent.h) and peak velocity
 *			over con
 *	sticking, lean_gain_early, sparc	of con: ascent.h
 *	lean_max_sd	the standard deviation that the stream states of the
 *			lean, at its greatest
 *	vl, lean_loss	against the set: loss.h
 *	twist_range	start to end, without the line from one to the other:
 *			the heading drifts, and a squat ends facing as it began
 *	truncated, bounces, drift, closure, align_sd	as the stream has them
 *			in the candidate's first row
 *	what plumb-load made: rep_load.h
 *
 * Slow ones.  Integrated, a velocity is good to some 0.015 m/s: bias, tilt and
 * sway.  Where neither the way down over ecc_s nor that up over con_s makes
 * 0.08 m/s, depth is uncertain by a fifth, and depth, velocities, sticking
 * region and sparc are missing.  A stream that has no drift_m_s2 was not integrated
 * by us, and is believed.
 *
 * Holes of up to 0.3 s (imu/gaps.h) are bridged by a straight line.  A value
 * over rows of which one is missing even so is missing: a maximum over half the
 * rows would be a plausible wrong number.  Columns whose input is absent are
 * left out, the rest keeps its order.
 *
 * Errors.  PL_ECOLUMN with the name; PL_EUNEVEN; PL_ENOMEM; PL_EFORMAT where
 * the rows of a candidate are not in one piece.
 */
#ifndef PL_SQUAT_REP_H
#define PL_SQUAT_REP_H

#include "../../base/table.h"

/* Fold in into the empty table out. */
enum pl_err pl_rep_fold(const struct pl_table *in, struct pl_table *out,
    struct pl_fault *) PL_MUST;

/* How many rows of a rep table are of class work or partial. */
size_t pl_rep_count(const struct pl_table *reps);

#endif
