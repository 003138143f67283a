#include "pairs.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../../dsp/match.h"

/* A row, to be sorted by recording and time. */
struct item {
	size_t recording, row;
	struct pl_span span;
};

struct list {
	struct item *item;
	size_t n;
};

const char *
pl_pairs_class(const struct pl_side *s, size_t row)
{
	const char *word = s->class_col < 0 ? "work" :
	    pl_table_label(s->t, s->class_col, row);

	return word ? word : "unknown";
}

double
pl_pairs_set(const struct pl_side *s, size_t row)
{
	const double *set = pl_table_get(s->t, "set");

	return !set || pl_missing(set[row]) ? 0 : set[row];
}

static enum pl_err
side_init(struct pl_side *s, const struct pl_table *t, struct pl_fault *f)
{
	size_t i;

	*s = (struct pl_side){ .t = t,
	    .bottom = pl_table_get(t, "bottom_s"),
	    .start = pl_table_get(t, "start_s"),
	    .end = pl_table_get(t, "end_s"),
	    .class_col = pl_table_find(t, "class") };
	if (!s->bottom && t->rows)
		return pl_fault_set(f, PL_ECOLUMN, 0, "bottom_s", NULL,
		    "no such column: not a rep table as plumb-reps makes it");
	s->recording = pl_mem_array(t->rows, sizeof *s->recording);
	s->rep = pl_mem_array(t->rows, 1);
	s->mate = pl_mem_array(t->rows, sizeof *s->mate);
	s->timed = pl_mem_array(t->rows, 1);
	if (!s->recording || !s->rep || !s->mate || !s->timed)
		return PL_ENOMEM;
	for (i = 0; i < t->rows; i++) {
		const char *word = pl_pairs_class(s, i);

		s->rep[i] = strcmp(word, "work") == 0 ||
		    strcmp(word, "partial") == 0;
		s->mate[i] = PL_PAIRS_ALONE;
	}
	return PL_OK;
}

/* One number for each name of a recording, if both tables name them. */
static enum pl_err
number_recordings(struct pl_pairs *p)
{
	struct pl_table names;
	enum pl_err err;
	int k, col[2];
	size_t i;

	for (k = 0; k < 2; k++)
		col[k] = pl_table_find(p->side[k].t, "recording");
	if (col[0] < 0 || col[1] < 0)
		return PL_OK;
	pl_table_init(&names);
	err = pl_table_add(&names, "recording", NULL);
	for (k = 0; k < 2; k++)
		for (i = 0; i < p->side[k].t->rows && !err; i++) {
			const char *name = pl_table_label(p->side[k].t,
			    col[k], i);
			double number = 0;

			if (!name)
				name = "";
			err = pl_table_word(&names, 0, name, strlen(name),
			    &number);
			p->side[k].recording[i] = (size_t)number;
		}
	pl_table_free(&names);
	return err;
}

static int
by_time(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	if (x->recording != y->recording)
		return x->recording < y->recording ? -1 : 1;
	if (x->span.at != y->span.at)
		return x->span.at < y->span.at ? -1 : 1;
	return x->row < y->row ? -1 : x->row > y->row;
}

static double
cell(const double *x, size_t row)
{
	return x ? x[row] : PL_MISSING;
}

/* The span of a row, as a repetition or as whatever it is; false: untimed. */
static bool
span_of(const struct pl_side *s, size_t row, bool reps, struct pl_span *span)
{
	double from = cell(s->start, row), to = cell(s->end, row);
	double bottom = cell(s->bottom, row);

	if (pl_missing(from) || pl_missing(to) || from > to)
		from = to = bottom;
	*span = (struct pl_span){ reps ? bottom : from / 2 + to / 2, from, to };
	return !pl_missing(span->at);
}

double
pl_pairs_time(const struct pl_side *s, size_t row)
{
	struct pl_span span;

	(void)span_of(s, row, false, &span);
	return s->bottom && !pl_missing(s->bottom[row]) ? s->bottom[row] :
	    span.at;
}

/* Rows that have no mate yet, in order. */
static enum pl_err
gather(const struct pl_side *s, bool reps, struct list *l)
{
	size_t i;

	l->n = 0;
	l->item = pl_mem_array(s->t->rows, sizeof *l->item);
	if (!l->item)
		return PL_ENOMEM;
	for (i = 0; i < s->t->rows; i++) {
		struct item *item = &l->item[l->n];

		if (s->mate[i] != PL_PAIRS_ALONE || (reps && !s->rep[i]))
			continue;
		item->recording = s->recording[i];
		item->row = i;
		l->n += span_of(s, i, reps, &item->span);
	}
	if (l->n)
		qsort(l->item, l->n, sizeof *l->item, by_time);
	return PL_OK;
}

/* Rows of one recording, from *i on, which becomes the next one's. */
static size_t
take(const struct list *l, size_t recording, size_t *i, struct pl_span *span)
{
	size_t n = 0;

	for (; *i < l->n && l->item[*i].recording == recording; ++*i)
		span[n++] = l->item[*i].span;
	return n;
}

static void
wed(struct pl_pairs *p, const struct item *a, const struct item *b, bool reps)
{
	p->side[0].mate[a->row] = b->row;
	p->side[1].mate[b->row] = a->row;
	p->side[0].timed[a->row] = p->side[1].timed[b->row] = reps;
}

static enum pl_err
match_lists(struct pl_pairs *p, const struct list l[2], bool reps,
    double within_s)
{
	struct pl_span *a = pl_mem_array(l[0].n, sizeof *a);
	struct pl_span *b = pl_mem_array(l[1].n, sizeof *b);
	size_t *mate = pl_mem_array(l[0].n, sizeof *mate);
	enum pl_err err = a && b && mate ? PL_OK : PL_ENOMEM;
	size_t i = 0, k = 0, i0, k0, n, m, j;

	while (!err && i < l[0].n) {
		size_t recording = l[0].item[i].recording;

		while (k < l[1].n && l[1].item[k].recording < recording)
			k++;
		i0 = i, k0 = k;
		n = take(&l[0], recording, &i, a);
		m = take(&l[1], recording, &k, b);
		err = reps ? pl_match_instants(a, n, b, m, within_s, mate) :
		    pl_match_spans(a, n, b, m, mate);
		for (j = 0; j < n && !err; j++)
			if (mate[j] != PL_MATCH_ALONE)
				wed(p, &l[0].item[i0 + j],
				    &l[1].item[k0 + mate[j]], reps);
	}
	free(a);
	free(b);
	free(mate);
	return err;
}

enum pl_err
pl_pairs_make(struct pl_pairs *p, const struct pl_table *reference,
    const struct pl_table *test, double within_s, struct pl_fault *f)
{
	enum pl_err err;
	int reps;

	*p = (struct pl_pairs){ 0 };
	err = side_init(&p->side[0], reference, f);
	if (!err)
		err = side_init(&p->side[1], test, f);
	if (!err)
		err = number_recordings(p);
	for (reps = 1; reps >= 0 && !err; reps--) {
		struct list l[2] = { { NULL, 0 }, { NULL, 0 } };

		err = gather(&p->side[0], reps, &l[0]);
		if (!err)
			err = gather(&p->side[1], reps, &l[1]);
		if (!err)
			err = match_lists(p, l, reps, within_s);
		free(l[0].item);
		free(l[1].item);
	}
	if (err == PL_ERANGE)
		pl_fault_set(f, err, 0, "bottom_s", NULL, "too many "
		    "repetitions within reach of each other to be paired: "
		    "name recordings in both tables, or narrow the window");
	if (err)
		pl_pairs_free(p);
	return err;
}

void
pl_pairs_free(struct pl_pairs *p)
{
	int k;

	for (k = 0; k < 2; k++) {
		free(p->side[k].recording);
		free(p->side[k].rep);
		free(p->side[k].mate);
		free(p->side[k].timed);
	}
	*p = (struct pl_pairs){ 0 };
}
