/* how far moments may be off: against other programs' figures, and drawn */
#include <math.h>
#include <string.h>

#include "../lib/base/trig.h"
#include "../lib/base/unit.h"
#include "../lib/squat/simulate/vary.h"
#include "tap.h"

static const struct pl_stated nothing, everything = { true, true, true, true };

/* 100 kg at rest at 20 deg, what one key is worth at a level. */
static double
worth(const char *name, const char *key, double sd)
{
	struct pl_sds s = { { 0 }, { 0 } };
	struct pl_uncertain u;
	double part[PL_INPUTS];

	if (pl_uncertain_set(&s, key, strlen(key), sd))
		return NAN;
	pl_uncertain_init(&u, &pl_body_default, pl_body_find_level(name), &s);
	return pl_uncertain_at(&u, 100, PL_GRAVITY * cos(20 * PL_DEG),
	    -PL_GRAVITY * sin(20 * PL_DEG), 0, 0, part);
}

/* Finite steps of another program, by key. */
static void
sensitivities(void)
{
	static const struct { const char *key; double by, l5s1, t7t8; } row[] =
	{
		{ "align", 3, 25.2, 4.9 }, { "offset", .02, 18.4, 18.4 },
		{ "bar", .025, 6.0, 4.3 }, { "stature", .02, 3.4, NAN },
		{ "masses", .0625, 3.8, NAN }, { "round", 10, 0, 11.2 },
	};
	size_t i;

	for (i = 0; i < sizeof row / sizeof *row; i++) {
		double l = worth("l5s1", row[i].key, row[i].by);
		double t = worth("t7t8", row[i].key, row[i].by);

		/* those were whole steps to one side: curvature is in them */
		ok(fabs(l - row[i].l5s1) < .1 + .02 * l &&
		    !(fabs(t - row[i].t7t8) > .2 + .02 * t),
		    "%s by %g: %.1f N m at L5/S1, %.1f at T7/8", row[i].key,
		    row[i].by, l, t);
	}
}

/* Totals of another program's Monte Carlo, 4000 draws. */
static void
totals(void)
{
	static const struct { const char *key; double sd; } set[] = {
		{ "align", 2.5 }, { "offset", .015 }, { "rise", .015 },
		{ "masses", .05 }, { "round", 10 }, { "bar", .005 },
		{ "acc", 0 }, { "wobble", 0 }, { "place", 0 }, { "filter", 0 }, { "sex", 0 },
		{ "stature", 0 },
	};
	struct pl_sds s;
	double sd[2][2], part[PL_INPUTS];
	struct pl_uncertain u;
	size_t i;
	int taped;

	pl_uncertain_usual(&s, &everything, NAN);
	for (i = 0; i < sizeof set / sizeof *set; i++)
		if (pl_uncertain_set(&s, set[i].key, strlen(set[i].key),
		    set[i].sd))
			ok(false, "%s can be set", set[i].key);
	for (taped = 0; taped < 2; taped++) {
		if (taped && pl_uncertain_set(&s, "offset", 6, .005))
			ok(false, "offset can be set");
		for (i = 0; i < 2; i++) {
			pl_uncertain_init(&u, &pl_body_default,
			    pl_body_find_level(i ? "t7t8" : "l5s1"), &s);
			sd[taped][i] = pl_uncertain_at(&u, 100, PL_GRAVITY *
			    cos(20 * PL_DEG), -PL_GRAVITY * sin(20 * PL_DEG),
			    0, 0, part);
		}
	}
	ok(fabs(sd[0][0] - 26) < 1 && fabs(sd[0][1] - 19) < 1,
	    "in all %.1f of 298 and %.1f of 202 N m", sd[0][0], sd[0][1]);
	ok(fabs(sd[1][0] - 23) < 1 && fabs(sd[1][1] - 14) < 1,
	    "with a taped offset %.1f and %.1f", sd[1][0], sd[1][1]);
}

/* A squat: the lean goes to 30 deg and back while the sensor sinks by 0.6 m
 * and rises, 100 rows a second. */
enum { ROWS = 400 };
static double up[ROWS], fwd[ROWS], omega[ROWS], alpha[ROWS], bar[ROWS];
static double sd[ROWS], other[ROWS];
static struct pl_motion motion = { up, fwd, omega, alpha, ROWS };

/* most: greatest lean, deg; quick: how much faster than in 4 s */
static void
squat(double most, double quick)
{
	int t;

	for (t = 0; t < ROWS; t++) {
		double w = 2 * PL_PI / 4 * quick, a = w * t / 100;
		double lean = most * PL_DEG * (1 - pl_cos(a)) / 2;
		double rise = .3 * w * w * -pl_cos(a);

		omega[t] = most * PL_DEG * w * pl_sin(a) / 2;
		alpha[t] = most * PL_DEG * w * w * pl_cos(a) / 2;
		up[t] = (PL_GRAVITY + rise) * pl_cos(lean);
		fwd[t] = -(PL_GRAVITY + rise) * pl_sin(lean);
		bar[t] = 100;
	}
}

static double
peak(const struct pl_moment *m, const struct pl_varied *v, size_t *row)
{
	double best = 0;
	size_t t;

	for (t = 0; t < ROWS; t++) {
		double a = up[t], b = fwd[t], nm;

		pl_vary_read(v, &a, &b);
		a += v->wobble_up;
		b += v->wobble_fwd;
		nm = pl_moment_at(m, v->bar_kg, a, b, omega[t], alpha[t]) *
		    (1 + v->filter);
		if (nm > best)
			best = nm, *row = t;
	}
	return best;
}

/* SD of the peak over draws, against what is propagated to it. */
static void
drawn(const char *name, const struct pl_stated *stated, double align,
    const char *what)
{
	const struct pl_level *l = pl_body_find_level(name);
	const struct pl_body *b = &pl_body_default;
	struct pl_varied v = { .body = *b, .bar_kg = 100 };
	double sum = 0, squares = 0, mid, nm, propagated;
	struct pl_uncertain u;
	struct pl_random r;
	struct pl_moment m;
	struct pl_sds s;
	size_t row = 0, skip;
	int i, n = 10000;

	pl_uncertain_usual(&s, stated, align);
	pl_uncertain_init(&u, b, l, &s);
	pl_uncertain_run(&u, &motion, bar, sd);
	pl_moment_init(&m, b, l);
	mid = peak(&m, &v, &row);
	propagated = sd[row];
	pl_random_seed(&r, 4, 1);
	for (i = 0; i < n; i++) {
		pl_vary_draw(&v, b, 100, &s, &r);
		pl_moment_init(&m, &v.body, l);
		nm = peak(&m, &v, &skip) - mid;
		sum += nm;
		squares += nm * nm;
	}
	sum /= n;
	nm = sqrt(squares / n - sum * sum);
	ok(fabs(nm / propagated - 1) < .1, "%s, %s: peak %.0f N m, SD %.1f "
	    "propagated, %.1f in 10000 draws", name, what, mid, propagated,
	    nm);
}

/* Repetitions of one set, whose common errors are drawn once. */
static void
within(const char *name)
{
	enum { SET = 5 };
	const struct pl_level *l = pl_body_find_level(name);
	const struct pl_body *b = &pl_body_default;
	double J[SET][PL_INPUTS], mean[PL_INPUTS] = { 0 }, told[SET], all;
	double squares[SET] = { 0 }, worst = 0, least = 1e9;
	struct pl_uncertain u;
	struct pl_random r;
	struct pl_moment m;
	struct pl_sds s;
	size_t row[SET] = { 0 };
	int i, k, n = 4000;

	pl_uncertain_usual(&s, &everything, 2);
	pl_uncertain_init(&u, b, l, &s);
	pl_moment_init(&m, b, l);
	for (i = 0; i < SET; i++) {
		squat(20 + 3 * i, 1);
		peak(&m, &(struct pl_varied){ .body = *b, .bar_kg = 100 },
		    &row[i]);
		pl_uncertain_at(&u, 100, up[row[i]], fwd[row[i]],
		    omega[row[i]], alpha[row[i]], J[i]);
		for (k = 0; k < PL_INPUTS; k++)
			mean[k] += J[i][k] / SET;
	}
	for (i = 0; i < SET; i++) {
		squat(20 + 3 * i, 1);
		pl_uncertain_within(&u, &motion, bar, mean, other);
		pl_uncertain_run(&u, &motion, bar, sd);
		told[i] = other[row[i]];
		all = sd[row[i]];
		least = fmin(least, all / told[i]);
	}
	pl_random_seed(&r, 5, 1);
	while (n--) {
		double common[PL_INPUTS], error[SET], middle = 0;

		for (k = 0; k < PL_INPUTS; k++)
			common[k] = pl_random_normal(&r);
		for (i = 0; i < SET; i++) {
			for (error[i] = 0, k = 0; k < PL_INPUTS; k++) {
				double w = u.within[k];

				error[i] += J[i][k] * (w *
				    pl_random_normal(&r) + sqrt(1 - w * w) *
				    common[k]);
				middle += mean[k] * sqrt(1 - w * w) *
				    common[k] / SET;
			}
		}
		for (i = 0; i < SET; i++)
			squares[i] += (error[i] - middle) *
			    (error[i] - middle) / 4000;
	}
	for (i = 0; i < SET; i++)
		worst = fmax(worst, fabs(sqrt(squares[i]) / told[i] - 1));
	ok(worst < .1, "%s: within a set %.1f N m, off by %.0f %% from 4000 "
	    "draws", name, told[0], 100 * worst);
	ok(least > 2, "    at least %.1f times less than of a moment by "
	    "itself", least);
}

static void
columns(void)
{
	double worst = 0, part[PL_INPUTS], mean[PL_INPUTS] = { 0 };
	struct pl_uncertain u;
	struct pl_sds s;
	int t, k;

	squat(30, 1.5);
	for (t = 200; t < ROWS; t++)
		bar[t] = 60;
	up[7] = NAN;
	pl_uncertain_usual(&s, &nothing, NAN);
	pl_uncertain_init(&u, &pl_body_default, pl_body_find_level("t7t8"),
	    &s);
	pl_uncertain_run(&u, &motion, bar, sd);
	pl_uncertain_within(&u, &motion, bar, mean, other);
	for (t = 0; t < ROWS; t++)
		if (t != 7)
			worst = fmax(worst, fabs(sd[t] - pl_uncertain_at(&u,
			    bar[t], up[t], fwd[t], omega[t], alpha[t], part)));
	ok(worst < 1e-9, "all rows at once are each row by itself: %.1e",
	    worst);
	ok(isnan(sd[7]) && isnan(other[7]) && sd[8] > 0,
	    "a row without force has none");
	for (t = 8, worst = 0; t < ROWS; t++)
		worst = fmax(worst, fabs(sd[t] - other[t]));
	ok(worst < 1e-9, "against a mean of nothing the SD is the whole");
	pl_uncertain_at(&u, 100, up[50], fwd[50], omega[50], alpha[50], mean);
	for (k = 0; k < PL_INPUTS; k++)
		u.within[k] = 0;
	pl_uncertain_within(&u, &motion, bar, mean, other);
	ok(other[50] < 1e-5, "and against itself, if nothing changes, 0: %.1e",
	    other[50]);
}

static void
inputs(void)
{
	struct pl_sds s, before;
	double none[PL_INPUTS], some[PL_INPUTS];
	struct pl_uncertain u;
	bool sources = true;
	int i;

	for (i = 0; i < PL_INPUTS; i++)
		sources = sources && pl_uncertain_row(i)->source;
	ok(sources && !pl_uncertain_row(PL_INPUTS), "each input has a source");
	pl_uncertain_usual(&s, &nothing, NAN);
	ok(s.sd[PL_IN_ALIGN] == 5 && s.sd[PL_IN_SEX] == .5 &&
	    s.sd[PL_IN_STATURE] == .07 && s.sd[PL_IN_OFFSET] == .015,
	    "what was not said is assumed widely");
	pl_uncertain_usual(&s, &everything, 2);
	ok(s.sd[PL_IN_ALIGN] == 2 && s.sd[PL_IN_SEX] == 0 &&
	    s.sd[PL_IN_STATURE] == .01 && s.sd[PL_IN_OFFSET] == .005,
	    "what was said, less");
	before = s;
	ok(pl_uncertain_set(&s, "alig", 4, 1) == PL_ECOLUMN &&
	    pl_uncertain_set(&s, "align", 5, -1) == PL_ERANGE &&
	    pl_uncertain_set(&s, "align", 5, NAN) == PL_ERANGE &&
	    pl_uncertain_set(&s, "acc", 3, 11) == PL_ERANGE &&
	    memcmp(&s, &before, sizeof s) == 0,
	    "other keys and SDs that cannot be are refused");
	ok(!pl_uncertain_set(&s, "acc", 3, .1) && s.sd[PL_IN_ACC_UP] == .1 &&
	    s.sd[PL_IN_ACC_FWD] == .1, "one key may stand for two");
	ok(!pl_uncertain_set(&s, "align", 5, .1) && s.within[PL_IN_ALIGN] ==
	    .1, "what changes within a set cannot exceed the whole");
	pl_uncertain_init(&u, &pl_body_default, pl_body_find_level("l5s1"),
	    &s);
	pl_uncertain_at(&u, 100, PL_GRAVITY, 0, 0, 0, none);
	pl_uncertain_at(&u, 100, PL_GRAVITY * cos(.5), -PL_GRAVITY * sin(.5),
	    0, 0, some);
	ok(fabs(none[PL_IN_ACC_FWD]) < 1e-9 && fabs(some[PL_IN_ACC_FWD]) > .3,
	    "a forward bias hides upright, and shows when leaning: %.1f N m",
	    some[PL_IN_ACC_FWD]);
}

int
main(void)
{
	sensitivities();
	totals();
	squat(30, 1);
	drawn("l5s1", &everything, 2, "all stated");
	drawn("t7t8", &everything, 2, "all stated");
	drawn("l5s1", &nothing, NAN, "nothing stated");
	drawn("t7t8", &nothing, NAN, "nothing stated");
	squat(20, 2.5);
	drawn("l5s1", &nothing, 8, "a quick squat, never still");
	drawn("t7t8", &nothing, 8, "a quick squat, never still");
	within("l5s1");
	within("t7t8");
	columns();
	inputs();
	return done();
}
