#include "date.h"

#include <stdio.h>

int64_t
pl_date_days(int64_t year, int month, int day)
{
	int64_t era, yoe, doy;

	year -= month <= 2;
	era = (year >= 0 ? year : year - 399) / 400;
	yoe = year - era * 400;
	doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

void
pl_date_of(int64_t days, int64_t *year, int *month, int *day)
{
	int64_t era, doe, yoe, doy, mp;

	days += 719468;
	era = (days >= 0 ? days : days - 146096) / 146097;
	doe = days - era * 146097;
	yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	mp = (5 * doy + 2) / 153;
	*day = (int)(doy - (153 * mp + 2) / 5 + 1);
	*month = (int)(mp < 10 ? mp + 3 : mp - 9);
	*year = yoe + era * 400 + (*month <= 2);
}

/* The number of n digits at text; -1 if they are none. */
static int
number(const char *text, int n)
{
	int x = 0, i;

	for (i = 0; i < n; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		x = 10 * x + text[i] - '0';
	}
	return x;
}

bool
pl_date_parse(const char *text, size_t n, int64_t *days)
{
	int y, m, d, month, day;
	int64_t year, at;

	if (n < 10 || text[4] != '-' || text[7] != '-' || (n > 10 &&
	    text[10] != 'T' && text[10] != ' '))
		return false;
	y = number(text, 4);
	m = number(text + 5, 2);
	d = number(text + 8, 2);
	if (y < 1900 || y > 2200 || m < 1 || m > 12 || d < 1 || d > 31)
		return false;
	/* the 31st of April is the 1st of May */
	at = pl_date_days(y, m, d);
	pl_date_of(at, &year, &month, &day);
	if (month != m || day != d)
		return false;
	*days = at;
	return true;
}

void
pl_date_print(char to[PL_DATE_ROOM], int64_t days)
{
	int64_t year;
	int month, day;

	pl_date_of(days, &year, &month, &day);
	snprintf(to, PL_DATE_ROOM, "%04d-%02d-%02d", (int)(year % 10000),
	    month, day);
}
