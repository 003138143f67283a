#include "cell.h"

#include <string.h>

#include "../base/num.h"
#include "words.h"

static void
trim(struct pl_cell *c)
{
	while (c->p < c->end && pl_cell_blank(*c->p))
		c->p++;
	while (c->p < c->end && pl_cell_blank(c->end[-1]))
		c->end--;
	if (c->end - c->p >= 2 && *c->p == '"' && c->end[-1] == '"')
		c->p++, c->end--;
}

const char *
pl_cell_next(const char *p, const char *end, char stop, struct pl_cell *c)
{
	const char *q = p;

	if (stop == ' ')
		while (p < end && pl_cell_blank(*p))
			p++;
	c->p = p;
	if (p < end && *p == '"') {
		q = memchr(p + 1, '"', (size_t)(end - p - 1));
		p = q ? q + 1 : p;
	}
	if (stop == ' ')
		while (p < end && !pl_cell_blank(*p))
			p++;
	else
		while (p < end && *p != stop)
			p++;
	c->end = p;
	for (q = p; stop == ' ' && q < end && pl_cell_blank(*q); q++)
		;
	trim(c);
	if (stop == ' ')
		return q < end ? q : NULL;
	return p < end ? p + 1 : NULL;
}

const char *
pl_cell_line(const char *p, const char *end)
{
	const char *q = memchr(p, '\n', (size_t)(end - p));

	return q ? q : end;
}

bool
pl_cell_empty(const char *p, const char *end)
{
	while (p < end && pl_cell_blank(*p))
		p++;
	return p == end;
}

bool
pl_cell_missing(struct pl_cell c)
{
	return pl_words_in(c.p, (size_t)(c.end - c.p), "nan n/a n.a. null");
}

bool
pl_cell_comment(const char *p, const char *end)
{
	while (p < end && pl_cell_blank(*p))
		p++;
	return p < end && (*p == '#' || (*p == '/' && end - p > 1 &&
	    p[1] == '/'));
}

struct pl_look
pl_cell_look(const char *p, const char *end, char stop)
{
	struct pl_look l = { 0 };
	struct pl_cell c;
	double x;

	do {
		bool dot, comma;

		p = pl_cell_next(p, end, stop, &c);
		l.cells++;
		l.trailing = c.p == c.end && !p && l.cells > 1;
		l.empty += c.p == c.end || pl_cell_missing(c);
		dot = !pl_num_parse(c.p, c.end, '.', &x);
		comma = stop != ',' && !pl_num_parse(c.p, c.end, ',', &x);
		l.dots += dot;
		l.commas += comma;
		l.plain += dot && comma;
	} while (p);
	return l;
}

size_t
pl_cell_numbers(const struct pl_look *l)
{
	return l->dots > l->commas ? l->dots : l->commas;
}

bool
pl_cell_numeric(const struct pl_look *l)
{
	size_t n = pl_cell_numbers(l);

	return n >= 1 && 2 * n > l->cells - l->empty;
}
