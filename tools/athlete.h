/*
 * athlete.h - what is said of a lifter, on the command line or in a file
 *
 * An athlete file is plain text: a line is "key = value", empty, or a comment
 * that begins with #.  Values are what the options take; an option wins over
 * the file.
 */
#ifndef TOOLS_ATHLETE_H
#define TOOLS_ATHLETE_H

#include <stdbool.h>

#include "filter.h"

enum athlete_key { ATHLETE_MASS, ATHLETE_STATURE, ATHLETE_SEX, ATHLETE_OFFSET,
	ATHLETE_PLACE, ATHLETE_NEUTRAL_LEAN, ATHLETE_BELT, ATHLETE_KEYS };

/* Something said: "ana.txt: 3: stature" or "--stature", and the value. */
struct said {
	bool given;
	char what[160], text[64];
};

/* Read a file, or die of it.  The rest are left not given. */
void athlete_read(const char *path, struct said said[ATHLETE_KEYS]);

/* Let an option win, if it was given. */
void athlete_win(struct said *, const char *option, const struct value *);

/* The number said, or die. */
double athlete_number(const struct said *);

/* Metres from lo to hi, bare or with a unit, m or cm; whoever writes bare
 * centimetres is told. */
double athlete_length(const struct said *, double lo, double hi);

/* The neutral lean in degrees, 0 if it was not said, or die. */
#define ATHLETE_LEAN_HI_DEG 30
double athlete_neutral_lean(const struct said *);

#endif
