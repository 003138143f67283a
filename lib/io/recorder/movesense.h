/*
 * movesense.h - logs of Movesense sensors as JSON
 *
 * {"Meas": {"IMU9": [{"ArrayAcc": [{"x", "y", "z"}, ...], "ArrayGyro": [...],
 * "Timestamp": 158319}, ...]}}: packets of m/s^2 and deg/s under IMU9, IMU6,
 * or Acc and Gyro, each with the time of its first sample in milliseconds
 * since the sensor was switched on.
 *
 * Time.    A straight line through the stamps of an unbroken run of packets
 * (least squares over the number of the sample) gives each sample its instant:
 * the sensor's own clock, whatever the nominal rate; stamps are whole
 * milliseconds.  A step of one and a half packets or more begins a new run: a
 * packet was lost.  Acc and Gyro are two parts of one clock.
 *
 * Source.  Movesense showcase app; a log that another made: 104 Hz nominal is
 * 106.87.
 */
#ifndef PL_IO_RECORDER_MOVESENSE_H
#define PL_IO_RECORDER_MOVESENSE_H

#include "format.h"

/* An object that has "Meas" near its beginning. */
bool pl_movesense_is(const char *bytes, size_t n);

enum pl_err pl_movesense_read(const struct pl_source *,
    struct pl_raw part[PL_FORMAT_PARTS], int *parts, struct pl_fault *)
    PL_MUST;

#endif
