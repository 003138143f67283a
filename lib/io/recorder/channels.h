/*
 * channels.h - any sound file (sound.h), a channel per axis
 *
 * Channels are named by the list of -c, or by the file's own text.  A file of
 * exactly 6 channels in floating point that names none is taken as
 * accelerometer x y z in m/s^2 and gyroscope x y z in rad/s, and that is noted.
 */
#ifndef PL_IO_RECORDER_CHANNELS_H
#define PL_IO_RECORDER_CHANNELS_H

#include "format.h"

bool pl_channels_is(const char *bytes, size_t n);

enum pl_err pl_channels_read(const struct pl_source *,
    struct pl_raw part[PL_FORMAT_PARTS], int *parts, struct pl_fault *)
    PL_MUST;

#endif
