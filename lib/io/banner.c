#include "banner.h"

#include <string.h>

#include "../base/num.h"
#include "cell.h"
#include "utc.h"
#include "words.h"

/* What stands before a rate; after the last, Hz must follow. */
static const char *const rate_key[] = {
	"update rate", "outputrate", "output rate", "sample rate", "samplerate",
	"sampling rate", "sampling frequency", " at "
};

static const char *const start_key[] = { "starttime", "start time" };

#define COUNT(a) (sizeof (a) / sizeof *(a))

#define FASTEST 1e5		/* Hz: beyond, it is no rate of a sensor */

static bool
filler(char c)
{
	return pl_cell_blank(c) || c == ':' || c == ',' || c == ';' ||
	    c == '=' || c == '"';
}

const char *
pl_banner_find(const char *text, const char *end, const char *key, size_t *n)
{
	size_t k = strlen(key), i;
	const char *to;

	for (; text < end && (size_t)(end - text) >= k; text++) {
		for (i = 0; i < k && pl_words_lower(text[i]) == key[i]; i++)
			;
		if (i < k)
			continue;
		for (text += k; text < end && filler(*text); text++)
			;
		to = pl_cell_line(text, end);
		while (to > text && filler(to[-1]))
			to--;
		*n = (size_t)(to - text);
		return text;
	}
	return NULL;
}

/* The number at the beginning of p..end, and whether Hz follows; 0: none. */
static double
rate_at(const char *p, const char *end, bool *hz)
{
	const char *q = p;
	double x;

	while (q < end && ((*q >= '0' && *q <= '9') || *q == '.' ||
	    *q == '+' || *q == '-' || *q == 'e' || *q == 'E'))
		q++;
	if (pl_num_parse(p, q, '.', &x) || !(x > 0) || x > FASTEST)
		return 0;
	while (q < end && filler(*q))
		q++;
	*hz = end - q >= 2 && pl_words_lower(q[0]) == 'h' &&
	    pl_words_lower(q[1]) == 'z';
	return x;
}

double
pl_banner_rate(const char *text, const char *end)
{
	const char *p;
	size_t i, n;
	double x;
	bool hz;

	for (i = 0; i < COUNT(rate_key); i++)
		for (p = text; (p = pl_banner_find(p, end, rate_key[i], &n));) {
			x = rate_at(p, p + n, &hz);
			if (x > 0 && (hz || i + 1 < COUNT(rate_key)))
				return x;
		}
	return 0;
}

bool
pl_banner_start(const char *text, const char *end, int64_t *ns)
{
	const char *p;
	size_t i, n;

	for (i = 0; i < COUNT(start_key); i++) {
		p = pl_banner_find(text, end, start_key[i], &n);
		if (p && pl_utc_parse(p, n, ns))
			return true;
	}
	return false;
}
