#include "au.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"
#include "bytes.h"

enum { HEAD = 24, FLOAT64 = 7 };
static const uint32_t unknown = 0xffffffff;

static uint32_t
get32(const char *p)
{
	const unsigned char *u = (const unsigned char *)p;

	return (uint32_t)u[0] << 24 | (uint32_t)u[1] << 16 |
	    (uint32_t)u[2] << 8 | u[3];
}

static void
put32(char *p, uint32_t x)
{
	p[0] = (char)(x >> 24);
	p[1] = (char)(x >> 16);
	p[2] = (char)(x >> 8);
	p[3] = (char)x;
}

static double
get_double(const char *p)
{
	uint64_t u = (uint64_t)get32(p) << 32 | get32(p + 4);
	double x;

	memcpy(&x, &u, sizeof x);
	return x;
}

static void
put_double(char *p, double x)
{
	uint64_t u;

	if (pl_missing(x))
		u = UINT64_C(0x7ff8000000000000);	/* one NaN of many */
	else
		memcpy(&u, &x, sizeof u);
	put32(p, (uint32_t)(u >> 32));
	put32(p + 4, (uint32_t)u);
}

int
pl_au_is(const char *bytes, size_t n)
{
	return n >= 4 && memcmp(bytes, ".snd", 4) == 0;
}

/* Words may hold any text: line feeds and backslashes are escaped. */
static size_t
unescape(char *p)
{
	char *to = p, *start = p;

	for (; *p; p++)
		if (p[0] == '\\' && (p[1] == 'n' || p[1] == '\\'))
			*to++ = *++p == 'n' ? '\n' : '\\';
		else
			*to++ = *p;
	*to = '\0';
	return (size_t)(to - start);
}

static enum pl_err
add_escaped(struct pl_bytes *b, const char *p)
{
	enum pl_err err = PL_OK;

	for (; *p && !err; p++)
		if (*p == '\n')
			err = pl_bytes_add(b, "\\n", 2);
		else if (*p == '\\')
			err = pl_bytes_add(b, "\\\\", 2);
		else
			err = pl_bytes_add(b, p, 1);
	return err;
}

/* One line of the annotation, "key: value", NUL-terminated. */
static enum pl_err
take_line(struct pl_table *t, char *line, uint64_t *rows)
{
	char *value = strstr(line, ": ");
	double index;
	size_t n, before;
	enum pl_err err;
	int col;

	if (!value)
		return PL_OK;
	*value = '\0';
	value += 2;
	if (strncmp(line, "Column-", 7) == 0) {
		n = unescape(value);
		if (strtoul(line + 7, NULL, 10) != t->cols + 1 || !n ||
		    pl_table_find(t, value) >= 0)
			return PL_EFORMAT;
		return pl_table_add(t, value, NULL);
	}
	if (strncmp(line, "Word-", 5) == 0) {
		col = atoi(line + 5) - 1;
		if (col < 0 || (size_t)col >= t->cols || !t->col[col].words)
			return PL_EFORMAT;
		n = unescape(value);
		before = t->col[col].words->n;
		err = pl_table_word(t, col, value, n, &index);
		/* a word named twice would shift the meaning of the others */
		if (!err && t->col[col].words->n == before)
			err = PL_EFORMAT;
		return err;
	}
	if (strcmp(line, "Rows") == 0)
		*rows = strtoull(value, NULL, 10);
	return PL_OK;
}

static enum pl_err
take_annotation(struct pl_table *t, const char *p, size_t n, uint64_t *rows)
{
	char *text = pl_mem_text(p, n), *line, *next;
	enum pl_err err = text ? PL_OK : PL_ENOMEM;

	if (!err && strncmp(text, "Plumbline: 1\n", 13) != 0)
		err = PL_EFORMAT;
	for (line = text; !err && *line; line = next) {
		next = line + strcspn(line, "\n");
		if (*next)
			*next++ = '\0';
		err = take_line(t, line, rows);
	}
	free(text);
	return err;
}

/* Channels are interleaved: a block of rows at a time stays in the cache. */
static void
take_samples(struct pl_table *t, const char *p)
{
	size_t row, block, col;

	for (block = 0; block < t->rows; block += 256)
		for (col = 0; col < t->cols; col++)
			for (row = block; row < t->rows && row < block + 256;
			    row++)
				t->col[col].x[row] = get_double(p +
				    8 * (row * t->cols + col));
}

static enum pl_err
check_samples(const struct pl_table *t, struct pl_fault *f)
{
	size_t row, col;

	for (col = 0; col < t->cols; col++) {
		const struct pl_column *c = &t->col[col];

		for (row = 0; row < t->rows; row++) {
			double x = c->x[row];

			if (pl_missing(x))
				continue;
			if (c->words ? !(x >= 0 && x < (double)c->words->n &&
			    x == (double)(size_t)x) : isinf(x) != 0)
				return pl_fault_set(f, PL_ERANGE, row + 1,
				    c->name, NULL, c->words ?
				    "a word that the header does not name" :
				    "infinite");
		}
	}
	return PL_OK;
}

static enum pl_err
read_all(struct pl_table *t, const char *bytes, size_t n, struct pl_fault *f)
{
	uint64_t rows = UINT64_MAX;
	size_t offset, have;
	enum pl_err err;

	if (n < HEAD)
		return pl_fault_set(f, PL_ECUT, 0, NULL, NULL,
		    "the AU header is cut short");
	offset = get32(bytes + 4);
	if (offset < HEAD || get32(bytes + 12) != FLOAT64)
		return pl_fault_set(f, PL_EFORMAT, 0, NULL, NULL, "an AU sound "
		    "file, but no stream of ours: plumb-read reads sound");
	if (offset > n)
		return pl_fault_set(f, PL_ECUT, 0, NULL, NULL,
		    "the AU header is cut short");
	err = take_annotation(t, bytes + HEAD, offset - HEAD, &rows);
	if (err == PL_ENOMEM)
		return err;
	if (err || !t->cols || t->cols != get32(bytes + 20) ||
	    rows == UINT64_MAX)
		return pl_fault_set(f, PL_EFORMAT, 0, NULL, NULL, "an AU sound "
		    "file whose annotation names no columns of ours: "
		    "plumb-read reads sound");
	have = (n - offset) / 8 / t->cols;
	if (rows != have || (n - offset) % (8 * t->cols))
		return pl_fault_set(f, PL_ECUT, have + 1, NULL, NULL,
		    "the stream promised %llu rows and ended after %zu",
		    (unsigned long long)rows, have);
	err = pl_table_resize(t, have);
	if (err)
		return err;
	take_samples(t, bytes + offset);
	return check_samples(t, f);
}

enum pl_err
pl_au_read(struct pl_table *t, const char *bytes, size_t n,
    struct pl_fault *f)
{
	enum pl_err err = read_all(t, bytes, n, f);

	if (err)
		pl_table_free(t);
	return err;
}

static enum pl_err
add_line(struct pl_bytes *b, const char *key, size_t number, const char *value)
{
	char text[64];
	enum pl_err err;

	if (number)
		snprintf(text, sizeof text, "%s-%zu: ", key, number);
	else
		snprintf(text, sizeof text, "%s: ", key);
	err = pl_bytes_add(b, text, strlen(text));
	if (!err)
		err = add_escaped(b, value);
	return err ? err : pl_bytes_add(b, "\n", 1);
}

static enum pl_err
add_annotation(struct pl_bytes *b, const struct pl_table *t,
    const struct pl_origin *o)
{
	char rows[32];
	enum pl_err err;
	size_t col, i;

	snprintf(rows, sizeof rows, "%zu", t->rows);
	err = add_line(b, "Plumbline", 0, "1");
	if (!err)
		err = add_line(b, "Rows", 0, rows);
	if (!err && o)
		err = add_line(b, "Software", 0, o->software);
	if (!err && o)
		err = add_line(b, "Filters", 0, o->filters);
	for (col = 0; col < t->cols && !err; col++)
		err = add_line(b, "Column", col + 1, t->col[col].name);
	for (col = 0; col < t->cols && !err; col++)
		for (i = 0; t->col[col].words && !err &&
		    i < t->col[col].words->n; i++)
			err = add_line(b, "Word", col + 1,
			    t->col[col].words->word[i]);
	while (!err && (b->n % 8 || b->at[b->n - 1] != '\0'))
		err = pl_bytes_add(b, "", 1);
	return err;
}

static enum pl_err
write_samples(const struct pl_table *t, FILE *f)
{
	size_t width = 8 * t->cols, chunk = (1 << 18) / width + 1, from, row;
	char *block = pl_mem_array(chunk, width);
	int failed = 0;
	size_t col;

	if (!block)
		return PL_ENOMEM;
	for (from = 0; from < t->rows && !failed; from += chunk) {
		size_t n = t->rows - from < chunk ? t->rows - from : chunk;

		for (col = 0; col < t->cols; col++)
			for (row = 0; row < n; row++)
				put_double(block + row * width + 8 * col,
				    t->col[col].x[from + row]);
		failed = fwrite(block, width, n, f) != n;
	}
	free(block);
	return failed ? PL_EIO : PL_OK;
}

enum pl_err
pl_au_write(const struct pl_table *t, const struct pl_origin *o, FILE *f)
{
	struct pl_bytes b = { 0 };
	uint64_t size = 8 * (uint64_t)t->cols * t->rows;
	double rate;
	enum pl_err err;
	char head[HEAD] = ".snd";

	if (pl_table_rate(t, &rate, NULL) || !(rate >= 1 && rate < 1e9))
		rate = 1;
	err = pl_bytes_add(&b, head, HEAD);
	if (!err)
		err = add_annotation(&b, t, o);
	if (!err) {
		put32(b.at + 4, (uint32_t)b.n);
		put32(b.at + 8, size < unknown ? (uint32_t)size : unknown);
		put32(b.at + 12, FLOAT64);
		put32(b.at + 16, (uint32_t)(rate + 0.5));
		put32(b.at + 20, (uint32_t)t->cols);
		if (fwrite(b.at, 1, b.n, f) != b.n)
			err = PL_EIO;
	}
	pl_bytes_free(&b);
	return err ? err : write_samples(t, f);
}
