/* bars.c - what the bar weighs, set by set */
#include "bars.h"

#include <math.h>
#include <stdlib.h>

#include "../lib/base/mem.h"
#include "../lib/squat/load/body.h"
#include "cli.h"
#include "mass.h"
#include "stream.h"

#define SETS_HI 1e4

/* A set's number in line of a table, or die. */
static size_t
number(double set, size_t row)
{
	if (!(set >= 1 && set <= SETS_HI && floor(set) == set))
		cli_die_at("%zu: set: %g: not the number of a set", row + 2,
		    set);
	return (size_t)set;
}

static void
put(struct bars *b, size_t *room, size_t set, double kg, size_t row)
{
	double *grown;

	if (!(kg > 0 && kg <= PL_BODY_BAR_KG_HI))
		cli_die_at("%zu: bar_kg: %g: must be above 0 and at most %g "
		    "kg", row + 2, kg, PL_BODY_BAR_KG_HI);
	if (set > b->n) {
		grown = pl_mem_grow(b->kg, room, set, sizeof *grown);
		if (!grown)
			cli_die("out of memory");
		b->kg = grown;
		while (b->n < set)
			b->kg[b->n++] = PL_MISSING;
	}
	if (!pl_missing(b->kg[set - 1]) && b->kg[set - 1] != kg)
		cli_die_at("%zu: bar_kg: %g: set %zu has %g before", row + 2,
		    kg, set, b->kg[set - 1]);
	b->kg[set - 1] = kg;
}

/* A table of sets, or of reps: rows without a set or a mass say nothing. */
static void
read_table(struct bars *b, const char *path)
{
	const char *place = cli_place(NULL);
	const double *set, *kg;
	struct pl_table t;
	size_t room = 0, row;

	stream_read(&t, path);
	set = pl_table_get(&t, "set");
	kg = pl_table_get(&t, "bar_kg");
	if (!set || !kg)
		cli_die_at("%s: no such column: the table of -b has set and "
		    "bar_kg, the mass in kg", set ? "bar_kg" : "set");
	for (row = 0; row < t.rows; row++)
		if (!pl_missing(set[row]) && !pl_missing(kg[row]))
			put(b, &room, number(set[row], row), kg[row], row);
	if (!b->n)
		cli_die_at("no set with a mass in it");
	pl_table_free(&t);
	cli_place(place);
}

void
bars_take(struct bars *b, const char *text)
{
	*b = (struct bars){ .text = text, .table = *text == '@' };
	if (b->table)
		read_table(b, text + 1);
	else
		b->kg = mass_list("--bar", text, 0, PL_BODY_BAR_KG_HI, &b->n);
}

void
bars_free(struct bars *b)
{
	free(b->kg);
	*b = (struct bars){ 0 };
}

/* Die unless there is a mass for each set. */
static void
check(const struct bars *b, const double *set, size_t rows)
{
	size_t most = 0, t, k;

	for (t = 0; t < rows; t++) {
		if (pl_missing(set[t]))
			continue;
		k = number(set[t], t);
		most = k > most ? k : most;
		if (b->table && (k > b->n || pl_missing(b->kg[k - 1])))
			cli_die_at("%zu: set %zu: no mass for it in %s", t + 2,
			    k, b->text + 1);
	}
	if (most == 0)
		cli_die_at("no set was found in it: give -b one mass%s",
		    b->table ? ", not a table" : "");
	if (!b->table && most != b->n)
		cli_die_at("--bar: %zu masses for %zu set%s: give each set "
		    "its own, or one for all", b->n, most,
		    most == 1 ? "" : "s");
}

void
bars_fill(const struct bars *b, const struct pl_table *t, double *bar)
{
	const double *set;
	size_t i, from, end;

	if (b->n == 1 && !b->table) {
		for (i = 0; i < t->rows; i++)
			bar[i] = b->kg[0];
		return;
	}
	set = cli_need(t, "set");
	check(b, set, t->rows);
	for (from = 0; from < t->rows; from = end) {
		size_t before;

		for (end = from; end < t->rows && pl_missing(set[end]); end++)
			;
		before = from == 0 ? 0 : end == t->rows ? end - from :
		    (end - from + 1) / 2;
		for (i = from; i < end; i++)
			bar[i] = b->kg[(size_t)set[i - from < before ?
			    from - 1 : end] - 1];
		for (; end < t->rows && !pl_missing(set[end]); end++)
			bar[end] = b->kg[(size_t)set[end] - 1];
	}
}
