/*
 * stream.h - tables come in and go out: files, pipes, text and AU
 */
#ifndef TOOLS_STREAM_H
#define TOOLS_STREAM_H

#include "../lib/base/table.h"

/* Read a stream of ours from a file, or from stdin for "-".  Dies of
 * accidents. */
void stream_read(struct pl_table *, const char *path);

/* Write a table to a file whose extension says its form (save.h), or to stdout
 * where path is NULL, in form "csv" or "au" (NULL: $PLUMB_STREAM, else csv). */
void stream_write(const struct pl_table *, const char *path, const char *form);

/* Settle a second table, write it to its file and free it. */
void stream_aside(struct pl_table *, const char *path);

/* Die unless stream_write can write this path, the value of that option, and
 * form, and stream_alone says nothing. */
void stream_check(const char *option, const char *path, const char *form);

/* Die if another option was checked that writes the file of this one. */
void stream_alone(const char *option, const char *path);

#endif
