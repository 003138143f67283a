/*
 * rom_sum.h - drills as a table, a row for every side
 *
 * Ranges are those of class work.  Of one side to the other, in both rows:
 *
 *	diff		median range of the right less that of the left; its SD
 *			is that of both medians, which all cycles of a side
 *			share
 *	greater		left or right where the difference exceeds both the
 *			minimal detectable change and 1.96 of its SD; else
 *			neither
 *	asymmetry	100 (right - left) / the larger, in percent, where one
 *			is greater
 *	trend		of the range from cycle to cycle: Theil & Sen (stat.h),
 *			and from where to where it lies at 95 %; not of more
 *			than 1000
 *
 * Source.  Of the formulas of asymmetry this is the symmetry index by the
 * larger side, one of nine that disagree (Bishop et al. 2016); thresholds of it
 * have no support, so none is applied.
 */
#ifndef PL_SQUAT_ROM_SUM_H
#define PL_SQUAT_ROM_SUM_H

#include "rom_table.h"

/* Into an empty table.  mdc: minimal detectable change of a difference, rad;
 * missing where it is not known, and then no side is greater.  PL_ENOMEM. */
enum pl_err pl_rom_sum(const struct pl_rom_side *, int sides,
    enum pl_rom_axis, double mdc, struct pl_table *) PL_MUST;

#endif
