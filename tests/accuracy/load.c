/*
 * load - what the model of the load gives, beside what others did; see
 * scripts/accuracy
 *
 *	load vectors FILE	reference vectors (tests/golden), both forms
 *	load published		cases of the literature
 *	load order		what must hold of their order
 *	load closed		a movement in closed form, through the filters
 *	load worth		what one SD of each input is worth
 *
 * Published cases check units, signs and orders of size.  None measured a
 * thoracic moment in a front squat, so none validates one.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../lib/base/num.h"
#include "../../lib/base/trig.h"
#include "../../lib/base/unit.h"
#include "../../lib/squat/load/muscle.h"
#include "../../lib/squat/load/uncertain.h"

static struct pl_body
man(double kg, double stature_m, enum pl_rack rack)
{
	struct pl_body b = pl_body_default;

	b.body_kg = kg;
	b.stature_m = stature_m;
	b.rack = rack;
	return b;
}

/* At rest at a lean. */
static double
still(const struct pl_moment *m, double bar_kg, double deg)
{
	return pl_moment_at(m, bar_kg, PL_GRAVITY * cos(deg * PL_DEG),
	    -PL_GRAVITY * sin(deg * PL_DEG), 0, 0);
}

static double
moment(const struct pl_body *b, const char *level, double bar_kg, double deg)
{
	struct pl_moment m;

	pl_moment_init(&m, b, pl_body_find_level(level));
	return still(&m, bar_kg, deg);
}

static int
vectors(const char *path)
{
	FILE *f = fopen(path, "r");
	double h, kg, bar, lean, w, a, ax, az, u, v, want, up, fwd;
	char line[256], level[16];

	if (!f || !fgets(line, sizeof line, f))
		return 2;
	printf("reference vectors, N m\n%-6s %5s %5s %9s %9s %9s\n", "level",
	    "bar", "lean", "theirs", "world", "trunk");
	while (fgets(line, sizeof line, f) && sscanf(line, "%15[^,],%lf,%lf,"
	    "%lf,%lf,%lf,%lf,%lf,%lf,%lf,%lf,front,%lf,%*f,%*f,%*f,%lf,%lf",
	    level, &h, &kg, &bar, &lean, &w, &a, &ax, &az, &u, &v, &want, &up,
	    &fwd) == 14) {
		struct pl_body b = man(kg, h, PL_RACK_FRONT);
		const struct pl_level *l = pl_body_find_level(level);
		struct pl_moment m;

		b.sensor = (struct pl_point){ u, v };
		pl_moment_init(&m, &b, l);
		printf("%-6s %5.0f %5.0f %9.3f %9.3f %9.3f\n", l->name, bar,
		    lean, want, pl_moment_world(&b, l, bar, lean * PL_DEG, w,
		    a, ax, az), pl_moment_at(&m, bar, up, fwd, w, a));
	}
	fclose(f);
	return 0;
}

/* The lean at which the bar alone makes so much about L5/S1, and the hip
 * (0.1495 m below it and 0.062 m before). */
static void
inverted(const char *name, enum pl_rack rack, double nm, const char *range)
{
	struct pl_body b = man(80, PL_BODY_REF_M, rack);
	struct pl_point bar = pl_body_bar(&b);
	double about[2], arm = nm / (102.06 * PL_GRAVITY);
	int i;

	for (i = 0; i < 2; i++) {
		double u = bar.u + i * .1495, v = bar.v - i * .062;

		about[i] = (asin(arm / hypot(u, v)) - atan2(v, u)) / PL_DEG;
	}
	printf("%-38s %7.1f  needs a lean of %.1f deg (about the hip %.1f): "
	    "%s\n", name, nm, about[0], about[1], range);
}

static void
trunk_alone(double deg, double published)
{
	struct pl_body b = man(60, 1.7, PL_RACK_NONE);
	const struct pl_level *l = pl_body_find_level("l5s1");
	struct pl_part part[PL_PARTS];
	double nm, all = moment(&b, "l5s1", 0, deg);

	pl_body_parts(&b, l, 0, part);
	nm = pl_moment_part(&b, l, &part[PL_PART_TRUNK],
	    PL_GRAVITY * cos(deg * PL_DEG), -PL_GRAVITY * sin(deg * PL_DEG), 0,
	    0);
	printf("Chaffin, trunk at %.0f deg, 60 kg, N m  %9.1f  %.1f "
	    "(%+.0f %%); with head and arms %.1f\n", deg, published, nm,
	    100 * (nm / published - 1), all);
}

/* Compression at a lean with and without full co-contraction; a load of held
 * kg hangs arm_m before the level, or from the shoulders (arm_m missing). */
static void
compression(const char *name, const struct pl_body *b, const char *level,
    double bar_kg, double held, double arm_m, double deg, double published,
    double unit)
{
	const struct pl_level *l = pl_body_find_level(level);
	struct pl_point p = pl_body_joint(b, l);
	struct pl_muscle m[PL_MUSCLES];
	struct pl_moment axial, shear;
	struct pl_compression c;
	double nm = moment(b, level, bar_kg, deg), w, area = 0, turn = 0;
	double s = b->stature_m / PL_BODY_REF_M, lean = deg * PL_DEG;
	int n = pl_muscle_at(b, l, m);

	while (n--) {
		area += m[n].area_cm2;
		turn += m[n].area_cm2 * m[n].arm_m;
	}
	if (!(arm_m > 0))
		arm_m = (.4005 * s - p.u) * sin(lean) + (.018 * s - p.v) *
		    cos(lean);
	nm += held * PL_GRAVITY * arm_m;
	if (!pl_moment_weight(&axial, &shear, b, l))
		return;
	w = still(&axial, bar_kg, deg) + held * PL_GRAVITY *
	    cos(lean + l->tilt_deg * PL_DEG);
	c = pl_muscle_compression(nm * area / turn, w);
	printf("%-38s %7.*f  %.*f (%+.0f %%), co-contracting %.*f\n", name,
	    unit > 1, published, unit > 1, c.value / unit,
	    100 * (c.value / unit / published - 1), unit > 1,
	    (PL_MUSCLE_COCONTRACTION * (c.value - w) + w) / unit);
}

static void
published(void)
{
	struct pl_body back = man(75, 1.75, PL_RACK_HIGH_BAR);
	struct pl_body wilke = man(70, 1.74, PL_RACK_NONE);
	double weight = 75 * PL_GRAVITY;

	printf("%-38s %7s  ours\n", "published case", "theirs");
	puts("inversions: what lean the moment would need, plausible or not");
	inverted("Squat University, front, bar, N m", PL_RACK_FRONT, 240.2,
	    "15-30 is usual");
	inverted("  high-bar", PL_RACK_HIGH_BAR, 270, "Sato 2013: 47 +- 10");
	inverted("  low-bar", PL_RACK_LOW_BAR, 320.3, "49-64");
	puts("like for like, the definition of the segment guessed");
	trunk_alone(20, 18.3);
	trunk_alone(40, 34.5);
	trunk_alone(60, 46.8);
	puts("identity: checks F = M / r and its units, not geometry");
	printf("%-38s %7d  %.0f\n", "Cholewicki, 988 N m by 6 cm, N", 17192,
	    pl_muscle_compression(988 / .06, 788).value);
	puts("compression, postures assumed: as they come");
	compression("Cappozzo, L3/4, .8 BW, 30 deg, BW", &back, "l3l4", 60, 0,
	    0, 30, 6, weight);
	compression("  35 deg", &back, "l3l4", 60, 0, 0, 35, 6, weight);
	compression("  1.6 BW, 30 deg", &back, "l3l4", 120, 0, 0, 30, 10,
	    weight);
	compression("  35 deg", &back, "l3l4", 120, 0, 0, 35, 10, weight);
	compression("Wilke, L4/5, standing, N", &wilke, "l4l5", 0, 0, 0, 2,
	    594, 1);
	compression("  bent, 36 deg", &wilke, "l4l5", 0, 0, 0, 36, 1307, 1);
	compression("  20 kg held 25 cm before L4/5", &wilke, "l4l5", 0, 20,
	    .25, 2, 1307, 1);
	compression("  20 kg lifted, knees bent, 35 deg", &wilke, "l4l5", 0,
	    20, 0, 35, 2020, 1);
	compression("  20 kg lifted, round back, 75 deg", &wilke, "l4l5", 0,
	    20, 0, 75, 2732, 1);
	puts("not modelled: rib cage and sternum take 33 % off thoracic "
	    "compression in flexion (Iyer 2010, Bruno 2015)");
}

static void
order(void)
{
	struct pl_body front = man(80, 1.75, PL_RACK_FRONT);
	struct pl_body high = man(80, 1.75, PL_RACK_HIGH_BAR);
	struct pl_body low = man(80, 1.75, PL_RACK_LOW_BAR);
	struct pl_body none = man(80, 1.75, PL_RACK_NONE);
	double most = 0, at = 0, deg, m;

	printf("(a) L5/S1, 102.06 kg at the leans above: low %.0f, high %.0f, "
	    "front %.0f N m\n", moment(&low, "l5s1", 102.06, 63.5),
	    moment(&high, "l5s1", 102.06, 44.3),
	    moment(&front, "l5s1", 102.06, 19.6));
	m = moment(&front, "t7t8", 100, 20);
	printf("(b) T7/8, front at 20 deg over high-bar at 30 and 45: %.2f, "
	    "%.2f\n", m / moment(&high, "t7t8", 100, 30),
	    m / moment(&high, "t7t8", 100, 45));
	for (deg = 0; deg <= 90; deg += .1)
		if ((m = moment(&front, "l5s1", 100, deg)) > most)
			most = m, at = deg;
	printf("(c) L5/S1 rises with lean up to %.1f deg: %.0f N m\n", at,
	    most);
	printf("(d) per kilogram of bar at 20 deg: %.3f at 50 kg, %.3f at "
	    "150 kg\n", moment(&front, "l5s1", 51, 20) - moment(&front,
	    "l5s1", 50, 20), moment(&front, "l5s1", 151, 20) -
	    moment(&front, "l5s1", 150, 20));
	printf("(e) L5/S1 upright without a bar: %.1f N m racked, %.1f arms "
	    "hanging\n", moment(&front, "l5s1", 0, 0), moment(&none, "l5s1",
	    0, 0));
}

/* Lean and height of the hip go down and up once as (1 - cos) / 2; rows of a
 * sensor at T4, smoothed as plumb-load does, against the exact moment. */
static void
nod(double span_s, double rate_hz)
{
	enum { MOST = 4000 };
	static double up[MOST], fwd[MOST], right[MOST], bar[MOST], nm[MOST];
	const struct pl_body *b = &pl_body_default;
	struct pl_point s = pl_body_sensor(b);
	double w = 2 * PL_PI / span_s, worst[2] = { 0 }, peak[2] = { 0 };
	size_t n = (size_t)(3 * span_s * rate_hz), t;
	struct pl_motion motion;
	int k;

	n = n > MOST ? MOST : n;
	for (k = 0; k < 2; k++) {
		const struct pl_level *l = pl_body_find_level(k ? "t7t8" :
		    "l5s1");
		double exact[MOST], best = 0;
		struct pl_moment m;

		for (t = 0; t < n; t++) {
			double a = w * (double)t / rate_hz, c = cos(a);
			double lean = 5 * PL_DEG + 15 * PL_DEG * (1 - c);
			double om = 15 * PL_DEG * w * sin(a);
			double al = 15 * PL_DEG * w * w * c, az, ax;
			/* from the hip, 0.1495 m below L5/S1, 0.062 before */
			double u = s.u + .1495, v = s.v - .062;
			double x = u * sin(lean) + v * cos(lean);
			double z = u * cos(lean) - v * sin(lean);

			ax = al * z - om * om * x;
			az = -.25 * w * w * c - al * x - om * om * z;
			up[t] = ax * sin(lean) + (az + PL_GRAVITY) * cos(lean);
			fwd[t] = ax * cos(lean) - (az + PL_GRAVITY) *
			    sin(lean);
			right[t] = -om;
			bar[t] = 100;
			exact[t] = pl_moment_world(b, l, 100, lean, om, al, ax,
			    az);
		}
		if (pl_moment_motion(&motion, up, fwd, right, n, rate_hz))
			exit(2);
		pl_moment_init(&m, b, l);
		pl_moment_run(&m, &motion, bar, nm);
		pl_moment_motion_free(&motion);
		for (t = n / 3; t < 2 * n / 3; t++) {
			worst[k] = fmax(worst[k], fabs(nm[t] - exact[t]));
			peak[k] = fmax(peak[k], exact[t]);
			best = fmax(best, nm[t]);
		}
		printf("%5.1f s, %4.0f Hz, %s: peak %6.1f N m, %+.2f %%; any "
		    "row within %.2f N m\n", span_s, rate_hz, l->name,
		    peak[k], 100 * (best / peak[k] - 1), worst[k]);
	}
}

static void
worth(void)
{
	static const char *const level[] = { "l5s1", "t7t8" };
	const struct pl_stated stated = { false, true, true, true };
	double part[2][PL_INPUTS], sd[2], moved[PL_INPUTS];
	const struct pl_input_row *r;
	struct pl_uncertain u;
	struct pl_sds s;
	int i, k;

	pl_uncertain_usual(&s, &stated, PL_MISSING);
	for (k = 0; k < 2; k++) {
		pl_uncertain_init(&u, &pl_body_default,
		    pl_body_find_level(level[k]), &s);
		sd[k] = pl_uncertain_at(&u, 100, PL_GRAVITY * cos(.349),
		    -PL_GRAVITY * sin(.349), 0, 0, part[k]);
		/* what turning adds: 2 rad/s^2 as the lean comes to a halt */
		pl_uncertain_at(&u, 100, PL_GRAVITY * cos(.349),
		    -PL_GRAVITY * sin(.349), 0, -2, moved);
		for (i = PL_IN_PLACE_U; i <= PL_IN_PLACE_V; i++)
			part[k][i] = moved[i];
	}
	puts("one SD at 20 deg, 100 kg, 80 kg, 1.75 m, N m; place at "
	    "-2 rad/s^2");
	for (i = 0; (r = pl_uncertain_row(i)); i++)
		printf("%-8s %6.3f %-6s %6.1f %6.1f\n", r->key, s.sd[i],
		    r->unit, fabs(part[0][i]), fabs(part[1][i]));
	printf("%-22s %6.1f %6.1f\n", "all, without place", sd[0], sd[1]);
}

int
main(int argc, char **argv)
{
	const char *what = argc > 1 ? argv[1] : "";

	if (strcmp(what, "vectors") == 0 && argc == 3)
		return vectors(argv[2]);
	if (strcmp(what, "published") == 0)
		published();
	else if (strcmp(what, "order") == 0)
		order();
	else if (strcmp(what, "closed") == 0) {
		nod(4, 100);
		nod(2, 100);
		nod(2, 25);
	} else if (strcmp(what, "worth") == 0)
		worth();
	else
		return 2;
	return 0;
}
