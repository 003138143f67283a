/*
 * read_origin.h - what a stream of ours says of where it comes from
 *
 * A stream that is not even is read as text is, which knows sensors and time.
 * Its recording, start_utc and time_sd_s say the same in every row, and go on;
 * what filters made of its rows does not, for the rows are no longer these.
 */
#ifndef TOOLS_READ_ORIGIN_H
#define TOOLS_READ_ORIGIN_H

#include "../lib/base/table.h"
#include "../lib/io/raw.h"

struct read_origin {
	bool dated;		/* start_utc stands in it */
	int64_t start_ns;	/* the instant of its first row */
	double time_sd_s;	/* or 0 */
	char recording[256];	/* or "" */
};

/* Take it from the table of a stream, and say what is left out. */
void read_origin_take(struct read_origin *, const struct pl_table *);

/* Tell it to the same rows as they were read as text. */
void read_origin_tell(const struct read_origin *, struct pl_raw *);

#endif
