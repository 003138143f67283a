#include "score.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "agree.h"
#include "tally.h"

/* z of a normal deviate beyond which one in forty lies, each side. */
#define Z95 1.96

enum { BINS = 10 };

/* Columns of the result, in their order. */
enum { MEASURE, COLUMN, REFERENCE, TEST, VALUE, PAIRS, UNPAIRED, BIAS, SD, LOW,
	HIGH, ABS_MEAN, ABS_MEDIAN, ABS_P95, IN_SET, COLS };

static const char *const names[COLS] = { "measure", "column",
	"reference_class", "test_class", "score_value", "pairs",
	"pairs_missing", "bias", "error_sd", "loa_low", "loa_high",
	"abs_error_mean", "abs_error_median", "abs_error_p95",
	"abs_error_in_set" };

static double
share(double of, double all)
{
	return all > 0 ? of / all : PL_MISSING;
}

static enum pl_err
word(struct pl_table *t, int col, const char *text)
{
	return pl_table_word(t, col, text, strlen(text),
	    &t->col[col].x[t->rows - 1]);
}

static enum pl_err
figure(struct pl_table *out, const char *measure, double value)
{
	enum pl_err err = pl_table_resize(out, out->rows + 1);

	if (!err)
		err = word(out, MEASURE, measure);
	if (!err)
		out->col[VALUE].x[out->rows - 1] = value;
	return err;
}

static void
count(const struct pl_pairs *p, struct pl_score *s)
{
	const struct pl_side *a = &p->side[0], *b = &p->side[1];
	size_t i;

	for (i = 0; i < a->t->rows; i++) {
		s->reference += a->rep[i];
		s->matched += a->timed[i];
		s->untimed += a->rep[i] && pl_missing(a->bottom[i]);
		s->right += a->mate[i] != PL_PAIRS_ALONE &&
		    strcmp(pl_pairs_class(a, i),
		    pl_pairs_class(b, a->mate[i])) == 0;
	}
	for (i = 0; i < b->t->rows; i++) {
		s->test += b->rep[i];
		s->untimed += b->rep[i] && pl_missing(b->bottom[i]);
	}
	s->rows = a->t->rows;
	s->precision = share((double)s->matched, (double)s->test);
	s->recall = share((double)s->matched, (double)s->reference);
	s->f1 = share(2 * (double)s->matched,
	    (double)(s->reference + s->test));
}

/* Of all candidates of the test, whether their label is right; or of the
 * repetitions alone, whether they are matched. */
static double
calibration(const struct pl_pairs *p, bool reps)
{
	const struct pl_side *a = &p->side[0], *b = &p->side[1];
	const double *conf = pl_table_get(b->t, "confidence");
	double sum[BINS] = { 0 }, all = 0, gap = 0;
	size_t i;
	int k;

	for (i = 0; i < b->t->rows && conf; i++) {
		bool right = reps ? b->timed[i] :
		    b->mate[i] != PL_PAIRS_ALONE &&
		    strcmp(pl_pairs_class(b, i),
		    pl_pairs_class(a, b->mate[i])) == 0;

		if ((reps && !b->rep[i]) || !(conf[i] >= 0 && conf[i] <= 1))
			continue;
		k = conf[i] < 1 ? (int)(conf[i] * BINS) : BINS - 1;
		sum[k] += conf[i] - right;
		all++;
	}
	for (k = 0; k < BINS; k++)
		gap += fabs(sum[k]);
	return share(gap, all);
}

static enum pl_err
add_figures(struct pl_table *out, const struct pl_score *s)
{
	const struct { const char *name; double x; } row[] = {
		{ "reference_reps", (double)s->reference },
		{ "test_reps", (double)s->test },
		{ "matched_reps", (double)s->matched },
		{ "precision", s->precision },
		{ "recall", s->recall },
		{ "f1", s->f1 },
		{ "count_error", (double)s->test - (double)s->reference },
		{ "sets", (double)s->sets },
		{ "sets_exact", share((double)s->exact, (double)s->sets) },
		{ "sets_within_one", share((double)s->within_one,
		    (double)s->sets) },
		{ "labels_right", share((double)s->right, (double)s->rows) },
		{ "calibration_error", s->calibration },
		{ "calibration_error_reps", s->reps_calibration },
	};
	enum pl_err err = PL_OK;
	size_t i;

	for (i = 0; i < sizeof row / sizeof *row && !err; i++)
		err = figure(out, row[i].name, row[i].x);
	return err;
}

/* What a row was in one table and is in the other; "none" where it is not. */
struct labels {
	const char *was, *is;
};

static int
by_labels(const void *a, const void *b)
{
	const struct labels *x = a, *y = b;
	int was = strcmp(x->was, y->was);

	return was ? was : strcmp(x->is, y->is);
}

static enum pl_err
add_labels(struct pl_table *out, const struct pl_pairs *p)
{
	const struct pl_side *a = &p->side[0], *b = &p->side[1];
	struct labels *l = pl_mem_array(a->t->rows + b->t->rows, sizeof *l);
	enum pl_err err = l ? PL_OK : PL_ENOMEM;
	size_t n = 0, i, k;

	for (i = 0; i < a->t->rows && l; i++, n++) {
		l[n].was = pl_pairs_class(a, i);
		l[n].is = a->mate[i] == PL_PAIRS_ALONE ? "none" :
		    pl_pairs_class(b, a->mate[i]);
	}
	for (i = 0; i < b->t->rows && l; i++)
		if (b->mate[i] == PL_PAIRS_ALONE)
			l[n++] = (struct labels){ "none",
			    pl_pairs_class(b, i) };
	if (n)
		qsort(l, n, sizeof *l, by_labels);
	for (i = 0; i < n && !err; i = k) {
		for (k = i; k < n && !by_labels(&l[i], &l[k]); k++)
			;
		err = figure(out, "labels", PL_MISSING);
		if (!err)
			err = word(out, REFERENCE, l[i].was);
		if (!err)
			err = word(out, TEST, l[i].is);
		if (!err)
			out->col[PAIRS].x[out->rows - 1] = (double)(k - i);
	}
	free(l);
	return err;
}

static void
put_agreement(struct pl_table *out, const struct pl_agreement *g)
{
	const double x[COLS] = { [PAIRS] = (double)g->pairs,
	    [UNPAIRED] = (double)g->unpaired, [BIAS] = g->bias, [SD] = g->sd,
	    [LOW] = g->bias - Z95 * g->sd, [HIGH] = g->bias + Z95 * g->sd,
	    [ABS_MEAN] = g->size_mean, [ABS_MEDIAN] = g->size_median,
	    [ABS_P95] = g->size_p95, [IN_SET] = g->in_set };
	int k;

	for (k = PAIRS; k < COLS; k++)
		out->col[k].x[out->rows - 1] = x[k];
}

static enum pl_err
add_agreement(struct pl_table *out, const struct pl_pairs *p)
{
	const struct pl_table *a = p->side[0].t, *b = p->side[1].t;
	enum pl_err err = PL_OK;
	size_t c;

	for (c = 0; c < a->cols && !err; c++) {
		const char *name = a->col[c].name;
		int is = pl_table_find(b, name);
		struct pl_agreement g;
		bool numbers;

		if (is < 0 || strcmp(name, "set") == 0 ||
		    strcmp(name, "cand") == 0 || strcmp(name, "rep") == 0)
			continue;
		err = pl_agree_column(p, (int)c, is, &g, &numbers);
		if (err || !numbers)
			continue;
		err = figure(out, "agreement", PL_MISSING);
		if (!err)
			err = word(out, COLUMN, name);
		if (!err)
			put_agreement(out, &g);
	}
	return err;
}

enum pl_err
pl_score_tables(const struct pl_table *reference, const struct pl_table *test,
    double within_s, struct pl_score *score, struct pl_table *out,
    struct pl_fault *f)
{
	struct pl_score s = { 0 };
	struct pl_table made;
	struct pl_pairs p;
	enum pl_err err = pl_pairs_make(&p, reference, test, within_s, f);
	int k;

	if (err)
		return err;
	count(&p, &s);
	s.calibration = calibration(&p, false);
	s.reps_calibration = calibration(&p, true);
	err = pl_tally_sets(&p, &s.sets, &s.exact, &s.within_one);
	pl_table_init(&made);
	for (k = 0; k < COLS && !err; k++)
		err = pl_table_add(&made, names[k], NULL);
	if (!err)
		err = add_figures(&made, &s);
	if (!err)
		err = add_labels(&made, &p);
	if (!err)
		err = add_agreement(&made, &p);
	pl_pairs_free(&p);
	if (err) {
		pl_table_free(&made);
		return err;
	}
	*score = s;
	pl_table_free(out);
	*out = made;
	return PL_OK;
}
