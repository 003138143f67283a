#include "orient_solve.h"

#include <math.h>

#include "../base/unit.h"
#include "orient_link.h"

enum {
	PHI = PL_HISTORY_PHI, VEL = PL_HISTORY_VEL, N = PL_HISTORY_NODE,
	S = PL_HISTORY_SLOW, G = PL_HISTORY_GRAVITY
};

/* Sizes of gravity that a badly scaled accelerometer may show, m/s^2. */
#define GRAVITY_SD 3.0

/* Seconds from the middle of group j to that of the next. */
static double
apart(const struct pl_history *h, size_t j)
{
	size_t from = pl_chain_first(&h->chain, j), k;
	size_t to = pl_chain_first(&h->chain, j + 2);
	double s = 0;

	for (k = from; k < to; k++)
		s += h->epoch[k].s / 2;
	return s;
}

/* A bias wanders within its SD, alike in both directions of time; at rest the
 * gyroscope shows it. */
static void
add_bias(struct pl_history *h, size_t j)
{
	size_t from = pl_chain_first(&h->chain, j), k;
	size_t to = pl_chain_first(&h->chain, j + 1);
	bool last = j + 1 == h->chain.is.groups;
	double sd = h->is->bias, seen = 0, keep, w;
	pl_vec sum = { 0, 0, 0 };
	int i;

	for (k = from; k < to; k++) {
		const struct pl_epoch *e = &h->epoch[k];

		if (!e->rest)
			continue;
		seen += e->s;
		sum = pl_vec_add(sum, pl_vec_scale(e->rate, e->s));
	}
	keep = last ? 0 : pl_exp(-apart(h, j) / h->is->bias_s);
	for (i = 0; i < 3; i++) {
		if (j == 0)
			pl_chain_slow(&h->chain, j, i, 0, 1 / square(sd));
		if (!last)
			pl_chain_drift(&h->chain, j, i, keep,
			    1 / (square(sd) * (1 - keep * keep)));
		w = seen / square(h->is->rest_turn);
		if (w > 0)
			pl_chain_slow(&h->chain, j, i, (i == 0 ? sum.x :
			    i == 1 ? sum.y : sum.z) / seen, w);
	}
}

static void
add_priors(struct pl_history *h)
{
	const struct pl_orient *is = h->is;
	struct pl_chain *c = &h->chain;
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
	/* heading is free: hold the first */
	pl_chain_prior(c, 0, PHI + 2, 0, 1e6);
	pl_chain_shared(c, G, PL_GRAVITY, 1 / square(GRAVITY_SD));
}

static enum pl_err
equations(struct pl_history *h, bool near)
{
	size_t j, k;

	pl_chain_clear(&h->chain);
	add_priors(h);
	for (j = k = 0; j < h->chain.is.groups; j++) {
		add_bias(h, j);
		for (; k < pl_chain_first(&h->chain, j + 1); k++)
			pl_history_link(h, k, j, near);
	}
	return pl_chain_solve(&h->chain);
}

static pl_vec
vec(const double *x)
{
	return (pl_vec){ x[0], x[1], x[2] };
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
		const double *x = h->chain.rhs + k * N;
		struct pl_node *n = &h->node[k];
		pl_vec phi = vec(x + PHI);

		n->q = pl_quat_unit(pl_quat_mul(pl_quat_exp(phi), n->q));
		n->v = vec(x + VEL);
		most = fmax(most, phi.x * phi.x + phi.y * phi.y);
	}
	for (k = 0; k < h->chain.is.groups; k++)
		h->group[k].bias = vec(h->chain.srhs + k * S);
	*change = sqrt(most);
	return PL_OK;
}

void
pl_history_variance(struct pl_history *h, double *variance)
{
	const double *p = h->chain.diag;
	size_t k;

	pl_chain_covariance(&h->chain);
	for (k = 0; k <= h->epochs; k++, p += N * N)
		variance[k] = p[0] + p[N + 1];
}
