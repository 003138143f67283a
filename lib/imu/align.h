/*
 * align.h - from a sensor's axes to the trunk's
 *
 * Frames.  The trunk frame is that of the ISB: X anterior, Y up along the
 * trunk, Z to the right (Wu et al. 2002).  Y is up in the reference stance,
 * turned by the neutral lean if one is stated; Z is the axis of flexion.
 *
 * Method.  Up from quiet standing (calibrate.h) or from a standing recording.
 * The axis of flexion is the first principal axis of the angular rate, of
 * means over 0.5 s so that steps do not count, in the plane across up: the
 * axis about which most turning is done.  Its sign is what squats do: the
 * trunk leans forward far more than it ever leans back, so the direction in
 * which gravity moves most is the front.  Principal axis of a functional
 * movement: Kong et al. 2016; survey: Pacher et al. 2020.
 *
 * Errors.  PL_ESTATE if there is no row to judge by, PL_ENOMEM.
 */
#ifndef PL_IMU_ALIGN_H
#define PL_IMU_ALIGN_H

#include <stdbool.h>
#include <stddef.h>

#include "../base/err.h"
#include "../base/vec.h"

/* Below these shares the axis or its sign is a guess. */
#define PL_ALIGN_AXIS_CLEAR 0.75
#define PL_ALIGN_SIGN_CLEAR 0.4

/* What an alignment is worth, SD (plumb-align(1), CAVEATS): with a standing
 * recording, from the stance seen in a recording itself; above the third the
 * stance was never seen. */
#define PL_ALIGN_SD_STOOD_DEG 2.0
#define PL_ALIGN_SD_SEEN_DEG 5.0
#define PL_ALIGN_SD_HI_DEG 7.0

struct pl_align {
	pl_vec fwd, up, right;	/* the trunk's axes in the sensor's frame */
	double axis_share;	/* of the turning across up, about right: 0.5-1 */
	double sign_share;	/* of the leaning, forward: 0-1 */
};

/* What the caller knows; the zero vector means not known. */
struct pl_align_known { pl_vec up, fwd; };

/*
 * Find the axes from a recording of squats; known.up is needed.  A known.fwd
 * is taken as it is, but for what of it points up (PL_ERANGE if nothing else
 * is left of it).
 */
enum pl_err pl_align_find(const double *const acc[3],
    const double *const gyr[3], size_t n, double rate_hz,
    const struct pl_align_known *known, struct pl_align *) PL_MUST;

/* Turn the axes about Z so that the stance they came from reads lean_rad. */
void pl_align_lean(struct pl_align *, double lean_rad);

/* Components of v (columns of n) along the axes: to[0] forward, to[1] up,
 * to[2] right. */
void pl_align_apply(const struct pl_align *, const double *const v[3],
    size_t n, double *const to[3]);

#endif
