/*
 * vary.h - a body and a sensor as they may truly be, drawn from their SDs
 *
 * The other side of uncertain.h: what is stated is the mean, every input is
 * drawn about it from a normal distribution of its SD (the sex as one of two,
 * if it was not stated), and a simulation of what is drawn, read as what was
 * stated, is off as uncertain.h says that it may be.  This tests propagation;
 * whether the SDs are true it cannot tell.
 */
#ifndef PL_SQUAT_VARY_H
#define PL_SQUAT_VARY_H

#include "../../base/random.h"
#include "../load/body.h"
#include "../load/uncertain.h"

struct pl_varied {
	struct pl_body body;
	double bar_kg;
	double align_rad;		/* more lean is read than there is */
	double acc_up, acc_fwd;		/* read and not there, m/s^2 */
	/* at one instant, and so for who varies an instant: of a simulation
	 * the grade has them */
	double wobble_up, wobble_fwd;	/* read and not there, m/s^2 */
	double filter;			/* of a moment, that is lost or added */
};

/* Masses and stature keep a tenth at least, however wide the SD. */
void pl_vary_draw(struct pl_varied *, const struct pl_body *, double bar_kg,
    const struct pl_sds *, struct pl_random *);

/* What a sensor so placed reads of a force along and across the trunk, in the
 * axes that it is taken to have: turned, with its bias, and the forward bias
 * taken for up by the alignment as in uncertain.h. */
void pl_vary_read(const struct pl_varied *, double *up, double *fwd);

#endif
