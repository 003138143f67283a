/*
 * format.h - what recorders write: which form is it, and what is in it
 *
 * Recognised by content, never by name.  The table has a row for each form, the
 * most particular first, with those of dialect.h among them; the last two take
 * any sound file and any text with a row per instant.  Every row's reader fills
 * raw.h; what is common comes after it, here: which sensor of several, units,
 * and that a sensor has three axes or is not there.
 *
 * Parts.   Where accelerometer and gyroscope have clocks of their own, one
 * recording has two parts, which grid.h joins.
 *
 * Missing. An instant at which all three axes are missing is; a single axis
 * without a number is an error with its row, unless the form has gaps (text).
 *
 * Errors.  PL_EFORMAT, PL_ERANGE, PL_ECUT, PL_EUNEVEN with a place, PL_ECOLUMN
 * for a header or a sensor that is not known, PL_ESTATE for what is no
 * acceleration (counts, gravity taken out), PL_ENOMEM.
 */
#ifndef PL_IO_RECORDER_FORMAT_H
#define PL_IO_RECORDER_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

#include "../map.h"
#include "../raw.h"

enum { PL_FORMAT_PARTS = 2 };

/* What is to be read: n bytes, followed by a NUL. */
struct pl_format;
struct pl_source {
	const char *bytes;
	size_t n;
	struct pl_map *map;	/* of -c; with n 0: the form says all */
	const char *sensors;	/* which of several (sensors.h), or NULL */
	const char *const *side;	/* texts of the files that belong to it
				 * (bids.h), or NULL */
	double rate_hz;		/* of -r, or 0 */
	const char *path;	/* where some form leaves it to the name of the
				 * file what is in it; or NULL */
	const struct pl_format *form;	/* set by pl_format_read */
};

struct pl_format {
	const char *name;	/* one word: "cwa" */
	const char *what;	/* in words: "Axivity AX3 and AX6, .cwa" */
	const char *needs;	/* options that no reader could guess, or "" */
	bool tried;		/* on a file that a recorder wrote */
	/* NULL: its row in dialect.c says */
	bool (*is)(const char *bytes, size_t n);
	/* Fill the parts and say how many.  Columns have names in any unit
	 * (raw.h).  On an error nothing is left to be freed. */
	enum pl_err (*read)(const struct pl_source *,
	    struct pl_raw part[PL_FORMAT_PARTS], int *parts, struct pl_fault *);
};

const struct pl_format *pl_format_row(int i);		/* NULL after all */
/* By its name, of either case; or NULL. */
const struct pl_format *pl_format_find(const char *name);

/* The first row that says so; NULL if these bytes are none of them. */
const struct pl_format *pl_format_of(const char *bytes, size_t n);

/* Do they begin a form that is not text? */
int pl_format_binary(const char *bytes, size_t n);

/* Read: names in SI, one sensor without a prefix, the axes checked. */
enum pl_err pl_format_read(const struct pl_format *, const struct pl_source *,
    struct pl_raw part[PL_FORMAT_PARTS], int *parts, struct pl_fault *)
    PL_MUST;

/* For a reader whose form names its columns: PL_ECOLUMN if -c does, too, by
 * position.  By header it may mean the second file. */
enum pl_err pl_format_named(const struct pl_source *, struct pl_fault *)
    PL_MUST;

#endif
