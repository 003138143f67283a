#include "rep.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"

#define HINGE_RATE 5.0		/* deg/s */
#define HINGE_S 0.5

/* The rows of one candidate; the phases only if it has them. */
struct rows {
	size_t start, end, ecc, low, mid, rise, top;
	int phases;
};

struct fold {
	const struct pl_table *in;
	struct pl_table *out;
	struct rows *cand;
	size_t n;
	double rate_hz;
	const double *t;
};

static int
has_word(const struct pl_table *t, int col, size_t row, const char *word)
{
	const char *w = col < 0 ? NULL : pl_table_label(t, col, row);

	return w && strcmp(w, word) == 0;
}

/* First and last row of a phase within a candidate; 0 if it has none. */
static int
phase_rows(const struct fold *f, const struct rows *r, const char *word,
    size_t *first, size_t *last)
{
	int col = pl_table_find(f->in, "phase"), found = 0;
	size_t i;

	for (i = r->start; i <= r->end; i++)
		if (has_word(f->in, col, i, word)) {
			if (!found)
				*first = i;
			*last = i;
			found = 1;
		}
	return found;
}

static void
find_phases(const struct fold *f, struct rows *r)
{
	size_t skip;

	r->phases = phase_rows(f, r, "ecc", &r->ecc, &skip) &
	    phase_rows(f, r, "bottom", &r->low, &r->rise) &
	    phase_rows(f, r, "con", &skip, &r->top);
	if (r->phases)
		r->mid = (r->low + r->rise) / 2;
}

static enum pl_err
find_rows(struct fold *f, struct pl_fault *fault)
{
	const double *cand = pl_table_get(f->in, "cand");
	size_t i, room = 0;
	struct rows *grown;

	for (i = 0; i < f->in->rows; i++) {
		if (pl_missing(cand[i]))
			continue;
		if (f->n && cand[i] == cand[f->cand[f->n - 1].start]) {
			if (f->cand[f->n - 1].end + 1 != i)
				return pl_fault_set(fault, PL_EFORMAT, i + 1,
				    "cand", NULL, "candidate %g is not in one "
				    "piece", cand[i]);
			f->cand[f->n - 1].end = i;
			continue;
		}
		grown = pl_mem_grow(f->cand, &room, f->n + 1, sizeof *grown);
		if (!grown)
			return PL_ENOMEM;
		f->cand = grown;
		f->cand[f->n++] = (struct rows){ .start = i, .end = i };
	}
	for (i = 0; i < f->n; i++)
		find_phases(f, &f->cand[i]);
	return PL_OK;
}

/* How a value of the rep table comes from the rows of a candidate. */
struct ask {
	const struct fold *f;
	const struct rows *r;
	size_t i;		/* of how many-th candidate */
	const double *x;	/* the column asked of, or NULL */
};

static double
at(const struct ask *a, size_t row)
{
	return a->x[row];
}

static double
seconds(const struct ask *a, size_t from, size_t to)
{
	return a->f->t[to] - a->f->t[from];
}

static double start_s(const struct ask *a) { return a->f->t[a->r->start]; }
static double end_s(const struct ask *a) { return a->f->t[a->r->end]; }
static double bottom_s(const struct ask *a) { return a->f->t[a->r->mid]; }
static double at_start(const struct ask *a) { return at(a, a->r->start); }
static double at_bottom(const struct ask *a) { return at(a, a->r->mid); }

static double
ecc_s(const struct ask *a)
{
	return seconds(a, a->r->ecc, a->r->low);
}

static double
bottom_pause_s(const struct ask *a)
{
	return seconds(a, a->r->low, a->r->rise);
}

static double
con_s(const struct ask *a)
{
	return seconds(a, a->r->rise, a->r->top);
}

/* The next candidate of the set that counts. */
static double
top_pause_s(const struct ask *a)
{
	const double *set = pl_table_get(a->f->in, "set");
	size_t k;

	for (k = a->i + 1; k < a->f->n; k++) {
		const struct rows *o = &a->f->cand[k];

		if (set && set[o->start] != set[a->r->start])
			break;
		if (o->phases)
			return seconds(a, a->r->end, o->start);
	}
	return PL_MISSING;
}

static double
hinge_s(const struct ask *a)
{
	size_t w = (size_t)(0.05 * a->f->rate_hz + 0.5), i = a->r->ecc, most;
	double rate;

	w = w ? w : 1;
	most = (size_t)(HINGE_S * a->f->rate_hz + 0.5);
	for (; i > w && a->r->ecc - i < most; i--) {
		rate = (a->x[i - 1 + w] - a->x[i - 1 - w]) /
		    seconds(a, i - 1 - w, i - 1 + w);
		if (!(rate > HINGE_RATE))
			break;
	}
	return seconds(a, i, a->r->ecc);
}

static double
depth_m(const struct ask *a)
{
	return (at(a, a->r->ecc) + at(a, a->r->top)) / 2 - at(a, a->r->mid);
}

/* The row of the maximum between two rows; from - 1 if one is missing. */
static size_t
highest(const struct ask *a, size_t from, size_t to)
{
	size_t i, best = from;

	for (i = from; i <= to; i++) {
		if (pl_missing(a->x[i]))
			return from - 1;
		if (a->x[i] > a->x[best])
			best = i;
	}
	return best;
}

static double
peak(const struct ask *a)
{
	size_t i = highest(a, a->r->start, a->r->end);

	return i + 1 == a->r->start ? PL_MISSING : a->x[i];
}

static double
peak_t(const struct ask *a)
{
	size_t i = highest(a, a->r->start, a->r->end);

	return i + 1 == a->r->start ? PL_MISSING : a->f->t[i];
}

static double
peak_con(const struct ask *a)
{
	size_t i = highest(a, a->r->rise, a->r->top);

	return i + 1 == a->r->rise ? PL_MISSING : a->x[i];
}

/* Integral of x, or of its positive part, by the trapezoidal rule. */
static double
integral(const struct ask *a, size_t from, size_t to, int positive)
{
	double s = 0;
	size_t i;

	for (i = from; i < to; i++) {
		double x = a->x[i], y = a->x[i + 1];

		if (positive) {
			x = x < 0 ? 0 : x;
			y = y < 0 ? 0 : y;
		}
		s += (x + y) / 2 * seconds(a, i, i + 1);
	}
	return s;
}

static double
mean(const struct ask *a)
{
	double s = seconds(a, a->r->start, a->r->end);

	return s > 0 ? integral(a, a->r->start, a->r->end, 0) / s :
	    PL_MISSING;
}

static double
mean_con(const struct ask *a)
{
	double s = seconds(a, a->r->rise, a->r->top);

	return s > 0 ? integral(a, a->r->rise, a->r->top, 0) / s : PL_MISSING;
}

static double
impulse(const struct ask *a)
{
	return integral(a, a->r->start, a->r->end, 1);
}

/* The columns in their order: from which column of the stream (NULL: none is
 * needed) and how; those marked ask for the phases. */
static const struct value {
	const char *name, *from;
	double (*ask)(const struct ask *);
	int phases;
} values[] = {
	{ "set", "set", at_start, 0 },
	{ "cand", "cand", at_start, 0 },
	{ "rep", "rep", at_start, 0 },
	{ "class", "class", at_start, 0 },
	{ "confidence", "confidence", at_start, 0 },
	{ "reason", "reason", at_start, 0 },
	{ "start_s", NULL, start_s, 0 },
	{ "bottom_s", NULL, bottom_s, 1 },
	{ "end_s", NULL, end_s, 0 },
	{ "hinge_s", "lean_deg", hinge_s, 1 },
	{ "ecc_s", NULL, ecc_s, 1 },
	{ "bottom_pause_s", NULL, bottom_pause_s, 1 },
	{ "con_s", NULL, con_s, 1 },
	{ "top_pause_s", NULL, top_pause_s, 1 },
	{ "tempo", NULL, NULL, 1 },
	{ "depth_m", "height_m", depth_m, 1 },
	{ "lean_start_deg", "lean_deg", at_start, 1 },
	{ "lean_bottom_deg", "lean_deg", at_bottom, 1 },
	{ "lean_max_deg", "lean_deg", peak, 1 },
	{ "lean_max_t_s", "lean_deg", peak_t, 1 },
	{ "roll_mean_deg", "roll_deg", mean, 1 },
	{ "mcv_m_s", "vel_m_s", mean_con, 1 },
	{ "pv_m_s", "vel_m_s", peak_con, 1 },
	{ "mcv_bar_m_s", "bar_vel_m_s", mean_con, 1 },
	{ "bar_kg", "bar_kg", at_start, 0 },
	{ "body_kg", "body_kg", at_start, 0 },
};

/* Words are copied as words: the lists of two columns number them apart. */
static enum pl_err
copy_words(const struct fold *f, const char *name)
{
	int from = pl_table_find(f->in, name), to;
	enum pl_err err = pl_table_add(f->out, name, NULL);
	size_t i;

	to = pl_table_find(f->out, name);
	for (i = 0; i < f->n && !err; i++) {
		const char *w = pl_table_label(f->in, from, f->cand[i].start);

		if (w)
			err = pl_table_word(f->out, to, w, strlen(w),
			    &f->out->col[to].x[i]);
	}
	return err;
}

static enum pl_err
add_value(const struct fold *f, const struct value *v, const char *name,
    const char *from)
{
	struct ask a = { f, NULL, 0, from ? pl_table_get(f->in, from) : NULL };
	enum pl_err err;
	double *x;

	if (from && !a.x)
		return PL_OK;
	if (from && f->in->col[pl_table_find(f->in, from)].words)
		return copy_words(f, name);
	err = pl_table_add(f->out, name, &x);
	for (a.i = 0; !err && a.i < f->n; a.i++) {
		a.r = &f->cand[a.i];
		if (a.r->phases || !v->phases)
			x[a.i] = v->ask(&a);
	}
	return err;
}

/* Tempo as it is spoken: descent-pause-ascent-top, the last without a top. */
static enum pl_err
add_tempo(const struct fold *f, const struct value *v)
{
	enum pl_err err = pl_table_add(f->out, v->name, NULL);
	int col = pl_table_find(f->out, v->name);
	struct ask a = { f, NULL, 0, NULL };

	for (a.i = 0; a.i < f->n && !err; a.i++) {
		char text[80];
		double top;
		int n;

		a.r = &f->cand[a.i];
		if (!a.r->phases)
			continue;
		n = snprintf(text, sizeof text, "%.1f-%.1f-%.1f", ecc_s(&a),
		    bottom_pause_s(&a), con_s(&a));
		top = top_pause_s(&a);
		if (!pl_missing(top))
			n += snprintf(text + n, sizeof text - (size_t)n,
			    "-%.1f", top);
		err = pl_table_word(f->out, col, text, (size_t)n,
		    &f->out->col[col].x[a.i]);
	}
	return err;
}

/* The three values of every moment_LEVEL_nm. */
static enum pl_err
add_moments(const struct fold *f)
{
	static const struct {
		const char *form;
		struct value v;
	} three[] = {
		{ "moment_%.*s_peak_nm", { NULL, NULL, peak, 1 } },
		{ "moment_%.*s_mean_nm", { NULL, NULL, mean, 1 } },
		{ "impulse_%.*s_nms", { NULL, NULL, impulse, 1 } },
	};
	enum pl_err err = PL_OK;
	char name[128];
	size_t c;
	int k;

	for (c = 0; c < f->in->cols && !err; c++) {
		const char *from = f->in->col[c].name;
		size_t n = strlen(from);

		if (n <= 10 || n > 64 || strncmp(from, "moment_", 7) != 0 ||
		    strcmp(from + n - 3, "_nm") != 0)
			continue;
		for (k = 0; k < 3 && !err; k++) {
			snprintf(name, sizeof name, three[k].form,
			    (int)(n - 10), from + 7);
			err = add_value(f, &three[k].v, name, from);
		}
	}
	return err;
}

static enum pl_err
fold_all(struct fold *f, struct pl_fault *fault)
{
	static const char *const lead[] = { "recording", "start_utc" };
	enum pl_err err = find_rows(f, fault);
	size_t i;

	if (!err)
		err = pl_table_resize(f->out, f->n);
	for (i = 0; i < 2 && !err; i++)
		if (pl_table_get(f->in, lead[i]))
			err = copy_words(f, lead[i]);
	for (i = 0; i < sizeof values / sizeof *values && !err; i++) {
		const struct value *v = &values[i];

		err = v->ask ? add_value(f, v, v->name, v->from) :
		    add_tempo(f, v);
	}
	return err ? err : add_moments(f);
}

enum pl_err
pl_rep_fold(const struct pl_table *in, struct pl_table *out,
    struct pl_fault *fault)
{
	struct fold f = { .in = in, .out = out };
	enum pl_err err;

	f.t = pl_table_get(in, "t_s");
	if (!pl_table_get(in, "cand"))
		return pl_fault_set(fault, PL_ECOLUMN, 0, "cand", NULL,
		    "no such column: plumb-segment makes it");
	err = pl_table_rate(in, &f.rate_hz, fault);
	if (!err)
		err = fold_all(&f, fault);
	free(f.cand);
	if (err)
		pl_table_free(out);
	return err;
}

size_t
pl_rep_count(const struct pl_table *reps)
{
	int col = pl_table_find(reps, "class");
	size_t i, n = 0;

	for (i = 0; i < reps->rows && col >= 0; i++)
		n += has_word(reps, col, i, "work") ||
		    has_word(reps, col, i, "partial");
	return n;
}
