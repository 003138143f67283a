/*
 * trig.h - transcendental functions whose bits do not depend on the machine
 *
 * The C library chooses its sine by processor; these are plain arithmetic and
 * give the same bits wherever doubles are IEEE 754.  Errors against the true
 * value are below 4 units in the last place in the ranges named (tests/trig.c
 * compares them with the C library).
 *
 * Sources.  Range reduction after Cody & Waite, Software Manual for the
 * Elementary Functions (1980); the polynomials are the Taylor series, whose
 * coefficients are 1/n!, 1/n and so need no table; the number of terms
 * follows from the remainder, stated beside each.
 */
#ifndef PL_BASE_TRIG_H
#define PL_BASE_TRIG_H

#define PL_PI 3.14159265358979323846
#define PL_DEG (PL_PI / 180)		/* radians in a degree */

double pl_sin(double rad);		/* |rad| < 1e6, else NaN */
double pl_cos(double rad);		/* |rad| < 1e6, else NaN */
double pl_atan2(double y, double x);	/* -pi..pi; 0 for (0, 0) */
double pl_exp(double x);		/* 0 below -700, infinite above 700 */
double pl_log(double x);		/* NaN below 0, -infinite at 0 */

#endif
