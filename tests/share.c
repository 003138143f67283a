/* one moment among several muscles: closed forms, bounds, splits */
#include <math.h>
#include <string.h>

#include "../lib/base/random.h"
#include "../lib/squat/load/share.h"
#include "tap.h"

static struct pl_muscle muscle[PL_MUSCLES];
static int n;

static void
take(const char *level)
{
	n = pl_muscle_at(&pl_body_default, pl_body_find_level(level), muscle);
}

static struct pl_share
rule(double p, double tension)
{
	struct pl_rule r = { p, tension };
	struct pl_share s = { 0 };

	if (pl_share_init(&s, muscle, n, &r))
		ok(false, "a rule of p %g, %g N/cm^2", p, tension);
	return s;
}

/* L5/S1, 200 N m: a table of another program. */
static void
table(void)
{
	static const struct { double p, want[5]; } row[] = {
		{ INFINITY, { 694, 1101, 1664, 626, 690 } },
		{ 10, { 679, 1121, 1709, 621, 661 } },
		{ 3, { 624, 1186, 1867, 599, 567 } },
		{ 2, { 554, 1261, 2069, 566, 461 } },
	};
	double force[PL_MUSCLES], left, sum;
	size_t i;
	int k, passes;

	take("l5s1");
	for (i = 0; i < sizeof row / sizeof *row; i++) {
		struct pl_share s = rule(row[i].p, INFINITY);
		double worst = 0;

		passes = pl_share_at(&s, 200, force, &left);
		for (k = 0, sum = 0; k < n; k++) {
			worst = fmax(worst, fabs(force[k] - row[i].want[k]));
			sum += force[k] * muscle[k].arm_m;
		}
		ok(worst < .6 && passes == 1, "p = %g: within %.1f N of the "
		    "table", row[i].p, worst);
		ok(fabs(sum - 200) < 1e-9 && fabs(left) < 1e-9,
		    "    times arms, 200 N m");
	}
}

/* The three dorsal groups at T7/8, which pl_muscle_at refuses to give. */
static void
thoracic(void)
{
	static const double area[] = { 11.9, 14.9, 3.1 };
	static const double arm[] = { .0389, .0352, .0536 };
	static const double equal[] = { 1032, 1292, 269 };
	static const double square[] = { 1066, 1512, 100 };
	struct pl_share s;
	double force[PL_MUSCLES], left, worst = 0;
	int i;

	for (n = i = 0; i < 3; i++)
		muscle[n++] = (struct pl_muscle){ NULL, area[i], arm[i], "" };
	s = rule(INFINITY, INFINITY);
	pl_share_at(&s, 100, force, &left);
	for (i = 0; i < 3; i++)
		worst = fmax(worst, fabs(force[i] - equal[i]));
	s = rule(2, INFINITY);
	pl_share_at(&s, 100, force, &left);
	for (i = 0; i < 3; i++)
		worst = fmax(worst, fabs(force[i] - square[i]));
	ok(worst < .6, "three groups, 100 N m: within %.1f N of a table",
	    worst);
}

/* Muscles at random, so that nothing rests on the table. */
static void
draw(struct pl_random *r)
{
	int i;

	n = 1 + (int)(PL_MUSCLES * pl_random_uniform(r));
	n = n > PL_MUSCLES ? PL_MUSCLES : n;
	for (i = 0; i < n; i++)
		muscle[i] = (struct pl_muscle){ NULL, 1 + 70 *
		    pl_random_uniform(r), .005 + .06 * pl_random_uniform(r),
		    "" };
}

static const double powers[] = { INFINITY, 20, 3, 2, 1.3, PL_SHARE_P_LO };

/* The stationary point: (F / A)^(p-1) / (A r) is the same for all. */
static double
uneven(const struct pl_share *s, double p, const double *force)
{
	double worst = 0, first = 0;
	int i;

	for (i = 0; i < s->n; i++) {
		double k = isinf(p) ? force[i] / s->area_cm2[i] :
		    log(force[i] / s->area_cm2[i]) * (p - 1) -
		    log(s->area_cm2[i] * s->arm_m[i]);

		first = i ? first : k;
		worst = fmax(worst, fabs(k - first) / (1 + fabs(first)));
	}
	return worst;
}

static void
properties(void)
{
	double sums = 0, stationary = 0, apart = 0, over = 0, jump = 0;
	int worst_passes = 0, most_passes = 0, i, k;
	double force[PL_MUSCLES], left, column, rest;
	struct pl_random r;

	pl_random_seed(&r, 3, 1);
	for (i = 0; i < 3000; i++) {
		double p = powers[i % 6], nm = 400 * pl_random_uniform(&r);
		double sum = 0, tension = i % 2 ? INFINITY :
		    5 + 60 * pl_random_uniform(&r);
		struct pl_share s;

		draw(&r);
		s = rule(p, tension);
		k = pl_share_at(&s, nm, force, &left);
		worst_passes += k > n;
		most_passes = k > most_passes ? k : most_passes;
		if (isinf(tension))
			stationary = fmax(stationary, uneven(&s, p, force));
		for (k = 0; k < n; k++) {
			sum += force[k] * muscle[k].arm_m;
			over = fmax(over, force[k] - s.bound_n[k]);
			pl_share_run(&s, k, &nm, 1, &column);
			apart = fmax(apart, fabs(column - force[k]));
			jump = fmin(jump, force[k]);
		}
		sums = fmax(sums, fabs(sum + left - nm));
		pl_share_elsewhere(&s, &nm, 1, &rest);
		apart = fmax(apart, fabs(rest - left));
		if (nm < s.capacity_nm)
			sums = fmax(sums, fabs(left));
	}
	ok(sums < 1e-9, "forces times arms are the moment: %.1e N m", sums);
	ok(stationary < 1e-9, "no shift from one to another is better: %.1e",
	    stationary);
	ok(over <= 0 && jump >= 0, "no force exceeds its bound or pushes");
	ok(!worst_passes && most_passes > 3, "the active set ends: in %d "
	    "passes, of %d muscles at most", most_passes, PL_MUSCLES);
	ok(apart < 1e-8, "and equals the straight lines: %.1e N", apart);
}

/* Counting a muscle as two halves changes no other, at equal stress. */
static void
splits(void)
{
	double whole[PL_MUSCLES], parts[PL_MUSCLES], left, worst[2] = { 0 };
	static const double p[] = { INFINITY, 3 };
	double tension;
	int i, k;

	for (i = 0; i < 2; i++)
		for (tension = 10; tension < 100; tension *= 3) {
			struct pl_share s;

			take("l4l5");
			s = rule(p[i], tension);
			pl_share_at(&s, 350, whole, &left);
			muscle[n] = muscle[2];
			muscle[n++].area_cm2 *= .3;
			muscle[2].area_cm2 *= .7;
			s = rule(p[i], tension);
			pl_share_at(&s, 350, parts, &left);
			parts[2] += parts[n - 1];
			for (k = 0; k < n - 1; k++)
				worst[i] = fmax(worst[i], fabs(parts[k] -
				    whole[k]));
		}
	ok(worst[0] < 1e-9, "a group in two changes nothing else: %.1e N",
	    worst[0]);
	ok(worst[1] > 10, "which no other rule can say: %.0f N with p = 3",
	    worst[1]);
}

static void
columns(void)
{
	static double nm[2000], force[2000], pull[2000], rest[2000];
	struct pl_share s, open;
	double worst = 0, steep = 0, f[PL_MUSCLES], left;
	int t, k;

	take("l3l4");
	s = rule(3, 40);
	open = rule(INFINITY, INFINITY);
	for (t = 0; t < 2000; t++)
		nm[t] = t - 500;
	nm[1999] = NAN;
	pl_share_elsewhere(&s, nm, 2000, rest);
	pl_share_pull(&s, nm, 2000, pull);
	for (k = 0; k < n; k++) {
		pl_share_run(&s, k, nm, 2000, force);
		for (t = 0; t < 1999; t++) {
			pl_share_at(&s, nm[t], f, &left);
			worst = fmax(worst, fabs(force[t] - f[k]));
			if (t)
				steep = fmax(steep, force[t] - force[t - 1]);
		}
	}
	ok(worst < 1e-9, "all rows at once are each row by itself: %.1e",
	    worst);
	ok(steep < 40, "nothing jumps as bounds are met: %.1f N per N m",
	    steep);
	ok(rest[0] == -500 && rest[500] == 0 && rest[1998] > 1000,
	    "a negative moment and what lies beyond bounds are elsewhere");
	ok(pull[100] == 0 && isnan(force[1999]) && isnan(pull[1999]) &&
	    isnan(rest[1999]), "missing stays missing");
	pl_share_pull(&open, nm, 2000, force);
	for (t = 501, worst = 0; t < 1999; t++)
		worst = fmax(worst, fabs(force[t] / nm[t] - force[600] /
		    nm[600]));
	ok(worst < 1e-12, "without bounds the pull is in proportion");
	s = rule(INFINITY, 40);
	pl_share_pull(&s, nm, 2000, pull);
	for (t = 501, worst = 0; t < 1999; t++)
		worst = fmax(worst, fabs(pull[t] / force[t] - 1));
	ok(worst < 1e-12, "and at equal stress bounds do not change it");
}

static void
errors(void)
{
	struct pl_share s;

	take("l5s1");
	ok(pl_share_init(&s, muscle, n, &(struct pl_rule){ 1, 50 }) ==
	    PL_ERANGE && pl_share_init(&s, muscle, n, &(struct pl_rule){ NAN,
	    50 }) == PL_ERANGE, "p must be 1.1 or more");
	ok(pl_share_init(&s, muscle, n, &(struct pl_rule){ 2, 0 }) ==
	    PL_ERANGE, "a tension must be positive");
	ok(pl_share_init(&s, muscle, 0, &(struct pl_rule){ 2, 9 }) ==
	    PL_ERANGE && pl_share_init(&s, muscle, PL_MUSCLES + 1,
	    &(struct pl_rule){ 2, 9 }) == PL_ERANGE, "there must be muscles, "
	    "and not too many");
	muscle[1].arm_m = 0;
	ok(pl_share_init(&s, muscle, n, &(struct pl_rule){ 2, 9 }) ==
	    PL_ERANGE, "each with an arm");
}

int
main(void)
{
	table();
	thoracic();
	properties();
	splits();
	columns();
	errors();
	return done();
}
