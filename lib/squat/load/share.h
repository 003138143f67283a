/*
 * share.h - one moment shared among muscles that pull the same way
 *
 * Rule.    Of all forces F_i >= 0 with sum F_i r_i = M, those that make
 * sum (F_i / A_i)^p least: F_i = lambda w_i with w_i = A_i (A_i r_i)^(1/(p-1)).
 * p = 2 is quadratic in stress; as p grows it tends to equal stress, w_i = A_i,
 * which is an infinite p here and the only rule to which it makes no
 * difference whether a muscle is counted as one or as two.
 *
 * Bounds.  No F_i exceeds A_i times a tension.  The forces are then
 * min(bound_i, lambda w_i), and the moment is concave and piecewise linear in
 * lambda; so lambda is the largest of a few straight lines in the moment,
 * which needs no search and no branch.  pl_share_at finds it as the books do,
 * by an active set: what exceeds its bound is fixed there, the rest share what
 * is left, again until none exceeds, which takes at most as many passes as
 * there are muscles.
 *
 * Elsewhere.  What the muscles cannot or must not carry is told apart: M less
 * sum F_i r_i.  It is what lies beyond all bounds, and all of a negative
 * moment, which asks for flexors.
 *
 * Units.   N m, N, m, cm^2, N/cm^2; forces of both sides together.
 *
 * Sources. Equal stress and bounds: Bean, Chaffin & Schultz (1988); powers of
 * stress: Crowninshield & Brand (1981), p = 3; closed forms by Lagrange.
 */
#ifndef PL_SQUAT_SHARE_H
#define PL_SQUAT_SHARE_H

#include <stddef.h>

#include "../../base/err.h"
#include "muscle.h"

#define PL_SHARE_P_LO 1.1	/* below, one muscle does it all */

struct pl_rule {
	double p;			/* infinite: equal stress */
	double tension_n_cm2;		/* above 0; infinite: no bounds */
};

struct pl_share {
	int n;
	double arm_m[PL_MUSCLES], area_cm2[PL_MUSCLES];
	double weight[PL_MUSCLES], bound_n[PL_MUSCLES];
	double capacity_nm;		/* of all bounds; may be infinite */
	int lines;			/* of lambda over the moment */
	double slope[PL_MUSCLES], less[PL_MUSCLES];
};

/* PL_ERANGE for a rule beyond its limits, no muscle or more than PL_MUSCLES,
 * or one without area or arm. */
enum pl_err pl_share_init(struct pl_share *, const struct pl_muscle *, int n,
    const struct pl_rule *) PL_MUST;

/* The forces at one moment by active set; what is carried elsewhere goes to
 * *elsewhere_nm.  Returns the passes that it took. */
int pl_share_at(const struct pl_share *, double moment_nm,
    double force_n[PL_MUSCLES], double *elsewhere_nm);

/* The force of muscle i in n rows.  A missing moment gives a missing force. */
void pl_share_run(const struct pl_share *, int i, const double *moment_nm,
    size_t n, double *force_n);

/* What is carried elsewhere in n rows. */
void pl_share_elsewhere(const struct pl_share *, const double *moment_nm,
    size_t n, double *elsewhere_nm);

/*
 * What pulls along the spine in n rows, for pl_muscle_compression: the sum of
 * all forces, and beyond the bounds what muscles at the same stress would have
 * to pull.  Were that left out, compression would stop growing where the load
 * is highest.
 */
void pl_share_pull(const struct pl_share *, const double *moment_nm, size_t n,
    double *pull_n);

#endif
