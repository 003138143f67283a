/*
 * words.h - words into a table, or die of memory
 */
#ifndef TOOLS_WORDS_H
#define TOOLS_WORDS_H

#include "../lib/base/table.h"

/* What a cell of a column of words holds for that word; missing for "". */
double words_index(struct pl_table *, const char *column, const char *word);

/* Put a word into a cell; "" empties it. */
void words_put(struct pl_table *, const char *column, size_t row,
    const char *word);

/* Add a column as number at that says the same word in every row. */
void words_add(struct pl_table *, const char *column, const char *word,
    int at);

#endif
