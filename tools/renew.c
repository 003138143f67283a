/* renew.c - columns that an earlier run of a filter made */
#include "renew.h"

#include <stdlib.h>
#include <string.h>

#include "../lib/base/mem.h"
#include "../lib/base/schema.h"
#include "cli.h"

static struct { char **name; size_t n, room; } old;

void
renew_begin(const struct pl_table *t, const char *filter)
{
	size_t c;

	for (c = 0; c < t->cols; c++) {
		const char *name = t->col[c].name;
		const struct pl_schema *s = pl_schema_find(name);
		char **grown;

		if (!s || strcmp(s->maker, filter))
			continue;
		grown = pl_mem_grow(old.name, &old.room, old.n + 1,
		    sizeof *grown);
		if (!grown)
			cli_die("out of memory");
		old.name = grown;
		old.name[old.n] = pl_mem_text(name, strlen(name));
		if (!old.name[old.n++])
			cli_die("out of memory");
	}
}

double *
renew_add(struct pl_table *t, const char *name)
{
	size_t i;

	for (i = 0; i < old.n; i++)
		if (strcmp(old.name[i], name) == 0) {
			free(old.name[i]);
			old.name[i] = old.name[--old.n];
			break;
		}
	return cli_add(t, name);
}

void
renew_end(struct pl_table *t)
{
	while (old.n) {
		pl_table_drop(t, old.name[--old.n]);
		free(old.name[old.n]);
	}
	free(old.name);
	old.name = NULL;
	old.room = 0;
}
