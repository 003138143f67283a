#include "rework.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../../base/num.h"
#include "bounds.h"
#include "detail.h"
#include "propose.h"
#include "tilt.h"

#define HOLE_S 0.3

/* What bounds are found in. */
struct motion {
	const struct pl_vertical *v;
	const struct pl_posture *m;
	struct pl_bounds bounds;
};

/* Strictly between two rows, of which there is one. */
static size_t
within(size_t row, size_t from, size_t to)
{
	return row <= from ? from + 1 : row >= to ? to - 1 : row;
}

static size_t
highest(const double *height, size_t from, size_t to)
{
	size_t at = from;

	for (; from <= to; from++)
		if (height[from] > height[at])
			at = from;
	return at;
}

/* The lowest row of a stretch, as bounds.h has it. */
static size_t
lowest(const struct motion *o, size_t from, size_t to)
{
	return within(pl_bounds_lowest(o->v->height, o->v->vel, from, to,
	    o->v->rate_hz), from, to);
}

/* A copy of a candidate whose bounds are found between rows, about a low. */
static struct pl_cand
bound(const struct motion *o, const struct pl_cand *c, size_t from, size_t low,
    size_t to)
{
	const double *height = o->v->height;
	struct pl_cand b = *c;

	b.turn[0] = highest(height, from, low);
	b.turn[1] = low;
	b.turn[2] = highest(height, low, to);
	b.down = height[b.turn[0]] - height[low];
	b.up = height[b.turn[2]] - height[low];
	pl_bounds_find(&o->bounds, from, to, &b);
	if (b.ecc < from || b.ecc >= low)
		b.ecc = from;
	if (b.top > to || b.top <= low)
		b.top = to;
	return b;
}

/* Where a repetition begins and ends that lies somewhere between two rows. */
static void
seek_bounds(const struct motion *o, struct pl_cand *c)
{
	struct pl_cand b = bound(o, c, c->start, lowest(o, c->start, c->end),
	    c->end);

	c->start = b.start < c->start ? c->start : b.start < b.ecc ? b.start :
	    b.ecc;
	c->end = b.end > c->end ? c->end : b.end > b.top ? b.end : b.top;
	c->ecc = c->start;
	c->top = c->end;
}

static void
seek_phases(const struct motion *o, struct pl_decided *d)
{
	struct pl_cand *c = &d->c, b;

	if (d->seek_bottom)
		c->bottom = lowest(o, c->start, c->end);
	b = bound(o, c, c->start, c->bottom, c->end);
	b.start = c->start;
	b.end = c->end;
	b.bottom = c->bottom;
	if (b.low <= b.ecc || b.low > b.bottom || b.rise < b.bottom ||
	    b.rise >= b.top)
		b.low = b.rise = b.bottom;
	*c = b;
}

/* Solve with the tops at both ends of what counts, if nothing cuts it: as it was
 * found, or where it was edited an edge of the recording. */
static enum pl_err
solve(struct pl_vertical *v, const struct pl_decisions *d,
    const unsigned char *whole, size_t *anchor)
{
	size_t i, n = 0;

	for (i = 0; i < d->n; i++) {
		const struct pl_cand *c = &d->item[i].c;

		if (c->class <= PL_PARTIAL && (d->item[i].seek_phases ?
		    c->start > 0 && c->end + 1 < v->n : whole[i])) {
			anchor[n++] = c->ecc;
			anchor[n++] = c->top;
		}
	}
	return pl_vertical_solve(v, v->prior, anchor, n);
}

/* How the hips move in what was found and counts, by the heights as they are:
 * what was added has no turning points. */
static enum pl_err
learn(struct motion *o, const struct pl_decisions *d)
{
	struct pl_cands known = { NULL, 0, 0, 0 };
	enum pl_err err = PL_OK;
	size_t i;

	pl_bounds_free(&o->bounds);
	for (i = 0; i < d->n && !err; i++)
		if (d->item[i].c.turn[2] > d->item[i].c.turn[0])
			err = pl_cand_add(&known, &d->item[i].c);
	if (!err)
		err = pl_bounds_learn(&o->bounds, o->v, o->m, &known,
		    false);
	pl_cand_free(&known);
	return err;
}

/* Solve without tops, which goes to free_height; with those of starts and ends;
 * and with those of the phases that are found then. */
static enum pl_err
solve_again(struct pl_vertical *v, const struct pl_posture *m,
    struct pl_decisions *d, double *free_height)
{
	struct motion o = { .v = v, .m = m };
	size_t *anchor = pl_mem_array(2 * d->n, sizeof *anchor), i;
	unsigned char *whole = pl_mem_array(d->n, 1);
	enum pl_err err = anchor && whole ? learn(&o, d) : PL_ENOMEM;

	for (i = 0; i < d->n && !err; i++) {
		whole[i] = !pl_propose_cuts(v, &d->item[i].c);
		if (d->item[i].seek_bounds)
			seek_bounds(&o, &d->item[i].c);
	}
	if (!err)
		err = pl_vertical_solve(v, v->prior, NULL, 0);
	if (!err) {
		memcpy(free_height, v->height, v->n * sizeof *free_height);
		err = solve(v, d, whole, anchor);
	}
	if (!err)
		err = learn(&o, d);
	for (i = 0; i < d->n && !err; i++)
		if (d->item[i].seek_phases)
			seek_phases(&o, &d->item[i]);
	if (!err)
		err = solve(v, d, whole, anchor);
	pl_bounds_free(&o.bounds);
	free(anchor);
	free(whole);
	return err;
}

static enum pl_err
check_holes(const struct pl_vertical *v, const struct pl_decisions *d,
    struct pl_fault *fault)
{
	size_t i, k;

	for (i = 0; i < d->n; i++) {
		const struct pl_decided *x = &d->item[i];
		size_t b = x->c.bottom;

		if (!x->seek_phases || x->seek_bottom)
			continue;
		for (k = b - 1; k <= b + 1; k++)
			if (v->hole[k] > HOLE_S)
				return pl_fault_set(fault, PL_ERANGE,
				    x->edit->line, "bottom_s", NULL, "in a "
				    "hole of %.1f s: leave it empty",
				    v->hole[k]);
	}
	return PL_OK;
}

static enum pl_err
list(const struct pl_decisions *d, struct pl_cands *out)
{
	enum pl_err err = PL_OK;
	size_t i;

	*out = (struct pl_cands){ NULL, 0, 0, 0 };
	for (i = 0; i < d->n && !err; i++)
		err = pl_cand_add(out, &d->item[i].c);
	return err;
}

/* Sets as they are said, or by the rule; candidates keep their numbers. */
static void
number(const struct pl_decisions *d, struct pl_cands *s, double rate_hz)
{
	int rule = 0, said = 0, rep = 0;
	size_t i;

	pl_cand_number(s, rate_hz);
	s->sets = 0;
	for (i = 0; i < s->n; i++) {
		struct pl_cand *c = &s->cand[i];
		int says = d->item[i].edit->set;

		c->number = d->item[i].c.number;
		if (!c->rep)
			continue;
		if (!s->sets || (said && says ? says != said :
		    c->set != rule)) {
			s->sets++;
			rep = 0;
		}
		rule = c->set;
		said = says;
		c->set = s->sets;
		c->rep = ++rep;
	}
	pl_cand_join(s);
}

/* Where no top has changed, only what does not count has news. */
static void
look_at_others(const struct pl_vertical *v, const struct pl_decisions *d,
    struct pl_cands *s)
{
	size_t i;

	for (i = 0; i < s->n; i++) {
		struct pl_cands one = { &s->cand[i], 1, 1, 0 };

		if (d->item[i].edited && !pl_cand_counts(s->cand[i].class))
			pl_detail_find(v, v->height, &one);
	}
}

enum pl_err
pl_rework_heights(struct pl_vertical *v, const struct pl_posture *m,
    struct pl_decisions *d, struct pl_cands *out, struct pl_fault *fault)
{
	double *free_height = pl_mem_array(v->n, sizeof *free_height);
	enum pl_err err = free_height ? check_holes(v, d, fault) : PL_ENOMEM;

	*out = (struct pl_cands){ NULL, 0, 0, 0 };
	if (!err && d->again)
		err = solve_again(v, m, d, free_height);
	if (!err)
		err = list(d, out);
	if (!err)
		number(d, out, v->rate_hz);
	if (!err && d->again)
		pl_detail_find(v, free_height, out);
	else if (!err)
		look_at_others(v, d, out);
	free(free_height);
	if (err)
		pl_cand_free(out);
	return err;
}

/* The row at which gravity points farthest from where it does at both ends. */
static size_t
deepest(const struct pl_tilt *f, size_t from, size_t to)
{
	size_t i, at = from + 1;
	double least = INFINITY, with;
	int k;

	for (i = from + 1; i < to; i++) {
		for (with = 0, k = 0; k < 3; k++)
			with += f->g[k][i] * (f->g[k][from] + f->g[k][to]);
		if (with < least) {
			least = with;
			at = i;
		}
	}
	return at;
}

enum pl_err
pl_rework_force(const double *const acc[3], size_t n, double rate_hz,
    struct pl_decisions *d, struct pl_cands *out)
{
	struct pl_tilt f;
	enum pl_err err = pl_tilt_init(&f, acc, n, rate_hz);
	size_t i;

	*out = (struct pl_cands){ NULL, 0, 0, 0 };
	if (err)
		return err;
	for (i = 0; i < d->n; i++) {
		struct pl_cand *c = &d->item[i].c;

		if (d->item[i].edited)
			c->truncated = c->start == 0 || c->end + 1 == n;
		if (!d->item[i].seek_phases)
			continue;
		if (d->item[i].seek_bottom)
			c->bottom = deepest(&f, c->ecc, c->top);
		c->low = c->rise = c->bottom;
	}
	pl_tilt_free(&f);
	err = list(d, out);
	if (!err)
		number(d, out, rate_hz);
	else
		pl_cand_free(out);
	return err;
}
