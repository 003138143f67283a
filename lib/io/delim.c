#include "delim.h"

#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"
#include "cell.h"

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

/* The names on the last line before the data, if they are as many. */
static enum pl_err
take_names(struct pl_delim *d, const char *p, const char *end)
{
	struct pl_cell c;
	size_t j;

	d->name = pl_mem_array(d->cols, sizeof *d->name);
	if (!d->name)
		return PL_ENOMEM;
	for (j = 0; j < d->cols; j++) {
		c.p = c.end = end;
		if (p)
			p = pl_cell_next(p, end, d->stop, &c);
		d->name[j] = pl_mem_text(c.p, (size_t)(c.end - c.p));
		if (!d->name[j])
			return PL_ENOMEM;
	}
	return PL_OK;
}

/* Is this where the data begin?  A line with fewer cells was cut, or is a
 * banner with numbers in it: the next line tells. */
static bool
begins(const struct pl_delim *d, const char *p, const char *end)
{
	struct pl_look l = pl_cell_look(p, end, d->stop);

	if (!pl_cell_numeric(&l) || l.cells > d->cols + 1)
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

/* Find the first line of data, and the names before it. */
static enum pl_err
find_data(struct pl_delim *d, const char *p)
{
	const char *head = NULL, *head_end = NULL, *q;
	struct pl_look h = { 0 };
	size_t line = 1;

	for (;; p = q + 1, line++) {
		q = pl_cell_line(p, d->end);
		if (pl_cell_empty(p, q) && q < d->end)
			continue;
		if (begins(d, p, q) || q == d->end)
			break;
		head = p;
		head_end = q;
	}
	d->data = p;
	d->line = line;
	if (head)
		h = pl_cell_look(head, head_end, d->stop);
	if (h.cells < LEAST)
		return PL_OK;
	/* a last column without values looks like a delimiter at the end */
	if (d->trailing && !h.trailing && h.cells == d->cols + 1) {
		d->trailing = false;
		d->cols++;
	}
	d->named = h.cells - h.trailing;
	return d->named == d->cols ? take_names(d, head, head_end) : PL_OK;
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
	err = find_data(d, text);
	if (err)
		pl_delim_free(d);
	else
		d->point = find_point(d);
	return err;
}

void
pl_delim_free(struct pl_delim *d)
{
	size_t j;

	for (j = 0; d->name && j < d->cols; j++)
		free(d->name[j]);
	free(d->name);
	*d = (struct pl_delim){ 0 };
}
