/*
 * gravity.h - an acceleration without gravity, and the gravity, added
 *
 * Phones split what an accelerometer feels in two; only the sum is specific
 * force.  Both recordings are dated and name their axes alike.  Gravity is
 * taken by straight lines between stamps less than 0.2 s apart; beyond them
 * the sum is missing.
 */
#ifndef PL_IO_RECORDER_GRAVITY_H
#define PL_IO_RECORDER_GRAVITY_H

#include "../raw.h"

/* Add to the axes name[0..2] of r those of gravity; both must have them. */
void pl_gravity_add(struct pl_raw *r, const struct pl_raw *gravity,
    const char *const name[3]);

/* The mean size of three columns over the rows that have all, 0 for none. */
double pl_gravity_mean(const struct pl_raw *, const char *const name[3]);

/* Is a file of this name, of whatever folder, said to be of gravity alone, or
 * of what is left without it?  Phones make both of other sensors, smooth them,
 * and call their axes x y z, as those of the accelerometer.  NULL: no. */
bool pl_gravity_made(const char *path);

#endif
