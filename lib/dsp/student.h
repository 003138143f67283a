/*
 * student.h - Student's distribution of t
 *
 * dof is any number above 0, whole or not: an effective number of degrees of
 * freedom seldom is whole.  From 1e6 on it is taken for 1e6, where t is normal
 * to one part in a million.
 *
 * Method.  Its tail is half an incomplete beta function, by its continued
 * fraction; the quantile is found in it by bisection.  To 1e-10 of exact values
 * (tests/student.c has closed forms for 1, 2 and 4, and an integral).
 *
 * Errors.  Missing where dof is not above 0, or p not between 0 and 1.
 *
 * Sources.  NIST Digital Library of Mathematical Functions 8.17.22 (the
 * fraction), 5.11.1 (log of the gamma function); Lentz, Applied Optics 15
 * (1976) 668 (how it is summed).
 */
#ifndef PL_DSP_STUDENT_H
#define PL_DSP_STUDENT_H

/* The chance that |T| is above t. */
double pl_student_beyond(double t, double dof);

/* The t that |T| is below with chance p: 2.776 for p = .95 and 4. */
double pl_student_within(double p, double dof);

#endif
