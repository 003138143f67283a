/*
 * clock.h - what a table knows of its time: the true rate, and when it began
 *
 * t_s is rounded to the microsecond, and so each row leaves an interval for the
 * rate; the simplest fraction in all of them is taken (rate.h).  It gives these
 * t_s back, each of them, and is the rate from which they come, to the bit, for
 * the rates that recorders have.
 */
#ifndef PL_IO_CLOCK_H
#define PL_IO_CLOCK_H

#include "../base/table.h"
#include "utc.h"

/* The true rate; errors as those of pl_table_rate. */
enum pl_err pl_clock_rate(const struct pl_table *, double *rate_hz,
    struct pl_fault *) PL_MUST;

/* The instant of the first row, or "" where start_utc does not tell. */
void pl_clock_start(const struct pl_table *, char start[PL_UTC_ROOM]);

/* SD of the instants of its rows, where time_sd_s says one; else 0. */
double pl_clock_sd(const struct pl_table *);

#endif
