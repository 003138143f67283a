#include "uncertain_links.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../../base/num.h"
#include "../../base/trig.h"
#include "../../base/unit.h"

/* What is as it is said to be but for one input. */
struct other {
	struct pl_body body;
	double bar, moment;		/* times as much */
	double turn, flexion;		/* rad; of both sensors, of the lower */
	double up, fwd;			/* read and not there, m/s^2 */
};

/* Columns for what is moved, and the rows of one level. */
struct work {
	const struct pl_pieces *p;
	const struct pl_level *level;
	double *scratch;		/* all of what follows */
	double *up, *fwd, *low_up, *low_fwd, *sine, *cosine, *bar;
	double *more, *less;		/* moments; then less is J */
};

enum { COLUMNS = 9 };

static struct other
move(const struct pl_pieces *p, enum pl_input input, double by)
{
	struct other o = { .body = pl_uncertain_shift(p->body, input, by),
	    .bar = 1, .moment = 1 };

	switch (input) {
	case PL_IN_ALIGN:
		o.turn = by * PL_DEG;
		break;
	case PL_IN_FLEXION:
		o.flexion = by * PL_DEG;
		break;
	case PL_IN_BAR:
		o.bar = 1 + by;
		break;
	case PL_IN_MASSES:
		o.body.body_kg *= 1 + by;
		break;
	case PL_IN_ACC_FWD:
		o.turn = by / PL_GRAVITY;
		o.fwd = by;
		break;
	case PL_IN_WOBBLE_FWD:
		o.fwd = by;
		break;
	case PL_IN_ACC_UP:
	case PL_IN_WOBBLE_UP:
		o.up = by;
		break;
	case PL_IN_FILTER:
		o.moment = 1 + by;
		break;
	default:
		break;
	}
	return o;
}

static void
moments(const struct work *w, const struct other *o, double *nm)
{
	const struct pl_pieces *p = w->p;
	struct pl_motion upper = *p->upper, lower = *p->lower;
	double sine = pl_sin(o->flexion), cosine = pl_cos(o->flexion);
	struct pl_links links;
	size_t t;

	pl_moment_lean(p->upper, o->turn, o->up, o->fwd, w->up, w->fwd);
	pl_moment_lean(p->lower, o->turn - o->flexion, 0, 0, w->low_up,
	    w->low_fwd);
	upper.up = w->up;
	upper.fwd = w->fwd;
	lower.up = w->low_up;
	lower.fwd = w->low_fwd;
	for (t = 0; t < upper.n; t++) {
		w->sine[t] = p->sine[t] * cosine + p->cosine[t] * sine;
		w->cosine[t] = p->cosine[t] * cosine - p->sine[t] * sine;
		w->bar[t] = o->bar * p->bar_kg[t];
	}
	pl_links_init(&links, &o->body, w->level, p->lower_at);
	pl_links_run(&links, &upper, &lower, w->sine, w->cosine, w->bar, nm);
	for (t = 0; t < upper.n; t++)
		nm[t] *= o->moment;
}

/* J of an input, in w->less. */
static void
differ(const struct work *w, enum pl_input input, double sd)
{
	struct other more = move(w->p, input, sd);
	struct other less = move(w->p, input, -sd);
	double by = input == PL_IN_SEX ? sd : .5;
	size_t t;

	moments(w, &more, w->more);
	moments(w, &less, w->less);
	for (t = 0; t < w->p->upper->n; t++)
		w->less[t] = by * (w->more[t] - w->less[t]);
}

/* Rows from..to-1 of a set: what of J they do not have in common. */
static void
add_set(const struct work *w, double own, const double *moment_nm,
    const struct pl_uncertain_reps *r, size_t from, size_t to, double *square)
{
	double sum = 0, n = 0, mean;
	size_t t = from, at;

	while ((at = pl_uncertain_peak(r, moment_nm, &t, to)) < to) {
		sum += w->less[at];
		n++;
	}
	mean = n < 2 ? PL_MISSING : sum / n;
	for (t = from; t < to; t++) {
		double j = w->less[t], d = j - mean;

		square[t] += own * j * j + (1 - own) * d * d;
	}
}

static void
add_sets(const struct work *w, double own, const double *moment_nm,
    const struct pl_uncertain_reps *r, double *square)
{
	size_t from, to, t, n = w->p->upper->n;

	for (from = 0; from < n; from = to) {
		for (to = from + 1; to < n && r->set[to] == r->set[from];)
			to++;
		if (!pl_missing(r->set[from]))
			add_set(w, own, moment_nm, r, from, to, square);
		else
			for (t = from; t < to; t++)
				square[t] = PL_MISSING;
	}
}

static enum pl_err
begin(struct work *w, const struct pl_pieces *p, const struct pl_level *l)
{
	double *x = pl_mem_array(p->upper->n, COLUMNS * sizeof *x);
	size_t n = p->upper->n;

	if (!x)
		return PL_ENOMEM;
	*w = (struct work){ p, l, x, x, x + n, x + 2 * n, x + 3 * n,
	    x + 4 * n, x + 5 * n, x + 6 * n, x + 7 * n, x + 8 * n };
	return PL_OK;
}

enum pl_err
pl_uncertain_links(const struct pl_pieces *p, const struct pl_level *l,
    const struct pl_sds *s, const double *moment_nm,
    const struct pl_uncertain_reps *reps, double *sd_nm, double *within_nm)
{
	size_t t, n = p->upper->n;
	struct work w;
	int k;

	if (begin(&w, p, l))
		return PL_ENOMEM;
	for (t = 0; t < n; t++)
		sd_nm[t] = 0;
	for (t = 0; reps && t < n; t++)
		within_nm[t] = 0;
	for (k = 0; k < PL_INPUTS; k++) {
		double own;

		if (!(s->sd[k] > 0))
			continue;
		own = s->within[k] / s->sd[k];
		differ(&w, (enum pl_input)k, s->sd[k]);
		for (t = 0; t < n; t++)
			sd_nm[t] += w.less[t] * w.less[t];
		if (reps)
			add_sets(&w, own * own, moment_nm, reps, within_nm);
	}
	for (t = 0; t < n; t++)
		sd_nm[t] = sqrt(sd_nm[t]);
	for (t = 0; reps && t < n; t++)
		within_nm[t] = sqrt(within_nm[t]);
	free(w.scratch);
	return PL_OK;
}
