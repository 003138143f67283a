/* tag.c - a column that says the same word in every row */
#include "tag.h"

#include <string.h>

#include "cli.h"

void
tag_add(struct pl_table *t, const char *column, const char *word, int at)
{
	double *x = cli_add(t, column), index;
	int col = pl_table_find(t, column);
	size_t i;

	if (*word) {
		if (pl_table_word(t, col, word, strlen(word), &index))
			cli_die("out of memory");
		for (i = 0; i < t->rows; i++)
			x[i] = index;
	}
	pl_table_move(t, col, at);
}
