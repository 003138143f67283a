/*
 * grid.h - recordings of one sensor, or two, on one even grid of time
 *
 * A recording with time stamps is put in order and keeps its clock's own mean
 * rate; one without has its rate from outside.  The grid begins at the first
 * stamp, at time 0.  Two recordings are joined on absolute time, at the faster
 * rate, and only where both are: nothing is invented outside.
 */
#ifndef PL_DSP_GRID_H
#define PL_DSP_GRID_H

#include "../base/table.h"
#include "../io/raw.h"
#include "resample.h"
#include "tidy.h"

struct pl_grid_part {
	struct pl_raw *raw;
	double rate_hz;			/* of its clock, or as given */
	double hole_s;			/* a step this long is a hole */
	double time_sd_s;		/* SD of a row's instant */
	double from_s, to_s;		/* its first and last row */
	struct pl_tidied tidied;
	struct pl_holes holes;		/* in time of the grid */
};

/*
 * Put a settled recording of at least 2 rows in order.  given_hz is the rate
 * for rows without time, or 0 for the recording's own.  PL_ESHORT: all rows
 * have one stamp.  PL_ESTATE: neither time nor rate.  PL_ENOMEM.
 */
enum pl_err pl_grid_part(struct pl_grid_part *, struct pl_raw *,
    double given_hz, struct pl_fault *) PL_MUST;

/*
 * Fill an empty table with t_s and the sensors of one or two parts, and with
 * time_sd_s, that of the part with the accelerometer, where it is worse than
 * the fifth of a row that goes without saying.  given_hz
 * is the rate of the grid, or 0 for the clock's.  *start_ns becomes the instant
 * of its first row where the first part is dated.  PL_ESTATE: no time in
 * common, or no absolute time to join on.  PL_EFORMAT: both have a sensor.
 * PL_ERANGE: nearly all of it would be a hole.  PL_ENOMEM.
 */
enum pl_err pl_grid_join(struct pl_table *, struct pl_grid_part *, int parts,
    double given_hz, int64_t *start_ns, struct pl_fault *) PL_MUST;

#endif
