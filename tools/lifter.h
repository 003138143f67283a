/*
 * lifter.h - who lifts what, from options and the athlete file
 */
#ifndef TOOLS_LIFTER_H
#define TOOLS_LIFTER_H

#include "../lib/squat/load/body.h"
#include "../lib/squat/load/uncertain.h"
#include "athlete.h"

struct lifter {
	struct pl_body body;
	struct pl_stated stated;
	const char *belt;	/* "yes", "no"; NULL: not said */
};

/* The options that say it; athlete, the file, may not be given. */
struct lifter_options {
	const struct value *athlete, *mass, *stature, *sex, *rack, *offset,
	    *place, *tables, *bar;
};

/* All of it checked, or die. */
struct lifter lifter_take(const struct lifter_options *);

/* One line for all that is assumed. */
void lifter_say_assumed(const struct lifter *);

#endif
