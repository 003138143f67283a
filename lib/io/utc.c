#include "utc.h"

#include <stdio.h>
#include <string.h>

#include "../base/date.h"

#define SECOND INT64_C(1000000000)

/* A number of so many digits from lo to hi; -1 if it is none. */
static int
digits(const char **p, const char *end, int n, int lo, int hi)
{
	int x = 0;

	for (; n; n--, (*p)++) {
		if (*p >= end || **p < '0' || **p > '9')
			return -1;
		x = 10 * x + (**p - '0');
	}
	return x >= lo && x <= hi ? x : -1;
}

static bool
skip(const char **p, const char *end, char c)
{
	if (*p >= end || **p != c)
		return false;
	(*p)++;
	return true;
}

/* Z, or the offset of local time in seconds. */
static bool
zone(const char **p, const char *end, int64_t *offset)
{
	int sign, h, m;

	*offset = 0;
	while (skip(p, end, ' '))
		;
	if (skip(p, end, 'Z'))
		return true;
	sign = skip(p, end, '-') ? -1 : skip(p, end, '+') ? 1 : 0;
	h = digits(p, end, 2, 0, 15);
	skip(p, end, ':');
	m = digits(p, end, 2, 0, 59);
	*offset = (int64_t)sign * (h * 3600 + m * 60);
	return sign && h >= 0 && m >= 0;
}

bool
pl_utc_scan(const char *text, size_t n, int64_t *ns, bool *zoned)
{
	const char *p = text, *end = text + n;
	int64_t offset = 0, fraction = 0, unit = SECOND / 10;
	int y, mo, d, h, mi, s;
	char dash;

	y = digits(&p, end, 4, 1970, 2200);
	dash = p < end && *p == '/' ? '/' : '-';
	if (!skip(&p, end, dash) || (mo = digits(&p, end, 2, 1, 12)) < 0 ||
	    !skip(&p, end, dash) || (d = digits(&p, end, 2, 1, 31)) < 0 ||
	    (!skip(&p, end, 'T') && !skip(&p, end, ' ')) ||
	    (h = digits(&p, end, 2, 0, 23)) < 0 || !skip(&p, end, ':') ||
	    (mi = digits(&p, end, 2, 0, 59)) < 0 || !skip(&p, end, ':') ||
	    (s = digits(&p, end, 2, 0, 60)) < 0 || y < 0)
		return false;
	if (skip(&p, end, '.') || skip(&p, end, ',') || skip(&p, end, ':'))
		for (; p < end && *p >= '0' && *p <= '9'; p++, unit /= 10)
			fraction += (*p - '0') * unit;
	*zoned = p < end;
	if (*zoned && (!zone(&p, end, &offset) || p != end))
		return false;
	*ns = (pl_date_days(y, mo, d) * 86400 + h * 3600 + mi * 60 + s - offset) *
	    SECOND + fraction;
	return true;
}

bool
pl_utc_parse(const char *text, size_t n, int64_t *ns)
{
	int64_t found;
	bool zoned;

	if (!pl_utc_scan(text, n, &found, &zoned) || !zoned)
		return false;
	*ns = found;
	return true;
}

void
pl_utc_print(char to[PL_UTC_ROOM], int64_t ns)
{
	int64_t ms = ns / (SECOND / 1000) - (ns % (SECOND / 1000) < 0);
	int64_t days = ms / 86400000 - (ms % 86400000 < 0);
	int m, d, t = (int)(ms - days * 86400000);
	int64_t y;

	pl_date_of(days, &y, &m, &d);
	snprintf(to, PL_UTC_ROOM, "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ",
	    (int)(y % 10000), m, d, t / 3600000, t / 60000 % 60, t / 1000 % 60,
	    t % 1000);
}

void
pl_utc_print_local(char to[PL_UTC_ROOM], int64_t ns)
{
	pl_utc_print(to, ns + SECOND / 2000);
	*strchr(to, 'T') = ' ';
	*strchr(to, 'Z') = '\0';
}

bool
pl_utc_like(const char *text, size_t n)
{
	size_t i, marks = 0;

	for (i = 0; i + 1 < n; i++) {
		bool between = i && text[i - 1] >= '0' && text[i - 1] <= '9' &&
		    text[i + 1] >= '0' && text[i + 1] <= '9';

		if (between && text[i] == ':')
			return true;
		marks += between && (text[i] == '-' || text[i] == '/');
	}
	return marks >= 2;
}
