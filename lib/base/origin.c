#include "origin.h"

#include <stdio.h>
#include <string.h>

#include "schema.h"
#include "version.h"

/* Does a list of words between blanks have this one? */
static bool
has(const char *list, const char *word)
{
	size_t n = strlen(word);

	for (; *list; list += strcspn(list, " "), list += *list == ' ')
		if (strncmp(list, word, n) == 0 &&
		    (list[n] == ' ' || !list[n]))
			return true;
	return false;
}

void
pl_origin_of(struct pl_origin *o, const struct pl_table *t)
{
	size_t c, n = 0;

	snprintf(o->software, sizeof o->software, "Plumbline %s, schema %s",
	    PL_VERSION, PL_SCHEMA);
	o->filters[0] = '\0';
	for (c = 0; c < t->cols; c++) {
		const struct pl_schema *s = pl_schema_find(t->col[c].name);

		if (!s || has(o->filters, s->maker) ||
		    n + strlen(s->maker) + 2 > sizeof o->filters)
			continue;
		n += (size_t)sprintf(o->filters + n, "%s%s", n ? " " : "",
		    s->maker);
	}
}
