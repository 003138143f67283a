/*
 * orient_record.h - a recording with its holes bridged (inside of orient.c)
 */
#ifndef PL_IMU_ORIENT_RECORD_H
#define PL_IMU_ORIENT_RECORD_H

#include <stdbool.h>
#include <stddef.h>

#include "../base/err.h"

/* What is bridged at a row. */
enum { PL_HOLE_ACC = 1, PL_HOLE_GYR = 2, PL_HOLE_BOTH = 3 };

struct pl_record {
	const double *acc[3];
	const double *gyr[3];	/* NULL without gyroscope */
	unsigned char *hole;	/* per row: what is bridged, not measured;
				 * NULL if nothing */
	double *own[2];		/* memory of bridged acc and gyr, or NULL */
	size_t n;
	double dt;
	double fastest;		/* no rate is larger, rad/s */
	bool blind;		/* no gyroscope: it is taken to turn at 0 */
};

/* Fill the record (n and dt are set) from columns with missing values; gyr may
 * be NULL.  PL_ESHORT with fewer than two rows of either sensor, PL_ENOMEM. */
enum pl_err pl_record_open(struct pl_record *, const double *const acc[3],
    const double *const gyr[3]) PL_MUST;

/* Seconds of rows from..to-1 that are bridged for this sensor, PL_HOLE_ACC or
 * _GYR; those of a short hole count less, as more is known of them. */
double pl_record_blind(const struct pl_record *, int which, size_t from,
    size_t to);

/* Also after an error. */
void pl_record_close(struct pl_record *);

#endif
