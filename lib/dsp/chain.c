#include "chain.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"

/* A pivot below this part of its diagonal is rounding, not information. */
#define TINY 1e-14

/* A size small enough to gain by it is compiled as a constant, see
 * pl_chain_solve; blocks of 9 are faster as loops. */
#define INLINE static inline __attribute__((always_inline))

enum { B = PL_CHAIN_BLOCK, M = PL_CHAIN_BORDER };

static size_t
doubles(const struct pl_chain *c)
{
	size_t b = (size_t)c->b, m = (size_t)c->m;

	return c->n * (2 * b * b + b * m + b) + m * m + m;
}

enum pl_err
pl_chain_init(struct pl_chain *c, size_t n, int b, int m)
{
	struct pl_chain s = { .n = n, .b = b, .m = m };
	size_t nb = n * (size_t)b;

	if (n < 1 || n > (size_t)1 << 40 || b < 1 || b > B || m < 0 || m > M)
		return PL_ERANGE;
	s.diag = pl_mem_array(doubles(&s), sizeof *s.diag);
	if (!s.diag)
		return PL_ENOMEM;
	s.next = s.diag + nb * (size_t)b;
	s.edge = s.next + nb * (size_t)b;
	s.rhs = s.edge + nb * (size_t)m;
	s.corner = s.rhs + nb;
	s.crhs = s.corner + m * m;
	*c = s;
	return PL_OK;
}

void
pl_chain_free(struct pl_chain *c)
{
	free(c->diag);
	memset(c, 0, sizeof *c);
}

void
pl_chain_clear(struct pl_chain *c)
{
	memset(c->diag, 0, doubles(c) * sizeof *c->diag);
}

void
pl_chain_copy(struct pl_chain *to, const struct pl_chain *from)
{
	memcpy(to->diag, from->diag, doubles(from) * sizeof *to->diag);
}

/* a[p x q] += w x y'; rows of measurements are mostly zeros */
INLINE void
outer(double *a, const double *x, int p, const double *y, int q, double w)
{
	int i, j;

	for (i = 0; i < p; i++, a += q) {
		double k = w * x[i];

		if (k == 0)
			continue;
		for (j = 0; j < q; j++)
			a[j] += k * y[j];
	}
}

INLINE void
add_row(struct pl_chain *c, const int b, const int m, size_t k,
    const double *x, const double *y, const double *z, double value, double w)
{
	size_t kb = k * (size_t)b;
	double *d = c->diag + kb * (size_t)b, *r = c->rhs + kb;

	if (x) {
		outer(d, x, b, x, b, w);
		outer(r, x, b, &value, 1, w);
	}
	if (y) {
		outer(d + b * b, y, b, y, b, w);
		outer(r + b, y, b, &value, 1, w);
	}
	if (x && y)
		outer(c->next + kb * (size_t)b, y, b, x, b, w);
	if (!z)
		return;
	if (x)
		outer(c->edge + kb * (size_t)m, x, b, z, m, w);
	if (y)
		outer(c->edge + (kb + (size_t)b) * (size_t)m, y, b, z, m, w);
	outer(c->corner, z, m, z, m, w);
	outer(c->crhs, z, m, &value, 1, w);
}

INLINE void
add(struct pl_chain *c, const int b, const int m, size_t k, int rows,
    const double *now, const double *next, const double *border,
    const double *value, const double *weight)
{
	int i;

	for (i = 0; i < rows; i++)
		add_row(c, b, m, k, now ? now + i * b : NULL,
		    next ? next + i * b : NULL,
		    border && m ? border + i * m : NULL, value[i], weight[i]);
}

void
pl_chain_add(struct pl_chain *c, size_t k, int rows, const double *now,
    const double *next, const double *border, const double *value,
    const double *weight)
{
	if (c->b == 9 && c->m == 3)
		add(c, 9, 3, k, rows, now, next, border, value, weight);
	else if (c->b == 3 && c->m == 3)
		add(c, 3, 3, k, rows, now, next, border, value, weight);
	else
		add(c, c->b, c->m, k, rows, now, next, border, value, weight);
}

void
pl_chain_prior(struct pl_chain *c, size_t k, int i, double value,
    double weight)
{
	size_t at = k * (size_t)c->b + (size_t)i;

	c->diag[at * (size_t)c->b + (size_t)i] += weight;
	c->rhs[at] += weight * value;
}

/* The lower triangle of a becomes its Cholesky factor L, with 1 / L_ii on the
 * diagonal; columns are finished left to right. */
INLINE bool
cholesky(double *a, int b)
{
	int i, j, k;

	for (j = 0; j < b; j++) {
		double p = a[j * b + j], was = p, inv;

		for (k = 0; k < j; k++)
			p -= a[j * b + k] * a[j * b + k];
		if (!(p > TINY * was) || isinf(p))
			return false;
		inv = 1 / sqrt(p);
		a[j * b + j] = inv;
		for (i = j + 1; i < b; i++) {
			double s = a[i * b + j];

			for (k = 0; k < j; k++)
				s -= a[i * b + k] * a[j * b + k];
			a[i * b + j] = s * inv;
		}
	}
	return true;
}

/* x[b x q] becomes L^-1 x */
INLINE void
forward(const double *l, int b, double *x, int q)
{
	int i, j, k;

	for (i = 0; i < b; i++) {
		for (k = 0; k < i; k++)
			for (j = 0; j < q; j++)
				x[i * q + j] -= l[i * b + k] * x[k * q + j];
		for (j = 0; j < q; j++)
			x[i * q + j] *= l[i * b + i];
	}
}

/* x[b x q] becomes L^-T x */
INLINE void
backward(const double *l, int b, double *x, int q)
{
	int i, j, k;

	for (i = b - 1; i >= 0; i--) {
		for (k = i + 1; k < b; k++)
			for (j = 0; j < q; j++)
				x[i * q + j] -= l[k * b + i] * x[k * q + j];
		for (j = 0; j < q; j++)
			x[i * q + j] *= l[i * b + i];
	}
}

/* z[p x q] += sign * x'[r x p]' y[r x q] */
INLINE void
gain(double *z, int p, int q, double sign, const double *x, const double *y,
    int r)
{
	int i, j, k;

	for (i = 0; i < p; i++)
		for (k = 0; k < r; k++) {
			double s = sign * x[k * p + i];

			for (j = 0; j < q; j++)
				z[i * q + j] += s * y[k * q + j];
		}
}

/* to[q x p] is from[p x q] on its side */
INLINE void
transpose(double *to, const double *from, int p, int q)
{
	int i, j;

	for (i = 0; i < q; i++)
		for (j = 0; j < p; j++)
			to[i * p + j] = from[j * q + i];
}

INLINE void
identity(double *a, int b)
{
	int i, j;

	for (i = 0; i < b; i++)
		for (j = 0; j < b; j++)
			a[i * b + j] = i == j;
}

/* Epoch k, when all before it are eliminated; next[k] becomes L_k^-1 times
 * its transpose, which is what every later step wants. */
INLINE bool
eliminate(struct pl_chain *c, size_t k, const int b, const int m)
{
	size_t bb = (size_t)(b * b), bm = (size_t)(b * m);
	double *d = c->diag + k * bb, *s = c->next + k * bb;
	double *e = c->edge + k * bm, *r = c->rhs + k * (size_t)b;
	double t[B * B];

	if (!cholesky(d, b))
		return false;
	forward(d, b, e, m);
	forward(d, b, r, 1);
	gain(c->corner, m, m, -1, e, e, b);
	gain(c->crhs, m, 1, -1, e, r, b);
	if (k + 1 == c->n)
		return true;
	transpose(t, s, b, b);
	forward(d, b, t, b);
	memcpy(s, t, bb * sizeof *s);
	gain(d + bb, b, b, -1, s, s, b);
	gain(e + bm, b, m, -1, s, e, b);
	gain(r + b, b, 1, -1, s, r, b);
	return true;
}

INLINE void
substitute(struct pl_chain *c, size_t k, const int b, const int m)
{
	double *r = c->rhs + k * (size_t)b;
	const double *s = c->next + k * (size_t)(b * b);
	const double *e = c->edge + k * (size_t)(b * m);
	int i, j;

	for (i = 0; i < b; i++) {
		for (j = 0; k + 1 < c->n && j < b; j++)
			r[i] -= s[i * b + j] * r[b + j];
		for (j = 0; j < m; j++)
			r[i] -= e[i * m + j] * c->crhs[j];
	}
	backward(c->diag + k * (size_t)(b * b), b, r, 1);
}

INLINE enum pl_err
solve(struct pl_chain *c, const int b, const int m)
{
	size_t k;

	for (k = 0; k < c->n; k++)
		if (!eliminate(c, k, b, m))
			return PL_ESTATE;
	if (!cholesky(c->corner, m))
		return PL_ESTATE;
	forward(c->corner, m, c->crhs, 1);
	backward(c->corner, m, c->crhs, 1);
	for (k = c->n; k-- > 0;)
		substitute(c, k, b, m);
	return PL_OK;
}

/*
 * x_k = G x_k+1 + H c + L^-T noise with G = -L^-T s and H = -L^-T e, so what
 * is known of epoch k + 1 and of the border says all of epoch k.
 */
INLINE void
epoch(struct pl_chain *c, size_t k, const int b, const int m)
{
	size_t bb = (size_t)(b * b), bm = (size_t)(b * m);
	double *d = c->diag + k * bb, *s = c->next + k * bb;
	double *e = c->edge + k * bm;
	double g[B * B], h[M * B], l[B * B], after[B * B], t[M * B];

	backward(d, b, s, b);
	backward(d, b, e, m);
	transpose(g, s, b, b);
	transpose(h, e, b, m);
	identity(l, b);
	forward(d, b, l, b);
	memset(d, 0, bb * sizeof *d);
	memset(e, 0, bm * sizeof *e);
	gain(d, b, b, 1, l, l, b);
	gain(e, b, m, -1, h, c->corner, m);
	if (k + 1 < c->n) {
		gain(e, b, m, -1, g, e + bm, b);
		transpose(t, e + bm, b, m);
		memset(after, 0, sizeof after);
		gain(after, b, b, -1, g, d + bb, b);
		gain(after, b, b, -1, h, t, m);
		transpose(s, after, b, b);
		gain(d, b, b, -1, g, s, b);
	}
	transpose(t, e, b, m);
	gain(d, b, b, -1, h, t, m);
}

INLINE void
covariance(struct pl_chain *c, const int b, const int m)
{
	double own[M * M];
	size_t k;

	identity(own, m);
	forward(c->corner, m, own, m);
	memset(c->corner, 0, (size_t)(m * m) * sizeof *own);
	gain(c->corner, m, m, 1, own, own, m);
	for (k = c->n; k-- > 0;)
		epoch(c, k, b, m);
}

enum pl_err
pl_chain_solve(struct pl_chain *c)
{
	if (c->b == 3 && c->m == 3)
		return solve(c, 3, 3);
	return solve(c, c->b, c->m);
}

void
pl_chain_covariance(struct pl_chain *c)
{
	if (c->b == 3 && c->m == 3)
		covariance(c, 3, 3);
	else
		covariance(c, c->b, c->m);
}
