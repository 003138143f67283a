/*
 * save.h - a table becomes a file, whole or not at all
 *
 * A file is written beside its name, with .part at the end, and renamed when
 * it is whole; a form of several files renames all when all are.
 */
#ifndef TOOLS_SAVE_H
#define TOOLS_SAVE_H

#include <stdio.h>

#include "../lib/base/table.h"

/* What is wanted of an archive. */
struct save_wish {
	bool full_scale;	/* sound files: parts of a full scale */
	const char *bodies;	/* of .sto, or NULL */
	const char *place;	/* of BIDS */
};

/* The form of a file by its extension, or NULL; -o knows fewer than
 * plumb-write. */
const char *save_form(const char *path, bool archive);

/* Is there a form of this name; can it be at full scale? */
bool save_knows(const char *form);
bool save_scales(const char *form);

/* Write a table.  A wish makes it an archive, which says what wrote it; NULL
 * is for -o.  Dies of accidents, and leaves nothing behind. */
void save(const struct pl_table *, const char *path, const char *form,
    const struct save_wish *);

/* Close what was written.  The last word on a stream is its close: a full disk
 * may show only there. */
bool save_shut(FILE *);

#endif
