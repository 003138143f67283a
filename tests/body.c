/* what lifters weigh and where */
#include <math.h>

#include "../lib/squat/load/body.h"
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

/* Mass and first moments of the trunk above every level, slice by slice. */
static bool
adds_up(const struct pl_body *b)
{
	struct pl_part here[PL_PARTS], above[PL_PARTS];
	const struct pl_level *l, *next;
	bool holds = true;
	int i;

	for (i = 0; (next = pl_body_level(i + 1)); i++) {
		double kg = b->body_kg * pl_body_slice(b->tables, b->sex, i,
		    NULL), u, v;

		l = pl_body_level(i);
		pl_body_parts(b, l, 0, here);
		pl_body_parts(b, next, 0, above);
		u = here->kg * here->at.u - above->kg * above->at.u;
		v = here->kg * here->at.v - above->kg * above->at.v;
		holds = holds && fabs(here->kg - above->kg - kg) < 1e-12 &&
		    /* a slice lies between its joints, but for rounding */
		    u / kg > l->u - .005 && u / kg < next->u + .01 &&
		    fabs(v / kg) < .12;
	}
	return holds;
}

static void
tables(void)
{
	struct pl_body b = pl_body_default;
	struct pl_part leva[PL_PARTS], demp[PL_PARTS];
	const struct pl_segment *s;
	enum pl_tables t;
	const char *source = NULL;
	bool holds = true;
	int i;

	for (t = PL_DE_LEVA; t < PL_TABLES; t++) {
		b.tables = t;
		for (i = 0; (s = pl_body_segment(t, i)); i++)
			holds = holds && s->source && s->f[PL_FEMALE] > 0;
		for (i = 0; i < 17; i++) {
			pl_body_slice(t, PL_MALE, i, &source);
			holds = holds && source;
		}
		holds = holds && adds_up(&b);
	}
	ok(holds, "by either table, slices add up and all rows have a source");
	pl_body_parts(&pl_body_default, pl_body_level(0), 0, leva);
	pl_body_parts(&b, pl_body_find_level("l4l5"), 0, demp);
	ok(fabs(leva->kg - .3211 * 80) < 1e-12 &&
	    fabs(leva->at.u - .225) < 1e-12 && fabs(leva->at.v - .027) < 1e-12,
	    "the default weighs slices as the torso does");
	ok(fabs(leva[PL_PART_ARMS].kg - .0988 * 80) < 1e-12 &&
	    fabs(leva[PL_PART_HEAD].kg - .0694 * 80) < 1e-12,
	    "and head and arms as de Leva");
	ok(fabs(demp->kg - .355 * 80) < 1e-12, "Dempster's thorax and abdomen "
	    "are 35.5 %% of the body");
	ok(fabs(demp[PL_PART_ARMS].kg - 8) < 1e-12 &&
	    fabs(demp[PL_PART_HEAD].kg - 6.48) < 1e-12,
	    "his arms 10, head and neck 8.1");
	pl_body_parts(&b, pl_body_find_level("t12l1"), 0, demp);
	ok(fabs(demp->kg - .216 * 80) < 1e-12, "his thorax 21.6");
	ok(pl_body_find_tables("Dempster", &t) && t == PL_DEMPSTER &&
	    pl_body_find_tables("de-leva", &t) && t == PL_DE_LEVA &&
	    !pl_body_find_tables("leva", &t), "tables are found by name");
	ok(pl_body_slice(t, PL_MALE, -1, NULL) == 0 &&
	    pl_body_slice(t, PL_MALE, 17, NULL) == 0,
	    "there is no slice below the lowest or above the highest level");
}

/* A rounded upper back bulges behind the line of the trunk. */
static void
rounding(void)
{
	struct pl_body b = pl_body_default, flat = b;
	const struct pl_level *l;
	struct pl_part one[PL_PARTS], two[PL_PARTS];
	double back[18];
	bool held = true;
	int i, k;

	b.round_deg = 10;
	b.stature_m = flat.stature_m = 1.925;
	for (i = 0; (l = pl_body_level(i)); i++) {
		back[i] = pl_body_joint(&flat, l).v - pl_body_joint(&b, l).v;
		held = held && pl_body_joint(&flat, l).u ==
		    pl_body_joint(&b, l).u;
		pl_body_parts(&flat, l, 1, one);
		pl_body_parts(&b, l, 1, two);
		for (k = 0; k < PL_PARTS; k++)
			held = held && one[k].at.u == two[k].at.u &&
			    one[k].at.v == two[k].at.v;
	}
	ok(fabs(back[10] - .011) < 1e-4 && back[9] < back[10] &&
	    back[11] < back[10] + 1e-5, "10 deg of rounding move T7/8 back by "
	    "1 cm and a tenth, at 1.925 m: %.4f", back[10]);
	ok(back[0] == 0 && back[5] == 0 && fabs(back[17]) < 1e-12 &&
	    back[6] > 0 && back[16] > 0, "but not the lower back or C7/T1");
	ok(held, "nor any mass");
	b.bar_rise_m = .02;
	ok(fabs(pl_body_bar(&b).u - pl_body_bar(&flat).u - .02) < 1e-15,
	    "a bar that lies higher does so in the lifter's metres");
}

int
main(void)
{
	levels();
	scale();
	bodies();
	tables();
	rounding();
	return done();
}
