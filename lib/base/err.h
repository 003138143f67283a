/*
 * err.h - how a function of the library says that it failed
 *
 * Errors.  A function that can fail returns an enum pl_err.  If it is not
 * PL_OK, the caller's data are as they were before.  Nothing in the library
 * prints or exits; tools turn an error into one line.
 *
 * Where an error has a place (a line of a file, a column, a value), the
 * function also fills a struct pl_fault.
 */
#ifndef PL_BASE_ERR_H
#define PL_BASE_ERR_H

#include <stddef.h>

#define PL_MUST __attribute__((warn_unused_result))

enum pl_err {
	PL_OK,
	PL_ENOMEM,	/* memory ran out, or a size does not fit size_t */
	PL_EIO,		/* the system refused to read or write; see errno */
	PL_EFORMAT,	/* the bytes are not what their form promises */
	PL_ECUT,	/* the data end before their form does */
	PL_ERANGE,	/* a number lies outside what can be meant */
	PL_ECOLUMN,	/* a column that is needed is not there */
	PL_EUNEVEN,	/* rows are not on an even grid of time */
	PL_ESHORT,	/* too few rows to do it */
	PL_ESTATE,	/* the data cannot tell what was asked of them */
	PL_ERRS
};

/* The phrase for an error: lower case, no full stop; never NULL. */
const char *pl_err_phrase(enum pl_err);

/* Where and why it failed.  Empty strings and 0 mean: not known. */
struct pl_fault {
	size_t line;		/* of text, from 1; row i of a table, from 0, is
				 * line i + 2: its names are line 1 */
	char column[64];
	char value[48];		/* the offending text, cut to fit */
	char why[200];		/* what is wrong and what to do */
};

/* Fill a fault and return err; value may be cut, f may be NULL. */
enum pl_err pl_fault_set(struct pl_fault *f, enum pl_err err, size_t line,
    const char *column, const char *value, const char *why, ...)
    __attribute__((format(printf, 6, 7)));

#endif
