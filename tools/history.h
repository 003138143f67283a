/*
 * history.h - what filters over many days take from rep tables
 */
#ifndef TOOLS_HISTORY_H
#define TOOLS_HISTORY_H

#include "../lib/base/table.h"
#include "../lib/squat/history/soreness.h"
#include "filter.h"

enum { HISTORY_KEYS = 8 };

/* Columns that tell histories apart, and the one with the day. */
struct history {
	int key[HISTORY_KEYS];
	size_t keys;
	int date;
};

/*
 * From --by (KEY or KEY,KEY, given any number of times) and --date; die of a
 * column that is not there, of a table that is no rep table, or of several
 * athletes that are not told apart.
 */
void history_take(struct history *, const struct pl_table *,
    const struct value *by, const struct value *date);

/* Read a soreness log, or die of it. */
void history_log(struct pl_soreness *, const char *path);

/* Say once what is worth a word about an entry of that log that is flagged. */
void history_say_flagged(const struct pl_soreness *, const char *path);

#endif
