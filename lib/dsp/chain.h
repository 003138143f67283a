/*
 * chain.h - least squares on a chain of epochs with slow and shared unknowns
 *
 * Every epoch k of n has b unknowns x_k; the epochs of a group share s slow
 * unknowns u_j, which change only from group to group; and all share m
 * unknowns c, the border.  A measurement touches one epoch, or one and the
 * next, and what they share:
 *
 *	now x_k + next x_k+1 + shared (u_j, c) = value +- 1 / sqrt(weight)
 *
 * where j is the group of link k (from epoch k to k + 1).  Its normal
 * equations are block tridiagonal but for a few dense rows, and are solved by
 * block Cholesky in O(n b (b + s + m)^2) time and no memory beyond them: one
 * epoch after the other, and after the last of a group its slow unknowns, is
 * eliminated from a small dense front.  Smoothers of Kalman's kind are exactly
 * this; here they are written as the rows of what is believed.
 *
 * Shapes.  All matrices are row by row.  Of epoch k: diag[k b b] (its lower
 * triangle counts), next[k b b] with rows of epoch k and columns of k + 1,
 * edge[k b (s + m)] with the slow unknowns of link k (of the last link, for
 * the last epoch) and the border, rhs[k b].  Of group j: slow[j s (2 s + m)],
 * with itself, the next group and the border, srhs[j s], and seam[j b s] with
 * rows of the first epoch of the next group, which its last link touches.
 * corner[m m] is the border's own, crhs[m] its right hand side.  All groups
 * are as long as each other, give or take a link, and the same counted from
 * either end.
 *
 * Units.   The caller's.  Scaling an unknown by any factor changes nothing
 * but that unknown.
 *
 * Errors.  PL_ENOMEM; PL_ERANGE for sizes outside the limits below; PL_ESTATE
 * when the measurements do not determine the unknowns, or hold what is not
 * finite: the equations are spent all the same.
 *
 * Sources. Björck, Numerical methods for least squares problems (1996); the
 * front is that of Irons (1970) and Duff & Reid (1983); the blocks of the
 * inverse by the recursion of Takahashi, Fagan & Chen (1973), which for a
 * chain is the smoother of Rauch, Tung & Striebel (1965).
 */
#ifndef PL_DSP_CHAIN_H
#define PL_DSP_CHAIN_H

#include <stddef.h>

#include "../base/err.h"

/* Greatest sizes of b, s and m. */
enum { PL_CHAIN_BLOCK = 6, PL_CHAIN_SLOW = 3, PL_CHAIN_BORDER = 5 };

struct pl_chain_size {
	size_t n, groups;	/* epochs; at least 1, at most n */
	int b, s, m;
};

struct pl_chain {
	struct pl_chain_size is;
	double *diag, *next, *edge, *rhs;	/* of epochs */
	double *slow, *srhs, *seam;		/* of groups */
	double *corner, *crhs;
};

/* Equations without measurements, all zero. */
enum pl_err pl_chain_init(struct pl_chain *, const struct pl_chain_size *)
    PL_MUST;
void pl_chain_free(struct pl_chain *);

/* Forget all measurements. */
void pl_chain_clear(struct pl_chain *);

/* Make the measurements of one chain those of another of its sizes. */
void pl_chain_copy(struct pl_chain *to, const struct pl_chain *from);

/* The first link of group j; of group groups, the number of links.  A chain
 * of one epoch has one link that leads nowhere. */
size_t pl_chain_first(const struct pl_chain *, size_t j);

/*
 * Add rows measurements of epoch k, whose link belongs to group j (and of
 * epoch k + 1, if next is not NULL): now and next are rows x b, shared is rows
 * x (s + m), any of them NULL for zeros; value and weight (1 / variance) are
 * rows long.
 */
void pl_chain_add(struct pl_chain *, size_t k, size_t j, int rows,
    const double *now, const double *next, const double *shared,
    const double *value, const double *weight);

/* Add that unknown i of epoch k, or of the border, is value. */
void pl_chain_prior(struct pl_chain *, size_t k, int i, double value,
    double weight);
void pl_chain_shared(struct pl_chain *, int i, double value, double weight);

/* Add that slow unknown i of group j is value; that the next group's is keep
 * times it. */
void pl_chain_slow(struct pl_chain *, size_t j, int i, double value,
    double weight);
void pl_chain_drift(struct pl_chain *, size_t j, int i, double keep,
    double weight);

/* Solve: rhs, srhs and crhs become the unknowns; the rest holds the factor. */
enum pl_err pl_chain_solve(struct pl_chain *) PL_MUST;

/* After pl_chain_solve, turn the factor into covariances: diag[k] that of
 * epoch k, corner that of the border (both whole). */
void pl_chain_covariance(struct pl_chain *);

#endif
