/* segment_labels.c - an edited rep table, row by row */
#include "segment_labels.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/mem.h"
#include "cli.h"
#include "stream.h"

#define NUMBER_MOST 1e9		/* of a candidate, or of a set */

/* The columns of the table; what is not there is NULL, or -1. */
struct columns {
	const struct pl_table *t;
	const double *cand, *set, *start, *bottom, *end;
	int class, recording, start_utc;
};

static struct columns
columns(const struct pl_table *t)
{
	struct columns c = { .t = t,
	    .cand = pl_table_get(t, "cand"), .set = pl_table_get(t, "set"),
	    .start = pl_table_get(t, "start_s"),
	    .bottom = pl_table_get(t, "bottom_s"),
	    .end = pl_table_get(t, "end_s"),
	    .class = pl_table_find(t, "class"),
	    .recording = pl_table_find(t, "recording"),
	    .start_utc = pl_table_find(t, "start_utc") };

	if (pl_table_find(t, "t_s") >= 0)
		cli_die_at("a sample stream: labels are a rep table, as "
		    "plumb-reps makes it");
	if (c.class < 0)
		cli_die_at("class: no such column: labels say it of each "
		    "candidate");
	if (!c.cand && !(c.start && c.end))
		cli_die_at("no column cand, nor start_s and end_s: labels say "
		    "of which candidate they are, or of which time");
	return c;
}

static _Noreturn void
die_in(size_t row, const char *column, const char *value, const char *why)
{
	struct pl_fault f = { 0 };

	cli_die_fault(pl_fault_set(&f, PL_ERANGE, row + 2, column, value, "%s",
	    why), &f);
}

/* A whole number from 1; 0 where there is none. */
static int
number(const double *x, size_t row, const char *column)
{
	char value[32];

	if (!x || pl_missing(x[row]))
		return 0;
	snprintf(value, sizeof value, "%g", x[row]);
	if (!(x[row] >= 1 && x[row] <= NUMBER_MOST))
		die_in(row, column, value, "must be a number from 1");
	return (int)x[row];
}

static int
class_of(const struct columns *c, size_t row)
{
	const char *word = pl_table_label(c->t, c->class, row);
	int i;

	for (i = 0; word && i < PL_CLASSES; i++)
		if (strcmp(word, pl_cand_word((enum pl_class)i)) == 0)
			return i;
	if (word)
		die_in(row, "class", word, "no class: must be work, partial, "
		    "failed, unrack, rerack, walk or unknown");
	return -1;
}

static double
cell(const double *x, size_t row)
{
	return x ? x[row] : PL_MISSING;
}

static struct pl_edit
edit_of(const struct columns *c, size_t row)
{
	return (struct pl_edit){ .line = row + 2,
	    .number = number(c->cand, row, "cand"),
	    .class = class_of(c, row), .set = number(c->set, row, "set"),
	    .start_s = cell(c->start, row),
	    .bottom_s = cell(c->bottom, row), .end_s = cell(c->end, row) };
}

/* A word that the same column has in every row of the stream; NULL: none. */
static const char *
constant(const struct pl_table *stream, const char *column)
{
	int col = pl_table_find(stream, column);

	return col < 0 || !stream->rows ? NULL : pl_table_label(stream, col,
	    0);
}

/* Is a row of the recording that the stream is of? */
static bool
of_stream(const struct columns *c, size_t row, const struct pl_table *stream)
{
	const char *name = constant(stream, "recording");
	const char *utc = constant(stream, "start_utc"), *said;

	if (name && c->recording >= 0 &&
	    !pl_table_says(c->t, c->recording, row, name))
		return false;
	said = c->start_utc < 0 ? NULL : pl_table_label(c->t, c->start_utc,
	    row);
	if (said && utc && strcmp(said, utc) != 0)
		die_in(row, "start_utc", said, "not that of the stream: these "
		    "are labels of another recording");
	return true;
}

/* Rows of several recordings can only be told apart by a stream with a name. */
static void
check_names(const struct columns *c, const struct pl_table *stream)
{
	size_t i;

	if (c->recording < 0 || constant(stream, "recording"))
		return;
	for (i = 1; i < c->t->rows; i++)
		if (c->t->col[c->recording].x[i] !=
		    c->t->col[c->recording].x[0])
			die_in(i, "recording", pl_table_label(c->t,
			    c->recording, i), "rows of several recordings, "
			    "and the stream does not say which it is: name it "
			    "by plumb-read -i");
}

void
segment_labels(struct segment_labels *l, const char *path,
    const struct pl_table *stream)
{
	const char *was = cli_place(NULL), *name;
	struct columns c;
	struct pl_table t;
	size_t i;

	stream_read(&t, path);
	l->place = cli_place(was);
	cli_place(l->place);
	c = columns(&t);
	check_names(&c, stream);
	l->edit = pl_mem_array(t.rows, sizeof *l->edit);
	if (!l->edit)
		cli_die("out of memory");
	for (l->n = i = 0; i < t.rows; i++)
		if (of_stream(&c, i, stream))
			l->edit[l->n++] = edit_of(&c, i);
	name = constant(stream, "recording");
	if (t.rows && !l->n)
		cli_die_at("recording: no row is of '%s', as the stream is",
		    name);
	if (l->n < t.rows)
		cli_note("%zu of %zu rows are of '%s'", l->n, t.rows, name);
	pl_table_free(&t);
	cli_place(was);
}

void
segment_labels_free(struct segment_labels *l)
{
	free(l->edit);
}

void
segment_labels_decide(const struct segment_labels *l,
    const struct pl_cands *found, const struct pl_table *stream,
    struct pl_decisions *d)
{
	const char *was = cli_place(l->place);
	struct pl_fault fault = { 0 };
	enum pl_err err = pl_edit_decide(found, l->edit, l->n,
	    pl_table_get(stream, "t_s"), stream->rows, d, &fault);

	if (err)
		cli_die_fault(err, &fault);
	cli_note("of %zu candidates %zu changed, %zu deleted; %zu added",
	    found->n, d->edited, d->deleted, d->added);
	cli_place(was);
}
