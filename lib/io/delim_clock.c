/* which column of a delimited text is a clock */
#include <stdio.h>

#include "cell.h"
#include "delim.h"
#include "stamp.h"

enum { LOOK = 200 };		/* lines */

struct trial {
	struct pl_stamp k;
	double from_s;
	size_t n;
};

/* The cell of a column in a line; false if nothing is in it. */
static bool
cell_of(const struct pl_delim *d, const char *p, const char *end, size_t col,
    struct pl_cell *c)
{
	size_t j;

	for (j = 0; p; j++) {
		p = pl_cell_next(p, end, d->stop, c);
		if (j == col)
			return c->end > c->p && !pl_cell_missing(*c);
	}
	return false;
}

/* Are the first values stamps of this clock?  A step back ends the trial: the
 * reader will say where it is. */
static bool
try(const struct pl_delim *d, size_t col, const char *name, struct trial *t)
{
	const char *p, *q;
	struct pl_cell c;
	enum pl_err err;
	double at;
	int i = 0;

	*t = (struct trial){ 0 };
	if (!pl_stamp_begin(&t->k, name))
		return false;
	for (p = d->data; i < LOOK; p = q + 1, i++) {
		q = pl_cell_line(p, d->end);
		if (q == d->end)
			break;
		if (!cell_of(d, p, q, col, &c))
			continue;
		err = pl_stamp_take(&t->k, c, d->point, &at);
		if (err == PL_EUNEVEN)
			break;
		if (err)
			return false;
		if (!t->n++)
			t->from_s = at;
	}
	return t->n > 0;
}

bool
pl_delim_clock(const struct pl_delim *d, size_t col, const char *unit,
    char name[PL_DELIM_CLOCK], bool *dated)
{
	struct trial t;
	int64_t ns;

	snprintf(name, PL_DELIM_CLOCK, "t%s", *unit ? unit : "_iso");
	if (!try(d, col, name, &t)) {
		if (*unit || !try(d, col, "t_s", &t) ||
		    (t.n > 1 && !(t.k.last_s > t.from_s)))
			return false;
		snprintf(name, PL_DELIM_CLOCK, "%s", pl_stamp_guess(t.n > 1 ?
		    (t.k.last_s - t.from_s) / (double)(t.n - 1) : 0));
		if (!try(d, col, name, &t))
			return false;
	}
	*dated = pl_stamp_dated(&t.k, &ns);
	return true;
}
