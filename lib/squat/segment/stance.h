/*
 * stance.h - where a lifter stands upright, as far as the trunk tells
 *
 * Whoever squats leans, and whoever stands, walks or waits does not: wherever
 * the trunk is as upright as it gets within some seconds, the wearer is about
 * as high as ever.  That is no proof, so it is a height with an SD that grows
 * with the lean beyond that:
 *
 *	sd = 0.05 m (1 + (lean / 4 deg)^2), once in 0.5 s
 *
 * 0.2 m at 7 deg and 0.7 m at 15 deg, which is how far the most upright of
 * squatters lean at their lowest.  "As upright as it gets" is the value below
 * which a tenth of the 20 s around lie: standing differs by 4-5 deg before and
 * after one squat, and there are 2 s of standing in 20.
 *
 * Shapes.  Columns of n rows.  Units.  rad, 1/m^2.  Errors.  PL_ENOMEM.
 * Source.  Ours; the figures are estimates and their optimum is flat.
 */
#ifndef PL_SQUAT_STANCE_H
#define PL_SQUAT_STANCE_H

#include "../../base/err.h"
#include "posture.h"

/* 1 / sd^2 of each row into stand; 0 where nobody stands.  lean0 is the lean
 * of standing about each row. */
enum pl_err pl_stance_find(const struct pl_posture *, double *stand,
    double *lean0) PL_MUST;

/* Take from the rows at rest those at which the trunk leans on by 1 deg/s or
 * more: who lowers himself in 8 s moves no sensor as much as a rest may, but
 * leans on by 2 to 6 deg/s. */
void pl_stance_still(const struct pl_posture *, unsigned char *still);

/* Is the trunk bent by so many rad or more beyond standing, by what
 * pl_stance_find said of the row? */
int pl_stance_bent(double stand, double lean);

#endif
