#include "stamp.h"

#include <math.h>
#include <string.h>

#include "../base/num.h"
#include "utc.h"

/* 126 years: two clocks differ by what fits */
#define LIMIT_NS INT64_C(4000000000000000000)
#define SPAN32 (INT64_C(1) << 32)
#define SPAN16 (INT64_C(1) << 16)

static const struct {
	const char *name;
	double unit_s;
	int64_t span;
} clocks[] = {
	{ "t_s", 1, 0 },
	{ "t_ms", 1e-3, SPAN32 },
	{ "t_us", 1e-6, SPAN32 },
	{ "t_ns", 1e-9, 0 },
	{ "t_iso", 1e-9, 0 },
	{ "t_count", 1, SPAN16 },
};

bool
pl_stamp_begin(struct pl_stamp *k, const char *name)
{
	size_t i;

	for (i = 0; i < sizeof clocks / sizeof *clocks; i++)
		if (strcmp(name, clocks[i].name) == 0)
			break;
	if (i == sizeof clocks / sizeof *clocks)
		return false;
	*k = (struct pl_stamp){ .unit_s = clocks[i].unit_s,
	    .span = clocks[i].span, .text = strcmp(name, "t_iso") == 0 };
	return true;
}

#define SLOWEST 4.0		/* rows a second; the fastest are 1000 times */

const char *
pl_stamp_guess(double step)
{
	double most = 1 / SLOWEST;	/* of a step, in seconds */
	size_t i;

	if (!(step >= most / 1000))
		return NULL;
	for (i = 0; i < 4; i++, most *= 1000)
		if (step < most)
			return clocks[i].name;
	return NULL;
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

/* Has it just passed the end of its span?  Within a minute of it on both
 * sides, or it is another step back. */
static bool
wraps(const struct pl_stamp *k, int64_t whole)
{
	return k->span && whole < k->last && whole >= 0 &&
	    (double)whole * k->unit_s < 60 && k->last < k->span &&
	    (double)(k->span - k->last) * k->unit_s < 60;
}

enum pl_err
pl_stamp_take(struct pl_stamp *k, struct pl_cell c, char point, double *t_s)
{
	enum pl_err err = PL_OK;
	double part = 0;
	int64_t whole;
	bool zoned;

	if (!k->text)
		err = split_time(c, point, &whole, &part);
	else if (pl_utc_scan(c.p, (size_t)(c.end - c.p), &whole, &zoned))
		k->local = k->local || !zoned;
	else
		err = PL_EFORMAT;
	if (err)
		return err;
	if (!k->begun)
		k->first = k->last = whole;
	if (wraps(k, whole))
		k->wrapped += k->span;
	k->last = whole;
	if (__builtin_sub_overflow(whole, k->first, &whole))
		return PL_ERANGE;
	*t_s = ((double)whole + (double)k->wrapped + part) * k->unit_s;
	if (k->begun && *t_s < k->last_s)
		return PL_EUNEVEN;
	k->last_s = *t_s;
	k->begun = true;
	return PL_OK;
}

int64_t
pl_stamp_zero(const struct pl_stamp *k)
{
	int64_t ns;

	return __builtin_mul_overflow(k->first,
	    (int64_t)floor(k->unit_s * 1e9 + 0.5), &ns) || ns > LIMIT_NS ||
	    ns < -LIMIT_NS ? 0 : ns;
}

bool
pl_stamp_dated(const struct pl_stamp *k, int64_t *ns)
{
	double s = (double)k->first * k->unit_s;

	if (!k->begun || k->local || s < 1e9 || s >= 4e9)
		return false;
	*ns = pl_stamp_zero(k);
	return true;
}
