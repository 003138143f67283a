/*
 * raw.h - a recording as a reader found it: numbers under names
 *
 * What every reader makes, and all that comes after it needs: columns of
 * equal length in the order of the file, the time of each row or an even
 * rate, the instant it began, and what the reader has to say.
 *
 * Names.   A name of ours with any unit of unit.h (acc_x_g), or what the file
 * calls it, or "" if nothing does.  pl_raw_settle leaves only ours, in SI.
 *
 * Time.    t_s is each row's time in seconds after the start, strictly in the
 * order of the file, repeats allowed; NULL when the rows are even at rate_hz.
 * Beside t_s, rate_hz is the rate of a clock that counts rows, or 0.
 * Where dated, the start (time 0, not row 0) is start_ns after 1970 in UTC,
 * to the nanosecond: 19 digits never pass through a double.
 *
 * Turns.   Where attitude is set, columns q_w q_x q_y q_z, with or without the
 * prefix of a place, are unit quaternions that take its axes to the earth's.
 *
 * Missing. NaN.  Infinity never gets here.  Where gaps is set, any value may be
 * missing; else all three axes of an instant are, or none.
 */
#ifndef PL_IO_RAW_H
#define PL_IO_RAW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../base/err.h"
#include "../base/num.h"

struct pl_raw_column {
	char *name;
	char *header;		/* what the file calls it, or NULL */
	char *was;		/* its name before pl_raw_settle, or NULL */
	char *sensor;		/* whose it is, in the file's word, or NULL */
	double *x;
	bool unscaled;		/* parts of a full scale that is not known */
	bool open;		/* its unit is not said: physics must tell */
};

struct pl_raw_note {
	bool warn;		/* something is wrong with the data */
	char text[192];		/* one line, without the place */
};

struct pl_raw {
	struct pl_raw_column *col;
	size_t cols, rows;
	double *t_s;
	double rate_hz;		/* 0: not known */
	double time_sd_s;	/* SD of a row's instant; 0: nothing said */
	bool dated;
	bool one_clock;		/* undated, but the parts of its file count
				 * their start_ns alike */
	int64_t start_ns;
	bool gaps, attitude;
	char clock[96];		/* how its time was found; "": as usual */
	struct pl_raw_note note[16];
	int notes;
};

void pl_raw_free(struct pl_raw *);

/* cols columns without names, rows rows not yet filled. */
enum pl_err pl_raw_make(struct pl_raw *, size_t cols, size_t rows) PL_MUST;

/* Name a column anew; say what the file calls it (n bytes), or whose it is. */
enum pl_err pl_raw_name(struct pl_raw *, size_t col, const char *name)
    PL_MUST;
enum pl_err pl_raw_header(struct pl_raw *, size_t col, const char *text,
    size_t n) PL_MUST;
enum pl_err pl_raw_sensor(struct pl_raw *, size_t col, const char *text,
    size_t n) PL_MUST;

/* The index of a column, or -1. */
int pl_raw_find(const struct pl_raw *, const char *name);

/* Take a column out. */
void pl_raw_drop(struct pl_raw *, size_t col);

/* Add a line for the user; what no longer fits is left unsaid. */
void pl_raw_say(struct pl_raw *, bool warn, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/*
 * The name in SI of a name in any unit, or NULL if no recording of ours has
 * such a column: acc_x_g gives acc_x_m_s2 and 9.80665.
 */
const char *pl_raw_si(const char *name, char *to, size_t room,
    double *factor);

/* Is this the name of a part of a quaternion, "t12_q_x"? */
bool pl_raw_turn(const char *name);
/* Physics told the unit of an open column (suffix of unit.h): what it was.  Its
 * numbers stay. */
enum pl_err pl_raw_tell(struct pl_raw *, size_t col, const char *suffix)
    PL_MUST;

/* Drop the columns that are not ours, bring the others to SI.  After an error
 * the recording can only be freed. */
enum pl_err pl_raw_settle(struct pl_raw *, struct pl_fault *) PL_MUST;

#endif
