/*
 * vendor.h - whatever a recorder wrote becomes a recording
 *
 * Recognised by content, never by name: sound files (sound.h), and text with
 * one row per instant (delim.h).  Columns are named by the map, or by what the
 * file says of itself, and come in SI.  A sound file of exactly 6 channels in
 * floating point that names none is taken as accelerometer x y z in m/s^2 and
 * gyroscope x y z in rad/s, and that is noted.
 *
 * A sensor has three axes, or it is not there.  In a sound file an instant
 * at which all three are NaN is missing; any other NaN or infinity is an
 * error with frame and channel.
 */
#ifndef PL_IO_VENDOR_H
#define PL_IO_VENDOR_H

#include <stddef.h>

#include "map.h"
#include "raw.h"

/* Read n bytes, followed by a NUL. */
enum pl_err pl_vendor_read(struct pl_raw *, const char *bytes, size_t n,
    struct pl_map *, struct pl_fault *) PL_MUST;

#endif
