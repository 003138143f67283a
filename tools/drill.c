/* drill.c - what plumb-simulate is told of a drill, in place of squats */
#include "drill.h"

#include <string.h>

#include "../lib/squat/simulate/scenario.h"
#include "cli.h"

/* Of the thorax; our estimates: with the lumbar spine locked healthy people turn
 * by 41-45 deg a side, and by more without. */
static const double range_deg[] = { [PL_DRILL_OPEN_BOOK] = 50,
	[PL_DRILL_CAT_COW] = 40, [PL_DRILL_SEATED_TURN] = 50,
	[PL_DRILL_SIDE_BEND] = 30 };

static const double tempo_s[4] = { 2, 1, 2, 1 };

/* Without a drill nothing of one may be said. */
static void
check_none(const struct drill_words *w)
{
	const struct { const struct value *v; const char *name; } of[] = {
		{ w->side, "side" }, { w->range, "range" },
		{ w->warm, "warm-up" },
	};
	size_t i;

	for (i = 0; i < sizeof of / sizeof *of; i++)
		if (of[i].v->given)
			cli_die("--%s: is of drills: name one by --drill",
			    of[i].name);
}

static void
check_scenes(const struct pl_session *p)
{
	unsigned bad = p->scenes & ~pl_drill_scenes();
	int i;

	for (i = 0; bad && !(bad >> i & 1); i++)
		;
	if (bad)
		cli_die("--scenario: '%s' is of squats: a drill can have "
		    "partial, double, rest, early-end and late-start",
		    pl_scenario_word(i));
}

static void
set_side(const struct value *side, struct pl_drill *d)
{
	if (!side->s)
		return;
	if (!pl_drill_sided(d->kind))
		cli_die("--side %s: cat and cow have no sides", side->s);
	d->right = strcmp(side->s, "right") == 0;
	if (!d->right && strcmp(side->s, "left") != 0)
		cli_die("--side %s: must be left or right", side->s);
}

void
drill_set(const struct drill_words *w, const char *const *squat,
    struct pl_session *p)
{
	struct pl_drill *d = &p->drill;

	if (!w->kind->given) {
		check_none(w);
		return;
	}
	d->kind = pl_drill_find(w->kind->s);
	if (!d->kind)
		cli_die("--drill %s: must be open-book, cat-cow, seated-turn "
		    "or side-bend", w->kind->s);
	if (*squat)
		cli_die("--%s: is of squats, and --drill %s is none", *squat,
		    w->kind->s);
	check_scenes(p);
	set_side(w->side, d);
	d->range_deg = w->range->given ? w->range->x : range_deg[d->kind];
	d->warm_pct = w->warm->x;
	memcpy(p->tempo_s, tempo_s, sizeof tempo_s);
	p->body.rack = PL_RACK_NONE;
}
