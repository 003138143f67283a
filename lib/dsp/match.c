#include "match.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "../base/mem.h"

/* The best of the first i of a and j of b. */
struct best {
	size_t pairs;
	double apart;
};

enum { SKIP_A, SKIP_B, PAIR };

struct job {
	const struct pl_span *a, *b;
	double within;			/* negative: spans */
	size_t *mate;
};

/* How far two lie apart; negative if they may not be paired. */
static double
apart(const struct job *j, const struct pl_span *a, const struct pl_span *b)
{
	double d = fabs(a->at - b->at), shorter;

	if (j->within >= 0)
		return d <= j->within ? d : -1;
	shorter = fmin(a->to - a->from, b->to - b->from);
	return fmin(a->to, b->to) - fmax(a->from, b->from) >= shorter / 2 ?
	    d : -1;
}

static bool
better(const struct best *x, const struct best *y)
{
	return x->pairs > y->pairs ||
	    (x->pairs == y->pairs && x->apart < y->apart);
}

/* Fill the choices of one row of a against m of b. */
static void
row(const struct job *j, const struct pl_span *a, const struct pl_span *b,
    size_t m, const struct best *above, struct best *here,
    unsigned char *choice)
{
	size_t k;

	for (k = 1; k <= m; k++) {
		double d = apart(j, a, &b[k - 1]);
		struct best pair = above[k - 1];

		here[k] = above[k];
		choice[k - 1] = SKIP_A;
		if (better(&here[k - 1], &here[k])) {
			here[k] = here[k - 1];
			choice[k - 1] = SKIP_B;
		}
		pair.pairs++;
		pair.apart += d;
		if (d >= 0 && !better(&here[k], &pair)) {
			here[k] = pair;
			choice[k - 1] = PAIR;
		}
	}
}

/* Pair a[i0..i0+n) with b[k0..k0+m). */
static enum pl_err
pair(const struct job *j, size_t i0, size_t n, size_t k0, size_t m)
{
	struct best *above, *here, *swap;
	unsigned char *choice;
	size_t i, k;

	if (!n || !m)
		return PL_OK;
	if ((double)n * (double)m > PL_MATCH_MOST)
		return PL_ERANGE;
	above = pl_mem_array(m + 1, sizeof *above);
	here = pl_mem_array(m + 1, sizeof *here);
	choice = pl_mem_array(n * m, 1);
	if (above && here && choice) {
		for (i = 0; i < n; i++) {
			row(j, j->a + i0 + i, j->b + k0, m, above, here,
			    choice + i * m);
			swap = above, above = here, here = swap;
		}
		for (i = n, k = m; i && k;) {
			int c = choice[(i - 1) * m + k - 1];

			i -= c != SKIP_B;
			k -= c != SKIP_A;
			if (c == PAIR)
				j->mate[i0 + i] = k0 + k;
		}
	}
	i = above && here && choice;
	free(above);
	free(here);
	free(choice);
	return i ? PL_OK : PL_ENOMEM;
}

static double
reach(const struct job *j, const struct pl_span *s, int end)
{
	if (j->within >= 0)
		return s->at + (end ? j->within : -j->within);
	return end ? s->to : s->from;
}

/* Least beginning of what comes at and after each. */
static double *
beginnings(const struct job *j, const struct pl_span *s, size_t n)
{
	double *lo = pl_mem_array(n + 1, sizeof *lo);
	size_t i;

	if (!lo)
		return NULL;
	lo[n] = HUGE_VAL;
	for (i = n; i--;)
		lo[i] = fmin(lo[i + 1], reach(j, &s[i], 0));
	return lo;
}

/* Cut both lists where nothing before reaches what comes after. */
static enum pl_err
match(const struct job *j, size_t n, size_t m)
{
	double *lo_a = beginnings(j, j->a, n), *lo_b = beginnings(j, j->b, m);
	enum pl_err err = lo_a && lo_b ? PL_OK : PL_ENOMEM;
	size_t i0 = 0, k0 = 0, i, k;

	for (i = 0; i < n; i++)
		j->mate[i] = PL_MATCH_ALONE;
	while (!err && i0 < n && k0 < m) {
		double hi = -HUGE_VAL;

		i = i0, k = k0;
		while ((i < n || k < m) && (fmin(lo_a[i], lo_b[k]) <= hi ||
		    (i == i0 && k == k0))) {
			const struct pl_span *next = k == m || (i < n &&
			    j->a[i].at <= j->b[k].at) ? &j->a[i++] :
			    &j->b[k++];

			hi = fmax(hi, reach(j, next, 1));
		}
		err = pair(j, i0, i - i0, k0, k - k0);
		i0 = i, k0 = k;
	}
	free(lo_a);
	free(lo_b);
	return err;
}

enum pl_err
pl_match_instants(const struct pl_span *a, size_t n, const struct pl_span *b,
    size_t m, double within, size_t *mate)
{
	struct job j = { a, b, within, mate };

	return match(&j, n, m);
}

enum pl_err
pl_match_spans(const struct pl_span *a, size_t n, const struct pl_span *b,
    size_t m, size_t *mate)
{
	struct job j = { a, b, -1, mate };

	return match(&j, n, m);
}
