/*
 * plan_page.h - a plan as a table: a row for each step of each bar
 */
#ifndef TOOLS_PLAN_PAGE_H
#define TOOLS_PLAN_PAGE_H

#include <stdbool.h>

#include "../lib/squat/history/plan.h"

/* Fill an empty table.  True if the heaviest bar of the first step would be less
 * than the empty one. */
bool plan_page(struct pl_table *, const struct pl_plan *, const char *level,
    const double *step, int steps, const struct pl_plates *);

#endif
