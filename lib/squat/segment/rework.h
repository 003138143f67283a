/*
 * rework.h - what follows from decisions about candidates
 *
 * From what edit.h has decided: starts, ends, bottoms and phases where they are
 * to be sought, sets and repetitions, and the details of detail.h.
 *
 * By height: where other tops count than did before, velocity and height are
 * solved again, first with starts and ends of what was edited as anchors, then
 * with the phases that are found so; else they are left alone.  By force: a
 * bottom is where the specific force, below 0.8 Hz, points farthest from where
 * it points at both ends, and descent and ascent fill what is left.
 *
 * Errors.  PL_ENOMEM; PL_ERANGE, with its place, for a bottom that was said to
 * be in a hole of more than 0.3 s: of that plumb-reps knows nothing.
 */
#ifndef PL_SQUAT_REWORK_H
#define PL_SQUAT_REWORK_H

#include "edit.h"
#include "posture.h"
#include "vertical.h"

/* v is as pl_segment_find left it with the candidates that were found; out
 * becomes the new ones. */
enum pl_err pl_rework_heights(struct pl_vertical *v, const struct pl_posture *,
    struct pl_decisions *, struct pl_cands *out, struct pl_fault *) PL_MUST;

/* The same for what pl_force_find has found. */
enum pl_err pl_rework_force(const double *const acc[3], size_t n,
    double rate_hz, struct pl_decisions *, struct pl_cands *out) PL_MUST;

#endif
