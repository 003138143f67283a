/*
 * stamp.h - time stamps of any unit, to seconds after the first
 *
 * Whole units are counted in 64-bit integers from the first, so that no digit
 * of 19 is lost.  A counter of milliseconds or microseconds that falls from
 * the last minute of 32 bits to their first goes on.
 *
 * Names.   t_s, t_ms, t_us, t_ns; t_iso is a date and a time of day as text
 * (utc.h), whose zone may be missing.  t_count is a number of rows in 16 bits,
 * of a length that the caller knows.
 */
#ifndef PL_IO_STAMP_H
#define PL_IO_STAMP_H

#include <stdbool.h>
#include <stdint.h>

#include "../base/err.h"
#include "cell.h"

struct pl_stamp {
	double unit_s;		/* what the numbers count */
	int64_t span;		/* after so many they begin anew; 0: never */
	bool text;
	bool begun;
	bool local;		/* text without a zone */
	int64_t first, last;	/* whole units as they stand in the text */
	int64_t wrapped;	/* added after the span was full */
	double last_s;
};

/* Begin a clock of this name; false, and nothing begun, for any other name. */
bool pl_stamp_begin(struct pl_stamp *, const char *name);

/* Take the next stamp.  PL_EFORMAT, PL_ERANGE: it is no number, or too large;
 * PL_EUNEVEN: it lies before the last. */
enum pl_err pl_stamp_take(struct pl_stamp *, struct pl_cell, char point,
    double *t_s) PL_MUST;

/* Time 0 in nanoseconds of the clock itself; 0 if it is more than
 * 126 years. */
int64_t pl_stamp_zero(const struct pl_stamp *);

/* Do they count from 1970 (UTC)?  From 1e9 to 4e9 s they do.  *ns is time 0. */
bool pl_stamp_dated(const struct pl_stamp *, int64_t *ns);

/*
 * The name of a clock without a unit whose rows are usually step units apart,
 * or NULL.  Units differ by 1000, so rates can be told within a factor of 1000
 * and no more: 4 to 4000 rows a second.  Faster than 4000 no accelerometer of
 * a body samples, and slower than 4 it is no recording of a squat.
 */
const char *pl_stamp_guess(double step);

#endif
