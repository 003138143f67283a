#include "stamps.h"

#include <stdio.h>
#include <string.h>

#include "../banner.h"
#include "../cell.h"
#include "../utc.h"

/* How good a clock a column is; 0: none, and if there is something in it that
 * is no time, f says so, the first for all.  A counter of another quantity is
 * read when that was measured, not this.  A unit that nobody knows may be the
 * form of a date ("hh:mm"), and nothing else. */
static enum pl_err
rank(const struct pl_columns *c, const struct pl_delim *d, size_t j,
    char name[PL_DELIM_CLOCK], int *rank, struct pl_fault *f)
{
	const struct pl_header *h = &c->head[j];
	struct pl_fault own = { 0 };
	enum pl_err err;
	bool dated;

	*rank = 0;
	if (h->what != PL_HEADER_TIME)
		return PL_OK;
	err = pl_delim_clock(d, j, *h->odd ? "_iso" : h->unit, name, &dated,
	    &own);
	if (err == PL_ENOMEM)
		return err;
	if (err == PL_EFORMAT && *h->odd)
		err = pl_header_odd(h, d->name[j], &own);
	if (err == PL_EFORMAT && !*f->why)
		*f = own;
	if (!err)
		*rank = strcmp(name, "t_iso") == 0 ? 1 + dated :
		    3 + dated + 2 * !h->own;
	return PL_OK;
}

static enum pl_err
count_rows(struct pl_columns *c, const struct pl_delim *d, size_t j,
    double rate_hz, struct pl_fault *f)
{
	if (!(rate_hz > 0))
		return pl_fault_set(f, PL_ESTATE, 0, NULL, NULL, "it counts "
		    "its rows and does not say their rate: say -r HZ");
	c->row_s = 1 / rate_hz;
	snprintf(c->name[j], sizeof *c->name, "t_count");
	snprintf(c->clock, sizeof c->clock, "%.40s and its rate", d->name[j]);
	return PL_OK;
}

/* The date of the first row, if this column has one with a zone. */
static void
take_date(struct pl_columns *c, const struct pl_delim *d, size_t j)
{
	struct pl_cell cell = { NULL, NULL };
	const char *p = d->data, *end = pl_cell_line(p, d->end);
	size_t i;

	for (i = 0; p && i <= j; i++)
		p = pl_cell_next(p, end, d->stop, &cell);
	c->dated = i > j && pl_utc_parse(cell.p, (size_t)(cell.end - cell.p),
	    &c->start_ns);
}

/* The clock that the dialect names; PL_ESHORT: there is none, or it is
 * empty. */
static enum pl_err
named_clock(struct pl_columns *c, const struct pl_delim *d,
    const struct pl_dialect *k, struct pl_fault *f)
{
	char name[PL_DELIM_CLOCK];
	enum pl_err err = PL_ESHORT;
	bool dated;
	size_t j;

	for (j = 0; k && k->clock && j < c->cols && err == PL_ESHORT; j++)
		if (strcmp(d->name[j], k->clock) == 0) {
			err = pl_delim_clock(d, j, k->ticks, name, &dated, f);
			if (!err)
				snprintf(c->name[j], sizeof *c->name, "%s",
				    name);
		}
	return err;
}

/* The best of all, and the date beside it.  Without any it is rate_hz, but not
 * where there is a time that cannot be read: its holes would close up. */
static enum pl_err
best_clock(struct pl_columns *c, const struct pl_delim *d, double rate_hz,
    struct pl_fault *f)
{
	char name[PL_DELIM_CLOCK], best_name[PL_DELIM_CLOCK];
	size_t j, best = 0, date = c->cols;
	struct pl_fault odd = { 0 };
	enum pl_err err;
	int r, top = 0;

	for (j = 0; j < c->cols; j++) {
		err = rank(c, d, j, name, &r, &odd);
		if (err)
			return err;
		date = r == 2 ? j : date;
		if (r > top) {
			top = r;
			best = j;
			memcpy(best_name, name, sizeof best_name);
		}
	}
	if (!top && *odd.why) {
		*f = odd;
		return PL_EFORMAT;
	}
	c->rate_hz = top ? 0 : rate_hz;
	if (!top)
		return PL_OK;
	snprintf(c->name[best], sizeof *c->name, "%s", best_name);
	if (top > 2 && !*c->head[best].unit)
		snprintf(c->clock, sizeof c->clock, "its clock '%.40s', in %s "
		    "by its steps", d->name[best], best_name + 2);
	if (top > 2 && date < c->cols)
		take_date(c, d, date);
	return PL_OK;
}

enum pl_err
pl_stamps_choose(struct pl_columns *c, const struct pl_delim *d,
    const struct pl_dialect *k, double given_hz, struct pl_fault *f)
{
	double rate = given_hz > 0 ? given_hz :
	    pl_banner_rate(d->head, d->data);
	enum pl_err err;
	size_t j;

	for (j = 0; j < c->cols; j++)
		if (pl_map_time(c->name[j]))
			return PL_OK;
	err = named_clock(c, d, k, f);
	if (err != PL_ESHORT)
		return err;
	for (j = 0; k && k->counter && j < c->cols; j++)
		if (strcmp(d->name[j], k->counter) == 0)
			return count_rows(c, d, j, rate, f);
	return best_clock(c, d, rate, f);
}
