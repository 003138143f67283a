/*
 * cwa.h - recordings of Open Movement and Axivity: AX3 and AX6, .cwa
 *
 * The layout is that of cwa_block.h, time that of blocks.h: a new piece begins
 * where the sequence number does not rise by one, where the way of recording
 * changes, after a block that is not full or a pause, before one that says that
 * samples were lost, and where a stamp is off by more than its clock and the
 * sensor's pace can be.  Blocks out of order are put back (cwa_order.h).
 *
 * Bad.     A block that does not sum to 0, or of no known layout, is left out
 * and told; its samples are a hole.  A file may end within a block.
 *
 * Time.    The clock is local and has no zone, so nothing is dated; a note
 * tells what it read.
 *
 * What people write into the header about who wore it is not read at all.
 */
#ifndef PL_IO_RECORDER_CWA_H
#define PL_IO_RECORDER_CWA_H

#include "format.h"

/* CWA, and OMX of the same makers, which is refused by name. */
bool pl_cwa_is(const char *bytes, size_t n);

enum pl_err pl_cwa_read(const struct pl_source *,
    struct pl_raw part[PL_FORMAT_PARTS], int *parts, struct pl_fault *)
    PL_MUST;

#endif
