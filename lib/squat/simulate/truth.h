/*
 * truth.h - what is true of a simulated session, in the columns of the filters
 *
 * Times.   In recording time: the instant at which the sensor's own clock
 * stands when a thing happens; durations likewise, so that they add up.
 * Velocities and impulses are physical: true metres, true seconds.
 *
 * Motion.  That of the rigid trunk at the sensor's place, with sway and motion
 * out of the plane, before soft tissue, strap, clock and sensor spoil it.
 *
 * A row of class work, partial or failed:
 *
 *	start_s		the hip begins to sink
 *	hinge_s		how long the trunk has hinged before that
 *	ecc_s bottom_pause_s con_s	the hip sinks, pauses, rises
 *	bottom_s	of the sensor's true height and velocity, by bounds.h
 *	bounces		small descents again at the bottom; they lie within
 *			bottom_pause_s, which lasts from the first arrival to
 *			the last departure, and bottom_s is in the last, which
 *			is the lowest
 *	end_s		the hip ceases to rise; top_pause_s lasts from there
 *			until the trunk hinges for the next of the set.  Below
 *			0.4 s both have half of what lies between end and start.
 *			One that fails ends when the bar is caught, and con_s
 *			lasts till then
 *	depth_m		mean height of the sensor when the hip begins to sink
 *			and ceases to rise, above its lowest point
 *	lean_*_deg	from the stance: it stands at 0, as after alignment by
 *			standing; lean_max_t_s is the instant
 *	mcv_m_s pv_m_s	mean and peak velocity of the sensor while the hip
 *			rises; mcv_bar_m_s the mean of the bar.  Without a bar
 *			there are no columns of it
 *	moment_* impulse_*	from start to end, by the trunk line as it truly
 *			is: the stance may lean, and who takes it for upright
 *			makes that error
 *
 *	lean_gain_early_deg twist_range_deg ecc_pv_m_s mpv_m_s mpv_bar_m_s
 *	sticking_* sparc	what rep.h makes of the motion, every 2 ms, with
 *			these phases (truth_way.h); lean_loss_deg and vl_pct
 *			what loss.h makes of the table
 *
 * Extremes are sought every 0.5 ms.  A smooth peak is exact so; where a cosine
 * phase ends and the acceleration jumps, it is caught to 0.1 %.  A moment is
 * that of the instant, not low-passed as plumb-load must.
 *
 * truncated is 1 where an edge of the recording cuts the row, else 0: then
 * start_s or end_s is the edge, and what is not wholly in it is missing, as are
 * depth, lean, velocities and moments.  When the file cannot tell what it was,
 * the class is unknown (cut.h).
 *
 * set is that of what happens from one unracking to the next re-racking;
 * elsewhere it is missing.  unrack, walk, rerack and unknown have their times,
 * set and class alone.
 */
#ifndef PL_SQUAT_TRUTH_H
#define PL_SQUAT_TRUTH_H

#include "../../base/table.h"
#include "script.h"
#include "sensor.h"

/* A row for every act.  clock: seconds of the recording in a true second. */
enum pl_err pl_truth_reps(const struct pl_script *, const struct pl_session *,
    double clock, struct pl_table *) PL_MUST;

/*
 * A row for each of these instants of the recording: t_s; q_w, q_x, q_y, q_z,
 * which take the sensor's own axes, as mount and slack have them just then, to
 * the earth's; lean_deg, roll_deg, twist_deg of the trunk; then what
 * plumb-segment and plumb-load add, so that plumb-reps folds it into the truth,
 * to the row.  Height counts from the stance.
 */
enum pl_err pl_truth_trace(const struct pl_script *, const struct pl_session *,
    const struct pl_sensor *, const double *t_s, size_t n,
    struct pl_table *) PL_MUST;

#endif
