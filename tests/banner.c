/* banner: rates and starts above a table, in the words of recorders */
#include <math.h>
#include <string.h>

#include "../lib/io/banner.h"
#include "tap.h"

static double
rate(const char *text)
{
	return pl_banner_rate(text, text + strlen(text));
}

static void
test_rates(void)
{
	static const struct { const char *text; double hz; } said[] = {
		{ "// Start Time: Unknown\n// Update Rate: 100.0Hz\n", 100 },
		{ "sep=,\nOutputRate:,60Hz,,,,\n", 60 },
		{ "Test Name:,a,\nSample Rate:,128,Hz,,,\n", 128 },
		{ "x Sampling frequency: 1.481481e+002 Number", 148.1481 },
		{ "-- ActiLife v6 date format M/d/yyyy at 30 Hz  Filter", 30 },
		{ "UPDATE RATE = \"25\"\r\n", 25 },
		{ "Download at 12:09:58\nmade at 5 pm, at 50 Hz\n", 50 },
		{ "Download at 12:09:58", 0 }, { "Update Rate: fast", 0 },
		{ "Update Rate: -100", 0 }, { "Update Rate: 1e9 Hz", 0 },
		{ "Update Rate:", 0 }, { "Rate\n100", 0 }, { "", 0 },
		{ "Update Rate:\n100", 0 }, { "Update Rate: 1e999 Hz", 0 },
	};
	size_t i;

	for (i = 0; i < sizeof said / sizeof *said; i++)
		ok(fabs(rate(said[i].text) - said[i].hz) < 1e-9,
		    "'%.*s': %g Hz", (int)strcspn(said[i].text, "\r\n"),
		    said[i].text, said[i].hz);
}

static void
test_starts(void)
{
	const char *dot = "StartTime:,2025-07-11 20:06:00.086 +0200,,,\n";
	const char *local = "Start Time 11:55:00\nStart Date 12/20/2021\n";
	const char *p;
	int64_t ns = 7;
	size_t n;

	ok(pl_banner_start(dot, dot + strlen(dot), &ns) &&
	    ns == INT64_C(1752257160086000000), "a start with a zone");
	ns = 7;
	ok(!pl_banner_start(local, local + strlen(local), &ns) && ns == 7,
	    "a start without one is no instant");
	p = pl_banner_find(local, local + strlen(local), "start date", &n);
	ok(p && n == 10 && memcmp(p, "12/20/2021", n) == 0, "but can be told");
	ok(!pl_banner_find(local, local + strlen(local), "stop date", &n),
	    "what is not there is not found");
}

int
main(void)
{
	test_rates();
	test_starts();
	return done();
}
