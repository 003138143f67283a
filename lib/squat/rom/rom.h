/*
 * rom.h - the range of motion of each cycle of a drill, from one sensor or two
 *
 * The upper sensor, between the shoulder blades or on the sternum, gives how
 * far the thorax turns about the drill's axis (twist.h); with a lower one, at
 * T12, what it turns more than that, which is thoracic.  Each turns about an
 * axis of its own; about which way the lower one counts see below.
 *
 * Zero.    The mean of the angle in the still pose that the cycles start from,
 * or else the one after them (cycle.h); without any there are ranges but no
 * ends.
 *
 * Signs.   A sensor of unknown mounting tells no left from right: positive is
 * the way out.  From trunk axes (plumb-align) positive is flexion, a turn to
 * the left, a bend to the right, as lean and roll have it.
 *
 * Two sensors.  The lower one's axis is its own principal axis if that holds
 * 0.6 of its turning and lies within 45 deg of the upper one's in sensor axes;
 * else it is the upper one's: without trunk axes both must be put on the same
 * way.  Of a lower part that hardly turns the axis does not matter.
 *
 * SD of a range.  The strap gives by slack / sqrt(3), what a turn about any
 * axis has about this one; the gyroscope has its gain, and what the clock says
 * of a second is one more; sway and breathing, as the still pose has them, are
 * in both ends; of the error of the attitude, which for a turn by r changes by
 * 2 sin(r / 2) of it, a quarter is left, or all of it where the gyroscope is
 * missing; and about an axis that is not level the bias runs on while the way
 * back lasts.
 *
 * What gravity does not see: about an axis that stands by b from level up moves
 * by cos b of a turn.  Beyond 60 deg only the gyroscope carries the angle.  Its
 * bias is known to the sway of 0.3 deg in the time at rest, and walks on from
 * there for a minute as its grade has it; or it is as large as that says.
 *
 * Units.   rad, rad/s.  Errors.  PL_ENOMEM.
 * Source.  Ours; slack and gain as grade.h has them, quarters and limits by
 * simulated drills (scripts/accuracy rom).
 */
#ifndef PL_SQUAT_ROM_H
#define PL_SQUAT_ROM_H

#include "../simulate/grade.h"
#include "cycle.h"

enum pl_rom_axis { PL_ROM_FLEXION, PL_ROM_ROTATION, PL_ROM_SIDE,
	PL_ROM_AXES };

/* "flexion", ...; AXES if it is no such word. */
const char *pl_rom_word(enum pl_rom_axis);
enum pl_rom_axis pl_rom_find(const char *word);

/* Columns of n rows; gyr[0] NULL: no gyroscope; incl_sd in deg, or NULL. */
struct pl_rom_sensor {
	const double *acc[3], *gyr[3], *q[4], *incl_sd;
};

struct pl_rom_in {
	enum pl_rom_axis axis;
	const struct pl_grade *grade;
	struct pl_rom_sensor upper, lower;
	bool second;			/* there is a lower one */
	bool trunk;			/* q is of the trunk's axes, of both */
	size_t n;
	double rate_hz;
};

struct pl_rom_end { double far, near, range, sd; };

struct pl_rom {
	struct pl_cycles cycles;
	struct pl_rom_end *thorax, *thoracic;	/* of each cycle; or NULL */
	double tilt;			/* of the axis from level */
	double trunk_tilt;		/* of the trunk's long axis from level;
					 * missing without trunk axes */
	double off;			/* from the axis that was named; missing
					 * without trunk axes */
	double drift;			/* 2 SD, over a cycle */
	double lower_share;		/* of the lower one's turning, about its
					 * axis; missing without */
	bool lower_own;			/* its axis is its own */
	size_t squats;			/* movements down and up, further than a
					 * drill leads */
	double depth_m;			/* the deepest of them */
};

/* PL_ESTATE if no row has an attitude; no cycle is data. */
enum pl_err pl_rom_measure(const struct pl_rom_in *, struct pl_rom *) PL_MUST;
void pl_rom_free(struct pl_rom *);

/* How many are of class work or partial. */
size_t pl_rom_count(const struct pl_rom *);

/* Is the axis so steep that gravity does not see a turn about it? */
bool pl_rom_steep(const struct pl_rom *);

#endif
