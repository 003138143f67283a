/* what lifters weigh and where */
#include <math.h>

#include "../lib/squat/body.h"
#include "tap.h"

/* Upwards the joints rise and the trunk above them gets lighter. */
static void
levels(void)
{
	const struct pl_level *l, *below = NULL;
	bool rises = true, found = true;
	int i;

	for (i = 0; (l = pl_body_level(i)); below = l, i++) {
		rises = rises && (!below || (l->u > below->u &&
		    l->f < below->f));
		found = found && pl_body_find_level(l->name) == l && l->source;
	}
	ok(i == 18 && rises, "18 levels, from the lowest to the highest");
	ok(found, "each is found by its name and has a source");
	ok(fabs(pl_body_level(17)->u / PL_BODY_REF_M - 0.2695) < 1e-4,
	    "C7/T1 stands 0.2695 statures above L5/S1");
}

/* Masses are in proportion to the body's, places to its stature. */
static void
scale(void)
{
	struct pl_body b = pl_body_default;
	struct pl_part one[PL_PARTS], two[PL_PARTS];
	const struct pl_level *l = pl_body_find_level("t7t8");
	bool holds = true;
	int i;

	pl_body_parts(&b, l, 100, one);
	b.body_kg *= 1.5;
	b.stature_m *= 1.1;
	pl_body_parts(&b, l, 150, two);
	for (i = 0; i < PL_PARTS; i++)
		holds = holds && fabs(two[i].kg - 1.5 * one[i].kg) < 1e-12 &&
		    fabs(two[i].at.u - 1.1 * one[i].at.u) < 1e-12 &&
		    fabs(two[i].at.v - 1.1 * one[i].at.v) < 1e-12 &&
		    fabs(two[i].inertia - 1.5 * 1.21 * one[i].inertia) < 1e-12;
	ok(holds, "masses follow the body's, lengths its stature");
	ok(fabs(pl_body_sensor(&b).u - 1.1 * .39) < 1e-12 &&
	    fabs(pl_body_joint(&b, l).v + 1.1 * .041) < 1e-12,
	    "so do sensor and joint");
}

static void
bodies(void)
{
	struct pl_body b = pl_body_default;
	struct pl_part part[PL_PARTS];

	b.stature_m = 1.62;
	b.bar_offset_m = 0.14;
	ok(fabs(pl_body_bar(&b).v - (0.14 - 0.045 * 1.62 / 1.75)) < 1e-15,
	    "a taped offset is in the lifter's metres, its origin scaled");
	b = pl_body_default;
	b.bar_offset_m = 0.14;
	ok(fabs(pl_body_bar(&b).v - pl_body_bar(&pl_body_default).v) < 1e-12,
	    "the usual front rack is an offset of 14 cm");
	pl_body_parts(&pl_body_default, pl_body_find_level("l5s1"), 100, part);
	ok(fabs(part[PL_PART_TRUNK].inertia - 0.60) < 1e-12,
	    "the trunk's inertia is 0.60 kg m^2 at 80 kg");
	pl_body_parts(&pl_body_default, pl_body_find_level("c7t1"), 100, part);
	ok(part[PL_PART_TRUNK].kg == 0 && part[PL_PART_BAR].kg == 100,
	    "above C7/T1 there is no trunk, but the bar");
	b.rack = PL_RACK_NONE;
	pl_body_parts(&b, pl_body_find_level("l5s1"), 100, part);
	ok(part[PL_PART_BAR].kg == 0, "without a rack no bar weighs");
	ok(!pl_body_find_level("t7") && !pl_body_find_level("t7t8x") &&
	    !pl_body_level(18) && !pl_body_level(-1),
	    "no other name or row is a level");
	ok(pl_body_find_place("T4")->at.u == pl_body_default.sensor.u &&
	    !pl_body_find_place(""), "places are found by name");
}

int
main(void)
{
	levels();
	scale();
	bodies();
	return done();
}
