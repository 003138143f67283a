#include "edit.h"

#include <stdio.h>
#include <stdlib.h>

#include "../../base/mem.h"
#include "../../base/num.h"

#define REASON "labelled"

struct job {
	const struct pl_cands *found;
	const double *t_s;
	size_t rows;
	struct pl_fault *fault;
};

/* What is wrong with an edit: the value of a column, as it prints. */
#define REFUSE(j, e, column, value, decimals, ...) \
	pl_fault_set((j)->fault, PL_ERANGE, (e)->line, column, \
	    text(value, decimals, (char[PL_NUM_ROOM]){ 0 }), __VA_ARGS__)

static const char *
text(double x, int decimals, char *to)
{
	if (fabs(x) < pl_num_limit(decimals))
		*pl_num_print(to, x, decimals) = '\0';
	else
		snprintf(to, PL_NUM_ROOM, "%g", x);
	return to;
}

static enum pl_err
refuse_time(const struct job *j, const struct pl_edit *e, const char *column,
    double s)
{
	return REFUSE(j, e, column, s, 6, "outside of the recording, which "
	    "lasts from %g to %g s", j->t_s[0], j->t_s[j->rows - 1]);
}

/* The row nearest to a time; *row stays as it is if none is said. */
static enum pl_err
row_of(const struct job *j, const struct pl_edit *e, const char *column,
    double s, size_t *row)
{
	double first = j->t_s[0], last = j->t_s[j->rows - 1];
	double step = (last - first) / (double)(j->rows - 1), at;

	if (pl_missing(s))
		return PL_OK;
	at = (s - first) / step + 0.5;
	if (!(at >= 0 && at < (double)j->rows))
		return refuse_time(j, e, column, s);
	*row = (size_t)at;
	return PL_OK;
}

/* The time that is said, or that of a row. */
static double
time_of(const struct job *j, double said, size_t row)
{
	return pl_missing(said) ? j->t_s[row] : said;
}

/* The candidate that an edit is about; NULL if it adds one. */
static const struct pl_cand *
find(const struct job *j, const struct pl_edit *e)
{
	return e->number > 0 && (size_t)e->number <= j->found->n ?
	    &j->found->cand[e->number - 1] : NULL;
}

static enum pl_err
check_added(const struct job *j, const struct pl_edit *e)
{
	const char *column = e->class < 0 ? "class" : pl_missing(e->start_s) ?
	    "start_s" : pl_missing(e->end_s) ? "end_s" : NULL;

	if (!column)
		return PL_OK;
	if (e->number)
		return pl_fault_set(j->fault, PL_ERANGE, e->line, column, NULL,
		    "empty, and no candidate %d was found, of %zu: one that is "
		    "added needs class, start_s and end_s", e->number,
		    j->found->n);
	return pl_fault_set(j->fault, PL_ERANGE, e->line, column, NULL,
	    "empty: a candidate that is added needs class, start_s and end_s");
}

/* Rows that begin before they end, and share one at least with what was found
 * under their number. */
static enum pl_err
check_span(const struct job *j, const struct pl_edit *e,
    const struct pl_cand *was, size_t start, size_t end)
{
	if (was && start == was->start && end == was->end)
		return PL_OK;
	if (start >= end)
		return REFUSE(j, e, "start_s", time_of(j, e->start_s, start),
		    6, "not before the end, %g s", j->t_s[end]);
	if (was && (start > was->end || end < was->start))
		return REFUSE(j, e, "cand", e->number, 0, "found from %g to "
		    "%g s, not there: these are labels of another recording "
		    "or other options; without its number it is added",
		    j->t_s[was->start], j->t_s[was->end]);
	return PL_OK;
}

/* What does not count has a class and a span, and nothing else. */
static void
decide_other(struct pl_decided *d, const struct pl_cand *was, size_t start,
    size_t end)
{
	d->edited |= !was || start != was->start || end != was->end;
	if (!d->edited)
		return;
	d->c.start = d->c.ecc = d->c.low = d->c.bottom = d->c.rise =
	    d->c.top = start;
	d->c.end = end;
}

/* Take what was said of a repetition, and note what was not. */
static enum pl_err
decide_rep(const struct job *j, struct pl_decided *d,
    const struct pl_cand *was, size_t start, size_t end)
{
	const struct pl_edit *e = d->edit;
	bool counted = was && pl_cand_counts(was->class);
	bool from = !was || start != was->start, to = !was || end != was->end;
	bool known = was && was->bottom > was->start && was->bottom < was->end;
	size_t bottom = known ? was->bottom : start;
	enum pl_err err = row_of(j, e, "bottom_s", e->bottom_s, &bottom);

	if (err)
		return err;
	d->edited |= from || to || (known && bottom != was->bottom);
	if (!d->edited || (counted && !from && !to && bottom == was->bottom))
		return PL_OK;
	d->seek_bounds = !counted && !from && !to && pl_missing(e->bottom_s);
	d->seek_bottom = pl_missing(e->bottom_s) && (!known || from || to);
	d->seek_phases = true;
	if (end - start < 2)
		return REFUSE(j, e, "end_s", time_of(j, e->end_s, end), 6,
		    "too near to start_s for a repetition");
	if (!d->seek_bottom && (bottom <= start || bottom >= end))
		return REFUSE(j, e, "bottom_s",
		    time_of(j, e->bottom_s, bottom), 6, "not between the "
		    "start, %g s, and the end, %g s", j->t_s[start],
		    j->t_s[end]);
	d->c.start = d->c.ecc = start;
	d->c.end = d->c.top = end;
	d->c.bottom = d->c.low = d->c.rise = bottom;
	return PL_OK;
}

static enum pl_err
decide(const struct job *j, const struct pl_edit *e, struct pl_decided *d)
{
	const struct pl_cand *was = find(j, e);
	size_t start = was ? was->start : 0, end = was ? was->end : 0;
	enum pl_err err = was ? PL_OK : check_added(j, e);

	if (!err)
		err = row_of(j, e, "start_s", e->start_s, &start);
	if (!err)
		err = row_of(j, e, "end_s", e->end_s, &end);
	if (!err)
		err = check_span(j, e, was, start, end);
	if (err)
		return err;
	*d = (struct pl_decided){ .edit = e };
	if (was)
		d->c = *was;
	else
		d->c = (struct pl_cand){ .bounces = -1, .depth = PL_MISSING,
		    .drift = PL_MISSING, .closure = PL_MISSING };
	d->c.number = e->number;
	if (e->class >= 0)
		d->c.class = (enum pl_class)e->class;
	d->edited = !was || d->c.class != was->class;
	if (pl_cand_counts(d->c.class))
		err = decide_rep(j, d, was, start, end);
	else
		decide_other(d, was, start, end);
	if (d->edited) {
		pl_cand_verdict(&d->c, d->c.class, REASON);
		d->c.confidence = 1;
	}
	return err;
}

static int
by_number(const void *a, const void *b)
{
	const struct pl_decided *x = a, *y = b;

	if (x->c.number != y->c.number)
		return x->c.number < y->c.number ? -1 : 1;
	return (x->edit > y->edit) - (x->edit < y->edit);
}

static int
by_start(const void *a, const void *b)
{
	const struct pl_decided *x = a, *y = b;

	if (x->c.start != y->c.start)
		return x->c.start < y->c.start ? -1 : 1;
	return (x->edit > y->edit) - (x->edit < y->edit);
}

/* Every number once, and one for those that have none. */
static enum pl_err
number(const struct job *j, struct pl_decisions *d)
{
	struct pl_decided *item = d->item, *last;
	int next = (int)j->found->n;
	size_t i;

	if (!d->n)
		return PL_OK;
	qsort(item, d->n, sizeof *item, by_number);
	last = &item[d->n - 1];
	next = last->c.number > next ? last->c.number : next;
	for (i = 0; i < d->n; i++) {
		if (i && item[i].edit->number &&
		    item[i].edit->number == item[i - 1].edit->number)
			return REFUSE(j, item[i].edit, "cand",
			    item[i].edit->number, 0, "line %zu has it too: "
			    "keep the rows of one recording, and no number "
			    "twice", item[i - 1].edit->line);
		if (!item[i].c.number)
			item[i].c.number = ++next;
	}
	return PL_OK;
}

/* In order of time, no two on the same row. */
static enum pl_err
order(const struct job *j, struct pl_decisions *d)
{
	size_t i;

	if (d->n)
		qsort(d->item, d->n, sizeof *d->item, by_start);
	for (i = 1; i < d->n; i++) {
		const struct pl_decided *a = &d->item[i - 1], *b = a + 1;

		if (b->c.start <= a->c.end && (a->edited || b->edited))
			return REFUSE(j, b->edit, "start_s", time_of(j,
			    b->edit->start_s, b->c.start), 6, "within the candidate of "
			    "line %zu, which ends at %g s: no two can have "
			    "the same rows", a->edit->line, j->t_s[a->c.end]);
	}
	return PL_OK;
}

static enum pl_err
check_sets(const struct job *j, const struct pl_decisions *d)
{
	int last = 0;
	size_t i;

	for (i = 0; i < d->n; i++) {
		const struct pl_edit *e = d->item[i].edit;

		if (!e->set || !pl_cand_counts(d->item[i].c.class))
			continue;
		if (e->set < last)
			return REFUSE(j, e, "set", e->set, 0, "after set %d: "
			    "sets are numbered in order of time", last);
		last = e->set;
	}
	return PL_OK;
}

/* Of what are the ends tops at which the height is that of standing? */
static bool
anchors(const struct pl_cand *c)
{
	return c->class <= PL_PARTIAL;
}

static void
count(const struct job *j, struct pl_decisions *d)
{
	size_t i, tops = 0;

	d->deleted = j->found->n;
	for (i = 0; i < j->found->n; i++)
		tops += anchors(&j->found->cand[i]);
	for (i = 0; i < d->n; i++) {
		const struct pl_cand *was = find(j, d->item[i].edit);
		bool had = was && anchors(was);

		d->deleted -= was != NULL;
		d->added += !was;
		d->edited += was && d->item[i].edited;
		tops -= had;
		d->again |= d->item[i].seek_phases ||
		    had != anchors(&d->item[i].c);
	}
	d->again |= tops > 0;
}

enum pl_err
pl_edit_decide(const struct pl_cands *found, const struct pl_edit *edit,
    size_t edits, const double *t_s, size_t rows, struct pl_decisions *d,
    struct pl_fault *fault)
{
	struct job j = { found, t_s, rows, fault };
	enum pl_err err = PL_OK;

	*d = (struct pl_decisions){ .item = pl_mem_array(edits,
	    sizeof *d->item) };
	if (!d->item)
		return PL_ENOMEM;
	for (; d->n < edits && !err; d->n++)
		err = decide(&j, &edit[d->n], &d->item[d->n]);
	if (!err)
		err = number(&j, d);
	if (!err)
		err = order(&j, d);
	if (!err)
		err = check_sets(&j, d);
	if (err)
		pl_edit_free(d);
	else
		count(&j, d);
	return err;
}

void
pl_edit_free(struct pl_decisions *d)
{
	free(d->item);
	*d = (struct pl_decisions){ 0 };
}
