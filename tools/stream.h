/*
 * stream.h - tables come in and go out: files, pipes, text and AU
 */
#ifndef TOOLS_STREAM_H
#define TOOLS_STREAM_H

#include "../lib/base/table.h"

/* Read a stream of ours from a file, or from stdin for "-".  Dies of
 * accidents. */
void stream_read(struct pl_table *, const char *path);

/* Write a table to a file whose extension says its form, or to stdout where
 * path is NULL, in form "csv" or "au" (NULL: $PLUMB_STREAM, else csv).  A file
 * is written beside its name and renamed when it is whole. */
void stream_write(const struct pl_table *, const char *path, const char *form);

/* Die unless stream_write can write this path, the value of that option, and
 * form; or if another option was checked that writes the same file. */
void stream_check(const char *option, const char *path, const char *form);

#endif
