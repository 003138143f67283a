/*
 * load_input.h - what plumb-load takes from the stream, and from a baseline
 */
#ifndef TOOLS_LOAD_INPUT_H
#define TOOLS_LOAD_INPUT_H

#include "loads.h"

/*
 * Fill in motion, lower sensor, repetitions and why, or die; body and sds are
 * there.  Adds thoracic_deg where there is a lower sensor, load_reason where
 * there are candidates.  Returns of how many repetitions the load cannot be
 * told.
 */
size_t load_input(struct known *, struct pl_table *);
void load_input_free(struct known *);

/* align_sd_deg of the sensor with this prefix, or missing. */
double load_input_align_sd(const struct pl_table *, const char *prefix);

/* The median of moment_LEVEL_peak_nm over the work of a rep table, or die. */
double load_input_baseline(const char *path, const struct pl_level *);

#endif
