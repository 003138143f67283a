/*
 * mass.h - masses on the command line: 100, 100kg, 225lb
 *
 * A list (60,80,100) is all in kilograms without a unit, or has a unit at
 * each mass: 225,245lb could be read in two ways.
 */
#ifndef TOOLS_MASS_H
#define TOOLS_MASS_H

#include <stddef.h>

/* The masses of a list in kg, n of them, to be freed; all within lo..hi
 * and above 0, or die.  option is for the message: "--bar". */
double *mass_list(const char *option, const char *text, double lo, double hi,
    size_t *n);

/* One mass in kg. */
double mass_one(const char *option, const char *text, double lo, double hi);

#endif
