/*
 * script.h - a session of front squats as a script on a line of time
 *
 * The script draws from the seed what a lifter does, one act after the other,
 * and lays it down as pieces on the tracks of track.h:
 *
 *	stand	quiet standing
 *	unrack	the knees straighten by 3-10 cm, the trunk nods
 *	walk	2-3 steps, 1.7-2.3 a second, with bobbing, sway and heel strikes
 *	rep	the trunk hinges, the hips sink, pause, rise; the hips rise
 *		first, so the lean goes on for 0.2-0.6 s into the ascent
 *	rerack	forward against the rack, down by as much as the unrack, a bump
 *
 * Scenes (scenario.h) change how these go, and add others.  A recording that
 * starts late or ends early cuts the script: its time begins with the
 * recording, an act may begin before 0 or end after end_s, and acts of which
 * nothing is left are dropped.
 *
 * A cosine phase begins and ends with an acceleration; where two phases meet
 * without a pause it jumps, as no body can.  Minimum jerk has no such jump.
 *
 * The tracks say where the hip is in height and where the bar is over the
 * ground: a bar that is lifted stays above the middle of the foot, so hips go
 * back as the trunk leans (pose.h).
 *
 * The movement is drawn from the seed alone and is the same in every grade;
 * the grade adds sway, motion out of the sagittal plane, and the wobble of
 * soft tissue: after each jolt a burst of 3-12 Hz along every axis, its size
 * the grade's millimetres at 3 Hz after a heel strike, less as 1/f^2 (equal
 * accelerations) and in proportion to the jolt; in a rep, muscles at work give
 * five small jolts a second.  Between 3 and 12 Hz that makes 0.1, 0.4 and
 * 0.8 m/s^2 RMS in the reps of lab, consumer and poor; two real squats under a
 * chest strap had 0.7 and 1.0, the body's own motion in them.
 *
 * What varies from rep to rep: depth (SD 3 %), lean (4 %, and rising by up to
 * 15 % over the set), each phase (5 %; the ascent slows by up to 15 % over the
 * set), pauses (10 %).
 *
 * Units.   m, rad, s of true time from the first instant.
 *
 * Sources. The acts and their figures: our estimates, after recordings of real
 * front squats; the walk's band of 1.5-2.5 Hz is that of walking.
 */
#ifndef PL_SQUAT_SCRIPT_H
#define PL_SQUAT_SCRIPT_H

#include <stdbool.h>
#include <stdint.h>

#include "../../base/vec.h"
#include "../load/body.h"
#include "../segment/cand.h"
#include "drill.h"
#include "grade.h"
#include "track.h"

enum { PL_ECC, PL_LOW, PL_CON, PL_TOP };	/* of a tempo */

/* Reps and times beyond these are not squats. */
#define PL_SESSION_REPS_HI 1000
#define PL_SESSION_SETS_HI 20
#define PL_SESSION_RATE_LO_HZ 5.0
#define PL_SESSION_RATE_HI_HZ 10000.0
#define PL_SESSION_PHASE_LO_S 0.3	/* descent and ascent */
#define PL_SESSION_PHASE_HI_S 30.0
#define PL_SESSION_LEAN_LO_DEG 2.0
#define PL_SESSION_LEAN_HI_DEG 80.0
#define PL_SESSION_DEPTH_LO_M 0.02
#define PL_SESSION_DEPTH_HI_M 0.9

/* A seed in place of the session's, for a part of what it draws. */
struct pl_own_seed { bool given; uint64_t seed; };

struct pl_session {
	int reps;
	double rate_hz;			/* that the sensor states */
	uint64_t seed;
	double tempo_s[4];		/* descent, low pause, ascent, top */
	double lean_deg;		/* greatest of a rep, from the stance */
	double depth_m;			/* the hip sinks by this */
	enum pl_piece_kind ramp;	/* PL_PIECE_COSINE or _MINJERK */
	const struct pl_grade *grade;
	struct pl_body body;
	double bar_kg;
	unsigned scenes;		/* bits of scenario.h */
	int sets;
	int reps_hi;			/* if not 0, each set draws its reps */
	double stance_deg;		/* missing: the grade draws it */
	struct pl_drill drill;		/* if it is one, it takes the place of
					 * all acts, reps are its cycles, and
					 * the tempo is out, hold, back, hold */
	bool second;			/* a sensor at T12 beside the first */
	struct pl_own_seed lifter;	/* habits (lay.h) */
	struct pl_own_seed sensor;	/* stance, mounting, lasting errors */
};

/* 5 reps of 3-1-2-1 at 100 Hz with 100 kg, seed 1; the grade is to be set. */
extern const struct pl_session pl_session_default;

enum pl_axis {
	PL_LEAN, PL_ROLL, PL_TWIST,	/* of the trunk, rad */
	PL_HEIGHT,			/* of the hip, 0 standing before it */
	PL_FORWARD, PL_RIGHT,		/* of the bar over the ground */
	PL_SWAY_FORWARD, PL_SWAY_RIGHT,	/* the way that is faced, to those */
	PL_WOBBLE_FWD, PL_WOBBLE_UP, PL_WOBBLE_RIGHT,	/* on the trunk */
	PL_HEADING,			/* of the lifter, left +, rad */
	PL_SLIP,			/* of the sensor on the trunk, rad */
	PL_AXES
};

/*
 * Only what counts has what lies between start and end.  Bounces lie between
 * low_s and rise_s; a repetition that fails ends when the bar is caught.
 */
struct pl_act {
	enum pl_class class;
	int set, rep;			/* from 1, or 0 */
	int bounces;			/* it sinks a little again */
	double start_s;			/* the hinge begins */
	double sink_s, low_s;		/* the hip begins and ceases to sink */
	double rise_s, end_s;		/* it begins and ceases to rise */
};

struct pl_script {
	struct pl_track track[PL_AXES];
	struct pl_act *act;
	size_t acts, room;
	double end_s;
	double stance_rad;		/* lean of the trunk line, standing */
	pl_vec up_m;			/* where up is in the movement's frame
					 * (pose.h); zero: its z */
	enum pl_axis way;		/* there and back: the height, or what
					 * is drilled */
	enum pl_axis main;		/* the angle that slack goes with: lean,
					 * roll or twist */
	double main_most_rad;		/* its greatest planned size */
	double lower;			/* share of the main angle at T12 */
};

/* Draw a session.  PL_ERANGE beyond the bounds above, PL_ENOMEM. */
enum pl_err pl_script_make(struct pl_script *, const struct pl_session *)
    PL_MUST;
/* From when to when it lasts: what counts begins when the hip does, and has
 * half of a top that is no rest (PL_CAND_TURN_S). */
void pl_script_span(const struct pl_script *, size_t act, double *from_s,
    double *to_s);
/* Is it cut by an edge of the recording? */
bool pl_script_cuts(const struct pl_script *, const struct pl_act *);
void pl_script_free(struct pl_script *);

#endif
