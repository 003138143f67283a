#include "soundplan.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"
#include "chunk.h"
#include "clock.h"
#include "soundtext.h"

enum { FLAC_BITS = 24, FLAC_MOST = 8 };

/* Full scale, in whole numbers. */
static double
full(const struct pl_soundplan *j)
{
	return ldexp(1, j->bits - 1);
}

/* The smallest power of two under which the column fits its bits. */
static enum pl_err
fit(struct pl_soundplan *j, size_t k, struct pl_fault *f)
{
	const struct pl_column *c = &j->t->col[j->col[k]];
	double peak = 0;
	size_t i;
	int e;

	for (i = 0; i < j->t->rows; i++) {
		if (pl_missing(c->x[i]))
			return pl_fault_set(f, PL_ESTATE, i + 2, c->name, NULL,
			    "missing, and %s no way to say so: write .wav, "
			    ".caf or .w64%s", j->bits == FLAC_BITS ? "FLAC has"
			    : "whole numbers have", j->bits == FLAC_BITS ? "" :
			    " without --full-scale");
		peak = fabs(c->x[i]) > peak ? fabs(c->x[i]) : peak;
	}
	frexp(peak, &e);
	j->scale[k] = ldexp(1, e);
	if (floor(peak / j->scale[k] * full(j) + 0.5) >= full(j))
		j->scale[k] *= 2;
	return PL_OK;
}

/* Scales for whole numbers. */
static enum pl_err
fit_all(struct pl_soundplan *j, struct pl_fault *f)
{
	enum pl_err err = PL_OK;
	size_t c;

	if (j->bits == FLAC_BITS && j->cols > FLAC_MOST)
		return pl_fault_set(f, PL_ERANGE, 0, NULL, NULL,
		    "%zu columns, and FLAC takes %d: write .wav, .caf or .w64",
		    j->cols, FLAC_MOST);
	j->scale = pl_mem_array(j->cols, sizeof *j->scale);
	if (!j->scale)
		return PL_ENOMEM;
	for (c = 0; !err && c < j->cols; c++)
		err = fit(j, c, f);
	return err;
}

enum pl_err
pl_soundplan_make(struct pl_soundplan *j, const struct pl_table *t,
    int bits, const struct pl_origin *origin, struct pl_fault *f)
{
	enum pl_err err;
	size_t c;

	*j = (struct pl_soundplan){ .t = t, .bits = bits };
	err = pl_clock_rate(t, &j->rate_hz, f);
	if (err)
		return err;
	j->header_hz = j->rate_hz < 1 ? 1 : (int)floor(j->rate_hz + 0.5);
	j->col = pl_mem_array(t->cols, sizeof *j->col);
	if (!j->col)
		return PL_ENOMEM;
	for (c = 0; c < t->cols; c++)
		if (!t->col[c].words && strcmp(t->col[c].name, "t_s") != 0 &&
		    strcmp(t->col[c].name, "time_sd_s") != 0)
			j->col[j->cols++] = c;
	if (!j->cols)
		err = pl_fault_set(f, PL_ECOLUMN, 0, NULL, NULL,
		    "no column of numbers beside t_s: nothing to write");
	if (!err && bits)
		err = fit_all(j, f);
	if (!err)
		err = pl_soundtext_make(&j->text, t, j->col, j->cols,
		    j->rate_hz, j->scale, origin);
	if (err)
		pl_soundplan_free(j);
	return err;
}

void
pl_soundplan_free(struct pl_soundplan *j)
{
	free(j->col);
	free(j->scale);
	free(j->text);
	*j = (struct pl_soundplan){ 0 };
}

void
pl_soundplan_fill(const struct pl_soundplan *j, size_t row, size_t n,
    float *real, int32_t *whole)
{
	size_t c, i, cols = j->cols;
	int32_t top = INT32_C(1) << (j->bits ? 32 - j->bits : 0);

	for (c = 0; c < cols; c++) {
		const double *x = j->t->col[j->col[c]].x + row;
		double k = j->scale ? full(j) / j->scale[c] : 1;

		for (i = 0; i < n; i++)
			if (j->scale)
				whole[i * cols + c] = top *
				    (int32_t)floor(x[i] * k + 0.5);
			else
				real[i * cols + c] = (float)x[i];
	}
}

/* Words of 32 bits, little-endian whatever this machine is. */
static int
put_words(FILE *f, const void *words, size_t n)
{
	const char *x = words;
	unsigned char b[1024];
	size_t i, k, at;
	uint32_t u;

	for (at = 0; at < n; at += k) {
		k = n - at < sizeof b / 4 ? n - at : sizeof b / 4;
		for (i = 0; i < 4 * k; i++) {
			memcpy(&u, x + 4 * (at + i / 4), 4);
			b[i] = (unsigned char)(u >> 8 * (i % 4));
		}
		if (fwrite(b, 4, k, f) != k)
			return 0;
	}
	return 1;
}

enum pl_err
pl_soundplan_w64(const struct pl_soundplan *j, const char *path)
{
	void *x = pl_mem_array(PL_SOUND_BLOCK * j->cols, sizeof(float));
	size_t rows = j->t->rows, row, n;
	FILE *f = x ? fopen(path, "wb") : NULL;
	enum pl_err err = !x ? PL_ENOMEM : !f ? PL_EIO : PL_OK;

	if (!err)
		err = pl_chunk_w64(f, j->bits > 0, (uint32_t)j->header_hz,
		    (uint32_t)j->cols, rows, j->text);
	for (row = 0; !err && row < rows; row += n) {
		n = rows - row < PL_SOUND_BLOCK ? rows - row : PL_SOUND_BLOCK;
		pl_soundplan_fill(j, row, n, x, x);
		if (!put_words(f, x, n * j->cols))
			err = PL_EIO;
	}
	if (!err && rows * j->cols % 2 && fwrite("\0\0\0", 1, 4, f) != 4)
		err = PL_EIO;
	if (f && fclose(f) != 0 && !err)
		err = PL_EIO;
	free(x);
	return err;
}
