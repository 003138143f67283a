/*
 * cell.h - a line of text is cells, and some of them are numbers
 */
#ifndef PL_IO_CELL_H
#define PL_IO_CELL_H

#include <stdbool.h>
#include <stddef.h>

struct pl_cell { const char *p, *end; };

/* A blank, a tab or a carriage return. */
static inline bool
pl_cell_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

/*
 * Take the next cell of a line that ends at end, without the blanks and the
 * quotes around it; stop is the delimiter, and ' ' any run of blanks.  Returns
 * where to go on, or NULL after the last.
 */
const char *pl_cell_next(const char *p, const char *end, char stop,
    struct pl_cell *);

/* Where the line ends that begins at p: at its line feed, or at end. */
const char *pl_cell_line(const char *p, const char *end);

/* Has this line nothing but blanks? */
bool pl_cell_empty(const char *p, const char *end);

/* A word that some recorders write for a missing value: NaN, n/a, null. */
bool pl_cell_missing(struct pl_cell);

/* A line that is said, not measured: it begins with # or //. */
bool pl_cell_comment(const char *p, const char *end);

/* What a line is made of under a delimiter. */
struct pl_look {
	size_t cells;
	size_t empty;		/* or a word for what is missing */
	size_t dots, commas;	/* numbers with a decimal point, or comma */
	size_t plain;		/* numbers with neither */
	bool trailing;		/* the last of several cells is empty */
};

struct pl_look pl_cell_look(const char *p, const char *end, char stop);

/* The numbers in it, with the point that makes more. */
size_t pl_cell_numbers(const struct pl_look *);

/* Mostly numbers: a line of data, whole or cut. */
bool pl_cell_numeric(const struct pl_look *);

#endif
