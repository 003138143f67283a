/*
 * doubtful.h - findings of the repetitions whose load cannot be told
 *
 * For a stream in which plumb-segment has found repetitions: one finding for
 * each reason of doubt.h, with how many repetitions it is that of, as plumb-load
 * would give it, and when the first of them begins.
 */
#ifndef PL_SQUAT_DOUBTFUL_H
#define PL_SQUAT_DOUBTFUL_H

#include "../../imu/findings.h"

/* Add those of a sensor: none unless the table has candidates, and the lean and
 * the axes of the trunk of this sensor.  PL_ENOMEM. */
enum pl_err pl_doubtful_add(struct pl_findings *, const struct pl_table *,
    const struct pl_look *) PL_MUST;

#endif
