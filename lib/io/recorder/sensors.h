/*
 * sensors.h - which of the sensors of a recording
 *
 * A column of raw.h may say of which sensor it is, in the file's own word.  A
 * list chooses: "Lumbar", or "Lumbar,Thigh_L=thigh"; case does not matter.  The
 * first is the sensor of the recording; the others come under a word of their
 * own as prefix, thigh_acc_x_m_s2, and without one under theirs, in lower case.
 * Without a list there must be one.
 */
#ifndef PL_IO_RECORDER_SENSORS_H
#define PL_IO_RECORDER_SENSORS_H

#include "../raw.h"

/* Drop the columns of sensors that were not chosen, prefix the others.
 * PL_ECOLUMN with the words that there are.  Columns of no sensor stay. */
enum pl_err pl_sensors_choose(struct pl_raw *, const char *list,
    struct pl_fault *) PL_MUST;

#endif
