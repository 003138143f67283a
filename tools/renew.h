/*
 * renew.h - columns that an earlier run of a filter made
 *
 * What this run makes again stands where it stood; what it does not make again
 * rests on other choices and is taken out.
 */
#ifndef TOOLS_RENEW_H
#define TOOLS_RENEW_H

#include "../lib/base/table.h"

/* Remember which columns of the table are of this filter, by the schema. */
void renew_begin(const struct pl_table *, const char *filter);

/* As cli_add. */
double *renew_add(struct pl_table *, const char *name);

/* Take out those that were not added since. */
void renew_end(struct pl_table *);

/*
 * Take out what filters after this one in the pipe made earlier, of what this
 * one makes anew ("axes"): who needs it asks for it again.  Warns.
 */
void renew_drop_later(struct pl_table *, const char *filter,
    const char *what);

#endif
