/*
 * device.h - the sensors whose columns a table has
 *
 * A device is what sits at one place: acc_{x,y,z}_m_s2 and gyr_{x,y,z}_rad_s,
 * either of them or both, with the place as prefix where there are several.
 * Where a place has no axes of the sensor but those of the trunk,
 * acc_{fwd,up,right}_m_s2 and the like, these are the device's.
 */
#ifndef PL_IMU_DEVICE_H
#define PL_IMU_DEVICE_H

#include <stdbool.h>

#include "../base/table.h"

enum { PL_DEVICE_NAME = 96 };

struct pl_device {
	char name[6][PL_DEVICE_NAME];	/* acc x, y, z, gyr x, y, z */
	const double *x[6];		/* NULL where it has none */
	int prefix;			/* bytes of the names before acc, gyr */
	bool trunk;			/* fwd, up, right for x, y, z */
};

/* Does a device begin at this column?  PL_ECOLUMN if it does and one of three
 * axes is missing; *d is whole all the same. */
enum pl_err pl_device_at(const struct pl_table *, int col, struct pl_device *,
    bool *begins, struct pl_fault *) PL_MUST;

/* Is this the name of a signal, in whatever axes? */
bool pl_device_signal(const char *name);

/* Does a column still hold when the signals of the devices change?  So do they
 * themselves, what plumb-read makes, and what is foreign. */
bool pl_device_lasts(const struct pl_table *, const char *name);

#endif
