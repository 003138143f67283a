#include "align.h"

#include <stdlib.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "../base/trig.h"
#include "../dsp/stat.h"

#define WINDOW_S 0.5		/* one step of a walk and more */

struct means {
	double *m[6];		/* running means of acc and gyr */
	size_t n;		/* windows; one begins at each row */
};

static void
means_free(struct means *m)
{
	int i;

	for (i = 0; i < 6; i++)
		free(m->m[i]);
}

static enum pl_err
means_make(struct means *m, const double *const acc[3],
    const double *const gyr[3], size_t n, double rate_hz)
{
	size_t w = (size_t)(WINDOW_S * rate_hz + 0.5);
	enum pl_err err = PL_OK;
	int i;

	w = w ? w : 1;
	if (n < w)
		return PL_ESTATE;
	m->n = n - w + 1;
	for (i = 0; i < 6 && !err; i++) {
		m->m[i] = pl_mem_array(n, sizeof(double));
		err = m->m[i] ? pl_stat_running(i < 3 ? acc[i] : gyr[i - 3],
		    n, w, m->m[i], NULL) : PL_ENOMEM;
	}
	return err;
}

static pl_vec
mean_at(const struct means *m, int first, size_t j)
{
	return (pl_vec){ m->m[first][j], m->m[first + 1][j],
	    m->m[first + 2][j] };
}

/* The principal axis of the turning across up, and its share of it. */
static pl_vec
flexion_axis(const struct means *m, pl_vec up, double *share)
{
	double aa = 0, ab = 0, bb = 0, angle, root;
	pl_vec a, b;
	size_t j;

	pl_vec_across(up, &a, &b);
	for (j = 0; j < m->n; j++) {
		pl_vec w = mean_at(m, 3, j);
		double x = pl_vec_dot(w, a), y = pl_vec_dot(w, b);

		if (pl_missing(x))
			continue;
		aa += x * x;
		ab += x * y;
		bb += y * y;
	}
	angle = pl_atan2(2 * ab, aa - bb) / 2;
	root = sqrt((aa - bb) * (aa - bb) + 4 * ab * ab);
	*share = aa + bb > 0 ? (aa + bb + root) / (2 * (aa + bb)) : 0.5;
	return pl_vec_add(pl_vec_scale(a, pl_cos(angle)),
	    pl_vec_scale(b, pl_sin(angle)));
}

/* How far gravity says that the trunk leans along fwd, more than against it:
 * 1 if always, -1 if always against.  Leaning forward moves up backwards. */
static double
forward_share(const struct means *m, pl_vec fwd)
{
	double s = 0, all = 0;
	size_t j;

	for (j = 0; j < m->n; j++) {
		double d = -pl_vec_dot(pl_vec_unit(mean_at(m, 0, j)), fwd);

		if (pl_missing(d))
			continue;
		s += d * fabs(d);
		all += d * d;
	}
	return all > 0 ? s / all : 0;
}

enum pl_err
pl_align_find(const double *const acc[3], const double *const gyr[3], size_t n,
    double rate_hz, const struct pl_align_known *known, struct pl_align *out)
{
	struct means m = { .n = 0 };
	struct pl_align a = { .up = pl_vec_unit(known->up) };
	enum pl_err err = means_make(&m, acc, gyr, n, rate_hz);
	pl_vec fwd = known->fwd;

	if (!err) {
		a.right = flexion_axis(&m, a.up, &a.axis_share);
		if (pl_vec_norm(fwd) > 0) {
			fwd = pl_vec_sub(fwd, pl_vec_scale(a.up,
			    pl_vec_dot(fwd, a.up)));
			err = pl_vec_norm(fwd) < 0.5 ? PL_ERANGE : PL_OK;
			a.fwd = pl_vec_unit(fwd);
			a.sign_share = forward_share(&m, a.fwd);
		} else {
			a.fwd = pl_vec_cross(a.up, a.right);
			a.sign_share = forward_share(&m, a.fwd);
			if (a.sign_share < 0) {
				a.fwd = pl_vec_scale(a.fwd, -1);
				a.sign_share = -a.sign_share;
			}
		}
		a.right = pl_vec_cross(a.fwd, a.up);
	}
	means_free(&m);
	if (!err)
		*out = a;
	return err;
}

void
pl_align_lean(struct pl_align *a, double lean_rad)
{
	double c = pl_cos(lean_rad), s = pl_sin(lean_rad);
	pl_vec up = a->up, fwd = a->fwd;

	a->up = pl_vec_add(pl_vec_scale(up, c), pl_vec_scale(fwd, s));
	a->fwd = pl_vec_sub(pl_vec_scale(fwd, c), pl_vec_scale(up, s));
}

void
pl_align_apply(const struct pl_align *a, const double *const v[3], size_t n,
    double *const to[3])
{
	const double *restrict x = v[0], *restrict y = v[1], *restrict z = v[2];
	const pl_vec axis[3] = { a->fwd, a->up, a->right };
	size_t i;
	int c;

	for (c = 0; c < 3; c++) {
		double *restrict out = to[c];
		const pl_vec e = axis[c];

		for (i = 0; i < n; i++)
			out[i] = e.x * x[i] + e.y * y[i] + e.z * z[i];
	}
}
