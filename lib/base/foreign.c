#include "foreign.h"

#include <string.h>

double
pl_foreign_number(const struct pl_table *t, int col, size_t row, bool *bad)
{
	const char *text = pl_table_label(t, col, row);
	double x = PL_MISSING;

	if (!t->col[col].words)
		return t->col[col].x[row];
	if (text && pl_num_parse(text, text + strlen(text), '.', &x))
		*bad = true;
	return x;
}
