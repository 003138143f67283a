#include "warmth.h"

#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "../dsp/stat.h"

/* ASCII alone: what is a letter must not depend on the locale. */
static char
small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool
is_letter(char c)
{
	return small(c) >= 'a' && small(c) <= 'z';
}

/* Does it begin with this word? */
static bool
begins(const char *name, const char *word)
{
	while (*word && small(*name) == *word)
		name++, word++;
	return !*word && !is_letter(*name);
}

static int
find(const struct pl_table *t, const char *prefix, int len)
{
	size_t c;

	for (c = 0; c < t->cols; c++) {
		const char *name = t->col[c].name;

		if (!t->col[c].words || strncmp(name, prefix, (size_t)len))
			continue;
		if (begins(name + len, "temp") ||
		    begins(name + len, "temperature"))
			return (int)c;
	}
	return -1;
}

/* The numbers in a column of words, n of them; a word is read once. */
static enum pl_err
numbers(const struct pl_column *col, size_t rows, double *x, size_t *n)
{
	double *of = pl_mem_array(col->words->n, sizeof *of);
	size_t i;

	if (!of)
		return PL_ENOMEM;
	for (i = 0; i < col->words->n; i++) {
		const char *w = col->words->word[i];

		if (pl_num_parse(w, w + strlen(w), '.', &of[i]))
			of[i] = PL_MISSING;
	}
	for (i = *n = 0; i < rows; i++)
		if (!pl_missing(col->x[i]) &&
		    !pl_missing(of[(size_t)col->x[i]]))
			x[(*n)++] = of[(size_t)col->x[i]];
	free(of);
	return PL_OK;
}

enum pl_err
pl_warmth_find(const struct pl_table *t, const char *prefix, int len,
    struct pl_warmth *w)
{
	int c = find(t, prefix, len);
	size_t n = 0, tenth;
	enum pl_err err;
	double *x, first;

	*w = (struct pl_warmth){ PL_MISSING, PL_MISSING };
	if (c < 0)
		return PL_OK;
	x = pl_mem_array(t->rows, sizeof *x);
	err = x ? numbers(&t->col[c], t->rows, x, &n) : PL_ENOMEM;
	if (!err && n) {
		/* each reorders what it is given, and that alone */
		tenth = (n + 9) / 10;
		first = pl_stat_median(x, tenth);
		w->change_c = pl_stat_median(x + n - tenth, tenth) - first;
		w->median_c = pl_stat_median(x, n);
	}
	free(x);
	return err;
}
