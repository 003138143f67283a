/*
 * motion_channels.h - the channels of a BIDS-motion recording, and their names
 *
 * Names of ours stay, but for what a filter made, which is no part of a
 * recording; others are named by type, component and units.  A date is no
 * number, and a motion file has nothing else: t_iso is named like those.
 *
 * Units.   A clock of unknown units is an error: without it a recording would
 * be even, and its holes would close up.  A sensor of unknown units is left
 * out, and that is said: another may be wanted.
 */
#ifndef PL_IO_RECORDER_MOTION_CHANNELS_H
#define PL_IO_RECORDER_MOTION_CHANNELS_H

#include "../raw.h"

enum pl_motion_cell {
	PL_MOTION_NAME, PL_MOTION_COMPONENT, PL_MOTION_TYPE, PL_MOTION_POINT,
	PL_MOTION_UNITS, PL_MOTION_CELLS
};

struct pl_motion_channel {
	char cell[PL_MOTION_CELLS][64];
	char name[64];			/* of the column, or "" */
	bool ours;
	double *x;			/* where it goes, or NULL */
};

struct pl_motion_channels {
	struct pl_motion_channel *at;	/* the caller frees it, always */
	size_t n;
	size_t made, first_made;	/* by filters, left out */
	size_t odd, first_odd;		/* of unknown units, left out */
};

/* Read the text of a channels file; bare: names lose the word of a place, for
 * sensors are chosen. */
enum pl_err pl_motion_channels(struct pl_motion_channels *, const char *text,
    bool bare, struct pl_fault *) PL_MUST;

/* Say what was left out. */
void pl_motion_channels_say(const struct pl_motion_channels *,
    struct pl_raw *);

#endif
