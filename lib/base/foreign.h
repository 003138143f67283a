/*
 * foreign.h - numbers in columns that are not ours
 *
 * A column that schema.h does not know passes through as text.  Where that text
 * is numbers it can be computed with all the same.
 */
#ifndef PL_BASE_FOREIGN_H
#define PL_BASE_FOREIGN_H

#include "table.h"

/* A cell as a number; *bad if it is a word that is none. */
double pl_foreign_number(const struct pl_table *, int col, size_t row,
    bool *bad);

#endif
