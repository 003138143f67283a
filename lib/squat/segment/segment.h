/*
 * segment.h - sets, repetitions, and what else a recording of squats holds
 *
 * Every movement up and down that could be taken for a squat becomes a
 * candidate with its own start and end and a label; none is dropped.
 *
 * Method.  Height by the smoother of vertical.h, begun with whichever prior,
 * and with or without what stance.h knows of the upright trunk, makes most
 * candidates alike, the more so one period apart (period.h); candidates between
 * its turning points (propose.h); each judged against the median of the others
 * (judge.h, fail.h), and by what is around it (context.h); then heights again
 * with the tops of the accepted ones as anchors, two rounds.  Last come racks
 * and walking (steps.h), how far to trust each (detail.h) and the confidence
 * (trust.h).
 *
 * Units.   Rows count from 0; angles rad, heights m, velocities m/s.
 * Errors.  PL_ENOMEM, PL_ESHORT, PL_ESTATE as vertical.h says.
 */
#ifndef PL_SQUAT_SEGMENT_H
#define PL_SQUAT_SEGMENT_H

#include <stddef.h>

#include "../../base/err.h"
#include "cand.h"
#include "posture.h"
#include "vertical.h"

/* Find them.  v comes from pl_vertical_init; its vel, height and floor are
 * left as the last pass found them, and what it takes to solve again. */
enum pl_err pl_segment_find(struct pl_vertical *v, const struct pl_posture *,
    struct pl_cands *) PL_MUST;

#endif
