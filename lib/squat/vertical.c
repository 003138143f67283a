#include "vertical.h"

#include <stdlib.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "../base/quat.h"
#include "../base/unit.h"

#define EPOCH_S 0.05
#define VEL_NOISE 0.01			/* m/s/sqrt(s) */
#define JUMP_TIME 0.2			/* of a sample */
#define HOLE_ACC 2.0			/* m/s^2 */
#define ERROR_WALK 0.015		/* m/s^2/sqrt(s) */
#define ERROR_START 0.3			/* m/s^2 */
#define VEL_PRIOR 0.5			/* m/s, once in VEL_EACH_S */
#define VEL_EACH_S 0.5
#define REST_VEL 0.03			/* m/s, once a second */
#define ANCHOR_VEL 0.05			/* m/s */
#define ANCHOR_HEIGHT 0.03		/* m */

enum { HEIGHT, VEL, ERROR, STATES };

void
pl_vertical_free(struct pl_vertical *v)
{
	free(v->acc);
	free(v->jump);
	free(v->vel);
	free(v->height);
	pl_chain_free(&v->chain);
	*v = (struct pl_vertical){ 0 };
}

static size_t
epochs(const struct pl_vertical *v)
{
	return (v->n - 1 + v->step - 1) / v->step;
}

/* The rows between which epoch k lies. */
static size_t
begin_of(const struct pl_vertical *v, size_t k)
{
	return k * v->step < v->n ? k * v->step : v->n - 1;
}

static void
take_rows(struct pl_vertical *v, const double *const acc[3],
    const double *const q[4])
{
	pl_vec last = { 0, 0, 0 };
	size_t i;

	for (i = 0; i < v->n; i++) {
		pl_vec f = { acc[0][i], acc[1][i], acc[2][i] };
		pl_quat r = { q[0][i], q[1][i], q[2][i], q[3][i] };

		v->acc[i] = pl_quat_rotate(r, f).z - PL_GRAVITY;
		v->jump[i] = i ? pl_vec_norm(pl_vec_sub(f, last)) : 0;
		if (pl_missing(v->jump[i]))
			v->jump[i] = 0;
		last = f;
	}
}

enum pl_err
pl_vertical_init(struct pl_vertical *v, const double *const acc[3],
    const double *const q[4], const unsigned char *rest, size_t n,
    double rate_hz)
{
	enum pl_err err;

	*v = (struct pl_vertical){ .n = n, .rate_hz = rate_hz, .rest = rest };
	if (n < 3)
		return PL_ESHORT;
	v->step = (size_t)(EPOCH_S * rate_hz + 0.5);
	if (!v->step)
		v->step = 1;
	v->acc = pl_mem_array(n, sizeof(double));
	v->jump = pl_mem_array(n, sizeof(double));
	v->vel = pl_mem_array(n, sizeof(double));
	v->height = pl_mem_array(n, sizeof(double));
	err = v->acc && v->jump && v->vel && v->height ?
	    pl_chain_init(&v->chain, epochs(v) + 1, STATES, 1) : PL_ENOMEM;
	if (err) {
		pl_vertical_free(v);
		return err;
	}
	take_rows(v, acc, q);
	return PL_OK;
}

/* What the rows of an epoch say: how velocity and height change over it. */
struct epoch { double s, dv, dh, var; };

static struct epoch
gather(const struct pl_vertical *v, size_t k)
{
	size_t i, from = begin_of(v, k), to = begin_of(v, k + 1);
	double dt = 1 / v->rate_hz, jump = 0;
	struct epoch e = { 0, 0, 0, 0 };

	for (i = from; i < to; i++) {
		double a = v->acc[i], b = v->acc[i + 1], half;

		if (pl_missing(a) || pl_missing(b)) {
			e.var += HOLE_ACC * HOLE_ACC * dt * dt;
			a = b = 0;
		}
		half = (a + b) / 2 * dt;
		e.dh += (e.dv + (2 * a + b) / 6 * dt) * dt;
		e.dv += half;
		jump += v->jump[i + 1];
	}
	e.s = (double)(to - from) * dt;
	jump *= JUMP_TIME * dt;
	e.var += VEL_NOISE * VEL_NOISE * e.s + jump * jump;
	return e;
}

/* The rows of belief that tie epoch k to the next. */
static void
add_motion(struct pl_vertical *v, size_t k)
{
	struct epoch e = gather(v, k);
	const double now[3 * STATES] = {
		-1, -e.s, e.s * e.s / 2,	/* height */
		0, -1, e.s,			/* velocity */
		0, 0, -1			/* error */
	};
	const double next[3 * STATES] = { 1, 0, 0, 0, 1, 0, 0, 0, 1 };
	const double value[3] = { e.dh, e.dv, 0 };
	const double weight[3] = {
		1 / (e.var * e.s * e.s / 3 + 1e-10),
		1 / e.var, 1 / (ERROR_WALK * ERROR_WALK * e.s)
	};

	pl_chain_add(&v->chain, k, 3, now, next, NULL, value, weight);
}

static void
add_priors(struct pl_vertical *v, size_t k, double prior)
{
	size_t i, from = begin_of(v, k), to = begin_of(v, k + 1), still = 0;
	double s = (double)(to - from) / v->rate_hz;

	for (i = from; i < to; i++)
		still += v->rest[i];
	pl_chain_prior(&v->chain, k, HEIGHT, 0, s / (prior * prior));
	pl_chain_prior(&v->chain, k, VEL, 0, s / VEL_EACH_S /
	    (VEL_PRIOR * VEL_PRIOR));
	if (still)
		pl_chain_prior(&v->chain, k, VEL, 0, (double)still /
		    v->rate_hz / (REST_VEL * REST_VEL));
}

static void
add_anchor(struct pl_vertical *v, size_t row)
{
	const double now[2 * STATES] = { 1, 0, 0, 0, 1, 0 };
	const double border[2] = { -1, 0 }, value[2] = { 0, 0 };
	const double weight[2] = { 1 / (ANCHOR_HEIGHT * ANCHOR_HEIGHT),
	    1 / (ANCHOR_VEL * ANCHOR_VEL) };

	pl_chain_add(&v->chain, (row + v->step / 2) / v->step, 2, now, NULL,
	    border, value, weight);
}

/* From the ends of an epoch to its rows: integrate, and share out evenly what
 * is left at the end. */
static void
fill(struct pl_vertical *v, size_t k)
{
	const double *a = v->chain.rhs + k * STATES, *b = a + STATES;
	size_t i, from = begin_of(v, k), to = begin_of(v, k + 1);
	double dt = 1 / v->rate_hz, vel = a[VEL], height = a[HEIGHT];

	for (i = from; i <= to; i++) {
		double f0 = v->acc[i] - a[ERROR];
		double f1 = i < to ? v->acc[i + 1] - a[ERROR] : 0;

		v->vel[i] = vel;
		v->height[i] = height;
		if (pl_missing(f0) || pl_missing(f1))
			f0 = f1 = 0;
		if (i < to) {
			height += (vel + (2 * f0 + f1) / 6 * dt) * dt;
			vel += (f0 + f1) / 2 * dt;
		}
	}
	for (i = from; i <= to; i++) {
		double share = (double)(i - from) / (double)(to - from);

		v->vel[i] += share * (b[VEL] - vel);
		v->height[i] += share * (b[HEIGHT] - height);
	}
}

enum pl_err
pl_vertical_solve(struct pl_vertical *v, double prior, const size_t *anchor,
    size_t anchors)
{
	size_t k, last = epochs(v);
	enum pl_err err;

	pl_chain_clear(&v->chain);
	for (k = 0; k < last; k++) {
		add_motion(v, k);
		add_priors(v, k, prior);
	}
	pl_chain_prior(&v->chain, 0, ERROR, 0, 1 / (ERROR_START * ERROR_START));
	for (k = 0; k < anchors; k++)
		add_anchor(v, anchor[k]);
	/* without anchors the border would be free */
	v->chain.corner[0] += 1e-6;
	err = pl_chain_solve(&v->chain);
	if (err)
		return err;
	v->floor = anchors ? v->chain.crhs[0] : 0;
	for (k = 0; k < last; k++)
		fill(v, k);
	return PL_OK;
}
