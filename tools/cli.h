/*
 * cli.h - how a filter speaks: exit status, messages, columns it needs
 *
 * Exit status: 0 all output written; 1 the answer is no, the output is whole;
 * 2 accident.  A message is one line on stderr, "plumb-NAME: place: what: why".
 */
#ifndef TOOLS_CLI_H
#define TOOLS_CLI_H

#include <stdbool.h>

#include "../lib/base/table.h"
#include "filter.h"

enum { CLI_OK, CLI_NO, CLI_ACCIDENT };

#define CLI_PRINTF(a, b) __attribute__((format(printf, a, b)))

/* Who speaks from now on, and of what input: "stdin", a file.  cli_place
 * returns the place it replaces. */
void cli_begin(const char *name, const char *place, bool verbose, bool quiet);
const char *cli_place(const char *place);
bool cli_verbose(void);

/* One line and exit 2.  A format that ends in a colon is finished with
 * errno's phrase.  cli_die says no place, cli_die_at the input's. */
_Noreturn void cli_die(const char *fmt, ...) CLI_PRINTF(1, 2);
_Noreturn void cli_die_at(const char *fmt, ...) CLI_PRINTF(1, 2);

/* One line, unless -q; with the input's place. */
void cli_warn(const char *fmt, ...) CLI_PRINTF(1, 2);

/* One line, only with -v. */
void cli_note(const char *fmt, ...) CLI_PRINTF(1, 2);

/* Die of a library's error, with the place, column and value it found. */
_Noreturn void cli_die_fault(enum pl_err, const struct pl_fault *);

/* A column that must be there, or die and name the filter that makes it. */
const double *cli_need(const struct pl_table *, const char *name);

/* Die of a sample stream where a rep table is needed. */
void cli_refuse_stream(const struct pl_table *);

/* The rate of the stream, or die. */
double cli_rate(const struct pl_table *);

/* A number to be printed with so many decimals; never -0. */
double cli_plain(double x, int decimals);

/* A new column, or die of memory. */
double *cli_add(struct pl_table *, const char *name);

/* Parse the options of a filter from argv (argv[0] is its name).  Fills
 * v, returns the operands, NULL-terminated, inside argv. */
char **cli_options(const struct filter *, char **argv, struct value *v,
    struct value *common);

/* Options of every filter, in the order of common above. */
enum {
	COMMON_FROM, COMMON_TO, COMMON_OUT, COMMON_FORM, COMMON_QUIET,
	COMMON_VERBOSE, COMMON_HELP, COMMON_VERSION, COMMONS
};

#endif
