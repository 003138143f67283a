/*
 * simulate.h - a recording of a session that never was, and its truth
 *
 * A lifter stands, unracks a bar, walks out, squats, walks in and re-racks
 * (script.h); a rigid trunk moves accordingly (pose.h); a sensor on it records
 * that as well as its grade allows (sensor.h).  All of it is drawn from the
 * seed: the same session is the same bytes on every machine.
 *
 * Stream.  t_s, acc_{x,y,z}_m_s2, gyr_{x,y,z}_rad_s of the sensor, in its own
 * axes, which lie on the trunk as the seed has it.  t_s is what the sensor's
 * clock says: i / rate_hz, though that clock may be off.
 *
 * Below 100 samples a second each is the mean over its time, of instants that
 * lie as close as 0.01 s: as real sensors have a low-pass at or below half
 * their rate (3 dB at 0.44 of it, as a mean has).  Above, it is of the instant.
 *
 * Errors.  PL_ERANGE for a session beyond the bounds of script.h, or of more
 * than PL_SIMULATE_ROWS_HI samples (2 GB); PL_ENOMEM.
 */
#ifndef PL_SQUAT_SIMULATE_H
#define PL_SQUAT_SIMULATE_H

#include "../base/table.h"
#include "script.h"

#define PL_SIMULATE_ROWS_HI 4e7

/* Into empty tables, not yet settled.  truth (a row for each candidate) and
 * trace (a row for each of the stream) are in truth.h; either may be NULL. */
enum pl_err pl_simulate_run(const struct pl_session *,
    struct pl_table *stream, struct pl_table *truth, struct pl_table *trace)
    PL_MUST;

#endif
