#include "rolling.h"

#include <stdio.h>

static const int windows[] = { 7, 28 };

enum { WINDOWS = 2, NAME = 96 };

/* The first visit of the history of visit i. */
static size_t
begin(const struct pl_visits *v, size_t i)
{
	while (i && v->visit[i - 1].history == v->visit[i].history)
		i--;
	return i;
}

/* Sum of x, or the number of visits if x is NULL, over the days after from up
 * to to, of the history of visit i.  at is where to begin to look, and becomes
 * the first visit after from: windows only move on. */
static double
sum(const struct pl_visits *v, const double *x, size_t i, int64_t from,
    int64_t to, size_t *at)
{
	const struct pl_visit *k = v->visit;
	double total = 0;
	size_t j;

	while (k[*at].day <= from)
		++*at;
	for (j = *at; j < v->n && k[j].history == k[i].history &&
	    k[j].day <= to; j++)
		total += x ? x[j] : 1;
	return total;
}

/* One window for all visits; before, if not NULL, has the sums of those that
 * precede them, or is missing. */
static void
roll(const struct pl_visits *v, const double *x, int days, double *out,
    double *before)
{
	size_t i, at = 0, behind = 0, first = 0;

	for (i = 0; i < v->n; i++) {
		int64_t day = v->visit[i].day, from = day - days;

		if (!i || v->visit[i].history != v->visit[i - 1].history)
			first = at = behind = begin(v, i);
		out[i] = sum(v, x, i, from, day, &at);
		if (before)
			before[i] = v->visit[first].day > from - days + 1 ?
			    PL_MISSING :
			    sum(v, x, i, from - days, from, &behind);
	}
}

static enum pl_err
add(struct pl_table *t, const char *stem, int days, const char *rest,
    double **x)
{
	char name[NAME];

	snprintf(name, sizeof name, "%s_%dd%s", stem, days, rest);
	return pl_table_add(t, name, x);
}

enum pl_err
pl_rolling_days(struct pl_table *t, const struct pl_visits *v)
{
	enum pl_err err;
	double *x;
	size_t i, first = 0;
	int k;

	err = pl_table_add(t, "days", &x);
	for (i = 0; !err && i < v->n; i++) {
		if (!i || v->visit[i].history != v->visit[i - 1].history)
			first = i;
		x[i] = (double)(v->visit[i].day - v->visit[first].day + 1);
	}
	for (k = 0; !err && k < WINDOWS; k++) {
		err = add(t, "sessions", windows[k], "", &x);
		if (!err)
			roll(v, NULL, windows[k], x, NULL);
	}
	return err;
}

enum pl_err
pl_rolling_add(struct pl_table *t, const struct pl_visits *v,
    const char *from, const char *stem, const char *unit, bool change)
{
	double *out[WINDOWS], *before[WINDOWS] = { NULL };
	enum pl_err err = PL_OK;
	const double *x;
	size_t i;
	int k;

	for (k = 0; !err && k < WINDOWS; k++)
		err = add(t, stem, windows[k], unit, &out[k]);
	for (k = 0; !err && change && k < WINDOWS; k++)
		err = add(t, stem, windows[k], "_change_pct", &before[k]);
	if (err)
		return err;
	x = pl_table_get(t, from);
	for (k = 0; k < WINDOWS; k++) {
		roll(v, x, windows[k], out[k], before[k]);
		for (i = 0; change && i < v->n; i++)
			before[k][i] = before[k][i] > 0 ? 100 *
			    (out[k][i] / before[k][i] - 1) : PL_MISSING;
	}
	return PL_OK;
}
