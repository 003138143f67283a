/*
 * read_explain.h - what was recognised in a recording, as a table
 */
#ifndef TOOLS_READ_EXPLAIN_H
#define TOOLS_READ_EXPLAIN_H

#include "read_input.h"

/* Put in place of the stream what it was made of: item, found, how. */
void read_explain(struct pl_table *, const struct read_found *);

/* Fill an empty table with the forms that are known. */
void read_formats(struct pl_table *);

#endif
