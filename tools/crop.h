/*
 * crop.h - what -f and -t leave of a table
 *
 * Of a sample stream the rows from one time to the other; a candidate of which
 * rows are cut off becomes unknown and truncated, as plumb-segment would have
 * had it, and is warned of.  Of a rep table the
 * rows that begin and end between them (a row without span: its bottom).
 */
#ifndef TOOLS_CROP_H
#define TOOLS_CROP_H

#include "../lib/base/table.h"
#include "filter.h"

/* What was asked of the filter that runs now. */
void crop_set(const struct value *from, const struct value *to);

/* Dies where nothing is left of a stream; of a rep table that is data. */
void crop(struct pl_table *);

#endif
