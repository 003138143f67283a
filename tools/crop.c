#include "crop.h"

#include "../lib/base/num.h"
#include "cli.h"
#include "words.h"

static struct value from_s, to_s;

void
crop_set(const struct value *from, const struct value *to)
{
	from_s = *from;
	to_s = *to;
}

/* A word in a column of one candidate, if there is such a column. */
static void
say(struct pl_table *t, const char *column, double cand, const char *word)
{
	const double *which = pl_table_get(t, "cand");
	double index, *x;
	size_t i;

	if (pl_table_find(t, column) < 0)
		return;
	index = words_index(t, column, word ? word : "");
	x = pl_table_edit(t, column);
	for (i = 0; i < t->rows; i++)
		if (which[i] == cand)
			x[i] = index;
}

/* A candidate of which rows are cut off is what plumb-segment would have made
 * of it then: no repetition. */
static void
cut(struct pl_table *t, size_t inside, size_t outside)
{
	const double *cand = pl_table_get(t, "cand");
	double *x, k;
	size_t i;

	if (!cand || pl_missing(cand[inside]) || cand[inside] != cand[outside])
		return;
	k = cand[inside];
	say(t, "class", k, "unknown");
	say(t, "reason", k, "truncated");
	say(t, "rep", k, NULL);
	say(t, "phase", k, NULL);
	x = pl_table_edit(t, "truncated");
	for (i = 0; x && i < t->rows; i++)
		if (cand[i] == k)
			x[i] = 1;
	cli_warn("candidate %.0f is cut by -f or -t: unknown, truncated", k);
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
	if (from)
		cut(t, from, from - 1);
	if (to < t->rows)
		cut(t, to - 1, to);
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
