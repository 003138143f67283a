/*
 * cut.h - a recording that starts late or ends early
 *
 * The script is cut to what the recording holds (script.h), and everything in
 * it is counted anew.  A repetition is what it was only if the file can tell:
 * if both ends of the bottom and half the way down and half the way up are in
 * it, and of one that fails the end; else its class is unknown.
 */
#ifndef PL_SQUAT_CUT_H
#define PL_SQUAT_CUT_H

#include "../../base/random.h"
#include "script.h"

/* As the scenes (scenario.h) have it, drawn; number the repetitions. */
void pl_cut_script(struct pl_script *, unsigned scenes, struct pl_random *);

#endif
