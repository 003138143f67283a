#include "rate.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "num.h"

enum pl_err
pl_rate_parse(const char *text, double *rate_hz)
{
	const char *end = text + strlen(text), *slash = strchr(text, '/');
	double p, q = 1;
	enum pl_err err;

	err = pl_num_parse(text, slash ? slash : end, '.', &p);
	if (!err && slash)
		err = pl_num_parse(slash + 1, end, '.', &q);
	if (err)
		return err;
	if (!(q > 0 && p / q >= 1e-3 && p / q <= 1e6))
		return PL_ERANGE;
	*rate_hz = p / q;
	return PL_OK;
}

void
pl_rate_print(char to[PL_RATE_ROOM], double rate_hz)
{
	int digits;

	for (digits = 1; digits <= 17; digits++) {
		snprintf(to, PL_RATE_ROOM, "%.*g", digits, rate_hz);
		if (!strchr(to, 'e') && strtod(to, NULL) == rate_hz)
			break;
	}
}

double
pl_rate_simple(double lo, double hi)
{
	/* p/q and p0/q0: this and the last convergent of lo and hi alike */
	double p0 = 0, q0 = 1, p = 1, q = 0, a = lo, b = hi;
	int i;

	for (i = 0; i < 40; i++) {
		double k = ceil(a), next;

		if (k <= b)		/* an integer lies between */
			return (k * p + p0) / (k * q + q0);
		k -= 1;
		next = k * p + p0, p0 = p, p = next;
		next = k * q + q0, q0 = q, q = next;
		next = 1 / (b - k);
		b = 1 / (a - k);
		a = next;
	}
	return lo / 2 + hi / 2;
}
