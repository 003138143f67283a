/*
 * text.h - any text with a row per instant (delim.h)
 *
 * Columns are named by the list of -c, or by what their headers say (map.h).
 */
#ifndef PL_IO_RECORDER_TEXT_H
#define PL_IO_RECORDER_TEXT_H

#include "format.h"

bool pl_text_is(const char *bytes, size_t n);

enum pl_err pl_text_read(const struct pl_source *,
    struct pl_raw part[PL_FORMAT_PARTS], int *parts, struct pl_fault *)
    PL_MUST;

#endif
