/* findings: the table of checks is sound, and simulated sensors are what their
 * grade says */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/trig.h"
#include "../lib/base/unit.h"
#include "../lib/imu/findings.h"
#include "../lib/squat/load/moment.h"
#include "../lib/squat/simulate/simulate.h"
#include "tap.h"

/* Has the row a name, words, and limits in the right order? */
static bool
sound(const struct pl_check *c)
{
	bool limits = c->side != PL_NO_LIMIT;
	double warn = c->warn, unfit = c->unfit;

	if (!c->name || !*c->name || !c->unit || !(c->si > 0) || !c->why ||
	    !c->record || strlen(c->why) >= 200 || strlen(c->record) >= 200)
		return false;
	if (limits == (pl_missing(warn) && pl_missing(unfit)) ||
	    limits != (*c->why != '\0'))
		return false;
	if (pl_missing(warn) || pl_missing(unfit))
		return true;
	return c->side == PL_LEAST ? warn > unfit : warn < unfit;
}

static void
rows(void)
{
	int i, k, bad = 0, twice = 0;

	for (i = 0; i < PL_CHECKS; i++) {
		const struct pl_check *c = pl_check_row(i);

		if (!sound(c)) {
			printf("# row %d\n", i);
			bad++;
		}
		for (k = 0; k < i; k++)
			twice += !strcmp(c->name, pl_check_row(k)->name) &&
			    c->scope == pl_check_row(k)->scope;
	}
	ok(bad == 0, "each check has words and limits that follow each other");
	ok(twice == 0, "and a name of its own");
	ok(pl_moment_smooths(pl_check_row(PL_CHECK_RATE)->unfit) &&
	    !pl_moment_smooths(pl_check_row(PL_CHECK_RATE)->unfit - 0.001),
	    "the slowest rate is that of the low-pass of plumb-load");
}

/* The findings of a stream and of its sensor. */
static struct pl_findings
look_at(const struct pl_table *t)
{
	struct pl_findings f = { 0 };
	struct pl_device d;
	struct pl_clock c;
	struct pl_look l;
	bool begins;

	if (pl_clock_find(t, &c) || pl_device_at(t, 1, &d, &begins, NULL))
		exit(2);
	pl_look_clock(&c, &l);
	if (pl_findings_add(&f, &l) || pl_look_sensor(t, &d, &c, true, &l) ||
	    pl_findings_add(&f, &l))
		exit(2);
	return f;
}

static const struct pl_finding *
get(const struct pl_findings *f, const char *name)
{
	static const struct pl_finding none = { .value = NAN };
	size_t i;

	for (i = 0; i < f->n; i++)
		if (strcmp(f->of[i].name, name) == 0)
			return &f->of[i];
	return &none;
}

static struct pl_findings
recorded(const struct pl_session *p)
{
	struct pl_findings f;
	struct pl_table t;

	pl_table_init(&t);
	if (pl_simulate_run(p, &t, NULL, NULL) || pl_table_settle(&t, NULL))
		exit(2);
	f = look_at(&t);
	pl_table_free(&t);
	return f;
}

static struct pl_findings
simulated(const struct pl_grade *grade, double rate_hz, unsigned seed)
{
	struct pl_session p = pl_session_default;

	p.grade = grade;
	p.rate_hz = rate_hz;
	p.seed = seed;
	return recorded(&p);
}

/* How far x, y and z of a finding are off what they should be, as a share. */
static double
worst(const struct pl_findings *f, const char *what, const char *of,
    double want)
{
	double most = 0;
	char name[64];
	int a;

	for (a = 0; a < 3; a++) {
		double off;

		snprintf(name, sizeof name, "%s_%c_%s", what, 'x' + a, of);
		off = fabs(get(f, name)->value / want - 1);
		most = off <= most ? most : off;	/* missing is worst */
	}
	return most;
}

static void
grade(const char *name, double rate_hz)
{
	enum { SEEDS = 5 };
	const struct pl_grade *g = pl_grade_find(name);
	double acc = 0, gyr = 0, step = 0, unfit = 0, slip = 0, worse;
	unsigned s;
	size_t i;

	for (s = 1; s <= SEEDS; s++) {
		struct pl_findings f = simulated(g, rate_hz, s);
		double q = ldexp(1, 1 - g->bits);

		worse = worst(&f, "acc", "noise", g->acc_noise_ug);
		acc = worse <= acc ? acc : worse;
		worse = worst(&f, "gyr", "noise", g->gyr_noise_deg_s);
		gyr = worse <= gyr ? gyr : worse;
		worse = fmax(worst(&f, "acc", "step", q * g->acc_range_g *
		    PL_GRAVITY), worst(&f, "gyr", "step", q *
		    g->gyr_range_deg_s));
		step = worse <= step ? step : worse;
		slip = fmax(slip, get(&f, "slip")->value);
		for (i = 0; i < f.n; i++)
			unfit += f.of[i].verdict == PL_UNFIT;
		pl_findings_free(&f);
	}
	ok(acc < 0.15, "%s, %g Hz: noise of the accelerometer within %.0f %%",
	    name, rate_hz, 100 * acc);
	ok(gyr < 0.15, "%s, %g Hz: noise of the gyroscope within %.0f %%",
	    name, rate_hz, 100 * gyr);
	ok(step < 2e-3, "%s, %g Hz: steps of 16 bits within %.2f %%", name,
	    rate_hz, 100 * step);
	ok(unfit == 0 && slip < 1, "%s, %g Hz: fit, and no slip (%.2f deg)",
	    name, rate_hz, slip);
}

/* The worst of a verdict, by what is done to a good sensor. */
static void
verdicts(void)
{
	struct pl_session brisk = pl_session_default;
	struct pl_grade g = *pl_grade_find("consumer");
	struct pl_findings f;

	f = simulated(&g, 100, 3);
	ok(get(&f, "rate")->verdict == PL_FIT && get(&f, "rate")->limit == 97,
	    "a good number has the limit that it kept");
	pl_findings_free(&f);
	f = simulated(&g, 40, 3);
	ok(get(&f, "rate")->verdict == PL_WARN && get(&f, "rate")->limit == 97
	    && *get(&f, "rate")->advice, "a worse one that it passed");
	pl_findings_free(&f);
	f = simulated(&g, 10, 3);
	ok(get(&f, "rate")->verdict == PL_UNFIT && get(&f, "rate")->limit == 15,
	    "a bad one the last");
	pl_findings_free(&f);
	g.gyr_range_deg_s = 40;
	brisk.grade = &g;
	brisk.lean_deg = 60;
	brisk.tempo_s[0] = brisk.tempo_s[2] = 1;
	f = recorded(&brisk);
	ok(fmax(fmax(get(&f, "gyr_x_clipped")->value,
	    get(&f, "gyr_y_clipped")->value),
	    get(&f, "gyr_z_clipped")->value) > 0.5 &&
	    fabs(get(&f, "gyr_range")->value - 40) < 0.4 &&
	    get(&f, "gyr_range")->verdict == PL_WARN,
	    "a range that clips is told");
	pl_findings_free(&f);
	g = *pl_grade_find("consumer");
	g.bits = 8;
	g.acc_range_g = 4;
	g.gyr_range_deg_s = 500;
	f = simulated(&g, 100, 3);
	ok(get(&f, "acc_x_step")->verdict == PL_WARN &&
	    get(&f, "gyr_x_step")->verdict == PL_UNFIT &&
	    pl_missing(get(&f, "frozen_longest")->value) &&
	    get(&f, "frozen_longest")->verdict == PL_FIT &&
	    *get(&f, "frozen_longest")->advice,
	    "8 bits are coarse, and what stands still may not be frozen");
	pl_findings_free(&f);
	f = simulated(pl_grade_find("none"), 100, 3);
	ok(get(&f, "frozen_longest")->value == 0 &&
	    get(&f, "frozen_longest")->verdict == PL_FIT,
	    "a perfect sensor that rests is not frozen");
	pl_findings_free(&f);
}

int
main(void)
{
	rows();
	grade("lab", 100);
	grade("consumer", 100);
	grade("poor", 100);
	grade("lab", 200);
	verdicts();
	return done();
}
