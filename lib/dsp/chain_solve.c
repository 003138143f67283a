#include <string.h>

#include "chain_dense.h"

enum { B = PL_CHAIN_BLOCK, FRONT = CHAIN_FRONT };

/*
 * What elimination has left between the unknowns that are still open and
 * already touched: the next epoch, the slow unknowns, the border, and as the
 * last column the right hand side; its upper triangle.
 */
typedef double front[FRONT][FRONT];

/* f = keep f - w' U^-1 w for rows from..to-1 of f, w beside U in a; what of the
 * lower triangle makes whole vectors comes along. */
CHAIN_INLINE void
update(front f, chain_rows a, int p, int from, int to, int q, double keep)
{
	const int wide = (q + 1) / 2 * 2;
	int i, j, k;

	for (i = from; i < to; i++) {
		double t[FRONT];

		for (j = 0; j < wide; j++)
			t[j] = keep * f[i][j];
		for (k = 0; k < p; k++) {
			double l = a[k][p + i] * a[k][k];

			LANES
			for (j = 0; j < wide; j++)
				t[j] -= l * a[k][p + j];
		}
		for (j = 0; j < wide; j++)
			f[i][j] = t[j];
	}
}

/* Epoch k, when all before it are eliminated. */
CHAIN_INLINE bool
epoch(struct pl_chain *c, front f, size_t k, const int b, const int s,
    const int m)
{
	const int e = s + m, q = b + e + 1;
	double *d = c->diag + k * (size_t)(b * b);
	double *x = c->next + k * (size_t)(b * b);
	double *z = c->edge + k * (size_t)(b * e), *r = c->rhs + k * (size_t)b;
	chain_rows a;
	int i, j;

	for (i = 0; i < b; i++) {
		for (j = 0; j < b; j++)
			a[i][j] = d[i * b + j] + (j < i ? f[j][i] : f[i][j]);
		chain_copy(a[i] + b, x + i * b, b);
		chain_copy(a[i] + 2 * b, z + i * e, e);
		chain_add(a[i] + 2 * b, f[i] + b, e);
		a[i][b + q - 1] = r[i] + f[i][q - 1];
		a[i][b + q] = 0;
	}
	if (!chain_eliminate(a, b, (q + 1) / 2 * 2))
		return false;
	for (i = 0; i < b; i++) {
		chain_copy(d + i * b, a[i], b);
		chain_copy(x + i * b, a[i] + b, b);
		chain_copy(z + i * e, a[i] + 2 * b, e);
		r[i] = a[i][b + q - 1];
	}
	update(f, a, b, 0, b, q, 0);
	update(f, a, b, b, b + e, q, 1);
	return true;
}

/* The slow unknowns of group j, when all its epochs are eliminated. */
CHAIN_INLINE bool
group(struct pl_chain *c, front f, size_t j, const int b, const int s,
    const int m)
{
	const int q = b + s + m + 1, wide = 2 * s + m;
	double *own = c->slow + j * (size_t)(s * wide);
	double *seam = c->seam + j * (size_t)(b * s);
	double *r = c->srhs + j * (size_t)s;
	chain_rows a = { { 0 } };
	int i, k;

	for (i = 0; i < s; i++) {
		for (k = 0; k < s; k++)
			a[i][k] = own[i * wide + k] + (k < i ?
			    f[b + k][b + i] : f[b + i][b + k]);
		for (k = 0; k < b; k++)
			a[i][s + k] = f[k][b + i] + seam[k * s + i];
		chain_copy(a[i] + s + b, own + i * wide + s, s + m);
		chain_add(a[i] + s + b + s, f[b + i] + b + s, m);
		a[i][s + q - 1] = r[i] + f[b + i][q - 1];
	}
	if (!chain_eliminate(a, s, q))
		return false;
	for (i = 0; i < s; i++) {
		chain_copy(own + i * wide, a[i], s);
		chain_copy(own + i * wide + s, a[i] + s + b, s + m);
		for (k = 0; k < b; k++)
			seam[k * s + i] = a[i][s + k];
		r[i] = a[i][s + q - 1];
		/* from here on these are the next group's */
		memset(f[b + i], 0, sizeof f[b + i]);
		for (k = 0; k < b; k++)
			f[k][b + i] = 0;
	}
	update(f, a, s, 0, q - 1, q, 1);
	return true;
}

/* The border, when all else is eliminated, is solved at once. */
CHAIN_INLINE bool
border(struct pl_chain *c, front f, const int at, const int m)
{
	chain_rows a;
	int i, j;

	for (i = 0; i < m; i++) {
		for (j = 0; j < m; j++)
			a[i][j] = c->corner[i * m + j] + (j < i ?
			    f[at + j][at + i] : f[at + i][at + j]);
		a[i][m] = c->crhs[i] + f[at + i][at + m];
	}
	if (!chain_eliminate(a, m, 1))
		return false;
	for (i = 0; i < m; i++)
		chain_copy(c->corner + i * m, a[i], m);
	chain_backward(a, m, 1);
	for (i = 0; i < m; i++)
		c->crhs[i] = a[i][m];
	return true;
}

CHAIN_INLINE bool
eliminate(struct pl_chain *c, const int b, const int s, const int m)
{
	front f = { { 0 } };
	size_t j, k;

	for (j = k = 0; j < c->is.groups; j++) {
		size_t to = j + 1 < c->is.groups ? pl_chain_first(c, j + 1) :
		    c->is.n;

		for (; k < to; k++)
			if (!epoch(c, f, k, b, s, m))
				return false;
		if (s && !group(c, f, j, b, s, m))
			return false;
	}
	return border(c, f, b + s, m);
}

/* r[p] -= a[p x q] x; rows are stride apart */
CHAIN_INLINE void
take(double *r, const double *a, int stride, const double *x, int p, int q)
{
	int i, j;

	for (i = 0; i < p; i++)
		for (j = 0; j < q; j++)
			r[i] -= a[i * stride + j] * x[j];
}

/* r becomes U^-1 r; rows of U are stride apart */
CHAIN_INLINE void
descend(const double *u, int stride, double *r, int p)
{
	int i, k;

	for (i = p - 1; i >= 0; i--) {
		for (k = i + 1; k < p; k++)
			r[i] -= u[i * stride + k] * r[k];
		r[i] *= u[i * stride + i];
	}
}

CHAIN_INLINE void
substitute_group(struct pl_chain *c, size_t j, const int b, const int s,
    const int m)
{
	const int wide = 2 * s + m;
	double *r = c->srhs + j * (size_t)s;
	const double *own = c->slow + j * (size_t)(s * wide);
	const double *seam = c->seam + j * (size_t)(b * s);
	int i, k;

	take(r, own + 2 * s, wide, c->crhs, s, m);
	if (j + 1 < c->is.groups) {
		const double *x = c->rhs + pl_chain_first(c, j + 1) * (size_t)b;

		take(r, own + s, wide, r + s, s, s);
		for (i = 0; i < s; i++)
			for (k = 0; k < b; k++)
				r[i] -= seam[k * s + i] * x[k];
	}
	descend(own, wide, r, s);
}

CHAIN_INLINE void
substitute(struct pl_chain *c, const int b, const int s, const int m)
{
	const int e = s + m;
	size_t j, k = c->is.n;

	for (j = c->is.groups; j-- > 0;) {
		if (s)
			substitute_group(c, j, b, s, m);
		for (; k-- > pl_chain_first(c, j);) {
			double *r = c->rhs + k * (size_t)b;
			const double *z = c->edge + k * (size_t)(b * e);

			if (k + 1 < c->is.n)
				take(r, c->next + k * (size_t)(b * b), b,
				    r + b, b, b);
			take(r, z, e, c->srhs + j * (size_t)s, b, s);
			take(r, z + s, e, c->crhs, b, m);
			descend(c->diag + k * (size_t)(b * b), b, r, b);
		}
		k++;
	}
}

CHAIN_INLINE enum pl_err
solve(struct pl_chain *c, const int b, const int s, const int m)
{
	if (!eliminate(c, b, s, m))
		return PL_ESTATE;
	substitute(c, b, s, m);
	return PL_OK;
}

enum pl_err
pl_chain_solve(struct pl_chain *c)
{
	struct pl_chain_size is = c->is;

	if (is.b == 6 && is.s == 3 && is.m == 1)
		return solve(c, 6, 3, 1);
	if (is.b == 3 && is.s == 0 && is.m == 3)
		return solve(c, 3, 0, 3);
	return solve(c, is.b, is.s, is.m);
}
