/* tables one after another: columns by name, words by word */
#include <math.h>
#include <string.h>

#include "../lib/base/append.h"
#include "tap.h"

static void
fill(struct pl_table *t, const char *const *name, int cols, size_t rows,
    double base)
{
	size_t i;
	int c;

	pl_table_init(t);
	if (pl_table_resize(t, rows))
		return;
	for (c = 0; c < cols; c++) {
		double *x;

		if (pl_table_add(t, name[c], &x))
			return;
		for (i = 0; !t->col[c].words && i < rows; i++)
			x[i] = base + 10 * c + (double)i;
	}
}

static void
say(struct pl_table *t, const char *column, size_t row, const char *word)
{
	int col = pl_table_find(t, column);

	if (pl_table_word(t, col, word, strlen(word), &t->col[col].x[row]))
		ok(false, "there is memory");
}

static bool
says(const struct pl_table *t, const char *column, size_t row,
    const char *word)
{
	return pl_table_says(t, pl_table_find(t, column), row, word);
}

int
main(void)
{
	static const char *const one[] = { "set", "class", "bar_kg" };
	static const char *const two[] = { "athlete", "bar_kg", "class" };
	struct pl_table a, b, none;

	fill(&a, one, 3, 2, 1);
	fill(&b, two, 3, 3, 100);
	say(&a, "class", 0, "work");
	say(&a, "class", 1, "walk");
	say(&b, "class", 0, "walk");
	say(&b, "class", 1, "failed");
	say(&b, "athlete", 2, "ada");
	pl_table_init(&none);
	ok(!pl_append(&none, &a) && none.rows == 2 && none.cols == 3 &&
	    none.col[2].x[1] == 22, "behind nothing it is itself");
	ok(!pl_append(&a, &b) && a.rows == 5 && a.cols == 4 &&
	    strcmp(a.col[3].name, "athlete") == 0, "new columns come last");
	ok(a.col[2].x[0] == 21 && a.col[2].x[2] == 110 && a.col[2].x[4] == 112 &&
	    a.col[0].x[1] == 2 && isnan(a.col[0].x[2]) &&
	    isnan(a.col[3].x[0]), "numbers by name, empty where there are none");
	ok(says(&a, "class", 0, "work") && says(&a, "class", 1, "walk") &&
	    says(&a, "class", 2, "walk") && says(&a, "class", 3, "failed") &&
	    isnan(a.col[1].x[4]) && says(&a, "athlete", 4, "ada"),
	    "words by word, whatever their index");
	ok(!pl_table_settle(&a, NULL), "and the whole can be settled");
	pl_table_free(&a);
	pl_table_free(&b);
	pl_table_free(&none);
	return done();
}
