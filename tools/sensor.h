/*
 * sensor.h - the columns of each sensor in a stream
 *
 * A sensor has three columns of acceleration, PREFIXacc_x_m_s2 and so on, and
 * may have three of angular rate, PREFIXgyr_x_rad_s; the prefix is "" or the
 * word of a place with its underscore.  Trunk axes are fwd, up and right.
 */
#ifndef TOOLS_SENSOR_H
#define TOOLS_SENSOR_H

#include <stdbool.h>

#include "../lib/base/table.h"

enum { SENSOR_PREFIX = 64, SENSOR_NAME = 96 };	/* bytes, with their 0 */

extern const char *const sensor_own[3], *const sensor_trunk[3];

/* The three columns of "acc" or "gyr"; false if any is absent. */
bool sensor_columns(const struct pl_table *, const char *prefix,
    const char *what, const char *const axis[3], const double *v[3]);

/* Is this the first column of a sensor's "acc"?  Then what stands before. */
bool sensor_begins(const char *column, const char *const axis[3],
    char prefix[SENSOR_PREFIX]);

/* Die of a sensor that has one or two of its three axes: it would pass for
 * one that has none. */
void sensor_whole(const struct pl_table *);

#endif
