/* clip.h - what a sensor reads at the end of its range is no measurement */
#ifndef TOOLS_CLIP_H
#define TOOLS_CLIP_H

#include "../lib/base/table.h"

/*
 * Warn of every axis of a sensor that clips beyond +-least (lib/imu/clip.h).
 * axis is its own three columns, in which limits are sought; v those that are
 * used, in whatever axes.  True if any clips: v is then copies in which those
 * rows are missing, and v[0] is to be freed.
 */
bool clip_out(const struct pl_table *, const double *const axis[3],
    double least, const double *v[3]);

#endif
