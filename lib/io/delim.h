/*
 * delim.h - numbers in foreign text, whatever stands between them
 *
 * Form.    Lines of cells between commas, semicolons, tabs, bars or blanks;
 * the one that makes most numbers is it.  A comma is a decimal point where
 * the delimiter is another.  Banner lines and "sep=" before the names are
 * passed over; names are optional, and so is a row of units below them.  Byte
 * order mark, carriage returns, quotes around a cell, blanks around a number,
 * an empty cell at the end of every line, empty lines and lines that begin with
 * # or // are taken in stride.
 *
 * Cut.     A first or last line with too few cells, and a last line without
 * its end, is dropped and noted: recorders are switched off.  Any other line
 * that does not fit is an error with line, column and value.
 *
 * Missing. An empty cell; where the caller knows the recorder to write them,
 * NaN, n/a and null too.  Else "nan" is an error, as "inf" always is.
 *
 * Time.    A clock of stamp.h; a step back is an error with its line.
 */
#ifndef PL_IO_DELIM_H
#define PL_IO_DELIM_H

#include "raw.h"

enum { PL_DELIM_ABOVE = 3 };

struct pl_delim {
	const char *head;	/* where the text begins */
	const char *data, *end;	/* from the first line of numbers */
	size_t line;		/* its number, from 1 */
	char stop, point;
	size_t cols;
	size_t named;		/* cells of the header, 0 if there is none */
	char **name;		/* cols names; NULL unless there are as many */
	char **unit;		/* cols units below the names, or NULL */
	bool trailing;		/* every line ends with a delimiter */
	/* the lines above the data, the lowest first, or NULL */
	const char *above[PL_DELIM_ABOVE];
	/* what the caller knows of the recorder */
	bool words;		/* NaN is a missing value */
	bool talks;		/* lines without a number are no data */
	bool padded;		/* the first line without a time is the end */
	double row_s;		/* of t_count: seconds a row */
};

/* Find the form of n bytes of text, followed by a NUL.  PL_EFORMAT if no
 * lines of at least 3 numbers are in it. */
enum pl_err pl_delim_open(struct pl_delim *, const char *text, size_t n,
    struct pl_fault *) PL_MUST;
void pl_delim_free(struct pl_delim *);

/* The cells of a line above the data, cols texts for pl_delim_free_cells;
 * what a shorter line lacks is "". */
enum pl_err pl_delim_cells(const struct pl_delim *, const char *line,
    char ***cells) PL_MUST;
void pl_delim_free_cells(char **cells, size_t cols);

enum { PL_DELIM_CLOCK = 8 };

/*
 * Is a column a clock, by its first values: stamps that rise?  unit is what its
 * header says ("_ms", "_iso") or "": then its usual step tells.  name is one of
 * stamp.h; *dated: it counts from 1970.  PL_ESHORT: nothing is in it.
 * PL_EFORMAT with line and value: a cell is no time; or with the step: no unit
 * makes a rate of it.  PL_ENOMEM.
 */
enum pl_err pl_delim_clock(const struct pl_delim *, size_t col,
    const char *unit, char name[PL_DELIM_CLOCK], bool *dated,
    struct pl_fault *) PL_MUST;

/* Read the columns whose name is not "": name[j] for column j. */
enum pl_err pl_delim_read(const struct pl_delim *, char (*name)[64],
    struct pl_raw *, struct pl_fault *) PL_MUST;

#endif
