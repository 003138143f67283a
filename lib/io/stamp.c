#include "stamp.h"

#include <math.h>
#include <string.h>

#include "../base/num.h"

double
pl_stamp_unit(const char *name)
{
	return strcmp(name, "t_s") == 0 ? 1 : strcmp(name, "t_ms") == 0 ? 1e-3 :
	    strcmp(name, "t_us") == 0 ? 1e-6 :
	    strcmp(name, "t_ns") == 0 ? 1e-9 : 0;
}

static bool
has_exponent(const char *p, const char *end)
{
	while (p < end && *p != 'e' && *p != 'E')
		p++;
	return p < end;
}

/* Whole units apart from the part of one: a count of nanoseconds since 1970
 * has more digits than a double. */
static enum pl_err
split_time(struct pl_cell c, char point, int64_t *whole, double *part)
{
	const char *p = c.p, *q;
	enum pl_err err;
	int64_t k = 0;
	bool minus;
	double x;

	minus = p < c.end && *p == '-';
	p += minus || (p < c.end && *p == '+');
	for (q = p; q < c.end && *q >= '0' && *q <= '9' && q - p < 19; q++)
		if (k > (INT64_MAX - 9) / 10)
			return PL_ERANGE;
		else
			k = 10 * k + (*q - '0');
	if (q > p && q == c.end) {
		*whole = minus ? -k : k;
		*part = 0;
		return PL_OK;
	}
	if (q > p && *q == point && !has_exponent(q, c.end)) {
		err = pl_num_parse(q, c.end, point, &x);
		if (!err && x < 1) {
			*whole = minus ? -k : k;
			*part = minus ? -x : x;
			return PL_OK;
		}
	}
	err = pl_num_parse(c.p, c.end, point, &x);
	if (err)
		return err;
	if (fabs(x) > 9e18)
		return PL_ERANGE;
	*whole = (int64_t)floor(x);
	*part = x - floor(x);
	return PL_OK;
}

enum pl_err
pl_stamp_take(struct pl_stamp *k, struct pl_cell c, char point, double *t_s)
{
	const int64_t span = INT64_C(1) << 32;
	int64_t whole;
	double part;
	enum pl_err err = split_time(c, point, &whole, &part);

	if (err)
		return err;
	if (!k->begun)
		k->first = k->last = whole;
	if (k->unit_s < 0.1 && k->unit_s > 1e-8 && whole < k->last &&
	    whole >= 0 && (double)whole * k->unit_s < 60 && k->last < span &&
	    (double)(span - k->last) * k->unit_s < 60)
		k->wrapped += span;
	k->last = whole;
	if (__builtin_sub_overflow(whole, k->first, &whole))
		return PL_ERANGE;
	*t_s = ((double)(whole + k->wrapped) + part) * k->unit_s;
	if (k->begun && *t_s < k->last_s)
		return PL_EUNEVEN;
	k->last_s = *t_s;
	k->begun = true;
	return PL_OK;
}

bool
pl_stamp_dated(const struct pl_stamp *k, int64_t *ns)
{
	double s = (double)k->first * k->unit_s;

	if (!k->begun || s < 1e9 || s > 4e9)
		return false;
	*ns = k->first * (int64_t)floor(k->unit_s * 1e9 + 0.5);
	return true;
}
