/*
 * utc.h - instants as text, in nanoseconds since 1970 began in UTC
 */
#ifndef PL_IO_UTC_H
#define PL_IO_UTC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PL_UTC_ROOM = 80 };	/* bytes, for any number of ns */

/*
 * "2026-11-22T15:57:06.250Z", with a blank for the T, any fraction, an offset
 * "+01:00" or "-0700" for the Z.  False if it is no such instant, or if it has
 * no zone: local time of an unknown place is no instant.
 */
bool pl_utc_parse(const char *text, size_t n, int64_t *ns);

/*
 * The same, but the zone may be missing: then ns is what the clock on the wall
 * showed, as if it were UTC, and *zoned is false.  Slashes may stand for the
 * dashes, and a comma or a colon before the fraction.
 */
bool pl_utc_scan(const char *text, size_t n, int64_t *ns, bool *zoned);

/* Does it look like a date or a time of day, in whatever order?  For a message:
 * digits between two dashes or slashes, or about a colon. */
bool pl_utc_like(const char *text, size_t n);

/* "2026-11-22T15:57:06.250Z": to the millisecond, as recorders keep it. */
void pl_utc_print(char to[PL_UTC_ROOM], int64_t ns);

/* "2026-11-22 15:57:06.250", the nearest millisecond on a clock whose zone is
 * not known: ns count from when 1970 began on it. */
void pl_utc_print_local(char to[PL_UTC_ROOM], int64_t ns);

#endif
