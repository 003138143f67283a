#include "stress.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../../base/quat.h"
#include "../../base/unit.h"
#include "../../dsp/resample.h"
#include "../../imu/device.h"
#include "impair.h"

/* Uses of the seed; see impair.c. */
enum { LOSSES = 21, SLIP, APART = 100 };

/* One recording of a stream. */
struct again {
	const struct pl_stress *s;
	const struct pl_table *in;
	uint64_t seed;
	double rate_hz, clock;
	size_t rows;
	double *t_s;		/* true times of the new rows, from the first */
	double *stamp_s;	/* what the clock says of them */
	unsigned char *lost;
	double slip_at_s;	/* true, from the first; infinite without */
	struct pl_holes holes;
	double *new[6];		/* room for one sensor */
};

/* The row, between rows too, that is read as new row i. */
static double
row_at(const struct again *a, size_t i)
{
	double p = a->t_s[i] * a->rate_hz, last = (double)(a->in->rows - 1);
	double near = floor(p + .5);

	if (fabs(p - near) < 1e-6)	/* stamps are decimals, rows are not */
		p = near;
	return p < last ? p : last;
}

/* Turn a sample by what the strap has slipped. */
static void
slip(const struct again *a, pl_vec axis, double t_s, double x[6])
{
	double angle = a->s->slip_deg * PL_DEG, rate = 0;
	double u = (t_s - a->slip_at_s) / PL_STRESS_SLIP_S;
	pl_vec f = { x[0], x[1], x[2] }, w = { x[3], x[4], x[5] };
	pl_quat back;

	if (!(u > 0))
		return;
	if (u < 1) {
		rate = angle * PL_PI / 2 * pl_sin(PL_PI * u) /
		    PL_STRESS_SLIP_S;
		angle *= (1 - pl_cos(PL_PI * u)) / 2;
	}
	back = pl_quat_exp(pl_vec_scale(axis, -angle));
	f = pl_quat_rotate(back, f);
	w = pl_vec_add(pl_quat_rotate(back, w), pl_vec_scale(axis, rate));
	x[0] = f.x, x[1] = f.y, x[2] = f.z;
	x[3] = w.x, x[4] = w.y, x[5] = w.z;
}

static pl_vec
slip_axis(const struct again *a, unsigned number)
{
	struct pl_random r;
	double x, y;

	pl_random_seed(&r, a->seed, SLIP + (uint64_t)number * APART);
	x = pl_random_normal(&r);
	y = pl_random_normal(&r);
	return pl_vec_unit((pl_vec){ x, y, pl_random_normal(&r) });
}

/* The samples of a sensor as they are now, those lost missing, into a->new. */
static void
sample(struct again *a, const struct pl_device *d, unsigned number)
{
	pl_vec axis = slip_axis(a, number);
	struct pl_impair im;
	double x[6];
	size_t i;
	int k;

	pl_impair_init(&im, &a->s->grade, a->rate_hz, a->seed, number);
	for (i = 0; i < a->rows; i++) {
		double p = row_at(a, i);

		for (k = 0; k < 6; k++)
			x[k] = d->x[k] ? pl_resample_at(d->x[k],
			    a->in->rows, p) : 0;
		slip(a, axis, a->t_s[i], x);
		pl_impair_sample(&im, x);
		for (k = 0; k < 6; k++)
			a->new[k][i] = a->lost[i] ? PL_MISSING : x[k];
	}
}

/* What was lost is bridged, or stays missing; into the columns of out. */
static void
deliver(struct again *a, const struct pl_device *d, unsigned number,
    struct pl_table *out)
{
	const double *from[6];
	double *to[6];
	size_t k, cols = 0;

	for (k = 0; k < 6; k++)
		if (d->x[k]) {
			from[cols] = a->new[k];
			to[cols++] = pl_table_edit(out, d->name[k]);
		}
	if (a->s->lost > 0)
		pl_resample_grid(a->stamp_s, from, cols, a->rows,
		    pl_resample_hole(a->rate_hz), a->stamp_s[0], a->rate_hz,
		    a->rows, to, number ? NULL : &a->holes);
	for (k = 0; k < cols && !(a->s->lost > 0); k++)
		memcpy(to[k], from[k], a->rows * sizeof *to[k]);
}

static enum pl_err
record_all(struct again *a, struct pl_table *out, struct pl_fault *f)
{
	unsigned number = 0;
	struct pl_device d;
	enum pl_err err;
	bool begins;
	size_t c;

	for (c = 0; c < a->in->cols; c++) {
		err = pl_device_at(a->in, (int)c, &d, &begins, f);
		if (err)
			return err;
		if (!begins)
			continue;
		sample(a, &d, number);
		deliver(a, &d, number++, out);
	}
	return number ? PL_OK : pl_fault_set(f, PL_ECOLUMN, 0, "acc_x_m_s2",
	    NULL, "no such column, nor any of a sensor: plumb-read makes it");
}

/* A column that is no signal: at each instant that of the nearest row. */
static enum pl_err
carry(const struct again *a, int from, struct pl_table *out, int to)
{
	const struct pl_column *c = &a->in->col[from];
	enum pl_err err = PL_OK;
	size_t i;

	for (i = 0; i < a->rows && !err; i++) {
		size_t row = (size_t)(row_at(a, i) + .5);
		const char *word = pl_table_label(a->in, from, row);

		if (word)
			err = pl_table_word(out, to, word, strlen(word),
			    &out->col[to].x[i]);
		else if (!c->words)
			out->col[to].x[i] = c->x[row];
	}
	return err;
}

/* All columns that the new recording has, the sensors' still empty. */
static enum pl_err
lay_out(const struct again *a, struct pl_table *out)
{
	enum pl_err err = pl_table_resize(out, a->rows);
	size_t c;

	for (c = 0; c < a->in->cols && !err; c++) {
		const char *name = a->in->col[c].name;
		int to = (int)out->cols;
		bool time = strcmp(name, "t_s") == 0;
		double *x;

		if (!pl_device_lasts(a->in, name))
			continue;
		err = pl_table_add(out, name, &x);
		if (!err && time)
			memcpy(x, a->stamp_s, a->rows * sizeof *x);
		else if (!err && !pl_device_signal(name))
			err = carry(a, (int)c, out, to);
	}
	return err;
}

/* Times when nothing is heard come and last at random. */
static size_t
lose(struct again *a)
{
	double share = a->s->lost, t = 0, end, span, hole;
	struct pl_random r;
	size_t i = 0, n = 0;

	if (!(share > 0))
		return 0;
	pl_random_seed(&r, a->seed, LOSSES);
	span = (double)a->rows / a->rate_hz;
	hole = a->s->hole_s > 0 ? a->s->hole_s : PL_STRESS_HOLE_S;
	while (t < span) {
		t -= hole * (1 - share) / share *
		    pl_log(pl_random_uniform(&r));
		end = t - hole * pl_log(pl_random_uniform(&r));
		while (i < a->rows && (double)i / a->rate_hz < t)
			i++;
		for (; i < a->rows && (double)i / a->rate_hz < end; i++, n++)
			a->lost[i] = 1;
		t = end;
	}
	return n;
}

static void
set_times(struct again *a)
{
	const double *t = pl_table_get(a->in, "t_s");
	struct pl_impair im;
	struct pl_random r;
	double span;
	size_t i;

	pl_impair_init(&im, &a->s->grade, a->rate_hz, a->seed, 0);
	for (i = 0; i < a->rows; i++) {
		a->t_s[i] = pl_impair_instant(&im, i);
		a->stamp_s[i] = a->s->grade.clock > 0 ?
		    t[0] * a->clock + (double)i / a->rate_hz : t[i];
	}
	pl_random_seed(&r, a->seed, SLIP);
	span = (double)(a->in->rows - 1) / a->rate_hz;
	a->slip_at_s = a->s->slip_at_s > 0 ? a->s->slip_at_s - t[0] :
	    span * (.25 + .5 * pl_random_uniform(&r));
	if (!(a->s->slip_deg > 0))
		a->slip_at_s = HUGE_VAL;
}

static enum pl_err
make_room(struct again *a)
{
	bool all;
	int k;

	a->t_s = pl_mem_array(a->rows, sizeof *a->t_s);
	a->stamp_s = pl_mem_array(a->rows, sizeof *a->stamp_s);
	a->lost = pl_mem_array(a->rows, 1);
	all = a->t_s && a->stamp_s && a->lost;
	for (k = 0; k < 6; k++) {
		a->new[k] = pl_mem_array(a->rows, sizeof *a->new[k]);
		all = all && a->new[k];
	}
	return all ? PL_OK : PL_ENOMEM;
}

static void
free_room(struct again *a)
{
	int k;

	free(a->t_s);
	free(a->stamp_s);
	free(a->lost);
	for (k = 0; k < 6; k++)
		free(a->new[k]);
}

static double
clock_of(const struct pl_stress *s, uint64_t seed)
{
	struct pl_impair im;

	pl_impair_init(&im, &s->grade, 1, seed, 0);
	return im.clock;
}

enum pl_err
pl_stress_stream(const struct pl_stress *s, uint64_t seed,
    const struct pl_table *in, struct pl_table *out, struct pl_stressed *drawn,
    struct pl_fault *f)
{
	struct again a = { .s = s, .in = in, .seed = seed };
	struct pl_table made;
	enum pl_err err = pl_table_rate(in, &a.rate_hz, f);
	size_t lost = 0;
	double rows;

	if (err)
		return err;
	a.clock = clock_of(s, seed);
	rows = floor((double)(in->rows - 1) * a.clock + 1e-6) + 1;
	if (rows > PL_STRESS_ROWS_HI)
		return PL_ERANGE;
	a.rows = (size_t)rows;
	pl_table_init(&made);
	err = make_room(&a);
	if (!err) {
		set_times(&a);
		lost = lose(&a);
		err = lay_out(&a, &made);
	}
	if (!err)
		err = record_all(&a, &made, f);
	free_room(&a);
	if (err) {
		pl_table_free(&made);
		return err;
	}
	*drawn = (struct pl_stressed){ a.clock, s->slip_deg > 0 ? a.clock *
	    (pl_table_get(in, "t_s")[0] + a.slip_at_s) : PL_MISSING, lost,
	    a.holes.count, a.holes.longest_s };
	pl_table_free(out);
	*out = made;
	return PL_OK;
}

enum pl_err
pl_stress_reps(const struct pl_stress *s, uint64_t seed, struct pl_table *t,
    struct pl_stressed *drawn)
{
	double clock = clock_of(s, seed);
	size_t c, i;

	*drawn = (struct pl_stressed){ .clock = clock,
	    .slip_at_s = PL_MISSING };
	if (clock == 1)
		return PL_OK;
	for (c = 0; c < t->cols; c++) {
		const struct pl_unit *u = pl_unit_of(t->col[c].name);
		double *x = t->col[c].x;

		if (t->col[c].words || !u || strcmp(u->suffix, "_s") != 0)
			continue;
		t->col[c].settled = false;
		for (i = 0; i < t->rows; i++)
			x[i] *= clock;
	}
	pl_table_drop(t, "tempo");
	return PL_OK;
}
