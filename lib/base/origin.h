/*
 * origin.h - what an archive says of how it came to be
 *
 * The version of the tools and the filters whose columns are in a table, in
 * the order in which they were added: that of the pipe.  No clock, host or
 * path, so the same table gives the same bytes.
 */
#ifndef PL_BASE_ORIGIN_H
#define PL_BASE_ORIGIN_H

#include "table.h"

struct pl_origin {
	char software[48];	/* "Plumbline 0.1.0, schema 1" */
	char filters[128];	/* "read align orient" */
};

void pl_origin_of(struct pl_origin *, const struct pl_table *);

#endif
