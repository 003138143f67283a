/*
 * orient_history.h - nodes and epochs of a recording (inside of orient.c)
 *
 * Node k stands at row pl_history_row(k); epoch k lies between nodes k and
 * k + 1.  A reversed record has its nodes at the same instants.
 */
#ifndef PL_IMU_ORIENT_HISTORY_H
#define PL_IMU_ORIENT_HISTORY_H

#include <stdbool.h>

#include "../dsp/chain.h"
#include "orient.h"
#include "orient_strap.h"

struct pl_epoch {
	double s;		/* its length, seconds */
	double blind_s[2];	/* of it without accelerometer, gyroscope */
	bool rest;		/* all of it */
	pl_vec rate;		/* mean of the gyroscope, rad/s */
	struct pl_strap strap;
};

struct pl_node {
	pl_quat q;		/* sensor to earth */
	pl_vec v, b;		/* velocity, m/s; gyro bias, rad/s */
	double speed;		/* RMS of one axis of v to be expected, m/s */
};

struct pl_history {
	const struct pl_orient *is;
	size_t rows, epochs;
	struct pl_node *node;	/* epochs + 1 */
	struct pl_epoch *epoch;
	struct pl_chain chain;	/* 9 unknowns a node, 1 shared */
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

/* What speed to expect at each node, from the velocities found around it. */
void pl_history_learn(struct pl_history *);

#endif
