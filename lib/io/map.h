/*
 * map.h - which column of a file is what
 *
 * A list names columns by position ("t_ms,gyr_x_rad_s,-,acc_x_g": "-" skips,
 * and so does the end of the list) or by header ("t_ms=millis,acc_x_g=s0_ax").
 * Without a list, a header tells by names of ours, whose units may stand in ()
 * or []; what recorders call theirs is in header.h.
 */
#ifndef PL_IO_MAP_H
#define PL_IO_MAP_H

#include <stdbool.h>
#include <stddef.h>

#include "../base/err.h"

struct pl_map_item {
	char *name;		/* "" skips */
	char *header;		/* NULL by position */
	bool found;		/* some file had this header */
};

struct pl_map {
	struct pl_map_item *item;
	size_t n;		/* 0: no list was given */
	bool by_header;
};

/* Parse a list; NULL is no list.  PL_EFORMAT with the item and why. */
enum pl_err pl_map_parse(struct pl_map *, const char *list,
    struct pl_fault *) PL_MUST;
void pl_map_free(struct pl_map *);

/* Is this the name of a column that a recording can have? */
bool pl_map_name(const char *name);

/* Is it one of time: t_s, t_ms, t_us, t_ns, t_iso? */
bool pl_map_time(const char *name);

/* The unit in the brackets of a header as the end of a name, "_m_s2", and what
 * stands before them; NULL if none is known. */
const char *pl_map_split(const char *header, char base[48]);

/*
 * Names for cols columns whose headers are header[] ("" or a NULL array: they
 * have none).  name[j] is "" for a column to skip, or a text of the map's or
 * of to[j].  PL_EFORMAT for more names than columns, a name given twice.
 */
enum pl_err pl_map_apply(struct pl_map *, char *const *header, size_t cols,
    char (*name)[64], struct pl_fault *) PL_MUST;

/* The first item whose header no file had, or NULL. */
const struct pl_map_item *pl_map_lost(const struct pl_map *);

#endif
