/*
 * rack.h - when the bar comes out of the rack, and goes back
 *
 * What a step lifts it sets down again; what an unrack lifts stays.  So racks
 * are changes of height for good: of the mean of the height 0.4 to 0.9 s after
 * a row to that before it, what goes on before and after alike taken out.  The
 * change is 1.5 cm or more at 0.04 m/s or quicker, with the trunk upright
 * within 1 s; steps follow an unrack, and precede a re-rack, within 4 s; and on
 * its other side the lifter stands: steps from 0.9 to 1.6 s there take off up
 * to half of it.
 *
 * An unrack may begin with a dip: knees that bend under a low bar.  That is the
 * last candidate of 5 cm or more which counts as nothing, ends no lower than it
 * began, leans less than 35 deg (nobody holds a bar before the shoulders then),
 * and which steps follow within 1.5 s.
 *
 * Source.  Ours; no recording with timed truth exists.
 */
#ifndef PL_SQUAT_RACK_H
#define PL_SQUAT_RACK_H

#include "../../imu/rest.h"
#include "cand.h"
#include "posture.h"
#include "vertical.h"

/* The change between two rows, up (way 1) or down (-1), as the stretch over
 * which it goes on; 0 if there is none.  walk flags steps. */
int pl_rack_find(const struct pl_vertical *, const unsigned char *walk,
    size_t from, size_t to, double way, struct pl_span *);

/* The dip between two rows that ends in an unrack, or NULL. */
struct pl_cand *pl_rack_dip(const struct pl_vertical *,
    const struct pl_posture *, struct pl_cands *, const unsigned char *walk,
    size_t from, size_t to);

#endif
