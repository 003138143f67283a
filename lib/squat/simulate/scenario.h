/*
 * scenario.h - what can go otherwise in a session, and sessions at random
 *
 * A scene is one thing that happens to people who squat and misleads those who
 * count; a set of scenes is an OR of bits, and every other thing stays as the
 * seed has it.  plumb-simulate(1) says what each does.  Some hold for every
 * repetition, some for a few:
 *
 *	partial, double, rest	one in four, drawn; partial asks for three
 *				repetitions that do not fail
 *	grind			the last third
 *	failed			the last of the last set
 *
 * Source.  The hazards are those that users of other counters report; their
 * sizes and chances are our estimates.
 */
#ifndef PL_SQUAT_SCENARIO_H
#define PL_SQUAT_SCENARIO_H

#include "../../base/random.h"
#include "script.h"

enum pl_scene {
	PL_SCENE_UNRACK = 1 << 0, PL_SCENE_FAILED = 1 << 1,
	PL_SCENE_PARTIAL = 1 << 2, PL_SCENE_PAUSE = 1 << 3,
	PL_SCENE_BOUNCE = 1 << 4, PL_SCENE_GRIND = 1 << 5,
	PL_SCENE_TOUCH = 1 << 6, PL_SCENE_SETS = 1 << 7,
	PL_SCENE_WALK_OUT = 1 << 8, PL_SCENE_EARLY_END = 1 << 9,
	PL_SCENE_LATE_START = 1 << 10, PL_SCENE_SLIP = 1 << 11,
	PL_SCENE_DOUBLE = 1 << 12, PL_SCENE_REST = 1 << 13,
	PL_SCENE_NO_UNRACK = 1 << 14, PL_SCENE_BEND = 1 << 15,
	PL_SCENE_RANDOM = 1 << 16	/* for pl_scenario_draw */
};

/* "unrack", "failed", ...: the word of bit i, or NULL after the last. */
const char *pl_scenario_word(int i);

/* The bits of "pause,bounce"; 0 where a word is none of them, and *bad is that
 * word, *len its length. */
unsigned pl_scenario_parse(const char *list, const char **bad, size_t *len);

/* Everything of a session but grade, rate and seed, from the seed; scenes in
 * place of PL_SCENE_RANDOM, beside those that are set already. */
void pl_scenario_draw(struct pl_session *);

/* What holds for each of the n repetitions of a set (of the last one?), drawn
 * from r, n <= PL_SESSION_REPS_HI. */
void pl_scenario_plan(unsigned scenes, bool last, struct pl_random *r,
    unsigned what[], int n);

#endif
