#include "regrid.h"

#include <stdbool.h>
#include <stdlib.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "resample.h"
#include "sos.h"

#define SLOWER 1.05
#define PASS 0.4		/* cycles per row of the slower grid */
#define HAIR 1e-6		/* of a row: rounding, at the ends */
enum { ORDER = 8, MOST = 8 };	/* 24 dB at half the slower rate */

static void
copy_whole(double *const *to, const double *const *x, int cols, size_t n)
{
	size_t i;
	int c;

	for (i = 0; i < n; i++) {
		bool gap = false;

		for (c = 0; c < cols; c++)
			gap = gap || pl_missing(x[c][i]);
		for (c = 0; c < cols; c++)
			to[c][i] = gap ? PL_MISSING : x[c][i];
	}
}

enum pl_err
pl_regrid(const double *const *x, int cols, size_t n, double first,
    double step, double *const *to, size_t rows)
{
	double *own = pl_mem_array(n, (size_t)cols * sizeof *own), *w[MOST];
	enum pl_err err = own && cols <= MOST ? PL_OK : PL_ENOMEM;
	struct pl_sos pass;
	size_t i;
	int c;

	for (c = 0; c < cols && !err; c++)
		w[c] = own + (size_t)c * n;
	if (!err)
		copy_whole(w, x, cols, n);
	if (!err && step > SLOWER)
		err = pl_sos_lowpass(&pass, ORDER, PASS / step, 1);
	if (!err && step > SLOWER)
		err = pl_sos_present(&pass, w, cols, n);
	for (i = 0; i < rows && !err; i++) {
		double row = first + (double)i * step, last = (double)n - 1;
		bool in = row >= -HAIR && row <= last + HAIR;

		row = row < 0 ? 0 : row > last ? last : row;
		for (c = 0; c < cols; c++)
			to[c][i] = in && n ? pl_resample_at(w[c], n, row) :
			    PL_MISSING;
	}
	free(own);
	return err;
}
