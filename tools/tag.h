/*
 * tag.h - a column that says the same word in every row
 */
#ifndef TOOLS_TAG_H
#define TOOLS_TAG_H

#include "../lib/base/table.h"

/* Add a column of one word as number at, or die of memory; "" leaves its cells
 * empty. */
void tag_add(struct pl_table *, const char *column, const char *word, int at);

#endif
