/* load and velocity: points of sets, the line, what is refused */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/io/csv.h"
#include "../lib/squat/compare/profile.h"
#include "cells.h"
#include "tap.h"

static const struct pl_profile_ask plain = { NULL, PL_BEST, .3, .95, NULL, 0 };

static const char ramp[] = "athlete,set,cand,rep,class,bar_kg,mcv_m_s,"
    "mcv_bar_m_s\n"
    "ada,1,1,1,work,60,0.60,0.70\n"
    "ada,1,2,2,work,60,0.66,0.68\n"
    "ada,1,3,3,partial,60,0.99,0.99\n"
    "ada,2,4,1,work,80,0.55,0.61\n"
    "ada,2,5,2,work,80,0.51,\n"
    "ada,3,6,1,work,100,0.46,0.49\n"
    "ada,4,7,1,work,120,,\n"
    "ada,4,8,2,work,120,0.34,0.40\n"
    "eve,1,1,1,work,40,0.5,0.5\n"
    "eve,1,2,2,work,50,0.5,0.5\n";

static struct pl_table
table(const char *text)
{
	struct pl_table t;
	struct pl_fault f;

	pl_table_init(&t);
	if (pl_csv_read(&t, text, strlen(text), &f))
		exit(2);
	return t;
}

static struct pl_table
profile(const struct pl_table *t, const struct pl_profile_ask *ask,
    struct pl_profiled *done)
{
	struct pl_table out;

	pl_table_init(&out);
	if (pl_profile_tables(t, ask, done, &out, NULL))
		exit(2);
	return out;
}

/* The velocity that a plain line has at 60 kg and at 120. */
static bool
line(const struct pl_table *o, size_t row, const double kg[], const double v[],
    size_t n)
{
	double x = 0, y = 0, xx = 0, xy = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		x += kg[i] / (double)n;
		y += v[i] / (double)n;
	}
	for (i = 0; i < n; i++) {
		xx += (kg[i] - x) * (kg[i] - x);
		xy += (kg[i] - x) * (v[i] - y);
	}
	return is(o, "slope_m_s_per_kg", row, xy / xx) &&
	    is(o, "intercept_m_s", row, y - xy / xx * x) &&
	    is(o, "points", row, (double)n);
}

static void
points(void)
{
	static const double kg[] = { 60, 80, 100, 120 };
	static const double best[] = { .66, .55, .46, .34 };
	static const double bar[] = { .70, .61, .49, .40 };
	static const double mean[] = { .63, .53, .46, .34 };
	static const double first[] = { .60, .55, .46, .34 };
	struct pl_profile_ask ask = plain;
	struct pl_profiled d;
	struct pl_table t = table(ramp), o;

	pl_table_slice(&t, 0, 8);
	o = profile(&t, &ask, &d);
	ok(o.rows == 2 && pl_table_says(&o, 0, 0, "mcv_m_s") &&
	    pl_table_says(&o, 0, 1, "mcv_bar_m_s") && d.loads == 4 &&
	    d.few == 0 && d.flat == 0, "a row for each velocity");
	ok(line(&o, 0, kg, best, 4) && line(&o, 1, kg, bar, 4),
	    "through the fastest of each set, by each velocity");
	ok(is(&o, "lightest_kg", 0, 60) && is(&o, "heaviest_kg", 0, 120) &&
	    pl_table_find(&o, "at_kg") < 0 && pl_table_find(&o, "group") < 0,
	    "columns that were not asked for are left out");
	pl_table_free(&o);
	ask.rep = PL_MEAN;
	o = profile(&t, &ask, &d);
	ok(line(&o, 0, kg, mean, 4), "through their means");
	pl_table_free(&o);
	ask.rep = PL_FIRST;
	o = profile(&t, &ask, &d);
	ok(line(&o, 0, kg, first, 4), "through the first that has a velocity");
	pl_table_free(&o);
	pl_table_free(&t);
}

static void
loads(void)
{
	static const double at[] = { 90, 130 };
	struct pl_profile_ask ask = plain;
	struct pl_profiled d;
	struct pl_table t = table(ramp), o;
	const double *load, *low, *high;

	pl_table_slice(&t, 0, 8);
	ask.at_kg = at;
	ask.n_at = 2;
	o = profile(&t, &ask, &d);
	load = pl_table_get(&o, "minimal_load_kg");
	low = pl_table_get(&o, "minimal_load_low_kg");
	high = pl_table_get(&o, "minimal_load_high_kg");
	ok(o.rows == 4 && is(&o, "at_kg", 1, 130) &&
	    is(&o, "at_m_s", 0, (.66 + .55 + .46 + .34) / 4),
	    "a row for each load that was asked for");
	ok(fabs(load[0] - 90 - .2025 / .00525) < 1e-6 && low[0] < load[0] &&
	    load[0] - low[0] < high[0] - load[0] && load[0] == load[1],
	    "the minimal velocity is passed at %.1f kg, %.1f to %.1f",
	    load[0], low[0], high[0]);
	ok(is(&o, "extrapolated_pct", 0, 100 * (load[0] - 120) / 60) &&
	    fabs(d.furthest - fmax(load[0], load[2]) / 60 + 2) < 1e-9,
	    "which is beyond the heaviest");
	pl_table_free(&o);
	ask.n_at = 0;
	ask.minimal_m_s = .5;
	o = profile(&t, &ask, &d);
	ok(is(&o, "extrapolated_pct", 0, 0), "within the loads it is not");
	pl_table_free(&o);
	pl_table_free(&t);
}

static void
refused(void)
{
	struct pl_profile_ask ask = plain;
	struct pl_profiled d;
	struct pl_fault f = { 0 };
	struct pl_table t = table(ramp), o, none;
	double *v;
	size_t i;

	ask.key = "athlete";
	o = profile(&t, &ask, &d);
	ok(o.rows == 4 && pl_table_says(&o, 0, 2, "eve") && d.few == 2 &&
	    is(&o, "loads", 2, 2) && is(&o, "points", 2, 2) &&
	    is(&o, "slope_m_s_per_kg", 2, NAN) && pl_table_says(&o,
	    pl_table_find(&o, "profile_reason"), 2, "few-loads"),
	    "two loads are no line; a set with two bars is two points");
	pl_table_free(&o);
	ask.key = NULL;
	pl_table_slice(&t, 0, 8);
	v = pl_table_edit(&t, "mcv_m_s");
	for (i = 0; i < t.rows; i++)
		v[i] = 1 - v[i];
	o = profile(&t, &ask, &d);
	ok(d.flat == 1 && is(&o, "minimal_load_kg", 0, NAN) &&
	    pl_table_get(&o, "slope_m_s_per_kg")[0] > 0 && pl_table_says(&o,
	    pl_table_find(&o, "profile_reason"), 0, "slope") &&
	    !pl_table_label(&o, pl_table_find(&o, "profile_reason"), 1),
	    "nor does a velocity that grows reach a lower one");
	pl_table_free(&o);
	pl_table_slice(&t, 0, 5);
	pl_table_init(&none);
	ok(pl_profile_tables(&t, &ask, &d, &none, &f) == PL_ESHORT &&
	    strstr(f.why, "and there are 2") && !none.cols,
	    "without three loads in any group there is no table");
	pl_table_drop(&t, "bar_kg");
	ok(pl_profile_tables(&t, &ask, &d, &none, &f) == PL_ECOLUMN &&
	    strcmp(f.column, "bar_kg") == 0, "nor without loads");
	pl_table_free(&t);
}

int
main(void)
{
	enum pl_profile_rep rep = PL_FIRST;

	points();
	loads();
	refused();
	ok(pl_profile_find_rep("best", &rep) && rep == PL_BEST &&
	    !pl_profile_find_rep("bests", &rep), "words of --rep");
	return done();
}
