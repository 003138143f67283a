/* scores: perfect on itself, mirrored when swapped, missing of nothing */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/random.h"
#include "../lib/squat/rep/score.h"
#include "tap.h"

static const char *const labels[] = { "work", "partial", "failed", "walk" };

static void
put(struct pl_table *t, const char *name, size_t row, const char *word)
{
	int col = pl_table_find(t, name);

	if (pl_table_word(t, col, word, strlen(word), &t->col[col].x[row]))
		exit(2);
}

/* n candidates, every 3 to 4 s, with times and depths by seed. */
static struct pl_table
table(size_t n, unsigned seed)
{
	static const char *const names[] = { "recording", "set", "cand",
		"class", "confidence", "start_s", "bottom_s", "end_s",
		"depth_m", "rpe" };
	double *x[10], at = 0;
	struct pl_random r;
	struct pl_table t;
	size_t i;
	int k;

	pl_table_init(&t);
	if (pl_table_resize(&t, n))
		exit(2);
	for (k = 0; k < 10; k++)
		if (pl_table_add(&t, names[k], &x[k]))
			exit(2);
	pl_random_seed(&r, seed, 0);
	for (i = 0; i < n; i++) {
		at += 3 + pl_random_uniform(&r);
		put(&t, "recording", i, i < n / 2 ? "one" : "two");
		put(&t, "class", i, labels[i % 4]);
		put(&t, "rpe", i, i % 2 ? "7" : "8.5");
		x[1][i] = (double)(i / 4);
		x[2][i] = (double)i;
		x[4][i] = 1;
		x[5][i] = at - 1;
		x[6][i] = at;
		x[7][i] = at + 1.5;
		x[8][i] = .5 + .1 * pl_random_normal(&r);
	}
	return t;
}

static struct pl_table
score(const struct pl_table *a, const struct pl_table *b, double within,
    struct pl_score *s)
{
	struct pl_table out;

	pl_table_init(&out);
	if (pl_score_tables(a, b, within, s, &out, NULL))
		exit(2);
	return out;
}

/* A cell of the row whose word in by is key. */
static double
cell(const struct pl_table *t, const char *by, const char *key,
    const char *name)
{
	int col = pl_table_find(t, by);
	size_t i;

	for (i = 0; i < t->rows; i++) {
		const char *word = pl_table_label(t, col, i);

		if (word && strcmp(word, key) == 0)
			return pl_table_get(t, name)[i];
	}
	return PL_MISSING;
}

static double
pairs(const struct pl_table *t, const char *was, const char *is)
{
	int a = pl_table_find(t, "reference_class");
	int b = pl_table_find(t, "test_class");
	size_t i;

	for (i = 0; i < t->rows; i++) {
		const char *x = pl_table_label(t, a, i);

		if (x && strcmp(x, was) == 0 &&
		    strcmp(pl_table_label(t, b, i), is) == 0)
			return pl_table_get(t, "pairs")[i];
	}
	return 0;
}

static void
move(struct pl_table *t, double by)
{
	static const char *const names[] = { "start_s", "bottom_s", "end_s" };
	size_t i;
	int k;

	for (k = 0; k < 3; k++)
		for (i = 0; i < t->rows; i++)
			pl_table_edit(t, names[k])[i] += by;
}

static void
itself(void)
{
	struct pl_table t = table(40, 1), o;
	struct pl_score s;

	o = score(&t, &t, .25, &s);
	ok(s.reference == 20 && s.matched == 20 && s.precision == 1 &&
	    s.recall == 1 && s.f1 == 1 && s.right == 40 && s.rows == 40,
	    "a table agrees with itself");
	ok(s.sets == 10 && s.exact == 10 && s.within_one == 10,
	    "so do its sets (%zu)", s.sets);
	ok(cell(&o, "column", "bottom_s", "bias") == 0 &&
	    cell(&o, "column", "depth_m", "loa_high") == 0 &&
	    cell(&o, "column", "depth_m", "pairs") == 20,
	    "and its columns");
	ok(cell(&o, "column", "rpe", "pairs") == 20,
	    "foreign numbers are numbers");
	ok(pl_missing(cell(&o, "column", "cand", "pairs")) &&
	    pl_missing(cell(&o, "column", "class", "pairs")),
	    "keys and words are none");
	ok(pairs(&o, "failed", "failed") == 10 && pairs(&o, "work", "work")
	    == 10 && s.calibration == 0, "and its labels, surely");
	pl_table_free(&o);
	pl_table_free(&t);
}

static void
shifted(void)
{
	struct pl_table t = table(40, 2), u = table(40, 2), o;
	struct pl_score s;

	move(&u, .2);
	o = score(&t, &u, .25, &s);
	ok(s.f1 == 1 && fabs(cell(&o, "column", "bottom_s", "bias") - .2) <
	    1e-12 && cell(&o, "column", "end_s", "error_sd") < 1e-12 &&
	    fabs(cell(&o, "column", "start_s", "abs_error_p95") - .2) < 1e-12,
	    "what comes late has that bias, and no spread");
	pl_table_free(&o);
	move(&u, .1);
	o = score(&t, &u, .25, &s);
	ok(s.matched == 0 && s.precision == 0 && s.recall == 0 && s.f1 == 0,
	    "too late is not matched");
	ok(s.right == 40 && pl_missing(cell(&o, "column", "depth_m", "bias"))
	    && cell(&o, "column", "depth_m", "pairs") == 0,
	    "yet has its label, and no agreement");
	pl_table_free(&o);
	o = score(&t, &u, .31, &s);
	ok(s.f1 == 1, "but in a wider window");
	pl_table_free(&o);
	pl_table_free(&t);
	pl_table_free(&u);
}

/* b lacks some of a, has others, and errs. */
static void
swapped(void)
{
	struct pl_table a = table(40, 3), b = table(40, 3), ab, ba;
	struct pl_score s, r;
	struct pl_random rnd;
	size_t i;

	pl_random_seed(&rnd, 4, 0);
	for (i = 0; i < 40; i++) {
		pl_table_edit(&b, "bottom_s")[i] += .05 *
		    pl_random_normal(&rnd);
		pl_table_edit(&b, "depth_m")[i] += .05 *
		    pl_random_normal(&rnd) + .02;
	}
	put(&b, "class", 0, "walk");
	put(&b, "class", 1, "failed");
	put(&b, "class", 2, "work");
	pl_table_edit(&a, "bottom_s")[4] += 1;
	pl_table_edit(&b, "depth_m")[5] = PL_MISSING;
	pl_table_slice(&b, 0, 37);
	ab = score(&a, &b, .25, &s);
	ba = score(&b, &a, .25, &r);
	ok(s.precision == r.recall && s.recall == r.precision &&
	    s.f1 == r.f1 && s.precision != s.recall,
	    "swapped, precision is recall (%g, %g)", s.precision, s.recall);
	ok(cell(&ab, "measure", "count_error", "score_value") ==
	    -cell(&ba, "measure", "count_error", "score_value"),
	    "and the count errs the other way");
	ok(fabs(cell(&ab, "column", "depth_m", "bias") +
	    cell(&ba, "column", "depth_m", "bias")) < 1e-12 &&
	    fabs(cell(&ab, "column", "depth_m", "loa_low") +
	    cell(&ba, "column", "depth_m", "loa_high")) < 1e-12 &&
	    fabs(cell(&ab, "column", "depth_m", "abs_error_mean") -
	    cell(&ba, "column", "depth_m", "abs_error_mean")) < 1e-12,
	    "so do columns, as widely");
	ok(cell(&ab, "column", "depth_m", "pairs_missing") == 1 &&
	    cell(&ab, "column", "bottom_s", "pairs_missing") == 0,
	    "a missing cell is left out, and counted");
	ok(pairs(&ab, "work", "walk") == 1 && pairs(&ba, "walk", "work") == 1
	    && pairs(&ab, "partial", "failed") == 1 &&
	    pairs(&ab, "walk", "none") == 1 && pairs(&ba, "none", "walk") == 1,
	    "labels are counted both ways");
	pl_table_free(&a);
	pl_table_free(&b);
	pl_table_free(&ab);
	pl_table_free(&ba);
}

/* Figures by hand: errors 1, 2, 3, 4 and a calibration of two bins. */
static void
by_hand(void)
{
	static const double e[4] = { 1, -2, 3, 4 };
	struct pl_table a = table(4, 5), b, o;
	struct pl_score s;
	size_t i;

	for (i = 0; i < 4; i++)
		put(&a, "class", i, "work");
	b = table(4, 5);
	for (i = 0; i < 4; i++) {
		put(&b, "class", i, i < 3 ? "work" : "partial");
		pl_table_edit(&b, "depth_m")[i] =
		    pl_table_get(&a, "depth_m")[i] + e[i];
		pl_table_edit(&b, "confidence")[i] = i < 2 ? .95 : .55;
	}
	o = score(&a, &b, .25, &s);
	ok(fabs(cell(&o, "column", "depth_m", "bias") - 1.5) < 1e-12 &&
	    fabs(cell(&o, "column", "depth_m", "error_sd") - sqrt(7)) < 1e-12 &&
	    fabs(cell(&o, "column", "depth_m", "loa_low") - 1.5 +
	    1.96 * sqrt(7)) < 1e-12 &&
	    fabs(cell(&o, "column", "depth_m", "abs_error_mean") - 2.5) < 1e-12
	    && fabs(cell(&o, "column", "depth_m", "abs_error_median") - 2.5) <
	    1e-12 && fabs(cell(&o, "column", "depth_m", "abs_error_p95") -
	    3.85) < 1e-12, "bias, limits and quantiles are those by hand");
	/* two at .95, both right; two at .55, one right */
	ok(fabs(s.calibration - (2 * .05 + .1) / 4) < 1e-12 && s.right == 3,
	    "so is the calibration");
	ok(fabs(s.reps_calibration - (.05 + .45) / 2) < 1e-12,
	    "of repetitions, whether they are there");
	pl_table_free(&o);
	/* 1 -2 3 4 about 2; as two sets about -.5 and 3.5 */
	pl_table_drop(&a, "recording");
	o = score(&a, &b, .25, &s);
	ok(fabs(cell(&o, "column", "depth_m", "abs_error_in_set") - 2) < 1e-12,
	    "errors within a set are those about its median");
	pl_table_free(&o);
	pl_table_edit(&a, "set")[2] = pl_table_edit(&a, "set")[3] = 7;
	o = score(&a, &b, .25, &s);
	ok(fabs(cell(&o, "column", "depth_m", "abs_error_in_set") - 1) < 1e-12,
	    "by the sets of the reference");
	pl_table_free(&o);
	pl_table_edit(&a, "set")[2] = 8;
	o = score(&a, &b, .25, &s);
	ok(fabs(cell(&o, "column", "depth_m", "abs_error_in_set") - 1.5) <
	    1e-12, "of which one alone tells nothing");
	pl_table_free(&o);
	pl_table_free(&a);
	pl_table_free(&b);
}

static void
sets(void)
{
	struct pl_table a = table(40, 6), b = table(40, 6), o;
	struct pl_score s;

	/* sets of 4 candidates, 2 of them repetitions; recordings of 20 */
	put(&b, "class", 2, "work");		/* set 0: one more */
	put(&b, "class", 5, "walk");		/* set 1: one less */
	put(&b, "class", 8, "walk");
	put(&b, "class", 9, "walk");		/* set 2: two less */
	o = score(&a, &b, .25, &s);
	ok(s.sets == 10 && s.exact == 7 && s.within_one == 9 &&
	    cell(&o, "measure", "count_error", "score_value") == -2,
	    "extra repetitions fall to the set they are in: %zu, %zu exact",
	    s.sets, s.exact);
	pl_table_free(&o);
	pl_table_edit(&b, "bottom_s")[16] = PL_MISSING;
	o = score(&a, &b, .25, &s);
	ok(s.sets == 10 && s.exact == 7, "without a bottom, by their spans");
	pl_table_free(&o);
	pl_table_slice(&a, 0, 20);		/* the second recording is not */
	o = score(&a, &b, .25, &s);
	ok(s.sets == 6 && s.exact == 2 && s.within_one == 4,
	    "or make one of their own: %zu", s.sets);
	pl_table_free(&o);
	pl_table_drop(&b, "recording");
	o = score(&a, &b, .25, &s);
	ok(s.sets == 5, "names in one table tell nothing apart");
	pl_table_free(&o);
	pl_table_free(&a);
	pl_table_free(&b);
}

static void
nothing(void)
{
	struct pl_table none, some = table(8, 7), o;
	struct pl_score s;

	pl_table_init(&none);
	o = score(&none, &none, .25, &s);
	ok(pl_missing(s.precision) && pl_missing(s.recall) && pl_missing(s.f1)
	    && s.sets == 0 && cell(&o, "measure", "count_error",
	    "score_value") == 0, "of nothing there is no precision");
	pl_table_free(&o);
	o = score(&some, &none, .25, &s);
	ok(pl_missing(s.precision) && s.recall == 0 && s.f1 == 0,
	    "nothing found: no precision, recall 0");
	pl_table_free(&o);
	o = score(&none, &some, .25, &s);
	ok(s.precision == 0 && pl_missing(s.recall) && s.f1 == 0 &&
	    !pl_missing(s.calibration),
	    "all invented: no recall, precision 0");
	pl_table_free(&o);
	pl_table_edit(&some, "bottom_s")[0] = PL_MISSING;
	o = score(&some, &some, .25, &s);
	ok(s.reference == 4 && s.matched == 3 && s.untimed == 2 &&
	    s.right == 8, "without a bottom it counts, and cannot match");
	pl_table_free(&o);
	pl_table_drop(&some, "class");
	o = score(&some, &some, .25, &s);
	ok(s.reference == 8, "without classes all are repetitions");
	pl_table_free(&o);
	pl_table_drop(&some, "bottom_s");
	pl_table_init(&o);
	ok(pl_score_tables(&some, &some, .25, &s, &o, NULL) == PL_ECOLUMN &&
	    !o.cols, "without the column it is no rep table");
	pl_table_free(&some);
}

int
main(void)
{
	itself();
	shifted();
	swapped();
	by_hand();
	sets();
	nothing();
	return done();
}
