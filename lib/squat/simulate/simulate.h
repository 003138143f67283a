/*
 * simulate.h - a recording of a session that never was, and its truth
 *
 * A lifter stands, unracks a bar, walks out, squats, walks in and re-racks
 * (script.h), or drills for mobility (drill.h); a rigid trunk moves accordingly
 * (pose.h); a sensor on it, or two, records that as well as its grade allows
 * (sensor.h, record.h).  All of it is drawn from the seed: the same session is
 * the same bytes on every machine.
 *
 * Errors.  PL_ERANGE for a session beyond the bounds of script.h, or of more
 * than PL_RECORD_ROWS_HI samples (2 GB); PL_ENOMEM.
 */
#ifndef PL_SQUAT_SIMULATE_H
#define PL_SQUAT_SIMULATE_H

#include "../../base/table.h"
#include "script.h"

/* Into empty tables, not yet settled.  truth (a row for each candidate) and
 * trace (a row for each of the stream) are in truth.h and drill_truth.h; either
 * may be NULL. */
enum pl_err pl_simulate_run(const struct pl_session *,
    struct pl_table *stream, struct pl_table *truth, struct pl_table *trace)
    PL_MUST;

#endif
