#include "delim.h"

#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "cell.h"
#include "stamp.h"

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

struct reader {
	const struct pl_delim *d;
	struct pl_raw *r;
	double **to;		/* a column of r for each cell, or NULL */
	int time;		/* its cell, or -1 */
	struct pl_stamp clock;
	size_t row, line;
	char (*name)[64];
	struct pl_fault *f;
};

static enum pl_err
cell_fault(const struct reader *rd, enum pl_err err, size_t j, struct pl_cell c)
{
	char value[40];
	size_t n = (size_t)(c.end - c.p);

	n = n < sizeof value - 1 ? n : sizeof value - 1;
	memcpy(value, c.p, n);
	value[n] = '\0';
	return pl_fault_set(rd->f, err, rd->line, rd->name[j], value, "%s",
	    err == PL_EUNEVEN ? "time goes backwards here: cut the file, or "
	    "the column is no time" : err == PL_ERANGE ? "too large" :
	    n ? "not a number (leave the cell empty if the value is missing)" :
	    "no time on this line");
}

/* A line that is neither the first nor the last must have all its cells. */
static enum pl_err
count_fault(const struct reader *rd, size_t cells)
{
	return pl_fault_set(rd->f, PL_EFORMAT, rd->line, NULL, NULL,
	    "%zu cells where the lines before have %zu", cells, rd->d->cols);
}

/* Read a wanted cell into the next row. */
static enum pl_err
take(struct reader *rd, size_t j, struct pl_cell c)
{
	double *x = &rd->to[j][rd->row];

	if ((int)j == rd->time)
		return c.p == c.end ? PL_EFORMAT : pl_stamp_take(&rd->clock, c,
		    rd->d->point, x);
	if (c.p == c.end) {
		*x = PL_MISSING;
		return PL_OK;
	}
	return pl_num_parse(c.p, c.end, rd->d->point, x);
}

/* Read a line into the next row.  PL_ECUT: it has too few cells. */
static enum pl_err
read_line(struct reader *rd, const char *p, const char *end)
{
	const struct pl_delim *d = rd->d;
	struct pl_stamp before = rd->clock;
	enum pl_err err = PL_OK;
	struct pl_cell c, bad = { 0 };
	size_t j = 0, where = 0;

	do {
		p = pl_cell_next(p, end, d->stop, &c);
		if (j < d->cols && rd->to[j] && !err) {
			err = take(rd, j, c);
			where = j;
			bad = c;
		}
		j++;
	} while (p);
	if (j > d->cols && !(j == d->cols + 1 && c.p == c.end))
		return count_fault(rd, j);
	if (j < d->cols) {
		rd->clock = before;
		return PL_ECUT;
	}
	if (err)
		return cell_fault(rd, err, where, bad);
	rd->row++;
	return PL_OK;
}

static enum pl_err
read_lines(struct reader *rd)
{
	const struct pl_delim *d = rd->d;
	const char *p = d->data, *q, *end = d->end;
	bool first = true;
	enum pl_err err;

	while (end > p && (end[-1] == '\n' || pl_cell_blank(end[-1])))
		end--;
	for (; p < end; p = q + 1, rd->line++) {
		q = pl_cell_line(p, d->end);
		if (q == d->end) {
			pl_raw_say(rd->r, true, "line %zu: the last, without "
			    "an end: its numbers may be cut, dropped",
			    rd->line);
			return PL_OK;
		}
		if (pl_cell_empty(p, q))
			continue;
		err = read_line(rd, p, q);
		if (err == PL_ECUT && (first || q >= end))
			pl_raw_say(rd->r, true, "line %zu: the %s, cut short: "
			    "dropped", rd->line, first ? "first" : "last");
		else if (err == PL_ECUT)
			return count_fault(rd,
			    pl_cell_look(p, q, d->stop).cells);
		else if (err)
			return err;
		first = false;
	}
	return PL_OK;
}

static enum pl_err
prepare(struct reader *rd, size_t *wanted, size_t rows)
{
	const struct pl_delim *d = rd->d;
	enum pl_err err = PL_OK;
	struct pl_stamp k;
	size_t j, c = 0;

	*wanted = 0;
	for (j = 0; j < d->cols; j++)
		*wanted += *rd->name[j] && !pl_stamp_begin(&k, rd->name[j]);
	err = pl_raw_make(rd->r, *wanted, rows);
	rd->to = pl_mem_array(d->cols, sizeof *rd->to);
	if (!rd->to)
		err = PL_ENOMEM;
	for (j = 0; !err && j < d->cols; j++) {
		if (!*rd->name[j])
			continue;
		if (!pl_stamp_begin(&rd->clock, rd->name[j])) {
			rd->to[j] = rd->r->col[c].x;
			err = pl_raw_name(rd->r, c, rd->name[j]);
			if (!err && d->name)
				err = pl_raw_header(rd->r, c, d->name[j],
				    strlen(d->name[j]));
			c++;
			continue;
		}
		rd->time = (int)j;
		rd->to[j] = rd->r->t_s = malloc((rows + 1) * sizeof(double));
		if (!rd->to[j])
			err = PL_ENOMEM;
	}
	return err;
}

enum pl_err
pl_delim_read(const struct pl_delim *d, char (*name)[64], struct pl_raw *r,
    struct pl_fault *f)
{
	struct reader rd = { .d = d, .r = r, .name = name, .time = -1,
	    .line = d->line, .f = f };
	size_t lines = 1, wanted;
	enum pl_err err;
	const char *p;

	*r = (struct pl_raw){ 0 };
	for (p = d->data; (p = memchr(p, '\n', (size_t)(d->end - p))); p++)
		lines++;
	err = prepare(&rd, &wanted, lines);
	if (!err)
		err = read_lines(&rd);
	free(rd.to);
	if (err) {
		pl_raw_free(r);
		return err;
	}
	r->rows = rd.row;
	r->gaps = true;
	r->dated = pl_stamp_dated(&rd.clock, &r->start_ns);
	return PL_OK;
}
