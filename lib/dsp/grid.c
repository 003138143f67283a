#include "grid.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"

#define FAR 4e9			/* s, as nanoseconds in 64 bits */
#define SHARE_S 1.0		/* two parts of one recording share this much */

#define TIME_SD 0.2		/* of a row: its instant is known so well */

enum { MOSTLY = 16, FEW = 1000000 };	/* rows of grid for each of data */

static enum pl_err
tidy(struct pl_grid_part *p, struct pl_fault *f)
{
	struct pl_raw *r = p->raw;
	double **x = pl_mem_array(r->cols, sizeof *x);
	enum pl_err err;
	size_t c;

	if (!x)
		return PL_ENOMEM;
	for (c = 0; c < r->cols; c++)
		x[c] = r->col[c].x;
	err = pl_tidy_rows(r->t_s, x, r->cols, &r->rows, &p->tidied);
	free(x);
	if (err == PL_ESHORT && p->tidied.coarse_s > 0)
		return pl_fault_set(f, err, 0, NULL, NULL, "its stamps are %g "
		    "s apart, with many rows to each, and too few to tell "
		    "their rate: leave them out, and say -r HZ",
		    p->tidied.coarse_s);
	if (err == PL_EUNEVEN)
		return pl_fault_set(f, err, 0, NULL, NULL, "many rows share a "
		    "stamp, and no even rate fits where it changes");
	if (!err)
		err = pl_resample_rate(r->t_s, r->rows, &p->rate_hz);
	if (err == PL_ESHORT)
		pl_fault_set(f, err, 0, NULL, NULL, "its time stands still: "
		    "all rows have one stamp");
	if (err)
		return err;
	/* a stamp that rows share is that of their arrival: late, not
	 * scattered, and the line through it is none */
	if (r->rate_hz > 0)
		p->rate_hz = r->rate_hz;
	else if (!p->tidied.spread)
		p->rate_hz = pl_resample_regress(r->t_s, r->rows, p->rate_hz);
	p->from_s = r->t_s[0];
	p->to_s = r->t_s[r->rows - 1];
	p->time_sd_s = pl_resample_scatter(r->t_s, r->rows, p->rate_hz);
	return PL_OK;
}

enum pl_err
pl_grid_part(struct pl_grid_part *p, struct pl_raw *r, double given_hz,
    struct pl_fault *f)
{
	enum pl_err err = PL_OK;

	*p = (struct pl_grid_part){ .raw = r };
	if (r->t_s)
		err = tidy(p, f);
	else {
		p->rate_hz = given_hz > 0 ? given_hz : r->rate_hz;
		if (!(p->rate_hz > 0))
			return pl_fault_set(f, PL_ESTATE, 0, NULL, NULL,
			    "neither a column of time nor a rate: name one "
			    "with -c t_ms=..., or say -r HZ");
		p->to_s = (double)(r->rows - 1) / p->rate_hz;
	}
	p->hole_s = pl_resample_hole(p->rate_hz);
	p->time_sd_s = fmax(fmax(p->time_sd_s, r->time_sd_s),
	    TIME_SD / p->rate_hz);
	return err;
}

/* The grid in the time of each part. */
struct grid {
	double rate_hz, offset_s[2];
	size_t rows;
};

static enum pl_err
lay(struct grid *g, const struct pl_grid_part *p, int parts, double given_hz,
    struct pl_fault *f)
{
	double from = p[0].from_s, to = p[0].to_s, shift = 0, most;

	g->rate_hz = p[0].rate_hz;
	if (parts == 2) {
		if ((!p[0].raw->dated || !p[1].raw->dated) &&
		    !(p[0].raw->one_clock && p[1].raw->one_clock))
			return pl_fault_set(f, PL_ESTATE, 0, NULL, NULL,
			    "two files are joined on absolute time, and the "
			    "%s has none (since 1970, or Start: with a zone)",
			    p[0].raw->dated ? "second" : "first");
		/* time 0 of the second on the clock of the first */
		shift = (double)(p[1].raw->start_ns - p[0].raw->start_ns) *
		    1e-9;
		from = fmax(from, p[1].from_s + shift);
		to = fmin(to, p[1].to_s + shift);
		g->rate_hz = fmax(g->rate_hz, p[1].rate_hz);
		if (!(to - from >= SHARE_S))
			return pl_fault_set(f, PL_ESTATE, 0, NULL, NULL,
			    "the two files share %.3g s of time: not one "
			    "recording", fmax(0, to - from));
	}
	if (given_hz > 0)
		g->rate_hz = given_hz;
	g->offset_s[0] = from;
	g->offset_s[1] = from - shift;
	most = MOSTLY * (double)p[0].raw->rows * g->rate_hz / p[0].rate_hz +
	    FEW;
	if (!((to - from) * g->rate_hz < most))
		return pl_fault_set(f, PL_ERANGE, 0, NULL, NULL,
		    "%zu rows in %.6g s: nearly all of it is a hole: cut the "
		    "file there", p[0].raw->rows, to - from);
	/* a hair more, for the last stamp lies on the grid but for rounding */
	g->rows = (size_t)floor((to - from) * g->rate_hz + 1e-6) + 1;
	return PL_OK;
}

static bool
gaps(double *const *x, size_t cols, size_t n)
{
	size_t i, bad = 0, a;

	for (a = 0; a < cols; a++)
		for (i = 0; i < n; i++)
			bad += pl_missing(x[a][i]);
	return bad > 0;
}

/* Give even rows their times. */
static enum pl_err
stamp(struct pl_grid_part *p)
{
	struct pl_raw *r = p->raw;
	size_t i;

	r->t_s = pl_mem_array(r->rows, sizeof *r->t_s);
	if (!r->t_s)
		return PL_ENOMEM;
	for (i = 0; i < r->rows; i++)
		r->t_s[i] = (double)i / p->rate_hz;
	return PL_OK;
}

/* q and -q are one rotation: between two rows it turns the short way. */
static void
go_on(double *const q[4], size_t n)
{
	size_t i, last = 0, k;

	for (i = 1; i < n; i++) {
		double dot = 0;

		for (k = 0; k < 4; k++)
			dot += q[k][i] * q[k][last];
		for (k = 0; dot < 0 && k < 4; k++)
			q[k][i] = -q[k][i];
		last = pl_missing(dot) ? last : i;
	}
}

static void
make_unit(double *const q[4], size_t n)
{
	size_t i, k;

	for (i = 0; i < n; i++) {
		double sum = 0;

		for (k = 0; k < 4; k++)
			sum += q[k][i] * q[k][i];
		for (k = 0; sum > 0 && k < 4; k++)
			q[k][i] /= sqrt(sum);
	}
}

/* Bring the sensor whose first axis is column c of a part to the grid. */
static enum pl_err
place(struct pl_table *t, struct pl_grid_part *p, size_t c, const char *axes,
    const struct grid *g, double offset_s, struct pl_fault *f)
{
	const struct pl_raw *r = p->raw;
	size_t at, cols = strlen(axes), a;
	struct pl_holes h = { 0 };
	double *x[4], *to[4];
	char name[96];

	snprintf(name, sizeof name, "%s", r->col[c].name);
	at = (size_t)(strrchr(name, *axes) - name);
	for (a = 0; a < cols; a++) {
		name[at] = axes[a];
		x[a] = r->col[pl_raw_find(r, name)].x;
		if (pl_table_find(t, name) >= 0)
			return pl_fault_set(f, PL_EFORMAT, 0, name, NULL,
			    "both files have it: the second must bring what "
			    "the first lacks");
		if (pl_table_add(t, name, &to[a]))
			return PL_ENOMEM;
	}
	/* rows that stand on the grid already keep every bit */
	if (!r->t_s && g->rows == r->rows && g->rate_hz == p->rate_hz &&
	    offset_s == 0 && !gaps(x, cols, r->rows)) {
		for (a = 0; a < cols; a++)
			memcpy(to[a], x[a], r->rows * sizeof *to[a]);
		return PL_OK;
	}
	if (!r->t_s && stamp(p))
		return PL_ENOMEM;
	if (cols == 4)
		go_on(x, r->rows);
	pl_resample_grid(r->t_s, (const double *const *)x, cols, r->rows,
	    p->hole_s, offset_s, g->rate_hz, g->rows, to, &h);
	if (cols == 4)
		make_unit(to, g->rows);
	h.at_s -= offset_s;
	if (h.count > p->holes.count)
		p->holes = h;
	return PL_OK;
}

/* All sensors of a part, the accelerometers first. */
static enum pl_err
place_all(struct pl_table *t, struct pl_grid_part *p, const struct grid *g,
    double offset_s, struct pl_fault *f)
{
	static const struct { const char *name, *axes; } kind[] = {
		{ "acc_x_m_s2", "xyz" }, { "gyr_x_rad_s", "xyz" },
		{ "q_w", "wxyz" } };
	enum pl_err err = PL_OK;
	size_t c, k;

	for (k = 0; k < 3; k++)
		for (c = 0; !err && c < p->raw->cols; c++)
			if (strstr(p->raw->col[c].name, kind[k].name))
				err = place(t, p, c, kind[k].axes, g,
				    offset_s, f);
	return err;
}

/* Say how well the instants of the accelerometer are known. */
static enum pl_err
add_time_sd(struct pl_table *t, const struct pl_grid_part *p, int parts,
    double rate_hz)
{
	double *x, sd = 0;
	size_t c, i;

	for (; parts--; p++)
		for (c = 0; c < p->raw->cols; c++)
			if (strstr(p->raw->col[c].name, "acc_x_m_s2"))
				sd = fmax(sd, p->time_sd_s);
	if (sd < 1.01 * TIME_SD / rate_hz)
		return PL_OK;
	if (pl_table_add(t, "time_sd_s", &x))
		return PL_ENOMEM;
	for (i = 0; i < t->rows; i++)
		x[i] = sd;
	return PL_OK;
}

enum pl_err
pl_grid_join(struct pl_table *t, struct pl_grid_part *p, int parts,
    double given_hz, int64_t *start_ns, struct pl_fault *f)
{
	struct grid g = { 0 };
	enum pl_err err = lay(&g, p, parts, given_hz, f);
	double *x;
	size_t i;
	int k;

	if (err)
		return err;
	if (pl_table_resize(t, g.rows) || pl_table_add(t, "t_s", &x))
		err = PL_ENOMEM;
	for (i = 0; !err && i < g.rows; i++)
		x[i] = (double)i / g.rate_hz;
	for (k = 0; !err && k < parts; k++)
		err = place_all(t, &p[k], &g, g.offset_s[k], f);
	if (!err)
		err = add_time_sd(t, p, parts, g.rate_hz);
	*start_ns = p[0].raw->start_ns;
	if (fabs(g.offset_s[0]) < FAR)
		*start_ns += (int64_t)floor(g.offset_s[0] * 1e9 + 0.5);
	if (err)
		pl_table_free(t);
	return err;
}
