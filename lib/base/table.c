#include "table.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "schema.h"

void
pl_table_init(struct pl_table *t)
{
	*t = (struct pl_table){ 0 };
}

static void
words_free(struct pl_words *w)
{
	size_t i;

	if (!w)
		return;
	for (i = 0; i < w->n; i++)
		free(w->word[i]);
	free(w->word);
	free(w->slot);
	free(w);
}

static void
column_free(struct pl_column *c)
{
	free(c->name);
	free(c->x);
	words_free(c->words);
}

void
pl_table_free(struct pl_table *t)
{
	size_t c;

	for (c = 0; c < t->cols; c++)
		column_free(&t->col[c]);
	free(t->col);
	pl_table_init(t);
}

static void
fill_missing(double *x, size_t from, size_t to)
{
	for (; from < to; from++)
		x[from] = PL_MISSING;
}

enum pl_err
pl_table_resize(struct pl_table *t, size_t rows)
{
	size_t room = t->row_room, c;

	if (rows > room) {
		room = room + room / 2 > rows ? room + room / 2 : rows;
		if (room > SIZE_MAX / sizeof(double))
			return PL_ENOMEM;
		for (c = 0; c < t->cols; c++) {
			double *x = realloc(t->col[c].x, room * sizeof *x);

			if (!x)		/* some have more room than needed */
				return PL_ENOMEM;
			t->col[c].x = x;
		}
		t->row_room = room;
	}
	for (c = 0; c < t->cols; c++)
		fill_missing(t->col[c].x, t->rows, rows);
	t->rows = rows;
	return PL_OK;
}

void
pl_table_slice(struct pl_table *t, size_t from, size_t to)
{
	size_t c;

	for (c = 0; c < t->cols; c++)
		memmove(t->col[c].x, t->col[c].x + from,
		    (to - from) * sizeof(double));
	t->rows = to - from;
}

int
pl_table_find(const struct pl_table *t, const char *name)
{
	size_t c;

	for (c = 0; c < t->cols; c++)
		if (strcmp(t->col[c].name, name) == 0)
			return (int)c;
	return -1;
}

const double *
pl_table_get(const struct pl_table *t, const char *name)
{
	int c = pl_table_find(t, name);

	return c < 0 ? NULL : t->col[c].x;
}

double *
pl_table_edit(struct pl_table *t, const char *name)
{
	int c = pl_table_find(t, name);

	if (c < 0)
		return NULL;
	t->col[c].settled = false;
	return t->col[c].x;
}

static enum pl_err
column_new(struct pl_column *c, const char *name, size_t room)
{
	const struct pl_schema *s = pl_schema_find(name);

	*c = (struct pl_column){ 0 };
	c->name = pl_mem_text(name, strlen(name));
	c->x = pl_mem_array(room, sizeof *c->x);
	if (!s || s->words)
		c->words = pl_mem_array(1, sizeof *c->words);
	else
		c->decimals = pl_schema_decimals(s, name);
	if (c->name && c->x && (c->words || (s && !s->words)))
		return PL_OK;
	column_free(c);
	return PL_ENOMEM;
}

enum pl_err
pl_table_add(struct pl_table *t, const char *name, double **x)
{
	int old = pl_table_find(t, name);
	struct pl_column fresh, *grown;

	if (column_new(&fresh, name, t->row_room))
		return PL_ENOMEM;
	if (old < 0) {
		grown = pl_mem_grow(t->col, &t->col_room, t->cols + 1,
		    sizeof *grown);
		if (!grown) {
			column_free(&fresh);
			return PL_ENOMEM;
		}
		t->col = grown;
		old = (int)t->cols++;
	} else
		column_free(&t->col[old]);
	t->col[old] = fresh;
	fill_missing(fresh.x, 0, t->rows);
	if (x)
		*x = fresh.x;
	return PL_OK;
}

void
pl_table_drop(struct pl_table *t, const char *name)
{
	int c = pl_table_find(t, name);

	if (c < 0)
		return;
	column_free(&t->col[c]);
	t->cols--;
	memmove(t->col + c, t->col + c + 1,
	    (t->cols - (size_t)c) * sizeof *t->col);
}

void
pl_table_move(struct pl_table *t, int from, int to)
{
	struct pl_column c = t->col[from];

	for (; from > to; from--)
		t->col[from] = t->col[from - 1];
	for (; from < to; from++)
		t->col[from] = t->col[from + 1];
	t->col[to] = c;
}

/* FNV-1a: Fowler, Noll & Vo; good enough for labels. */
static size_t
hash(const char *s, size_t n)
{
	uint64_t h = UINT64_C(0xcbf29ce484222325);

	while (n--)
		h = (h ^ (unsigned char)*s++) * UINT64_C(0x100000001b3);
	return (size_t)(h ^ h >> 32);
}

static size_t
slot_of(const struct pl_words *w, const char *s, size_t n)
{
	size_t i = hash(s, n) & (w->slots - 1);

	for (; w->slot[i]; i = (i + 1) & (w->slots - 1)) {
		const char *have = w->word[w->slot[i] - 1];

		if (strlen(have) == n && memcmp(have, s, n) == 0)
			break;
	}
	return i;
}

static enum pl_err
words_rehash(struct pl_words *w)
{
	size_t slots = w->slots ? w->slots * 2 : 64, i;
	size_t *slot = pl_mem_array(slots, sizeof *slot);

	if (!slot)
		return PL_ENOMEM;
	free(w->slot);
	w->slot = slot;
	w->slots = slots;
	for (i = 0; i < w->n; i++)
		slot[slot_of(w, w->word[i], strlen(w->word[i]))] = i + 1;
	return PL_OK;
}

enum pl_err
pl_table_word(struct pl_table *t, int col, const char *word, size_t len,
    double *index)
{
	struct pl_words *w = t->col[col].words;
	char **grown, *copy;
	size_t i;

	if (!w || memchr(word, '\0', len))
		return PL_EFORMAT;
	if (2 * (w->n + 1) > w->slots && words_rehash(w))
		return PL_ENOMEM;
	i = slot_of(w, word, len);
	if (!w->slot[i]) {
		grown = pl_mem_grow(w->word, &w->room, w->n + 1, sizeof *grown);
		if (!grown)
			return PL_ENOMEM;
		w->word = grown;
		copy = pl_mem_text(word, len);
		if (!copy)
			return PL_ENOMEM;
		w->word[w->n++] = copy;
		w->slot[i] = w->n;
	}
	*index = (double)(w->slot[i] - 1);
	return PL_OK;
}

const char *
pl_table_label(const struct pl_table *t, int col, size_t row)
{
	const struct pl_column *c = &t->col[col];

	if (!c->words || pl_missing(c->x[row]))
		return NULL;
	return c->words->word[(size_t)c->x[row]];
}

bool
pl_table_says(const struct pl_table *t, int col, size_t row, const char *word)
{
	const char *w = col < 0 ? NULL : pl_table_label(t, col, row);

	return w && strcmp(w, word) == 0;
}

static enum pl_err
settle_column(struct pl_column *c, size_t rows, struct pl_fault *f)
{
	double limit = pl_num_limit(c->decimals);
	char value[32];
	size_t i, bad = 0;

	for (i = 0; i < rows; i++)
		bad += !(fabs(c->x[i]) < limit) & !pl_missing(c->x[i]);
	for (i = 0; bad; i++)
		if (!(fabs(c->x[i]) < limit) && !pl_missing(c->x[i])) {
			snprintf(value, sizeof value, "%g", c->x[i]);
			return pl_fault_set(f, PL_ERANGE, i + 2, c->name,
			    value, "infinite, or too large: below %g numbers "
			    "can be told apart", limit);
		}
	pl_num_round_all(c->x, rows, c->decimals);
	return PL_OK;
}

enum pl_err
pl_table_settle(struct pl_table *t, struct pl_fault *f)
{
	size_t c;

	for (c = 0; c < t->cols; c++) {
		struct pl_column *col = &t->col[c];
		enum pl_err err = PL_OK;

		if (!col->settled && !col->words)
			err = settle_column(col, t->rows, f);
		if (err)
			return err;
		col->settled = true;
	}
	return PL_OK;
}

/* Where time first steps otherwise than in the first rows; row i is off the
 * grid that all of them make. */
static enum pl_err
uneven(const double *x, size_t n, size_t i, struct pl_fault *f)
{
	static const char why[] = "not on an even grid of time";
	double step[3] = { x[1] - x[0] }, usual;
	size_t k;

	for (k = 1; k < 3; k++)
		step[k] = x[k + 1 < n ? k + 1 : n - 1] -
		    x[k + 1 < n ? k : n - 2];
	usual = fmax(fmin(step[0], step[1]),
	    fmin(fmax(step[0], step[1]), step[2]));
	for (k = 0; k < n; k++) {
		double s = k ? x[k] - x[k - 1] : usual;

		if (pl_missing(x[k]))
			return pl_fault_set(f, PL_EUNEVEN, k + 2, "t_s", NULL,
			    "missing: plumb-read makes an even grid of time");
		if (!(s > 0 && fabs(s - usual) <= 0.1 * usual + 2e-6))
			return pl_fault_set(f, PL_EUNEVEN, k + 2, "t_s", NULL,
			    "%s: %.6g s after the row before, not %.6g: "
			    "plumb-read makes one", why, s, usual);
	}
	return pl_fault_set(f, PL_EUNEVEN, i + 2, "t_s", NULL,
	    "%s: plumb-read makes one", why);
}

enum pl_err
pl_table_rate(const struct pl_table *t, double *rate_hz, struct pl_fault *f)
{
	const double *x = pl_table_get(t, "t_s");
	double step;
	size_t i;

	if (!x)
		return pl_fault_set(f, PL_ECOLUMN, 0, "t_s", NULL,
		    "no such column: plumb-read makes it");
	if (t->rows < 2)
		return pl_fault_set(f, PL_ESHORT, 0, "t_s", NULL,
		    "%zu row%s: a rate needs at least 2", t->rows,
		    t->rows == 1 ? "" : "s");
	step = (x[t->rows - 1] - x[0]) / (double)(t->rows - 1);
	for (i = 0; i < t->rows; i++) {
		double off = x[i] - (x[0] + step * (double)i);

		if (!(step > 0 && fabs(off) <= 0.1 * step + 1e-6))
			return uneven(x, t->rows, i, f);
	}
	*rate_hz = 1 / step;
	return PL_OK;
}
