/*
 * rate.h - sampling rates as text, exactly
 *
 * Containers keep an integer rate; ours is kept as text, either a decimal
 * ("104.17") or a fraction ("2000/7"), and comes back as the same double.
 *
 * Source.  The fraction with the smallest denominator in an interval: the
 * Stern-Brocot tree (Graham, Knuth & Patashnik, Concrete Mathematics, 4.5),
 * walked by continued fractions.
 */
#ifndef PL_BASE_RATE_H
#define PL_BASE_RATE_H

#include "err.h"

enum { PL_RATE_ROOM = 32 };		/* bytes that a rate may need */

/* What converters deliver, Hz: Bosch BMI160 0.78 and more, TDK ICM-42688-P up
 * to 32000.  What is beyond is a time in another unit. */
#define PL_RATE_SLOWEST 0.5
#define PL_RATE_FASTEST 40000.0

/* "100", "102.4", "2000/7": PL_EFORMAT if it is none, PL_ERANGE unless it
 * lies between 1e-3 and 1e6 Hz. */
enum pl_err pl_rate_parse(const char *text, double *rate_hz) PL_MUST;

/* The shortest decimal that parses to the same double. */
void pl_rate_print(char to[PL_RATE_ROOM], double rate_hz);

/* The fraction with the smallest denominator in lo..hi, as the double nearest
 * to it; 0 < lo <= hi.  Times rounded to microseconds leave such an interval
 * for a rate, and real rates are simple fractions. */
double pl_rate_simple(double lo, double hi);

#endif
