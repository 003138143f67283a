/*
 * nearest.h - which form somebody may have meant
 *
 * That whose description has the word, of either case ("Axivity": cwa); else
 * that whose name is the fewest letters away, left out, put in or exchanged, up
 * to a third of its own (Levenshtein 1966).
 */
#ifndef PL_IO_RECORDER_NEAREST_H
#define PL_IO_RECORDER_NEAREST_H

#include "format.h"

/* NULL: none is near. */
const struct pl_format *pl_format_nearest(const char *name);

#endif
