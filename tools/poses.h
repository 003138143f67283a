/*
 * poses.h - what a recording of poses tells of an accelerometer, in words
 */
#ifndef TOOLS_POSES_H
#define TOOLS_POSES_H

#include <stdbool.h>

#include "../lib/imu/poses.h"

enum poses_told { POSES_ALL, POSES_SOME, POSES_NOTHING };

/* From the stream at path, of the sensor with this prefix; warns of what it
 * cannot tell, and dies of what cannot be. */
enum poses_told poses_read(const char *path, const char *prefix,
    struct pl_poses *);

/* acc as it should have read: copies, of which acc[0] is to be freed. */
void poses_apply(const struct pl_poses *, const double *acc[3], size_t n);

#endif
