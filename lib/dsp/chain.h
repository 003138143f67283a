/*
 * chain.h - least squares on a chain of epochs with a few shared unknowns
 *
 * Every epoch k of n has b unknowns x_k, and all share m unknowns c, the
 * border.  A measurement touches one epoch, or one and the next, and the
 * border:
 *
 *	now x_k + next x_k+1 + border c = value +- 1 / sqrt(weight)
 *
 * Its normal equations are block tridiagonal with a dense border, and are
 * solved by block Cholesky in O(n b^2 (b + m)) time and no memory beyond
 * them.  Smoothers of Kalman's kind are exactly this; here they are written
 * as the rows of what is believed.
 *
 * Shapes.  All matrices are row by row.  diag[k b b] is the block of epoch k
 * (its lower triangle counts), next[k b b] that of rows of epoch k + 1 and
 * columns of epoch k, edge[k b m] that of rows of k and columns of the
 * border, corner[m m] the border's own; rhs[k b] and crhs[m] the right hand
 * sides.  b is 1..PL_CHAIN_BLOCK, m is 0..PL_CHAIN_BORDER, n at least 1.
 *
 * Units.   The caller's.  Scaling an unknown by any factor changes nothing
 * but that unknown.
 *
 * Errors.  PL_ENOMEM; PL_ERANGE for sizes outside those limits; PL_ESTATE
 * when the measurements do not determine the unknowns, or hold what is not
 * finite: the equations are spent all the same.
 *
 * Sources. Björck, Numerical methods for least squares problems (1996);
 * the blocks of the inverse by the recursion of Takahashi, Fagan & Chen
 * (1973), which for a chain is the smoother of Rauch, Tung & Striebel (1965).
 */
#ifndef PL_DSP_CHAIN_H
#define PL_DSP_CHAIN_H

#include <stddef.h>

#include "../base/err.h"

enum { PL_CHAIN_BLOCK = 9, PL_CHAIN_BORDER = 3 };

struct pl_chain {
	size_t n;
	int b, m;
	double *diag, *next, *edge, *rhs, *corner, *crhs;
};

/* Equations without measurements, all zero. */
enum pl_err pl_chain_init(struct pl_chain *, size_t n, int b, int m) PL_MUST;
void pl_chain_free(struct pl_chain *);

/* Forget all measurements. */
void pl_chain_clear(struct pl_chain *);

/* Make the measurements of one chain those of another of its sizes. */
void pl_chain_copy(struct pl_chain *to, const struct pl_chain *from);

/*
 * Add rows measurements of epoch k (and k + 1, if next is not NULL): now and
 * next are rows x b, border is rows x m, any of them NULL for zeros; value
 * and weight (1 / variance) are rows long.
 */
void pl_chain_add(struct pl_chain *, size_t k, int rows, const double *now,
    const double *next, const double *border, const double *value,
    const double *weight);

/* Add that unknown i of epoch k is value. */
void pl_chain_prior(struct pl_chain *, size_t k, int i, double value,
    double weight);

/* Solve: rhs and crhs become the unknowns; the rest holds the factor. */
enum pl_err pl_chain_solve(struct pl_chain *) PL_MUST;

/*
 * After pl_chain_solve, turn the factor into the covariance of the unknowns:
 * diag[k] of epoch k (whole), next[k] of epochs k + 1 and k, edge[k] of epoch
 * k and the border, corner of the border.
 */
void pl_chain_covariance(struct pl_chain *);

#endif
