/* the way up: what is known of a made-up ascent is found in the rep table */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../lib/base/num.h"
#include "../lib/base/trig.h"
#include "../lib/squat/rep/rep.h"
#include "tap.h"

enum { ROOM = 4000 };

/* One repetition: 1 s down, 2 s up, at a rate; the velocity of the ascent is a
 * half sine of 0.6 m/s less a dip, a Gauss bell of that depth at 0.8 s. */
struct made {
	double rate_hz, dip_m_s, ripple_m_s, early_deg, drift_deg;
	double drop_m_s2;	/* at its end it falls so fast, for 0.1 s */
};

static double
rising(const struct made *m, double t)
{
	double d = (t - .8) / .15, v;

	v = .6 * pl_sin(PL_PI * t / 2) - m->dip_m_s * pl_exp(-d * d / 2);
	v += m->ripple_m_s * pl_sin(2 * PL_PI * 6 * t);
	if (m->drop_m_s2 > 0 && t > 1.9)
		v = .6 * pl_sin(PL_PI * 1.9 / 2) - m->drop_m_s2 * (t - 1.9);
	return v;
}

static void
put(struct pl_table *t, const char *name, size_t row, double x)
{
	pl_table_edit(t, name)[row] = x;
}

static void
word(struct pl_table *t, const char *name, size_t row, const char *w)
{
	int col = pl_table_find(t, name);
	double x = NAN;

	if (!pl_table_word(t, col, w, strlen(w), &x))
		t->col[col].x[row] = x;
}

static bool
fold(const struct made *m, struct pl_table *reps)
{
	static const char *const names[] = { "t_s", "set", "cand", "rep",
	    "class", "phase", "vel_m_s", "height_m", "lean_deg", "twist_deg",
	    "bar_vel_m_s", "bounces", "truncated", "drift_m_s2", "closure_m" };
	size_t n = (size_t)(3 * m->rate_hz) + 1, i, k;
	struct pl_fault fault;
	struct pl_table t;
	bool done;

	pl_table_init(&t);
	pl_table_init(reps);
	done = !pl_table_resize(&t, n);
	for (k = 0; k < sizeof names / sizeof *names; k++)
		done = !pl_table_add(&t, names[k], NULL) && done;
	for (i = 0; done && i < n; i++) {
		double s = (double)i / m->rate_hz, up = s - 1;
		double v = s < 1 ? -.9 * pl_sin(PL_PI * s) : rising(m, up);

		put(&t, "t_s", i, s);
		put(&t, "set", i, 1);
		put(&t, "cand", i, 1);
		put(&t, "rep", i, 1);
		put(&t, "vel_m_s", i, v);
		put(&t, "bar_vel_m_s", i, 2 * v);
		put(&t, "height_m", i, fabs(up));
		put(&t, "lean_deg", i, s < 1 ? 30 * s : 30 - 10 * up +
		    (up < .6 ? m->early_deg * pl_sin(PL_PI * up / .6) +
		    10 * up : 6));
		put(&t, "twist_deg", i, m->drift_deg * s +
		    2 * pl_sin(2 * PL_PI * s / 3));
		put(&t, "bounces", i, 2);
		put(&t, "truncated", i, 1);
		put(&t, "drift_m_s2", i, .25);
		put(&t, "closure_m", i, -.125);
		word(&t, "class", i, "work");
		word(&t, "phase", i, fabs(up) < .5 / m->rate_hz ? "bottom" :
		    up < 0 ? "ecc" : "con");
	}
	done = done && !pl_rep_fold(&t, reps, &fault) && reps->rows == 1;
	pl_table_free(&t);
	return done;
}

static double
value(const struct pl_table *t, const char *name)
{
	const double *x = pl_table_get(t, name);

	return x ? x[0] : -99;
}

static bool
near(const struct pl_table *t, const char *name, double want, double within)
{
	double x = value(t, name);

	if (fabs(x - want) <= within || (pl_missing(x) && pl_missing(want)))
		return true;
	printf("# %s: %.6g, not %.6g\n", name, x, want);
	return false;
}

static void
velocities(double rate_hz)
{
	struct made m = { .rate_hz = rate_hz };
	struct pl_table r;
	double step = 1 / rate_hz;

	ok(fold(&m, &r) && near(&r, "ecc_pv_m_s", .9, .9 * 5 * step * step) &&
	    near(&r, "mcv_m_s", 1.2 / PL_PI, .02 * step) &&
	    near(&r, "mpv_m_s", value(&r, "mcv_m_s"), 1e-12) &&
	    near(&r, "mpv_bar_m_s", 2 * value(&r, "mpv_m_s"), 1e-12) &&
	    near(&r, "vl_pct", 0, 0), "%g Hz: velocities", rate_hz);
	ok(near(&r, "sticking_s", NAN, 0) && near(&r, "sticking_v_m_s", NAN, 0)
	    && near(&r, "sticking_lean_deg", NAN, 0),
	    "%g Hz: one bell of velocity has no sticking region", rate_hz);
	pl_table_free(&r);
	m.ripple_m_s = .03;
	ok(fold(&m, &r) && (near(&r, "sticking_s", NAN, 0) || rate_hz < 15),
	    "%g Hz: nor has the ripple of a strap", rate_hz);
	pl_table_free(&r);
	m = (struct made){ .rate_hz = rate_hz, .dip_m_s = .35 };
	/* by the derivative: greatest at 0.505 s, least, 0.218 m/s, at 0.779 */
	ok(fold(&m, &r) && near(&r, "sticking_s", .274, .03 + step) &&
	    near(&r, "sticking_v_m_s", .218, .06),
	    "%g Hz: a dip is one", rate_hz);
	pl_table_free(&r);
	m.dip_m_s = .05;
	ok(fold(&m, &r) && near(&r, "sticking_s", NAN, 0),
	    "%g Hz: a shallow one is none", rate_hz);
	pl_table_free(&r);
}

static void
the_rest(void)
{
	struct made m = { .rate_hz = 100, .drop_m_s2 = 12 };
	struct pl_table r;
	double lasting;

	/* 1.9 s of the sine, then braked faster than by weight */
	lasting = .6 * (1 - pl_cos(PL_PI * .95)) * 2 / PL_PI / 1.9;
	ok(fold(&m, &r) && near(&r, "mpv_m_s", lasting, 2e-4) &&
	    value(&r, "mcv_m_s") < value(&r, "mpv_m_s") - .02,
	    "the propulsive phase ends where the fall begins");
	pl_table_free(&r);
	m.drop_m_s2 = 9.5;
	ok(fold(&m, &r) && near(&r, "mpv_m_s", value(&r, "mcv_m_s"), 1e-12),
	    "but not for less than free fall");
	pl_table_free(&r);
	m = (struct made){ .rate_hz = 100, .early_deg = 4 };
	ok(fold(&m, &r) && near(&r, "lean_gain_early_deg", 4, .01),
	    "lean gained early");
	pl_table_free(&r);
	m.early_deg = -4;
	ok(fold(&m, &r) && near(&r, "lean_gain_early_deg", 0, 1e-9),
	    "a trunk that erects gains none");
	ok(near(&r, "twist_range_deg", 4, .01), "twist from side to side");
	pl_table_free(&r);
	m.drift_deg = 3;
	ok(fold(&m, &r) && near(&r, "twist_range_deg", 4, .01),
	    "a heading that drifts is no twist");
	ok(near(&r, "bounces", 2, 0) && near(&r, "truncated", 1, 0) &&
	    near(&r, "drift_m_s2", .25, 0) && near(&r, "closure_m", -.125, 0),
	    "what the stream says of a candidate is passed on");
	pl_table_free(&r);
}

static void
smoothness(void)
{
	struct made m = { .rate_hz = 100 };
	struct pl_table r;
	double one;

	ok(fold(&m, &r) && near(&r, "sparc", -1.55, .03),
	    "a half sine is smooth");
	one = value(&r, "sparc");
	pl_table_free(&r);
	m.dip_m_s = .35;
	ok(fold(&m, &r) && value(&r, "sparc") < one - .05,
	    "one that almost halts is less so");
	pl_table_free(&r);
}

int
main(void)
{
	velocities(100);
	velocities(1000);
	velocities(20);
	velocities(10);
	the_rest();
	smoothness();
	return done();
}
