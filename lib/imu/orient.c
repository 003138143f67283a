#include "orient.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "../base/unit.h"
#include "orient_link.h"
#include "orient_record.h"
#include "orient_solve.h"
#include "orient_spread.h"
#include "rest.h"

/*
 * Chosen on the odd trials of BROAD, where the optimum is flat: half or twice
 * any of them costs a few hundredths of a degree, except where said.
 *  turn    covers noise, scale and misalignment of the gyroscope in motion;
 *          its white noise alone is ten times smaller;
 *  push    the same for the accelerometer: below 0.01 the history bends
 *          heading to explain small faults of scale, and may not converge;
 *  speed   hardly matters, being replaced by what the record shows;
 *  hold    of a hand or trunk that turns back twice a second;
 *  bias    of a consumer sensor after its warm-up;
 *  rest    sway of standing: 1 cm at 0.5 Hz; 0.1 deg/s over 1 s;
 *  blind   a limb's 1 rad/s, forgotten after 0.3 s;
 *  zero    of a consumer accelerometer that nobody has calibrated, 20 mg.
 */
const struct pl_orient pl_orient_usual = {
	.epoch_s = 0.35,
	.turn = 0.3 * PL_DEG,
	.push = 0.03,
	.speed = 0.4,
	.hold_s = 0.25,
	.bias = 0.5 * PL_DEG,
	.bias_s = 50000,
	.rest_speed = 0.04,
	.rest_turn = 0.1 * PL_DEG,
	.blind_turn = 0.75,
	.zero = 0.02 * PL_GRAVITY,
};

/* Changes of up below which no further step is worth it, and below which the
 * history is no longer far, rad. */
#define ENOUGH 1e-6
#define NEAR 1e-2
enum { STEPS = 12 };

/* A history that still changes by more than this teaches another speed than
 * that of the same record backwards, rad. */
#define LEARNT 3e-5

/* An hour has always some place that creeps on: after SOME steps a hundredth
 * of a degree is enough, a fiftieth of what the smoother is uncertain by. */
#define ENOUGH_LATE 2e-4
enum { SOME = 5 };

/* A change of bias that a strap follows to first order, rad/s: what is left is
 * (MOVED epoch_s)^2 rad in an epoch, and up to 1e-4 rad of up where a short
 * record without rest leaves the bias to it. */
#define MOVED 1e-3

static pl_vec
mean_rate(const struct pl_record *r, size_t a, size_t z)
{
	pl_vec sum = { 0, 0, 0 };
	size_t i;

	for (i = a + 1; i <= z; i++)
		sum = pl_vec_add(sum, (pl_vec){ r->gyr[0][i], r->gyr[1][i],
		    r->gyr[2][i] });
	return pl_vec_scale(sum, 1 / (double)(z - a));
}

/* What is known of each epoch before anything is solved. */
static void
describe(struct pl_history *h, const struct pl_record *r,
    const unsigned char *rest)
{
	size_t k, i;

	for (k = 0; k < h->epochs; k++) {
		struct pl_epoch *e = &h->epoch[k];
		size_t a = pl_history_row(h, k), z = pl_history_row(h, k + 1);
		size_t still = 0;

		for (i = a; i <= z; i++)
			still += rest[i];
		e->s = (double)(z - a) * r->dt;
		e->blind_s[0] = pl_record_blind(r, PL_HOLE_ACC, a + 1, z + 1);
		e->blind_s[1] = pl_record_blind(r, PL_HOLE_GYR, a + 1, z + 1);
		e->rest = still == z - a + 1 && !r->blind;
		if (e->rest)
			e->rate = mean_rate(r, a, z);
	}
}

/* Begin with the bias that rest shows, if there is any. */
static void
first_bias(struct pl_history *h)
{
	pl_vec sum = { 0, 0, 0 };
	double n = 0;
	size_t k;

	for (k = 0; k < h->epochs; k++)
		if (h->epoch[k].rest) {
			sum = pl_vec_add(sum, h->epoch[k].rate);
			n++;
		}
	for (k = 0; n > 0 && k < h->chain.is.groups; k++)
		h->group[k].bias = pl_vec_scale(sum, 1 / n);
}

/* Sum up the epochs from..to-1, which share a bias, a few at a time. */
static void
strap(struct pl_history *h, const struct pl_record *r, double *const q[4],
    size_t from, size_t to, pl_vec bias)
{
	enum { MANY = 32 };
	struct pl_strap sums[MANY];
	size_t row[MANY + 1], k, i, n;
	pl_vec biases[MANY];

	for (k = from; k < to; k += n) {
		n = to - k < MANY ? to - k : MANY;
		for (i = 0; i <= n; i++)
			row[i] = pl_history_row(h, k + i);
		for (i = 0; i < n; i++)
			biases[i] = bias;
		pl_strap_sums(sums, r, row, n, biases, q);
		for (i = 0; i < n; i++)
			h->epoch[k + i].strap = sums[i];
	}
}

/* Sum up what has not been, or for too different a bias; q is left for unroll.
 */
static void
strap_all(struct pl_history *h, const struct pl_record *r, double *const q[4],
    bool first)
{
	size_t j;

	for (j = 0; j < h->chain.is.groups; j++) {
		struct pl_group *g = &h->group[j];

		if (!first && pl_vec_norm(pl_vec_sub(g->bias, g->taken)) <
		    MOVED)
			continue;
		g->taken = g->bias;
		strap(h, r, q, pl_chain_first(&h->chain, j),
		    pl_chain_first(&h->chain, j + 1), g->bias);
	}
}

static enum pl_err
solve(struct pl_history *h, const struct pl_record *r, double *const q[4])
{
	enum pl_err err;
	double change = 1, last, left;
	int i, learnt = 0;

	strap_all(h, r, q, true);
	err = pl_history_level(h);
	for (i = 0; !err && i < STEPS; i++) {
		if (i)
			strap_all(h, r, q, false);
		last = change;
		err = pl_history_solve(h, change < NEAR, &change);
		/* what the next step would change, if it shrinks as this did */
		left = i > learnt + 1 && change < last ? change / last : 1;
		if (!err && change * left < (i < SOME ? ENOUGH : ENOUGH_LATE))
			break;
		if (!err && i < SOME && (i == 0 || change > LEARNT)) {
			pl_history_learn(h);
			learnt = i;
		}
	}
	return err;
}

/* Attitude of all rows from those of the nodes and what strap left. */
static void
unroll(const struct pl_history *h, double *const q[4])
{
	pl_quat at = h->node[0].q;
	/* make the first attitude the shortest: no turn about the vertical */
	double size = sqrt(at.w * at.w + at.z * at.z);
	pl_quat home = size > 0 ? (pl_quat){ at.w / size, 0, 0, -at.z / size } :
	    PL_QUAT_ONE;
	size_t k;

	at = pl_quat_mul(home, at);
	for (k = 0; k < h->epochs; k++)
		at = pl_strap_unroll(q, pl_history_row(h, k),
		    pl_history_row(h, k + 1), at,
		    pl_quat_mul(home, h->node[k + 1].q));
}

static void
blank(const struct pl_record *r, double *const q[4], double *sd)
{
	size_t i;
	int c;

	for (i = 0; r->hole && i < r->n; i++) {
		if (r->hole[i] != (r->blind ? PL_HOLE_ACC : PL_HOLE_BOTH))
			continue;
		for (c = 0; c < 4; c++)
			q[c][i] = PL_MISSING;
		if (sd)
			sd[i] = PL_MISSING;
	}
}

static void
mean_bias(const struct pl_history *h, double bias[3])
{
	size_t groups = h->chain.is.groups, j;
	pl_vec sum = { 0, 0, 0 };

	for (j = 0; j < groups; j++)
		sum = pl_vec_add(sum, h->group[j].bias);
	sum = pl_vec_scale(sum, 1 / (double)groups);
	bias[0] = sum.x;
	bias[1] = sum.y;
	bias[2] = sum.z;
}

enum pl_err
pl_orient_smooth(const struct pl_orient *is, const double *const acc[3],
    const double *const gyr[3], size_t n, double rate_hz, double *const q[4],
    double *incl_sd, struct pl_oriented *found)
{
	struct pl_record r = { .n = n, .dt = 1 / rate_hz };
	struct pl_history h = { 0 };
	struct pl_oriented seen;
	unsigned char *rest = NULL;
	enum pl_err err;

	if (!(rate_hz > 0) || isinf(rate_hz))
		return PL_ERANGE;
	if (n < 2)
		return PL_ESHORT;
	err = pl_record_open(&r, acc, gyr);
	if (!err && !(rest = pl_mem_array(n, 1)))
		err = PL_ENOMEM;
	if (!err)
		err = pl_rest_find(acc, gyr, n, rate_hz, rest);
	if (!err)
		err = pl_history_init(&h, is, n, rate_hz);
	if (!err) {
		describe(&h, &r, rest);
		first_bias(&h);
		err = solve(&h, &r, q);
	}
	if (!err) {
		unroll(&h, q);
		mean_bias(&h, seen.bias);
		seen.misfit = pl_history_misfit(&h);
		if (incl_sd)
			err = pl_history_spread(&h, &r, seen.misfit, incl_sd);
		blank(&r, q, incl_sd);
		if (found)
			*found = seen;
	}
	pl_history_free(&h);
	pl_record_close(&r);
	free(rest);
	return err;
}

/* The attitude at a row and a part, or missing. */
static void
read_at(double *const q[4], const double *sd, size_t n, double row,
    double to[5])
{
	double j = floor(row), part = row - j, d = 0, s = 0;
	size_t a, z;
	int c;

	for (c = 0; c < 5; c++)
		to[c] = PL_MISSING;
	if (!(row >= 0 && row <= (double)(n - 1)))
		return;
	a = (size_t)j;
	z = a + (part > 0);
	for (c = 0; c < 4; c++)
		d += q[c][a] * q[c][z];
	for (c = 0; c < 4; c++) {
		to[c] = (1 - part) * q[c][a] +
		    (d < 0 ? -part : part) * q[c][z];
		s += to[c] * to[c];
	}
	for (c = 0; c < 4; c++)
		to[c] /= sqrt(s);
	if (sd)
		to[4] = (1 - part) * sd[a] + part * sd[z];
}

void
pl_orient_shift(double *const q[4], double *incl_sd, size_t n, double rows)
{
	double v[5];
	size_t i, k;
	int c;

	/* what is yet to be read must not be written over */
	for (k = 0; k < n; k++) {
		i = rows < 0 ? n - 1 - k : k;
		read_at(q, incl_sd, n, (double)i + rows, v);
		for (c = 0; c < 4; c++)
			q[c][i] = v[c];
		if (incl_sd)
			incl_sd[i] = v[4];
	}
}
