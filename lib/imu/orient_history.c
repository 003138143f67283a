#include "orient_history.h"

#include <math.h>
#include <stdlib.h>

#include "../base/mem.h"
#include "../base/cut.h"

/* The gyro bias is taken as constant for so long, seconds: in that time it
 * walks 0.014 deg/s, less than what the shortest rest shows. */
#define GROUP_S 20.0

/* The first guess: how far a specific force may point from up in one epoch,
 * and how fast the guess forgets, in rad and rad/sqrt(s).  Their ratio makes
 * it lean on the last 3 s. */
#define GUESS_NOISE 0.3
#define GUESS_WALK 0.04

/* Specific force below this on the mean is not gravity, m/s^2. */
#define NO_GRAVITY 3.0

/* Speed is learnt from this far around, seconds, and lies between these, m/s:
 * a person who stands sways, and nobody is thrown. */
#define AROUND_S 5.0
#define SLOW 0.07
#define FAST 3.0

/* As many epochs as there is room for; no row is the middle one of an even
 * number of rows, so let no node be. */
static size_t
count(const struct pl_orient *is, size_t rows, double rate_hz)
{
	double epochs = ((double)rows - 1) / (is->epoch_s * rate_hz);
	size_t n = epochs < 1 ? 1 : (size_t)(epochs + 0.5);

	if (n > rows - 1)
		n = rows - 1;
	return n + (rows % 2 == 0 && n % 2 == 0);
}

enum pl_err
pl_history_init(struct pl_history *h, const struct pl_orient *is, size_t rows,
    double rate_hz)
{
	double groups = (double)rows / (GROUP_S * rate_hz);
	struct pl_history s = { .is = is, .rows = rows,
	    .epochs = count(is, rows, rate_hz) };
	struct pl_chain_size size = { .n = s.epochs + 1,
	    .groups = groups < 1 ? 1 : (size_t)(groups + 0.5),
	    .b = PL_HISTORY_NODE, .s = PL_HISTORY_SLOW, .m = PL_HISTORY_SHARED };
	enum pl_err err;
	size_t k;

	if (size.groups > s.epochs)
		size.groups = s.epochs;
	size.groups = pl_cut_parts(s.epochs, size.groups);
	err = pl_chain_init(&s.chain, &size);
	if (err)
		return err;
	s.node = pl_mem_array(s.epochs + 1, sizeof *s.node);
	s.epoch = pl_mem_array(s.epochs, sizeof *s.epoch);
	s.group = pl_mem_array(size.groups, sizeof *s.group);
	if (s.node && s.epoch && s.group) {
		for (k = 0; k <= s.epochs; k++)
			s.node[k].speed = is->speed;
		*h = s;
		return PL_OK;
	}
	pl_history_free(&s);
	return PL_ENOMEM;
}

void
pl_history_free(struct pl_history *h)
{
	pl_chain_free(&h->chain);
	free(h->node);
	free(h->epoch);
	free(h->group);
}

size_t
pl_history_row(const struct pl_history *h, size_t k)
{
	return pl_cut(h->rows - 1, h->epochs, k);
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
			    h->epoch[k].strap.push));
			s += h->epoch[k].s;
		}
		q = pl_quat_mul(q, h->epoch[k].strap.turn);
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
		pl_vec f = pl_quat_rotate(q, h->epoch[k].strap.push), turn;
		double noise = GUESS_NOISE * GUESS_NOISE, size, gain;

		h->node[k].q = q;
		var += GUESS_WALK * GUESS_WALK * e->s +
		    h->is->blind_turn * h->is->blind_turn * e->blind_s[1];
		gain = e->blind_s[0] > 0 ? 0 : var / (var + noise);
		var *= 1 - gain;
		q = pl_quat_unit(pl_quat_mul(q, h->epoch[k].strap.turn));
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

void
pl_history_learn(struct pl_history *h)
{
	size_t n = h->epochs + 1, w, k;
	struct pl_node *at = h->node;
	double sum = 0, seen = 0;

	w = (size_t)(AROUND_S / h->is->epoch_s + 0.5);
	for (k = 0; k < n + w; k++) {
		if (k < n) {
			sum += pl_vec_dot(at[k].v, at[k].v) / 3;
			seen++;
		}
		if (k > 2 * w) {
			pl_vec old = at[k - 2 * w - 1].v;

			sum -= pl_vec_dot(old, old) / 3;
			seen--;
		}
		if (k >= w)
			at[k - w].speed = fmin(sqrt(fmax(sum / seen, 0) +
			    SLOW * SLOW), FAST);
	}
}
