#include "chain_dense.h"

enum { B = PL_CHAIN_BLOCK, FRONT = CHAIN_FRONT };

/* The covariance of the unknowns of a front: the next epoch, the slow ones,
 * the border. */
typedef double covariance[FRONT][FRONT];

/* A^-1 from U of A = U' D^-1 U: z D z' with z = U^-1. */
CHAIN_INLINE void
inverse(chain_rows a, int p, double to[B][B])
{
	chain_rows z;
	int i, j, k;

	for (i = 0; i < p; i++) {
		chain_copy(z[i], a[i], p);
		for (j = 0; j < p; j++)
			z[i][p + j] = i == j;
	}
	chain_backward(z, p, p);
	for (i = 0; i < p; i++)
		for (j = 0; j < p; j++)
			to[i][j] = 0;
	for (k = 0; k < p; k++) {
		double d = 1 / a[k][k];

		for (i = 0; i <= k; i++)
			for (j = 0; j < p; j++)
				to[i][j] += z[i][p + k] * d * z[j][p + k];
	}
}

/*
 * p unknowns x = A^-1 (noise - w f) were eliminated against a front of q: with
 * the covariance of f known, own becomes that of x, and with that of x and f.
 */
CHAIN_INLINE void
recall(covariance of, chain_rows a, int p, int q, double with[B][FRONT],
    double own[B][B])
{
	int i, j, k;

	chain_backward(a, p, q);
	inverse(a, p, own);
	for (i = 0; i < p; i++) {
		for (j = 0; j < q; j++)
			with[i][j] = 0;
		for (k = 0; k < q; k++)
			for (j = 0; j < q; j++)
				with[i][j] -= a[i][p + k] * of[k][j];
	}
	for (i = 0; i < p; i++)
		for (j = 0; j < p; j++)
			for (k = 0; k < q; k++)
				own[i][j] -= with[i][k] * a[j][p + k];
}

CHAIN_INLINE void
epoch(struct pl_chain *c, covariance of, size_t k, const int b, const int s,
    const int m)
{
	const int e = s + m;
	double *d = c->diag + k * (size_t)(b * b);
	const double *x = c->next + k * (size_t)(b * b);
	const double *z = c->edge + k * (size_t)(b * e);
	double with[B][FRONT], own[B][B];
	chain_rows a;
	int i, j;

	for (i = 0; i < b; i++) {
		chain_copy(a[i], d + i * b, b);
		chain_copy(a[i] + b, x + i * b, b);
		chain_copy(a[i] + 2 * b, z + i * e, e);
	}
	recall(of, a, b, b + e, with, own);
	for (i = 0; i < b; i++) {
		chain_copy(d + i * b, own[i], b);
		chain_copy(of[i], own[i], b);
		for (j = b; j < b + e; j++)
			of[i][j] = of[j][i] = with[i][j];
	}
}

CHAIN_INLINE void
group(const struct pl_chain *c, covariance of, size_t j, const int b,
    const int s, const int m)
{
	const int q = b + s + m, wide = 2 * s + m;
	const double *own = c->slow + j * (size_t)(s * wide);
	const double *seam = c->seam + j * (size_t)(b * s);
	double with[B][FRONT], at[B][B];
	chain_rows a;
	int i, k;

	for (i = 0; i < s; i++) {
		chain_copy(a[i], own + i * wide, s);
		for (k = 0; k < b; k++)
			a[i][s + k] = seam[k * s + i];
		chain_copy(a[i] + s + b, own + i * wide + s, s + m);
	}
	recall(of, a, s, q, with, at);
	for (i = 0; i < s; i++)
		for (k = 0; k < q; k++)
			of[b + i][k] = of[k][b + i] = k >= b && k < b + s ?
			    at[i][k - b] : with[i][k];
}

CHAIN_INLINE void
border(struct pl_chain *c, covariance of, int at, int m)
{
	double own[B][B];
	chain_rows a;
	int i;

	for (i = 0; i < m; i++)
		chain_copy(a[i], c->corner + i * m, m);
	inverse(a, m, own);
	for (i = 0; i < m; i++) {
		chain_copy(of[at + i] + at, own[i], m);
		chain_copy(c->corner + i * m, own[i], m);
	}
}

CHAIN_INLINE void
all(struct pl_chain *c, const int b, const int s, const int m)
{
	covariance of = { { 0 } };
	size_t j, k = c->is.n;

	border(c, of, b + s, m);
	for (j = c->is.groups; j-- > 0;) {
		if (s)
			group(c, of, j, b, s, m);
		for (; k-- > pl_chain_first(c, j);)
			epoch(c, of, k, b, s, m);
		k++;
	}
}

void
pl_chain_covariance(struct pl_chain *c)
{
	struct pl_chain_size is = c->is;

	if (is.b == 6 && is.s == 3 && is.m == 1)
		all(c, 6, 3, 1);
	else
		all(c, is.b, is.s, is.m);
}
