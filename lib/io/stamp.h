/*
 * stamp.h - time stamps of any unit, to seconds after the first
 *
 * Whole units are counted in 64-bit integers from the first, so that no digit
 * of 19 is lost.  A counter of milliseconds or microseconds that falls from
 * the last minute of 32 bits to their first goes on.
 */
#ifndef PL_IO_STAMP_H
#define PL_IO_STAMP_H

#include <stdbool.h>
#include <stdint.h>

#include "../base/err.h"
#include "cell.h"

struct pl_stamp {
	double unit_s;		/* what the numbers count; set it first */
	bool begun;
	int64_t first, last;	/* whole units as they stand in the text */
	int64_t wrapped;	/* added after 32 bits were full */
	double last_s;
};

/* The seconds of t_s, t_ms, t_us, t_ns; 0 for any other name. */
double pl_stamp_unit(const char *name);

/* Take the next stamp.  PL_EFORMAT, PL_ERANGE: it is no number, or too large;
 * PL_EUNEVEN: it lies before the last. */
enum pl_err pl_stamp_take(struct pl_stamp *, struct pl_cell, char point,
    double *t_s) PL_MUST;

/* Do they count from 1970 (UTC)?  From 1e9 to 4e9 s they do.  *ns is time 0. */
bool pl_stamp_dated(const struct pl_stamp *, int64_t *ns);

#endif
