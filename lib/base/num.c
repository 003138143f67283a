#include "num.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lanes.h"

static const double power[] = {
	1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12,
	1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22
};

/* Digits beyond the fast path go to strtod, which rounds rightly; the C
 * locale is never left, so its point is a point. */
static enum pl_err
parse_slowly(const char *p, const char *end, char point, double *x)
{
	char text[400], *stop;
	size_t n = (size_t)(end - p);
	char *at;

	if (n >= sizeof text)
		return PL_EFORMAT;
	memcpy(text, p, n);
	text[n] = '\0';
	if (point != '.' && (at = memchr(text, point, n)))
		*at = '.';
	*x = strtod(text, &stop);
	if (stop != text + n)
		return PL_EFORMAT;
	return isinf(*x) ? PL_ERANGE : PL_OK;
}

enum pl_err
pl_num_parse(const char *p, const char *end, char point, double *x)
{
	const char *start = p;
	uint64_t m = 0;
	int digits = 0, after = 0, e = 0, sign = 0, seen = 0;

	if (p < end && (*p == '-' || *p == '+'))
		p++;
	for (; p < end && *p >= '0' && *p <= '9'; p++, seen++)
		if (m || *p != '0')
			digits++, m = m * 10 + (uint64_t)(*p - '0');
	if (p < end && *p == point)
		for (p++; p < end && *p >= '0' && *p <= '9'; p++, seen++) {
			after++;
			if (m || *p != '0')
				digits++, m = m * 10 + (uint64_t)(*p - '0');
		}
	if (!seen)
		return PL_EFORMAT;
	if (p < end && (*p == 'e' || *p == 'E')) {
		if (++p < end && (*p == '-' || *p == '+'))
			sign = *p++ == '-';
		if (p == end)
			return PL_EFORMAT;
		for (; p < end && *p >= '0' && *p <= '9'; p++)
			if (e < 10000)
				e = e * 10 + (*p - '0');
	}
	if (p != end)
		return PL_EFORMAT;
	e = (sign ? -e : e) - after;
	if (digits > 15 || e < -22 || e > 22)
		return parse_slowly(start, end, point, x);
	*x = e < 0 ? (double)m / power[-e] : (double)m * power[e];
	if (*start == '-')
		*x = -*x;
	return PL_OK;
}

double
pl_num_limit(int decimals)
{
	return 2251799813685248.0 / power[decimals];	/* 2^51 */
}

/* Adding and taking away 1.5 * 2^52 rounds to an integer; adding 0 makes -0
 * into 0. */
static inline double
round_by(double x, double k)
{
	const double big = 6755399441055744.0;

	return ((x * k + big) - big) / k + 0.0;
}

double
pl_num_round(double x, int decimals)
{
	return round_by(x, power[decimals]);
}

void
pl_num_round_all(double *x, size_t n, int decimals)
{
	const double k = power[decimals];
	size_t i;

	LANES
	for (i = 0; i < n; i++)
		x[i] = round_by(x[i], k);
}

char *
pl_num_print(char *to, double x, int decimals)
{
	char digit[24];
	uint64_t k;
	int n = 0, point;

	if (pl_missing(x))
		return to;
	k = (uint64_t)(fabs(x) * power[decimals] + 0.5);
	if (x < 0 && k)
		*to++ = '-';
	for (point = decimals; point > 0 && k % 10 == 0; point--)
		k /= 10;
	while (k || n <= point) {
		digit[n++] = (char)('0' + k % 10);
		k /= 10;
	}
	while (n > point)
		*to++ = digit[--n];
	if (point) {
		*to++ = '.';
		while (n)
			*to++ = digit[--n];
	}
	return to;
}
