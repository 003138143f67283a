#include "gravity.h"

#include <math.h>
#include <string.h>

#include "../header.h"

#define APART_S 0.2		/* a person turns far in more */

/* The columns of an acceleration; false if one is not there. */
static bool
find(const struct pl_raw *r, const char *const name[3], double *x[3])
{
	int a, c;

	for (a = 0; a < 3; a++) {
		c = pl_raw_find(r, name[a]);
		if (c < 0)
			return false;
		x[a] = r->col[c].x;
	}
	return true;
}

void
pl_gravity_add(struct pl_raw *r, const struct pl_raw *g,
    const char *const name[3])
{
	double shift = (double)(g->start_ns - r->start_ns) * 1e-9;
	double *x[3], *from[3];
	size_t i, k = 0, a;

	if (!find(r, name, x) || !find(g, name, from))
		return;
	for (i = 0; i < r->rows; i++) {
		double t = r->t_s[i] - shift, w = PL_MISSING, step;

		while (k + 1 < g->rows && g->t_s[k + 1] <= t)
			k++;
		step = k + 1 < g->rows ? g->t_s[k + 1] - g->t_s[k] : 0;
		if (g->rows && t == g->t_s[k])
			w = 0;
		else if (step > 0 && step < APART_S && t > g->t_s[k])
			w = (t - g->t_s[k]) / step;
		for (a = 0; a < 3; a++) {
			const double *y = from[a] + k;

			x[a][i] += w > 0 ? y[0] + w * (y[1] - y[0]) :
			    w == 0 ? y[0] : PL_MISSING;
		}
	}
}

double
pl_gravity_mean(const struct pl_raw *r, const char *const name[3])
{
	double *x[3], sum = 0;
	size_t i, n = 0;

	for (i = 0; find(r, name, x) && i < r->rows; i++) {
		double s = sqrt(x[0][i] * x[0][i] + x[1][i] * x[1][i] +
		    x[2][i] * x[2][i]);

		if (!pl_missing(s))
			sum += s, n++;
	}
	return n ? sum / (double)n : 0;
}

bool
pl_gravity_made(const char *path)
{
	const char *base = path ? strrchr(path, '/') : NULL;

	return path && pl_header_has(base ? base + 1 : path,
	    "gravity linear linearacceleration linearaccelerometer");
}
