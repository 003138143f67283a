/*
 * dialect.h - the exports that are text, as rows of data
 *
 * What one recorder's text has that another's has not: what it is known by, the
 * units that its header does not say, its clock, its word for a missing value.
 * One reader (text.h) reads them all.
 *
 * Sources. Files that recorders wrote (tried, in format.h), else the readers of
 * others.  Xsens, APDM: OpenSim's XsensDataReader and APDMDataReader; Movella
 * DOT: its SDK's logger; phyphox: its DataExport; Noraxon, SensorLog, Vicon,
 * Physics Toolbox: headers in public programs.
 */
#ifndef PL_IO_RECORDER_DIALECT_H
#define PL_IO_RECORDER_DIALECT_H

#include "../delim.h"
#include "format.h"

enum {
	PL_DIALECT_WORDS = 1,	/* writes NaN for a missing value */
	PL_DIALECT_TALKS = 2,	/* writes lines of words between rows */
	PL_DIALECT_PADDED = 4,	/* the clock ends before the lines do */
	PL_DIALECT_DOWN = 8,	/* reads -1 g upwards at rest (Apple) */
	PL_DIALECT_SHARED = 16,	/* all files of a recording have one clock */
	PL_DIALECT_NAMED = 32	/* the name of a file says what x y z are */
};

struct pl_dialect {
	struct pl_format form;
	/* What stands in it: all of these; "A|B" is A or B, "!A" is not A. */
	const char *mark[4];
	const char *acc, *gyr;	/* units that it does not say, or NULL */
	const char *clock;	/* the header of its time, of several */
	const char *ticks;	/* the unit of that */
	const char *counter;	/* the header of a number of rows */
	const char *prefer;	/* of two sensors alike, this word's, */
	const char *other;	/* and the word of the one left out */
	unsigned ways;
	const char *lacks;	/* what to do where no acceleration is in it */
	const char *note;	/* keys of banner lines worth telling */
	/* Name the columns where no single line does. */
	enum pl_err (*heads)(struct pl_delim *, struct pl_fault *);
};

/* Row i, or NULL after all. */
const struct pl_dialect *pl_dialect_row(int i);

/* The dialect of a form, or NULL if it has none. */
const struct pl_dialect *pl_dialect_of(const struct pl_format *);

bool pl_dialect_is(const struct pl_dialect *, const char *bytes, size_t n);

#endif
