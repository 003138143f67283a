#include "crop.h"

#include "../lib/base/num.h"
#include "cli.h"

static struct value from_s, to_s;

void
crop_set(const struct value *from, const struct value *to)
{
	from_s = *from;
	to_s = *to;
}

static void
crop_stream(struct pl_table *t)
{
	const double *x = cli_need(t, "t_s");
	size_t from = 0, to = t->rows;

	while (from_s.given && from < to && x[from] < from_s.x)
		from++;
	while (to_s.given && to > from && x[to - 1] > to_s.x)
		to--;
	if (from == to)
		cli_die_at("no row between -f and -t");
	pl_table_slice(t, from, to);
}

static bool
between(const double *x, const double *bottom, size_t row)
{
	double s = x && !pl_missing(x[row]) ? x[row] : bottom ? bottom[row] :
	    PL_MISSING;

	return !(from_s.given && s < from_s.x) && !(to_s.given && s > to_s.x);
}

static void
crop_reps(struct pl_table *t)
{
	const double *start = pl_table_get(t, "start_s");
	const double *end = pl_table_get(t, "end_s");
	const double *bottom = pl_table_get(t, "bottom_s");
	size_t kept = 0, i, c;

	for (i = 0; i < t->rows; i++) {
		if (!between(start, bottom, i) || !between(end, bottom, i))
			continue;
		for (c = 0; c < t->cols; c++)
			t->col[c].x[kept] = t->col[c].x[i];
		kept++;
	}
	pl_table_slice(t, 0, kept);
}

void
crop(struct pl_table *t)
{
	if (!from_s.given && !to_s.given)
		return;
	if (pl_table_find(t, "t_s") < 0 && (pl_table_find(t, "bottom_s") >= 0 ||
	    pl_table_find(t, "start_s") >= 0))
		crop_reps(t);
	else
		crop_stream(t);
}
