#include "nearest.h"

#include <string.h>

#include "../words.h"

enum { LONGEST = 32, LEAST = 3 };	/* bytes of a word */

static bool
same(char a, char b)
{
	return pl_words_lower(a) == pl_words_lower(b);
}

/* Is word in text? */
static bool
within(const char *text, const char *word)
{
	for (; *text; text++) {
		size_t i = 0;

		while (word[i] && text[i] && same(text[i], word[i]))
			i++;
		if (!word[i])
			return true;
	}
	return false;
}

static size_t
least(size_t a, size_t b, size_t c)
{
	a = a < b ? a : b;
	return a < c ? a : c;
}

/* How many letters lie between two words of less than LONGEST. */
static size_t
apart(const char *a, const char *b)
{
	size_t row[LONGEST], n = strlen(b), i, j;

	for (j = 0; j <= n; j++)
		row[j] = j;
	for (i = 0; a[i]; i++) {
		size_t across = row[0], above;

		row[0] = i + 1;
		for (j = 0; j < n; j++) {
			above = row[j + 1];
			row[j + 1] = least(above + 1, row[j] + 1, across +
			    !same(a[i], b[j]));
			across = above;
		}
	}
	return row[n];
}

const struct pl_format *
pl_format_nearest(const char *name)
{
	const struct pl_format *f, *best = NULL;
	size_t fewest = LONGEST, d;
	int i;

	if (strlen(name) < LEAST || strlen(name) >= LONGEST)
		return NULL;
	for (i = 0; (f = pl_format_row(i)); i++)
		if (within(f->what, name))
			return f;
	for (i = 0; (f = pl_format_row(i)); i++) {
		if (strlen(f->name) >= LONGEST)
			continue;
		d = apart(name, f->name);
		if (d < fewest && d * 3 <= strlen(f->name)) {
			fewest = d;
			best = f;
		}
	}
	return best;
}
