#include "plan.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/mem.h"
#include "../segment/cand.h"

enum { NAME = 96 };

/* The columns of a repetition, in the order of struct pl_plan_rep. */
static const char *const columns[] = { "bar_kg", "m0_%s_nm", "k_%s_nm_per_kg",
	"moment_%s_body_peak_nm", "impulse0_%s_nms", "impulse_k_%s_nms_per_kg",
	"moment_%s_peak_nm", "impulse_%s_nms", "lean_%s_nm_per_deg" };

enum { COLUMNS = sizeof columns / sizeof *columns };

static enum pl_err
find_columns(const struct pl_table *t, const char *level,
    const double *x[COLUMNS], struct pl_fault *f)
{
	char name[NAME];
	int k;

	for (k = 0; k < COLUMNS; k++) {
		const char *mark = strstr(columns[k], "%s");

		if (mark)
			snprintf(name, sizeof name, "%.*s%s%s",
			    (int)(mark - columns[k]), columns[k], level,
			    mark + 2);
		else
			snprintf(name, sizeof name, "%s", columns[k]);
		x[k] = pl_table_get(t, name);
		if (!x[k])
			return pl_fault_set(f, PL_ECOLUMN, 0, name, NULL,
			    "no such column: plumb-load --parts -l %s, then "
			    "plumb-reps, make it", level);
	}
	return PL_OK;
}

static bool
counts(const struct pl_table *t, size_t row)
{
	int col = pl_table_find(t, "class");

	return pl_table_says(t, col, row, pl_cand_word(PL_WORK)) ||
	    pl_table_says(t, col, row, pl_cand_word(PL_PARTIAL));
}

/* The impulse of a visit, of the repetitions that have one. */
static double
impulse(const struct pl_table *t, const struct pl_visit *v, const double *x)
{
	double sum = 0;
	size_t r;

	for (r = v->from; r < v->to; r++)
		if (counts(t, r) && !pl_missing(x[r]))
			sum += x[r];
	return sum;
}

/* Runs of entries of that part of the back after a day; the latest with a score
 * of at least sore_at, or if there is none the latest.  *first is its first
 * day, *grave the first of at least sore_at, or of its greatest score. */
static bool
find_sore(const struct pl_soreness *log, const struct pl_plan_ask *ask,
    int64_t after, struct pl_sore *most, int64_t *first, int64_t *grave)
{
	struct pl_sore run = { .score = -1 };
	int64_t begin = 0, last = 0, rose = 0;
	bool found = false;
	size_t i;

	for (i = 0; log && i < log->n; i++) {
		const struct pl_sore *e = &log->entry[i];

		if (!pl_soreness_at(e, ask->level) || !(e->score > 0) ||
		    e->day <= after)
			continue;
		if (run.score < 0 || e->day - last > PL_SORE_LAST_DAY) {
			run = *e;
			begin = rose = e->day;
		} else if (e->score > run.score) {
			rose = run.score >= ask->sore_at ? rose : e->day;
			run = *e;
		}
		last = e->day;
		if (found && most->score >= ask->sore_at &&
		    !(run.score >= ask->sore_at))
			continue;
		*most = run;
		*first = begin;
		*grave = rose;
		found = true;
	}
	return found;
}

/* The greatest score after a day of what the level does not lie in. */
static bool
find_elsewhere(const struct pl_soreness *log, const struct pl_plan_ask *ask,
    int64_t after, struct pl_sore *most)
{
	bool found = false;
	size_t i;

	for (i = 0; log && i < log->n; i++) {
		const struct pl_sore *e = &log->entry[i];

		if (pl_soreness_at(e, ask->level) || e->day <= after ||
		    !(e->score >= ask->sore_at) ||
		    (found && !(e->score > most->score)))
			continue;
		*most = *e;
		found = true;
	}
	return found;
}

/* The visit of the reference; v->n if there is none. */
static size_t
find_visit(const struct pl_table *t, const struct pl_visits *v,
    const double *nms, int64_t from, int64_t to)
{
	size_t best = v->n, i;
	double most = 0;

	for (i = 0; i < v->n; i++) {
		double sum;

		if (v->visit[i].day < from || v->visit[i].day > to)
			continue;
		sum = impulse(t, &v->visit[i], nms);
		if (sum > 0 && !(sum < most)) {
			most = sum;
			best = i;
		}
	}
	return best;
}

/* What nobody can plan for, of the visits of those days. */
static void
count_untold(struct pl_plan *p, const struct pl_table *t,
    const struct pl_visits *v, const double *const x[COLUMNS], int64_t from,
    int64_t to)
{
	size_t i, r;
	int k;

	for (i = 0; i < v->n; i++)
		for (r = v->visit[i].from; r < v->visit[i].to; r++) {
			double all = 0;

			for (k = 0; k < COLUMNS; k++)
				all += x[k][r];
			if (v->visit[i].day < from || v->visit[i].day > to ||
			    !counts(t, r) || !pl_missing(all))
				continue;
			p->untold++;
			p->untold_kg = fmax(p->untold_kg, x[0][r]);
		}
}

static enum pl_err
no_reference(struct pl_fault *f, int64_t from, int64_t to)
{
	char a[PL_DATE_ROOM], b[PL_DATE_ROOM];

	pl_date_print(a, from);
	pl_date_print(b, to);
	return from == to ? pl_fault_set(f, PL_ESTATE, 0, NULL, NULL,
	    "no session with a load on %s", a) : pl_fault_set(f, PL_ESTATE, 0,
	    NULL, NULL, "no session with a load from %s to %s, 1 to 3 days "
	    "before the soreness: name the one meant with --reference", a, b);
}

static enum pl_err
choose(struct pl_plan *p, const struct pl_table *t,
    const struct pl_visits *v, const struct pl_soreness *log,
    const struct pl_plan_ask *ask, const double *const x[COLUMNS],
    size_t *visit, struct pl_fault *f)
{
	const double *nms = x[7];
	int64_t first = 0, grave = 0, from = 0, to = 0, now;
	size_t i;

	now = v->visit[v->n - 1].day;
	if (log && log->n && log->entry[log->n - 1].day > now)
		now = log->entry[log->n - 1].day;
	p->sore = find_sore(log, ask, now - PL_PLAN_DAYS, &p->entry, &first,
	    &grave);
	p->elsewhere = find_elsewhere(log, ask, now - PL_PLAN_DAYS, &p->other);
	p->advice = !p->sore ? PL_GO_ON : p->entry.score >= ask->sore_at ?
	    PL_REDUCE : PL_HOLD;
	if (ask->named)
		from = to = ask->day;
	else if (p->sore) {
		from = grave - PL_SORE_LAST_DAY;
		to = grave - PL_SORE_FIRST_DAY;
	} else
		for (i = 0; i < v->n; i++)
			if (impulse(t, &v->visit[i], nms) > 0)
				from = to = v->visit[i].day;
	*visit = find_visit(t, v, nms, from, to);
	count_untold(p, t, v, x, from, ask->named || p->sore ? to : now);
	/* it rose slowly: what it began after */
	if (*visit == v->n && p->sore && !ask->named)
		*visit = find_visit(t, v, nms, first - PL_SORE_LAST_DAY,
		    first - PL_SORE_FIRST_DAY);
	return *visit < v->n ? PL_OK : no_reference(f, from, to);
}

static enum pl_err
take_reps(struct pl_plan *p, const struct pl_table *t,
    const struct pl_visit *v, const double *const x[COLUMNS])
{
	size_t r;
	int k;

	p->day = v->day;
	p->rep = pl_mem_array(v->to - v->from, sizeof *p->rep);
	if (!p->rep)
		return PL_ENOMEM;
	for (r = v->from; r < v->to; r++) {
		double value[COLUMNS], all = 0;

		for (k = 0; k < COLUMNS; k++)
			all += value[k] = x[k][r];
		if (!counts(t, r) || pl_missing(all) || !(value[0] > 0))
			continue;
		memcpy(&p->rep[p->n++], value, sizeof value);
	}
	return PL_OK;
}

/* What the reference was, and how its peaks scatter under the heaviest bar. */
static void
sum_up(struct pl_plan *p)
{
	double heavy = 0, n = 0, mean = 0, square = 0, k = 0;
	size_t i;

	p->impulse = 0;
	p->peak = -INFINITY;
	for (i = 0; i < p->n; i++) {
		const struct pl_plan_rep *r = &p->rep[i];

		p->impulse += r->impulse;
		heavy = fmax(heavy, r->bar_kg);
		if (r->peak > p->peak) {
			p->peak = r->peak;
			p->per_deg = r->per_deg;
		}
	}
	for (i = 0; i < p->n; i++)
		if (p->rep[i].bar_kg == heavy) {
			n++;
			mean += p->rep[i].peak;
			k += p->rep[i].k;
		}
	mean /= n;
	k /= n;
	for (i = 0; i < p->n; i++)
		if (p->rep[i].bar_kg == heavy)
			square += (p->rep[i].peak - mean) *
			    (p->rep[i].peak - mean);
	p->sd_kg = n > 1 && k > 0 ? sqrt(square / (n - 1)) / k : PL_MISSING;
}

enum pl_err
pl_plan_make(struct pl_plan *p, const struct pl_table *reps,
    const struct pl_visits *v, const struct pl_soreness *log,
    const struct pl_plan_ask *ask, struct pl_fault *f)
{
	const double *x[COLUMNS];
	char day[PL_DATE_ROOM];
	enum pl_err err;
	size_t visit;

	*p = (struct pl_plan){ .sd_kg = PL_MISSING, .untold_kg = PL_MISSING };
	err = find_columns(reps, ask->level, x, f);
	if (!err)
		err = choose(p, reps, v, log, ask, x, &visit, f);
	if (!err)
		err = take_reps(p, reps, &v->visit[visit], x);
	if (!err && !p->n) {
		pl_date_print(day, p->day);
		err = pl_fault_set(f, PL_ESTATE, 0, NULL, NULL, "%s: no "
		    "repetition of this session, the reference, has a bar and "
		    "all parts of its load (plumb-load --parts)", day);
	}
	if (err)
		pl_plan_free(p);
	else
		sum_up(p);
	return err;
}

void
pl_plan_free(struct pl_plan *p)
{
	free(p->rep);
	*p = (struct pl_plan){ 0 };
}

double
pl_plan_factor(const struct pl_plan *p, double share)
{
	double factor = INFINITY, j0 = 0, jk = 0;
	size_t i;

	for (i = 0; i < p->n; i++) {
		const struct pl_plan_rep *r = &p->rep[i];

		if (r->k > 0)
			factor = fmin(factor, (share * p->peak - r->m0) /
			    (r->bar_kg * r->k));
		j0 += r->j0;
		jk += r->bar_kg * r->jk;
	}
	return jk > 0 ? fmin(factor, (share * p->impulse - j0) / jk) : factor;
}

struct pl_planned
pl_plan_at(const struct pl_plan *p, double factor)
{
	struct pl_planned a = { -INFINITY, -INFINITY, 0 };
	size_t i;

	for (i = 0; i < p->n; i++) {
		const struct pl_plan_rep *r = &p->rep[i];
		double kg = factor * r->bar_kg;

		a.peak = fmax(a.peak, r->m0 + kg * r->k);
		a.peak_hi = fmax(a.peak_hi, (1 - factor) * r->body +
		    factor * r->peak);
		a.impulse += r->j0 + kg * r->jk;
	}
	/* the columns are rounded, each by itself */
	a.peak_hi = factor > 1 ? PL_MISSING : fmax(a.peak_hi, a.peak);
	return a;
}
