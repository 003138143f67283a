/* days of the calendar: there and back, leap years, what is no day */
#include <string.h>

#include "../lib/base/date.h"
#include "tap.h"

static bool
parses(const char *text, int64_t want)
{
	int64_t days = -1;

	return pl_date_parse(text, strlen(text), &days) && days == want;
}

static bool
refused(const char *text)
{
	int64_t days = 77;

	return !pl_date_parse(text, strlen(text), &days) && days == 77;
}

int
main(void)
{
	int64_t day, from = pl_date_days(1900, 1, 1), year, last = 0;
	int64_t to = pl_date_days(2200, 12, 31), back;
	char text[PL_DATE_ROOM];
	long wrong = 0, leap = 0;
	int m, d;

	for (day = from; day <= to; day++) {
		pl_date_of(day, &year, &m, &d);
		pl_date_print(text, day);
		wrong += pl_date_days(year, m, d) != day ||
		    !pl_date_parse(text, strlen(text), &back) || back != day ||
		    (last && m != (int)last % 100 && d != 1);
		leap += m == 2 && d == 29;
		last = year * 100 + m;
	}
	ok(wrong == 0, "every day of three centuries there and back");
	ok(leap == 73, "with a leap day in 73 of 301 years: %ld", leap);
	ok(parses("1970-01-01", 0) && parses("2000-03-01", 11017) &&
	    parses("1969-12-31", -1), "days count from 1970");
	ok(parses("2024-02-29", 19782) && refused("2023-02-29") &&
	    refused("1900-02-29") && parses("2000-02-29", 11016),
	    "a leap day is a day in leap years only");
	ok(parses("2026-11-22T15:57:06.250Z", 20779) &&
	    parses("2026-11-22 15:57", 20779), "of an instant its day");
	ok(refused("2026-11-31") && refused("2026-13-01") &&
	    refused("2026-00-10") && refused("2026-11-00") &&
	    refused("22.11.2026") && refused("2026/11/22") &&
	    refused("2026-11-2") && refused("2026-11-221") &&
	    refused("2026-11-22x") && refused("1899-12-31") && refused(""),
	    "anything else is refused, and changes nothing");
	return done();
}
