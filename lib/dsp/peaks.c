#include "peaks.h"

#include <stdlib.h>

#include "../base/mem.h"
#include "../base/num.h"

struct turns { size_t *row, n, room; };

static enum pl_err
add(struct turns *t, size_t row)
{
	size_t *grown;

	if (t->n && t->row[t->n - 1] == row)
		return PL_OK;
	grown = pl_mem_grow(t->row, &t->room, t->n + 1, sizeof *grown);
	if (!grown)
		return PL_ENOMEM;
	t->row = grown;
	t->row[t->n++] = row;
	return PL_OK;
}

enum pl_err
pl_peaks_turns(const double *x, size_t n, double reversal, size_t **turn,
    size_t *count)
{
	struct turns t = { NULL, 0, 0 };
	size_t i = 0, lo, hi, last;
	enum pl_err err;
	int way = 0;		/* 1 rising, -1 falling, 0 not yet known */

	while (i < n && pl_missing(x[i]))
		i++;
	if (i == n)
		return PL_ESHORT;
	lo = hi = last = i;
	err = add(&t, i);
	for (; i < n && !err; i++) {
		if (pl_missing(x[i]))
			continue;
		last = i;
		if (x[i] > x[hi] || (way > 0 && x[i] >= x[hi]))
			hi = i;
		if (x[i] < x[lo] || (way < 0 && x[i] <= x[lo]))
			lo = i;
		if (way >= 0 && x[hi] - x[i] >= reversal) {
			err = add(&t, hi);
			way = -1;
			lo = i;
			hi = i;
		} else if (way <= 0 && x[i] - x[lo] >= reversal) {
			err = add(&t, lo);
			way = 1;
			hi = i;
			lo = i;
		}
	}
	/* the last leg may still have its own end inside */
	if (!err && way)
		err = add(&t, way > 0 ? hi : lo);
	if (!err)
		err = add(&t, last);
	if (err) {
		free(t.row);
		return err;
	}
	*turn = t.row;
	*count = t.n;
	return PL_OK;
}
