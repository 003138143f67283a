/*
 * cwa_slip.h - where an AX6 has its two sensors exchanged
 *
 * A block of six axes is a row of words, gyroscope before accelerometer.  Some
 * recorders begin with half a sample too few or too many and write the
 * accelerometer first, until they say half a sample twice and are right from
 * there: the first 1.3 s and 10.3 s of two recordings that we have, which is
 * every AX6 that we have.  So three numbers that stand again in the other half
 * of the next sample are looked at, and the half that reads 1 g before and
 * after it is the accelerometer.
 */
#ifndef PL_IO_RECORDER_CWA_SLIP_H
#define PL_IO_RECORDER_CWA_SLIP_H

#include <stddef.h>

#include "cwa_block.h"

struct pl_cwa_slip { size_t from, to; };	/* rows from..to-1 */

/*
 * Find rows that have the sensors exchanged in n rows of acc (g) and gyr
 * (deg/s), written as block b is.  Fills at most most, and returns how many.
 */
size_t pl_cwa_slip_find(const double *const acc[3], const double *const gyr[3],
    size_t n, const struct pl_cwa_block *b, struct pl_cwa_slip *, size_t most);

#endif
