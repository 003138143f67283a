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

/* Unknowns of a node: correction of attitude (earth frame), velocity; of a
 * group: gyro bias; of all: size of gravity. */
enum {
	PL_HISTORY_PHI, PL_HISTORY_VEL = 3, PL_HISTORY_NODE = 6,
	PL_HISTORY_SLOW = 3, PL_HISTORY_GRAVITY = 0, PL_HISTORY_SHARED = 1
};

struct pl_epoch {
	double s;		/* its length, seconds */
	double blind_s[2];	/* of it without accelerometer, gyroscope */
	bool rest;		/* all of it */
	pl_vec rate;		/* mean of the gyroscope at rest, rad/s */
	struct pl_strap strap;
};

struct pl_node {
	pl_quat q;		/* sensor to earth */
	pl_vec v;		/* velocity, m/s */
	double speed;		/* RMS of one axis of v to be expected, m/s */
};

/* Epochs that share a gyro bias, rad/s: what is believed, and what was taken
 * off in their straps. */
struct pl_group { pl_vec bias, taken; };

struct pl_history {
	const struct pl_orient *is;
	size_t rows, epochs;
	struct pl_node *node;	/* epochs + 1 */
	struct pl_epoch *epoch;
	struct pl_group *group;
	struct pl_chain chain;	/* groups are its groups */
};

enum pl_err pl_history_init(struct pl_history *, const struct pl_orient *,
    size_t rows, double rate_hz) PL_MUST;
void pl_history_free(struct pl_history *);

size_t pl_history_row(const struct pl_history *, size_t k);

/* First attitudes, from straps: follow the gyroscope and lean towards the
 * specific force.  PL_ESTATE if it shows no gravity. */
enum pl_err pl_history_level(struct pl_history *) PL_MUST;

/* What speed to expect at each node, from the velocities found around it. */
void pl_history_learn(struct pl_history *);

#endif
