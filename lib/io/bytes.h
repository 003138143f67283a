/*
 * bytes.h - everything that an input holds, in memory
 *
 * A filter that runs backwards needs the whole of its input anyway, so it is
 * read at once; a pipe and a file are the same from here on.
 */
#ifndef PL_IO_BYTES_H
#define PL_IO_BYTES_H

#include <stdio.h>

#include "../base/err.h"

struct pl_bytes {
	char *at;	/* n bytes, and a NUL after them */
	size_t n, room;
};

void pl_bytes_free(struct pl_bytes *);

/*
 * Read until the end.  PL_EIO as the system says (errno; EISDIR for a
 * directory), PL_ENOMEM, PL_EFORMAT early for what is neither text nor known
 * by its first bytes: an endless binary input ends here.  NULL knows none.
 */
enum pl_err pl_bytes_read(struct pl_bytes *, FILE *,
    int (*known)(const char *bytes, size_t n)) PL_MUST;

/* Append n bytes. */
enum pl_err pl_bytes_add(struct pl_bytes *, const void *, size_t n) PL_MUST;

#endif
