/* moments against the reference vectors, closed forms and each other */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/random.h"
#include "../lib/base/trig.h"
#include "../lib/base/unit.h"
#include "../lib/squat/load/moment.h"
#include "tap.h"

/*
 * A row of tests/golden/reference_vectors.csv: 12 instants by the model of
 * moment.h, computed by another program in the world form, sensor at T4,
 * male fractions; lengths at 1.75 m.  Printed to 1e-3 N m.
 */
struct vector {
	char level[16];
	double stature, body, bar, lean, omega, alpha, ax, az, us, vs, want;
	double lift, shove, axial, up, fwd;
};

static const struct pl_level *
level(const char *name)
{
	return pl_body_find_level(name);
}

static struct pl_body
body_of(const struct vector *v)
{
	struct pl_body b = pl_body_default;

	b.body_kg = v->body;
	b.stature_m = v->stature;
	b.sensor = (struct pl_point){ v->us, v->vs };
	return b;
}

static double
free_form(const struct pl_body *b, const char *name, double bar, double up,
    double fwd, double omega, double alpha)
{
	struct pl_moment m;

	pl_moment_init(&m, b, level(name));
	return pl_moment_at(&m, bar, up, fwd, omega, alpha);
}

static void
one_vector(const struct vector *v)
{
	struct pl_body b = body_of(v);
	double lean = v->lean * PL_DEG, g = v->az + PL_GRAVITY;
	double world = pl_moment_world(&b, level(v->level), v->bar, lean,
	    v->omega, v->alpha, v->ax, v->az);
	double printed = free_form(&b, v->level, v->bar, v->up, v->fwd,
	    v->omega, v->alpha);
	double exact = free_form(&b, v->level, v->bar,
	    v->ax * sin(lean) + g * cos(lean),
	    v->ax * cos(lean) - g * sin(lean), v->omega, v->alpha);

	ok(fabs(world - v->want) < 0.001, "%s at %g deg: %.4f N m, world form",
	    v->level, v->lean, world);
	ok(fabs(printed - v->want) < 0.001, "    the same from specific force "
	    "of six decimals");
	ok(fabs(exact - world) < 1e-9, "    both forms agree");
}

/* What carries the masses, in the world and along the disc's normal. */
static void
forces(const struct vector *v)
{
	struct pl_body b = body_of(v);
	struct pl_moment along, forward, axial, shear;
	double sine = sin(v->lean * PL_DEG), cosine = cos(v->lean * PL_DEG);
	double tilt = level(v->level)->tilt_deg * PL_DEG;
	double u, f, w, s;

	pl_moment_force(&along, &forward, &b, level(v->level));
	u = pl_moment_at(&along, v->bar, v->up, v->fwd, v->omega, v->alpha);
	f = pl_moment_at(&forward, v->bar, v->up, v->fwd, v->omega, v->alpha);
	ok(fabs(u * cosine - f * sine - v->lift) < .05 &&
	    fabs(u * sine + f * cosine - v->shove) < .05,
	    "    %.2f N upwards, %.2f N forward", v->lift, v->shove);
	if (!pl_moment_weight(&axial, &shear, &b, level(v->level)))
		return;
	w = pl_moment_at(&axial, v->bar, v->up, v->fwd, v->omega, v->alpha);
	s = pl_moment_at(&shear, v->bar, v->up, v->fwd, v->omega, v->alpha);
	ok(fabs(w - v->axial) < .05 && fabs(w * cos(tilt) + s * sin(tilt) -
	    u) < 1e-9 && fabs(w * sin(tilt) - s * cos(tilt) - f) < 1e-9,
	    "    of which %.2f N along the disc's normal", w);
}

/* The eleventh vector with a woman's fractions. */
static void
woman(void)
{
	struct pl_body b = pl_body_default;

	b.body_kg = 60;
	b.stature_m = 1.62;
	b.sex = PL_FEMALE;
	ok(fabs(pl_moment_world(&b, level("L5S1"), 60, 25 * PL_DEG, 0, 0, 0,
	    1) - 216.034) < 0.001, "a woman's fractions give 216.034 N m");
}

static void
vectors(void)
{
	FILE *f = fopen("tests/golden/reference_vectors.csv", "r");
	struct vector v;
	char line[256];
	int n = 0;

	if (!f || !fgets(line, sizeof line, f)) {
		ok(false, "tests/golden/reference_vectors.csv is there");
		return;
	}
	while (fgets(line, sizeof line, f)) {
		if (sscanf(line, "%15[^,],%lf,%lf,%lf,%lf,%lf,%lf,%lf,%lf,%lf,"
		    "%lf,front,%lf,%lf,%lf,%lf,%lf,%lf", v.level, &v.stature,
		    &v.body, &v.bar, &v.lean, &v.omega, &v.alpha, &v.ax, &v.az,
		    &v.us, &v.vs, &v.want, &v.lift, &v.shove, &v.axial, &v.up,
		    &v.fwd) != 17)
			break;
		one_vector(&v);
		forces(&v);
		n++;
	}
	fclose(f);
	ok(n == 12, "12 reference vectors were read");
	woman();
}

/* A lifter, a place and a movement drawn at random. */
static struct pl_body
draw(struct pl_random *r, double x[6])
{
	struct pl_body b = pl_body_default;
	int i;

	for (i = 0; i < 6; i++)
		x[i] = pl_random_normal(r);
	b.body_kg = 50 + 80 * pl_random_uniform(r);
	b.stature_m = 1.5 + 0.5 * pl_random_uniform(r);
	b.sex = pl_random_uniform(r) < 0.5 ? PL_MALE : PL_FEMALE;
	b.rack = (enum pl_rack)(int)(PL_RACKS * pl_random_uniform(r));
	if (pl_random_uniform(r) < 0.5)
		b.bar_offset_m = 0.1 * pl_random_normal(r);
	b.sensor = (struct pl_point){ pl_random_uniform(r) * 0.5,
	    pl_random_uniform(r) * 0.2 - 0.1 };
	return b;
}

static double
by_parts(const struct pl_body *b, const struct pl_level *l, double bar_kg,
    double f_up, double f_fwd, double omega, double alpha)
{
	struct pl_part part[PL_PARTS];
	double m = 0;
	int i;

	pl_body_parts(b, l, bar_kg, part);
	for (i = 0; i < PL_PARTS; i++)
		m += pl_moment_part(b, l, &part[i], f_up, f_fwd, omega, alpha);
	return m;
}

static void
properties(void)
{
	double x[6], forms = 0, linear = 0, place = 0, parts = 0, m;
	struct pl_random r;
	int i;

	pl_random_seed(&r, 5, 1);
	for (i = 0; i < 2000; i++) {
		struct pl_body b = draw(&r, x), c = b;
		const struct pl_level *l = pl_body_level(i % 18);
		double lean = x[0], g = PL_GRAVITY + x[1];
		double up = x[2] * pl_sin(lean) + g * pl_cos(lean);
		double fwd = x[2] * pl_cos(lean) - g * pl_sin(lean);
		double s = b.stature_m / PL_BODY_REF_M, du, dv;

		m = free_form(&b, l->name, 100, up, fwd, x[3], 3 * x[4]);
		forms = fmax(forms, fabs(m - pl_moment_world(&b, l, 100, lean,
		    x[3], 3 * x[4], x[2], x[1])));
		linear = fmax(linear, fabs(free_form(&b, l->name, 0, up, fwd,
		    x[3], 3 * x[4]) + free_form(&b, l->name, 200, up, fwd,
		    x[3], 3 * x[4]) - 2 * m));
		parts = fmax(parts, fabs(m - by_parts(&b, l, 100, up, fwd,
		    x[3], 3 * x[4])));
		/* the same movement, felt at another place */
		c.sensor = (struct pl_point){ .2, .1 };
		du = s * (c.sensor.u - b.sensor.u);
		dv = s * (c.sensor.v - b.sensor.v);
		place = fmax(place, fabs(m - free_form(&c, l->name, 100,
		    up - 3 * x[4] * dv - x[3] * x[3] * du,
		    fwd + 3 * x[4] * du - x[3] * x[3] * dv, x[3], 3 * x[4])));
	}
	ok(forms < 1e-9, "both forms agree for any body: %.1e N m", forms);
	ok(linear < 1e-9, "(d) the moment is affine in the mass of the bar");
	ok(parts < 1e-9, "what the parts have in it adds up: %.1e N m", parts);
	ok(place < 1e-9, "where the sensor sits does not matter to a rigid "
	    "trunk: %.1e N m", place);
}

/* Rows of a trunk that nods, with a hole. */
enum { ROWS = 1200 };
static double up[ROWS], fwd[ROWS], right[ROWS], bar[ROWS], nm[ROWS];
static double lean[ROWS], vel[ROWS], height[ROWS], bar_vel[ROWS], split[2][ROWS];

static void
nod(double rate, double amplitude)
{
	int t;

	for (t = 0; t < ROWS; t++) {
		double a = 2 * PL_PI * 0.5 * t / rate;

		up[t] = PL_GRAVITY + amplitude * pl_cos(a);
		fwd[t] = -2 + amplitude * pl_sin(a);
		right[t] = -amplitude * pl_sin(a);
		lean[t] = 20;
		vel[t] = 0.3;
		bar[t] = 100;
	}
}

static void
motions(void)
{
	struct pl_motion m;
	double worst = 0, a;
	struct pl_moment k;
	int t;

	nod(100, 1);
	if (pl_moment_motion(&m, up, fwd, right, ROWS, 100))
		return;
	for (t = 0; t < ROWS; t++) {
		a = 2 * PL_PI * 0.5 * t / 100;
		worst = fmax(worst, fabs(m.alpha[t] - PL_PI * pl_cos(a)));
		worst = fmax(worst, fabs(m.omega[t] - pl_sin(a)));
		worst = fmax(worst, fabs(m.up[t] - up[t]));
	}
	ok(worst < 0.01, "a nod of 0.5 Hz passes, its derivative with it: "
	    "%.1e", worst);
	pl_moment_init(&k, &pl_body_default, level("t7t8"));
	pl_moment_run(&k, &m, bar, nm);
	for (t = 0, worst = 0; t < ROWS; t++)
		worst = fmax(worst, fabs(nm[t] - pl_moment_at(&k, 100, m.up[t],
		    m.fwd[t], m.omega[t], m.alpha[t])));
	ok(worst == 0, "all rows at once are each row by itself");
	pl_moment_split(&k, &m, bar, split[0], split[1]);
	for (t = 0, worst = 0; t < ROWS; t++)
		worst = fmax(worst, fabs(nm[t] - split[0][t] - split[1][t]));
	ok(worst < 1e-9 && split[0][9] > 100, "bar and body add up to it");
	pl_moment_bar_velocity(&pl_body_default, &m, vel, lean, bar_vel);
	a = 0.3 - m.omega[50] * ((.449 - .39) * sin(20 * PL_DEG) +
	    (.095 + .093) * cos(20 * PL_DEG));
	ok(fabs(bar_vel[50] - a) < 1e-12 && fabs(vel[50] - a -
	    0.197 * m.omega[50]) < 1e-3,
	    "the bar 20 cm ahead of the sensor sinks as the trunk leans");

	/* the derivative of the height is the velocity */
	for (t = 0; t < ROWS; t++) {
		lean[t] = 20 + 15 * pl_sin(2 * PL_PI * t / 400);
		height[t] = .4 * pl_cos(2 * PL_PI * t / 300);
		vel[t] = -.4 * 2 * PL_PI / 3 * pl_sin(2 * PL_PI * t / 300);
		m.omega[t] = 15 * PL_DEG * 2 * PL_PI / 4 * pl_cos(2 * PL_PI *
		    t / 400);
	}
	pl_moment_bar_velocity(&pl_body_default, &m, vel, lean, bar_vel);
	pl_moment_bar_height(&pl_body_default, height, lean, ROWS, nm);
	for (t = 1, worst = 0; t < ROWS - 1; t++)
		worst = fmax(worst, fabs((nm[t + 1] - nm[t - 1]) * 50 -
		    bar_vel[t]));
	ok(worst < 1e-3, "its height rises by its velocity: %.1e m/s", worst);
	lean[0] = 0;
	pl_moment_bar_height(&pl_body_default, height, lean, 1, nm);
	ok(nm[0] == height[0], "and is the sensor's upright");
	pl_moment_motion_free(&m);
}

static void
holes(void)
{
	struct pl_motion m, n, part;
	double worst = 0;
	bool empty = true;
	int t;

	nod(100, 1);
	if (pl_moment_motion(&m, up, fwd, right, ROWS, 100))
		return;
	up[600] = fwd[600] = right[600] = right[650] = NAN;
	if (pl_moment_motion(&n, up, fwd, right, ROWS, 100))
		return;
	for (t = 0; t < ROWS; t++)
		if (t == 600 || t == 650)
			empty = empty && n.alpha[t] != n.alpha[t] &&
			    n.omega[t] != n.omega[t];
		else
			worst = fmax(worst, fabs(n.alpha[t] - m.alpha[t]));
	ok(empty && n.up[600] != n.up[600] && n.up[650] == n.up[650],
	    "what is missing in a row is missing in its motion, no more");
	ok(worst < 0.5, "beside a hole alpha is off by %.2f rad/s^2", worst);
	if (pl_moment_motion(&part, up, fwd, right, 600, 100))
		return;
	ok(memcmp(part.up, n.up, 600 * sizeof *n.up) == 0 &&
	    memcmp(part.alpha, n.alpha, 600 * sizeof *n.up) == 0,
	    "what stands behind a hole does not touch what stands before it");
	pl_moment_motion_free(&m);
	pl_moment_motion_free(&n);
	pl_moment_motion_free(&part);
}

/* The moments of one small, jerky movement felt at two places. */
static void
places(void)
{
	struct pl_body b = pl_body_default;
	static double there[ROWS];
	struct pl_motion m;
	struct pl_moment k;
	struct pl_random r;
	double du, dv, worst = 0;
	int t;

	pl_random_seed(&r, 9, 1);
	for (t = 0; t < ROWS; t++) {
		up[t] = PL_GRAVITY + pl_random_normal(&r);
		fwd[t] = pl_random_normal(&r);
		right[t] = 1e-3 * pl_random_normal(&r);
	}
	if (pl_moment_motion(&m, up, fwd, right, ROWS, 100))
		return;
	pl_moment_init(&k, &b, level("l5s1"));
	pl_moment_run(&k, &m, bar, nm);
	pl_moment_motion_free(&m);
	b.sensor = (struct pl_point){ .1, .2 };
	du = b.sensor.u - pl_body_default.sensor.u;
	dv = b.sensor.v - pl_body_default.sensor.v;
	for (t = 1; t < ROWS - 1; t++) {
		double alpha = (right[t - 1] - right[t + 1]) * 50;

		up[t] -= alpha * dv;
		fwd[t] += alpha * du;
	}
	if (pl_moment_motion(&m, up, fwd, right, ROWS, 100))
		return;
	pl_moment_init(&k, &b, level("l5s1"));
	pl_moment_run(&k, &m, bar, there);
	for (t = 100; t < ROWS - 100; t++)
		worst = fmax(worst, fabs(there[t] - nm[t]));
	ok(worst < 1e-3, "smoothing does not care where the sensor sits: "
	    "%.1e N m", worst);
	pl_moment_motion_free(&m);
}

static void
rates(void)
{
	struct pl_motion m;

	nod(12.5, 1);
	right[3] = right[5] = NAN;
	if (pl_moment_motion(&m, up, fwd, right, ROWS, 12.5))
		return;
	ok(!pl_moment_smooths(12.5) && pl_moment_smooths(25) &&
	    m.up[7] == up[7] && m.omega[7] == -right[7],
	    "12.5 rows/s are not smoothed");
	ok(m.alpha[4] != m.alpha[4] && m.omega[4] == m.omega[4],
	    "a row alone between holes has no derivative");
	ok(m.alpha[10] == (m.omega[11] - m.omega[9]) * 6.25,
	    "the derivative is the central difference");
	pl_moment_motion_free(&m);
	ok(pl_moment_motion(&m, up, fwd, right, ROWS, 0) == PL_ERANGE,
	    "a rate of 0 is refused");
}

int
main(void)
{
	vectors();
	properties();
	motions();
	holes();
	places();
	rates();
	return done();
}
