/*
 * soundtext.h - what a sound file says in words: the keys of sound.h
 */
#ifndef PL_IO_SOUNDTEXT_H
#define PL_IO_SOUNDTEXT_H

#include <stddef.h>

#include "../base/origin.h"
#include "../base/table.h"
#include "raw.h"

/* What n bytes of lines say about r: names, rate, start, and into scale[],
 * which has a place for each column, full scales. */
enum pl_err pl_soundtext_take(struct pl_raw *r, double *scale,
    const char *text, size_t n) PL_MUST;

/* The lines for columns col[0..cols-1] of t at this rate, with a NUL; scale
 * and origin may be NULL.  The caller frees. */
enum pl_err pl_soundtext_make(char **text, const struct pl_table *t,
    const size_t *col, size_t cols, double rate_hz, const double *scale,
    const struct pl_origin *origin) PL_MUST;

#endif
