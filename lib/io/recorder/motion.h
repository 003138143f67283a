/*
 * motion.h - BIDS-motion recordings (bids.h): accelerations, angular rates and
 * orientations of tracked points
 *
 * The motion file says nothing of itself: side[] has its channels and its
 * sidecar.  Channels with names of ours keep them; others are named by type,
 * component and units, and each tracked point is a sensor (sensors.h).  The
 * rate is SamplingFrequencyEffective, else SamplingFrequency, unless a channel
 * of LATENCY has the time of each row, which must be in units that are known.
 * Quaternions from the axes of the trunk stay out where only those of the
 * sensor come in.
 */
#ifndef PL_IO_RECORDER_MOTION_H
#define PL_IO_RECORDER_MOTION_H

#include "format.h"

enum pl_err pl_motion_read(const struct pl_source *,
    struct pl_raw part[PL_FORMAT_PARTS], int *parts, struct pl_fault *)
    PL_MUST;

#endif
