/* athlete.c - what is said of a lifter, on the command line or in a file */
#include "athlete.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../lib/base/num.h"
#include "cli.h"

static const char *const keys[ATHLETE_KEYS] = { "mass", "stature", "sex",
	"offset", "place", "neutral-lean", "belt" };

static char *
trimmed(char *s)
{
	size_t n;

	s += strspn(s, " \t\r");
	for (n = strlen(s); n && strchr(" \t\r\n", s[n - 1]); n--)
		s[n - 1] = '\0';
	return s;
}

static void
refuse(const char *path, int line, const char *key)
{
	char all[128] = "";
	int i;

	for (i = 0; i < ATHLETE_KEYS; i++)
		strcat(strcat(all, " "), keys[i]);
	cli_die("%s: %d: %s: no such key:%s", path, line, key, all);
}

/* One line; text is changed. */
static void
take(const char *path, int line, char *text, struct said *said)
{
	char *equals = strchr(text, '='), *key, *value;
	struct said *s;
	int i;

	text = trimmed(text);
	if (!*text || *text == '#')
		return;
	if (!equals)
		cli_die("%s: %d: '%.40s': must be key = value", path, line,
		    text);
	*equals = '\0';
	key = trimmed(text);
	value = trimmed(equals + 1);
	for (i = 0; i < ATHLETE_KEYS && strcmp(keys[i], key); i++)
		;
	if (i == ATHLETE_KEYS)
		refuse(path, line, key);
	s = &said[i];
	if (s->given)
		cli_die("%s: %d: %s: said twice", path, line, key);
	if (!*value || strlen(value) >= sizeof s->text)
		cli_die("%s: %d: %s: %s", path, line, key,
		    *value ? "value too long" : "no value");
	s->given = true;
	snprintf(s->what, sizeof s->what, "%s: %d: %s", path, line, key);
	memcpy(s->text, value, strlen(value) + 1);
}

void
athlete_read(const char *path, struct said said[ATHLETE_KEYS])
{
	char text[256];
	int line = 0;
	FILE *f = fopen(path, "r");

	memset(said, 0, ATHLETE_KEYS * sizeof *said);
	if (!f)
		cli_die("%s:", path);
	while (fgets(text, sizeof text, f)) {
		if (!line++ && memcmp(text, "\xef\xbb\xbf", 3) == 0)
			memmove(text, text + 3, strlen(text + 3) + 1);
		if (!strchr(text, '\n') && !feof(f))
			cli_die("%s: %d: line too long", path, line);
		take(path, line, text, said);
	}
	if (ferror(f))
		cli_die("%s:", path);
	fclose(f);
}

void
athlete_win(struct said *s, const char *option, const struct value *v)
{
	if (!v->given)
		return;
	if (strlen(v->s) >= sizeof s->text)
		cli_die("%s: '%.40s...': too long", option, v->s);
	s->given = true;
	snprintf(s->what, sizeof s->what, "%s", option);
	snprintf(s->text, sizeof s->text, "%s", v->s);
}

double
athlete_number(const struct said *s)
{
	double x;

	if (pl_num_parse(s->text, s->text + strlen(s->text), '.', &x))
		cli_die("%s: '%s': not a number", s->what, s->text);
	return x;
}

double
athlete_length(const struct said *s, double lo, double hi)
{
	const char *end = s->text + strlen(s->text), *unit = end;
	double x, metres = 1;

	if (unit - s->text > 1 && unit[-1] == 'm')
		unit--;
	if (unit < end && unit - s->text > 1 && unit[-1] == 'c')
		unit--, metres = .01;
	while (unit > s->text && unit[-1] == ' ')
		unit--;
	if (pl_num_parse(s->text, unit, '.', &x))
		cli_die("%s: '%s': not a length, such as 1.80, 1.80m or 180cm",
		    s->what, s->text);
	x *= metres;
	if (x >= lo && x <= hi)
		return x;
	if (*unit == '\0' && x / 100 >= lo && x / 100 <= hi)
		cli_die("%s: %s: metres: did you mean %g?", s->what, s->text,
		    x / 100);
	cli_die("%s: %s: must lie from %g to %g m", s->what, s->text, lo, hi);
}

double
athlete_neutral_lean(const struct said *lean)
{
	double deg = lean->given ? athlete_number(lean) : 0;

	if (!(fabs(deg) <= ATHLETE_LEAN_HI_DEG))
		cli_die("%s: %s: must lie from %d to %d degrees", lean->what,
		    lean->text, -ATHLETE_LEAN_HI_DEG, ATHLETE_LEAN_HI_DEG);
	return deg;
}
