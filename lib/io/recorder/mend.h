/*
 * mend.h - what some recorders do to acceleration, undone
 */
#ifndef PL_IO_RECORDER_MEND_H
#define PL_IO_RECORDER_MEND_H

#include "../raw.h"

/* Add columns gravity_x_... to acc_x_... of the same unit, and drop them. */
void pl_mend_gravity(struct pl_raw *);

/* Apple's sign: at rest it reads -1 g on the axis that is up. */
void pl_mend_down(struct pl_raw *);

/* Rows at the beginning at which an accelerometer reads 0 on all its axes are
 * no free fall: it did not measure yet.  They become missing, and it is told.
 * Columns are settled; nothing is done to a recording that is all zeros. */
void pl_mend_start(struct pl_raw *);

#endif
