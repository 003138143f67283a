#include "orient_solve.h"

#include <math.h>

#include "../base/unit.h"

/* Unknowns of a node: correction of attitude (earth frame), velocity, bias;
 * shared by all: the size of gravity. */
enum { PHI, VEL = 3, BIAS = 6, BLOCK = 9 };

/* Sizes of gravity that a badly scaled accelerometer may show, m/s^2. */
#define GRAVITY_SD 3.0

static double
square(double x)
{
	return x * x;
}

static void
add_attitude(struct pl_history *h, size_t k, pl_vec e, const double lever[9])
{
	double now[3 * BLOCK] = { 0 }, next[3 * BLOCK] = { 0 };
	const struct pl_epoch *at = &h->epoch[k];
	const double x = e.x / 2, y = e.y / 2, z = e.z / 2;
	const double cross[9] = { 0, -z, y, z, 0, -x, -y, x, 0 };
	pl_vec b = pl_history_bias(h, k);
	double value[3] = { -e.x, -e.y, -e.z }, weight[3], w;
	int i, j;

	w = 1 / (square(h->is->turn) * at->s +
	    square(h->is->blind_turn) * at->blind_s[1]);
	for (i = 0; i < 3; i++) {
		const double *l = lever + 3 * i;

		for (j = 0; j < 3; j++) {
			now[i * BLOCK + PHI + j] = -cross[3 * i + j] - (i == j);
			next[i * BLOCK + PHI + j] = -cross[3 * i + j] + (i == j);
			now[i * BLOCK + BIAS + j] =
			    next[i * BLOCK + BIAS + j] = 0.5 * l[j];
		}
		value[i] += l[0] * b.x + l[1] * b.y + l[2] * b.z;
		weight[i] = w;
	}
	pl_chain_add(&h->chain, k, 3, now, next, NULL, value, weight);
}

static double
velocity_variance(const struct pl_history *h, size_t k)
{
	const struct pl_epoch *at = &h->epoch[k];

	return square(h->is->push) * at->s +
	    square(PL_GRAVITY * at->blind_s[0]);
}

static void
add_velocity(struct pl_history *h, size_t k, pl_vec s)
{
	const double x = s.x / 2, y = s.y / 2, z = s.z / 2;
	const double cross[9] = { 0, -z, y, z, 0, -x, -y, x, 0 };
	double now[3 * BLOCK] = { 0 }, next[3 * BLOCK] = { 0 };
	double value[3] = { s.x, s.y, s.z }, weight[3], edge[3] = { 0 };
	int i, j;

	for (i = 0; i < 3; i++) {
		now[i * BLOCK + VEL + i] = -1;
		next[i * BLOCK + VEL + i] = 1;
		for (j = 0; j < 3; j++)
			now[i * BLOCK + PHI + j] =
			    next[i * BLOCK + PHI + j] = cross[3 * i + j];
		weight[i] = 1 / velocity_variance(h, k);
	}
	edge[2] = h->epoch[k].s;
	pl_chain_add(&h->chain, k, 3, now, next, edge, value, weight);

}

/*
 * Gauss and Newton leave out how the residuals bend.  Heading is seen so
 * weakly that this is most of what decides how fast it converges, and up
 * waits for it: so the bend of the velocity's residual r in heading,
 * weight (S . r) over the horizontal, is added as if it were measured.
 */
static void
add_bend(struct pl_history *h, size_t k, pl_vec s, bool near)
{
	const struct pl_node *n = &h->node[k];
	double now[BLOCK] = { 0 }, next[BLOCK] = { 0 }, zero = 0, weight;

	weight = (s.x * (n[1].v.x - n[0].v.x - s.x) +
	    s.y * (n[1].v.y - n[0].v.y - s.y)) /
	    velocity_variance(h, k);
	if (!near && weight < 0)
		return;
	now[PHI + 2] = next[PHI + 2] = 0.5;
	pl_chain_add(&h->chain, k, 1, now, next, NULL, &zero, &weight);
}

/* The bias wanders within its SD, alike in both directions of time. */
static void
add_bias(struct pl_history *h, size_t k)
{
	const struct pl_epoch *at = &h->epoch[k];
	double now[3 * BLOCK] = { 0 }, next[3 * BLOCK] = { 0 };
	double value[3] = { 0 }, weight[3], keep;
	int i;

	keep = pl_exp(-at->s / h->is->bias_s);
	for (i = 0; i < 3; i++) {
		now[i * BLOCK + BIAS + i] = -keep;
		next[i * BLOCK + BIAS + i] = 1;
		weight[i] = 1 / (square(h->is->bias) * (1 - keep * keep));
	}
	pl_chain_add(&h->chain, k, 3, now, next, NULL, value, weight);
	if (!at->rest)
		return;
	for (i = 0; i < 3; i++) {
		now[i * BLOCK + BIAS + i] = next[i * BLOCK + BIAS + i] = 0.5;
		weight[i] = at->s / square(h->is->rest_turn);
	}
	value[0] = at->rate.x;
	value[1] = at->rate.y;
	value[2] = at->rate.z;
	pl_chain_add(&h->chain, k, 3, now, next, NULL, value, weight);
}

static void
add_priors(struct pl_history *h)
{
	const struct pl_orient *is = h->is;
	struct pl_chain *c = &h->chain;
	double one = 1, w = 1 / square(GRAVITY_SD), g = PL_GRAVITY;
	size_t k;
	int i;

	for (k = 0; k <= h->epochs; k++) {
		const struct pl_epoch *e = h->epoch;
		bool rest = (k == 0 || e[k - 1].rest) &&
		    (k == h->epochs || e[k].rest);
		double s = (k ? e[k - 1].s / 2 : 0) +
		    (k < h->epochs ? e[k].s / 2 : 0);
		double speed = rest ? is->rest_speed : h->node[k].speed;

		/* the density of what is forgotten after hold_s */
		for (i = 0; i < 3; i++)
			pl_chain_prior(c, k, VEL + i, 0, s /
			    (2 * is->hold_s * square(speed)));
	}
	for (i = 0; i < 3; i++)
		pl_chain_prior(c, 0, BIAS + i, 0, 1 / square(is->bias));
	/* heading is free: hold the first */
	pl_chain_prior(c, 0, PHI + 2, 0, 1e6);
	pl_chain_add(c, 0, 1, NULL, NULL, &one, &g, &w);
}

static void
add_epoch(struct pl_history *h, size_t k, bool near)
{
	const struct pl_strap *s = &h->epoch[k].strap;
	pl_quat q = h->node[k].q, half;
	double lever[9];
	pl_vec e, col, push;
	int j;

	e = pl_strap_between(pl_quat_mul(q, s->turn), h->node[k + 1].q);
	half = pl_quat_mul(pl_quat_exp(pl_vec_scale(e, 0.5)), q);
	for (j = 0; j < 3; j++) {
		col = pl_quat_rotate(half, (pl_vec){ s->lever[j],
		    s->lever[3 + j], s->lever[6 + j] });
		lever[j] = col.x;
		lever[3 + j] = col.y;
		lever[6 + j] = col.z;
	}
	add_attitude(h, k, e, lever);
	push = pl_quat_rotate(half, s->push);
	add_velocity(h, k, push);
	add_bend(h, k, push, near);
	add_bias(h, k);
}

static enum pl_err
equations(struct pl_history *h, bool near)
{
	size_t k;

	pl_chain_clear(&h->chain);
	add_priors(h);
	for (k = 0; k < h->epochs; k++)
		add_epoch(h, k, near);
	return pl_chain_solve(&h->chain);
}

enum pl_err
pl_history_solve(struct pl_history *h, bool near, double *change)
{
	enum pl_err err = equations(h, near);
	double most = 0;
	size_t k;

	if (err && near)
		err = equations(h, false);
	if (err)
		return err;
	for (k = 0; k <= h->epochs; k++) {
		const double *x = h->chain.rhs + k * BLOCK;
		struct pl_node *n = &h->node[k];
		pl_vec phi = { x[PHI], x[PHI + 1], x[PHI + 2] };

		n->q = pl_quat_unit(pl_quat_mul(pl_quat_exp(phi), n->q));
		n->v = (pl_vec){ x[VEL], x[VEL + 1], x[VEL + 2] };
		n->b = (pl_vec){ x[BIAS], x[BIAS + 1], x[BIAS + 2] };
		most = fmax(most, fabs(phi.x) + fabs(phi.y));
	}
	*change = most;
	return PL_OK;
}

void
pl_history_variance(struct pl_history *h, double *variance)
{
	const double *p = h->chain.diag;
	size_t k;

	pl_chain_covariance(&h->chain);
	for (k = 0; k <= h->epochs; k++, p += BLOCK * BLOCK)
		variance[k] = p[0] + p[BLOCK + 1];
}
