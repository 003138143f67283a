/*
 * filter.h - a filter is a name, its options, and one function
 *
 * A filter computes nothing itself: it finds columns, calls the library and
 * words the errors.  main.c reads its table, parses its options from the
 * rows below, and writes what it leaves; so usage, ranges, --help and the
 * synopsis of the man page all come from here.
 *
 * Options that every filter has (-f -t -o -O -q -v -h -V) are main's.
 */
#ifndef TOOLS_FILTER_H
#define TOOLS_FILTER_H

#include <stdbool.h>
#include <stddef.h>

struct pl_table;

enum opt_kind {
	OPT_FLAG,
	OPT_NUMBER,		/* a double from lo to hi */
	OPT_WORD,
	OPT_LIST,		/* a word that may be given several times */
	OPT_INPUTS		/* the same, of inputs behind the operands: with
				 * one of them and no operand stdin is none */
};

struct opt {
	char letter;		/* 0: only the long name */
	const char *name;	/* NULL ends the list */
	const char *arg;	/* in the synopsis: "KG"; NULL for a flag */
	enum opt_kind kind;
	double value, lo, hi;	/* default and range of a number */
	const char *help;
};

struct value {
	bool given;
	double x;
	const char *s;		/* the text as given, or NULL */
	const char **list;	/* n words */
	size_t n;
};

enum {
	BESIDE = 2,		/* one operand of its own, then the input */
	AFTER,			/* the input, then one operand of its own */
	SEVERAL,		/* any number of inputs, one after another */
	PAIR,			/* as AFTER, and may be left out */
	PERHAPS,		/* as BESIDE, or the input alone */
	INTO			/* as BESIDE, and the operand is what it writes:
				 * nothing goes to stdout unless -o or -O asks
				 * for the table */
};

struct filter {
	const char *name, *operands, *what;
	const struct opt *opts;
	int source;		/* true: makes a table, operands are its own;
				 * or one of these */
	/* v[i] is the value of opts[i]; args ends with NULL, and of PERHAPS is
	 * the operand of its own, if there is one.  Returns CLI_OK or CLI_NO;
	 * dies of accidents (cli.h). */
	int (*run)(struct pl_table *, const struct value *v, char **args);
};

#endif
