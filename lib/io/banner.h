/*
 * banner.h - what the lines above a table say
 *
 * "// Update Rate: 100.0Hz", "OutputRate:,60Hz", "Sample Rate:,128,Hz",
 * "Sampling frequency: 1.481481e+002", "... at 30 Hz ...", "StartTime: ...".
 */
#ifndef PL_IO_BANNER_H
#define PL_IO_BANNER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What stands on a line after a key, in any case, and the delimiters behind
 * it; NULL if no line of text..end has it.  n bytes, blanks cut off. */
const char *pl_banner_find(const char *text, const char *end, const char *key,
    size_t *n);

/* The rate in Hz, or 0 if none is said. */
double pl_banner_rate(const char *text, const char *end);

/* When the recording began (utc.h); false if no instant is said. */
bool pl_banner_start(const char *text, const char *end, int64_t *ns);

#endif
