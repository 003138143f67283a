/*
 * drill.h - what plumb-simulate is told of a drill, in place of squats
 */
#ifndef TOOLS_DRILL_H
#define TOOLS_DRILL_H

#include "../lib/squat/simulate/script.h"
#include "filter.h"

/* The values of --drill, --side, --range and --warm-up. */
struct drill_words {
	const struct value *kind, *side, *range, *warm;
};

/* Make the session a drill if one is asked for, with its usual tempo, or die.
 * squat lists options that only squats have and that were given, by name, up to
 * NULL: none may be beside a drill. */
void drill_set(const struct drill_words *, const char *const *squat,
    struct pl_session *);

#endif
