/* which column of a delimited text is a clock */
#include <stdio.h>
#include <stdlib.h>

#include "cell.h"
#include "delim.h"
#include "stamp.h"

enum { LOOK = 200 };		/* lines, or as many as it takes */
enum { STEPS = 3 };		/* between stamps that are not the same */

struct trial {
	struct pl_stamp k;
	double last_s;
	size_t n;
	double step[LOOK];	/* between two that are not the same */
	size_t steps;
	size_t line;		/* of the cell that is no time */
	struct pl_cell bad;
};

/* The cell of a column in a line of data; false if nothing is in it. */
static bool
cell_of(const struct pl_delim *d, const char *p, const char *end, size_t col,
    struct pl_cell *c)
{
	struct pl_look l = pl_cell_look(p, end, d->stop);
	size_t j;

	if (pl_cell_comment(p, end) || l.cells < d->cols ||
	    (d->talks && !pl_cell_numbers(&l)))
		return false;
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
	size_t i = 0;

	*t = (struct trial){ 0 };
	if (!pl_stamp_begin(&t->k, name))
		return false;
	for (p = d->data; i < LOOK || t->steps < STEPS; p = q + 1, i++) {
		q = pl_cell_line(p, d->end);
		if (q == d->end)
			break;
		if (!cell_of(d, p, q, col, &c))
			continue;
		err = pl_stamp_take(&t->k, c, d->point, &at);
		if (err == PL_EUNEVEN)
			break;
		if (err) {
			t->line = d->line + i;
			t->bad = c;
			return false;
		}
		if (t->n++ && at > t->last_s && t->steps < LOOK)
			t->step[t->steps++] = at - t->last_s;
		t->last_s = at;
	}
	return t->n > 0;
}

static int
order(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* The usual step of a row: a hole makes none of it, and rows that share a
 * stamp share the step to the next. */
static double
usual(struct trial *t)
{
	qsort(t->step, t->steps, sizeof *t->step, order);
	return t->step[t->steps / 2] * (double)t->steps / (double)(t->n - 1);
}

static enum pl_err
no_time(const struct pl_delim *d, size_t col, const struct trial *t,
    struct pl_fault *f)
{
	char value[40];

	if (!t->line)
		return PL_ESHORT;
	snprintf(value, sizeof value, "%.*s", (int)(t->bad.end - t->bad.p < 39 ?
	    t->bad.end - t->bad.p : 39), t->bad.p);
	return pl_fault_set(f, PL_EFORMAT, t->line, d->name ? d->name[col] :
	    NULL, value, "no time: put it right, or name the other columns "
	    "with -c and say -r HZ");
}

/* Its unit, by its steps. */
static enum pl_err
guess(const struct pl_delim *d, size_t col, struct trial *t,
    char name[PL_DELIM_CLOCK], struct pl_fault *f)
{
	const char *head = d->name ? d->name[col] : NULL, *best;
	char value[40];

	if (t->n > 1 && !t->steps)
		return pl_fault_set(f, PL_EFORMAT, 0, head, NULL, "this time "
		    "stands still");
	best = pl_stamp_guess(t->n > 1 ? usual(t) : 0.1);
	if (!best) {
		snprintf(value, sizeof value, "steps of %.3g", usual(t));
		return pl_fault_set(f, PL_EFORMAT, 0, head, value, "in s, ms, "
		    "us and ns alike that is not 4 to 4000 rows a second: say "
		    "what it is with -c t_s=HEADER,...");
	}
	snprintf(name, PL_DELIM_CLOCK, "%s", best);
	return PL_OK;
}

enum pl_err
pl_delim_clock(const struct pl_delim *d, size_t col, const char *unit,
    char name[PL_DELIM_CLOCK], bool *dated, struct pl_fault *f)
{
	struct trial *t = malloc(sizeof *t);
	enum pl_err err = PL_OK;
	int64_t ns;

	if (!t)
		return PL_ENOMEM;
	snprintf(name, PL_DELIM_CLOCK, "t%s", *unit ? unit : "_iso");
	if (try(d, col, name, t))
		;
	else if (*unit || t->n)
		err = no_time(d, col, t, f);
	else if (!try(d, col, "t_s", t))
		err = no_time(d, col, t, f);
	else {
		err = guess(d, col, t, name, f);
		if (!err && !try(d, col, name, t))
			err = no_time(d, col, t, f);
	}
	if (!err)
		*dated = pl_stamp_dated(&t->k, &ns);
	free(t);
	return err;
}
