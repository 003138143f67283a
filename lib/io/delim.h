/*
 * delim.h - numbers in foreign text, whatever stands between them
 *
 * Form.    Lines of cells between commas, semicolons, tabs, bars or blanks;
 * the one that makes most numbers is it.  A comma is a decimal point where
 * the delimiter is another.  Banner lines and "sep=" before the names are
 * passed over; names are optional.  Byte order mark, carriage returns, quotes
 * around a cell, blanks around a number, an empty cell at the end of every
 * line and empty lines are taken in stride.
 *
 * Cut.     A first or last line with too few cells, and a last line without
 * its end, is dropped and noted: recorders are switched off.  Any other line
 * that does not fit is an error with line, column and value.
 *
 * Missing. An empty cell.  "nan" and "inf" are errors.
 *
 * Time.    t_s, t_ms, t_us or t_ns.  Whole units are counted in 64-bit
 * integers from the first, so no digit of 19 is lost.  From 1e9 to 4e9 s they
 * are taken to count from 1970 (UTC).  A counter of milliseconds or
 * microseconds that falls from the end of 32 bits to their beginning goes on;
 * any other step back is an error with its line.
 */
#ifndef PL_IO_DELIM_H
#define PL_IO_DELIM_H

#include "raw.h"

struct pl_delim {
	const char *data, *end;	/* from the first line of numbers */
	size_t line;		/* its number, from 1 */
	char stop, point;
	size_t cols;
	size_t named;		/* cells of the header, 0 if there is none */
	char **name;		/* cols names; NULL unless there are as many */
	bool trailing;		/* every line ends with a delimiter */
};

/* Find the form of n bytes of text, followed by a NUL.  PL_EFORMAT if no
 * lines of at least 3 numbers are in it. */
enum pl_err pl_delim_open(struct pl_delim *, const char *text, size_t n,
    struct pl_fault *) PL_MUST;
void pl_delim_free(struct pl_delim *);

/* Read the columns whose name is not "": name[j] for column j. */
enum pl_err pl_delim_read(const struct pl_delim *, char (*name)[64],
    struct pl_raw *, struct pl_fault *) PL_MUST;

#endif
