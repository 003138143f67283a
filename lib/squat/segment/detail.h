/*
 * detail.h - what else is known of a repetition: how far to trust it
 *
 *	truncated	an edge of the recording or a hole of more than 0.1 s
 *			cuts it
 *	drift		mean error of the vertical acceleration that was taken
 *			out between the ends of its way, m/s^2
 *	closure		how much higher it ended than it began before anything
 *			was known of tops, m: what anchors have forced to zero
 *
 * Of what is no repetition only truncated is known, and it does not bounce.
 *
 * Units.   m, m/s^2.
 */
#ifndef PL_SQUAT_DETAIL_H
#define PL_SQUAT_DETAIL_H

#include "cand.h"
#include "vertical.h"

/* Fill in the details of all candidates.  free_height is the height of the
 * solution without anchors, v that of the last one. */
void pl_detail_find(const struct pl_vertical *v, const double *free_height,
    struct pl_cands *);

#endif
