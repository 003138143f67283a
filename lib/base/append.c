#include "append.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"

/* What the words of a column are in another's list. */
static double *
translate(struct pl_table *to, int col, const struct pl_words *words)
{
	double *index = pl_mem_array(words->n, sizeof *index);
	size_t k;

	for (k = 0; index && k < words->n; k++)
		if (pl_table_word(to, col, words->word[k],
		    strlen(words->word[k]), &index[k])) {
			free(index);
			return NULL;
		}
	return index;
}

/* Fill the rows from first on with those of column c. */
static enum pl_err
fill(struct pl_table *to, size_t first, const struct pl_table *from, size_t c)
{
	const struct pl_column *source = &from->col[c];
	int col = pl_table_find(to, source->name);
	double *index = NULL, *x;
	size_t i;

	if (source->words) {
		index = translate(to, col, source->words);
		if (!index)
			return PL_ENOMEM;
	}
	x = to->col[col].x + first;
	for (i = 0; i < from->rows; i++)
		x[i] = !index || pl_missing(source->x[i]) ? source->x[i] :
		    index[(size_t)source->x[i]];
	to->col[col].settled = false;
	free(index);
	return PL_OK;
}

enum pl_err
pl_append(struct pl_table *to, const struct pl_table *from)
{
	size_t first = to->rows, c;
	enum pl_err err = PL_OK;

	for (c = 0; !err && c < from->cols; c++)
		if (pl_table_find(to, from->col[c].name) < 0)
			err = pl_table_add(to, from->col[c].name, NULL);
	if (!err)
		err = pl_table_resize(to, first + from->rows);
	for (c = 0; !err && c < from->cols; c++)
		err = fill(to, first, from, c);
	if (err)
		pl_table_slice(to, 0, first);
	return err;
}
