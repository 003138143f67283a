/*
 * bids.h - a table as a BIDS-motion recording: three files of one name
 *
 * Names.   As bids_name.h.
 *
 * Motion.  A row per instant, no header, "n/a" for what is missing: all columns
 * of numbers but t_s, which the rate replaces, and time_sd_s.
 * Channels. A row per column: name (ours), component, type, tracked_point (the
 * word of the place), units, placement, reference_frame: sensor, trunk (x
 * forward, y up, z right) or earth (z up).  What is no acceleration, angular
 * rate, orientation, position or velocity is MISC.
 * Sidecar. TaskName and SamplingFrequency, which are required; the counts of
 * channels, points and seconds; and beyond the specification StartUTC,
 * TimeSD and GeneratedBy, which BIDS has for derivatives.
 *
 * Source.  Brain Imaging Data Structure 1.9, Motion; its schema, motion.yaml.
 */
#ifndef PL_IO_BIDS_H
#define PL_IO_BIDS_H

#include <stdio.h>

#include "../base/origin.h"
#include "../base/table.h"
#include "bids_name.h"

/* What else is wanted. */
struct pl_bids_wish {
	const char *place;	/* of the sensor without a prefix */
	const struct pl_origin *origin;	/* or NULL */
};

/* Write the three files for a motion file of this path, which was checked.
 * PL_ECOLUMN: nothing to write; of pl_table_rate; PL_EIO, PL_ENOMEM. */
enum pl_err pl_bids_write(const struct pl_table *, const char *path,
    const struct pl_bids_wish *, FILE *file[PL_BIDS_FILES],
    struct pl_fault *) PL_MUST;

#endif
