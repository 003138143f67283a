/*
 * place.h - the words for where a sensor sits, as -p and prefixes spell them
 */
#ifndef TOOLS_PLACE_H
#define TOOLS_PLACE_H

#include <stdbool.h>

#include "../lib/squat/load/body.h"

/* "t4", "sternum", ..., "trunk", "bar", "wrist", "thigh", "shank",
 * "foot", or "U,V" in m. */
bool place_known(const char *place);

/* All of them, for a message; the words alone. */
const char *place_list(void);
const char *place_words(void);

/* Where on the trunk it is, at PL_BODY_REF_M; false if not on it, or if U,V
 * are no numbers or nowhere near. */
bool place_point(const char *place, struct pl_point *at);

/* Does the trunk carry it?  NULL and the empty word do; so does a prefix such
 * as "t12_". */
bool place_of_trunk(const char *place);

#endif
