/*
 * actigraph.h - ActiLife's files: acceleration, or counts of it
 *
 * Ten lines of banner; "at 30 Hz" in the first says that rows are acceleration.
 * Without it they are sums over epochs, however they look.
 */
#ifndef PL_IO_RECORDER_ACTIGRAPH_H
#define PL_IO_RECORDER_ACTIGRAPH_H

#include "../delim.h"

/* PL_ESTATE: epoch counts. */
enum pl_err pl_actigraph_heads(struct pl_delim *, struct pl_fault *) PL_MUST;

#endif
