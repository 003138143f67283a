/*
 * columns.h - which columns of a header are the recording
 *
 * Takes the accelerometers and gyroscopes of all sensors (sensors.h chooses
 * later) and one clock (stamps.h).  An acceleration without gravity is no use;
 * where gravity stands beside it, the two are added later (mend.h).  Three
 * columns x, y, z that say no more are taken for an accelerometer where nothing
 * else could be one: physics tells whether they are (units.h).
 */
#ifndef PL_IO_RECORDER_COLUMNS_H
#define PL_IO_RECORDER_COLUMNS_H

#include "../header.h"
#include "dialect.h"

struct pl_columns {
	size_t cols;
	char (*name)[64];	/* "" for what is not read */
	struct pl_header *head;
	bool *open;		/* it does not say its unit */
	double row_s;		/* of a counter of rows that is the clock */
	double rate_hz;		/* of the banner, where there is no clock */
	bool dated;		/* by a date beside the clock */
	int64_t start_ns;
	char clock[96];		/* how the time is found; "": as usual */
	char left[64];		/* a header that was left out for another */
};

/* Choose.  k may be NULL.  PL_ECOLUMN: nothing that is known; PL_ESTATE:
 * gravity was taken out, or the rate is asked for; PL_EFORMAT: two columns
 * alike. */
enum pl_err pl_columns_choose(struct pl_columns *, const struct pl_delim *,
    const struct pl_dialect *k, const struct pl_source *, struct pl_fault *)
    PL_MUST;
void pl_columns_free(struct pl_columns *);

#endif
