/*
 * segment_input.h - what plumb-segment takes from the stream
 */
#ifndef TOOLS_SEGMENT_INPUT_H
#define TOOLS_SEGMENT_INPUT_H

#include <stdbool.h>

#include "../lib/base/table.h"
#include "../lib/squat/segment/posture.h"
#include "../lib/squat/segment/segment.h"

struct segment_input {
	const double *acc[3], *gyr[3], *q[4];
	double rate_hz, time_sd_s;
	unsigned char *rest;
	bool turns;		/* there is a gyroscope */
	bool trunk;		/* the trunk carries it */
	pl_vec stance;		/* up in the frame of acc, standing */
	double *tilt, *lean, *lean_rate, *none;
	struct pl_posture posture;
};

/* Or die.  place is the word of -p, or NULL to have it guessed: the trunk, but
 * for a sensor whose movements up and down mostly begin or end more than 45 deg
 * from how it stands. */
void segment_input(struct segment_input *, const struct pl_table *,
    const char *place);
void segment_input_free(struct segment_input *);

#endif
