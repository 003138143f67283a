/*
 * sensorlogger.h - exports of Sensor Logger: a zip of tables, or one of them
 *
 * Columns are known by their headers, whatever their order (z y x in most);
 * time counts nanoseconds from 1970.
 *
 * Gravity. TotalAcceleration.csv has it; else Accelerometer.csv, which has not,
 * and Gravity.csv are added, m/s^2, by straight lines between stamps of
 * gravity less than 0.2 s apart.  WristMotion.csv, of an Apple watch, has both
 * in g, and the angular rate; where the zip is of phone and watch, --sensor
 * phone or wrist chooses.
 *
 * Units.   m/s^2, or g where the mean size with gravity is below 2.
 *
 * Sign.    Apple's acceleration points down at rest, Android's up, as ours.
 * Metadata.csv names the platform, and whether frames were standardised to
 * Android's; without it -F sensor-logger-android or -ios must say.  A watch is
 * Apple's.  Angular rates are right-handed in both.
 *
 * Alone.   One table that says x y z says not of what: it is an acceleration
 * where its mean size is that of gravity, and else refused.
 *
 * Source.  The app's UNITS.md, COORDINATES.md and CROSSPLATFORM.md; exports
 * that others made.
 */
#ifndef PL_IO_RECORDER_SENSORLOGGER_H
#define PL_IO_RECORDER_SENSORLOGGER_H

#include "format.h"

/* Any zip, or a table whose header begins "time,seconds_elapsed". */
bool pl_sensorlogger_is(const char *bytes, size_t n);

/* By Metadata.csv; with the sign of Android; of iOS. */
enum pl_err pl_sensorlogger_read(const struct pl_source *,
    struct pl_raw part[PL_FORMAT_PARTS], int *parts, struct pl_fault *)
    PL_MUST;
enum pl_err pl_sensorlogger_android(const struct pl_source *,
    struct pl_raw part[PL_FORMAT_PARTS], int *parts, struct pl_fault *)
    PL_MUST;
enum pl_err pl_sensorlogger_ios(const struct pl_source *,
    struct pl_raw part[PL_FORMAT_PARTS], int *parts, struct pl_fault *)
    PL_MUST;

#endif
