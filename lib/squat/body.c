#include "body.h"

#include <math.h>
#include <stddef.h>

#define MODEL "Bruno 2015 torso, extracted"
#define TILTED "Bruno 2015 torso, extracted; tilt interpolated"
#define UPPER "Bruno 2015 torso, extracted; tilt not"

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

/* Trunk slices of a woman are lighter: de Leva's .4257/.4346. */
static const double slices[] = { [PL_MALE] = 1, [PL_FEMALE] = .98 };

/* Masses of both arms and of head with neck: de Leva 1996. */
static const double head_f[] = { [PL_MALE] = .0694, [PL_FEMALE] = .0668 };
static const double arms_f[] = { [PL_MALE] = .0988, [PL_FEMALE] = .0898 };

static const struct pl_point head_at = { .594, .005 };	/* Bruno 2015 torso */

static const struct {
	const char *name;
	struct pl_point arms, bar;
	const char *arms_source, *bar_source;
} racks[] = {
	[PL_RACK_FRONT] = { "front", { .42, .165 }, { .449, .095 },
	    "our estimate: elbows forward",
	    "clavicle and sternum of the torso, radius of the bar, tissue" },
	[PL_RACK_HIGH_BAR] = { "high-bar", { .33, -.02 }, { .453, -.065 },
	    "our estimate", "Glassbrook 2017: just below the spine of C7" },
	[PL_RACK_LOW_BAR] = { "low-bar", { .33, -.02 }, { .400, -.085 },
	    "our estimate", "spine of the scapula, on the torso" },
	[PL_RACK_NONE] = { "none", { .20, .02 }, { 0, 0 },
	    "our estimate: hanging", "no bar" },
};

/* The tip of C7, from where the offset of the bar is taped. */
#define C7_TIP_V (-.045)

/* Inertia of the trunk above L5/S1 about its centre, kg m^2 per kg of body
 * mass at PL_BODY_REF_M (0.60 for 80 kg), in proportion to the mass above:
 * derived from the slices. */
#define INERTIA (.0075 / .3211)

const struct pl_body pl_body_default = { 80, PL_BODY_REF_M, PL_MALE,
	PL_RACK_FRONT, NAN, { .39, -.093 } };

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

const char *
pl_body_rack_name(enum pl_rack rack)
{
	return racks[rack].name;
}

bool
pl_body_find_rack(const char *name, enum pl_rack *rack)
{
	int i;

	for (i = 0; i < PL_RACKS; i++)
		if (alike(racks[i].name, name)) {
			*rack = (enum pl_rack)i;
			return true;
		}
	return false;
}

/* A point of the tables in the lifter's own metres. */
static struct pl_point
own(const struct pl_body *b, double u, double v)
{
	double s = b->stature_m / PL_BODY_REF_M;

	return (struct pl_point){ s * u, s * v };
}

struct pl_point
pl_body_joint(const struct pl_body *b, const struct pl_level *l)
{
	return own(b, l->u, l->v);
}

struct pl_point
pl_body_sensor(const struct pl_body *b)
{
	return own(b, b->sensor.u, b->sensor.v);
}

struct pl_point
pl_body_bar(const struct pl_body *b)
{
	struct pl_point usual = racks[b->rack].bar;
	struct pl_point at = own(b, usual.u, usual.v);

	/* a tape measures the lifter: only where it starts is scaled */
	if (b->bar_offset_m == b->bar_offset_m)
		at.v = own(b, 0, C7_TIP_V).v + b->bar_offset_m;
	return at;
}

void
pl_body_parts(const struct pl_body *b, const struct pl_level *l,
    double bar_kg, struct pl_part part[PL_PARTS])
{
	double s = b->stature_m / PL_BODY_REF_M;
	double trunk = l->f * slices[b->sex] * b->body_kg;
	struct pl_point arms = racks[b->rack].arms;

	part[PL_PART_TRUNK] = (struct pl_part){ trunk,
	    own(b, l->u + l->cu, l->v + l->cv), INERTIA * trunk * s * s };
	part[PL_PART_HEAD] = (struct pl_part){ head_f[b->sex] * b->body_kg,
	    own(b, head_at.u, head_at.v), 0 };
	part[PL_PART_ARMS] = (struct pl_part){ arms_f[b->sex] * b->body_kg,
	    own(b, arms.u, arms.v), 0 };
	part[PL_PART_BAR] = (struct pl_part){ b->rack == PL_RACK_NONE ? 0 :
	    bar_kg, pl_body_bar(b), 0 };
}
