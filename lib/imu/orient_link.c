#include "orient_link.h"

#include <math.h>

#include "../base/unit.h"

enum {
	PHI = PL_HISTORY_PHI, VEL = PL_HISTORY_VEL, N = PL_HISTORY_NODE,
	S = PL_HISTORY_SLOW, M = PL_HISTORY_SHARED, G = PL_HISTORY_GRAVITY
};

/* to[3 x 3 of stride] += w x, or w x' */
static inline void
place(double *to, int stride, const double x[9], double w)
{
	int i;

	for (i = 0; i < 9; i++)
		to[i / 3 * stride + i % 3] += w * x[i];
}

static inline void
place_turned(double *to, int stride, const double x[9], double w)
{
	int i;

	for (i = 0; i < 9; i++)
		to[i % 3 * stride + i / 3] += w * x[i];
}

/* to[3 x 3 of stride] += w x' x */
static inline void
place_square(double *to, int stride, const double x[9], double w)
{
	int i, j;

	for (i = 0; i < 3; i++)
		for (j = 0; j < 3; j++)
			to[i * stride + j] += w * (x[i] * x[j] +
			    x[3 + i] * x[3 + j] + x[6 + i] * x[6 + j]);
}

/* to[3] += w v */
static inline void
push(double *to, pl_vec v, double w)
{
	to[0] += w * v.x;
	to[1] += w * v.y;
	to[2] += w * v.z;
}

/* m x, and m' x */
static inline pl_vec
times(const double m[9], pl_vec x)
{
	return (pl_vec){ m[0] * x.x + m[1] * x.y + m[2] * x.z,
	    m[3] * x.x + m[4] * x.y + m[5] * x.z,
	    m[6] * x.x + m[7] * x.y + m[8] * x.z };
}

static inline pl_vec
turned_times(const double m[9], pl_vec x)
{
	return (pl_vec){ m[0] * x.x + m[3] * x.y + m[6] * x.z,
	    m[1] * x.x + m[4] * x.y + m[7] * x.z,
	    m[2] * x.x + m[5] * x.y + m[8] * x.z };
}

/* The matrix k [h]x, the matrix [h]x m, and the matrix [h]x [h]x */
static inline void
cross(double to[9], pl_vec h, double k)
{
	const double x = k * h.x, y = k * h.y, z = k * h.z;

	to[0] = to[4] = to[8] = 0;
	to[1] = -z, to[2] = y, to[5] = -x;
	to[3] = z, to[6] = -y, to[7] = x;
}

static inline void
cross_all(double to[9], pl_vec h, const double m[9])
{
	int j;

	for (j = 0; j < 3; j++) {
		to[j] = h.y * m[6 + j] - h.z * m[3 + j];
		to[3 + j] = h.z * m[j] - h.x * m[6 + j];
		to[6 + j] = h.x * m[3 + j] - h.y * m[j];
	}
}

static inline void
cross_twice(double to[9], pl_vec h)
{
	const double n = pl_vec_dot(h, h);

	to[0] = h.x * h.x - n, to[4] = h.y * h.y - n, to[8] = h.z * h.z - n;
	to[1] = to[3] = h.x * h.y;
	to[2] = to[6] = h.x * h.z;
	to[5] = to[7] = h.y * h.z;
}

/* Where the unknowns of an epoch meet in the chain. */
struct seat {
	double *now, *then, *next;	/* blocks of its nodes, and across */
	double *edge, *seam;		/* of the first; of the second, slow */
	double *shared;			/* of the second, border */
	int stride;			/* of seam */
	double *rhs;			/* of both nodes */
	double *slow, *srhs, *corner, *crhs;
};

static struct seat
seat(const struct pl_chain *c, size_t k, size_t j)
{
	bool last = j + 1 < c->is.groups && k + 1 == pl_chain_first(c, j + 1);
	struct seat s = {
		.now = c->diag + k * N * N, .next = c->next + k * N * N,
		.edge = c->edge + k * N * (S + M), .rhs = c->rhs + k * N,
		.slow = c->slow + j * S * (2 * S + M), .srhs = c->srhs + j * S,
		.corner = c->corner, .crhs = c->crhs
	};

	s.then = s.now + N * N;
	s.shared = s.edge + N * (S + M) + S;
	s.seam = last ? c->seam + j * N * S : s.shared - S;
	s.stride = last ? S : S + M;
	return s;
}

/* What an epoch says when its nodes are where they are. */
struct link {
	pl_vec e, push;		/* turn and push that are left, earth frame */
	double lever[9], bend[9];	/* d e, d push / d bias */
};

/* m becomes R(q) m */
static void
turn_columns(pl_quat q, const double m[9], double to[9])
{
	int j;

	for (j = 0; j < 3; j++) {
		pl_vec c = pl_quat_rotate(q, (pl_vec){ m[j], m[3 + j],
		    m[6 + j] });

		to[j] = c.x;
		to[3 + j] = c.y;
		to[6 + j] = c.z;
	}
}

static struct link
look(const struct pl_history *h, size_t k, const struct pl_group *g)
{
	const struct pl_strap *s = &h->epoch[k].strap;
	pl_vec more = pl_vec_sub(g->bias, g->taken);
	pl_vec slip = times(s->lever, more);
	pl_quat q = h->node[k].q, to, half;
	double swing[9];
	pl_vec push;
	struct link l;
	int i;

	to = pl_quat_mul(q, pl_quat_mul(pl_quat_exp(pl_vec_scale(slip, -1)),
	    s->turn));
	l.e = pl_strap_between(to, h->node[k + 1].q);
	half = pl_quat_mul(pl_quat_exp(pl_vec_scale(l.e, 0.5)), q);
	turn_columns(half, s->lever, l.lever);
	turn_columns(half, s->bend, l.bend);
	push = pl_vec_add(s->push, times(s->bend, more));
	l.push = pl_quat_rotate(half, push);
	/* with both nodes held, a bias also swings the half way by lever / 2 */
	cross_all(swing, pl_vec_scale(l.push, 0.5), l.lever);
	for (i = 0; i < 9; i++)
		l.bend[i] -= swing[i];
	return l;
}

static double
attitude_variance(const struct pl_history *h, const struct pl_epoch *e)
{
	return square(h->is->turn) * e->s +
	    square(h->is->blind_turn) * e->blind_s[1];
}

/*
 * Attitude follows the gyroscope: phi' - phi + lever bias = -e, seen from half
 * of the way, so that phi has -(1 + X) and phi' has 1 - X before it, X = [e/2]x.
 */
static void
add_attitude(struct pl_history *h, size_t k, const struct link *l, pl_vec bias,
    const struct seat *at)
{
	const struct pl_epoch *e = &h->epoch[k];
	pl_vec value = pl_vec_sub(times(l->lever, bias), l->e);
	pl_vec half = pl_vec_scale(l->e, 0.5), bent = pl_vec_cross(half, value);
	double xx[9], x[9], side[9], w = 1 / attitude_variance(h, e);
	int i;

	cross(x, half, 2);
	cross_twice(xx, half);
	cross_all(side, half, l->lever);
	place(at->now, N, xx, -w);
	place(at->then, N, xx, -w);
	place(at->next, N, xx, -w);
	place(at->next, N, x, w);
	for (i = 0; i < 3; i++) {
		at->now[i * N + i] += w;
		at->then[i * N + i] += w;
		at->next[i * N + i] -= w;
	}
	place(at->edge, S + M, side, w);
	place(at->edge, S + M, l->lever, -w);
	place(at->seam, at->stride, side, w);
	place(at->seam, at->stride, l->lever, w);
	place_square(at->slow, 2 * S + M, l->lever, w);
	push(at->rhs, pl_vec_sub(bent, value), w);
	push(at->rhs + N, pl_vec_add(bent, value), w);
	push(at->srhs, turned_times(l->lever, value), w);
}

static double
velocity_variance(const struct pl_history *h, size_t k)
{
	const struct pl_epoch *at = &h->epoch[k];

	return square(h->is->push) * at->s +
	    square(PL_GRAVITY * at->blind_s[0]);
}

/* The part of the next that is of the nodes; half is half of the push. */
static void
add_velocity_nodes(const struct seat *at, pl_vec half, pl_vec value, double w)
{
	pl_vec bent = pl_vec_cross(half, value);
	double y[9], yy[9];
	int i;

	cross(y, half, 1);
	cross_twice(yy, half);
	place(at->now, N, yy, -w);
	place(at->then, N, yy, -w);
	place(at->next, N, yy, -w);
	/* v' and -v beside it */
	place(at->now + VEL * N, N, y, -w);
	place_turned(at->now + VEL, N, y, -w);
	place(at->then + VEL * N, N, y, w);
	place_turned(at->then + VEL, N, y, w);
	place(at->next + VEL * N, N, y, -w);
	place_turned(at->next + VEL, N, y, w);
	for (i = VEL; i < N; i++) {
		at->now[i * N + i] += w;
		at->then[i * N + i] += w;
		at->next[i * N + i] -= w;
	}
	push(at->rhs, bent, -w);
	push(at->rhs + N, bent, -w);
	push(at->rhs + VEL, value, -w);
	push(at->rhs + N + VEL, value, w);
}

/* Velocity follows the specific force less gravity g:
 * v' - v + push x (phi + phi') / 2 - bend bias + s g = push */
static void
add_velocity(struct pl_history *h, size_t k, const struct link *l, pl_vec bias,
    const struct seat *at)
{
	const double s = h->epoch[k].s, w = 1 / velocity_variance(h, k);
	const int wide = 2 * S + M;
	pl_vec value = pl_vec_sub(l->push, times(l->bend, bias));
	pl_vec half = pl_vec_scale(l->push, 0.5);
	const double up[3] = { -half.y * s * w, half.x * s * w, 0 };
	double side[9];
	int i;

	add_velocity_nodes(at, half, value, w);
	cross_all(side, half, l->bend);
	place(at->edge, S + M, side, w);
	place(at->seam, at->stride, side, w);
	place(at->edge + VEL * (S + M), S + M, l->bend, w);
	place(at->seam + VEL * at->stride, at->stride, l->bend, -w);
	place_square(at->slow, wide, l->bend, w);
	push(at->srhs, turned_times(l->bend, value), -w);
	/* gravity acts on the third row only */
	for (i = 0; i < 3; i++) {
		at->edge[i * (S + M) + S + G] += up[i];
		at->shared[i * (S + M) + G] += up[i];
		at->slow[i * wide + 2 * S + G] -= w * s * l->bend[6 + i];
	}
	at->edge[(VEL + 2) * (S + M) + S + G] -= w * s;
	at->shared[(VEL + 2) * (S + M) + G] += w * s;
	at->corner[G] += w * s * s;
	at->crhs[G] += w * s * value.z;
}

/*
 * Gauss and Newton leave out how the residuals bend.  Heading is seen so
 * weakly that this is most of what decides how fast it converges, and up
 * waits for it: so the bend of the velocity's residual r in heading,
 * weight (push . r) over the horizontal, is added as if it were measured.
 */
static void
add_bend(struct pl_history *h, size_t k, pl_vec s, bool near,
    const struct seat *at)
{
	const struct pl_node *n = &h->node[k];
	double w;

	w = (s.x * (n[1].v.x - n[0].v.x - s.x) +
	    s.y * (n[1].v.y - n[0].v.y - s.y)) /
	    (4 * velocity_variance(h, k));
	if (!near && w < 0)
		return;
	at->now[(PHI + 2) * (N + 1)] += w;
	at->then[(PHI + 2) * (N + 1)] += w;
	at->next[(PHI + 2) * (N + 1)] += w;
}

void
pl_history_link(struct pl_history *h, size_t k, size_t j, bool near)
{
	struct link l = look(h, k, &h->group[j]);
	struct seat at = seat(&h->chain, k, j);

	add_attitude(h, k, &l, h->group[j].bias, &at);
	add_velocity(h, k, &l, h->group[j].bias, &at);
	add_bend(h, k, l.push, near, &at);
}

double
pl_history_misfit(const struct pl_history *h)
{
	double sum = 0;
	size_t j, k;

	for (j = k = 0; j < h->chain.is.groups; j++)
		for (; k < pl_chain_first(&h->chain, j + 1); k++) {
			pl_vec e = look(h, k, &h->group[j]).e;

			sum += pl_vec_dot(e, e) /
			    attitude_variance(h, &h->epoch[k]);
		}
	return sqrt(sum / (3 * (double)h->epochs));
}
