#include "stance.h"

#include <math.h>
#include <stdlib.h>

#include "../../base/mem.h"
#include "../../base/num.h"
#include "../../base/trig.h"
#include "../../dsp/stat.h"

#define SD_M 0.05
#define LEAN (4 * PL_DEG)
#define BENT (45 * PL_DEG)	/* nobody stands so */
#define LEANS_ON (1 * PL_DEG)	/* rad/s */
#define LEANS_S 1.0
#define AROUND_S 20.0
#define SHARE 0.1
#define BIN_S 0.2

/* The lean of bins of BIN_S, missing where nothing is known. */
static void
take_bins(const struct pl_posture *m, size_t step, double *bin, size_t bins)
{
	size_t k, i;

	for (k = 0; k < bins; k++) {
		double sum = 0;
		size_t n = 0;

		for (i = k * step; i < (k + 1) * step && i < m->n; i++)
			if (m->tilt[i] < BENT && !pl_missing(m->lean[i])) {
				sum += m->lean[i];
				n++;
			}
		bin[k] = n ? sum / (double)n : PL_MISSING;
	}
}

/* The low quantile of the bins around each bin. */
static enum pl_err
lowest(const double *bin, size_t bins, double *low)
{
	size_t half = (size_t)(AROUND_S / BIN_S / 2), k, i, n;
	double *part = pl_mem_array(2 * half + 1, sizeof *part);

	for (k = 0; part && k < bins; k++) {
		size_t from = k > half ? k - half : 0;

		for (n = 0, i = from; i <= k + half && i < bins; i++)
			part[n++] = bin[i];
		low[k] = pl_stat_quantile(part, n, SHARE);
	}
	free(part);
	return part ? PL_OK : PL_ENOMEM;
}

static double
sd_of(double lean)
{
	double x = lean / LEAN;

	return SD_M * (1 + x * x);
}

void
pl_stance_still(const struct pl_posture *m, unsigned char *still)
{
	size_t half = (size_t)(LEANS_S / 2 * m->rate_hz + 0.5), i;

	for (i = 0; i < m->n; i++) {
		size_t a = i > half ? i - half : 0;
		size_t b = i + half < m->n ? i + half : m->n - 1;
		double s = (double)(b - a) / m->rate_hz;

		if (!(fabs(m->lean[b] - m->lean[a]) < LEANS_ON * s))
			still[i] = 0;
	}
}

int
pl_stance_bent(double stand, double lean)
{
	double sd = sd_of(lean);

	return stand * sd * sd <= 1;
}

enum pl_err
pl_stance_find(const struct pl_posture *m, double *stand, double *lean0)
{
	size_t step = (size_t)(BIN_S * m->rate_hz + 0.5), bins, i;
	double *bin, *low, sd;
	enum pl_err err;

	step = step ? step : 1;
	bins = (m->n + step - 1) / step;
	bin = pl_mem_array(bins, sizeof *bin);
	low = pl_mem_array(bins, sizeof *low);
	err = bin && low ? PL_OK : PL_ENOMEM;
	if (!err) {
		take_bins(m, step, bin, bins);
		err = lowest(bin, bins, low);
	}
	for (i = 0; i < m->n && !err; i++) {
		lean0[i] = low[i / step];
		sd = sd_of(m->lean[i] - lean0[i]);
		stand[i] = m->tilt[i] < BENT && !pl_missing(sd) ?
		    1 / (sd * sd) : 0;
	}
	free(bin);
	free(low);
	return err;
}
