/* the rows of body.h: levels, places, racks, masses of segments */
#include <math.h>
#include <stddef.h>

#include "body.h"

#define MODEL "Bruno 2015 torso: extracted"
#define TILTED "Bruno 2015 torso: extracted; tilt interpolated"
#define UPPER "Bruno 2015 torso: extracted; tilt not"

static const struct pl_level levels[] = {
	{ "l5s1", 0, 0, .3211, .225, .027, 21, MODEL },
	{ "l4l5", .037, .014, .2935, .208, .013, 12, MODEL },
	{ "l3l4", .074, .016, .2673, .189, .011, -3, MODEL },
	{ "l2l3", .110, .010, .2418, .171, .015, -10, TILTED },
	{ "l1l2", .143, .001, .2170, .156, .023, -16, TILTED },
	{ "t12l1", .176, -.012, .1917, .141, .034, -21, MODEL },
	{ "t11t12", .207, -.024, .1668, .128, .043, -17, TILTED },
	{ "t10t11", .236, -.032, .1466, .116, .050, -13, TILTED },
	{ "t9t10", .264, -.038, .1271, .103, .054, -9, TILTED },
	{ "t8t9", .289, -.041, .1108, .091, .056, -5, TILTED },
	{ "t7t8", .314, -.041, .0954, .079, .056, -1, MODEL },
	{ "t6t7", .340, -.040, .0795, .067, .054, 6, TILTED },
	{ "t5t6", .365, -.035, .0652, .053, .050, 12, TILTED },
	{ "t4t5", .390, -.028, .0505, .040, .043, 19, MODEL },
	{ "t3t4", .413, -.019, .0374, .027, .033, NAN, UPPER },
	{ "t2t3", .433, -.009, .0232, .018, .024, NAN, UPPER },
	{ "t1t2", .451, .001, .0112, .010, .011, NAN, UPPER },
	{ "c7t1", .4716, .005, 0, 0, 0, NAN, UPPER },
};

static const struct pl_place places[] = {
	{ "sacrum", { -.03, -.075 }, "our estimate: skin" },
	{ "t12", { .176, -.077 }, "our estimate: skin" },
	{ "xiphoid", { .30, .10 }, "derived on the torso: strap on the chest" },
	{ "t4", { .39, -.093 }, "derived on the torso: skin over T4" },
	{ "sternum", { .4146, .076 }, "derived on the torso: notch" },
	{ "c7", { .4716, -.045 }, "our estimate: tip 5 cm behind C7/T1" },
};

static const struct pl_hold holds[PL_RACKS] = {
	[PL_RACK_FRONT] = { "front", { .42, .165 }, { .449, .095 },
	    "our estimate: elbows forward",
	    "clavicle and sternum of the torso; radius of the bar; tissue" },
	[PL_RACK_HIGH_BAR] = { "high-bar", { .33, -.02 }, { .453, -.065 },
	    "our estimate", "Glassbrook 2017: just below the spine of C7" },
	[PL_RACK_LOW_BAR] = { "low-bar", { .33, -.02 }, { .400, -.085 },
	    "our estimate", "spine of the scapula on the torso" },
	[PL_RACK_NONE] = { "none", { .20, .02 }, { 0, 0 },
	    "our estimate: hanging", "no bar" },
};

#define LEVA "de Leva 1996"
#define DEMPSTER "Dempster in Winter; men"

static const struct pl_segment de_leva[] = {
	{ "head", 1, { .0694, .0668 }, LEVA },
	{ "upper arm", 2, { .0271, .0255 }, LEVA },
	{ "forearm", 2, { .0162, .0138 }, LEVA },
	{ "hand", 2, { .0061, .0056 }, LEVA },
};

static const struct pl_segment dempster[] = {
	{ "head", 1, { .081, .081 }, DEMPSTER },
	{ "arm", 2, { .050, .050 }, DEMPSTER },
};

/* Slices of the trunk from one level up, times what; from the top down. */
static const struct zone {
	int from;			/* row of levels */
	double factor[PL_SEXES];
	const char *source;
} zones[PL_TABLES][3] = {
	/* .4257/.4346 is de Leva's trunk of a woman over that of a man */
	[PL_DE_LEVA] = { { 0, { 1, .98 },
	    "slices of the Bruno 2015 torso; a woman's .98 (de Leva 1996)" } },
	/* the slice below L4/L5 is part of his pelvis, whose rest lies below;
	 * it goes with the abdomen */
	[PL_DEMPSTER] = {
	    { 5, { .216 / .1917, .216 / .1917 }, "thorax: " DEMPSTER },
	    { 0, { .139 / (.2935 - .1917), .139 / (.2935 - .1917) },
	    "thorax and abdomen: " DEMPSTER } },
};

static const char *const table_names[PL_TABLES] = { "de-leva", "dempster" };

const struct pl_body pl_body_default = {
	.body_kg = 80, .stature_m = PL_BODY_REF_M, .sex = PL_MALE,
	.tables = PL_DE_LEVA, .rack = PL_RACK_FRONT, .bar_offset_m = NAN,
	.sensor = { .39, -.093 }
};

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

static bool
alike(const char *a, const char *b)
{
	while (*a && lower(*a) == lower(*b))
		a++, b++;
	return !*a && !*b;
}

const struct pl_level *
pl_body_level(int i)
{
	size_t n = sizeof levels / sizeof *levels;

	return i >= 0 && (size_t)i < n ? &levels[i] : NULL;
}

const struct pl_place *
pl_body_place(int i)
{
	size_t n = sizeof places / sizeof *places;

	return i >= 0 && (size_t)i < n ? &places[i] : NULL;
}

const struct pl_hold *
pl_body_hold(enum pl_rack rack)
{
	return &holds[rack];
}

const struct pl_segment *
pl_body_segment(enum pl_tables tables, int i)
{
	const struct pl_segment *row = tables == PL_DEMPSTER ? dempster :
	    de_leva;
	size_t n = tables == PL_DEMPSTER ? sizeof dempster / sizeof *dempster :
	    sizeof de_leva / sizeof *de_leva;

	return i >= 0 && (size_t)i < n ? &row[i] : NULL;
}

const struct pl_level *
pl_body_find_level(const char *name)
{
	const struct pl_level *l;
	int i;

	for (i = 0; (l = pl_body_level(i)); i++)
		if (alike(l->name, name))
			return l;
	return NULL;
}

const struct pl_place *
pl_body_find_place(const char *name)
{
	const struct pl_place *p;
	int i;

	for (i = 0; (p = pl_body_place(i)); i++)
		if (alike(p->name, name))
			return p;
	return NULL;
}

bool
pl_body_find_rack(const char *name, enum pl_rack *rack)
{
	int i;

	for (i = 0; i < PL_RACKS; i++)
		if (alike(holds[i].name, name)) {
			*rack = (enum pl_rack)i;
			return true;
		}
	return false;
}

bool
pl_body_find_tables(const char *name, enum pl_tables *tables)
{
	int i;

	for (i = 0; i < PL_TABLES; i++)
		if (alike(table_names[i], name)) {
			*tables = (enum pl_tables)i;
			return true;
		}
	return false;
}

double
pl_body_slice(enum pl_tables tables, enum pl_sex sex, int i,
    const char **source)
{
	const struct pl_level *l = pl_body_level(i);
	const struct pl_level *above = pl_body_level(i + 1);
	const struct zone *z = zones[tables];

	while (z->from > i && z->from > 0)
		z++;
	if (source)
		*source = z->source;
	return l && above ? (l->f - above->f) * z->factor[sex] : 0;
}
