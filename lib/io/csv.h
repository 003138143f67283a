/*
 * csv.h - a table as text: RFC 4180, one plain header row
 *
 * Form.    Names in the first line; then a line per row, each with as many
 * cells as there are names, each ended by a line feed.  An empty cell is a
 * missing value.  Cells with a comma, a quote or a line break stand in quotes,
 * quotes in them doubled.  Carriage returns before a line feed and a byte
 * order mark are read and not written.
 *
 * Numbers. Columns of ours (schema.h) are numbers or words; "nan" and "inf"
 * are errors.  Foreign columns keep their text.
 *
 * Errors.  PL_EFORMAT, PL_ECUT (no line feed at the end: that is how a cut
 * pipe looks), PL_ERANGE, PL_ENOMEM, with line, column and value.
 *
 * Source.  Shafranovich, RFC 4180 (2005).
 */
#ifndef PL_IO_CSV_H
#define PL_IO_CSV_H

#include <stdio.h>

#include "../base/table.h"

/* Read text of n bytes, followed by a NUL, into an empty table. */
enum pl_err pl_csv_read(struct pl_table *, const char *text, size_t n,
    struct pl_fault *) PL_MUST;

/* Write a settled table.  PL_EIO if it could not all be written. */
enum pl_err pl_csv_write(const struct pl_table *, FILE *) PL_MUST;

#endif
