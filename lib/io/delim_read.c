/* the rows of a delimited text; its form is found in delim.c */
#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "cell.h"
#include "delim.h"
#include "stamp.h"
#include "utc.h"

struct reader {
	const struct pl_delim *d;
	struct pl_raw *r;
	double **to;		/* a column of r for each cell, or NULL */
	int time;		/* its cell, or -1 */
	struct pl_stamp clock;
	size_t row, line;
	size_t talk;		/* lines without a number */
	bool over;
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
	    pl_utc_like(c.p, (size_t)(c.end - c.p)) ? (int)j == rd->time ?
	    "a date or a time of day: both in one cell are t_iso (-c "
	    "t_iso=HEADER); else leave it out, and give -r HZ" :
	    "a date or a time of day, not a number: leave the column out, or "
	    "is it t_iso (-c)?" :
	    n && (int)j == rd->time ? "no time" :
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
	if (c.p == c.end || (rd->d->words && pl_cell_missing(c))) {
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
			rd->over = d->padded && (int)j == rd->time &&
			    c.p == c.end;
			if (rd->over)
				return PL_OK;
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

/* A line that the recorder says to whoever listens: it has no number, and does
 * not begin like one, which is sooner seen. */
static bool
talk(struct reader *rd, const char *p, const char *end)
{
	struct pl_look l;

	if (strchr("+-.0123456789", *p))
		return false;
	l = pl_cell_look(p, end, rd->d->stop);
	if (pl_cell_numbers(&l))
		return false;
	rd->talk++;
	return true;
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
		if (pl_cell_empty(p, q) || pl_cell_comment(p, q))
			continue;
		if (d->talks && talk(rd, p, q))
			continue;
		err = read_line(rd, p, q);
		if (rd->over)
			break;
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
		if (d->row_s > 0)
			rd->clock.unit_s = d->row_s;
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
	if (rd.talk)
		pl_raw_say(r, false, "%zu lines without a number passed over",
		    rd.talk);
	r->rows = rd.row;
	r->gaps = true;
	r->start_ns = pl_stamp_zero(&rd.clock);
	r->dated = pl_stamp_dated(&rd.clock, &r->start_ns);
	return PL_OK;
}
