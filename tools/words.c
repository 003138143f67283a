/* words.c - words into a table, or die of memory */
#include "words.h"

#include <string.h>

#include "cli.h"

double
words_index(struct pl_table *t, const char *column, const char *word)
{
	double index = PL_MISSING;

	if (*word && pl_table_word(t, pl_table_find(t, column), word,
	    strlen(word), &index))
		cli_die("out of memory");
	return index;
}

void
words_put(struct pl_table *t, const char *column, size_t row,
    const char *word)
{
	double index = words_index(t, column, word);

	t->col[pl_table_find(t, column)].x[row] = index;
}

void
words_add(struct pl_table *t, const char *column, const char *word, int at)
{
	double *x = cli_add(t, column);
	double index = words_index(t, column, word);
	size_t i;

	for (i = 0; i < t->rows; i++)
		x[i] = index;
	pl_table_move(t, pl_table_find(t, column), at);
}
