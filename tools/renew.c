/* renew.c - columns that an earlier run of a filter made */
#include "renew.h"

#include <stdbool.h>
#include <stdio.h>
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

/* Is this column one that a later filter of the pipe made? */
static const char *
later(const char *column, const char *filter)
{
	static const char *const pipe[] = { "align", "orient", "segment",
		"load" };
	const struct pl_schema *s = pl_schema_find(column);
	bool after = false;
	size_t i;

	for (i = 0; s && i < sizeof pipe / sizeof *pipe; i++) {
		if (after && strcmp(s->maker, pipe[i]) == 0)
			return s->maker;
		after |= strcmp(filter, pipe[i]) == 0;
	}
	return NULL;
}

void
renew_drop_later(struct pl_table *t, const char *filter, const char *what)
{
	const char *maker = NULL, *by;
	char first[96] = "", more[48] = "";
	size_t c = 0, n = 0;

	while (c < t->cols) {
		by = later(t->col[c].name, filter);
		if (!by) {
			c++;
			continue;
		}
		if (!n++) {
			snprintf(first, sizeof first, "%s", t->col[c].name);
			maker = by;
		}
		pl_table_drop(t, t->col[c].name);
	}
	if (n > 1)
		snprintf(more, sizeof more, " and %zu more columns", n - 1);
	if (n)
		cli_warn("%s%s rest%s on the %s of before, and %s taken out: "
		    "plumb-%s makes %s anew", first, more, n > 1 ? "" : "s",
		    what, n > 1 ? "are" : "is", maker, n > 1 ? "them" : "it");
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
