/*
 * opensense.h - orientations that OpenSense reads, .sto (sto.h)
 *
 * Quaternions and nothing else: no gate can judge them, but each must be one,
 * of length 1 to within 1 %.  One column is the sensor of the recording,
 * whatever its body; of several each has the word of its place as prefix, or
 * --sensor chooses among the names of the columns.  Rows that are even to the
 * microsecond have the rate of DataRate, or the simplest that gives them.
 */
#ifndef PL_IO_RECORDER_OPENSENSE_H
#define PL_IO_RECORDER_OPENSENSE_H

#include "format.h"

bool pl_opensense_is(const char *bytes, size_t n);

enum pl_err pl_opensense_read(const struct pl_source *,
    struct pl_raw part[PL_FORMAT_PARTS], int *parts, struct pl_fault *)
    PL_MUST;

#endif
