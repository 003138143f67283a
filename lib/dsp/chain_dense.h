/*
 * chain_dense.h - small dense matrices of a chain (inside of chain_*.c)
 *
 * p unknowns that are eliminated are p rows: their own symmetric block, then
 * the q columns of all that they touch, and among them the right hand side.
 * Elimination by rows (Gauss, no pivots: the block is positive definite) leaves
 * U of A = U' D^-1 U, with the inverse of its diagonal D in place of it, and
 * beside it D L^-1 of the rest, which is what every later step wants.
 *
 * Sizes are arguments, and every function is inlined, so that a caller with
 * constant sizes gets straight code.
 */
#ifndef PL_DSP_CHAIN_DENSE_H
#define PL_DSP_CHAIN_DENSE_H

#include <math.h>
#include <stdbool.h>

#include "../base/lanes.h"
#include "chain.h"

#define CHAIN_INLINE static inline __attribute__((always_inline))

/* A pivot below this part of its diagonal is rounding, not information. */
#define CHAIN_TINY 1e-14

/* Columns that rows touch, and all of a row, in whole vectors. */
enum {
	CHAIN_FRONT = (PL_CHAIN_BLOCK + PL_CHAIN_SLOW + PL_CHAIN_BORDER + 1 +
	    1) / 2 * 2,
	CHAIN_WIDE = PL_CHAIN_BLOCK + CHAIN_FRONT
};

typedef double chain_rows[PL_CHAIN_BLOCK][CHAIN_WIDE];

/* Eliminate p rows against each other, over all of their p + q columns. */
CHAIN_INLINE bool
chain_eliminate(chain_rows a, int p, int q)
{
	double was[PL_CHAIN_BLOCK];
	int i, j, k;

	for (k = 0; k < p; k++)
		was[k] = a[k][k];
	for (k = 0; k < p; k++) {
		double pivot = a[k][k], inv = 1 / pivot;

		if (!(pivot > CHAIN_TINY * was[k]) || isinf(pivot))
			return false;
		for (i = k + 1; i < p; i++) {
			double l = a[k][i] * inv;

			LANES
			for (j = 0; j < p + q; j++)
				a[i][j] -= l * a[k][j];
		}
		a[k][k] = inv;
	}
	return true;
}

/* What is beside U, of columns p..p+q-1, becomes A^-1 times what it was before
 * elimination. */
CHAIN_INLINE void
chain_backward(chain_rows a, int p, int q)
{
	int i, j, k;

	for (i = p - 1; i >= 0; i--) {
		for (k = i + 1; k < p; k++)
			for (j = p; j < p + q; j++)
				a[i][j] -= a[i][k] * a[k][j];
		for (j = p; j < p + q; j++)
			a[i][j] *= a[i][i];
	}
}

CHAIN_INLINE void
chain_copy(double *to, const double *from, int n)
{
	int i;

	for (i = 0; i < n; i++)
		to[i] = from[i];
}

CHAIN_INLINE void
chain_add(double *to, const double *from, int n)
{
	int i;

	for (i = 0; i < n; i++)
		to[i] += from[i];
}

#endif
