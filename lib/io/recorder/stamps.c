#include "stamps.h"

#include <stdio.h>
#include <string.h>

#include "../banner.h"
#include "../cell.h"
#include "../utc.h"

/* How good a clock a column is; 0: none.  A counter of another quantity is
 * read when that was measured, not this. */
static int
rank(const struct pl_columns *c, const struct pl_delim *d, size_t j,
    char name[PL_DELIM_CLOCK])
{
	const struct pl_header *h = &c->head[j];
	bool dated;

	if (h->what != PL_HEADER_TIME ||
	    !pl_delim_clock(d, j, h->unit, name, &dated))
		return 0;
	return strcmp(name, "t_iso") == 0 ? 1 + dated : 3 + dated + 2 * !h->own;
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

/* The clock that the dialect names; false: there is none, or it is empty. */
static bool
named_clock(struct pl_columns *c, const struct pl_delim *d,
    const struct pl_dialect *k)
{
	char name[PL_DELIM_CLOCK];
	bool dated;
	size_t j;

	for (j = 0; k && k->clock && j < c->cols; j++)
		if (strcmp(d->name[j], k->clock) == 0 &&
		    pl_delim_clock(d, j, k->ticks, name, &dated)) {
			snprintf(c->name[j], sizeof *c->name, "%s", name);
			return true;
		}
	return false;
}

enum pl_err
pl_stamps_choose(struct pl_columns *c, const struct pl_delim *d,
    const struct pl_dialect *k, double given_hz, struct pl_fault *f)
{
	double rate = given_hz > 0 ? given_hz :
	    pl_banner_rate(d->head, d->data);
	char name[PL_DELIM_CLOCK], best_name[PL_DELIM_CLOCK];
	size_t j, best = 0, date = c->cols;
	int r, top = 0;

	for (j = 0; j < c->cols; j++)
		if (pl_map_time(c->name[j]))
			return PL_OK;
	if (named_clock(c, d, k))
		return PL_OK;
	for (j = 0; k && k->counter && j < c->cols; j++)
		if (strcmp(d->name[j], k->counter) == 0)
			return count_rows(c, d, j, rate, f);
	for (j = 0; j < c->cols; j++) {
		r = rank(c, d, j, name);
		date = r == 2 ? j : date;
		if (r > top) {
			top = r;
			best = j;
			memcpy(best_name, name, sizeof best_name);
		}
	}
	c->rate_hz = top ? 0 : rate;
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
