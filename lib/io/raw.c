#include "raw.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"
#include "../base/schema.h"
#include "../base/unit.h"

static void
column_free(struct pl_raw_column *c)
{
	free(c->name);
	free(c->header);
	free(c->was);
	free(c->sensor);
	free(c->x);
}

void
pl_raw_free(struct pl_raw *r)
{
	size_t c;

	for (c = 0; c < r->cols; c++)
		column_free(&r->col[c]);
	free(r->col);
	free(r->t_s);
	*r = (struct pl_raw){ 0 };
}

enum pl_err
pl_raw_make(struct pl_raw *r, size_t cols, size_t rows)
{
	size_t c;

	*r = (struct pl_raw){ 0 };
	r->col = pl_mem_array(cols, sizeof *r->col);
	if (!r->col)
		return PL_ENOMEM;
	r->cols = cols;
	r->rows = rows;
	for (c = 0; c < cols; c++) {
		r->col[c].name = pl_mem_text("", 0);
		/* not zeroed: an hour is 17 MB, and it is about to be filled */
		r->col[c].x = rows > (size_t)-1 / sizeof(double) ? NULL :
		    malloc((rows + !rows) * sizeof(double));
		if (!r->col[c].name || !r->col[c].x) {
			pl_raw_free(r);
			return PL_ENOMEM;
		}
	}
	return PL_OK;
}

/* Let *to be a copy of n bytes of text. */
static enum pl_err
replace(char **to, const char *text, size_t n)
{
	char *copy = pl_mem_text(text, n);

	if (!copy)
		return PL_ENOMEM;
	free(*to);
	*to = copy;
	return PL_OK;
}

enum pl_err
pl_raw_name(struct pl_raw *r, size_t col, const char *name)
{
	return replace(&r->col[col].name, name, strlen(name));
}

enum pl_err
pl_raw_header(struct pl_raw *r, size_t col, const char *text, size_t n)
{
	return replace(&r->col[col].header, text, n);
}

enum pl_err
pl_raw_sensor(struct pl_raw *r, size_t col, const char *text, size_t n)
{
	return replace(&r->col[col].sensor, text, n);
}

int
pl_raw_find(const struct pl_raw *r, const char *name)
{
	size_t c;

	for (c = 0; c < r->cols; c++)
		if (strcmp(r->col[c].name, name) == 0)
			return (int)c;
	return -1;
}

void
pl_raw_drop(struct pl_raw *r, size_t col)
{
	column_free(&r->col[col]);
	r->cols--;
	memmove(r->col + col, r->col + col + 1,
	    (r->cols - col) * sizeof *r->col);
}

void
pl_raw_say(struct pl_raw *r, bool warn, const char *fmt, ...)
{
	struct pl_raw_note *n = &r->note[r->notes];
	va_list ap;

	if (r->notes == (int)(sizeof r->note / sizeof *r->note))
		return;
	r->notes++;
	n->warn = warn;
	va_start(ap, fmt);
	vsnprintf(n->text, sizeof n->text, fmt, ap);
	va_end(ap);
}

const char *
pl_raw_si(const char *name, char *to, size_t room, double *factor)
{
	const struct pl_unit *u = pl_unit_of(name);
	const struct pl_schema *s;
	int n;

	if (!u)
		return NULL;
	n = snprintf(to, room, "%.*s%s", (int)(strlen(name) -
	    strlen(u->suffix)), name, u->si);
	if (n < 0 || (size_t)n >= room)
		return NULL;
	s = pl_schema_find(to);
	if (!s || s->words || strcmp(s->maker, "read") != 0)
		return NULL;
	*factor = u->factor;
	return to;
}

bool
pl_raw_turn(const char *name)
{
	const struct pl_schema *s = pl_schema_find(name);

	return s && strncmp(s->pattern, "*q_", 3) == 0;
}

enum pl_err
pl_raw_tell(struct pl_raw *r, size_t col, const char *suffix)
{
	const char *name = r->col[col].name, *si = pl_unit_of(name)->suffix;
	char was[96];

	snprintf(was, sizeof was, "%.*s%s", (int)(strlen(name) - strlen(si)),
	    name, suffix);
	return replace(&r->col[col].was, was, strlen(was));
}

enum pl_err
pl_raw_settle(struct pl_raw *r, struct pl_fault *f)
{
	size_t c = 0, i;

	while (c < r->cols) {
		struct pl_raw_column *col = &r->col[c];
		char name[64];
		double k;

		if (r->attitude && pl_raw_turn(col->name)) {
			snprintf(name, sizeof name, "%s", col->name);
			k = 1;
		} else if (!pl_raw_si(col->name, name, sizeof name, &k)) {
			pl_raw_drop(r, c);
			continue;
		}
		if (col->unscaled)
			return pl_fault_set(f, PL_ESTATE, 0, col->name, NULL,
			    "whole numbers of an unknown full scale: the file "
			    "needs a text line Scale-N for each channel, or "
			    "floating point");
		if (pl_raw_find(r, name) >= 0 &&
		    pl_raw_find(r, name) != (int)c)
			return pl_fault_set(f, PL_EFORMAT, 0, name, NULL,
			    "two columns of this name: choose with -c");
		if (replace(&col->was, col->name, strlen(col->name)) ||
		    pl_raw_name(r, c, name))
			return PL_ENOMEM;
		col->name = r->col[c].name;
		for (i = 0; k != 1 && i < r->rows; i++)
			col->x[i] *= k;
		c++;
	}
	return PL_OK;
}
