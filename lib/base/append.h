/*
 * append.h - one table after another, joined by column name
 */
#ifndef PL_BASE_APPEND_H
#define PL_BASE_APPEND_H

#include "table.h"

/*
 * Put the rows of a table behind those of another.  A column that only one of
 * them has is empty in the rows of the other; those that are new come last, in
 * their order.  PL_ENOMEM leaves to with its rows, and perhaps more columns,
 * which are empty.
 */
enum pl_err pl_append(struct pl_table *to, const struct pl_table *from)
    PL_MUST;

#endif
