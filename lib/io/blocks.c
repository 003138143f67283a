#include "blocks.h"

#include <stdlib.h>

#include "../base/mem.h"

#define MEAN_S 10.0		/* stamps are averaged over this */
#define PLACE_S 0.1		/* off a straight line */
#define PACE 0.005		/* and the same in rate */
#define CHANCE 4.0		/* SD, from which it is none */
#define SURE 0.002		/* SD of a rate that stands on its own */

/* Blocks from..to-1.  x is nominal time after its first row. */
struct piece {
	size_t from, to, row, rows, stamps;
	double mid, mid_s;	/* mean of x, and of the stamps */
	double xx, xt;		/* sums of products about these */
	double ratio;		/* seconds of the clock in a nominal one */
	bool bent;
};

struct work {
	const struct pl_block *b;
	size_t n;
	double *x;		/* of the stamp of each block */
	struct piece *piece;
	size_t pieces;
	double ratio;		/* of all of them */
};

/* Has it a stamp that is used? */
static bool
stamped(const struct work *w, size_t i)
{
	return !pl_missing(w->b[i].stamp_s) && !pl_missing(w->x[i]);
}

/* No oscillator is off by half, so nothing else is believed. */
static bool
sane(double ratio)
{
	return ratio > 0.5 && ratio < 2;
}

static bool
goes_on(const struct work *w, size_t i)
{
	return i && i < w->n && !w->b[i].apart &&
	    w->b[i].rate_hz == w->b[i - 1].rate_hz;
}

/* Is stamp i, of the row at x, elsewhere than stamp last puts it? */
static bool
leaps(const struct work *w, size_t i, double x, size_t last, double slack_s)
{
	return fabs(w->b[i].stamp_s - w->b[last].stamp_s - (x - w->x[last])) >
	    slack_s;
}

static void
cut(struct work *w, double slack_s, struct pl_blocks *found)
{
	size_t i, row = 0, last = 0;
	struct piece *p = NULL;

	for (i = 0; i < w->n; i++) {
		const struct pl_block *b = &w->b[i];
		double at = p ? (double)p->rows : 0;
		bool leap;

		w->x[i] = (at + b->at) / b->rate_hz;
		leap = p && p->stamps && leaps(w, i, w->x[i], last, slack_s);
		if (leap && goes_on(w, i) && goes_on(w, i + 1) && !leaps(w,
		    i + 1, (at + (double)b->rows + b[1].at) / b->rate_hz, last,
		    slack_s)) {
			w->x[i] = PL_MISSING;
			found->ignored++;
		} else if (leap || !goes_on(w, i)) {
			p = &w->piece[w->pieces++];
			*p = (struct piece){ .from = i, .row = row };
			w->x[i] = b->at / b->rate_hz;
		}
		p->to = i + 1;
		p->rows += b->rows;
		row += b->rows;
		if (stamped(w, i))
			p->stamps++, last = i;
	}
}

static void
fit(const struct work *w, struct piece *p)
{
	size_t i;

	for (i = p->from; i < p->to; i++)
		if (stamped(w, i)) {
			p->mid += w->x[i] / (double)p->stamps;
			p->mid_s += w->b[i].stamp_s / (double)p->stamps;
		}
	for (i = p->from; i < p->to; i++)
		if (stamped(w, i)) {
			double x = w->x[i] - p->mid;

			p->xx += x * x;
			p->xt += x * (w->b[i].stamp_s - p->mid_s);
		}
}

/* How late a stamp, or a mean of some, is on a line. */
static double
off(const struct piece *p, double ratio, double x, double stamp_s)
{
	return stamp_s - p->mid_s - ratio * (x - p->mid);
}

/* The ratio of all pieces together, and of each that can tell its own. */
static void
find_ratios(struct work *w, struct pl_blocks *found)
{
	double xx = 0, xt = 0, own, sum, d;
	struct piece *p;
	size_t k, i;

	for (k = 0; k < w->pieces; k++) {
		xx += w->piece[k].xx;
		xt += w->piece[k].xt;
	}
	w->ratio = xt / xx;
	found->nominal = !sane(w->ratio);
	if (found->nominal)
		w->ratio = 1;
	for (k = 0; k < w->pieces; k++) {
		p = &w->piece[k];
		p->ratio = w->ratio;
		own = p->xt / p->xx;
		for (i = p->from, sum = 0; i < p->to; i++)
			if (stamped(w, i)) {
				d = off(p, own, w->x[i], w->b[i].stamp_s);
				sum += d * d;
			}
		if (p->stamps > 2 && sane(own) && sum <
		    SURE * SURE * p->xx * (double)(p->stamps - 2))
			p->ratio = own;
	}
}

/* The mean of the stamps of the next seconds; false after the last. */
struct mean { size_t next, n; double x, s; };

static bool
next_mean(const struct work *w, const struct piece *p, struct mean *m)
{
	double end = 0;

	m->n = 0;
	m->x = m->s = 0;
	for (; m->next < p->to; m->next++) {
		if (!stamped(w, m->next))
			continue;
		if (!m->n)
			end = w->x[m->next] + MEAN_S;
		else if (w->x[m->next] >= end)
			break;
		m->n++;
		m->x += w->x[m->next];
		m->s += w->b[m->next].stamp_s;
	}
	m->x /= (double)m->n;
	m->s /= (double)m->n;
	return m->n > 0;
}

/* SD of a stamp apart from what wanders: of the steps from one to the next. */
static double
noise(const struct work *w, const struct piece *p)
{
	double sum = 0, last = 0, d;
	size_t i, k = 0;

	for (i = p->from; i < p->to; i++) {
		if (!stamped(w, i))
			continue;
		d = off(p, p->ratio, w->x[i], w->b[i].stamp_s);
		sum += k++ ? (d - last) * (d - last) : 0;
		last = d;
	}
	return k > 1 ? sqrt(sum / 2 / (double)(k - 1)) : 0;
}

/* Must the straight line be given up? */
static bool
bends(const struct work *w, const struct piece *p)
{
	double sd = CHANCE * noise(w, p), from = 0, to, step;
	struct mean a = { .next = p->from }, b = { 0 };
	bool bent = false;

	for (; next_mean(w, p, &a); b = a, from = to) {
		to = off(p, p->ratio, a.x, a.s);
		bent = bent || (fabs(to) > PLACE_S &&
		    fabs(to) > sd / sqrt((double)a.n));
		if (!b.n)
			continue;
		step = a.x - b.x;
		if (!(step > 0) || !sane((a.s - b.s) / step))
			return false;
		bent = bent || (fabs(to - from) > PACE * step &&
		    fabs(to - from) > sd * sqrt(1 / (double)a.n +
		    1 / (double)b.n));
	}
	return bent && b.n;
}

static void
fill_straight(const struct work *w, const struct piece *p, double *t)
{
	double rate = w->b[p->from].rate_hz;
	size_t i;

	for (i = 0; i < p->rows; i++)
		t[i] = p->mid_s + p->ratio * ((double)i / rate - p->mid);
}

static void
fill_bent(const struct work *w, const struct piece *p, double *t)
{
	struct mean a = { .next = p->from }, b, next;
	double rate = w->b[p->from].rate_hz, x;
	bool more = next_mean(w, p, &a);
	size_t i;

	b = a;
	more = more && next_mean(w, p, &b);
	for (i = 0; i < p->rows; i++) {
		x = (double)i / rate;
		for (next = b; more && x > b.x; ) {
			more = next_mean(w, p, &next);
			if (more)
				a = b, b = next;
		}
		t[i] = a.s + (x - a.x) * (b.s - a.s) / (b.x - a.x);
	}
}

/* Fill the rows of a piece; last is the time of the row before, if any. */
static enum pl_err
fill(const struct work *w, struct piece *p, double back_s, double *t,
    struct pl_blocks *found, struct pl_fault *f)
{
	double period = p->ratio / w->b[p->from].rate_hz, early;
	size_t i;

	(p->bent ? fill_bent : fill_straight)(w, p, t);
	if (!p->row || !p->rows)
		return PL_OK;
	early = t[-1] - t[0];
	if (p->stamps && early > back_s)
		return pl_fault_set(f, PL_EUNEVEN, 0, NULL, NULL, "block %zu: "
		    "begins %.6g s before the block before it ends: a clock "
		    "that was set back, or two recordings in one file",
		    w->b[p->from].number, early);
	if (p->stamps && early + period / 2 <= 0)
		return PL_OK;
	if (p->stamps) {
		found->moved++;
		found->moved_s = fmax(found->moved_s, early + period);
	}
	for (i = p->rows; i--;)
		t[i] += early + period;
	return PL_OK;
}

static void
measure(const struct work *w, struct pl_blocks *found)
{
	const struct piece *p = w->piece;
	size_t i, n = 0;

	for (i = 0; i < w->n; i++) {
		double d;

		p += i == p->to;
		if (!stamped(w, i))
			continue;
		d = off(p, p->ratio, w->x[i], w->b[i].stamp_s);
		found->rms_s += d * d;
		found->max_s = fmax(found->max_s, fabs(d));
		n++;
	}
	found->rms_s = n ? sqrt(found->rms_s / (double)n) : 0;
}

static enum pl_err
find(struct work *w, double slack_s, double back_s, double *t,
    struct pl_blocks *found, struct pl_fault *f)
{
	enum pl_err err = PL_OK;
	size_t k, row = 0, i;

	cut(w, slack_s, found);
	for (k = 0; k < w->pieces; k++)
		fit(w, &w->piece[k]);
	find_ratios(w, found);
	found->pieces = w->pieces;
	for (k = 0; !err && k < w->pieces; k++) {
		struct piece *p = &w->piece[k];

		p->bent = bends(w, p);
		found->bent += p->bent;
		found->guessed += !p->stamps;
		if (k < PL_BLOCKS_RATES)
			found->hz[k] = w->b[p->from].rate_hz / p->ratio;
		err = fill(w, p, back_s, t + p->row, found, f);
		row = p->row + p->rows;
	}
	if (err)
		return err;
	measure(w, found);
	found->first_s = row ? t[0] : 0;
	for (i = 0; i < row; i++)
		t[i] -= found->first_s;
	return PL_OK;
}

enum pl_err
pl_blocks_time(const struct pl_block *b, size_t n, double slack_s,
    double back_s, double *t_s, struct pl_blocks *found, struct pl_fault *f)
{
	struct work w = { .b = b, .n = n };
	enum pl_err err = PL_ENOMEM;

	*found = (struct pl_blocks){ 0 };
	w.x = pl_mem_array(n, sizeof *w.x);
	w.piece = pl_mem_array(n, sizeof *w.piece);
	if (w.x && w.piece)
		err = find(&w, slack_s, back_s, t_s, found, f);
	free(w.x);
	free(w.piece);
	return err;
}
