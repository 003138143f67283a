/*
 * header.h - what the header of a column says
 *
 * Every recorder names its columns otherwise, and all say the same few things:
 * a quantity, an axis, a unit, whose sensor it is, and whether gravity was
 * taken out.  A header is cut into words (at what is no letter or digit, and
 * where lower case meets upper: accelerometerAccelerationX), and a table says
 * what each word means.  What no word tells, the unit does: a column of rad/s
 * with an axis is a gyroscope, in whatever language.  Words that mean nothing
 * are whose it is: "Mini sensor 10: ACC.X 10", "s0_ax".
 *
 * Units stand in () or [], or at the end (ax_m/s/s), or in a row of their own.
 * What stands there and is neither a known unit nor made of known words is an
 * odd one: physics must not guess at what the header says.
 *
 * Sources.  The exports named in recorder/dialect.c.
 */
#ifndef PL_IO_HEADER_H
#define PL_IO_HEADER_H

#include <stdbool.h>
#include <stddef.h>

#include "../base/err.h"

enum pl_header_what {
	PL_HEADER_NONE,		/* nothing that is known */
	PL_HEADER_TIME,
	PL_HEADER_ACC,
	PL_HEADER_GYR,
	PL_HEADER_AXIS,		/* "x", of whatever it may be */
	PL_HEADER_OTHER		/* known, and not wanted: a magnetometer */
};

enum { PL_HEADER_ROOM = 40, PL_HEADER_ODD = 24 };

struct pl_header {
	enum pl_header_what what;
	char axis;		/* 'x', 'y', 'z', or 0 */
	const char *unit;	/* as a suffix of unit.h; "": it says none */
	char odd[PL_HEADER_ODD];	/* a unit that is not known, or "" */
	bool free;		/* of gravity, which was taken out */
	bool gravity;		/* gravity, and nothing else */
	bool own;		/* time, of another quantity than acc */
	/* of acceleration and turning: whose it is, as it stands there */
	char sensor[PL_HEADER_ROOM];
	char key[PL_HEADER_ROOM];	/* its words in order, lower case */
};

/* Read a header, and the unit of its column in a row of units, or NULL. */
void pl_header_read(struct pl_header *, const char *text, const char *unit);

/* Say of a header with an odd unit what is known: PL_EFORMAT. */
enum pl_err pl_header_odd(const struct pl_header *, const char *text,
    struct pl_fault *) PL_MUST;

/* Has a header one of these words (words.h)? */
bool pl_header_has(const char *text, const char *list);

#endif
