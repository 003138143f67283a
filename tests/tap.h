/* tap.h - a test prints "ok" or "not ok" for each claim; tests/run counts */
#ifndef TESTS_TAP_H
#define TESTS_TAP_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>

static int tap_n, tap_bad;

/* The claim is text that can be read without the code. */
static inline void __attribute__((format(printf, 2, 3)))
ok(bool holds, const char *claim, ...)
{
	va_list ap;

	printf("%sok %d - ", holds ? "" : "not ", ++tap_n);
	tap_bad += !holds;
	va_start(ap, claim);
	vprintf(claim, ap);
	va_end(ap);
	putchar('\n');
}

/* The last line of every test; the exit status. */
static inline int
done(void)
{
	printf("1..%d\n", tap_n);
	return tap_bad != 0;
}

#endif
