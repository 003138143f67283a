/*
 * visit.h - a rep table of many days as sessions in order of time
 *
 * A session is what one lifter did on one day: the rows whose cells agree in the
 * key columns, whose date is the same and, if there is a column named session,
 * whose session is.  Rows of one key are a history of their own.  Order in the
 * table does not matter: it is put in order, histories in that of their first
 * rows, sessions in that of their days, and of one day in that of their first
 * rows.
 *
 * Days.    date.h; of a date or of an instant (its day in UTC).
 *
 * Errors.  PL_EFORMAT with the line for a cell that is no date (an empty one,
 * too); PL_ESTATE with the day of a candidate that is in a session twice, alike
 * in all columns: a file was named twice, and its dose would be; PL_ENOMEM.
 */
#ifndef PL_SQUAT_HISTORY_VISIT_H
#define PL_SQUAT_HISTORY_VISIT_H

#include <stdint.h>

#include "../../base/table.h"

struct pl_visit {
	size_t history;		/* which, from 0 */
	int64_t day;
	size_t from, to;	/* its rows of the table are from..to-1 */
};

struct pl_visits {
	struct pl_visit *visit;
	size_t n, histories;
};

/* key[0..keys-1] and date are columns of words of the table, whose rows are put
 * in order. */
enum pl_err pl_visit_find(struct pl_visits *, struct pl_table *,
    const int *key, size_t keys, int date, struct pl_fault *) PL_MUST;
void pl_visit_free(struct pl_visits *);

#endif
