/*
 * tilt.h - how a trunk leans, by its accelerometer alone
 *
 * The direction of gravity is that of the specific force below 0.8 Hz, which
 * is wrong by the acceleration of what is slower: a degree or two in a squat.
 * Frames are the sensor's; which way is up and which forward is found.
 *
 * Shapes.  acc is three columns of n rows, m/s^2; missing values are bridged by
 * lines, and the nearest value holds beyond the ends.  Rows count from 0.
 * Units.   m/s^2, s, rad.
 * Errors.  PL_ENOMEM; PL_ESHORT below 3 rows; PL_ESTATE if a column has no
 * value; PL_ERANGE below 5 rows a second.
 *
 * Source.  Weiszfeld's iteration (1937) for the geometric median.
 */
#ifndef PL_SQUAT_TILT_H
#define PL_SQUAT_TILT_H

#include <stddef.h>

#include "../../base/err.h"
#include "../../base/vec.h"

struct pl_tilt {
	size_t n;
	double rate_hz;
	double gravity;		/* what this accelerometer reads for it */
	double *g[3];		/* its direction: unit length, upwards */
	double *size, *slow;	/* |f|, and below 2 Hz */
	double *hole;		/* length of the hole about a row, s, or 0 */
	double *weight;		/* of a row, for the stance */
	double *tilt, *lean;	/* of pl_tilt_lean */
	double *scratch;	/* n values, for who needs them */
};

enum pl_err pl_tilt_init(struct pl_tilt *, const double *const acc[3],
    size_t n, double rate_hz) PL_MUST;
void pl_tilt_free(struct pl_tilt *);

/* The geometric median of the directions that lie 45 deg and more from the k
 * that are given; a stretch of rest counts for 2 s.  The zero vector if there
 * are none. */
pl_vec pl_tilt_stance(const struct pl_tilt *, const pl_vec *given, int k);

/* Find tilt (from up, 0..pi) and lean (forward +, in the plane in which the
 * trunk leans most, forward being where it leans farther). */
void pl_tilt_lean(struct pl_tilt *, pl_vec up);

#endif
