/*
 * num.h - numbers as text, and the grid of decimals on which ours lie
 *
 * A number of resolution 10^-d is the double nearest to k / 10^d for an
 * integer |k| < 2^51.  Such a number is printed exactly by its d decimals and
 * parsed back to the same bits, whatever the machine.
 *
 * Source of the fast path of parsing: Clinger, How to read floating point
 * numbers accurately (PLDI 1990): up to 2^53 times or over 10^22 is exact but
 * for one rounding.
 */
#ifndef PL_BASE_NUM_H
#define PL_BASE_NUM_H

#include <math.h>
#include <stdbool.h>

#include "err.h"

#define PL_MISSING NAN

enum { PL_NUM_ROOM = 32 };	/* bytes that a printed number may need */

static inline bool
pl_missing(double x)
{
	return x != x;
}

/*
 * The decimal number that fills p..end and nothing else: sign, digits, point
 * ('.' or ','), exponent.  PL_EFORMAT if it is no number ("nan" and "inf" are
 * none), PL_ERANGE if no double can hold it.
 */
enum pl_err pl_num_parse(const char *p, const char *end, char point,
    double *x) PL_MUST;

/* The number nearest to x on the grid of 10^-decimals; missing stays missing;
 * never -0.  x must be below pl_num_limit in size. */
double pl_num_round(double x, int decimals);

/* The same for n numbers. */
void pl_num_round_all(double *x, size_t n, int decimals);

/* The size from which numbers of this resolution cannot be told apart. */
double pl_num_limit(int decimals);

/* Print a number of that grid, without trailing zeros and without a NUL; a
 * missing one as nothing.  Returns the end of what was printed. */
char *pl_num_print(char *to, double x, int decimals);

#endif
