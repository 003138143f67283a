/*
 * orient_solve.h - the least squares of a history (inside of orient.c)
 */
#ifndef PL_IMU_ORIENT_SOLVE_H
#define PL_IMU_ORIENT_SOLVE_H

#include "orient_history.h"

/* One step towards the most probable history, on fresh straps; near says that
 * it is no longer far.  change is the most that up has moved, rad. */
enum pl_err pl_history_solve(struct pl_history *, bool near, double *change)
    PL_MUST;

/* After the last step: the variance of up at every node, rad^2, of which
 * node k's is that at k. */
void pl_history_variance(struct pl_history *, double *variance);

#endif
