/*
 * soundplan.h - what of a table goes into a sound file, and how (see sound.h)
 */
#ifndef PL_IO_SOUNDPLAN_H
#define PL_IO_SOUNDPLAN_H

#include <stdbool.h>
#include <stdint.h>

#include "../base/origin.h"
#include "../base/table.h"

enum { PL_SOUND_BLOCK = 4096 };		/* frames at a time */

struct pl_soundplan {
	const struct pl_table *t;
	size_t *col, cols;	/* the columns that are channels */
	int bits;		/* of whole numbers; 0: floating point */
	double *scale;		/* full scale of each; NULL: floating point */
	double rate_hz;		/* true */
	int header_hz;		/* its integer, for containers */
	char *text;		/* the keys */
};

/* Choose; bits asks for whole numbers, 24 (FLAC) or 32, with scales; origin
 * may be NULL.  PL_ECOLUMN: nothing to write; PL_ESTATE, PL_ERANGE: not as
 * whole numbers; of pl_table_rate. */
enum pl_err pl_soundplan_make(struct pl_soundplan *, const struct pl_table *,
    int bits, const struct pl_origin *origin, struct pl_fault *) PL_MUST;
void pl_soundplan_free(struct pl_soundplan *);

/* Rows row..row+n-1 with channels side by side: into real, or with scales
 * into whole, their bits at the top of 32. */
void pl_soundplan_fill(const struct pl_soundplan *, size_t row, size_t n,
    float *real, int32_t *whole);

/* Write it as W64.  PL_EIO, PL_ENOMEM. */
enum pl_err pl_soundplan_w64(const struct pl_soundplan *, const char *path)
    PL_MUST;

#endif
