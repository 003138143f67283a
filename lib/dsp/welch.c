#include "welch.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "../base/trig.h"
#include "spectrum.h"

enum { LEAST = 4 };

struct work {
	double *window, *piece, *spectrum;	/* pairs: w/2 + 1 complex */
	double energy;			/* of the window */
};

static enum pl_err
begin(struct work *k, size_t w)
{
	size_t i;

	*k = (struct work){ pl_mem_array(w, sizeof(double)),
	    pl_mem_array(w, sizeof(double)),
	    pl_mem_array(w / 2 + 1, 2 * sizeof(double)), 0 };
	if (!k->window || !k->piece || !k->spectrum)
		return PL_ENOMEM;
	for (i = 0; i < w; i++) {
		k->window[i] = .5 - .5 * pl_cos(2 * PL_PI * (double)i /
		    (double)w);
		k->energy += k->window[i] * k->window[i];
	}
	return PL_OK;
}

static void
end(struct work *k)
{
	free(k->window);
	free(k->piece);
	free(k->spectrum);
}

/* Add the periodogram of the rows from x on. */
static enum pl_err
add(struct work *k, const double *x, size_t w, double *psd)
{
	double mean = 0;
	enum pl_err err;
	size_t i;

	for (i = 0; i < w; i++)
		mean += x[i];
	mean /= (double)w;
	for (i = 0; i < w; i++)
		k->piece[i] = (x[i] - mean) * k->window[i];
	err = pl_spectrum_of(k->piece, w, k->spectrum);
	for (i = 0; !err && i <= w / 2; i++) {
		double re = k->spectrum[2 * i], im = k->spectrum[2 * i + 1];

		psd[i] += re * re + im * im;
	}
	return err;
}

enum pl_err
pl_welch(const double *x, const unsigned char *mark, size_t n, double rate_hz,
    size_t w, double *psd, size_t *pieces)
{
	struct work k = { 0 };
	enum pl_err err = w < LEAST ? PL_ESHORT : begin(&k, w);
	size_t from = 0, run = 0, i, bins = w / 2 + 1;

	*pieces = 0;
	for (i = 0; !err && i < bins; i++)
		psd[i] = 0;
	for (i = 0; !err && i < n; i++) {
		bool in = !(mark && !mark[i]) && !pl_missing(x[i]);

		if (!in)
			run = 0;
		else if (!run++)
			from = i;
		if (run && i + 1 - from >= w && (i + 1 - from - w) %
		    (w - w / 2) == 0) {
			err = add(&k, x + i + 1 - w, w, psd);
			++*pieces;
		}
	}
	if (!err && !*pieces)
		err = PL_ESHORT;
	for (i = 0; !err && i < bins; i++)
		psd[i] *= (i && 2 * i != w ? 2 : 1) / (rate_hz * k.energy *
		    (double)*pieces);
	end(&k);
	return err;
}

double
pl_welch_band(const double *psd, size_t w, double step_hz, double lo_hz,
    double hi_hz)
{
	double sum = 0;
	size_t k;

	for (k = 0; k <= w / 2; k++) {
		double from = fmax(((double)k - .5) * step_hz, 0);
		double to = k == w / 2 ? (double)k * step_hz :
		    ((double)k + .5) * step_hz;
		double part = fmin(to, hi_hz) - fmax(from, lo_hz);

		/* a bin of half a width still stands for a whole one */
		if (part > 0)
			sum += psd[k] * step_hz * part / (to - from);
	}
	return sum;
}
