#include "header.h"

#include <stdio.h>
#include <string.h>

#include "words.h"

enum {
	ACC = PL_WORD_ACC, GYR = PL_WORD_GYR, TIME = PL_WORD_TIME,
	OTHER = PL_WORD_OTHER, SPEED = PL_WORD_SPEED, FREE = PL_WORD_FREE,
	GRAVITY = PL_WORD_GRAVITY, NOISE = PL_WORD_NOISE
};

enum { WORDS = 12 };

/* A word that nothing is known of, before the quantity or after it. */
struct left { const char *p; size_t n; bool before; };

struct scan {
	struct pl_header *h;
	unsigned is;
	bool seen;		/* a word that is known, noise apart */
	struct left left[WORDS];
	int lefts;
};

static bool
upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
small(char c)
{
	return pl_words_letter(c) && !upper(c) && (c < '0' || c > '9');
}

/* Take the word p..q if it means something, or if it is the last resort. */
static bool
take(struct scan *s, const char *p, const char *q, bool last)
{
	unsigned is = pl_words_mean(p, (size_t)(q - p), &s->h->axis,
	    &s->h->unit);

	s->is |= is;
	s->seen = s->seen || (is & ~(unsigned)NOISE);
	if (!is && last && s->lefts < WORDS)
		s->left[s->lefts++] = (struct left){ p, (size_t)(q - p),
		    !s->seen };
	return is;
}

/* Go through the words of p..end: as they stand, or cut before a capital. */
static void
scan(struct scan *s, const char *p, const char *end)
{
	const char *q, *from;

	for (; p < end; p++) {
		if (!pl_words_letter(*p))
			continue;
		for (q = p; q < end && pl_words_letter(*q); q++)
			;
		if (take(s, p, q, false))
			p = q;
		for (from = p; p < q; from = p) {
			for (p++; p < q && (!upper(*p) || !small(p[-1])); p++)
				;
			take(s, from, p, true);
		}
	}
}

static int
order(const struct left *a, const struct left *b)
{
	size_t i, n = a->n < b->n ? a->n : b->n;

	for (i = 0; i < n; i++) {
		char p = pl_words_lower(a->p[i]), q = pl_words_lower(b->p[i]);

		if (p != q)
			return p < q ? -1 : 1;
	}
	return (a->n > b->n) - (a->n < b->n);
}

/* Whose it is: the words before the quantity, else those after it. */
static void
name_sensor(struct scan *s)
{
	struct left *l = s->left, *last = l, sorted[WORDS];
	size_t n, k = 0;
	int i, j, count = 0;

	for (i = 0; i < s->lefts; i++) {
		if (l[i].before != l[0].before)
			continue;
		last = &l[i];
		for (j = count++; j > 0 && order(&sorted[j - 1], &l[i]) > 0;
		    j--)
			sorted[j] = sorted[j - 1];
		sorted[j] = l[i];
	}
	n = count ? (size_t)(last->p + last->n - l->p) : 0;
	snprintf(s->h->sensor, PL_HEADER_ROOM, "%.*s", (int)n,
	    count ? l->p : "");
	for (i = 0; i < count; i++)
		for (n = 0; n <= sorted[i].n && k < PL_HEADER_ROOM - 1; n++)
			s->h->key[k++] = n < sorted[i].n ?
			    pl_words_lower(sorted[i].p[n]) : ' ';
	s->h->key[k] = '\0';
}

static enum pl_header_what
settle(const struct scan *s, bool other)
{
	char m = pl_words_measure(s->h->unit);
	bool acc = s->is & ACC, gyr = s->is & GYR;

	if (((s->is & TIME) && (m == 't' || !m)) ||
	    (m == 't' && !acc && !gyr))
		return PL_HEADER_TIME;
	if ((s->is & OTHER) || ((s->is & SPEED) && !gyr) || other)
		return PL_HEADER_OTHER;
	if (!s->h->axis || m == 't' || (m == 'a' && gyr) || (m == 'w' && acc) ||
	    (acc && gyr))
		return PL_HEADER_NONE;
	if (m)
		return m == 'a' ? PL_HEADER_ACC : PL_HEADER_GYR;
	return acc || (s->is & GRAVITY) ? PL_HEADER_ACC : gyr ? PL_HEADER_GYR :
	    s->lefts ? PL_HEADER_NONE : PL_HEADER_AXIS;
}

/* Where the bracket opens that closes at the end, or NULL. */
static const char *
bracket(const char *text, const char *end)
{
	int deep = 0;

	for (; end > text; end--) {
		deep += end[-1] == ')' || end[-1] == ']';
		deep -= end[-1] == '(' || end[-1] == '[';
		if (!deep)
			return end[-1] == '(' || end[-1] == '[' ? end - 1 :
			    NULL;
	}
	return NULL;
}

/* Is there a word with a meaning in it?  A g alone is part of a unit. */
static bool
wordy(const char *p, const char *end)
{
	const char *q, *suffix;
	char axis;

	for (; p < end; p = q + (q < end)) {
		for (q = p; q < end && pl_words_letter(*q); q++)
			;
		if (pl_words_mean(p, (size_t)(q - p), &axis, &suffix) &&
		    !pl_words_in(p, (size_t)(q - p), "g"))
			return true;
	}
	return false;
}

static void
read_with(struct pl_header *h, const char *text, const char *end,
    const char *suffix)
{
	struct scan s = { .h = h };

	*h = (struct pl_header){ .unit = suffix ? suffix : "" };
	scan(&s, text, end);
	h->what = settle(&s, suffix && !*suffix);
	h->free = s.is & FREE;
	h->gravity = (s.is & GRAVITY) && !(s.is & (FREE | ACC));
	h->own = s.is & (OTHER | GYR | GRAVITY);
	if (h->what == PL_HEADER_ACC || h->what == PL_HEADER_GYR)
		name_sensor(&s);
}

/* With a unit p..q of which nothing is known but that it is one. */
static void
read_odd(struct pl_header *h, const char *text, const char *end, const char *p,
    const char *q)
{
	read_with(h, text, end, NULL);
	snprintf(h->odd, PL_HEADER_ODD, "%.*s", (int)(q - p < 80 ? q - p : 80),
	    p);
}

/* The same at the end, if it fits the rest. */
static bool
read_odd_suffix(struct pl_header *h, const char *text, const char *p,
    const char *end)
{
	char m = pl_words_odd(p, (size_t)(end - p));

	if (!m || p == text || wordy(p, end))
		return false;
	read_odd(h, text, p, p, end);
	return h->what == PL_HEADER_TIME ? m == 't' :
	    (h->what == PL_HEADER_ACC || h->what == PL_HEADER_GYR) && m != 't';
}

/* A unit at the end, after a blank or an underscore, if it fits the rest. */
static bool
read_suffix(struct pl_header *h, const char *text, const char *end)
{
	const char *p = end, *suffix;
	char m;

	while (p > text && p[-1] != '_' && p[-1] != ' ')
		p--;
	suffix = pl_words_unit(p, (size_t)(end - p));
	if (!suffix)
		return read_odd_suffix(h, text, p, end);
	m = pl_words_measure(suffix);
	read_with(h, text, p, suffix);
	if (p == text) {	/* "ms": nothing but a unit */
		h->what = m == 't' ? PL_HEADER_TIME : PL_HEADER_NONE;
		return m == 't';
	}
	return !m || h->what == (m == 'a' ? PL_HEADER_ACC : m == 'w' ?
	    PL_HEADER_GYR : PL_HEADER_TIME);
}

void
pl_header_read(struct pl_header *h, const char *text, const char *row)
{
	const char *end = text + strlen(text), *open, *p, *q, *suffix;

	while (end > text && (end[-1] == ' ' || end[-1] == '"'))
		end--;
	open = bracket(text, end);
	p = open ? open + 1 : end;	/* of its unit */
	q = open ? end - 1 : end;
	if (row && *row) {
		open = end;
		p = row;
		q = row + strlen(row);
	}
	suffix = pl_words_unit(p, (size_t)(q - p));
	if (suffix)
		read_with(h, text, open, suffix);
	else if (q > p && !wordy(p, q))
		read_odd(h, text, open, p, q);
	else if (q > p || !read_suffix(h, text, end))
		read_with(h, text, end, NULL);
}

enum pl_err
pl_header_odd(const struct pl_header *h, const char *text, struct pl_fault *f)
{
	bool acc = h->what == PL_HEADER_ACC, time = h->what == PL_HEADER_TIME;

	return pl_fault_set(f, PL_EFORMAT, 0, text, h->odd, "its unit is not "
	    "one of %s: convert it, and name the columns with -c "
	    "%s=HEADER,...", pl_words_known(time ? 't' : acc ? 'a' : 'w'),
	    time ? "t_s" : acc ? "acc_x_m_s2" : "gyr_x_rad_s");
}

bool
pl_header_has(const char *text, const char *list)
{
	const char *p;

	for (; *text; text = p) {
		for (p = text; pl_words_letter(*p); p++)
			;
		if (pl_words_in(text, (size_t)(p - text), list))
			return true;
		p += p == text;
	}
	return false;
}
