/*
 * cwa_order.h - blocks that stand in another order than they were written in
 *
 * Blocks are numbered, and stamped.  Where a number falls and the clock does
 * not rise, both say that a block is out of its place.  If by their numbers all
 * stamps rise, that is the order; else nobody knows it, and none is moved: the
 * numbers began anew, or the clock was set.
 */
#ifndef PL_IO_RECORDER_CWA_ORDER_H
#define PL_IO_RECORDER_CWA_ORDER_H

#include "cwa_block.h"

struct pl_cwa_place {
	size_t number;		/* in the file */
	uint32_t session, sequence;
	bool stamped;
	int64_t ns;
};

/* Put n places, in the order of the file, in their own.  Returns how many
 * stand after one that was written later. */
size_t pl_cwa_order(struct pl_cwa_place *, size_t n);

#endif
