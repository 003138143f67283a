/*
 * blocks.h - the time of every row where only blocks of rows are stamped
 *
 * A logger reads its clock once for a block of samples that the sensor takes
 * at a pace of its own, one or two per cent off what it is set to.  The stamps
 * of a piece without a break give that pace: a straight line, least squares of
 * stamp on row.  So rows stay as even as the sensor takes them, and none has
 * to be drawn anew for the grid.
 *
 * Pieces.  A new one begins where the reader says so (apart), where the nominal
 * rate changes, and where a stamp is more than slack_s from where the one
 * before puts it; one that leaps where the next does not is left out.  What
 * lies between two pieces is a hole as long as the clock says.  A piece of
 * which the stamps do not tell the rate to 0.2 % has that of all of them, and
 * one without any stamp follows the one before it.
 *
 * Bends.   The pace wanders with the warmth of the sensor.  The straight line
 * is given up when stamps, averaged over 10 s so that coarse ones do, leave it
 * by more than 0.1 s (nobody who stands beside it with a watch can tell) or by
 * more than 0.5 % in rate (a quarter of what a mean velocity is known to), and
 * by more than chance.  Then time runs straight between these averages.
 *
 * Not said.  A stamp that is late does not move its samples, which the sensor
 * took evenly: the residual is no time_sd_s, which is for rows that jump.
 */
#ifndef PL_IO_BLOCKS_H
#define PL_IO_BLOCKS_H

#include "raw.h"

struct pl_block {
	size_t rows;
	double stamp_s;		/* missing: it has none */
	double at;		/* its row that the stamp is of; any number */
	double rate_hz;		/* nominal */
	bool apart;		/* does not go on where the one before ended */
	size_t number;		/* in the file, for messages */
};

enum { PL_BLOCKS_RATES = 6 };

struct pl_blocks {
	double first_s;		/* row 0, on the clock of the stamps */
	size_t pieces;
	double hz[PL_BLOCKS_RATES];	/* of the first of them */
	double rms_s, max_s;	/* stamps off the straight lines */
	size_t bent;		/* pieces that are none */
	size_t ignored;		/* stamps that are alone in what they say */
	size_t guessed;		/* pieces without any stamp */
	size_t moved;		/* that began before the one before ended */
	double moved_s;		/* the most */
	bool nominal;		/* the stamps make no rate */
};

/*
 * Fill the time of all rows, in seconds after the first, strictly rising.
 * slack_s is what a stamp may be off from where the one before puts it.
 * PL_EUNEVEN when a piece begins by more than back_s before the one before it
 * ends; PL_ENOMEM.
 */
enum pl_err pl_blocks_time(const struct pl_block *, size_t n, double slack_s,
    double back_s, double *t_s, struct pl_blocks *, struct pl_fault *) PL_MUST;

/* Tell it: how time was found, and what is odd about it. */
void pl_blocks_say(struct pl_raw *, const struct pl_blocks *);

#endif
