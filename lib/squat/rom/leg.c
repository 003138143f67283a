#include "leg.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "../../base/mem.h"
#include "../../base/num.h"
#include "../../dsp/peaks.h"

#define FIRST 0.6		/* of least: a turn of the first look */
#define SHARE 0.3		/* of the size: a turn */
#define EDGE 0.5		/* of a turn: the first leg, and the last */
#define AHEAD 1.48		/* see cycle.h */

static int
larger_first(const void *a, const void *b)
{
	double p = *(const double *)a, q = *(const double *)b;

	return (p < q) - (p > q);
}

/* The size of which half of all turning is in legs as large or larger. */
static enum pl_err
typical(const double *x, const struct pl_legs *l, double *size)
{
	double *leg = pl_mem_array(l->n, sizeof *leg), all = 0, sum = 0;
	size_t i;

	if (!leg)
		return PL_ENOMEM;
	for (i = 0; i + 1 < l->n; i++) {
		leg[i] = fabs(x[l->turn[i + 1]] - x[l->turn[i]]);
		all += leg[i];
	}
	qsort(leg, l->n - 1, sizeof *leg, larger_first);
	for (i = 0; i + 1 < l->n; i++) {
		sum += leg[i];
		if (2 * sum >= all)
			break;
	}
	*size = i + 1 < l->n ? leg[i] : 0;
	free(leg);
	return PL_OK;
}

/* The edges are turning points only if a leg begins or ends there. */
static enum pl_err
turns(const double *x, size_t n, double reversal, struct pl_legs *l)
{
	enum pl_err err = pl_peaks_turns(x, n, reversal, &l->turn, &l->n);
	size_t i;

	if (err)
		return err;
	reversal *= EDGE;
	if (l->n > 1 && fabs(x[l->turn[1]] - x[l->turn[0]]) < reversal) {
		for (i = 1; i < l->n; i++)
			l->turn[i - 1] = l->turn[i];
		l->n--;
	}
	if (l->n > 1 && fabs(x[l->turn[l->n - 1]] - x[l->turn[l->n - 2]]) <
	    reversal)
		l->n--;
	return PL_OK;
}

enum pl_err
pl_leg_find(const double *x, size_t n, double least, struct pl_legs *legs)
{
	struct pl_legs l = { NULL, 0, 0 };
	double reversal = FIRST * least;
	enum pl_err err = PL_OK;
	int look;

	for (look = 0; look < 3 && !err; look++) {
		pl_leg_free(&l);
		err = turns(x, n, reversal, &l);
		if (!err)
			err = typical(x, &l, &l.size);
		if (l.size < least)
			break;
		reversal = fmax(SHARE * l.size, FIRST * least);
	}
	if (err || l.size < least)
		pl_leg_free(&l);
	if (err == PL_ESHORT)
		err = PL_OK;
	if (!err)
		*legs = l;
	return err;
}

void
pl_leg_free(struct pl_legs *l)
{
	free(l->turn);
	*l = (struct pl_legs){ NULL, 0, 0 };
}

/* A leg as it goes from 0 to 1, whichever way in angle and in time. */
struct way { const double *x; size_t n, a; int step; double from, size; };

/* Its share at row k; missing rows have none. */
static double
share(const struct way *w, size_t k)
{
	return (w->x[w->step > 0 ? w->a + k : w->a - k] - w->from) / w->size;
}

/* Where it goes through a share between two rows, of which the later has come
 * to it; missing rows between are crossed by a line. */
static double
through(const struct way *w, size_t k, double level)
{
	size_t j = k;
	double lo, hi = share(w, k);

	while (j > 0 && pl_missing(share(w, --j)))
		;
	lo = share(w, j);
	return pl_missing(lo) || !(hi > lo) ? (double)k :
	    (double)k - (double)(k - j) * (hi - level) / (hi - lo);
}

/* The first row from k on with at least this share; n if there is none. */
static size_t
reach(const struct way *w, size_t k, double level)
{
	while (k < w->n && !(share(w, k) >= level))
		k++;
	return k;
}

/* When it leaves, in rows from its beginning. */
static double
leaves(const struct way *w)
{
	size_t half = reach(w, 0, .5), k = half, ten, thirty;
	double t10, t30;

	while (k > 0 && !(share(w, k) < .1))
		k--;
	ten = reach(w, k, .1);
	thirty = reach(w, ten, .3);
	if (thirty >= w->n)
		return 0;
	t10 = ten > k ? through(w, ten, .1) : (double)ten;
	t30 = through(w, thirty, .3);
	return t10 - AHEAD * (t30 - t10);
}

void
pl_leg_times(const double *x, size_t a, size_t b, double *leave,
    double *arrive)
{
	struct way there = { x, b - a + 1, a, 1, x[a], x[b] - x[a] };
	struct way back = { x, b - a + 1, b, -1, x[b], x[a] - x[b] };

	*leave = (double)a + leaves(&there);
	*arrive = (double)b - leaves(&back);
}
