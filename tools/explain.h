/*
 * explain.h - of what a moment is made at one instant, as a table
 */
#ifndef TOOLS_EXPLAIN_H
#define TOOLS_EXPLAIN_H

#include "loads.h"

/* Put a row for each part of each level in place of the stream, for the row
 * nearest to t_s; the part "all" is their sum.  Dies where that row is
 * missing. */
void explain(struct pl_table *, const struct known *, double t_s,
    const struct pl_level *const *, int levels);

#endif
