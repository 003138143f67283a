/*
 * archive.h - the files that a zip archive holds, through libzip
 *
 * In memory, and only those that are wanted: recorders zip tables.  An archive
 * has at most PL_ARCHIVE_FILES files, and what is wanted of it is at most so
 * many bytes as its caller says, whatever its directory promises: a kilobyte
 * may unpack to a gigabyte.
 *
 * Errors.  PL_EFORMAT (no archive, damaged, encrypted), PL_ERANGE (more files,
 * or more bytes), PL_ENOMEM.
 */
#ifndef PL_IO_ARCHIVE_H
#define PL_IO_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>

#include "../base/err.h"

enum { PL_ARCHIVE_FILES = 1000, PL_ARCHIVE_MOST = 512 << 20 };

struct pl_member {
	char *name;		/* with its folders: "meta/time.csv" */
	char *at;		/* n bytes, and a NUL after them */
	size_t n;
};

struct pl_archive {
	struct pl_member *file;
	size_t n;
};

const char *pl_archive_version(void);

/* Do these bytes begin a zip archive? */
bool pl_archive_is(const char *bytes, size_t n);

/* Does a name stand in it?  A look at its bytes, for who must guess. */
bool pl_archive_names(const char *bytes, size_t n, const char *name);

/* Unpack what is wanted of n bytes, most bytes in all. */
enum pl_err pl_archive_read(struct pl_archive *, const char *bytes, size_t n,
    bool (*want)(const char *name), size_t most, struct pl_fault *) PL_MUST;
void pl_archive_free(struct pl_archive *);

/* The name without its folders. */
const char *pl_archive_base(const char *name);

/* The file of this name, in whatever folder, or NULL. */
const struct pl_member *pl_archive_find(const struct pl_archive *,
    const char *base);

#endif
