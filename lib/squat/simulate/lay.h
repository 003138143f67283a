/*
 * lay.h - laying the pieces of a movement on the tracks of a script
 *
 * A lifter is a hand that lays down pieces as its clock goes on.  The first
 * error stays in .err, and from then on nothing more is added.
 */
#ifndef PL_SQUAT_LAY_H
#define PL_SQUAT_LAY_H

#include "../../base/random.h"
#include "script.h"

#define PL_LAY_JOLT 3.0		/* m/s^2: of a heel strike */

struct pl_lifter {
	struct pl_script *s;
	const struct pl_session *p;
	/* uses of the seed apart, so that a grade changes no movement, and a
	 * scenario no more of it than it must */
	struct pl_random plan, body, wobble, scene;
	double now_s;
	int set;			/* that acts belong to, or 0 */
	double heading_rad;		/* faced, left +, from the beginning */
	double rack_m;			/* height that the unrack gained */
	/* what getting up from a failed repetition has to make good */
	double down_m, bent_rad;
	/* habits, for the session: time of the hinge; shares by which lean
	 * and ascent grow over the set; how long the lean goes on in the
	 * ascent, and where in its bell it then peaks */
	double hinge_s, creep, slowing, late_s, tip;
	enum pl_err err;
};

/* Evenly drawn; evenly in the logarithm; and near a centre, by a share that
 * never runs away. */
double pl_lay_between(struct pl_random *, double lo, double hi);
double pl_lay_ratio(struct pl_random *, double lo, double hi);
double pl_lay_vary(struct pl_random *, double centre, double share);

/* A ramp of the session's shape, and one that is always of minimum jerk. */
void pl_lay_ramp(struct pl_lifter *, enum pl_axis, double t0_s, double t1_s,
    double size);
void pl_lay_smooth(struct pl_lifter *, enum pl_axis, double t0_s, double t1_s,
    double size);
void pl_lay_bell(struct pl_lifter *, enum pl_axis, double t0_s, double span_s,
    double size);
/* Over the ground, the way that is faced. */
void pl_lay_ahead(struct pl_lifter *, enum pl_piece_kind, double t0_s,
    double span_s, double size);
/* A piece of any kind; of size 0 it is none. */
void pl_lay_piece(struct pl_lifter *, enum pl_axis, struct pl_piece);

/* Soft tissue answers an acceleration at t0. */
void pl_lay_jolt(struct pl_lifter *, double t0_s, double m_s2);

/* The next act begins now; NULL after an error.  The next call moves it. */
struct pl_act *pl_lay_act(struct pl_lifter *, enum pl_class);

#endif
