#include "vertical.h"

#include <stdlib.h>

#include "../../base/mem.h"
#include "../../base/num.h"
#include "../../base/quat.h"
#include "../../base/unit.h"
#include "../../dsp/resample.h"
#include "../../dsp/stat.h"
#include "../../imu/rest.h"

#define EPOCH_S 0.05
#define VEL_NOISE 0.01			/* m/s/sqrt(s) */
#define TIME_SD 0.2			/* of a row, at least */
#define HOLE_ACC 1.0			/* m/s^2 */
#define HOLE_S 0.5			/* how long an acceleration lasts */
#define ERROR_WALK 0.002			/* m/s^2/sqrt(s) */
#define ERROR_START 0.3			/* m/s^2 */
#define BIAS 0.2			/* m/s^2 */
#define GAIN_SD 0.01
#define VEL_PRIOR 1.5			/* m/s, once in VEL_EACH_S */
#define VEL_EACH_S 0.5
#define REST_VEL 0.03			/* m/s, once a second */
#define REST_EDGE_S 0.25
#define STEP_S 0.5
#define JOLT_S 0.15
#define STAND_EACH_S 0.5
#define STAND_BESIDE 0.03	/* of its weight, beside anchors */
#define HELD 4.0			/* m sqrt(s), between anchors */
#define ANCHOR_VEL 0.05			/* m/s */
#define ANCHOR_HEIGHT 0.03		/* m */

enum { HEIGHT, VEL, ERROR, STATES };
enum { FLOOR, BIAS_A, BIAS_B, MOVING, GAIN, SHARED };

void
pl_vertical_free(struct pl_vertical *v)
{
	free(v->acc);
	free(v->slow);
	free(v->quick);
	free(v->jump);
	free(v->still);
	free(v->hole);
	free(v->across[0]);
	free(v->across[1]);
	free(v->across[2]);
	free(v->vel);
	free(v->height);
	free(v->stand);
	pl_chain_free(&v->motion);
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
    const double *const q[4], pl_vec stance)
{
	pl_vec last = { 0, 0, 0 }, a, b;
	size_t i;

	pl_vec_across(pl_vec_unit(stance), &a, &b);
	for (i = 0; i < v->n; i++) {
		pl_vec f = { acc[0][i], acc[1][i], acc[2][i] };
		pl_quat r = { q[0][i], q[1][i], q[2][i], q[3][i] };

		v->acc[i] = pl_quat_rotate(r, f).z - PL_GRAVITY;
		v->across[0][i] = pl_quat_rotate(r, a).z;
		v->across[1][i] = pl_quat_rotate(r, b).z;
		v->across[2][i] = pl_vec_dot(f, a) * v->across[0][i] +
		    pl_vec_dot(f, b) * v->across[1][i];
		if (pl_missing(v->acc[i]))
			v->across[0][i] = v->across[1][i] =
			    v->across[2][i] = 0;
		v->jump[i] = i ? pl_vec_norm(pl_vec_sub(f, last)) : 0;
		if (pl_missing(v->jump[i]))
			v->jump[i] = 0;
		last = f;
	}
}

/* The inside of each stretch of rest. */
static void
take_rest(struct pl_vertical *v)
{
	size_t edge = (size_t)(REST_EDGE_S * v->rate_hz + 0.5), i, at = 0;
	struct pl_span s;

	for (; pl_rest_next(v->rest, v->n, at, &s); at = s.to)
		for (i = s.from; i < s.to; i++)
			v->still[i] = (s.from == 0 || i >= s.from + edge) &&
			    (s.to == v->n || i + edge < s.to);
}

/* The running mean over s seconds, laid in the middle of its window; the ends
 * are missing. */
static enum pl_err
take_mean(struct pl_vertical *v, double s, double *to)
{
	size_t w = (size_t)(s * v->rate_hz + 0.5) | 1, i;
	enum pl_err err;

	for (i = 0; i < v->n; i++)
		to[i] = PL_MISSING;
	if (v->n < w)
		return PL_OK;
	err = pl_stat_running(v->acc, v->n, w, v->vel, NULL);
	for (i = 0; !err && i + w <= v->n; i++)
		to[i + w / 2] = v->vel[i];
	return err;
}

/* What the rows of an epoch say: how velocity and height change over it, by
 * the acceleration and by a bias of 1 m/s^2 either way across. */
struct epoch { double s, dv, dh, bv[3], bh[3], var; };

/* One trapezoid more of a double integral. */
static void
integrate(double a, double b, double dt, double *v, double *h)
{
	*h += (*v + (2 * a + b) / 6 * dt) * dt;
	*v += (a + b) / 2 * dt;
}

/* Variance of velocity per second in a hole that is s long. */
static double
hole_noise(double s)
{
	double off = HOLE_ACC * (s / HOLE_S) * (s / HOLE_S); /* of a line */

	return off * off * s;
}

static struct epoch
gather(const struct pl_vertical *v, size_t k)
{
	size_t i, from = begin_of(v, k), to = begin_of(v, k + 1);
	double dt = 1 / v->rate_hz, jump = 0;
	struct epoch e = { 0 };
	int c;

	for (i = from; i < to; i++) {
		e.var += dt * hole_noise(v->hole[i] > 0 ? v->hole[i] :
		    v->hole[i + 1]);
		integrate(v->acc[i], v->acc[i + 1], dt, &e.dv, &e.dh);
		for (c = 0; c < 3; c++)
			integrate(v->across[c][i], v->across[c][i + 1], dt,
			    &e.bv[c], &e.bh[c]);
		jump += v->jump[i + 1];
	}
	e.s = (double)(to - from) * dt;
	jump *= v->time_sd_s;
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
	const double shared[3 * SHARED] = {
		[BIAS_A] = e.bh[0], [BIAS_B] = e.bh[1], [GAIN] = e.bh[2],
		[SHARED + BIAS_A] = e.bv[0], [SHARED + BIAS_B] = e.bv[1],
		[SHARED + GAIN] = e.bv[2]
	};
	const double value[3] = { e.dh, e.dv, 0 };
	const double weight[3] = {
		1 / (e.var * e.s * e.s / 3 + 1e-10),
		1 / e.var, 1 / (ERROR_WALK * ERROR_WALK * e.s)
	};

	pl_chain_add(&v->motion, k, 0, 3, now, next, shared, value, weight);
}

enum pl_err
pl_vertical_init(struct pl_vertical *v, const double *const acc[3],
    const double *const q[4], pl_vec stance, const unsigned char *rest,
    size_t n, double rate_hz, double time_sd_s)
{
	struct pl_chain_size size;
	enum pl_err err;
	size_t k;

	*v = (struct pl_vertical){ .n = n, .rate_hz = rate_hz, .rest = rest };
	if (n < 3)
		return PL_ESHORT;
	v->time_sd_s = TIME_SD / rate_hz > time_sd_s ? TIME_SD / rate_hz :
	    time_sd_s;
	v->step = (size_t)(EPOCH_S * rate_hz + 0.5);
	if (!v->step)
		v->step = 1;
	v->acc = pl_mem_array(n, sizeof(double));
	v->slow = pl_mem_array(n, sizeof(double));
	v->quick = pl_mem_array(n, sizeof(double));
	v->jump = pl_mem_array(n, sizeof(double));
	v->still = pl_mem_array(n, 1);
	v->hole = pl_mem_array(n, sizeof(double));
	v->across[0] = pl_mem_array(n, sizeof(double));
	v->across[1] = pl_mem_array(n, sizeof(double));
	v->across[2] = pl_mem_array(n, sizeof(double));
	v->vel = pl_mem_array(n, sizeof(double));
	v->height = pl_mem_array(n, sizeof(double));
	err = v->acc && v->slow && v->quick && v->jump && v->still && v->hole &&
	    v->across[0] && v->across[1] && v->across[2] && v->vel && v->height ?
	    PL_OK : PL_ENOMEM;
	size = (struct pl_chain_size){ epochs(v) + 1, 1, STATES, 0, SHARED };
	if (!err)
		err = pl_chain_init(&v->motion, &size);
	if (!err)
		err = pl_chain_init(&v->chain, &size);
	if (!err) {
		take_rows(v, acc, q, stance);
		pl_resample_bridge(v->acc, n, rate_hz, HOLE_S, v->hole);
		take_rest(v);
		err = take_mean(v, STEP_S, v->slow);
	}
	if (!err) {
		err = take_mean(v, JOLT_S, v->quick);
		for (k = 0; k < epochs(v); k++)
			add_motion(v, k);
	}
	if (err)
		pl_vertical_free(v);
	return err;
}

static void
add_priors(struct pl_vertical *v, size_t k, double prior)
{
	size_t i, from = begin_of(v, k), to = begin_of(v, k + 1), still = 0;
	double s = (double)(to - from) / v->rate_hz;

	for (i = from; i < to; i++)
		still += v->still[i];
	pl_chain_prior(&v->chain, k, HEIGHT, 0, s / (prior * prior));
	pl_chain_prior(&v->chain, k, VEL, 0, s / VEL_EACH_S /
	    (VEL_PRIOR * VEL_PRIOR));
	if (still)
		pl_chain_prior(&v->chain, k, VEL, 0, (double)still /
		    v->rate_hz / (REST_VEL * REST_VEL));
}

/* Where the trunk is upright the height is that of standing. */
static void
add_stance(struct pl_vertical *v, size_t k, double trust)
{
	const double now[STATES] = { 1, 0, 0 }, border[SHARED] = { -1 };
	const double value = 0;
	size_t i, from = begin_of(v, k), to = begin_of(v, k + 1);
	double weight = 0;

	for (i = from; i < to; i++)
		weight += v->stand[i];
	weight *= trust / (STAND_EACH_S * v->rate_hz);
	if (weight > 0)
		pl_chain_add(&v->chain, k, 0, 1, now, NULL, border, &value,
		    &weight);
}

/* way is -1 where a repetition begins and 1 where it ends. */
static void
add_anchor(struct pl_vertical *v, size_t row, double way)
{
	const double now[2 * STATES] = { 1, 0, 0, 0, 1, 0 };
	const double border[2 * SHARED] = { [FLOOR] = -1,
	    [SHARED + MOVING] = -way }, value[2] = { 0, 0 };
	const double weight[2] = { 1 / (ANCHOR_HEIGHT * ANCHOR_HEIGHT),
	    1 / (ANCHOR_VEL * ANCHOR_VEL) };

	pl_chain_add(&v->chain, (row + v->step / 2) / v->step, 0, 2, now,
	    NULL, border, value, weight);
}

/* The acceleration of a row less the biases found. */
static double
clean(const struct pl_vertical *v, size_t i)
{
	return v->acc[i] - v->across[0][i] * v->bias[0] -
	    v->across[1][i] * v->bias[1] - v->across[2][i] * v->gain;
}

double
pl_vertical_error(const struct pl_vertical *v, size_t i)
{
	return v->acc[i] - clean(v, i) +
	    v->chain.rhs[i / v->step * STATES + ERROR];
}

/* From the ends of an epoch to its rows: integrate, and share out evenly what
 * is left at the end. */
static void
fill(struct pl_vertical *v, size_t k)
{
	const double *a = v->chain.rhs + k * STATES, *b = a + STATES;
	size_t i, from = begin_of(v, k), to = begin_of(v, k + 1);
	double dt = 1 / v->rate_hz, vel = a[VEL], height = a[HEIGHT], f0, f1;

	for (i = from; i <= to; i++) {
		v->vel[i] = vel;
		v->height[i] = height;
		if (i == to)
			break;
		f0 = clean(v, i) - a[ERROR];
		f1 = clean(v, i + 1) - a[ERROR];
		integrate(f0, f1, dt, &vel, &height);
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
	size_t k, last = epochs(v), pair = 0;
	enum pl_err err;
	int held;

	pl_chain_copy(&v->chain, &v->motion);
	for (k = 0; k < last; k++) {
		while (pair + 2 < anchors && begin_of(v, k) > anchor[pair + 1])
			pair += 2;
		held = anchors && begin_of(v, k) >= anchor[pair] &&
		    begin_of(v, k) <= anchor[pair + 1];
		add_priors(v, k, held && prior < HELD ? HELD : prior);
		if (v->stand && !held)
			add_stance(v, k, anchors ? STAND_BESIDE : 1);
	}
	pl_chain_prior(&v->chain, 0, ERROR, 0, 1 / (ERROR_START * ERROR_START));
	for (k = 0; k < anchors; k++)
		add_anchor(v, anchor[k], k % 2 ? 1 : -1);
	/* without anchors the border would be free */
	pl_chain_shared(&v->chain, FLOOR, 0, 1e-6);
	pl_chain_shared(&v->chain, BIAS_A, 0, 1 / (BIAS * BIAS));
	pl_chain_shared(&v->chain, BIAS_B, 0, 1 / (BIAS * BIAS));
	pl_chain_shared(&v->chain, MOVING, 0, 1 / (ANCHOR_VEL * ANCHOR_VEL));
	pl_chain_shared(&v->chain, GAIN, 0, 1 / (GAIN_SD * GAIN_SD));
	err = pl_chain_solve(&v->chain);
	if (err)
		return err;
	v->prior = prior;
	v->floor = anchors ? v->chain.crhs[FLOOR] : 0;
	v->bias[0] = v->chain.crhs[BIAS_A];
	v->bias[1] = v->chain.crhs[BIAS_B];
	v->gain = v->chain.crhs[GAIN];
	for (k = 0; k < last; k++)
		fill(v, k);
	return PL_OK;
}
