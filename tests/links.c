/* a trunk in two pieces, by its sensors and by the world's accelerations */
#include <math.h>

#include "../lib/base/random.h"
#include "../lib/base/trig.h"
#include "../lib/base/unit.h"
#include "../lib/squat/load/links.h"
#include "tap.h"

/* How a piece of the trunk is and turns; where a point of it is, and how it
 * accelerates in the world: forward and up. */
struct piece { double lean, omega, alpha; };
struct world { double x, z, ax, az; };

static struct world
from(const struct piece *p, struct world at, double u, double v)
{
	double s = sin(p->lean), c = cos(p->lean), w2 = p->omega * p->omega;
	double x = u * s + v * c, z = u * c - v * s;

	return (struct world){ at.x + x, at.z + z,
	    at.ax + p->alpha * z - w2 * x, at.az - p->alpha * x - w2 * z };
}

/* What a sensor at a point of a piece reads. */
struct reading { double up, fwd, omega, alpha; };

static struct reading
read_at(const struct piece *p, struct world w)
{
	double s = sin(p->lean), c = cos(p->lean), g = w.az + PL_GRAVITY;

	return (struct reading){ w.ax * s + g * c, w.ax * c - g * s, p->omega,
	    p->alpha };
}

static struct pl_motion
motion(struct reading *r)
{
	return (struct pl_motion){ &r->up, &r->fwd, &r->omega, &r->alpha, 1 };
}

/* One mass about the level, which is where the world begins. */
static double
moment(double kg, struct world w)
{
	return kg * (w.x * (PL_GRAVITY + w.az) - w.z * w.ax);
}

/* The same by the world: every mass on its own piece. */
static double
by_world(const struct pl_body *b, const struct pl_level *l,
    const struct piece *lower, const struct piece *upper, struct world level)
{
	const struct pl_level *joint = pl_body_find_level("t12l1");
	struct pl_point p = pl_body_joint(b, l), h = pl_body_joint(b, joint);
	struct pl_part here[PL_PARTS], above[PL_PARTS];
	struct world hinge = from(lower, level, h.u - p.u, h.v - p.v);
	double m = 0, kg, u, v, inertia;
	int i;

	pl_body_parts(b, l, 100, here);
	pl_body_parts(b, joint, 100, above);
	for (i = 0; i < PL_PARTS; i++)
		m += moment(above[i].kg, from(upper, hinge,
		    above[i].at.u - h.u, above[i].at.v - h.v)) -
		    above[i].inertia * upper->alpha;
	kg = here->kg - above->kg;
	u = (here->kg * here->at.u - above->kg * above->at.u) / kg;
	v = (here->kg * here->at.v - above->kg * above->at.v) / kg;
	/* both about the common centre are the whole */
	inertia = here->inertia - above->inertia - above->kg * (
	    pow(above->at.u - here->at.u, 2) +
	    pow(above->at.v - here->at.v, 2)) - kg *
	    (pow(u - here->at.u, 2) + pow(v - here->at.v, 2));
	return m + moment(kg, from(lower, level, u - p.u, v - p.v)) -
	    inertia * lower->alpha;
}

static struct pl_body
draw(struct pl_random *r)
{
	struct pl_body b = pl_body_default;

	b.body_kg = 50 + 80 * pl_random_uniform(r);
	b.stature_m = 1.5 + .5 * pl_random_uniform(r);
	b.sex = pl_random_uniform(r) < .5 ? PL_MALE : PL_FEMALE;
	b.tables = pl_random_uniform(r) < .5 ? PL_DE_LEVA : PL_DEMPSTER;
	b.rack = (enum pl_rack)(int)(PL_RACKS * pl_random_uniform(r));
	return b;
}

static struct piece
turning(struct pl_random *r)
{
	return (struct piece){ .5 * pl_random_normal(r),
	    pl_random_normal(r), 3 * pl_random_normal(r) };
}

/* The moment by the sensors of two pieces, and the sum of its parts; the lower
 * sits at (u, v). */
static double
by_sensors(const struct pl_body *b, const struct pl_level *l,
    const struct piece *lower, const struct piece *upper, struct world level,
    struct pl_point at, double *sum)
{
	const struct pl_level *joint = pl_body_find_level("t12l1");
	struct pl_part part[PL_LINKS_PARTS];
	double share[PL_LINKS_PARTS];
	double s = b->stature_m / PL_BODY_REF_M, bar = 100, nm;
	double flexion = (upper->lean - lower->lean) / PL_DEG;
	struct pl_point p = pl_body_joint(b, l), h = pl_body_joint(b, joint);
	struct pl_point top = pl_body_sensor(b);
	struct world hinge = from(lower, level, h.u - p.u, h.v - p.v);
	struct reading one = read_at(upper, from(upper, hinge, top.u - h.u,
	    top.v - h.v));
	struct reading two = read_at(lower, from(lower, level, s * at.u - p.u,
	    s * at.v - p.v));
	struct pl_motion m1 = motion(&one), m2 = motion(&two);
	double sine, cosine;
	struct pl_links k;
	int i;

	pl_links_init(&k, b, l, at);
	pl_links_turn(&flexion, 1, &sine, &cosine);
	pl_links_run(&k, &m1, &m2, &sine, &cosine, &bar, &nm);
	*sum = 0;
	i = pl_links_parts(b, l, at, bar, &m1, &m2, flexion, 0, part, share);
	while (i--)
		*sum += share[i];
	return nm;
}

static void
forms(void)
{
	static const char *const place[] = { "t12", "sacrum" };
	double apart = 0, rigid = 0, where = 0, parts = 0, nm, sum;
	struct pl_random r;
	int i;

	pl_random_seed(&r, 8, 1);
	for (i = 0; i < 2000; i++) {
		struct pl_body b = draw(&r);
		const struct pl_level *l = pl_body_level(i % 5);
		struct piece lower = turning(&r), upper = turning(&r);
		struct world w = { 0, 0, pl_random_normal(&r),
		    pl_random_normal(&r) };
		struct pl_point at = pl_body_find_place(place[i & 1])->at;

		nm = by_sensors(&b, l, &lower, &upper, w, at, &sum);
		parts = fmax(parts, fabs(nm - sum));
		apart = fmax(apart, fabs(nm - by_world(&b, l, &lower, &upper,
		    w)));
		where = fmax(where, fabs(nm - by_sensors(&b, l, &lower,
		    &upper, w, (struct pl_point){ .1, .05 }, &sum)));
		nm = by_sensors(&b, l, &upper, &upper, w, at, &sum);
		w = from(&upper, w, pl_body_sensor(&b).u -
		    pl_body_joint(&b, l).u, pl_body_sensor(&b).v -
		    pl_body_joint(&b, l).v);
		rigid = fmax(rigid, fabs(nm - pl_moment_world(&b, l, 100,
		    upper.lean, upper.omega, upper.alpha, w.ax, w.az)));
	}
	ok(apart < 1e-9, "sensors and world agree: %.1e N m", apart);
	ok(parts < 1e-9, "what the parts have in it adds up: %.1e N m", parts);
	ok(where < 1e-9, "where the lower one sits does not matter: %.1e N m",
	    where);
	ok(rigid < 1e-9, "a trunk that does not bend has one moment: %.1e N m",
	    rigid);
}

/* Weight of all masses along and across the disc of L5/S1, by the world. */
static void
weigh(const struct pl_body *b, const struct pl_level *l,
    const struct piece *lower, const struct piece *upper, struct world level,
    double *axial, double *shear)
{
	const struct pl_level *joint = pl_body_find_level("t12l1");
	struct pl_point p = pl_body_joint(b, l), h = pl_body_joint(b, joint);
	struct world hinge = from(lower, level, h.u - p.u, h.v - p.v), w;
	struct pl_part here[PL_PARTS], above[PL_PARTS];
	double disc = lower->lean + l->tilt_deg * PL_DEG, x = 0, z = 0, kg;
	int i;

	pl_body_parts(b, l, 100, here);
	pl_body_parts(b, joint, 100, above);
	for (i = 0; i < PL_PARTS; i++) {
		w = from(upper, hinge, above[i].at.u - h.u,
		    above[i].at.v - h.v);
		x += above[i].kg * w.ax;
		z += above[i].kg * (PL_GRAVITY + w.az);
	}
	kg = here->kg - above->kg;
	w = from(lower, level,
	    (here->kg * here->at.u - above->kg * above->at.u) / kg - p.u,
	    (here->kg * here->at.v - above->kg * above->at.v) / kg - p.v);
	x += kg * w.ax;
	z += kg * (PL_GRAVITY + w.az);
	*axial = x * sin(disc) + z * cos(disc);
	*shear = z * sin(disc) - x * cos(disc);
}

static void
weights(void)
{
	double worst = 0, bar = 100;
	struct pl_random r;
	int i;

	pl_random_seed(&r, 9, 1);
	for (i = 0; i < 1000; i++) {
		struct pl_body b = draw(&r);
		const struct pl_level *l = pl_body_level(i % 5);
		struct pl_point at = pl_body_find_place("t12")->at;
		struct piece lower = turning(&r), upper = turning(&r);
		struct world w = { 0, 0, pl_random_normal(&r),
		    pl_random_normal(&r) };
		double s = b.stature_m / PL_BODY_REF_M, a, b2, sine, cosine;
		double flexion = (upper.lean - lower.lean) / PL_DEG;
		struct pl_point p = pl_body_joint(&b, l), h, top;
		struct reading one, two;
		struct pl_motion m1, m2;
		double axial, shear;
		struct pl_links k;

		h = pl_body_joint(&b, pl_body_find_level("t12l1"));
		top = pl_body_sensor(&b);
		one = read_at(&upper, from(&upper, from(&lower, w, h.u - p.u,
		    h.v - p.v), top.u - h.u, top.v - h.v));
		two = read_at(&lower, from(&lower, w, s * at.u - p.u,
		    s * at.v - p.v));
		m1 = motion(&one);
		m2 = motion(&two);
		weigh(&b, l, &lower, &upper, w, &a, &b2);
		pl_links_init(&k, &b, l, at);
		pl_links_turn(&flexion, 1, &sine, &cosine);
		pl_links_weigh(&k, l, &m1, &m2, &sine, &cosine, &bar, &axial,
		    &shear);
		worst = fmax(worst, fmax(fabs(axial - a), fabs(shear - b2)));
	}
	ok(worst < 1e-8, "weight on the disc, which turns with the lower "
	    "piece: %.1e N", worst);
}

/* 100 kg at rest, the thorax at 30 deg. */
static double
still(const char *level, double lower_deg)
{
	struct piece lower = { lower_deg * PL_DEG, 0, 0 };
	struct piece upper = { 30 * PL_DEG, 0, 0 };
	double sum;

	return by_sensors(&pl_body_default, pl_body_find_level(level), &lower,
	    &upper, (struct world){ 0 }, pl_body_find_place("t12")->at,
	    &sum);
}

static void
bends(void)
{
	double one = still("l5s1", 30), two = still("l5s1", 20);

	ok(fabs(one - 378.8) < .06, "straight at 30 deg L5/S1 has the moment "
	    "of the static table");
	ok(two < one - 20 && two > one - 60, "a lower back at 20 deg under a "
	    "thorax at 30 has less: %.1f of %.1f N m", two, one);
	ok(fabs(still("t12l1", 10) - 273.3) < .06 &&
	    fabs(still("t7t8", 10) - 216.0) < .06 &&
	    still("t4t5", 10) == still("t4t5", 30),
	    "from T12/L1 up the lower piece is nothing");
}

int
main(void)
{
	forms();
	weights();
	bends();
	return done();
}
