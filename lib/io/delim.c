#include "delim.h"

#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"
#include "cell.h"
#include "words.h"

enum { LOOK = 200, SAMPLE = 64, LEAST = 3 };	/* lines, lines, numbers */

/* Two lines in a row of as many cells, one of them data, make a form. */
static size_t
score(const char *text, const char *end, char stop, struct pl_look *best)
{
	struct pl_look l, last = { 0 }, pick;
	const char *p, *q;
	int i;

	*best = last;
	for (p = text, i = 0; p < end && i < LOOK; p = q + 1, i++) {
		q = pl_cell_line(p, end);
		if (q == end && i > 1)	/* may be cut */
			break;
		if (pl_cell_empty(p, q))
			continue;
		l = pl_cell_look(p, q, stop);
		pick = last.cells == l.cells &&
		    pl_cell_numbers(&last) > pl_cell_numbers(&l) ? last : l;
		/* a last value may be missing, but not on every line */
		pick.trailing = l.trailing && (last.trailing ||
		    last.cells != l.cells);
		if (pl_cell_numeric(&pick) &&
		    pick.cells - pick.trailing >= LEAST &&
		    (last.cells == l.cells || (i < 2 && q + 1 >= end)) &&
		    pl_cell_numbers(&pick) > pl_cell_numbers(best))
			*best = pick;
		last = l;
	}
	return pl_cell_numbers(best);
}

void
pl_delim_free_cells(char **cells, size_t cols)
{
	size_t j;

	for (j = 0; cells && j < cols; j++)
		free(cells[j]);
	free(cells);
}

enum pl_err
pl_delim_cells(const struct pl_delim *d, const char *line, char ***cells)
{
	const char *p = line, *end = pl_cell_line(line, d->end);
	struct pl_cell c;
	char **to = pl_mem_array(d->cols, sizeof *to);
	size_t j;

	if (!to)
		return PL_ENOMEM;
	for (j = 0; j < d->cols; j++) {
		c.p = c.end = end;
		if (p)
			p = pl_cell_next(p, end, d->stop, &c);
		to[j] = pl_mem_text(c.p, (size_t)(c.end - c.p));
		if (!to[j]) {
			pl_delim_free_cells(to, d->cols);
			return PL_ENOMEM;
		}
	}
	*cells = to;
	return PL_OK;
}

/* Is this where the data begin?  A line with fewer cells was cut, or is a
 * banner with numbers in it: the next line tells. */
static bool
begins(const struct pl_delim *d, const char *p, const char *end)
{
	struct pl_look l = pl_cell_look(p, end, d->stop);

	if (!pl_cell_numeric(&l) || l.cells > d->cols + 1 ||
	    pl_cell_comment(p, end))
		return false;
	if (l.cells >= d->cols)
		return true;
	if (end == d->end)
		return false;
	p = end + 1;
	l = pl_cell_look(p, pl_cell_line(p, d->end), d->stop);
	return pl_cell_numeric(&l) && l.cells >= d->cols &&
	    l.cells <= d->cols + 1;
}

/* Find the first line of data, and those above it. */
static void
find_data(struct pl_delim *d)
{
	const char *p = d->head, *q;
	size_t line = 1;
	int i;

	for (;; p = q + 1, line++) {
		q = pl_cell_line(p, d->end);
		if (pl_cell_empty(p, q) && q < d->end)
			continue;
		if (begins(d, p, q) || q == d->end)
			break;
		for (i = PL_DELIM_ABOVE - 1; i > 0; i--)
			d->above[i] = d->above[i - 1];
		d->above[0] = p;
	}
	d->data = p;
	d->line = line;
}

static struct pl_look
look_at(const struct pl_delim *d, const char *line)
{
	struct pl_look none = { 0 };

	return line ? pl_cell_look(line, pl_cell_line(line, d->end), d->stop) :
	    none;
}

/* A row of units has at least three that a sensor's columns have. */
static bool
is_units(const struct pl_delim *d, const char *line)
{
	const char *p = line, *end = pl_cell_line(line, d->end), *suffix;
	struct pl_cell c;
	size_t n = 0;

	while (p) {
		p = pl_cell_next(p, end, d->stop, &c);
		suffix = pl_words_unit(c.p, (size_t)(c.end - c.p));
		n += suffix && *suffix;
	}
	return n >= LEAST;
}

/* The names on the last line before the data, or on the one before that, if
 * they are as many as the cells. */
static enum pl_err
take_names(struct pl_delim *d)
{
	struct pl_look h = look_at(d, d->above[0]), u = h;
	const char *names = d->above[0];
	bool units = d->above[1] && is_units(d, d->above[0]);
	enum pl_err err;

	if (units) {
		names = d->above[1];
		h = look_at(d, names);
	}
	if (h.cells < LEAST)
		return PL_OK;
	/* a last column without values looks like a delimiter at the end */
	if (d->trailing && !h.trailing && h.cells == d->cols + 1) {
		d->trailing = false;
		d->cols++;
	}
	d->named = h.cells - h.trailing;
	if (d->named != d->cols)
		return PL_OK;
	err = pl_delim_cells(d, names, &d->name);
	return err || !units || u.cells != h.cells ? err :
	    pl_delim_cells(d, d->above[0], &d->unit);
}

/* The point of the numbers: what the first lines show, else what stands
 * anywhere. */
static char
find_point(const struct pl_delim *d)
{
	const char *p = d->data, *q;
	size_t dots = 0, commas = 0;
	int i;

	if (d->stop == ',')
		return '.';
	for (i = 0; p < d->end && i < SAMPLE; p = q + 1, i++) {
		struct pl_look l;

		q = pl_cell_line(p, d->end);
		l = pl_cell_look(p, q, d->stop);
		dots += l.dots - l.plain;
		commas += l.commas - l.plain;
	}
	if (!dots && !commas) {
		size_t n = (size_t)(d->end - d->data);

		commas = memchr(d->data, ',', n) && !memchr(d->data, '.', n);
	}
	return commas > dots ? ',' : '.';
}

enum pl_err
pl_delim_open(struct pl_delim *d, const char *text, size_t n,
    struct pl_fault *f)
{
	static const char stops[] = { '\t', ';', ',', '|', ' ' };
	struct pl_look l, best = { 0 };
	enum pl_err err;
	size_t i;

	*d = (struct pl_delim){ .end = text + n };
	if (n >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
		text += 3;
	d->head = text;
	for (i = 0; i < sizeof stops; i++)
		if (score(text, d->end, stops[i], &l) >
		    pl_cell_numbers(&best)) {
			best = l;
			d->stop = stops[i];
		}
	if (!d->stop)
		return pl_fault_set(f, PL_EFORMAT, 0, NULL, NULL,
		    "no table of numbers in it: not a recording");
	d->trailing = best.trailing;
	d->cols = best.cells - best.trailing;
	find_data(d);
	err = take_names(d);
	if (err)
		pl_delim_free(d);
	else
		d->point = find_point(d);
	return err;
}

void
pl_delim_free(struct pl_delim *d)
{
	pl_delim_free_cells(d->name, d->cols);
	pl_delim_free_cells(d->unit, d->cols);
	*d = (struct pl_delim){ 0 };
}
