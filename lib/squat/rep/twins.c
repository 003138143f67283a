#include "twins.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"

/* Rows in order of a number that twins have in common. */
struct twin { uint64_t hash; size_t row; };

static int
by_hash(const void *a, const void *b)
{
	const struct twin *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return x->row < y->row ? -1 : x->row > y->row;
}

/* FNV-1a, of cells instead of bytes; its low bits alone would be poor.  Adding
 * 0 makes -0 into 0. */
static uint64_t
hash(const struct pl_table *t, size_t row)
{
	uint64_t h = 14695981039346656037u, bits;
	size_t c;

	for (c = 0; c < t->cols; c++) {
		double x = t->col[c].x[row] + 0.0;

		memcpy(&bits, &x, sizeof bits);
		h = (h ^ (pl_missing(x) ? 1 : bits)) * 1099511628211u;
		h ^= h >> 32;
	}
	return h;
}

static bool
alike(const struct pl_table *t, size_t a, size_t b)
{
	size_t c;

	for (c = 0; c < t->cols; c++) {
		double x = t->col[c].x[a], y = t->col[c].x[b];

		if (!(x == y || (pl_missing(x) && pl_missing(y))))
			return false;
	}
	return true;
}

static enum pl_err
twice(const struct pl_table *t, size_t row, const char *where,
    struct pl_fault *f)
{
	const double *cand = pl_table_get(t, "cand");

	return pl_fault_set(f, PL_ESTATE, 0, NULL, NULL, "%s%scandidate %g is "
	    "there twice, alike in every column: is a file named twice?",
	    where, *where ? ": " : "", cand ? cand[row] : 0);
}

enum pl_err
pl_twins_refuse(const struct pl_table *t, const size_t *row, size_t n,
    const char *where, struct pl_fault *f)
{
	const double *start = pl_table_get(t, "start_s");
	struct twin *twin = pl_mem_array(n, sizeof *twin);
	enum pl_err err = twin ? PL_OK : PL_ENOMEM;
	size_t i, m = 0;

	for (i = 0; start && !err && i < n; i++)
		if (!pl_missing(start[row[i]]))
			twin[m++] = (struct twin){ hash(t, row[i]),
			    row[i] };
	if (m)
		qsort(twin, m, sizeof *twin, by_hash);
	for (i = 1; !err && i < m; i++)
		if (twin[i].hash == twin[i - 1].hash &&
		    alike(t, twin[i].row, twin[i - 1].row))
			err = twice(t, twin[i].row, where, f);
	free(twin);
	return err;
}
