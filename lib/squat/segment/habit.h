/*
 * habit.h - what the strokes of a recording have in common
 *
 * The way from the hips to the sensor, in the frame of hips.h, and for each of
 * the four ends of strokes the shape of its onset (onset.h).  Found by Gauss
 * and Newton from what is believed beforehand and what all strokes say.
 *
 * Believed.  On the trunk the arm is 0.40 m along the stance, to 0.2; -0.06 m
 * the way in which the trunk leans, to 0.08; and 0 across, to 0.03: sensors
 * from lower back to neck are 0.12 to 0.62 m above the hips and 0.18 m behind
 * to 0.04 m before them (body.h), and upright is known to some degrees.  Off
 * the trunk it is 0.  Shapes are 0.5, to 0.6, and each is what the four have in
 * common, to 0.25.
 */
#ifndef PL_SQUAT_HABIT_H
#define PL_SQUAT_HABIT_H

#include "onset.h"
#include "stroke.h"

enum { PL_HABIT_SIZE = 3 + PL_STROKE_ENDS };

struct pl_habit {
	double arm_m[3], shape[PL_STROKE_ENDS];
	int trunk;
	double cost;		/* of a round: how badly it fits */
	double trust, last[PL_HABIT_SIZE];	/* in the change */
	/* normal equations for a change, with the right hand side */
	double a[PL_HABIT_SIZE][PL_HABIT_SIZE + 1];
};

/* What is believed before anything is seen. */
void pl_habit_init(struct pl_habit *, int trunk);

/* Begin elsewhere. */
void pl_habit_set(struct pl_habit *, double arm_m, double shape);

/* A round: begin; hear what each end says that has been fitted; change. */
void pl_habit_begin(struct pl_habit *);
void pl_habit_hear(struct pl_habit *, enum pl_stroke_end,
    const struct pl_onset *);
void pl_habit_change(struct pl_habit *);

#endif
