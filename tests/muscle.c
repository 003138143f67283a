/* the extensors of the lumbar spine and what they press together */
#include <math.h>
#include <string.h>

#include "../lib/squat/load/muscle.h"
#include "tap.h"

/* Sum of area times arm, N m at 1 N/cm^2 and the lumped arm, m. */
static double
reach(const char *level, double *arm_m)
{
	struct pl_muscle m[PL_MUSCLES];
	int n = pl_muscle_at(&pl_body_default, pl_body_find_level(level), m);
	double turn = 0, area = 0;
	int i;

	for (i = 0; i < n; i++) {
		turn += m[i].area_cm2 * m[i].arm_m;
		area += m[i].area_cm2;
	}
	*arm_m = turn / area;
	return turn;
}

static void
rows(void)
{
	static const struct { const char *level; int n; double nm, arm_mm; }
	want[] = {	/* of the model's fascicles, at 75.5 N/cm^2 */
		{ "l5s1", 5, 620, 41.9 }, { "l4l5", 6, 805, 52.7 },
		{ "l3l4", 7, 607, 55.4 },
	};
	struct pl_muscle m[PL_MUSCLES], tall[PL_MUSCLES];
	struct pl_body b = pl_body_default;
	const struct pl_level *l;
	bool sources = true, scaled = true;
	double nm, arm;
	int i, k, n, lumbar = 0;

	b.stature_m *= 1.1;
	for (i = 0; (l = pl_body_level(i)); i++) {
		n = pl_muscle_at(&pl_body_default, l, m);
		lumbar += n > 0;
		pl_muscle_at(&b, l, tall);
		for (k = 0; k < n; k++) {
			sources = sources && m[k].source &&
			    m[k].group->tag_source;
			scaled = scaled && tall[k].area_cm2 == m[k].area_cm2 &&
			    fabs(tall[k].arm_m - 1.1 * m[k].arm_m) < 1e-15;
		}
	}
	ok(lumbar == 3, "three levels have muscles, and no thoracic one");
	ok(sources && scaled, "each has its sources; arms grow with stature");
	for (i = 0; i < 3; i++) {
		n = pl_muscle_at(&b, pl_body_find_level(want[i].level), m);
		nm = PL_MUSCLE_TENSION_N_CM2 * reach(want[i].level, &arm);
		ok(n == want[i].n && fabs(nm - want[i].nm) < 1 &&
		    fabs(1e3 * arm - want[i].arm_mm) < 1.5,
		    "%s: %.0f N m at 75.5 N/cm^2, arm %.1f mm", want[i].level,
		    nm, 1e3 * arm);
	}
}

static void
tags(void)
{
	static const char *const local[PL_TAXONOMIES] = { "mf mft ltpl ilpl ",
	    "mf mft ltpl ltpt " };
	const struct pl_group *g;
	enum pl_taxonomy t;
	char text[64];
	int i, k;

	for (i = 0; i < PL_TAXONOMIES; i++) {
		for (*text = '\0', k = 0; (g = pl_muscle_group(k)); k++)
			if (g->local[i])
				strcat(strcat(text, g->code), " ");
		ok(strcmp(text, local[i]) == 0, "local by %s: %s",
		    i == PL_SEED ? "the seed" : "Bergmark", text);
	}
	ok(pl_muscle_find_taxonomy("seed", &t) && t == PL_SEED &&
	    pl_muscle_find_taxonomy("bergmark", &t) && t == PL_BERGMARK &&
	    !pl_muscle_find_taxonomy("", &t), "both are found by name");
}

static void
compression(void)
{
	/* L5/S1 under 100 kg at 20 deg of lean, by lever arm */
	static const struct { double arm, n; } lumped[] = {
		{ .033, 9982 }, { .042, 8064 }, { .053, 6604 }, { .060, 5954 }
	};
	struct pl_compression c;
	double arm;
	int i;

	for (i = 0; i < 4; i++) {
		c = pl_muscle_compression(298.390 / lumped[i].arm, 1029.83);
		ok(fabs(c.value - lumped[i].n) < 1, "20 deg, arm %.1f cm: "
		    "%.0f N", 1e2 * lumped[i].arm, c.value);
	}
	reach("l5s1", &arm);
	c = pl_muscle_compression(298.390 / arm, 1029.83);
	ok(fabs(c.value - 8100) < 60, "by the table's arms: %.0f N", c.value);
	ok(fabs(c.low - .65 * c.value) < 1e-9 &&
	    fabs(c.high - (1.5 * (c.value - 1029.83) + 1029.83)) < 1e-9,
	    "from arms a third longer to full co-contraction: %.0f to %.0f N",
	    c.low, c.high);
	c = pl_muscle_compression(0, 500);
	ok(c.low == 325 && c.value == 500 && c.high == 675,
	    "weight alone has the band of the model");
	c = pl_muscle_compression(0, -500);
	ok(c.low < c.value && c.value < c.high, "which is upright in a jerk");
	/* Cholewicki 1991: 988 N m, an arm of 6 cm and 788 N of weight are
	 * 17192 N.  A check of F = M / r and its units, not of geometry. */
	c = pl_muscle_compression(988 / .06, 788);
	ok(fabs(c.value / 17192 - 1) < .01, "988 N m by an arm of 6 cm are "
	    "%.0f N, of 17192 published", c.value);
}

int
main(void)
{
	rows();
	tags();
	compression();
	return done();
}
