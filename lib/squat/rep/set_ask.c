#include "set_ask.h"

#include "../segment/cand.h"

/* Is row one of those asked for?  Rows of no set have no bit. */
static int
taken(const struct pl_set_ask *a, size_t row)
{
	return (a->f->bit[row] & a->bits) != 0;
}

unsigned
pl_set_class(const struct pl_table *t, int col, size_t row)
{
	int c;

	for (c = 0; c < PL_CLASSES; c++)
		if (pl_table_says(t, col, row, pl_cand_word(c)))
			return PL_SET_BIT(c);
	return PL_SET_BIT(PL_UNKNOWN);
}

double
pl_set_count(const struct pl_set_ask *a)
{
	size_t r, n = 0;

	for (r = a->s->from; r < a->s->to; r++)
		n += taken(a, r);
	return (double)n;
}

double
pl_set_first(const struct pl_set_ask *a)
{
	size_t r;

	for (r = a->s->from; r < a->s->to; r++)
		if (taken(a, r))
			return a->x[r];
	return PL_MISSING;
}

double
pl_set_last(const struct pl_set_ask *a)
{
	size_t r;

	for (r = a->s->to; r-- > a->s->from;)
		if (taken(a, r))
			return a->x[r];
	return PL_MISSING;
}

double
pl_set_mean(const struct pl_set_ask *a)
{
	double sum = 0;
	size_t r, n = 0;

	for (r = a->s->from; r < a->s->to; r++)
		if (taken(a, r) && !pl_missing(a->x[r])) {
			sum += a->x[r];
			n++;
		}
	return n ? sum / (double)n : PL_MISSING;
}

double
pl_set_sum(const struct pl_set_ask *a)
{
	double s = 0;
	size_t r;

	for (r = a->s->from; r < a->s->to; r++)
		if (taken(a, r))
			s += a->x[r];
	return pl_set_count(a) > 0 ? s : PL_MISSING;
}

double
pl_set_most(const struct pl_set_ask *a)
{
	double top = PL_MISSING;
	size_t r;

	for (r = a->s->from; r < a->s->to; r++) {
		if (!taken(a, r))
			continue;
		if (pl_missing(a->x[r]))
			return PL_MISSING;
		top = a->x[r] <= top ? top : a->x[r];
	}
	return top;
}

double
pl_set_found(const struct pl_set_ask *a)
{
	return a->s->found[a->bits];
}

double
pl_set_tension(const struct pl_set_ask *a)
{
	static const char *const phase[] = { "ecc_s", "bottom_pause_s",
		"con_s" };
	struct pl_set_ask one = *a;
	double s = 0;
	int i;

	for (i = 0; i < 3; i++) {
		one.x = pl_table_get(a->f->reps, phase[i]);
		s += one.x ? pl_set_sum(&one) : PL_MISSING;
	}
	return s;
}
