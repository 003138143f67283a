/*
 * rom_work.h - what is being measured of a drill (inside of rom.c)
 */
#ifndef PL_SQUAT_ROM_WORK_H
#define PL_SQUAT_ROM_WORK_H

#include "../../imu/twist.h"
#include "rom.h"

#define PL_ROM_SWAY (0.3 * PL_DEG)	/* SD, where it is not seen */

struct pl_rom_work {
	const struct pl_rom_in *in;
	struct pl_twist up, low;
	unsigned char *rest;
	double rest_s;			/* of the recording */
	double *angle[2];		/* of the thorax; thoracic */
	double sway[2];			/* SD in the still pose */
	struct pl_rom r;
};

/* How many squats there are in it, and how deep.  pose: of the sensor when it
 * is still.  PL_ENOMEM. */
enum pl_err pl_rom_squats(struct pl_rom_work *, pl_quat pose) PL_MUST;

/* Ends, range and SD of every cycle, and the drift.  PL_ENOMEM. */
enum pl_err pl_rom_ends(struct pl_rom_work *) PL_MUST;

#endif
