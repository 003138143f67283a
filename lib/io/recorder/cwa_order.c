#include "cwa_order.h"

#include <stdlib.h>

/* Places that are alike stay in the order of the file. */
static int
by_sequence(const void *a, const void *b)
{
	const struct pl_cwa_place *x = a, *y = b;

	if (x->sequence != y->sequence)
		return x->sequence < y->sequence ? -1 : 1;
	return (x->number > y->number) - (x->number < y->number);
}

static int
by_number(const void *a, const void *b)
{
	const struct pl_cwa_place *x = a, *y = b;

	return (x->number > y->number) - (x->number < y->number);
}

/* How many have a number below that of one before, if the clock agrees with
 * each; else 0. */
static size_t
fallen(const struct pl_cwa_place *p, size_t n)
{
	size_t i, top = 0, out = 0;

	for (i = 1; i < n; i++) {
		if (p[i].session != p[0].session)
			return 0;
		if (p[i].sequence >= p[top].sequence) {
			top = i;
			continue;
		}
		if (!p[i].stamped || !p[top].stamped || p[i].ns > p[top].ns)
			return 0;
		out++;
	}
	return out;
}

/* Do the stamps rise, or stay? */
static bool
rises(const struct pl_cwa_place *p, size_t n)
{
	const struct pl_cwa_place *last = NULL;
	size_t i;

	for (i = 0; i < n; i++) {
		if (!p[i].stamped)
			continue;
		if (last && p[i].ns < last->ns)
			return false;
		last = &p[i];
	}
	return true;
}

size_t
pl_cwa_order(struct pl_cwa_place *p, size_t n)
{
	size_t out = fallen(p, n);

	if (!out)
		return 0;
	qsort(p, n, sizeof *p, by_sequence);
	if (rises(p, n))
		return out;
	qsort(p, n, sizeof *p, by_number);
	return 0;
}
