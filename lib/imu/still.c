#include "still.h"

#include <math.h>
#include <stdlib.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "../base/trig.h"
#include "../base/unit.h"
#include "../dsp/stat.h"

#define WINDOW_S 0.5
#define LEAST_S 1.0
#define BLOCK_S 0.25		/* of a mean; and left out at either end */
#define FORCE_SD 0.25		/* m/s^2 */
#define RATE_SD (1.5 * PL_DEG)	/* rad/s */
enum { SIGNALS = 6 };

struct windows {
	double *mean[SIGNALS], *sd[SIGNALS], *x;
	size_t w, n;
};

static void
windows_free(struct windows *s)
{
	int c;

	for (c = 0; c < SIGNALS; c++) {
		free(s->mean[c]);
		free(s->sd[c]);
	}
	free(s->x);
}

static enum pl_err
windows_make(struct windows *s, const double *const acc[3],
    const double *const gyr[3], size_t n, double rate_hz)
{
	enum pl_err err = PL_OK;
	int c;

	s->w = (size_t)(WINDOW_S * rate_hz + 0.5);
	s->w = s->w < 3 ? 3 : s->w;
	if (n < s->w)
		return PL_OK;
	s->n = n - s->w + 1;
	s->x = pl_mem_array(n, sizeof *s->x);
	if (!s->x)
		return PL_ENOMEM;
	for (c = 0; c < SIGNALS && !err; c++) {
		s->mean[c] = pl_mem_array(n, sizeof *s->mean[c]);
		s->sd[c] = pl_mem_array(n, sizeof *s->sd[c]);
		if (!s->mean[c] || !s->sd[c])
			return PL_ENOMEM;
		if (c >= 3 && !gyr)
			continue;	/* it does not turn */
		err = pl_stat_running(c < 3 ? acc[c] : gyr[c - 3], n, s->w,
		    s->mean[c], s->sd[c]);
	}
	return err;
}

static double
square(double *const x[3], size_t i)
{
	return x[0][i] * x[0][i] + x[1][i] * x[1][i] + x[2][i] * x[2][i];
}

/* Flag the windows that are steady, then those of them that do not turn. */
static void
windows_judge(struct windows *s, unsigned char *at)
{
	double bias[3] = { 0 }, off;
	size_t i, k;
	int c;

	for (i = 0; i < s->n; i++)
		at[i] = square(s->sd, i) < FORCE_SD * FORCE_SD &&
		    square(s->sd + 3, i) < RATE_SD * RATE_SD;
	for (c = 0; c < 3; c++) {
		for (i = 0, k = 0; i < s->n; i++)
			if (at[i])
				s->x[k++] = s->mean[c + 3][i];
		bias[c] = pl_stat_median(s->x, k);
	}
	for (i = 0; i < s->n; i++) {
		for (c = 0, off = 0; c < 3; c++)
			off += (s->mean[c + 3][i] - bias[c]) *
			    (s->mean[c + 3][i] - bias[c]);
		at[i] = at[i] && off < RATE_SD * RATE_SD;
	}
}

/* Rows from..to-1; the size of the force by blocks. */
static struct pl_still
take(const double *const acc[3], size_t from, size_t to, double rate_hz)
{
	size_t block = (size_t)(BLOCK_S * rate_hz + 0.5), i, k = 0;
	double sum = 0, squares = 0, blocks = 0, part = 0, n = 0;
	struct pl_still p = { .s = (double)(to - from) / rate_hz };

	block = block ? block : 1;
	for (i = from; i < to; i++) {
		pl_vec f = { acc[0][i], acc[1][i], acc[2][i] };

		n++;
		p.f = pl_vec_add(p.f, pl_vec_scale(pl_vec_sub(f, p.f), 1 / n));
		part += pl_vec_norm(f) - PL_GRAVITY;
		if (++k < block)
			continue;
		part /= (double)block;
		sum += part;
		squares += part * part;
		blocks++;
		part = 0;
		k = 0;
	}
	if (blocks > 1)
		p.sd = sqrt(fmax(0, squares - sum * sum / blocks) /
		    (blocks * (blocks - 1)));
	return p;
}

enum pl_err
pl_still_find(const double *const acc[3], const double *const gyr[3],
    size_t n, double rate_hz, struct pl_still **out, size_t *count)
{
	struct windows s = { .n = 0 };
	enum pl_err err = windows_make(&s, acc, gyr, n, rate_hz);
	unsigned char *at = pl_mem_array(n, 1);
	size_t skip = (size_t)(BLOCK_S * rate_hz), from, to, room = 0, k = 0;
	struct pl_still *made = NULL, *grown;

	if (!at)
		err = PL_ENOMEM;
	if (!err)
		windows_judge(&s, at);
	for (from = 0; from < s.n && !err; from = to + 1) {
		for (to = from; to < s.n && at[to]; to++)
			;
		if (to == from || (double)(to - from + s.w) <
		    LEAST_S * rate_hz)
			continue;
		grown = pl_mem_grow(made, &room, k + 1, sizeof *grown);
		if (!grown) {
			err = PL_ENOMEM;
			break;
		}
		made = grown;
		made[k++] = take(acc, from + skip, to - 1 + s.w - skip,
		    rate_hz);
	}
	windows_free(&s);
	free(at);
	if (err) {
		free(made);
		return err;
	}
	*out = made;
	*count = k;
	return PL_OK;
}
