/*
 * jacobi.h - principal axes of a symmetric matrix of three
 *
 * Shapes.  m is row by row and is taken for symmetric: its lower triangle is
 * not read.  axis[i] are unit vectors across each other, value[i] their
 * eigenvalues, the largest first.  The sign of an axis says nothing; a matrix
 * that is not finite gives what is not.
 *
 * Source.  Jacobi's method by rows (Golub & Van Loan, Matrix Computations).
 */
#ifndef PL_BASE_JACOBI_H
#define PL_BASE_JACOBI_H

#include "vec.h"

void pl_jacobi_axes(const double m[9], pl_vec axis[3], double value[3]);

#endif
