/*
 * date.h - days of the Gregorian calendar
 *
 * A day is a whole number, 0 on 1970-01-01; so the days between two of them are
 * a difference, whatever months and leap years lie between.
 *
 * Source.  Hinnant, chrono-compatible low-level date algorithms: years begin in
 * March.
 */
#ifndef PL_BASE_DATE_H
#define PL_BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PL_DATE_ROOM = 24 };	/* bytes */

int64_t pl_date_days(int64_t year, int month, int day);
void pl_date_of(int64_t days, int64_t *year, int *month, int *day);

/*
 * "2026-11-22", or the day of an instant that begins so ("2026-11-22T15:57:06Z":
 * in UTC, or whatever its clock kept).  False for what is no day of the calendar,
 * like 2026-02-29, and outside of 1900 to 2200.
 */
bool pl_date_parse(const char *text, size_t n, int64_t *days);

/* "2026-11-22". */
void pl_date_print(char to[PL_DATE_ROOM], int64_t days);

#endif
