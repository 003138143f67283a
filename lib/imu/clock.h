/*
 * clock.h - the clock of a sample stream, even or not
 *
 * For those who must say what is wrong with a stream that pl_table_rate
 * refuses.  The rate is pl_table_rate's; where the grid is uneven, one over the
 * median of the steps that rise, and off counts those that differ from it by
 * more than a tenth.  time_sd_s is the column of that name, or the SD of the
 * steps.
 *
 * Late.    Where the instant of a sample is known to no better than 5 ms: shocks
 * of a bar, 8 m/s^2 for 0.1 s, then cost up to 0.5 m/s each, as was seen with
 * 13 ms; see plumb-segment(1).
 */
#ifndef PL_IMU_CLOCK_H
#define PL_IMU_CLOCK_H

#include "../base/table.h"

#define PL_CLOCK_LATE_S 0.005

struct pl_clock {
	const double *t_s;	/* of the table, or NULL */
	size_t rows;
	double length_s;	/* from the first row to the last, or missing */
	double rate_hz;		/* or missing */
	double off;		/* steps off the grid; missing without steps */
	double off_at_s;	/* the first of them, or missing */
	double time_sd_s;	/* or missing */
};

/* PL_ENOMEM. */
enum pl_err pl_clock_find(const struct pl_table *, struct pl_clock *) PL_MUST;

/* The instant of a row, or missing. */
double pl_clock_at(const struct pl_clock *, size_t row);

#endif
