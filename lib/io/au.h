/*
 * au.h - a table as an AU sound stream of float64, one channel per column
 *
 * Form.    Header of the Sun/NeXT AU format: ".snd", offset of the data, their
 * size in bytes (0xFFFFFFFF above 4 GiB), encoding 7 (float64), rate,
 * channels, all big-endian 32-bit; then an annotation up to the data, lines
 * "key: value" padded with NUL to a multiple of 8:
 *
 *	Plumbline: 1			the form of these lines
 *	Rows: 2204			checked when the data end
 *	Column-1: t_s			in the order of the channels
 *	Word-7: ecc			the words of column 7, index from 0
 *	Software:, Filters:		of an archive (origin.h)
 *
 * and the samples, big-endian float64, rows in order; a missing value is NaN,
 * a word its index.  libsndfile and Octave read it as any AU file (they skip
 * the annotation); SoX clips it at +-1.  The rate in the header is the
 * nearest integer and is for their sake: ours is in t_s.
 *
 * Errors.  PL_EFORMAT, PL_ECUT, PL_ERANGE (infinity, a word without a name),
 * PL_EIO, PL_ENOMEM; with row and column where there is one.
 */
#ifndef PL_IO_AU_H
#define PL_IO_AU_H

#include <stdio.h>

#include "../base/origin.h"
#include "../base/table.h"

/* Do these bytes begin an AU stream? */
int pl_au_is(const char *bytes, size_t n);

/* Read n bytes into an empty table. */
enum pl_err pl_au_read(struct pl_table *, const char *bytes, size_t n,
    struct pl_fault *) PL_MUST;

/* Write a settled table; origin may be NULL. */
enum pl_err pl_au_write(const struct pl_table *, const struct pl_origin *,
    FILE *) PL_MUST;

#endif
