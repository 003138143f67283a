/* repetitions by group, set and mounting; and which are the same ones */
#include <stdlib.h>
#include <string.h>

#include "../lib/base/append.h"
#include "../lib/io/csv.h"
#include "../lib/squat/compare/grouped.h"
#include "../lib/squat/compare/same_reps.h"
#include "tap.h"

static struct pl_table
table(const char *text)
{
	struct pl_table t;
	struct pl_fault f;

	pl_table_init(&t);
	if (pl_csv_read(&t, text, strlen(text), &f))
		exit(2);
	return t;
}

static struct pl_grouped
grouped(const struct pl_table *t, const struct pl_grouped_ask *ask)
{
	struct pl_grouped g = { 0 };

	if (pl_grouped_make(&g, t, ask, NULL))
		exit(2);
	return g;
}

/* Is this a series of so many rows, from that one on, in place and time? */
static bool
series(const struct pl_grouped *g, size_t k, size_t group, size_t row,
    size_t n, size_t mounting)
{
	const struct pl_series *s = &g->series[k];

	if (k < g->n && s->group == group && s->to - s->from == n &&
	    g->row[s->from] == row && s->mounting == mounting)
		return true;
	printf("# %zu: group %zu, row %zu, %zu rows, mounting %zu\n", k,
	    s->group, g->row[s->from], s->to - s->from, s->mounting);
	return false;
}

static const char one[] = "athlete,set,cand,rep,class,start_s,bottom_s,end_s,"
    "bar_kg\n"
    "ada,1,1,,unrack,1,,2,100\n"
    "ada,1,2,1,work,5,6,8,100\n"
    "ada,1,3,2,partial,9,10,12,100\n"
    "ada,1,4,3,work,13,14,15,110\n"
    "ada,2,5,1,work,20,21,22,100\n"
    "eve,2,6,2,work,23,24,25,110\n"
    "eve,1,1,1,work,5,6,8,100\n"
    ",1,2,2,work,9,10,11,100\n";

static void
one_table(void)
{
	const char *both[] = { "work", "partial" };
	struct pl_grouped_ask ask = { 0 }, by = { .key = "athlete" };
	struct pl_grouped_ask all = { .classes = both, .n_classes = 2 };
	struct pl_grouped_ask bar = { .key = "bar_kg" };
	struct pl_table t = table(one);
	struct pl_grouped g = grouped(&t, &ask);
	char room[PL_NUM_ROOM];
	size_t n;

	/* a set ends with its number, its tags, and where cand starts anew */
	ok(g.groups == 1 && g.n == 5 && g.rows == 6 && series(&g, 0, 0, 1, 2,
	    0) && series(&g, 1, 0, 4, 1, 0) && series(&g, 2, 0, 5, 1, 0) &&
	    series(&g, 3, 0, 6, 1, 1) && series(&g, 4, 0, 7, 1, 1),
	    "sets of one table");
	ok(g.place[0] == 1 && g.place[1] == 3, "in place by their numbers");
	pl_grouped_free(&g);
	g = grouped(&t, &all);
	ok(g.rows == 7 && series(&g, 0, 0, 1, 3, 0) && g.place[1] == 2,
	    "classes that were named count");
	pl_grouped_free(&g);
	g = grouped(&t, &by);
	ok(g.groups == 2 && g.rows == 5 && series(&g, 0, 0, 1, 2, 0) &&
	    series(&g, 2, 1, 5, 1, 0) && series(&g, 3, 1, 6, 1, 1) &&
	    strcmp(pl_grouped_value(&g, 1, room), "eve") == 0,
	    "values of a key, rows without one left out");
	ok(pl_grouped_of(&g, 1, &n) == g.series + 2 && n == 2 &&
	    pl_grouped_of(&g, 2, &n) && n == 0, "the series of a group");
	pl_grouped_free(&g);
	g = grouped(&t, &bar);
	ok(g.groups == 2 && series(&g, 0, 0, 1, 1, 0) &&
	    series(&g, 4, 1, 3, 1, 0) && g.place[g.series[4].from] == 3 &&
	    strcmp(pl_grouped_value(&g, 1, room), "110") == 0,
	    "a key may change within a set");
	pl_grouped_free(&g);
	pl_table_edit(&t, "rep")[3] = 1;
	g = grouped(&t, &ask);
	ok(g.place[0] == 1 && g.place[1] == 2,
	    "numbers that do not increase are not believed");
	pl_grouped_free(&g);
	by.key = "nope";
	ok(pl_grouped_make(&g, &t, &by, NULL) == PL_ECOLUMN, "no such key");
	pl_table_free(&t);
}

static void
mountings(void)
{
	struct pl_table t = table("recording,start_utc,set,cand,class,start_s\n"
	    "a,2026-01-01T00:00:00Z,1,1,work,1\n"
	    "b,2026-01-01T00:00:00Z,1,1,work,1\n"
	    "a,2026-01-01T00:00:00Z,2,2,work,9\n"
	    "a,2026-01-02T00:00:00Z,1,1,work,1\n"), u = table("set,class\n"
	    "1,work\n2,work\n");
	struct pl_grouped_ask ask = { 0 }, two = { .two = true, .second = 1 };
	struct pl_grouped g = grouped(&t, &ask);

	ok(g.mountings == 3 && g.series[0].mounting == g.series[2].mounting &&
	    g.series[0].mounting != g.series[1].mounting &&
	    g.series[0].mounting != g.series[3].mounting,
	    "a recording is its name and when it began");
	pl_grouped_free(&g);
	g = grouped(&u, &ask);
	ok(g.mountings == 1 && g.n == 2, "a table without names is one");
	pl_grouped_free(&g);
	g = grouped(&u, &two);
	ok(g.mountings == 2 && g.groups == 2 && series(&g, 0, 0, 0, 1, 0) &&
	    series(&g, 1, 1, 1, 1, 1), "and two are two");
	pl_grouped_free(&g);
	two.second = 0;
	g = grouped(&u, &two);
	ok(g.groups == 2 && g.n == 2 && g.series[0].group == 1,
	    "the first may be empty");
	pl_grouped_free(&g);
	pl_table_free(&t);
	pl_table_free(&u);
}

static void
limits(void)
{
	struct pl_grouped_ask by = { .key = "start_s" }, ask = { 0 };
	struct pl_grouped g;
	struct pl_table t;
	struct pl_fault f;
	double *x;
	size_t i;

	pl_table_init(&t);
	g = grouped(&t, &ask);
	ok(g.n == 0 && g.groups == 1, "an empty table has one empty group");
	pl_grouped_free(&g);
	if (pl_table_resize(&t, PL_GROUPED_VALUES + 1) ||
	    pl_table_add(&t, "start_s", &x))
		exit(2);
	for (i = 0; i < t.rows; i++)
		x[i] = (double)i;
	ok(pl_grouped_make(&g, &t, &by, &f) == PL_ERANGE &&
	    strcmp(f.column, "start_s") == 0, "too many values are refused");
	pl_table_free(&t);
}

static void
same_reps(void)
{
	static const char *const shift[] = { NULL, "recording", "end_s" };
	int k;

	for (k = 0; k < 3; k++) {
		struct pl_table t = table("recording,set,class,start_s,"
		    "bottom_s,end_s\na,1,work,1,2,3\na,1,work,4,5,6\n");
		struct pl_table u = table("recording,set,class,start_s,"
		    "bottom_s,end_s\na,1,work,4,5,6\na,1,work,1,2,3\n"
		    "a,1,work,7,8,9\n");
		struct pl_grouped_ask two = { .two = true, .second = 2 };
		struct pl_grouped g;
		size_t mate[5];
		bool are;

		if (k == 1 && pl_table_word(&u, 0, "b", 1, &u.col[0].x[0]))
			exit(2);
		if (k == 2)
			pl_table_edit(&u, "end_s")[0] += 1e-6;
		if (pl_append(&t, &u))
			exit(2);
		g = grouped(&t, &two);
		if (pl_same_reps(&g, 0, 1, mate, &are))
			exit(2);
		if (k == 0)
			ok(are && mate[0] == 3 && mate[1] == 2,
			    "the same times in one recording are the same "
			    "repetitions");
		else
			ok(!are, "another %s, and they are not", shift[k]);
		pl_table_drop(&t, "end_s");
		ok(!pl_same_reps(&g, 0, 1, mate, &are) && !are,
		    "without a time nobody knows");
		pl_grouped_free(&g);
		pl_table_free(&t);
		pl_table_free(&u);
	}
}

int
main(void)
{
	one_table();
	mountings();
	limits();
	same_reps();
	return done();
}
