/*
 * ascent.h - how the way up went: values of the rep table, as in measure.h
 *
 * Propulsive phase.  The parts of the ascent in which the velocity does not
 * fall by more than free fall would make it: acceleration >= -9.81 m/s^2, from
 * row to row.  A loaded trunk hardly ever falls, so mean propulsive velocity
 * differs from the mean only in ascents that end in a jump.
 *
 * Sticking region.  From the first local maximum of the ascent's velocity to
 * the local minimum after it, when the velocity drops between them, and rises
 * again after, by at least 0.02 m/s and 5 % of the ascent's peak (our
 * estimate: less is within the ripple of a trunk sensor).  The velocity is
 * low-passed at 3 Hz first: soft tissue and strap ring at 3 to 12 Hz, while a
 * sticking region of a heavy squat lasts some 0.3 to 1 s.  Without one all of
 * its values are missing: 5 of 15 lifters had none at 6 RM.
 *
 * Hips first.  A lifter whose hips rise before the bar gains lean early in the
 * ascent: the greatest lean in the first 30 % of its time (our choice), less
 * that at its beginning; 0 for a trunk that erects from the start.
 *
 * Sources. Sanchez-Medina, Perez & Gonzalez-Badillo, Importance of the
 * propulsive phase in strength assessment (Int. J. Sports Med. 2010).  van den
 * Tillaar, Andersen & Saeterbakken, The existence of a sticking region in free
 * weight squats (J. Hum. Kinet. 2014).  Smoothness: spectrum.h.
 */
#ifndef PL_SQUAT_ASCENT_H
#define PL_SQUAT_ASCENT_H

#include "measure.h"

/* Of a velocity, m/s. */
double pl_ascent_propulsive(const struct pl_ask *);

/* Of the stream's velocity: how long, the velocity at its end (m/s), and what
 * the column asked of (lean) gains meanwhile. */
double pl_ascent_sticking_s(const struct pl_ask *);
double pl_ascent_sticking_v(const struct pl_ask *);
double pl_ascent_sticking_gain(const struct pl_ask *);

/* Of the lean: gained in the first 30 %, never negative. */
double pl_ascent_early_gain(const struct pl_ask *);

/* Of a velocity: spectral arc length of its size. */
double pl_ascent_smoothness(const struct pl_ask *);

#endif
