/* moments at rest: a table of another program, and what must hold of their
 * order whatever the numbers */
#include <math.h>

#include "../lib/base/trig.h"
#include "../lib/base/unit.h"
#include "../lib/squat/load/moment.h"
#include "tap.h"

/* About a level, at rest, for a man of 80 kg and 1.75 m. */
static double
still(enum pl_rack rack, const char *name, double bar, double deg)
{
	struct pl_body b = pl_body_default;
	struct pl_moment m;

	b.rack = rack;
	pl_moment_init(&m, &b, pl_body_find_level(name));
	return pl_moment_at(&m, bar, PL_GRAVITY * cos(deg * PL_DEG),
	    -PL_GRAVITY * sin(deg * PL_DEG), 0, 0);
}

/* Computed by the program that made reference_vectors.csv. */
static void
table(void)
{
	static const struct {
		const char *level;
		double bar, want[5];	/* 0, 10 .. 40 deg */
	} front[] = {
		{ "l5s1", 100, { 113.0, 208.9, 298.4, 378.8, 447.8 } },
		{ "t12l1", 100, { 124.7, 180.2, 230.2, 273.3, 308.0 } },
		{ "t7t8", 100, { 156.0, 181.8, 202.0, 216.0, 223.5 } },
		{ "t4t5", 100, { 139.1, 149.6, 155.6, 156.9, 153.4 } },
		{ "l5s1", 0, { 19.9, 40.7, 60.2, 78.0, 93.4 } },
		{ "t7t8", 0, { 22.7, 27.4, 31.3, 34.3, 36.2 } },
	};
	static const struct {
		enum pl_rack rack;
		const char *level;
		double deg, want;
	} back[] = {
		{ PL_RACK_HIGH_BAR, "l5s1", 30, 229.0 },
		{ PL_RACK_HIGH_BAR, "l5s1", 45, 354.0 },
		{ PL_RACK_HIGH_BAR, "l5s1", 60, 454.9 },
		{ PL_RACK_HIGH_BAR, "t7t8", 30, 66.2 },
		{ PL_RACK_HIGH_BAR, "t7t8", 45, 101.5 },
		{ PL_RACK_HIGH_BAR, "t7t8", 60, 129.8 },
		{ PL_RACK_LOW_BAR, "l5s1", 60, 400.0 },
		{ PL_RACK_LOW_BAR, "t7t8", 60, 75.0 },
	};
	double worst = 0, m;
	size_t i;
	int k;

	for (i = 0; i < sizeof front / sizeof *front; i++)
		for (k = 0; k < 5; k++) {
			m = still(PL_RACK_FRONT, front[i].level, front[i].bar,
			    10 * k);
			worst = fmax(worst, fabs(m - front[i].want[k]));
		}
	ok(worst < .06, "front rack, four levels, 0 to 40 deg: within %.2f "
	    "N m of the table", worst);
	for (worst = 0, i = 0; i < sizeof back / sizeof *back; i++) {
		m = still(back[i].rack, back[i].level, 100, back[i].deg);
		worst = fmax(worst, fabs(m - back[i].want));
	}
	ok(worst < .06, "high-bar and low-bar: within %.2f N m", worst);
}

/* 100 kg in front at 20 deg: what each part has in the moment. */
static void
parts(void)
{
	static const struct { const char *level; double want[PL_PARTS]; }
	row[] = {	/* trunk, head, arms, bar */
		{ "l5s1", { 25.8, 11.3, 23.2, 238.1 } },
		{ "t7t8", { 6.0, 7.6, 17.8, 170.6 } },
	};
	double up = PL_GRAVITY * cos(20 * PL_DEG);
	double fwd = -PL_GRAVITY * sin(20 * PL_DEG), worst = 0;
	struct pl_part part[PL_PARTS];
	int i, k;

	for (i = 0; i < 2; i++) {
		const struct pl_level *l = pl_body_find_level(row[i].level);

		pl_body_parts(&pl_body_default, l, 100, part);
		for (k = 0; k < PL_PARTS; k++)
			worst = fmax(worst, fabs(row[i].want[k] -
			    pl_moment_part(&pl_body_default, l, &part[k], up,
			    fwd, 0, 0)));
	}
	ok(worst < .06, "trunk, head, arms and bar at 20 deg: within %.2f N m",
	    worst);
}

/* The load and the leans of a coach's demonstration (Squat University). */
static void
racks(void)
{
	double low = still(PL_RACK_LOW_BAR, "l5s1", 102.06, 63.5);
	double high = still(PL_RACK_HIGH_BAR, "l5s1", 102.06, 44.3);
	double front = still(PL_RACK_FRONT, "l5s1", 102.06, 19.6), m;
	double t7 = still(PL_RACK_FRONT, "t7t8", 100, 20);
	int deg;

	ok(low >= high && high >= front && fabs(low - 425) < 2 &&
	    fabs(high - 354) < 2 && fabs(front - 300) < 2,
	    "(a) L5/S1 at the leans of each squat: low %.0f, high %.0f, front "
	    "%.0f N m", low, high, front);
	for (deg = 30; deg <= 45; deg += 5) {
		m = t7 / still(PL_RACK_HIGH_BAR, "t7t8", 100, deg);
		ok(m > 1.9 && m < 3.2, "(b) T7/8 front over high-bar at "
		    "%d deg: %.2f", deg, m);
	}
}

static void
leans(void)
{
	double last = still(PL_RACK_FRONT, "l5s1", 100, -.5), most = 0, m, bar;
	double at = 0, bar_at = 0, bar_most = 0, deg;
	bool rises = true;

	for (deg = 0; deg <= 90; deg += .5) {
		m = still(PL_RACK_FRONT, "l5s1", 100, deg);
		bar = m - still(PL_RACK_FRONT, "l5s1", 0, deg);
		rises = rises && (m > last || deg > 70);
		if (m > most)
			most = m, at = deg;
		if (bar > bar_most)
			bar_most = bar, bar_at = deg;
		last = m;
	}
	ok(rises, "(c) L5/S1 rises with lean from 0 to 70 deg");
	ok(fabs(bar_at - 78) <= .5, "    the bar's part up to %.1f deg",
	    bar_at);
	/* g times the length of the sum of m (u, v): 57.30, 11.53 kg m */
	ok(fabs(at - 79) <= .5 && fabs(most - 573.2) < .1,
	    "    all of it up to %.1f deg: %.1f N m", at, most);
	m = still(PL_RACK_FRONT, "t7t8", 50, 30);
	ok(fabs(still(PL_RACK_FRONT, "t7t8", 150, 30) - m -
	    2 * (m - still(PL_RACK_FRONT, "t7t8", 0, 30))) < 1e-9,
	    "(d) and is linear in the mass of the bar");
	ok(fabs(still(PL_RACK_FRONT, "l5s1", 0, 0) - 19.9) < .06 &&
	    fabs(still(PL_RACK_NONE, "l5s1", 0, 0) - 8.6) < .06,
	    "(e) upright without a bar L5/S1 carries 20 N m, arms hanging 9");
}

/* What the text says that this began with: in front, the bar has an arm. */
static void
seed(void)
{
	double one = still(PL_RACK_FRONT, "t7t8", 101, 20) -
	    still(PL_RACK_FRONT, "t7t8", 100, 20);

	ok(fabs(one - 1.71) < .01, "10 kg less are %.0f N m less at T7/8",
	    10 * one);
	ok(still(PL_RACK_HIGH_BAR, "t7t8", 100, 0) -
	    still(PL_RACK_HIGH_BAR, "t7t8", 0, 0) < 0,
	    "upright, a bar on the back unloads the extensors at T7/8");
}

int
main(void)
{
	table();
	parts();
	racks();
	leans();
	seed();
	return done();
}
