/*
 * uncertain_links.h - how far a moment of a trunk in two pieces may be off
 *
 * Method.  That of uncertain.h with links.h for the model: each input is moved
 * by one standard deviation to either side, all rows are computed anew, and
 * half the difference is J.  It costs two moments of every row for each input,
 * and so runs only where there are two sensors.
 *
 * Inputs.  Those of uncertain.h, and the flexion between the two sensors, which
 * turns what the lower one measures.  The alignment turns both alike: they are
 * aligned by one stance.  Zero, wobble and place are of the upper sensor; what
 * the lower one carries by itself is an eighth of the body.
 *
 * Units, holes: as in moment.h.  Errors: PL_ENOMEM.
 */
#ifndef PL_SQUAT_UNCERTAIN_LINKS_H
#define PL_SQUAT_UNCERTAIN_LINKS_H

#include "links.h"
#include "uncertain.h"

struct pl_pieces {
	const struct pl_body *body;
	const struct pl_motion *upper, *lower;
	struct pl_point lower_at;	/* as pl_links_init has it */
	const double *sine, *cosine;	/* of the flexion */
	const double *bar_kg;
};

/*
 * The SD of every row; and, if reps is not NULL, that against its set, whose
 * peaks are those of moment_nm (as pl_uncertain_sets).
 */
enum pl_err pl_uncertain_links(const struct pl_pieces *,
    const struct pl_level *, const struct pl_sds *, const double *moment_nm,
    const struct pl_uncertain_reps *reps, double *sd_nm, double *within_nm)
    PL_MUST;

#endif
