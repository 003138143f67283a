/*
 * contrast.h - the difference of means of short runs whose neighbours correlate
 *
 * Model.  A run is one value after another at increasing places x.  All runs
 * share one slope over x and one variance, each has a level of its own, and
 * within a run the correlation of two values is rho^|x - x'|; runs are
 * independent.  The contrast is sum w_i times the level of run i at the place
 * where the weights put it: with weights that add up to 0 a difference of
 * levels at the same x, so that the longer of two runs is not said to differ
 * because it went on; with weights that add up to 1 a mean.
 *
 * Method.  Ordinary least squares; what correlation does to it is exact.  With
 * R the correlations, and M what takes levels and slope out of the values,
 * the squares left have the mean var tr(MR), so var is their sum over that, and
 * by Satterthwaite tr(MR)^2 / tr((MR)^2) degrees of freedom; the variance of
 * the contrast, a'y, is var a'Ra.  rho is not estimated: three values do not
 * tell it, nor do eight.
 *
 * Where the runs of one side (weights below 0) are fewer than those of the
 * other and scatter more, one variance for both claims too little.  So
 * there are two variances of the contrast, by one variance of the values and by
 * one for each side; the greater holds.  For sides of equal size they agree.
 *
 * Where both sides have two runs or more, the runs may differ among
 * themselves by more than their scatter explains.  .by_runs is the same by the
 * scatter of their levels about the mean of their side, all weighted alike.
 *
 * Shapes.  A run is folded into sums once; contrasts of the same runs cost
 * nothing then.  O(n) for a run of n.
 *
 * Sources.  Satterthwaite, Biometrics Bull. 2 (1946) 110; regression with
 * correlated errors by ordinary least squares: Watson, Biometrika 42 (1955) 327.
 */
#ifndef PL_DSP_CONTRAST_H
#define PL_DSP_CONTRAST_H

#include <stddef.h>

#include "../base/err.h"

/* One run in sums; z is x less its mean, R the correlations. */
struct pl_run {
	size_t n;
	double x_mean, y_mean;
	double zz, zy, yy;		/* y about its mean */
	double r11, r1z, rzz;		/* 1'R1, 1'Rz, z'Rz */
	double rr1, rrz, rr;		/* |R1|^2, |Rz|^2, sum R_ij^2 */
};

/*
 * Fold n > 0 values; x must increase by 1 or more from one to the next, 0 <= rho
 * < 1.  room is 4 n numbers, which mean nothing after.
 */
void pl_contrast_fold(struct pl_run *, const double *x, const double *y,
    size_t n, double rho, double *room);

struct pl_contrast {
	double value;
	double se, dof;		/* by the scatter within runs; dof 0: none */
	double by_runs_se, by_runs_dof;	/* by that of their levels */
	double sd;		/* of a value about level and slope */
};

/*
 * The contrast of n runs by their weights.  step is that to which values were
 * rounded: it is taken for the least scatter there can be.  Missing where there
 * is no run.
 */
void pl_contrast_of(const struct pl_run *, const double *weight, size_t n,
    double step, struct pl_contrast *);

#endif
