/*
 * rack.h - when the bar comes out of the rack, and goes back
 *
 * What a step lifts it sets down again; what an unrack lifts stays.  So racks
 * are changes of height for good: of the mean of the height 0.4 to 1.0 s after
 * a row to that before it, what goes on before and after alike taken out.  The
 * change is 1.5 cm or more at 0.04 m/s or quicker, with the trunk upright
 * within 1 s; steps follow an unrack, and precede a re-rack, within 4 s; and on
 * its other side the lifter stands: of equals the one with the fewest steps
 * there is taken.
 *
 * An unrack may begin with a dip: knees that bend under a low bar.  That is a
 * candidate which counts as nothing, ends 2.5 cm or more above its beginning,
 * leans less than 30 deg (nobody has a bar in front of the shoulders then), and
 * which steps follow.
 *
 * Source.  Ours; no recording with timed truth exists.
 */
#ifndef PL_SQUAT_RACK_H
#define PL_SQUAT_RACK_H

#include "../imu/rest.h"
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
