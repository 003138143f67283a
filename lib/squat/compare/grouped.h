/*
 * grouped.h - the repetitions of rep tables by group, set and mounting
 *
 * Of one table, or of two that pl_append has joined.  A series is what of one
 * set (set.h) belongs to one group, in order.  A mounting is a time through
 * which the sensor stays where it is: a recording, by its name and instant of
 * start; where a table names none, all of it, up to where cand does not grow.
 *
 * Groups.  Of two tables the first is group 0 and the second 1; with a key, 2 k
 * and 2 k + 1 for its k-th value.  Of one table with a key group k has the k-th
 * value.  Values count in order of appearance; rows without one are left out.
 *
 * Errors.  PL_ECOLUMN if there is no such key, PL_ERANGE for one of more than
 * PL_GROUPED_VALUES values, PL_ESTATE for a row that is in a group twice
 * (twins.h), PL_ENOMEM.
 */
#ifndef PL_SQUAT_GROUPED_H
#define PL_SQUAT_GROUPED_H

#include <stdbool.h>

#include "../../base/table.h"

#define PL_GROUPED_VALUES 200

struct pl_series {
	size_t from, to;		/* of .row and .place */
	size_t group, mounting;
};

struct pl_grouped {
	const struct pl_table *t;
	size_t *row;			/* of t, by series */
	double *place;			/* number in the set: it increases */
	size_t rows;
	struct pl_series *series;	/* by group */
	size_t n;
	size_t groups, mountings;
	size_t *value;			/* of each of values: a row that has it */
	size_t values;			/* of the key; 1 without */
	int key;			/* its column, or -1 */
};

struct pl_grouped_ask {
	bool two;			/* tables, the second from this row on */
	size_t second;
	const char *key;		/* or NULL */
	const char *const *classes;	/* that count; none: work */
	size_t n_classes;
};

enum pl_err pl_grouped_make(struct pl_grouped *, const struct pl_table *,
    const struct pl_grouped_ask *, struct pl_fault *) PL_MUST;

void pl_grouped_free(struct pl_grouped *);

/* A value of the key as text: in room, or as the table has it. */
const char *pl_grouped_value(const struct pl_grouped *, size_t value,
    char room[PL_NUM_ROOM]);

/* The series of a group: from the one returned on, *n of them. */
const struct pl_series *pl_grouped_of(const struct pl_grouped *, size_t group,
    size_t *n);

#endif
