/* how far a moment may be off against its set, for all sets of a stream */
#include <string.h>

#include "../../base/num.h"
#include "uncertain.h"

/* Rows from..to-1 of a motion. */
static struct pl_motion
part_of(const struct pl_motion *m, size_t from, size_t to)
{
	return (struct pl_motion){ m->up + from, m->fwd + from,
	    m->omega + from, m->alpha + from, to - from };
}

/* The row of the peak of the repetition at t, or its end if all is missing;
 * *end is the row behind it. */
static size_t
peak(const struct pl_uncertain_reps *r, const double *nm, size_t t, size_t to,
    size_t *end)
{
	double most = PL_MISSING;
	size_t i = t, best = to;

	do {
		if (!pl_missing(nm[i]) && !(nm[i] <= most)) {
			most = nm[i];
			best = i;
		}
		i++;
	} while (i < to && r->counts[i] && r->cand[i] == r->cand[t]);
	*end = i;
	return best;
}

size_t
pl_uncertain_peak(const struct pl_uncertain_reps *r, const double *moment_nm,
    size_t *t, size_t to)
{
	size_t at = to;

	while (at == to && *t < to)
		if (r->counts[*t])
			at = peak(r, moment_nm, *t, to, t);
		else
			++*t;
	return at;
}

/* Mean effects at the peaks of rows from..to-1; how many peaks. */
static size_t
middle(const struct pl_uncertain *u, const struct pl_motion *m,
    const double *bar_kg, const double *nm,
    const struct pl_uncertain_reps *r, size_t from, size_t to,
    double mean[PL_INPUTS])
{
	double part[PL_INPUTS];
	size_t t = from, at, n = 0;
	int k;

	memset(mean, 0, PL_INPUTS * sizeof *mean);
	while ((at = pl_uncertain_peak(r, nm, &t, to)) < to) {
		pl_uncertain_at(u, bar_kg[at], m->up[at], m->fwd[at],
		    m->omega[at], m->alpha[at], part);
		for (k = 0; k < PL_INPUTS; k++)
			mean[k] += part[k];
		n++;
	}
	for (k = 0; k < PL_INPUTS && n; k++)
		mean[k] /= (double)n;
	return n;
}

void
pl_uncertain_sets(const struct pl_uncertain *u, const struct pl_motion *m,
    const double *bar_kg, const double *moment_nm,
    const struct pl_uncertain_reps *r, double *sd_nm)
{
	double mean[PL_INPUTS];
	size_t from, to, t;

	for (from = 0; from < m->n; from = to) {
		struct pl_motion rows;

		for (to = from + 1; to < m->n && r->set[to] == r->set[from];)
			to++;
		if (pl_missing(r->set[from]) || middle(u, m, bar_kg,
		    moment_nm, r, from, to, mean) < 2) {
			for (t = from; t < to; t++)
				sd_nm[t] = PL_MISSING;
			continue;
		}
		rows = part_of(m, from, to);
		pl_uncertain_within(u, &rows, bar_kg + from, mean,
		    sd_nm + from);
	}
}
