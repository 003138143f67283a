/*
 * loss.h - what a repetition has lost against its set
 *
 * Velocity: by how much the mean velocity of the ascent is below that of the
 * set's fastest repetition, in percent; that of the bar where it is known, else
 * of the sensor.  Only repetitions of class work have one and set the mark: a
 * short or a failed ascent tells nothing of fatigue.
 *
 * Posture: greatest lean less the median of that of the set's first three
 * repetitions of class work.  A set with fewer has no mark.
 *
 * Source.  Sanchez-Medina & Gonzalez-Badillo, Velocity loss as an indicator of
 * neuromuscular fatigue during resistance training (Med. Sci. Sports Exerc.
 * 2011): loss from the fastest repetition.  Three repetitions: our choice.
 */
#ifndef PL_SQUAT_LOSS_H
#define PL_SQUAT_LOSS_H

#include "../../base/table.h"

/* Fill the columns vl_pct and lean_loss_deg of a rep table, where they are. */
void pl_loss_fill(struct pl_table *reps);

#endif
