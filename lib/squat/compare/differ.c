#include "differ.h"

#include <math.h>
#include <stdlib.h>

#include "../../base/mem.h"
#include "../../dsp/contrast.h"
#include "../../dsp/stat.h"
#include "../../dsp/student.h"
#include "same_reps.h"
#include "setup.h"

const char *
pl_differ_verdict(enum pl_verdict v)
{
	static const char *const word[] = { "differs", "same", "cannot tell" };

	return word[v];
}

const char *
pl_differ_why(enum pl_verdict_why w)
{
	static const char *const word[] = { "beyond-chance", "constant",
		"below-detectable", "empty", "too-few", "scatter", "setup",
		"setup-unknown" };

	return word[w];
}

const char *
pl_differ_by(enum pl_differ_by b)
{
	static const char *const word[] = { "reps", "sets", "pairs" };

	return word[b];
}

enum pl_err
pl_differ_begin(struct pl_differ *to, const struct pl_grouped *g,
    const struct pl_differ_how *how, size_t a, size_t b)
{
	struct pl_differ d = { .g = g, .how = how };
	enum pl_err err = PL_ENOMEM;
	bool same = false;

	d.side[0] = pl_grouped_of(g, a, &d.n[0]);
	d.side[1] = pl_grouped_of(g, b, &d.n[1]);
	d.mate = pl_mem_array(g->rows, sizeof *d.mate);
	d.room = pl_mem_array(g->rows, 6 * sizeof *d.room);
	d.run = pl_mem_array(d.n[0] + d.n[1], sizeof *d.run);
	d.weight = pl_mem_array(d.n[0] + d.n[1] + g->mountings,
	    3 * sizeof *d.weight);
	if (d.mate && d.room && d.run && d.weight)
		err = pl_same_reps(g, a, b, d.mate, &same);
	if (!err && !same) {
		free(d.mate);
		d.mate = NULL;
	}
	if (err)
		pl_differ_end(&d);
	else
		*to = d;
	return err;
}

void
pl_differ_end(struct pl_differ *d)
{
	free(d->mate);
	free(d->room);
	free(d->run);
	free(d->weight);
	*d = (struct pl_differ){ 0 };
}

/* The value of a side in place i, or what its mate has more. */
static double
at(const struct pl_differ *d, const double *x, size_t i, bool pair)
{
	if (!pair)
		return x[d->g->row[i]];
	if (d->mate[i] == PL_SAME_REPS_NONE)
		return PL_MISSING;
	return x[d->mate[i]] - x[d->g->row[i]];
}

/* What there is of one side. */
struct seen {
	size_t n, runs;
	double least, most, median;
};

/* Fold the series of a side into runs; weights of one sign, sum 1 in size. */
static struct seen
fold(const struct pl_differ *d, int side, const double *x, bool pair,
    struct pl_run *run, double *weight)
{
	double *xs = d->room, *ys = xs + d->g->rows, *room = ys + d->g->rows;
	struct seen s = { 0, 0, INFINITY, -INFINITY, PL_MISSING };
	size_t k, i, n;

	for (k = 0; k < d->n[side]; k++) {
		const struct pl_series *one = &d->side[side][k];

		for (i = one->from, n = 0; i < one->to; i++) {
			double y = at(d, x, i, pair);

			if (pl_missing(y))
				continue;
			xs[n] = d->g->place[i];
			ys[n++] = y;
			s.least = fmin(s.least, y);
			s.most = fmax(s.most, y);
		}
		if (n)
			pl_contrast_fold(&run[s.runs++], xs, ys, n,
			    d->how->rho, room);
		s.n += n;
	}
	for (k = 0; k < s.runs; k++)
		weight[k] = (side || pair ? 1. : -1.) / (double)s.runs;
	for (k = 0, n = 0; k < d->n[side] && !pair; k++)
		for (i = d->side[side][k].from; i < d->side[side][k].to; i++)
			ys[n++] = x[d->g->row[i]];
	if (!pair)
		s.median = pl_stat_median(ys, n);
	return s;
}

/* Does a series have a value? */
static bool
any(const struct pl_differ *d, const struct pl_series *s, const double *x)
{
	size_t i = s->from;

	while (i < s->to && pl_missing(x[d->g->row[i]]))
		i++;
	return i < s->to;
}

/* Each mounting shifts what it has; what both sides have of it cancels. */
static double
setup_of(const struct pl_differ *d, const char *column, const double *x,
    const struct seen seen[2])
{
	double *weight = d->weight + d->n[0] + d->n[1];
	double *sd = weight + d->g->mountings, *all = sd + d->g->mountings;
	double square = 0;
	size_t k, m;
	int side;

	if (d->how->same_setup || d->mate)
		return 0;
	for (m = 0; m < d->g->mountings; m++)
		weight[m] = sd[m] = all[m] = 0;
	for (side = 0; side < 2; side++)
		for (k = 0; k < d->n[side]; k++) {
			const struct pl_series *s = &d->side[side][k];
			double w = 1. / (double)seen[side].runs;

			if (!any(d, s, x))
				continue;
			weight[s->mounting] += side ? w : -w;
			all[s->mounting] += w;
			sd[s->mounting] += w * pl_setup_sd(d->g->t, column,
			    d->g->row + s->from, s->to - s->from,
			    d->how->align_sd_deg);
		}
	for (m = 0; m < d->g->mountings; m++) {
		/* thirds that cancel leave rounding */
		double part = fabs(weight[m]) > 1e-9 ?
		    weight[m] * sd[m] / all[m] : 0;

		square += part * part;
	}
	return sqrt(square);
}

/* Half of an interval of a scatter and what is known to be added to it. */
static double
half(const struct pl_differ_how *how, double se, double dof, double setup)
{
	double var = se * se + setup * setup;

	if (!(dof > 0))
		return PL_MISSING;
	if (setup > 0 && se > 0)
		dof *= var / (se * se) * (var / (se * se));
	return sqrt(var) * pl_student_within(how->level, dof);
}

static void
decide(struct pl_difference *r, double step)
{
	double far = fmax(fabs(r->low), fabs(r->high));

	if ((r->low > 0 || r->high < 0) && fabs(r->value) >= step) {
		r->verdict = PL_DIFFERS;
		r->why = PL_BEYOND_CHANCE;
	} else if (far <= r->detectable) {
		r->verdict = PL_SAME;
		r->why = PL_BELOW_DETECTABLE;
	} else {
		r->verdict = PL_CANNOT_TELL;
		r->why = PL_SCATTER;
	}
}

/* From the contrast to interval and verdict. */
static void
judge(const struct pl_differ *d, const struct pl_contrast *c, double step,
    struct pl_difference *r)
{
	double reps = half(d->how, c->se, c->dof, r->setup_sd);
	double sets = half(d->how, c->by_runs_se, c->by_runs_dof, r->setup_sd);
	struct pl_difference plain = *r;
	double wide = fmax(reps, sets);		/* of one, if one is missing */

	if (pl_missing(wide)) {
		r->why = c->dof > 0 || c->by_runs_dof > 0 ? PL_SETUP_UNKNOWN :
		    PL_TOO_FEW;
		return;
	}
	if (!d->mate)
		r->by = sets >= reps || pl_missing(reps) ? PL_BY_SETS :
		    PL_BY_REPS;
	r->low = r->value - wide;
	r->high = r->value + wide;
	decide(r, step);
	if (r->verdict != PL_CANNOT_TELL || !(r->setup_sd > 0))
		return;
	wide = fmax(half(d->how, c->se, c->dof, 0), half(d->how, c->by_runs_se,
	    c->by_runs_dof, 0));
	plain.low = r->value - wide;
	plain.high = r->value + wide;
	decide(&plain, step);
	if (plain.verdict != PL_CANNOT_TELL)
		r->why = PL_SETUP;
}

/* One value in all of each group, or one difference of all pairs.  What is
 * rounded to the next step may be the same still; a count, of step 1, is not
 * rounded. */
static bool
constant(const struct seen *s, const struct seen *pair, double step,
    struct pl_difference *r)
{
	double rounded = step < 1 ? 1.5 * step : 0;

	bool pairs = pair && pair->n && pair->least == pair->most;
	bool groups = s[0].least == s[0].most && s[1].least == s[1].most &&
	    s[0].n > 1 && s[1].n > 1 && !(r->setup_sd > 0) &&
	    !pl_missing(r->setup_sd) && (s[0].most == s[1].most ||
	    fabs(s[1].most - s[0].most) > rounded);

	if (pairs && (pair->n > 1 || pair->most == 0))
		r->value = pair->most;
	else if (groups)
		r->value = s[1].most - s[0].most;
	else
		return false;
	r->low = r->high = r->value;
	r->verdict = r->value == 0 ? PL_SAME : PL_DIFFERS;
	r->why = PL_CONSTANT;
	return true;
}

void
pl_differ_column(const struct pl_differ *d, const char *column,
    const double *x, double step, struct pl_difference *to)
{
	struct pl_difference r = { { 0, 0 }, { PL_MISSING, PL_MISSING },
	    PL_MISSING, PL_MISSING, PL_MISSING, PL_MISSING, PL_MISSING,
	    d->mate ? PL_BY_PAIRS : PL_BY_REPS, PL_CANNOT_TELL, PL_EMPTY };
	struct pl_contrast c;
	struct seen s[2], pair;
	int k;

	s[0] = fold(d, 0, x, false, d->run, d->weight);
	s[1] = fold(d, 1, x, false, d->run + s[0].runs,
	    d->weight + s[0].runs);
	for (k = 0; k < 2; k++) {
		r.n[k] = s[k].n;
		r.median[k] = s[k].median;
	}
	*to = r;
	if (!s[0].n || !s[1].n)
		return;
	pl_contrast_of(d->run, d->weight, s[0].runs + s[1].runs, step, &c);
	/* where nothing scatters nobody saw how much it may */
	if (s[0].least < s[0].most || s[1].least < s[1].most)
		r.detectable = 1.96 * sqrt(2) * c.sd;
	r.setup_sd = setup_of(d, column, x, s);
	if (d->mate) {
		pair = fold(d, 0, x, true, d->run, d->weight);
		pl_contrast_of(d->run, d->weight, pair.runs, step, &c);
	}
	r.value = c.value;
	if (!constant(s, d->mate ? &pair : NULL, step, &r) && !pl_missing(r.value))
		judge(d, &c, step, &r);
	*to = r;
}
