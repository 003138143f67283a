/*
 * phyphox.h - exports of phyphox: a zip of tables, one for each sensor
 *
 * Names and headers are in the language of the phone, so units tell what a
 * column is: x y z in (m/s^2) or (rad/s), time in (s).  Of two accelerations
 * the one that has gravity in it is taken: at least 5 m/s^2 in the mean.  "NaN"
 * is a missing value.
 *
 * Time.    meta/time.csv has the instants at which the experiment was started
 * and paused, by its own clock, which stands still meanwhile, and by that of
 * the phone: so rows are dated, and a pause is a hole.
 *
 * Source.  phyphox, DataExport.java; a zip that another made.
 */
#ifndef PL_IO_RECORDER_PHYPHOX_H
#define PL_IO_RECORDER_PHYPHOX_H

#include "format.h"

bool pl_phyphox_is(const char *bytes, size_t n);

enum pl_err pl_phyphox_read(const struct pl_source *,
    struct pl_raw part[PL_FORMAT_PARTS], int *parts, struct pl_fault *)
    PL_MUST;

#endif
