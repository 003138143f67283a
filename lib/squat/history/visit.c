#include "visit.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/mem.h"
#include "../rep/twins.h"

/* A row as it is sorted. */
struct item {
	size_t history, row;
	int64_t day;
	double session;		/* its word, then its first row */
};

/* Rows that agree in all keys have one number.  Words are numbers already, so
 * one column after another refines what the columns before made. */
struct pair { size_t was; double word; size_t row; };

static int
by_pair(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;

	if (x->was != y->was)
		return x->was < y->was ? -1 : 1;
	if (x->word != y->word)
		return x->word < y->word ? -1 : 1;
	return x->row < y->row ? -1 : x->row > y->row;
}

/* Number the histories by the first rows that they have. */
static size_t
renumber(struct item *item, size_t n, size_t *name)
{
	size_t i, next = 0;

	for (i = 0; i < n; i++)
		name[i] = n;
	for (i = 0; i < n; i++) {
		size_t *to = &name[item[i].history];

		if (*to == n)
			*to = next++;
		item[i].history = *to;
	}
	return next;
}

static enum pl_err
number(struct item *item, const struct pl_table *t, const int *key,
    size_t keys, size_t *histories)
{
	size_t n = t->rows, i, k, next;
	struct pair *p = pl_mem_array(n, sizeof *p);
	size_t *name = pl_mem_array(n + 1, sizeof *name);

	for (k = 0; p && k < keys; k++) {
		for (i = 0; i < n; i++) {
			double word = t->col[key[k]].x[i];

			p[i] = (struct pair){ item[i].history,
			    pl_missing(word) ? -1 : word, i };
		}
		qsort(p, n, sizeof *p, by_pair);
		for (i = 0, next = 0; i < n; i++) {
			next += i && (p[i].was != p[i - 1].was ||
			    p[i].word != p[i - 1].word);
			item[p[i].row].history = next;
		}
	}
	if (p && name)
		*histories = renumber(item, n, name);
	free(p);
	free(name);
	return p && name ? PL_OK : PL_ENOMEM;
}

static int
by_time(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	if (x->history != y->history)
		return x->history < y->history ? -1 : 1;
	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	if (x->session != y->session)
		return x->session < y->session ? -1 : 1;
	return x->row < y->row ? -1 : x->row > y->row;
}

static bool
together(const struct item *a, const struct item *b)
{
	return a->history == b->history && a->day == b->day &&
	    a->session == b->session;
}

static enum pl_err
take_days(struct item *item, const struct pl_table *t, int date,
    struct pl_fault *f)
{
	int session = pl_table_find(t, "session");
	size_t i;

	for (i = 0; i < t->rows; i++) {
		const char *text = pl_table_label(t, date, i);

		item[i].row = i;
		item[i].session = session < 0 ||
		    pl_missing(t->col[session].x[i]) ? -1 :
		    t->col[session].x[i];
		if (!text || !pl_date_parse(text, strlen(text),
		    &item[i].day))
			return pl_fault_set(f, PL_EFORMAT, i + 2,
			    t->col[date].name, text ? text : "",
			    "not a day like 2026-11-22");
	}
	return PL_OK;
}

/* Sort items into visits. */
static enum pl_err
gather(struct pl_visits *v, struct item *item, size_t n)
{
	struct item before = { 0 };
	double first = 0;
	size_t i;

	qsort(item, n, sizeof *item, by_time);
	for (i = 0; i < n; i++) {
		if (!i || !together(&item[i], &before))
			first = (double)item[i].row;
		before = item[i];
		item[i].session = first;
	}
	qsort(item, n, sizeof *item, by_time);
	v->visit = pl_mem_array(n, sizeof *v->visit);
	if (!v->visit)
		return PL_ENOMEM;
	for (i = 0; i < n; i++) {
		if (!i || !together(&item[i], &item[i - 1]))
			v->visit[v->n++] = (struct pl_visit){ item[i].history,
			    item[i].day, i, i };
		v->visit[v->n - 1].to = i + 1;
	}
	return PL_OK;
}

/* Put the rows of the table in the order of the items. */
static enum pl_err
sort(struct pl_table *t, const struct item *item)
{
	double *x = pl_mem_array(t->rows, sizeof *x);
	size_t c, i;

	for (c = 0; x && c < t->cols; c++) {
		for (i = 0; i < t->rows; i++)
			x[i] = t->col[c].x[item[i].row];
		memcpy(t->col[c].x, x, t->rows * sizeof *x);
	}
	free(x);
	return x ? PL_OK : PL_ENOMEM;
}

/* Nothing is counted twice: no two rows of a visit are alike in all cells. */
static enum pl_err
check_twins(const struct pl_table *t, const struct pl_visits *v,
    struct pl_fault *f)
{
	size_t *row = pl_mem_array(t->rows, sizeof *row), k, r;
	enum pl_err err = row ? PL_OK : PL_ENOMEM;
	char day[PL_DATE_ROOM];

	for (r = 0; row && r < t->rows; r++)
		row[r] = r;
	for (k = 0; k < v->n && !err; k++) {
		const struct pl_visit *one = &v->visit[k];

		pl_date_print(day, one->day);
		err = pl_twins_refuse(t, row + one->from, one->to - one->from,
		    day, f);
	}
	free(row);
	return err;
}

enum pl_err
pl_visit_find(struct pl_visits *v, struct pl_table *t, const int *key,
    size_t keys, int date, struct pl_fault *f)
{
	struct item *item = pl_mem_array(t->rows, sizeof *item);
	enum pl_err err = item ? PL_OK : PL_ENOMEM;

	*v = (struct pl_visits){ 0 };
	if (!err)
		err = take_days(item, t, date, f);
	if (!err)
		err = number(item, t, key, keys, &v->histories);
	if (!err)
		err = gather(v, item, t->rows);
	if (!err)
		err = sort(t, item);
	if (!err)
		err = check_twins(t, v, f);
	free(item);
	if (err)
		pl_visit_free(v);
	return err;
}

void
pl_visit_free(struct pl_visits *v)
{
	free(v->visit);
	*v = (struct pl_visits){ 0 };
}
