/*
 * orient_record.h - a recording with its holes bridged (inside of orient.c)
 */
#ifndef PL_IMU_ORIENT_RECORD_H
#define PL_IMU_ORIENT_RECORD_H

#include <stdbool.h>
#include <stddef.h>

#include "../base/err.h"

struct pl_record {
	const double *acc[3];
	const double *gyr[3];	/* NULL without gyroscope */
	unsigned char *hole;	/* per row: bridged, not measured; NULL if
				 * there is none */
	double *own;		/* memory of bridged columns, or NULL */
	size_t n;
	double dt;
	double fastest;		/* no rate is larger, rad/s */
	bool blind;		/* no gyroscope: it is taken to turn at 0 */
};

/* Fill the record (n and dt are set) from columns with missing values; gyr may
 * be NULL.  PL_ESHORT with fewer than two whole rows, PL_ENOMEM. */
enum pl_err pl_record_open(struct pl_record *, const double *const acc[3],
    const double *const gyr[3]) PL_MUST;

/* Also after an error. */
void pl_record_close(struct pl_record *);

#endif
