#include "links.h"

#include "../../base/lanes.h"
#include "../../base/trig.h"

#define JOINT "t12l1"

/* What is left of the trunk above the level when that above the joint is taken
 * from it: mass, centre, and an inertia that gives back the whole. */
static struct pl_part
between(const struct pl_part *all, const struct pl_part *above)
{
	struct pl_part p = { .name = "lower trunk",
	    .kg = all->kg - above->kg, .mass_source = all->mass_source,
	    .at_source = all->at_source };
	double du, dv;

	p.at.u = (all->kg * all->at.u - above->kg * above->at.u) / p.kg;
	p.at.v = (all->kg * all->at.v - above->kg * above->at.v) / p.kg;
	du = p.at.u - above->at.u;
	dv = p.at.v - above->at.v;
	p.inertia = all->inertia - above->inertia -
	    p.kg * above->kg / all->kg * (du * du + dv * dv);
	return p;
}

bool
pl_links_bends(const struct pl_level *l)
{
	return l->u < pl_body_find_level(JOINT)->u;
}

/* The slices between the level and the joint; false if there are none. */
static bool
slices(const struct pl_body *b, const struct pl_level *l, struct pl_part *p)
{
	const struct pl_level *joint = pl_body_find_level(JOINT);
	struct pl_part here[PL_PARTS], above[PL_PARTS];

	if (!pl_links_bends(l))
		return false;
	pl_body_parts(b, l, 0, here);
	pl_body_parts(b, joint, 0, above);
	*p = between(&here[PL_PART_TRUNK], &above[PL_PART_TRUNK]);
	return true;
}

void
pl_links_init(struct pl_links *k, const struct pl_body *b,
    const struct pl_level *l, struct pl_point lower)
{
	struct pl_body low = *b;
	struct pl_part part;
	const struct pl_level *top = l;
	struct pl_point p = pl_body_joint(b, l), h;

	low.sensor = lower;
	*k = (struct pl_links){ 0 };
	if (slices(b, l, &part)) {
		top = pl_body_find_level(JOINT);
		pl_moment_turn(&k->lower, &part, p, pl_body_sensor(&low));
		pl_moment_add(&k->low_along, &part, 1, 0,
		    pl_body_sensor(&low));
		pl_moment_add(&k->low_forward, &part, 0, 1,
		    pl_body_sensor(&low));
	}
	h = pl_body_joint(b, top);
	k->arm = (struct pl_point){ h.u - p.u, h.v - p.v };
	pl_moment_init(&k->upper, b, top);
	pl_moment_force(&k->along, &k->forward, b, top);
}

void
pl_links_turn(const double *flexion_deg, size_t n, double *sine,
    double *cosine)
{
	size_t t;

	for (t = 0; t < n; t++) {
		sine[t] = pl_sin(flexion_deg[t] * PL_DEG);
		cosine[t] = pl_cos(flexion_deg[t] * PL_DEG);
	}
}

void
pl_links_run(const struct pl_links *links, const struct pl_motion *upper,
    const struct pl_motion *lower, const double *sine, const double *cosine,
    const double *bar_kg, double *moment_nm)
{
	const struct pl_links k = *links;
	const struct pl_moment below = { .body = k.lower };
	const struct pl_motion u = *upper, l = *lower;
	double *restrict nm = moment_nm;
	size_t t, n = u.n;

	LANES
	for (t = 0; t < n; t++) {
		double du = k.arm.u * cosine[t] + k.arm.v * sine[t];
		double dv = k.arm.v * cosine[t] - k.arm.u * sine[t];
		double bar = bar_kg[t], up = u.up[t], fwd = u.fwd[t];
		double omega = u.omega[t], alpha = u.alpha[t];

		nm[t] = pl_moment_at(&k.upper, bar, up, fwd, omega, alpha) +
		    dv * pl_moment_at(&k.along, bar, up, fwd, omega, alpha) -
		    du * pl_moment_at(&k.forward, bar, up, fwd, omega, alpha) +
		    pl_moment_at(&below, 0, l.up[t], l.fwd[t], l.omega[t],
		    l.alpha[t]);
	}
}

void
pl_links_weigh(const struct pl_links *links, const struct pl_level *level,
    const struct pl_motion *upper, const struct pl_motion *lower,
    const double *sine, const double *cosine, const double *bar_kg,
    double *axial_n, double *shear_n)
{
	double s = pl_sin(level->tilt_deg * PL_DEG);
	double c = pl_cos(level->tilt_deg * PL_DEG);
	const struct pl_moment along = { .body = links->low_along };
	const struct pl_moment forward = { .body = links->low_forward };
	const struct pl_links k = *links;
	const struct pl_motion u = *upper, l = *lower;
	double *restrict axial = axial_n, *restrict shear = shear_n;
	size_t t, n = u.n;

	LANES
	for (t = 0; t < n; t++) {
		double a = pl_moment_at(&k.along, bar_kg[t], u.up[t], u.fwd[t],
		    u.omega[t], u.alpha[t]);
		double f = pl_moment_at(&k.forward, bar_kg[t], u.up[t],
		    u.fwd[t], u.omega[t], u.alpha[t]);
		double up = a * cosine[t] - f * sine[t] + pl_moment_at(&along,
		    0, l.up[t], l.fwd[t], l.omega[t], l.alpha[t]);
		double fwd = a * sine[t] + f * cosine[t] +
		    pl_moment_at(&forward, 0, l.up[t], l.fwd[t], l.omega[t],
		    l.alpha[t]);

		axial[t] = up * c + fwd * s;
		shear[t] = up * s - fwd * c;
	}
}

static double
at_row(const struct pl_moment_terms *terms, const struct pl_motion *m,
    size_t row)
{
	struct pl_moment one = { .body = *terms };

	return pl_moment_at(&one, 0, m->up[row], m->fwd[row], m->omega[row],
	    m->alpha[row]);
}

/* The way from the level to the joint in the upper piece. */
static struct pl_point
turned(struct pl_point arm, double flexion_deg)
{
	double sine = pl_sin(flexion_deg * PL_DEG);
	double cosine = pl_cos(flexion_deg * PL_DEG);

	return (struct pl_point){ arm.u * cosine + arm.v * sine,
	    arm.v * cosine - arm.u * sine };
}

/* Where a point of the upper piece is in the lower one. */
static struct pl_point
bent(struct pl_point at, struct pl_point joint, double flexion_deg)
{
	double sine = pl_sin(flexion_deg * PL_DEG);
	double cosine = pl_cos(flexion_deg * PL_DEG);
	double du = at.u - joint.u, dv = at.v - joint.v;

	return (struct pl_point){ joint.u + du * cosine - dv * sine,
	    joint.v + du * sine + dv * cosine };
}

int
pl_links_parts(const struct pl_body *b, const struct pl_level *l,
    struct pl_point lower, double bar_kg, const struct pl_motion *upper_motion,
    const struct pl_motion *lower_motion, double flexion_deg, size_t row,
    struct pl_part part[PL_LINKS_PARTS], double nm[PL_LINKS_PARTS])
{
	struct pl_part below;
	const struct pl_level *top = slices(b, l, &below) ?
	    pl_body_find_level(JOINT) : l;
	struct pl_point s = pl_body_sensor(b), arm;
	struct pl_links k;
	int i;

	pl_links_init(&k, b, l, lower);
	arm = turned(k.arm, flexion_deg);
	pl_body_parts(b, top, bar_kg, part);
	for (i = 0; i < PL_PARTS; i++) {
		struct pl_moment_terms m = { 0 };

		pl_moment_turn(&m, &part[i], pl_body_joint(b, top), s);
		pl_moment_add(&m, &part[i], arm.v, -arm.u, s);
		nm[i] = at_row(&m, upper_motion, row);
		if (top != l)
			part[i].at = bent(part[i].at, pl_body_joint(b, top),
			    flexion_deg);
	}
	if (top == l)
		return PL_PARTS;
	part[PL_PARTS] = below;
	nm[PL_PARTS] = at_row(&k.lower, lower_motion, row);
	return PL_LINKS_PARTS;
}
