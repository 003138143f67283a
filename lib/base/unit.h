/*
 * unit.h - the unit at the end of a column's name
 *
 * The last words of a name are its unit: acc_x_m_s2 is in m/s^2.  This is the
 * one table of units, of what makes each an SI unit, and of the resolution to
 * which columns of ours are rounded.
 *
 * Sources.  Standard gravity 9.80665 m/s^2: 3rd CGPM (1901).
 */
#ifndef PL_BASE_UNIT_H
#define PL_BASE_UNIT_H

#define PL_GRAVITY 9.80665		/* m/s^2 */

struct pl_unit {
	const char *suffix;	/* with its underscore: "_mg" */
	const char *si;		/* the suffix in our streams: "_m_s2" */
	double factor;		/* value in SI = factor * value */
	int decimals;		/* resolution of ours; -1: not a unit of ours */
};

/* The unit at the end of name, the longest that fits, or NULL. */
const struct pl_unit *pl_unit_of(const char *name);

#endif
