#include "scenario.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#include "../../base/trig.h"
#include "lay.h"

enum { DRAW = 5 };		/* a use of the seed; see act.c */

#define PUSH 6.0		/* m/s^2: no squat turns round harder */

/* The chance is that of a random session. */
static const struct scene {
	const char *word;
	enum pl_scene bit;
	double chance;
} scene[] = {
	{ "unrack", PL_SCENE_UNRACK, .20 },
	{ "failed", PL_SCENE_FAILED, .08 },
	{ "partial", PL_SCENE_PARTIAL, .10 },
	{ "pause", PL_SCENE_PAUSE, .10 },
	{ "bounce", PL_SCENE_BOUNCE, .10 },
	{ "grind", PL_SCENE_GRIND, .15 },
	{ "touch-and-go", PL_SCENE_TOUCH, .10 },
	{ "sets", PL_SCENE_SETS, 0 },
	{ "walk-out", PL_SCENE_WALK_OUT, .20 },
	{ "early-end", PL_SCENE_EARLY_END, .05 },
	{ "late-start", PL_SCENE_LATE_START, .05 },
	{ "slip", PL_SCENE_SLIP, .04 },
	{ "double", PL_SCENE_DOUBLE, .08 },
	{ "rest", PL_SCENE_REST, .08 },
	{ "no-unrack", PL_SCENE_NO_UNRACK, .05 },
	{ "bend", PL_SCENE_BEND, .20 },
	{ "random", PL_SCENE_RANDOM, 0 },
};

enum { SCENES = sizeof scene / sizeof *scene };

const char *
pl_scenario_word(int i)
{
	return i >= 0 && i < SCENES ? scene[i].word : NULL;
}

static unsigned
find(const char *word, size_t len)
{
	int i;

	for (i = 0; i < SCENES; i++)
		if (strlen(scene[i].word) == len &&
		    memcmp(scene[i].word, word, len) == 0)
			return scene[i].bit;
	return 0;
}

unsigned
pl_scenario_parse(const char *list, const char **bad, size_t *len)
{
	unsigned bits = 0, bit;

	for (*bad = list;; *bad += *len + 1) {
		*len = strcspn(*bad, ",");
		bit = find(*bad, *len);
		if (!bit)
			return 0;
		bits |= bit;
		if (!(*bad)[*len])
			return bits;
	}
}

/* Of k of the first n, drawn evenly; Knuth's algorithm S. */
static void
mark(struct pl_random *r, unsigned what[], int n, int k, unsigned bit)
{
	int i;

	for (i = 0; i < n; i++)
		if (pl_random_uniform(r) * (n - i) < k) {
			what[i] |= bit;
			k--;
		}
}

void
pl_scenario_plan(unsigned scenes, bool last, struct pl_random *r,
    unsigned what[], int n)
{
	unsigned all = scenes & (PL_SCENE_PAUSE | PL_SCENE_BOUNCE |
	    PL_SCENE_TOUCH);
	int fails = last && scenes & PL_SCENE_FAILED && n > 0, i;
	int whole = n - fails;

	for (i = 0; i < n; i++)
		what[i] = all | (i >= n - (n + 2) / 3 ?
		    scenes & PL_SCENE_GRIND : 0);
	if (scenes & PL_SCENE_PARTIAL && whole >= 3)
		mark(r, what, whole, (whole + 3) / 4, PL_SCENE_PARTIAL);
	if (scenes & PL_SCENE_DOUBLE)
		mark(r, what, n, (n + 3) / 4, PL_SCENE_DOUBLE);
	if (scenes & PL_SCENE_REST)
		mark(r, what, n - 1, (n + 2) / 4, PL_SCENE_REST);
	if (fails)
		what[n - 1] |= PL_SCENE_FAILED;
}

static const struct { const char *name; double to; } place[] = {
	{ "t4", .25 }, { "sternum", .50 }, { "xiphoid", .75 }, { "c7", .85 },
	{ "t12", .95 }, { "sacrum", 1 }
};

static void
draw_body(struct pl_body *b, struct pl_random *r)
{
	double u;
	int i = 0;

	b->body_kg = pl_lay_between(r, 50, 120);
	b->stature_m = pl_lay_between(r, 1.5, 2);
	b->sex = pl_random_uniform(r) < .5 ? PL_MALE : PL_FEMALE;
	u = pl_random_uniform(r);
	b->rack = u < .7 ? PL_RACK_FRONT : u < .9 ? PL_RACK_HIGH_BAR :
	    PL_RACK_LOW_BAR;
	u = pl_random_uniform(r);
	while (u > place[i].to)
		i++;
	b->sensor = pl_body_find_place(place[i].name)->at;
}

static void
draw_tempo(double tempo_s[4], double depth_m, struct pl_random *r)
{
	double least = sqrt(depth_m * PL_PI * PL_PI / (2 * PUSH)), low;

	tempo_s[PL_ECC] = fmax(pl_lay_ratio(r, .8, 4), least);
	low = pl_lay_between(r, -2, 2);
	tempo_s[PL_LOW] = low > 0 ? low : 0;
	tempo_s[PL_CON] = fmax(pl_lay_ratio(r, .6, 3), least);
	tempo_s[PL_TOP] = pl_lay_ratio(r, .3, 4);
}

void
pl_scenario_draw(struct pl_session *p)
{
	struct pl_random r;
	int i;

	pl_random_seed(&r, p->seed, DRAW);
	p->sets = 1 + (int)(3 * pl_random_uniform(&r));
	p->reps = 1;
	p->reps_hi = 12;
	p->depth_m = pl_lay_between(&r, .3, .7);
	p->lean_deg = pl_lay_between(&r, 15, 50);
	draw_tempo(p->tempo_s, p->depth_m, &r);
	p->ramp = pl_random_uniform(&r) < .5 ? PL_PIECE_COSINE :
	    PL_PIECE_MINJERK;
	draw_body(&p->body, &r);
	p->bar_kg = p->body.body_kg * pl_lay_between(&r, .3, 2);
	for (i = 0; i < SCENES; i++)
		if (pl_random_uniform(&r) < scene[i].chance)
			p->scenes |= scene[i].bit;
	p->scenes &= ~(unsigned)PL_SCENE_RANDOM;
}
