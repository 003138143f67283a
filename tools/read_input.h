/*
 * read_input.h - from the bytes of recordings to a sample stream
 */
#ifndef TOOLS_READ_INPUT_H
#define TOOLS_READ_INPUT_H

#include "../lib/dsp/grid.h"
#include "../lib/io/utc.h"
#include "../lib/io/recorder/format.h"
#include "read_origin.h"

enum { READ_FILES = 2, READ_PARTS = PL_FORMAT_PARTS };

/* What the command line asks for. */
struct read_wish {
	const char *path[READ_FILES];
	int files;
	struct pl_map map;
	double rate_hz;			/* 0: not said */
	const char *sensors;		/* which of several, or NULL */
	const struct pl_format *format;	/* or NULL: by content */
};

/* What was found: the parts of the recording. */
struct read_found {
	bool ours;			/* a stream of ours, as it was */
	struct read_origin origin;	/* of one that was not even */
	int parts;
	const char *path[READ_PARTS];	/* of which file each is */
	const struct pl_format *format[READ_PARTS];
	struct pl_raw raw[READ_PARTS];
	struct pl_grid_part part[READ_PARTS];
	size_t rows[READ_PARTS];	/* that the file had */
	char start[PL_UTC_ROOM];	/* instant of the first row, or "" */
};

/* Read what there is into an empty table, or die of it. */
void read_input(struct pl_table *, struct read_wish *, struct read_found *);
void read_input_free(struct read_found *);

#endif
