/*
 * stamps.h - when the rows of a text were measured
 *
 * By the column that the dialect says; else by the first that counts from 1970,
 * else the first of numbers, else the first of dates.  A counter of rows has
 * the rate that is given, or that of the banner; so have rows without a clock.
 * Beside a clock that counts from anywhere, a date with a zone says when it
 * began.
 */
#ifndef PL_IO_RECORDER_STAMPS_H
#define PL_IO_RECORDER_STAMPS_H

#include "columns.h"

/* Name the clock of columns that are chosen.  given_hz may be 0.  PL_ESTATE:
 * the rate of a counter must be asked for. */
enum pl_err pl_stamps_choose(struct pl_columns *, const struct pl_delim *,
    const struct pl_dialect *k, double given_hz, struct pl_fault *) PL_MUST;

#endif
