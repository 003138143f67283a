/*
 * act.h - what a lifter can do, each act laid down at the hand of the clock
 *
 * script.c strings acts together; a scenario of another kind is another
 * string.  An act begins at .now_s, draws what it needs, adds its pieces to
 * the tracks and leaves .now_s where it ended.  The first error stays in .err,
 * and from then on nothing more is added.
 */
#ifndef PL_SQUAT_ACT_H
#define PL_SQUAT_ACT_H

#include "../base/random.h"
#include "script.h"

struct pl_lifter {
	struct pl_script *s;
	const struct pl_session *p;
	/* uses of the seed apart, so that a grade changes no movement */
	struct pl_random plan, body, wobble;
	double now_s;
	double rack_m;			/* height that the unrack gained */
	/* habits, for the session: time of the hinge; shares by which lean
	 * and ascent grow over the set; how long the lean goes on in the
	 * ascent, and where in its bell it then peaks */
	double hinge_s, creep, slowing, late_s, tip;
	enum pl_err err;
};

/* A lifter with the habits of this seed, at the beginning of the script. */
void pl_act_begin(struct pl_lifter *, struct pl_script *,
    const struct pl_session *);

void pl_act_stand(struct pl_lifter *, double lo_s, double hi_s);
void pl_act_unrack(struct pl_lifter *);
void pl_act_walk(struct pl_lifter *, int towards);	/* +1 or -1 */
void pl_act_rep(struct pl_lifter *, int i);		/* from 0 */
void pl_act_rerack(struct pl_lifter *);

/* Sway of the whole session, when its end is known. */
void pl_act_sway(struct pl_lifter *);

#endif
