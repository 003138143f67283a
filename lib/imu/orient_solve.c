#include "orient_solve.h"

#include <math.h>
#include <stdlib.h>

#include "../base/mem.h"
#include "../base/unit.h"

/* Unknowns of a node: correction of attitude (earth frame), velocity, bias;
 * shared by all: the size of gravity. */
enum { PHI, VEL = 3, BIAS = 6, BLOCK = 9, BORDER = 1 };

/* The first guess: how far a specific force may point from up in one epoch,
 * and how fast the guess forgets, in rad and rad/sqrt(s).  Their ratio makes
 * it lean on the last 3 s. */
#define GUESS_NOISE 0.3
#define GUESS_WALK 0.04

/* Specific force below this on the mean is not gravity, m/s^2. */
#define NO_GRAVITY 3.0

/* Sizes of gravity that a badly scaled accelerometer may show, m/s^2. */
#define GRAVITY_SD 3.0

enum pl_err
pl_history_init(struct pl_history *h, const struct pl_orient *is, size_t rows,
    double rate_hz)
{
	double epochs = ((double)rows - 1) / (is->epoch_s * rate_hz);
	struct pl_history s = { .is = is, .rows = rows, .g = PL_GRAVITY };
	enum pl_err err;

	s.epochs = epochs < 1 ? 1 : (size_t)(epochs + 0.5);
	if (s.epochs > rows - 1)
		s.epochs = rows - 1;
	err = pl_chain_init(&s.chain, s.epochs + 1, BLOCK, BORDER);
	if (err)
		return err;
	s.node = pl_mem_array(s.epochs + 1, sizeof *s.node);
	s.epoch = pl_mem_array(s.epochs, sizeof *s.epoch);
	s.strap = pl_mem_array(s.epochs, sizeof *s.strap);
	if (!s.node || !s.epoch || !s.strap) {
		pl_history_free(&s);
		return PL_ENOMEM;
	}
	*h = s;
	return PL_OK;
}

void
pl_history_free(struct pl_history *h)
{
	pl_chain_free(&h->chain);
	free(h->node);
	free(h->epoch);
	free(h->strap);
}

size_t
pl_history_row(const struct pl_history *h, size_t k)
{
	size_t last = h->rows - 1, n = h->epochs;
	bool late = k > n / 2;
	size_t at = late ? n - k : k;

	/* last / n rows an epoch, and the rest spread without overflow */
	at = at * (last / n) + at * (last % n) / n;
	return late ? last - at : at;
}

pl_vec
pl_history_bias(const struct pl_history *h, size_t k)
{
	return pl_vec_scale(pl_vec_add(h->node[k].b, h->node[k + 1].b), 0.5);
}

/* Up, seen from node 0, over the first seconds that show it. */
static pl_vec
first_up(const struct pl_history *h)
{
	pl_vec up = { 0, 0, 0 };
	pl_quat q = PL_QUAT_ONE;
	double s = 0;
	size_t k;

	for (k = 0; k < h->epochs && s < 2; k++) {
		if (h->epoch[k].blind_s[0] == 0) {
			up = pl_vec_add(up, pl_quat_rotate(q,
			    h->strap[k].push));
			s += h->epoch[k].s;
		}
		q = pl_quat_mul(q, h->strap[k].turn);
	}
	return up;
}

enum pl_err
pl_history_level(struct pl_history *h)
{
	double var = GUESS_NOISE * GUESS_NOISE, seen = 0;
	pl_vec up = first_up(h), sum = { 0, 0, 0 };
	pl_quat q;
	size_t k;

	if (pl_vec_norm(up) == 0)
		return PL_ESTATE;
	q = pl_quat_between(up, (pl_vec){ 0, 0, 1 });
	for (k = 0; k < h->epochs; k++) {
		const struct pl_epoch *e = &h->epoch[k];
		pl_vec f = pl_quat_rotate(q, h->strap[k].push), turn;
		double noise = GUESS_NOISE * GUESS_NOISE, size, gain;

		h->node[k].q = q;
		var += GUESS_WALK * GUESS_WALK * e->s +
		    h->is->blind_turn * h->is->blind_turn * e->blind_s[1];
		gain = e->blind_s[0] > 0 ? 0 : var / (var + noise);
		var *= 1 - gain;
		q = pl_quat_unit(pl_quat_mul(q, h->strap[k].turn));
		size = pl_vec_norm(f);
		if (gain == 0 || size == 0)
			continue;
		turn = pl_vec_cross(f, (pl_vec){ 0, 0, gain / size });
		q = pl_quat_mul(pl_quat_exp(turn), q);
		sum = pl_vec_add(sum, f);
		seen += e->s;
	}
	h->node[k].q = q;
	return pl_vec_norm(sum) > NO_GRAVITY * seen ? PL_OK : PL_ESTATE;
}

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
	pl_vec b = pl_history_bias(h, k);
	double value[3] = { -e.x, -e.y, -e.z }, weight[3], w;
	int i, j;

	w = 1 / (square(h->is->turn) * at->s +
	    square(h->is->blind_turn) * at->blind_s[1]);
	for (i = 0; i < 3; i++) {
		const double *l = lever + 3 * i;

		now[i * BLOCK + PHI + i] = -1;
		next[i * BLOCK + PHI + i] = 1;
		for (j = 0; j < 3; j++)
			now[i * BLOCK + BIAS + j] =
			    next[i * BLOCK + BIAS + j] = 0.5 * l[j];
		value[i] += l[0] * b.x + l[1] * b.y + l[2] * b.z;
		weight[i] = w;
	}
	pl_chain_add(&h->chain, k, 3, now, next, NULL, value, weight);
}

static void
add_velocity(struct pl_history *h, size_t k, pl_vec s)
{
	const double x = s.x / 2, y = s.y / 2, z = s.z / 2;
	const double cross[9] = { 0, -z, y, z, 0, -x, -y, x, 0 };
	double now[3 * BLOCK] = { 0 }, next[3 * BLOCK] = { 0 };
	const struct pl_epoch *at = &h->epoch[k];
	double value[3] = { s.x, s.y, s.z }, weight[3], edge[3] = { 0 };
	int i, j;

	for (i = 0; i < 3; i++) {
		now[i * BLOCK + VEL + i] = -1;
		next[i * BLOCK + VEL + i] = 1;
		for (j = 0; j < 3; j++)
			now[i * BLOCK + PHI + j] =
			    next[i * BLOCK + PHI + j] = cross[3 * i + j];
		weight[i] = 1 / (square(h->is->push) * at->s +
		    square(PL_GRAVITY * at->blind_s[0]));
	}
	edge[2] = at->s;
	pl_chain_add(&h->chain, k, 3, now, next, edge, value, weight);
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

		for (i = 0; i < 3; i++)
			pl_chain_prior(c, k, VEL + i, 0, s / square(rest ?
			    h->is->rest_speed : h->is->speed));
	}
	for (i = 0; i < 3; i++)
		pl_chain_prior(c, 0, BIAS + i, 0, 1 / square(h->is->bias));
	/* heading is free: hold the first */
	pl_chain_prior(c, 0, PHI + 2, 0, 1e6);
	pl_chain_add(c, 0, 1, NULL, NULL, &one, &g, &w);
}

static void
add_epoch(struct pl_history *h, size_t k)
{
	const struct pl_strap *s = &h->strap[k];
	pl_quat q = h->node[k].q, half;
	double lever[9];
	pl_vec e, col;
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
	add_velocity(h, k, pl_quat_rotate(half, s->push));
	add_bias(h, k);
}

enum pl_err
pl_history_solve(struct pl_history *h, double *change)
{
	enum pl_err err;
	double most = 0;
	size_t k;

	pl_chain_clear(&h->chain);
	add_priors(h);
	for (k = 0; k < h->epochs; k++)
		add_epoch(h, k);
	err = pl_chain_solve(&h->chain);
	if (err)
		return err;
	for (k = 0; k <= h->epochs; k++) {
		const double *x = h->chain.rhs + k * BLOCK;
		struct pl_node *n = &h->node[k];
		pl_vec phi = { x[PHI], x[PHI + 1], x[PHI + 2] };

		n->q = pl_quat_unit(pl_quat_mul(pl_quat_exp(phi), n->q));
		n->v = (pl_vec){ x[VEL], x[VEL + 1], x[VEL + 2] };
		n->b = (pl_vec){ x[BIAS], x[BIAS + 1], x[BIAS + 2] };
		most = fmax(most, pl_vec_norm(phi));
	}
	h->g = h->chain.crhs[0];
	*change = most;
	return PL_OK;
}
