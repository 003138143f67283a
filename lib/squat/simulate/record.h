/*
 * record.h - what sensors make of a movement, sample by sample
 *
 * Stream.  t_s, then for each sensor acc_{x,y,z}_m_s2 and gyr_{x,y,z}_rad_s in
 * its own axes, with its prefix.  t_s is what the sensors' clock says: i /
 * rate_hz, though that clock may be off; they share the first one's.
 *
 * Below 100 samples a second each is the mean over its time, of instants that
 * lie as close as 0.01 s: as real sensors have a low-pass at or below half
 * their rate (3 dB at 0.44 of it, as a mean has).  Above, it is of the instant.
 */
#ifndef PL_SQUAT_RECORD_H
#define PL_SQUAT_RECORD_H

#include "../../base/table.h"
#include "sensor.h"

/* More samples are refused. */
#define PL_RECORD_ROWS_HI 4e7

struct pl_recorder {
	const char *prefix;		/* of its columns: "", "t12_" */
	const struct pl_script *script;	/* how the part under it moves */
	struct pl_body body;		/* and where on it the sensor sits */
	struct pl_sensor sensor;
};

/* Into an empty table, not yet settled, until the first script ends.
 * PL_ERANGE for more than PL_RECORD_ROWS_HI rows, PL_ENOMEM. */
enum pl_err pl_record(struct pl_recorder *, int sensors, double rate_hz,
    struct pl_table *) PL_MUST;

#endif
