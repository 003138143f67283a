#include "links.h"

#include "../base/trig.h"

#define JOINT "t12l1"

/* What is left of the trunk above the level when that above the joint is taken
 * from it: mass, centre, and an inertia that gives back the whole. */
static struct pl_part
between(const struct pl_part *all, const struct pl_part *above)
{
	struct pl_part p = { .name = all->name, .kg = all->kg - above->kg };
	double du, dv;

	p.at.u = (all->kg * all->at.u - above->kg * above->at.u) / p.kg;
	p.at.v = (all->kg * all->at.v - above->kg * above->at.v) / p.kg;
	du = p.at.u - above->at.u;
	dv = p.at.v - above->at.v;
	p.inertia = all->inertia - above->inertia -
	    p.kg * above->kg / all->kg * (du * du + dv * dv);
	return p;
}

void
pl_links_init(struct pl_links *k, const struct pl_body *b,
    const struct pl_level *l, struct pl_point lower)
{
	const struct pl_level *joint = pl_body_find_level(JOINT);
	const struct pl_level *top = l->u > joint->u ? l : joint;
	struct pl_point p = pl_body_joint(b, l), h = pl_body_joint(b, top);
	struct pl_part here[PL_PARTS], above[PL_PARTS], part;
	struct pl_body low = *b;

	*k = (struct pl_links){ .arm = { h.u - p.u, h.v - p.v } };
	pl_moment_init(&k->upper, b, top);
	pl_moment_force(&k->along, &k->forward, b, top);
	if (top == l)
		return;
	low.sensor = lower;
	pl_body_parts(b, l, 0, here);
	pl_body_parts(b, joint, 0, above);
	part = between(&here[PL_PART_TRUNK], &above[PL_PART_TRUNK]);
	pl_moment_turn(&k->lower, &part, p, pl_body_sensor(&low));
}

void
pl_links_run(const struct pl_links *k, const struct pl_motion *upper,
    const struct pl_motion *lower, const double *flexion_deg,
    const double *bar_kg, double *moment_nm)
{
	const struct pl_moment low = { .body = k->lower };
	size_t t;

	for (t = 0; t < upper->n; t++) {
		double flexion = flexion_deg[t] * PL_DEG;
		double sine = pl_sin(flexion), cosine = pl_cos(flexion);
		double up = upper->up[t], fwd = upper->fwd[t];
		double omega = upper->omega[t], alpha = upper->alpha[t];
		double bar = bar_kg[t];

		moment_nm[t] =
		    pl_moment_at(&k->upper, bar, up, fwd, omega, alpha) +
		    (k->arm.v * cosine - k->arm.u * sine) *
		    pl_moment_at(&k->along, bar, up, fwd, omega, alpha) -
		    (k->arm.u * cosine + k->arm.v * sine) *
		    pl_moment_at(&k->forward, bar, up, fwd, omega, alpha) +
		    pl_moment_at(&low, 0, lower->up[t], lower->fwd[t],
		    lower->omega[t], lower->alpha[t]);
	}
}
