#include "poses.h"

#include <math.h>
#include <stdlib.h>

#include "../base/unit.h"
#include "still.h"

#define KNOWN_SD 0.002		/* m/s^2, of a mean at best */
#define OFFSET_SD 0.5		/* m/s^2, beforehand */
#define GAIN_SD 0.02
#define CROSS_SD 0.005
#define OFFSET_TOLD 0.05	/* m/s^2, SD */
#define GAIN_TOLD 0.005
#define GAIN_MOST 0.1
#define RESIDUAL_MOST 0.1	/* m/s^2, RMS */
#define APART 0.939693		/* cosine of 20 deg */
#define FLAT 0.173648		/* sine of 10 deg */
#define BELIEVED 4.0		/* stretches that scatter as they claim */
enum { SIX = 6, NINE = 9, STEPS = 30 };

/* How many directions there are, and do they lie in one plane? */
static void
directions(const struct pl_still *p, size_t n, struct pl_poses *to)
{
	pl_vec seen[PL_POSES_CROSS], across;
	double most;
	size_t i, j, k;

	for (i = 0; i < n && to->directions < PL_POSES_CROSS; i++) {
		pl_vec d = pl_vec_unit(p[i].f);

		for (j = 0; j < to->directions; j++)
			if (pl_vec_dot(d, seen[j]) > APART)
				break;
		if (j == to->directions)
			seen[to->directions++] = d;
	}
	/* the plane of some two from which the others are least away */
	to->flat = false;
	for (i = 0; i < to->directions; i++)
		for (j = i + 1; j < to->directions; j++) {
			across = pl_vec_cross(seen[i], seen[j]);
			if (pl_vec_norm(across) < FLAT)
				continue;
			across = pl_vec_unit(across);
			for (k = 0, most = 0; k < to->directions; k++)
				most = fmax(most, fabs(pl_vec_dot(across,
				    seen[k])));
			to->flat = to->flat || most < FLAT;
		}
	to->flat = to->flat || to->directions < 3;
}

/* Offsets, inverse gains less 1, cross terms xy xz yz; only those that are
 * free move. */
struct guess { double x[NINE], var[NINE]; bool free[NINE]; };

/* K of a vector. */
static pl_vec
stretch(const double x[NINE], pl_vec d)
{
	return (pl_vec){ (1 + x[3]) * d.x + x[6] * d.y + x[7] * d.z,
	    x[6] * d.x + (1 + x[4]) * d.y + x[8] * d.z,
	    x[7] * d.x + x[8] * d.y + (1 + x[5]) * d.z };
}

static pl_vec
right(const double x[NINE], pl_vec f)
{
	return stretch(x, pl_vec_sub(f, (pl_vec){ x[0], x[1], x[2] }));
}

/* How |K (f - b)| changes with each unknown. */
static void
slopes(const double x[NINE], pl_vec f, double to[NINE])
{
	pl_vec d = pl_vec_sub(f, (pl_vec){ x[0], x[1], x[2] });
	pl_vec u = pl_vec_unit(stretch(x, d)), b = stretch(x, u);

	to[0] = -b.x;
	to[1] = -b.y;
	to[2] = -b.z;
	to[3] = u.x * d.x;
	to[4] = u.y * d.y;
	to[5] = u.z * d.z;
	to[6] = u.x * d.y + u.y * d.x;
	to[7] = u.x * d.z + u.z * d.x;
	to[8] = u.y * d.z + u.z * d.y;
}

/* The inverse of a symmetric, positive definite matrix, in place: by Gauss &
 * Jordan, without pivots. */
static void
invert(double a[NINE][NINE])
{
	int i, j, k;

	for (k = 0; k < NINE; k++) {
		double p = 1 / a[k][k];

		a[k][k] = 1;
		for (j = 0; j < NINE; j++)
			a[k][j] *= p;
		for (i = 0; i < NINE; i++) {
			double m = a[i][k];

			if (i == k)
				continue;
			a[i][k] = 0;
			for (j = 0; j < NINE; j++)
				a[i][j] -= m * a[k][j];
		}
	}
}

static double
variance(const struct pl_still *p)
{
	return p->sd * p->sd + KNOWN_SD * KNOWN_SD;
}

static double
prior_sd(int i)
{
	return i < 3 ? OFFSET_SD : i < SIX ? GAIN_SD : CROSS_SD;
}

/* A step of Gauss & Newton.  Returns its length in prior SDs. */
static double
step(const struct pl_still *p, size_t count, struct guess *g)
{
	double a[NINE][NINE] = { { 0 } }, down[NINE] = { 0 }, s[NINE], r;
	double moved = 0;
	size_t k;
	int i, j;

	for (i = 0; i < NINE; i++) {
		a[i][i] = 1 / (prior_sd(i) * prior_sd(i));
		down[i] = -g->x[i] * a[i][i];
	}
	for (k = 0; k < count; k++) {
		double w = 1 / variance(&p[k]);

		r = pl_vec_norm(right(g->x, p[k].f)) - PL_GRAVITY;
		slopes(g->x, p[k].f, s);
		for (i = 0; i < NINE; i++) {
			s[i] = g->free[i] ? s[i] : 0;
			down[i] -= w * s[i] * r;
			for (j = 0; j <= i; j++)
				a[i][j] += w * s[i] * s[j];
		}
	}
	for (i = 0; i < NINE; i++)
		for (j = 0; j < i; j++)
			a[j][i] = a[i][j];
	invert(a);
	for (i = 0; i < NINE; i++) {
		double d = 0;

		for (j = 0; j < NINE; j++)
			d += a[i][j] * down[j];
		g->x[i] += d;
		g->var[i] = a[i][i];
		moved = fmax(moved, fabs(d) / prior_sd(i));
	}
	return moved;
}

static void
solve(const struct pl_still *p, size_t count, struct guess *g)
{
	int i;

	for (i = 0; i < NINE; i++)
		g->x[i] = 0;
	for (i = 0; i < STEPS && step(p, count, g) > 1e-9; i++)
		;
}

/* The SDs, by how the stretches scatter, and what they tell. */
static void
weigh(const struct pl_still *p, size_t count, const struct guess *g,
    struct pl_poses *to)
{
	double sum = BELIEVED, left = BELIEVED + (double)count, squares = 0;
	size_t k;
	int i, c;

	for (k = 0; k < count; k++) {
		double r = pl_vec_norm(right(g->x, p[k].f)) - PL_GRAVITY;

		squares += r * r;
		sum += r * r / variance(&p[k]);
	}
	to->residual_m_s2 = sqrt(squares / (double)count);
	/* unknowns that the poses have told are spent */
	for (i = 0; i < NINE; i++)
		left -= 1 - g->var[i] / (prior_sd(i) * prior_sd(i));
	for (c = 0; c < 3; c++) {
		double scale = sqrt(fmax(1, sum / left));

		to->offset_sd[c] = fmin(OFFSET_SD, scale * sqrt(g->var[c]));
		to->gain_sd[c] = fmin(GAIN_SD, scale * sqrt(g->var[3 + c]));
		to->offset_told[c] = to->offset_sd[c] < OFFSET_TOLD;
		to->gain_told[c] = to->gain_sd[c] < GAIN_TOLD;
	}
}

static void
answer(const struct guess *g, struct pl_poses *to)
{
	int c;

	for (c = 0; c < 3; c++) {
		to->offset[c] = g->x[c];
		to->gain[c] = 1 / (1 + g->x[3 + c]);
		to->cross[c] = g->x[SIX + c];
	}
}

static enum pl_err
doubt(const struct pl_poses *p, struct pl_fault *f)
{
	int c;

	for (c = 0; c < 3; c++)
		if (!(fabs(p->gain[c] - 1) <= GAIN_MOST))
			return pl_fault_set(f, PL_ESTATE, 0, NULL, NULL, "a "
			    "gain of %.3f on %c: beyond 10 %%: are these poses "
			    "of this sensor, in m/s2?", p->gain[c], 'x' + c);
	if (!(p->residual_m_s2 <= RESIDUAL_MOST))
		return pl_fault_set(f, PL_ESTATE, 0, NULL, NULL, "no gain and "
		    "offset make |acc| one: %.2f m/s2 (RMS) are left: lay it "
		    "down still in each pose", p->residual_m_s2);
	return PL_OK;
}

enum pl_err
pl_poses_find(const double *const acc[3], const double *const gyr[3],
    size_t n, double rate_hz, struct pl_poses *out, struct pl_fault *f)
{
	struct pl_poses found = { .directions = 0 };
	struct guess g;
	struct pl_still *pose = NULL;
	size_t count = 0, k;
	enum pl_err err = pl_still_find(acc, gyr, n, rate_hz, &pose, &count);
	int i;

	for (k = 0; k < count; k++)
		found.still_s += pose[k].s;
	if (!err && !count)
		err = pl_fault_set(f, PL_ESTATE, 0, NULL, NULL, "nowhere still "
		    "for 1 s: lay the sensor down in six or more poses, 3 s "
		    "each");
	if (!err) {
		directions(pose, count, &found);
		for (i = 0; i < NINE; i++)
			g.free[i] = i < SIX ||
			    (found.directions >= PL_POSES_CROSS && !found.flat);
		solve(pose, count, &g);
		weigh(pose, count, &g, &found);
		/* what is not told stays as it was */
		for (i = 0; i < 3; i++) {
			g.free[i] = found.offset_told[i];
			g.free[3 + i] = found.gain_told[i];
		}
		solve(pose, count, &g);
		answer(&g, &found);
		err = doubt(&found, f);
	}
	free(pose);
	if (!err)
		*out = found;
	return err;
}

void
pl_poses_apply(const struct pl_poses *p, const double *const acc[3], size_t n,
    double *const to[3])
{
	double x[NINE];
	size_t i;
	int c;

	for (c = 0; c < 3; c++) {
		x[c] = p->offset[c];
		x[3 + c] = 1 / p->gain[c] - 1;
		x[SIX + c] = p->cross[c];
	}
	for (i = 0; i < n; i++) {
		pl_vec f = right(x, (pl_vec){ acc[0][i], acc[1][i],
		    acc[2][i] });

		to[0][i] = f.x;
		to[1][i] = f.y;
		to[2][i] = f.z;
	}
}
