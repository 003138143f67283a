#include "body.h"

#include <stddef.h>
#include <string.h>

static const struct pl_point head_at = { .594, .005 };
#define HEAD_AT "Bruno 2015 torso"

/* The tip of C7, from where the offset of the bar is taped: 5 cm behind the
 * joint, our estimate. */
#define C7_TIP_V (-.045)

/* Inertia of the trunk above L5/S1 about its centre, kg m^2 per kg of body
 * mass at PL_BODY_REF_M (0.60 for 80 kg), in proportion to the mass above:
 * derived from the slices. */
#define INERTIA (.0075 / .3211)

/* The upper back rounds between these, along the trunk. */
#define ROUND_LO_U .176		/* T12/L1 */
#define ROUND_HI_U .4716	/* C7/T1 */

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
	double at = (l->u - ROUND_LO_U) / (ROUND_HI_U - ROUND_LO_U);
	double arch = at > 0 && at < 1 ? 4 * at * (1 - at) : 0;

	return own(b, l->u, l->v - PL_BODY_ROUND_M * b->round_deg * arch);
}

struct pl_point
pl_body_sensor(const struct pl_body *b)
{
	return own(b, b->sensor.u, b->sensor.v);
}

struct pl_point
pl_body_bar(const struct pl_body *b)
{
	struct pl_point usual = pl_body_hold(b->rack)->bar;
	struct pl_point at = own(b, usual.u, usual.v);

	/* a tape measures the lifter: only where it starts is scaled */
	if (b->bar_offset_m == b->bar_offset_m)
		at.v = own(b, 0, C7_TIP_V).v + b->bar_offset_m;
	at.u += b->bar_rise_m;
	return at;
}

double
pl_body_offset(const struct pl_body *b)
{
	return pl_body_bar(b).v - own(b, 0, C7_TIP_V).v;
}

/* Slices above the level, of body mass, and their common centre. */
static double
trunk(const struct pl_body *b, const struct pl_level *from,
    struct pl_point *at, const char **source)
{
	const struct pl_level *l, *above;
	double sum = 0, u = 0, v = 0;
	int i;

	for (i = 0; (l = pl_body_level(i)) && l != from; i++)
		;
	pl_body_slice(b->tables, b->sex, i, source);
	for (; (above = pl_body_level(i + 1)); i++, l = above) {
		double f = pl_body_slice(b->tables, b->sex, i, NULL);
		double scale = f / (l->f - above->f);

		sum += f;
		u += scale * (l->f * (l->u + l->cu) -
		    above->f * (above->u + above->cu));
		v += scale * (l->f * (l->v + l->cv) -
		    above->f * (above->v + above->cv));
	}
	*at = sum > 0 ? (struct pl_point){ u / sum, v / sum } :
	    (struct pl_point){ from->u, from->v };
	return sum;
}

/* Of body mass: the head, or all other segments, which are the arms. */
static double
segments(const struct pl_body *b, bool head, const char **source)
{
	const struct pl_segment *s;
	double sum = 0;
	int i;

	for (i = 0; (s = pl_body_segment(b->tables, i)); i++)
		if (head == !strcmp(s->name, "head")) {
			sum += s->count * s->f[b->sex];
			*source = s->source;
		}
	return sum;
}

void
pl_body_parts(const struct pl_body *b, const struct pl_level *l,
    double bar_kg, struct pl_part part[PL_PARTS])
{
	double s = b->stature_m / PL_BODY_REF_M;
	const struct pl_hold *hold = pl_body_hold(b->rack);
	struct pl_point at;
	const char *source = "";
	double kg = trunk(b, l, &at, &source) * b->body_kg;

	part[PL_PART_TRUNK] = (struct pl_part){ "trunk", kg,
	    own(b, at.u, at.v), INERTIA * kg * s * s,
	    source, l->source };
	kg = segments(b, true, &source) * b->body_kg;
	part[PL_PART_HEAD] = (struct pl_part){ "head", kg,
	    own(b, head_at.u, head_at.v), 0, source, HEAD_AT };
	kg = segments(b, false, &source) * b->body_kg;
	part[PL_PART_ARMS] = (struct pl_part){ "arms", kg,
	    own(b, hold->arms.u, hold->arms.v), 0, source,
	    hold->arms_source };
	part[PL_PART_BAR] = (struct pl_part){ "bar",
	    b->rack == PL_RACK_NONE ? 0 : bar_kg, pl_body_bar(b), 0,
	    "stated", b->bar_offset_m == b->bar_offset_m ?
	    "taped from C7" : hold->bar_source };
}
