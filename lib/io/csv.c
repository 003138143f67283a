#include "csv.h"

#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "bytes.h"
#include "utc.h"

/* A reader's place in the text. */
struct cursor {
	const char *p, *end;
	size_t line;
	char *quoted;		/* the last quoted cell, its quotes undone */
	size_t room;
};

struct cell {
	const char *p;
	size_t n;
	char stop;		/* ',' or '\n'; 0 where the text ended */
};

/* Undo the quotes of the cell that starts at c->p; c->p is left behind it. */
static enum pl_err
cell_quoted(struct cursor *c, struct cell *cell)
{
	size_t n = 0;
	char *grown;

	for (c->p++;; c->p++) {
		if (c->p == c->end)
			return PL_ECUT;
		if (*c->p == '"' && *++c->p != '"')
			break;
		c->line += *c->p == '\n';
		grown = pl_mem_grow(c->quoted, &c->room, n + 1, 1);
		if (!grown)
			return PL_ENOMEM;
		c->quoted = grown;
		c->quoted[n++] = *c->p;
	}
	cell->p = n ? c->quoted : "";
	cell->n = n;
	return PL_OK;
}

static enum pl_err
cell_next(struct cursor *c, struct cell *cell)
{
	enum pl_err err;

	if (c->p < c->end && *c->p == '"') {
		err = cell_quoted(c, cell);
		if (err)
			return err;
		if (c->p < c->end && *c->p == '\r')
			c->p++;
		if (c->p < c->end && *c->p != ',' && *c->p != '\n')
			return PL_EFORMAT;
	} else {
		cell->p = c->p;
		while (c->p < c->end && *c->p != ',' && *c->p != '\n')
			c->p++;
		cell->n = (size_t)(c->p - cell->p);
		if (cell->n && (c->p == c->end || *c->p == '\n') &&
		    cell->p[cell->n - 1] == '\r')
			cell->n--;
	}
	cell->stop = c->p < c->end ? *c->p++ : '\0';
	return PL_OK;
}

static enum pl_err
read_header(struct pl_table *t, struct cursor *c, struct pl_fault *f)
{
	struct cell cell;
	enum pl_err err;
	char *name;

	if (c->end - c->p >= 3 && memcmp(c->p, "\xef\xbb\xbf", 3) == 0)
		c->p += 3;
	do {
		err = cell_next(c, &cell);
		if (err || !cell.stop)
			return pl_fault_set(f, err ? err : PL_ECUT, 1, NULL,
			    NULL, "no header row: the first line must name "
			    "the columns and end");
		name = pl_mem_text(cell.p, cell.n);
		if (!name)
			return PL_ENOMEM;
		if (!*name || strlen(name) != cell.n)
			err = pl_fault_set(f, PL_EFORMAT, 1, NULL, NULL,
			    "column %zu has no name", t->cols + 1);
		else if (pl_table_find(t, name) >= 0)
			err = pl_fault_set(f, PL_EFORMAT, 1, name, NULL,
			    "two columns of this name");
		else
			err = pl_table_add(t, name, NULL);
		free(name);
		if (err)
			return err;
	} while (cell.stop == ',');
	if (t->cols == 1 && strpbrk(t->col[0].name, ";\t"))
		return pl_fault_set(f, PL_EFORMAT, 1, NULL, NULL,
		    "separated by %s: a table is separated by commas, with "
		    "points in its numbers (of recordings plumb-read takes "
		    "both)", strchr(t->col[0].name, ';') ? "semicolons" :
		    "tabs");
	c->line = 2;
	return PL_OK;
}

static enum pl_err
take(struct pl_table *t, size_t col, const struct cell *cell)
{
	double *x = &t->col[col].x[t->rows - 1];

	if (!cell->n)
		return PL_OK;
	if (t->col[col].words)
		return pl_table_word(t, (int)col, cell->p, cell->n, x);
	return pl_num_parse(cell->p, cell->p + cell->n, '.', x);
}

/* The fault of a cell that could not be taken. */
static enum pl_err
cell_fault(struct pl_fault *f, enum pl_err err, size_t line,
    const struct pl_column *col, const struct cell *cell)
{
	char value[40];
	size_t n = cell->n < sizeof value - 1 ? cell->n : sizeof value - 1;

	if (err == PL_ENOMEM)
		return err;
	memcpy(value, cell->p, n);
	value[n] = '\0';
	return pl_fault_set(f, err, line, col->name, value, "%s", col->words ?
	    "a NUL byte in it" : err == PL_ERANGE ? "too large" :
	    pl_utc_like(cell->p, cell->n) ? "not a number, but a date or "
	    "a time of day (a recording goes through plumb-read first)" :
	    "not a number (leave the cell empty if it is missing)");
}

static enum pl_err
read_row(struct pl_table *t, struct cursor *c, struct pl_fault *f)
{
	size_t col = 0, line = c->line, last = t->cols - 1;
	struct cell cell;
	enum pl_err err;

	err = pl_table_resize(t, t->rows + 1);
	if (err)
		return err;
	do {
		err = cell_next(c, &cell);
		if (err == PL_EFORMAT || err == PL_ECUT)
			return pl_fault_set(f, err, line, col > last ? NULL :
			    t->col[col].name, NULL, "a quoted cell that does "
			    "not end rightly");
		if (err)
			return err;
		if (!cell.stop)
			return pl_fault_set(f, PL_ECUT, line, NULL, NULL,
			    "the last line has no line feed: the stream was "
			    "cut short");
		if (col > last || (cell.stop == '\n' && col < last))
			return pl_fault_set(f, PL_EFORMAT, line, NULL, NULL,
			    "%s cells than the %zu of the header%s",
			    col > last ? "more" : "fewer", t->cols,
			    !col && !cell.n ? ": an empty line" : "");
		err = take(t, col, &cell);
		if (err)
			return cell_fault(f, err, line, &t->col[col], &cell);
		col++;
	} while (cell.stop == ',');
	c->line++;
	return PL_OK;
}

enum pl_err
pl_csv_read(struct pl_table *t, const char *text, size_t n,
    struct pl_fault *f)
{
	struct cursor c = { text, text + n, 1, NULL, 0 };
	enum pl_err err;

	if (n)
		err = read_header(t, &c, f);
	else
		err = pl_fault_set(f, PL_ECUT, 0, NULL, NULL,
		    "empty: not even a header row: did what was to write it "
		    "fail?");
	while (!err && c.p < c.end)
		err = read_row(t, &c, f);
	free(c.quoted);
	if (err)
		pl_table_free(t);
	return err;
}

/* Text on its way out, in blocks: a call per number would cost more than
 * the number. */
struct sink {
	FILE *f;
	size_t n;
	int failed;
	char at[1 << 16];
};

static void
flush(struct sink *s)
{
	if (s->n && fwrite(s->at, 1, s->n, s->f) != s->n)
		s->failed = 1;
	s->n = 0;
}

static void
put(struct sink *s, const char *p, size_t n)
{
	while (n) {
		size_t k = sizeof s->at - s->n;

		if (!k) {
			flush(s);
			continue;
		}
		k = n < k ? n : k;
		memcpy(s->at + s->n, p, k);
		s->n += k;
		p += k;
		n -= k;
	}
}

static void
put_text(struct sink *s, const char *p)
{
	const char *q;

	if (!strpbrk(p, ",\"\r\n")) {
		put(s, p, strlen(p));
		return;
	}
	put(s, "\"", 1);
	while ((q = strchr(p, '"'))) {
		put(s, p, (size_t)(q - p) + 1);
		put(s, "\"", 1);
		p = q + 1;
	}
	put(s, p, strlen(p));
	put(s, "\"", 1);
}

static void
put_cell(struct sink *s, const struct pl_table *t, size_t col, size_t row)
{
	const struct pl_column *c = &t->col[col];
	const char *word;

	if (!c->words) {
		if (sizeof s->at - s->n < PL_NUM_ROOM)
			flush(s);
		s->n = (size_t)(pl_num_print(s->at + s->n, c->x[row],
		    c->decimals) - s->at);
	} else {
		word = pl_table_label(t, (int)col, row);
		if (word)
			put_text(s, word);
	}
}

enum pl_err
pl_csv_write(const struct pl_table *t, FILE *f)
{
	struct sink *s = pl_mem_array(1, sizeof *s);
	size_t row, col;
	int failed;

	if (!s)
		return PL_ENOMEM;
	s->f = f;
	for (col = 0; col < t->cols; col++) {
		put_text(s, t->col[col].name);
		put(s, col + 1 < t->cols ? "," : "\n", 1);
	}
	for (row = 0; row < t->rows && !s->failed; row++)
		for (col = 0; col < t->cols; col++) {
			put_cell(s, t, col, row);
			put(s, col + 1 < t->cols ? "," : "\n", 1);
		}
	flush(s);
	failed = s->failed;
	free(s);
	return failed ? PL_EIO : PL_OK;
}
