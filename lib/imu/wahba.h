/*
 * wahba.h - the rotation between two sensors that see the same vectors
 *
 * Wahba's problem: of all proper rotations the one that brings vectors b of
 * one frame nearest to vectors a of another, with the least sum of |a - R b|^2.
 * The quaternion is the eigenvector of a symmetric matrix of four rows that
 * has the greatest eigenvalue; the latter is the sum of a . R b.
 *
 * Where all vectors lie along one axis a turn about it is not determined, and
 * some is chosen.
 *
 * Sources. Wahba, A least squares estimate of satellite attitude (SIAM Review
 * 1965); Horn, Closed-form solution of absolute orientation using unit
 * quaternions (J. Opt. Soc. Am. A 1987).  Eigenvectors by Jacobi's rotations.
 */
#ifndef PL_IMU_WAHBA_H
#define PL_IMU_WAHBA_H

#include "../base/quat.h"

/* q_ab, which takes b's frame to a's; s[i][j] is the sum of b_i a_j over all
 * pairs.  *most becomes the sum of a . R b. */
pl_quat pl_wahba_turn(const double s[3][3], double *most);

#endif
