/* each stress does what its name says, as much as it says, and nothing else */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/trig.h"
#include "../lib/base/unit.h"
#include "../lib/base/vec.h"
#include "../lib/squat/simulate/stress.h"
#include "tap.h"

static const char *const signal_of[12] = { "acc_x_m_s2", "acc_y_m_s2",
	"acc_z_m_s2", "gyr_x_rad_s", "gyr_y_rad_s", "gyr_z_rad_s",
	"t12_acc_x_m_s2", "t12_acc_y_m_s2", "t12_acc_z_m_s2",
	"t12_gyr_x_rad_s", "t12_gyr_y_rad_s", "t12_gyr_z_rad_s" };

/* n rows of signals that are 1, 2 .. 6 with a sine of 1 Hz of size swing. */
static struct pl_table
table(size_t n, double rate, int signals, double swing)
{
	struct pl_table t;
	double *x;
	size_t i;
	int k;

	pl_table_init(&t);
	if (pl_table_resize(&t, n) || pl_table_add(&t, "t_s", &x))
		exit(2);
	for (i = 0; i < n; i++)
		x[i] = (double)i / rate;
	for (k = 0; k < signals; k++) {
		if (pl_table_add(&t, signal_of[k], &x))
			exit(2);
		for (i = 0; i < n; i++)
			x[i] = 1 + k % 6 + swing * sin(2 * PL_PI * (double)i /
			    rate);
	}
	return t;
}

static struct pl_stress
one(const char *key, double value)
{
	struct pl_stress s = { .lost = 0 };

	if (pl_stress_set(&s, key, strlen(key), value))
		exit(2);
	return s;
}

static struct pl_table
stress(const struct pl_stress *s, unsigned seed, const struct pl_table *in,
    struct pl_stressed *drawn)
{
	struct pl_stressed skip;
	struct pl_table out;

	pl_table_init(&out);
	if (pl_stress_stream(s, seed, in, &out, drawn ? drawn : &skip, NULL))
		exit(2);
	return out;
}

static const double *
col(const struct pl_table *t, int k)
{
	return pl_table_get(t, signal_of[k]);
}

static bool
same(const struct pl_table *a, const struct pl_table *b, double far)
{
	size_t c, i;

	if (a->rows != b->rows || a->cols != b->cols)
		return false;
	for (c = 0; c < a->cols; c++)
		for (i = 0; i < a->rows; i++)
			if (!(fabs(a->col[c].x[i] - b->col[c].x[i]) <= far) &&
			    !(pl_missing(a->col[c].x[i]) &&
			    pl_missing(b->col[c].x[i])))
				return false;
	return true;
}

static double
sd(const double *x, const double *y, size_t n)
{
	double sum = 0, square = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		sum += x[i] - y[i];
		square += (x[i] - y[i]) * (x[i] - y[i]);
	}
	sum /= (double)n;
	return sqrt(fmax(0, square / (double)n - sum * sum));
}

static bool
near(double got, double want, double share)
{
	return fabs(got - want) <= share * fabs(want);
}

static void
noise(double rate)
{
	struct pl_table t = table(20000, rate, 6, 1), o;
	struct pl_stress s = one("acc-noise", 300);
	double density = 300e-6 * PL_GRAVITY;

	o = stress(&s, 3, &t, NULL);
	ok(near(sd(col(&o, 1), col(&t, 1), t.rows), density * sqrt(rate / 2),
	    .03) && sd(col(&o, 4), col(&t, 4), t.rows) == 0,
	    "%g Hz: noise has the SD of its density, the gyroscope none", rate);
	pl_table_free(&o);
	s = one("gyr-walk", .5);
	o = stress(&s, 3, &t, NULL);
	ok(sd(col(&o, 1), col(&t, 1), t.rows) == 0 &&
	    fabs(col(&o, 4)[0] - col(&t, 4)[0]) < .5 * PL_DEG,
	    "%g Hz: a walk begins at nothing", rate);
	pl_table_free(&o);
	pl_table_free(&t);
}

/* What is drawn once a recording, over seeds. */
static void
drawn(void)
{
	enum { SEEDS = 400, N = 101 };
	struct pl_table t = table(N, 100, 6, 0), o;
	double bias = 0, gain = 0, walk = 0, clock = 0;
	bool constant = true;
	struct pl_stressed d;
	struct pl_stress s;
	unsigned seed;

	for (seed = 1; seed <= SEEDS; seed++) {
		s = one("gyr-bias", 2);
		o = stress(&s, seed, &t, NULL);
		constant &= sd(col(&o, 3), col(&t, 3), N) < 1e-7;
		bias += pow((col(&o, 3)[7] - 4) / PL_DEG, 2);
		pl_table_free(&o);
		s = one("acc-gain", 3);
		o = stress(&s, seed, &t, NULL);
		constant &= sd(col(&o, 2), col(&t, 2), N) < 1e-7;
		gain += pow(col(&o, 2)[7] / 3 - 1, 2);
		pl_table_free(&o);
		s = one("gyr-walk", .7);
		o = stress(&s, seed, &t, NULL);
		walk += pow((col(&o, 5)[100] - col(&o, 5)[0]) / PL_DEG, 2);
		pl_table_free(&o);
		s = one("rate", 2);
		o = stress(&s, seed, &t, &d);
		clock += pow(d.clock - 1, 2);
		constant &= fabs((double)o.rows - N * d.clock) <= 2;
		pl_table_free(&o);
	}
	ok(constant, "bias and gain last; a clock makes it longer or shorter");
	ok(near(sqrt(bias / SEEDS), 2, .1) && near(sqrt(gain / SEEDS), .03, .1)
	    && near(sqrt(walk / SEEDS), .7, .1) &&
	    near(sqrt(clock / SEEDS), .02, .1),
	    "over seeds bias, gain, walk in 1 s and clock have their SD");
	pl_table_free(&t);
}

static void
clock(void)
{
	struct pl_table t = table(3000, 100, 6, 1), o;
	struct pl_stress s = one("rate", 4);
	struct pl_stressed d;
	double far = 0, rate;
	const double *at;
	size_t i;

	o = stress(&s, 5, &t, &d);
	at = pl_table_get(&o, "t_s");
	for (i = 1; i + 1 < o.rows; i++)
		far = fmax(far, fabs(col(&o, 0)[i] - 1 -
		    sin(2 * PL_PI * at[i] / d.clock)));
	ok(fabs(d.clock - 1) > .001 && far < 1e-4 &&
	    !pl_table_rate(&o, &rate, NULL) && near(rate, 100, 1e-6),
	    "a second lasts clock seconds, on an even grid (%g)", far);
	pl_table_free(&o);
	pl_table_free(&t);
}

static void
jitter(void)
{
	enum { N = 20000 };
	struct pl_table t = table(N, 20, 6, 0), o;
	struct pl_stress s = one("jitter", 13);
	double *x = pl_table_edit(&t, "acc_x_m_s2"), alike[2] = { 0 };
	const double *y;
	bool ordered = true;
	size_t i;
	int burst;

	for (i = 0; i < N; i++)
		x[i] = (double)i / 20;
	for (burst = 0; burst < 2; burst++) {
		if (burst && pl_stress_set(&s, "packet", 6, 200))
			exit(2);
		o = stress(&s, 9, &t, NULL);
		y = col(&o, 0);
		for (i = 1; i < N; i++) {
			ordered &= y[i] >= y[i - 1];
			alike[burst] += (y[i] - x[i]) * (y[i - 1] - x[i - 1]) /
			    (N * .013 * .013);
		}
		ok(ordered && near(sd(y, x, N), .013, .1) &&
		    sd(col(&o, 1), col(&t, 1), N) < 1e-12,
		    "samples jitter as stated, in order, %s", burst ?
		    "packets at a time" : "each");
		pl_table_free(&o);
	}
	ok(fabs(alike[0]) < .05 && alike[1] > .5, "a packet jitters as one");
	pl_table_free(&t);
}

static void
losses(void)
{
	enum { N = 60000 };
	struct pl_table t = table(N, 100, 12, 1), o;
	struct pl_stress s = one("lost", 10);
	size_t i, empty = 0, holes = 0, run = 0, shortest = N;
	struct pl_stressed d;
	bool together = true;
	double off = 0;
	int k;

	o = stress(&s, 2, &t, &d);
	for (i = 0; i < N; i++) {
		bool gone = pl_missing(col(&o, 0)[i]);

		for (k = 1; k < 12; k++)
			together &= pl_missing(col(&o, k)[i]) == gone;
		if (!gone)
			off = fmax(off, fabs(col(&o, 0)[i] - col(&t, 0)[i]));
		empty += gone;
		holes += gone && !run;
		if (!gone && run)
			shortest = run < shortest ? run : shortest;
		run = gone ? run + 1 : 0;
	}
	ok(near((double)d.lost / N, .1, .1), "a tenth is lost (%g)",
	    (double)d.lost / N);
	ok(holes == d.holes && empty < d.lost && shortest >= 6,
	    "what plumb-read leaves empty is empty: %zu holes", holes);
	ok(together, "all sensors lose the same packets");
	ok(off > 0 && off < .05, "what is shorter is a straight line (%g)",
	    off);
	/* holes of mean 0.1 s come every second; of these exp(-0.06 / 0.1)
	 * last 60 ms and more */
	ok(near((double)holes, N / 100. * exp(-.6), .12),
	    "as many as their mean length says");
	pl_table_free(&o);
	if (pl_stress_set(&s, "hole", 4, 2))
		exit(2);
	o = stress(&s, 2, &t, &d);
	ok(near((double)d.lost / N, .1, .3) && d.holes < 45 && d.longest_s > 3,
	    "fewer and longer ones lose as much");
	pl_table_free(&o);
	pl_table_free(&t);
}

static void
converter(void)
{
	struct pl_table t = table(1000, 100, 6, 3), o;
	struct pl_stress s = one("acc-range", .3);
	double full = .3 * PL_GRAVITY, off = 0, most = 0, steps = 0;
	size_t i;

	o = stress(&s, 1, &t, NULL);
	for (i = 0; i < 1000; i++) {
		double x = col(&t, 0)[i];

		off = fmax(off, fabs(col(&o, 0)[i] - (x > full ? full :
		    x < -full ? -full : x)));
	}
	ok(off == 0, "a range clips, and leaves alone what lies within");
	pl_table_free(&o);
	if (pl_stress_set(&s, "bits", 4, 6))
		exit(2);
	o = stress(&s, 1, &t, NULL);
	for (i = 0; i < 1000; i++) {
		double n = col(&o, 0)[i] / full * 32;

		steps = fmax(steps, fabs(n - floor(n + .5)));
		most = fmax(most, n);
	}
	ok(steps < 1e-9 && fabs(most - 31) < 1e-9, "bits are steps of it");
	ok(pl_stress_set(&s, "bits", 4, 2.5) == PL_ERANGE &&
	    pl_stress_set(&s, "bits", 4, -1) == PL_ERANGE &&
	    pl_stress_set(&s, "lost", 4, 91) == PL_ERANGE &&
	    pl_stress_set(&s, "los", 3, 1) == PL_ECOLUMN,
	    "what cannot be is refused");
	pl_table_free(&o);
	pl_table_free(&t);
}

static pl_vec
at(const struct pl_table *t, int k, size_t i)
{
	return (pl_vec){ col(t, k)[i], col(t, k + 1)[i], col(t, k + 2)[i] };
}

/* A sensor that does not turn, and slips. */
static void
slip(void)
{
	enum { N = 2000 };
	struct pl_table t = table(N, 100, 12, 0), o;
	struct pl_stress s = one("slip", 25);
	double length = 0, turned = 0, other = 0;
	struct pl_stressed d;
	pl_vec v, w;
	size_t i;
	int k;

	for (k = 3; k < 12; k += k == 5 ? 4 : 1)
		memset(pl_table_edit(&t, signal_of[k]), 0,
		    N * sizeof(double));
	o = stress(&s, 4, &t, &d);
	for (i = 0; i < N; i++) {
		length = fmax(length, fabs(pl_vec_norm(at(&o, 0, i)) -
		    pl_vec_norm(at(&t, 0, i))));
		turned += pl_vec_norm(at(&o, 3, i)) / 100;
	}
	v = pl_vec_unit(at(&o, 0, 0));
	w = pl_vec_unit(at(&o, 0, N - 1));
	for (k = 0; k < 3; k++)
		other += fabs(col(&o, k)[N - 1] - col(&o, k + 6)[N - 1]);
	ok(length < 1e-12, "a slip changes no size of a force");
	ok(near(turned, 25 * PL_DEG, .01), "the gyroscope sees all of it");
	ok(pl_vec_dot(v, w) < .9999 && pl_vec_dot(v, w) >
	    cos(25 * PL_DEG) - 1e-9, "and it stays");
	ok(other > .1, "another sensor slips another way");
	ok(d.slip_at_s > N / 400. && d.slip_at_s < 3 * N / 400. &&
	    at(&o, 0, (size_t)(d.slip_at_s * 100)).x == 1 &&
	    at(&o, 0, (size_t)(d.slip_at_s * 100) + 10).x != 1,
	    "at an instant in the middle half");
	pl_table_free(&o);
	if (pl_stress_set(&s, "slip-at", 7, 3))
		exit(2);
	o = stress(&s, 4, &t, &d);
	ok(d.slip_at_s == 3 && at(&o, 0, 299).x == 1 &&
	    at(&o, 0, 310).x != 1, "or when it is told to");
	pl_table_free(&o);
	pl_table_free(&t);
}

static void
levels(void)
{
	static const char *const keys[] = { "acc-noise", "acc-bias", "gyr-bias",
		"rate", "jitter", "lost", "slip" };
	struct pl_table t = table(3000, 100, 6, 1), o, again, two;
	struct pl_stress s, by_key = { .lost = 0 };
	const char *level;
	size_t i;

	for (i = 0; (level = pl_stress_level((int)i)); i++) {
		ok(pl_stress_find(&s, level) &&
		    pl_stress_none(&s) == (strcmp(level, "none") == 0),
		    "%s is a level", level);
		o = stress(&s, 8, &t, NULL);
		again = stress(&s, 8, &t, NULL);
		two = stress(&s, 9, &t, NULL);
		ok(same(&o, &again, 0) && same(&o, &two, 0) ==
		    pl_stress_none(&s), "%s: one seed, one recording", level);
		ok(!pl_stress_none(&s) || same(&o, &t, 0),
		    "%s: none changes nothing", level);
		pl_table_free(&o);
		pl_table_free(&again);
		pl_table_free(&two);
	}
	ok(!pl_stress_find(&s, "fine"), "what is none is not found");
	for (i = 0; i < sizeof keys / sizeof *keys; i++) {
		by_key = one(keys[i], 1);
		ok(!pl_stress_none(&by_key), "%s is something", keys[i]);
	}
	/* lab, thing by thing */
	by_key = one("acc-noise", 60);
	if (pl_stress_set(&by_key, "acc-bias", 8, 5) |
	    pl_stress_set(&by_key, "acc-gain", 8, .1) |
	    pl_stress_set(&by_key, "acc-range", 9, 16) |
	    pl_stress_set(&by_key, "gyr-noise", 9, .004) |
	    pl_stress_set(&by_key, "gyr-bias", 8, .1) |
	    pl_stress_set(&by_key, "gyr-walk", 8, .001) |
	    pl_stress_set(&by_key, "gyr-gain", 8, .1) |
	    pl_stress_set(&by_key, "gyr-range", 9, 2000) |
	    pl_stress_set(&by_key, "bits", 4, 16) |
	    pl_stress_set(&by_key, "rate", 4, .1) |
	    pl_stress_set(&by_key, "jitter", 6, .1) ||
	    !pl_stress_find(&s, "lab"))
		exit(2);
	o = stress(&s, 8, &t, NULL);
	again = stress(&by_key, 8, &t, NULL);
	ok(same(&o, &again, 0), "a level is the sum of its parts");
	pl_table_free(&o);
	pl_table_free(&again);
	pl_table_free(&t);
}

static void
composed(void)
{
	struct pl_table t = table(500, 100, 6, 1), a, b, both;
	struct pl_stress n = one("acc-noise", 200), g = one("acc-bias", 50), s;

	s = n;
	s.grade.acc_bias_mg = 50;
	a = stress(&n, 6, &t, NULL);
	b = stress(&g, 6, &a, NULL);
	both = stress(&s, 6, &t, NULL);
	ok(same(&b, &both, 1e-12), "noise, then bias, is both");
	pl_table_free(&a);
	pl_table_free(&b);
	pl_table_free(&both);
	pl_table_free(&t);
}

static void
columns(void)
{
	struct pl_stress s = one("acc-bias", 50);
	struct pl_table t = table(100, 100, 6, 1), o;
	struct pl_stressed d;
	double *x;

	if (pl_table_add(&t, "acc_fwd_m_s2", &x) ||
	    pl_table_add(&t, "lean_deg", NULL) ||
	    pl_table_add(&t, "gym", NULL) ||
	    pl_table_word(&t, (int)t.cols - 1, "home", 4,
	    &t.col[t.cols - 1].x[7]))
		exit(2);
	pl_table_edit(&t, "acc_y_m_s2")[50] = PL_MISSING;
	o = stress(&s, 1, &t, NULL);
	ok(o.cols == 8 && pl_table_find(&o, "gym") == 7 &&
	    strcmp(pl_table_label(&o, 7, 7), "home") == 0 &&
	    !pl_table_label(&o, 7, 8),
	    "what is foreign stays, what was computed goes");
	ok(pl_missing(col(&o, 1)[50]) && !pl_missing(col(&o, 1)[49]) &&
	    !pl_missing(col(&o, 0)[50]), "what is missing stays missing");
	pl_table_free(&o);
	pl_table_drop(&t, "acc_y_m_s2");
	pl_table_init(&o);
	ok(pl_stress_stream(&s, 1, &t, &o, &d, NULL) == PL_ECOLUMN && !o.cols,
	    "two axes are no sensor");
	pl_table_drop(&t, "acc_x_m_s2");
	pl_table_drop(&t, "acc_z_m_s2");
	o = stress(&s, 1, &t, NULL);
	ok(o.cols == 5 && pl_table_find(&o, "acc_fwd_m_s2") < 0,
	    "a gyroscope alone is one");
	pl_table_free(&o);
	pl_table_free(&t);
	t = table(100, 100, 0, 0);
	if (pl_table_add(&t, "acc_fwd_m_s2", &x) ||
	    pl_table_add(&t, "acc_up_m_s2", &x) ||
	    pl_table_add(&t, "acc_right_m_s2", &x))
		exit(2);
	x[3] = 5;
	o = stress(&s, 1, &t, NULL);
	ok(o.cols == 4 && fabs(pl_table_get(&o, "acc_right_m_s2")[3] - 5) >
	    1e-3, "the trunk's axes are one, alone");
	pl_table_free(&o);
	pl_table_free(&t);
}

static void
reps(void)
{
	struct pl_stress s = one("rate", 3);
	struct pl_table t, stream = table(100, 100, 6, 0), o;
	struct pl_stressed d, e;
	double *x;

	pl_table_init(&t);
	if (pl_table_resize(&t, 1) || pl_table_add(&t, "bottom_s", &x) ||
	    pl_table_add(&t, "pv_m_s", NULL) ||
	    pl_table_add(&t, "tempo", NULL))
		exit(2);
	x[0] = 100;
	pl_table_edit(&t, "pv_m_s")[0] = 1;
	o = stress(&s, 11, &stream, &d);
	if (pl_stress_reps(&s, 11, &t, &e))
		exit(2);
	ok(e.clock == d.clock && e.clock != 1 &&
	    pl_table_get(&t, "bottom_s")[0] == 100 * d.clock &&
	    pl_table_get(&t, "pv_m_s")[0] == 1 && t.cols == 2,
	    "times of a rep table go by the clock of the stream");
	pl_table_free(&o);
	pl_table_free(&t);
	pl_table_free(&stream);
}

int
main(void)
{
	noise(50);
	noise(400);
	drawn();
	clock();
	jitter();
	losses();
	converter();
	slip();
	levels();
	composed();
	columns();
	reps();
	return done();
}
