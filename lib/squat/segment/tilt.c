#include "tilt.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../../base/num.h"
#include "../../base/trig.h"
#include "../../dsp/resample.h"
#include "../../dsp/sos.h"
#include "../../dsp/stat.h"
#include "../../imu/rest.h"

#define RATE_LEAST 5.0		/* Hz */
#define LEAN_HZ 0.8
#define PUSH_HZ 2.0
#define BENT (70 * PL_DEG)
#define STRETCH_S 2.0		/* the most that a stretch of rest counts */
#define APART 0.7		/* cosine of 45 deg */

void
pl_tilt_free(struct pl_tilt *f)
{
	int c;

	for (c = 0; c < 3; c++)
		free(f->g[c]);
	free(f->size);
	free(f->slow);
	free(f->hole);
	free(f->weight);
	free(f->tilt);
	free(f->lean);
	free(f->scratch);
	*f = (struct pl_tilt){ 0 };
}

static enum pl_err
take_room(struct pl_tilt *f, size_t n)
{
	double **all[] = { &f->g[0], &f->g[1], &f->g[2], &f->size, &f->slow,
	    &f->hole, &f->weight, &f->tilt, &f->lean, &f->scratch };
	size_t i;

	for (i = 0; i < sizeof all / sizeof *all; i++) {
		*all[i] = pl_mem_array(n, sizeof(double));
		if (!*all[i])
			return PL_ENOMEM;
	}
	return PL_OK;
}

/* A copy without holes: lines within, the nearest value beyond the ends. */
static enum pl_err
fill(struct pl_tilt *f, const double *from, double *to)
{
	size_t first = 0, last = f->n, i;

	while (first < f->n && pl_missing(from[first]))
		first++;
	if (first == f->n)
		return PL_ESTATE;
	while (pl_missing(from[last - 1]))
		last--;
	memcpy(to, from, f->n * sizeof *to);
	pl_resample_bridge(to, f->n, f->rate_hz, INFINITY, f->hole);
	for (i = 0; i < first; i++)
		to[i] = to[first];
	for (i = last; i < f->n; i++)
		to[i] = to[last - 1];
	return PL_OK;
}

static pl_vec
at(const struct pl_tilt *f, size_t i)
{
	return (pl_vec){ f->g[0][i], f->g[1][i], f->g[2][i] };
}

/* Low-pass, where the rate leaves anything to take out. */
static enum pl_err
slow_down(struct pl_tilt *f, double hz, double *const *x, int cols)
{
	struct pl_sos s;
	enum pl_err err;

	if (hz >= 0.45 * f->rate_hz)
		return PL_OK;
	err = pl_sos_lowpass(&s, 2, hz, f->rate_hz);
	return err ? err : pl_sos_zerophase(&s, x, cols, f->n);
}

static enum pl_err
take(struct pl_tilt *f, const double *const acc[3])
{
	enum pl_err err = take_room(f, f->n);
	size_t i;
	int c;

	for (c = 0; c < 3 && !err; c++)
		err = fill(f, acc[c], f->g[c]);
	if (err)
		return err;
	for (i = 0; i < f->n; i++) {
		f->size[i] = pl_vec_norm(at(f, i));
		f->scratch[i] = f->slow[i] = f->size[i];
	}
	/* what this accelerometer reads for gravity */
	f->gravity = pl_stat_median(f->scratch, f->n);
	err = slow_down(f, PUSH_HZ, &f->slow, 1);
	if (!err)
		err = slow_down(f, LEAN_HZ, f->g, 3);
	for (i = 0; i < f->n && !err; i++) {
		double norm = pl_vec_norm(at(f, i));

		for (c = 0; c < 3; c++)
			f->g[c][i] /= norm > 0 ? norm : 1;
	}
	return err;
}

/* What each row says about the stance: a stretch of rest no more than
 * STRETCH_S. */
static enum pl_err
weigh(struct pl_tilt *f, const double *const acc[3])
{
	unsigned char *rest = pl_mem_array(f->n, 1);
	enum pl_err err = rest ? pl_rest_find(acc, NULL, f->n, f->rate_hz,
	    rest) : PL_ENOMEM;
	struct pl_span s;
	size_t i, from = 0;

	for (i = 0; i < f->n; i++)
		f->weight[i] = 1;
	while (!err && pl_rest_next(rest, f->n, from, &s)) {
		double most = STRETCH_S * f->rate_hz / (double)(s.to - s.from);

		for (i = s.from; i < s.to && most < 1; i++)
			f->weight[i] = most;
		from = s.to;
	}
	free(rest);
	return err;
}

/* Weiszfeld's iteration. */
pl_vec
pl_tilt_stance(const struct pl_tilt *f, const pl_vec *found, int k)
{
	pl_vec u = { 0, 0, 0 }, s;
	int round, j, apart;
	size_t i;

	for (round = 0; round < 40; round++) {
		s = (pl_vec){ 0, 0, 0 };
		for (i = 0; i < f->n; i++) {
			pl_vec g = at(f, i);
			double d = round ? pl_vec_norm(pl_vec_sub(g, u)) : 1;

			for (j = 0, apart = 1; j < k; j++)
				apart &= pl_vec_dot(g, found[j]) < APART;
			if (apart)
				s = pl_vec_add(s, pl_vec_scale(g, f->weight[i] /
				    (d > 0.01 ? d : 0.01)));
		}
		if (!(pl_vec_norm(s) > 0))
			return s;
		u = pl_vec_unit(s);
	}
	return u;
}

/* Which way across the stance the trunk leans most, and rather than back:
 * where the third moment is. */
static pl_vec
forward(const struct pl_tilt *f, pl_vec up)
{
	double xx = 0, xy = 0, yy = 0, x, y, cubes = 0;
	pl_vec a, b, w;
	size_t i;

	pl_vec_across(up, &a, &b);
	for (i = 0; i < f->n; i++)
		if (f->tilt[i] < BENT) {
			x = pl_vec_dot(at(f, i), a);
			y = pl_vec_dot(at(f, i), b);
			xx += x * x, xy += x * y, yy += y * y;
		}
	x = pl_atan2(2 * xy, xx - yy) / 2;
	w = pl_vec_add(pl_vec_scale(a, pl_cos(x)), pl_vec_scale(b, pl_sin(x)));
	for (i = 0; i < f->n; i++)
		if (f->tilt[i] < BENT) {
			y = pl_vec_dot(at(f, i), w);
			cubes += y * y * y;
		}
	return cubes < 0 ? pl_vec_scale(w, -1) : w;
}

void
pl_tilt_lean(struct pl_tilt *f, pl_vec up)
{
	pl_vec fwd;
	size_t i;

	for (i = 0; i < f->n; i++)
		f->tilt[i] = pl_atan2(pl_vec_norm(pl_vec_cross(at(f, i), up)),
		    pl_vec_dot(at(f, i), up));
	fwd = forward(f, up);
	for (i = 0; i < f->n; i++)
		f->lean[i] = pl_atan2(pl_vec_dot(at(f, i), fwd),
		    pl_vec_dot(at(f, i), up));
}

enum pl_err
pl_tilt_init(struct pl_tilt *f, const double *const acc[3], size_t n,
    double rate_hz)
{
	enum pl_err err;

	*f = (struct pl_tilt){ .n = n, .rate_hz = rate_hz };
	if (n < 3)
		return PL_ESHORT;
	if (!(rate_hz >= RATE_LEAST))
		return PL_ERANGE;
	err = take(f, acc);
	if (!err)
		err = weigh(f, acc);
	if (err)
		pl_tilt_free(f);
	return err;
}
