/*
 * delsys.h - Delsys Trigno, as EMGworks writes it
 *
 * A line above for each channel:
 *
 *	Label: Mini sensor 10: ACC.X 10 Sampling frequency: 1.481481e+002
 *	    Number of points: 9546 start: 0.000000e+000 Unit: g Domain Unit: s
 *
 * and a clock of its own before each, X[s]; channels that are slower end before
 * the lines do.  All that move are sampled alike, so the clock before the first
 * of them is theirs.
 */
#ifndef PL_IO_RECORDER_DELSYS_H
#define PL_IO_RECORDER_DELSYS_H

#include "../delim.h"

/*
 * Give the columns the units of their labels, and leave the name of the clock
 * to the first channel of motion alone.  PL_ESTATE: channels of motion differ
 * in rate.
 */
enum pl_err pl_delsys_heads(struct pl_delim *, struct pl_fault *) PL_MUST;

#endif
