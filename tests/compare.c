/* comparisons: verdicts and their reasons, pairs, set-ups, columns left out */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/append.h"
#include "../lib/base/random.h"
#include "../lib/io/csv.h"
#include "../lib/squat/compare/compare.h"
#include "tap.h"

static const struct pl_differ_how plain = { .95, PL_DIFFER_RHO, false, NAN };
static const struct pl_differ_how left_on = { .95, PL_DIFFER_RHO, true, NAN };

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
compare(const struct pl_table *a, const struct pl_table *b, const char *key,
    const struct pl_differ_how *how, struct pl_compared *done)
{
	struct pl_grouped_ask ask = { .two = b, .second = a->rows,
	    .key = key };
	struct pl_table both, out;

	pl_table_init(&both);
	pl_table_init(&out);
	if (pl_append(&both, a) || (b && pl_append(&both, b)) ||
	    pl_compare_tables(&both, &ask, how, done, &out, NULL))
		exit(2);
	pl_table_free(&both);
	return out;
}

static size_t
row_of(const struct pl_table *o, const char *column)
{
	int col = pl_table_find(o, "column");
	size_t i;

	for (i = 0; i < o->rows; i++)
		if (pl_table_says(o, col, i, column))
			return i;
	return o->rows;
}

static double
cell(const struct pl_table *o, const char *column, const char *name)
{
	size_t i = row_of(o, column);

	return i < o->rows ? pl_table_get(o, name)[i] : PL_MISSING;
}

/* Is this the verdict on a column, and why? */
static bool
says(const struct pl_table *o, const char *column, const char *verdict,
    const char *why)
{
	size_t i = row_of(o, column);
	int v = pl_table_find(o, "verdict");
	int w = pl_table_find(o, "verdict_reason");

	if (i < o->rows && pl_table_says(o, v, i, verdict) &&
	    pl_table_says(o, w, i, why))
		return true;
	printf("# %s: %s, %s, %.6g from %.6g to %.6g\n", column, i < o->rows ?
	    pl_table_label(o, v, i) : "not there", i < o->rows ?
	    pl_table_label(o, w, i) : "", cell(o, column, "difference"),
	    cell(o, column, "difference_low"),
	    cell(o, column, "difference_high"));
	return false;
}

static bool
by(const struct pl_table *o, const char *column, const char *what)
{
	return pl_table_says(o, pl_table_find(o, "compared_by"),
	    row_of(o, column), what);
}

static const char names[] = "note,set,cand,rep,class,confidence,start_s,"
    "bottom_s,end_s,con_s,depth_m,lean_max_deg,lean_max_t_s,sticking_s,"
    "bounces,align_sd_deg,bar_kg,moment_t7t8_peak_nm,moment_t7t8_peak_sd_nm,"
    "moment_t7t8_peak_within_sd_nm,time_above_t7t8_s,rpe\n";

static const char first[] =
    "7,1,1,1,work,.9,1,2,3,1.50,.50,30.1,1.5,,0,2,100,200,41,9,1,7\n"
    "7,1,2,2,work,.9,4,5,6,1.52,.51,30.6,4.5,,0,2,100,205,41,9,1,7\n"
    "7,1,3,3,work,.9,7,8,9,1.56,.50,30.9,7.5,,0,2,100,207,41,9,1,7.5\n"
    "7,1,4,,walk,.9,9,,12,9,9,9,9,9,9,2,100,9,9,9,9,\n"
    "7,1,5,4,work,.9,13,14,15,1.58,.51,31.6,14,,0,2,100,213,41,9,1,8\n"
    "7,1,6,5,work,.9,16,17,18,1.62,.50,31.8,17,,0,2,100,216,41,9,1,8\n";

/* The table of the above, its lean, ascents and moments so much greater, at
 * other times. */
static struct pl_table
shifted(double by, double later_s)
{
	static const struct { const char *name; double of; bool later; } c[] =
	    { { "con_s", .01, false }, { "lean_max_deg", 1, false },
	    { "moment_t7t8_peak_nm", 4, false }, { "start_s", 1, true },
	    { "bottom_s", 1, true }, { "end_s", 1, true } };
	char text[4096];
	struct pl_table t;
	size_t i, k;

	strcpy(text, names);
	strcat(text, first);
	t = table(text);
	for (k = 0; k < sizeof c / sizeof *c; k++) {
		double *x = pl_table_edit(&t, c[k].name);

		for (i = 0; i < t.rows; i++)
			x[i] += c[k].of * (c[k].later ? later_s : by);
	}
	return t;
}

static void
verdicts(void)
{
	struct pl_table a = shifted(0, 0), b = shifted(3, 100), o;
	struct pl_compared d;

	o = compare(&a, &b, NULL, &left_on, &d);
	ok(says(&o, "lean_max_deg", "differs", "beyond-chance") &&
	    fabs(cell(&o, "lean_max_deg", "difference") - 3) < 1e-9 &&
	    cell(&o, "lean_max_deg", "reference_median") == 30.9 &&
	    cell(&o, "lean_max_deg", "test_reps") == 5,
	    "what is 3 degrees more differs");
	ok(says(&o, "depth_m", "same", "below-detectable"),
	    "what scatters alike is the same");
	ok(says(&o, "bar_kg", "same", "constant") &&
	    says(&o, "bounces", "same", "constant"),
	    "one value and the same is exactly the same");
	ok(says(&o, "sticking_s", "cannot tell", "empty"), "nothing is nothing");
	ok(says(&o, "rpe", "same", "below-detectable"),
	    "foreign numbers are compared");
	ok(d.pairs == 1 && d.reps[0] == 5 && d.reps[1] == 5 && !d.same_reps &&
	    d.verdicts[0] + d.verdicts[1] + d.verdicts[2] == o.rows,
	    "repetitions and verdicts are counted");
	ok(row_of(&o, "set") == o.rows && row_of(&o, "rep") == o.rows &&
	    row_of(&o, "cand") == o.rows && row_of(&o, "start_s") == o.rows &&
	    row_of(&o, "lean_max_t_s") == o.rows &&
	    row_of(&o, "confidence") == o.rows &&
	    row_of(&o, "align_sd_deg") == o.rows &&
	    row_of(&o, "moment_t7t8_peak_sd_nm") == o.rows &&
	    row_of(&o, "class") == o.rows && row_of(&o, "note") == o.rows,
	    "numbers of rows, times, doubts, words and tags are not");
	pl_table_free(&o);
	pl_table_edit(&b, "bar_kg")[0] += 2.5;
	o = compare(&a, &b, NULL, &left_on, &d);
	ok(says(&o, "bar_kg", "cannot tell", "scatter") &&
	    by(&o, "bar_kg", "reps"), "what scatters is no constant");
	pl_table_free(&o);
	pl_table_free(&b);
	b = shifted(3, 100);
	pl_table_slice(&b, 0, 2);
	pl_table_slice(&a, 0, 1);
	o = compare(&a, &b, NULL, &left_on, &d);
	ok(says(&o, "lean_max_deg", "cannot tell", "too-few") &&
	    pl_missing(cell(&o, "lean_max_deg", "difference_low")) &&
	    !pl_missing(cell(&o, "lean_max_deg", "difference")),
	    "one and two are too few");
	pl_table_free(&o);
	pl_table_free(&a);
	pl_table_free(&b);
}

static void
constants(void)
{
	struct pl_table a = shifted(0, 0), b = shifted(0, 100), o;
	struct pl_compared d;
	double *kg = pl_table_edit(&b, "bar_kg");
	size_t i;

	for (i = 0; i < b.rows; i++)
		kg[i] = 102.5;
	o = compare(&a, &b, NULL, &plain, &d);
	ok(says(&o, "bar_kg", "differs", "constant") &&
	    cell(&o, "bar_kg", "difference_low") == 2.5 &&
	    pl_missing(cell(&o, "bar_kg", "detectable")),
	    "two constants differ exactly");
	pl_table_free(&o);
	for (i = 0; i < b.rows; i++)
		kg[i] = pl_table_get(&a, "bar_kg")[0] + .001;
	o = compare(&a, &b, NULL, &plain, &d);
	ok(!says(&o, "bar_kg", "differs", "constant"),
	    "but for one step, which rounding can make");
	pl_table_free(&o);
	pl_table_free(&a);
	pl_table_free(&b);
}

static void
setups(void)
{
	struct pl_table a = shifted(0, 0), b = shifted(3, 100), o;
	struct pl_differ_how said = plain;
	struct pl_compared d;
	double want = sqrt(41 * 41 - 9 * 9) * sqrt(2);

	o = compare(&a, &b, NULL, &plain, &d);
	ok(says(&o, "lean_max_deg", "cannot tell", "setup") &&
	    fabs(cell(&o, "lean_max_deg", "setup_sd") - 2 * sqrt(2)) < 1e-6 &&
	    cell(&o, "lean_max_deg", "difference_high") - 3 > 1.96 * 2 *
	    sqrt(2), "another mounting shifts lean by more than that");
	ok(fabs(cell(&o, "moment_t7t8_peak_nm", "setup_sd") - want) < .1 * want
	    && says(&o, "moment_t7t8_peak_nm", "cannot tell", "setup"),
	    "and moments by what their SDs have in common");
	ok(says(&o, "time_above_t7t8_s", "cannot tell", "setup-unknown"),
	    "what it does to times above a moment is not known");
	ok(says(&o, "bar_kg", "same", "constant") &&
	    cell(&o, "con_s", "setup_sd") == 0, "a tempo does not know it");
	pl_table_free(&o);
	said.align_sd_deg = .5;
	o = compare(&a, &b, NULL, &said, &d);
	ok(says(&o, "lean_max_deg", "differs", "beyond-chance"),
	    "unless the axes are better known");
	pl_table_free(&o);
	pl_table_drop(&a, "align_sd_deg");
	pl_table_drop(&b, "align_sd_deg");
	pl_table_drop(&a, "moment_t7t8_peak_sd_nm");
	pl_table_drop(&b, "moment_t7t8_peak_sd_nm");
	o = compare(&a, &b, NULL, &plain, &d);
	ok(fabs(cell(&o, "lean_max_deg", "setup_sd") - 5 * sqrt(2)) < 1e-6,
	    "a table that does not say was aligned from the data");
	ok(says(&o, "moment_t7t8_peak_nm", "cannot tell", "setup-unknown"),
	    "moments without SDs tell nothing of another recording");
	pl_table_free(&o);
	pl_table_free(&a);
	pl_table_free(&b);
}

static void
pairs(void)
{
	struct pl_table a = shifted(0, 0), b = shifted(0, 0), o;
	struct pl_compared d;
	double *nm = pl_table_edit(&b, "moment_t7t8_peak_nm");
	size_t i;

	for (i = 0; i < b.rows; i++)
		nm[i] = .5 * nm[i] - (double)(i % 2);
	o = compare(&a, &b, NULL, &plain, &d);
	ok(d.same_reps && by(&o, "lean_max_deg", "pairs") &&
	    says(&o, "lean_max_deg", "same", "constant") &&
	    says(&o, "depth_m", "same", "constant"),
	    "the same repetitions are the same, pair by pair");
	ok(says(&o, "moment_t7t8_peak_nm", "differs", "beyond-chance") &&
	    cell(&o, "moment_t7t8_peak_nm", "difference_high") -
	    cell(&o, "moment_t7t8_peak_nm", "difference_low") < 12 &&
	    cell(&o, "moment_t7t8_peak_nm", "setup_sd") == 0,
	    "and what was computed otherwise differs by as much");
	ok(fabs(cell(&o, "moment_t7t8_peak_nm", "difference") +
	    (200 + 205 + 207 + 213 + 216) / 10. + .4) < 1e-6,
	    "the mean of the pairs");
	pl_table_free(&o);
	pl_table_slice(&b, 0, 3);
	o = compare(&a, &b, NULL, &plain, &d);
	ok(d.same_reps && cell(&o, "depth_m", "reference_reps") == 5 &&
	    cell(&o, "depth_m", "test_reps") == 3 && says(&o, "depth_m",
	    "same", "constant"), "some of them are enough");
	pl_table_free(&o);
	pl_table_free(&a);
	pl_table_free(&b);
}

/* Two tables that are swapped, and columns that are scaled and moved. */
static void
mirrored(void)
{
	struct pl_table a = shifted(0, 0), b = shifted(1, 100), o, p;
	struct pl_compared d;
	bool good = true;
	size_t i, r;

	pl_table_slice(&b, 0, 5);
	o = compare(&a, &b, NULL, &plain, &d);
	p = compare(&b, &a, NULL, &plain, &d);
	for (r = 0; r < o.rows; r++) {
		const char *c = pl_table_label(&o, pl_table_find(&o,
		    "column"), r);
		double low = cell(&o, c, "difference_low");

		good &= pl_missing(low) ? pl_missing(cell(&p, c,
		    "difference_high")) : fabs(low + cell(&p, c,
		    "difference_high")) < 1e-9 && fabs(cell(&o, c,
		    "difference") + cell(&p, c, "difference")) < 1e-9;
	}
	ok(good && o.rows == p.rows, "the other way round all is mirrored");
	pl_table_free(&p);
	for (i = 0; i < a.rows; i++) {
		pl_table_edit(&a, "con_s")[i] *= 1000;
		if (i < b.rows)
			pl_table_edit(&b, "con_s")[i] *= 1000;
	}
	p = compare(&a, &b, NULL, &plain, &d);
	ok(fabs(cell(&p, "con_s", "difference_low") - 1000 * cell(&o,
	    "con_s", "difference_low")) < 1e-3, "and has no scale");
	pl_table_free(&p);
	pl_table_free(&o);
	pl_table_free(&a);
	pl_table_free(&b);
}

/* Four sets that differ among themselves: sets are what counts. */
static void
sets(void)
{
	char text[4096] = "day,set,cand,rep,class,start_s,con_s,depth_m\n";
	static const double level[] = { 1, 3, 1.5, 3.5 };
	struct pl_compared d;
	struct pl_table t, o;
	struct pl_random r;
	int s, i;

	pl_random_seed(&r, 1, 0);
	for (s = 0; s < 4; s++)
		for (i = 0; i < 4; i++)
			snprintf(text + strlen(text), 80,
			    "%s,%d,%d,%d,work,%d,%.3f,%.3f\n", s < 2 ? "mon" :
			    "tue", s % 2 + 1, 4 * s + i, i + 1, 4 * s + i,
			    level[s] + .05 * pl_random_normal(&r),
			    1 + .05 * pl_random_normal(&r));
	t = table(text);
	o = compare(&t, NULL, "day", &plain, &d);
	ok(o.rows == 2 && by(&o, "con_s", "sets") && says(&o, "con_s",
	    "cannot tell", "scatter") && fabs(cell(&o, "con_s", "difference")
	    - .5) < .1, "sets that differ among themselves are what counts");
	ok(pl_table_says(&o, 0, 0, "mon") && pl_table_says(&o, 1, 0, "tue"),
	    "days are named");
	pl_table_free(&o);
	o = compare(&t, NULL, "set", &plain, &d);
	ok(pl_table_says(&o, 0, 0, "1") && pl_table_says(&o, 1, 1, "2") &&
	    says(&o, "con_s", "differs", "beyond-chance"),
	    "so are numbers, and what differs more than they do is found");
	pl_table_free(&o);
	pl_table_free(&t);
}

static void
keys(void)
{
	struct pl_table a = table("who,set,class,start_s,con_s\n"
	    "ada,1,work,1,1\nada,1,work,2,1\neve,1,work,3,2\n");
	struct pl_table b = table("who,set,class,start_s,con_s\n"
	    "eve,1,work,1,2\nada,1,work,4,5\nada,1,work,5,5\n"
	    "bob,1,work,6,1\n"), o;
	struct pl_compared d;

	o = compare(&a, &b, "who", &plain, &d);
	ok(o.rows == 3 && d.pairs == 3 && pl_table_says(&o, 0, 0, "ada") &&
	    pl_table_says(&o, 1, 0, "ada") && pl_table_says(&o, 1, 1, "eve") &&
	    says(&o, "con_s", "differs", "constant") &&
	    pl_table_get(&o, "difference")[0] == 4 &&
	    pl_table_get(&o, "reference_reps")[2] == 0 &&
	    pl_table_get(&o, "test_reps")[2] == 1,
	    "two tables are compared for each value of a key");
	pl_table_free(&o);
	pl_table_slice(&b, 0, 1);
	o = compare(&b, NULL, "who", &plain, &d);
	ok(o.rows == 0 && d.pairs == 0, "one value has nothing to differ from");
	pl_table_free(&o);
	pl_table_free(&a);
	pl_table_free(&b);
}

int
main(void)
{
	verdicts();
	constants();
	setups();
	pairs();
	mirrored();
	sets();
	keys();
	return done();
}
