#include "sensors.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "../words.h"

/* One word of a list: the sensor, and the prefix that it gets. */
struct choice {
	const char *word;
	size_t n;
	char prefix[40];
};

static bool
same(const struct pl_raw_column *c, const char *word, size_t n)
{
	size_t i;

	if (!c->sensor || strlen(c->sensor) != n)
		return false;
	for (i = 0; i < n; i++)
		if (pl_words_lower(c->sensor[i]) != pl_words_lower(word[i]))
			return false;
	return true;
}

/* The words that the recording has, for a message; how many. */
static int
words(const struct pl_raw *r, char *text, size_t room)
{
	size_t c, k, n = 0;
	int found = 0;

	*text = '\0';
	for (c = 0; c < r->cols; c++) {
		const char *word = r->col[c].sensor;

		for (k = 0; word && k < c; k++)
			if (same(&r->col[k], word, strlen(word)))
				break;
		if (!word || k < c)
			continue;
		if (n < room)
			n += (size_t)snprintf(text + n, room - n, "%s%s",
			    found ? ", " : "", word);
		found++;
	}
	return found;
}

/* A prefix is lower case, digits and underscores, and ends in one. */
static void
make_prefix(char to[40], const char *word, size_t n)
{
	size_t i;

	n = n < 38 ? n : 38;
	for (i = 0; i < n; i++) {
		char c = word[i];

		c = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
		to[i] = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c :
		    '_';
	}
	to[i] = '_';
	to[i + 1] = '\0';
}

/* Take the next word of a list; false after the last. */
static bool
next(const char **list, bool first, struct choice *w)
{
	const char *end, *eq;

	if (!**list)
		return false;
	end = *list + strcspn(*list, ",");
	eq = memchr(*list, '=', (size_t)(end - *list));
	*w = (struct choice){ *list, (size_t)((eq ? eq : end) - *list), "" };
	if (eq)
		make_prefix(w->prefix, eq + 1, (size_t)(end - eq - 1));
	else if (!first)
		make_prefix(w->prefix, w->word, w->n);
	*list = end + (*end == ',');
	return true;
}

/* What the list makes of a column: its choice, or false. */
static bool
chosen(const char *list, const struct pl_raw_column *c, struct choice *w)
{
	bool first = true;

	for (; next(&list, first, w); first = false)
		if (same(c, w->word, w->n))
			return true;
	return false;
}

/* Does the list name a sensor twice, or two of them alike?  One of the two
 * would be lost. */
static enum pl_err
twice(const char *list, struct pl_fault *f)
{
	struct choice a, b;
	const char *rest;
	bool first = true;

	for (; next(&list, first, &a); first = false)
		for (rest = list; next(&rest, false, &b);) {
			if (a.n == b.n && strncasecmp(a.word, b.word, a.n) == 0)
				return pl_fault_set(f, PL_ECOLUMN, 0, NULL,
				    NULL, "--sensor %.*s: named twice: a "
				    "sensor has one place", (int)b.n, b.word);
			if (strcmp(a.prefix, b.prefix) == 0)
				return pl_fault_set(f, PL_ECOLUMN, 0, NULL,
				    NULL, "--sensor %.*s: two sensors at %s: "
				    "give each its own place", (int)b.n,
				    b.word, b.prefix);
		}
	return PL_OK;
}

static enum pl_err
check(const struct pl_raw *r, const char *list, struct pl_fault *f)
{
	char all[140];
	int found = words(r, all, sizeof all);
	struct choice w;
	bool first = true;
	size_t c;

	if (!list && found > 1)
		return pl_fault_set(f, PL_ECOLUMN, 0, NULL, NULL,
		    "%d sensors in it: choose with --sensor: %s", found, all);
	for (; list && next(&list, first, &w); first = false) {
		for (c = 0; c < r->cols && !same(&r->col[c], w.word, w.n);)
			c++;
		if (c < r->cols)
			continue;
		return found ? pl_fault_set(f, PL_ECOLUMN, 0, NULL, NULL,
		    "--sensor %.*s: no such sensor in it: %s", (int)w.n,
		    w.word, all) : pl_fault_set(f, PL_ECOLUMN, 0, NULL, NULL,
		    "--sensor %.*s: it does not name its sensors", (int)w.n,
		    w.word);
	}
	return PL_OK;
}

enum pl_err
pl_sensors_choose(struct pl_raw *r, const char *list, struct pl_fault *f)
{
	enum pl_err err = check(r, list, f);
	struct choice w;
	char name[96];
	size_t c = 0;

	if (!err && list)
		err = twice(list, f);
	while (!err && list && c < r->cols) {
		if (r->col[c].sensor && !chosen(list, &r->col[c], &w)) {
			pl_raw_drop(r, c);
			continue;
		}
		if (r->col[c].sensor && *w.prefix) {
			snprintf(name, sizeof name, "%s%s", w.prefix,
			    r->col[c].name);
			err = pl_raw_name(r, c, name);
		}
		c++;
	}
	return err;
}
