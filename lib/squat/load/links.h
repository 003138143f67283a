/*
 * links.h - the moment of a trunk in two pieces, with a sensor on each
 *
 * Model.   Thorax, head, arms and bar are one rigid piece, which the upper
 * sensor is on; the lumbar slices another, which the lower one is on, at T12 or
 * the sacrum; they meet at T12/L1.  In the reference stance both stand as the
 * tables have them.  With flexion the lean of the upper piece less that of the
 * lower, and (dU, dV) the way from the level to the joint in the lower piece,
 * turned into the upper one,
 *
 *	M = M_upper about T12/L1 + dV' F_u - dU' F_v + M_lower
 *	dU' = dU cos + dV sin		dV' = -dU sin + dV cos
 *
 * where moment and forces of the upper piece come from its own sensor and the
 * moment of the slices between the level and T12/L1 from theirs (moment.h).
 * From T12/L1 up it is the moment of one piece.  The disc below turns with the
 * lower piece: axial weight and shear there are of F_u and F_v turned into it,
 * and of what moves the slices between.
 *
 * Rigid.   Without flexion, and both sensors on one rigid trunk, this is the
 * moment of moment.h: the slices below have the inertia that is left of it.
 *
 * Needs.   Of the orientation only the flexion: the difference of two leans,
 * whose errors of heading and of the stance do not cancel.
 *
 * Units, holes, signs: as in moment.h.
 */
#ifndef PL_SQUAT_LINKS_H
#define PL_SQUAT_LINKS_H

#include <stdbool.h>

#include "body.h"
#include "moment.h"

struct pl_links {
	struct pl_moment upper;		/* about T12/L1, or a level above it */
	struct pl_moment along, forward; /* forces there, N */
	struct pl_moment_terms lower;	/* of the slices between */
	struct pl_moment_terms low_along, low_forward;	/* forces on them, N */
	struct pl_point arm;		/* from the level to it, m */
};

/* Is the level below T12/L1, so that the lower piece has a part in it? */
bool pl_links_bends(const struct pl_level *);

/* lower: where that sensor sits, at PL_BODY_REF_M, as the places of body.h. */
void pl_links_init(struct pl_links *, const struct pl_body *,
    const struct pl_level *, struct pl_point lower);

/* Sine and cosine of the flexion of n rows: once for all levels. */
void pl_links_turn(const double *flexion_deg, size_t n, double *sine,
    double *cosine);

/* The moment of every row, from both motions (of the same rows) and the
 * flexion between them. */
void pl_links_run(const struct pl_links *, const struct pl_motion *upper,
    const struct pl_motion *lower, const double *sine, const double *cosine,
    const double *bar_kg, double *moment_nm);

/* Axial weight and shear at a level that bends and whose tilt is known: as
 * pl_moment_weight, N. */
void pl_links_weigh(const struct pl_links *, const struct pl_level *,
    const struct pl_motion *upper, const struct pl_motion *lower,
    const double *sine, const double *cosine, const double *bar_kg,
    double *axial_n, double *shear_n);

/*
 * What each part has in the moment of one row: those above T12/L1 or the level
 * first, then the slices between, if there are any.  Returns how many; their
 * sum is the moment, and their places are those in the lower piece.
 */
enum { PL_LINKS_PARTS = PL_PARTS + 1 };
int pl_links_parts(const struct pl_body *, const struct pl_level *,
    struct pl_point lower, double bar_kg, const struct pl_motion *upper_motion,
    const struct pl_motion *lower_motion, double flexion_deg, size_t row,
    struct pl_part part[PL_LINKS_PARTS], double nm[PL_LINKS_PARTS]);

#endif
