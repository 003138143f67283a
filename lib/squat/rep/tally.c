#include "tally.h"

#include <stdlib.h>

#include "../../base/mem.h"

#define NO_SET (-1.0)

/* A repetition: of the reference -1, of the test +1. */
struct vote {
	size_t recording;
	double set, at;
	int delta;
};

static int
compare(double x, double y)
{
	return x < y ? -1 : x > y;
}

static int
by_time(const void *a, const void *b)
{
	const struct vote *x = a, *y = b;

	if (x->recording != y->recording)
		return x->recording < y->recording ? -1 : 1;
	if (x->at != y->at)
		return compare(x->at, y->at);
	return compare(x->set, y->set);
}

static int
by_set(const void *a, const void *b)
{
	const struct vote *x = a, *y = b;

	if (x->recording != y->recording)
		return x->recording < y->recording ? -1 : 1;
	return compare(x->set, y->set);
}

/* The set of the timed one of n, in order, that is nearest. */
static double
nearest(const struct vote *v, size_t n, size_t recording, double at)
{
	const struct vote key = { recording, NO_SET, at, 0 };
	size_t lo = 0, hi = n;
	const struct vote *before, *after;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (by_time(&v[mid], &key) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	before = lo && v[lo - 1].recording == recording ? &v[lo - 1] : NULL;
	after = lo < n && v[lo].recording == recording ? &v[lo] : NULL;
	if (before && after)
		return at - before->at <= after->at - at ?
		    before->set : after->set;
	return before ? before->set : after ? after->set : NO_SET;
}

/* All repetitions with the set that they fall to; returns how many. */
static size_t
vote(const struct pl_pairs *p, struct vote *v)
{
	const struct pl_side *a = &p->side[0], *b = &p->side[1];
	size_t n = 0, timed, i;

	for (i = 0; i < a->t->rows; i++)
		if (a->rep[i] && !pl_missing(pl_pairs_time(a, i)))
			v[n++] = (struct vote){ a->recording[i],
			    pl_pairs_set(a, i), pl_pairs_time(a, i), -1 };
	timed = n;
	if (timed)
		qsort(v, timed, sizeof *v, by_time);
	for (i = 0; i < a->t->rows; i++)
		if (a->rep[i] && pl_missing(pl_pairs_time(a, i)))
			v[n++] = (struct vote){ a->recording[i],
			    pl_pairs_set(a, i), 0, -1 };
	for (i = 0; i < b->t->rows; i++) {
		double at = pl_pairs_time(b, i);

		if (b->rep[i])
			v[n++] = (struct vote){ b->recording[i],
			    b->timed[i] ? pl_pairs_set(a, b->mate[i]) :
			    pl_missing(at) ? NO_SET :
			    nearest(v, timed, b->recording[i], at), 0, 1 };
	}
	return n;
}

enum pl_err
pl_tally_sets(const struct pl_pairs *p, size_t *sets, size_t *exact,
    size_t *within_one)
{
	struct vote *v = pl_mem_array(p->side[0].t->rows +
	    p->side[1].t->rows, sizeof *v);
	size_t n, i, k;

	if (!v)
		return PL_ENOMEM;
	n = vote(p, v);
	if (n)
		qsort(v, n, sizeof *v, by_set);
	*sets = *exact = *within_one = 0;
	for (i = 0; i < n; i = k) {
		int off = 0, own = 1;

		for (k = i; k < n && !by_set(&v[i], &v[k]); k++) {
			off += v[k].delta;
			own = v[k].set != NO_SET;
		}
		++*sets;
		*exact += own && off == 0;
		*within_one += own && off >= -1 && off <= 1;
	}
	free(v);
	return PL_OK;
}
