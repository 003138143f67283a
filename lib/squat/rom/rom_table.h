/*
 * rom_table.h - drills as a table, a row for every cycle
 *
 * plumb-columns(5) defines the columns.  An unknown cycle has its start and end
 * alone.  Times are on the clock of the recording.
 */
#ifndef PL_SQUAT_ROM_TABLE_H
#define PL_SQUAT_ROM_TABLE_H

#include "../../base/table.h"
#include "rom.h"

struct pl_rom_side {
	const char *side;		/* "left", "right" or NULL */
	const char *recording;		/* or NULL, in all of them */
	double from_s, rate_hz;		/* of the first row; of rows */
	bool second;			/* a second sensor was measured */
	struct pl_rom rom;
};

/* Into an empty table.  PL_ENOMEM. */
enum pl_err pl_rom_rows(const struct pl_rom_side *, int sides,
    enum pl_rom_axis, struct pl_table *) PL_MUST;

#endif
