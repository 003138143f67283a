/*
 * orient_solve.h - the history of nodes, and its least squares (inside of
 * orient.c)
 *
 * Node k stands at row pl_history_row(k); epoch k lies between nodes k and
 * k + 1.  A reversed record has its nodes at the same instants.
 */
#ifndef PL_IMU_ORIENT_SOLVE_H
#define PL_IMU_ORIENT_SOLVE_H

#include <stdbool.h>

#include "../dsp/chain.h"
#include "orient.h"
#include "orient_strap.h"

struct pl_epoch {
	double s;		/* its length, seconds */
	double blind_s[2];	/* of it without accelerometer, gyroscope */
	bool rest;		/* all of it */
	pl_vec rate;		/* mean of the gyroscope, rad/s, if at rest */
};

struct pl_node {
	pl_quat q;		/* sensor to earth */
	pl_vec v, b;		/* velocity, m/s; gyro bias, rad/s */
};

struct pl_history {
	const struct pl_orient *is;
	size_t rows, epochs;
	double g;			/* size of the specific force at rest */
	struct pl_node *node;		/* epochs + 1 */
	struct pl_epoch *epoch;
	struct pl_strap *strap;
	struct pl_chain chain;
};

enum pl_err pl_history_init(struct pl_history *, const struct pl_orient *,
    size_t rows, double rate_hz) PL_MUST;
void pl_history_free(struct pl_history *);

size_t pl_history_row(const struct pl_history *, size_t k);

/* The bias that holds over epoch k. */
pl_vec pl_history_bias(const struct pl_history *, size_t k);

/* First attitudes, from straps: follow the gyroscope and lean towards the
 * specific force.  PL_ESTATE if it shows no gravity. */
enum pl_err pl_history_level(struct pl_history *) PL_MUST;

/* One step of Gauss and Newton on fresh straps; the largest change of
 * attitude in rad. */
enum pl_err pl_history_solve(struct pl_history *, double *change) PL_MUST;

#endif
