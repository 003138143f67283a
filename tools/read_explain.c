/* read_explain.c - what was recognised in a recording, as a table */
#include "read_explain.h"

#include <stdarg.h>
#include <stdio.h>

#include "../lib/base/unit.h"
#include "cli.h"
#include "words.h"

enum { MOST = 200 };			/* rows of an explanation */

struct page {
	struct pl_table t;
	size_t row;
};

static void
begin(struct page *p, const char *const *column, size_t n, size_t rows)
{
	size_t i;

	pl_table_init(&p->t);
	p->row = 0;
	if (pl_table_resize(&p->t, rows))
		cli_die("out of memory");
	for (i = 0; i < n; i++)
		cli_add(&p->t, column[i]);
}

CLI_PRINTF(4, 5)
static void
say(struct page *p, const char *item, const char *how, const char *fmt, ...)
{
	char found[160];
	va_list ap;

	if (p->row == MOST)
		return;
	va_start(ap, fmt);
	vsnprintf(found, sizeof found, fmt, ap);
	va_end(ap);
	words_put(&p->t, "item", p->row, item);
	words_put(&p->t, "found", p->row, found);
	words_put(&p->t, "how", p->row, how);
	p->row++;
}

/* Which column became what, of which unit. */
static void
say_columns(struct page *p, const struct pl_raw *r)
{
	char how[160];
	size_t c;

	for (c = 0; c < r->cols; c++) {
		const struct pl_raw_column *col = &r->col[c];
		const struct pl_unit *u = pl_unit_of(col->was ? col->was :
		    col->name);

		snprintf(how, sizeof how, u ? "%s%s%s times %.9g%s" : "%s%s%s",
		    col->sensor ? col->sensor : "", col->sensor ? ": " : "",
		    u ? u->suffix + 1 : "quaternion", u ? u->factor : 1,
		    col->open ? ", unit found by physics" : "");
		say(p, col->name, how, "%s", col->header ? col->header :
		    col->was ? col->was : col->name);
	}
}

static void
say_part(struct page *p, const struct read_found *r, int k)
{
	const struct pl_grid_part *g = &r->part[k];
	const struct pl_raw *raw = &r->raw[k];
	int i;

	say(p, "file", "", "%s", r->path[k]);
	say(p, "format", r->format[k]->what, "%s", r->format[k]->name);
	say(p, "rows", "numbers that the file has", "%zu", r->rows[k]);
	say(p, "rate_hz", raw->clock, "%.9g", g->rate_hz);
	say(p, "time_sd_s", "how well the instant of a row is known", "%.3g",
	    g->time_sd_s);
	if (g->tidied.merged)
		say(p, "merged", "rows of one stamp, the same or parts of one",
		    "%zu", g->tidied.merged);
	if (g->tidied.repeated)
		say(p, "repeated", "rows that were sent again", "%zu",
		    g->tidied.repeated);
	if (g->tidied.spread)
		say(p, "spread", "rows that share a stamp, over the step "
		    "before it", "%zu", g->tidied.spread);
	if (g->tidied.alone)
		say(p, "alone", "rows dropped beyond a hole at an end", "%zu",
		    g->tidied.alone);
	say(p, "holes", "left empty", "%zu", g->holes.count);
	if (g->holes.count)
		say(p, "longest_hole_s", "", "%.6g at %.6g s",
		    g->holes.longest_s, g->holes.at_s);
	say_columns(p, raw);
	for (i = 0; i < raw->notes; i++)
		say(p, raw->note[i].warn ? "warning" : "note", "", "%s",
		    raw->note[i].text);
}

/* Make what was written the table of the filter. */
static void
finish(struct page *p, struct pl_table *t)
{
	pl_table_slice(&p->t, 0, p->row);
	pl_table_free(t);
	*t = p->t;
}

void
read_explain(struct pl_table *t, const struct read_found *r)
{
	static const char *const columns[] = { "item", "found", "how" };
	double rate = t->rows > 1 ? cli_rate(t) : 0;
	struct page p;
	int k;

	begin(&p, columns, 3, MOST);
	if (r->ours)
		say(&p, "format", "as it was", "a sample stream");
	for (k = 0; k < r->parts; k++)
		say_part(&p, r, k);
	if (*r->start)
		say(&p, "start_utc", "instant of the first row", "%s",
		    r->start);
	say(&p, "stream_rows", "of the even grid", "%zu", t->rows);
	say(&p, "stream_rate_hz", "the fastest of its parts, or -r", "%.9g",
	    rate);
	finish(&p, t);
}

void
read_formats(struct pl_table *t)
{
	static const char *const columns[] = { "format", "what", "needs",
		"tried" };
	const struct pl_format *f;
	struct page p;
	int n;

	for (n = 0; pl_format_row(n); n++)
		;
	begin(&p, columns, 4, (size_t)n);
	for (; (f = pl_format_row((int)p.row)); p.row++) {
		words_put(&p.t, "format", p.row, f->name);
		words_put(&p.t, "what", p.row, f->what);
		words_put(&p.t, "needs", p.row, f->needs);
		words_put(&p.t, "tried", p.row, f->tried ? "real files" :
		    "its description only");
	}
	finish(&p, t);
}
