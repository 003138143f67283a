/* cells.h - what stands in a table, for tests of those that make one */
#ifndef TESTS_CELLS_H
#define TESTS_CELLS_H

#include <math.h>
#include <stdbool.h>
#include <stdio.h>

#include "../lib/base/table.h"

/* Does the row have this number, or none where none is wanted? */
static bool
is(const struct pl_table *t, const char *name, size_t row, double want)
{
	const double *x = pl_table_get(t, name);

	if (x && (fabs(x[row] - want) < 1e-9 ||
	    (pl_missing(x[row]) && pl_missing(want))))
		return true;
	printf("# %s: %.9g\n", name, x ? x[row] : -1);
	return false;
}

#endif
