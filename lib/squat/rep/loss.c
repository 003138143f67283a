#include "loss.h"

#include "../../dsp/stat.h"

enum { FIRST = 3 };

/* Rows of a set: those of one number, one after the other. */
static size_t
set_end(const double *set, size_t rows, size_t from)
{
	size_t to = from;

	while (to < rows && (set[to] == set[from] ||
	    (pl_missing(set[to]) && pl_missing(set[from]))))
		to++;
	return to;
}

static void
velocity(const struct pl_table *t, size_t from, size_t to, double *loss)
{
	const double *v = pl_table_get(t, "mcv_bar_m_s");
	int class = pl_table_find(t, "class");
	double best = 0;
	size_t r;

	if (!v)
		v = pl_table_get(t, "mcv_m_s");
	for (r = from; v && r < to; r++)
		if (pl_table_says(t, class, r, "work") && v[r] > best)
			best = v[r];
	for (r = from; best > 0 && r < to; r++)
		if (pl_table_says(t, class, r, "work"))
			loss[r] = 100 * (best - v[r]) / best;
}

static void
posture(const struct pl_table *t, size_t from, size_t to, double *loss)
{
	const double *lean = pl_table_get(t, "lean_max_deg");
	int class = pl_table_find(t, "class");
	double first[FIRST], mark;
	size_t n = 0, r;

	for (r = from; lean && r < to && n < FIRST; r++)
		if (pl_table_says(t, class, r, "work") && !pl_missing(lean[r]))
			first[n++] = lean[r];
	if (n < FIRST)
		return;
	mark = pl_stat_median(first, FIRST);
	for (r = from; r < to; r++)
		loss[r] = lean[r] - mark;
}

void
pl_loss_fill(struct pl_table *t)
{
	const double *set = pl_table_get(t, "set");
	double *vl = pl_table_edit(t, "vl_pct");
	double *lean = pl_table_edit(t, "lean_loss_deg");
	size_t from, to;

	for (from = 0; set && from < t->rows; from = to) {
		to = set_end(set, t->rows, from);
		if (pl_missing(set[from]))
			continue;
		if (vl)
			velocity(t, from, to, vl);
		if (lean)
			posture(t, from, to, lean);
	}
}
