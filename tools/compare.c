/* plumb-compare - do two sets differ, or is it chance? see plumb-compare(1) */
#include "../lib/base/append.h"
#include "../lib/squat/compare/compare.h"
#include "cli.h"
#include "crop.h"
#include "stream.h"

enum { BY, CLASS, LEVEL, CORRELATION, SAME_SETUP, ALIGN_SD };

static const struct opt opts[] = {
	[BY] = { 0, "by", "KEY", OPT_WORD, 0, 0, 0,
	    "for each value of this column; of one table, its values" },
	[CLASS] = { 0, "class", "CLASS", OPT_LIST, 0, 0, 0,
	    "candidates of this class count (default work)" },
	[LEVEL] = { 0, "level", "PCT", OPT_NUMBER, 95, 50, 99.99,
	    "how often an interval is to be right" },
	[CORRELATION] = { 0, "correlation", "R", OPT_NUMBER, PL_DIFFER_RHO,
	    0, .9, "of a repetition with the next" },
	[SAME_SETUP] = { 0, "same-setup", NULL, OPT_FLAG, 0, 0, 0,
	    "the sensor was not taken off between the tables" },
	[ALIGN_SD] = { 0, "align-sd", "DEG", OPT_NUMBER, 0, 0, 45,
	    "SD of the sensor's axes (default align_sd_deg, or 5)" },
	{ 0 }
};

/* A rep table, or die.  A sample stream has classes too. */
static void
need_reps(const struct pl_table *t)
{
	cli_refuse_stream(t);
	if (!pl_table_get(t, "start_s"))
		cli_die_at("start_s: no such column: plumb-reps makes it");
}

static void
need_both(const struct pl_table *a, const struct pl_table *b, const char *name)
{
	if ((pl_table_find(a, name) < 0) != (pl_table_find(b, name) < 0))
		cli_die_at("%s: no such column in %s of the two tables", name,
		    pl_table_find(a, name) < 0 ? "the first" : "the second");
}

/* Put the table of an operand before that of the input. */
static void
join(struct pl_table *t, const char *path, struct pl_grouped_ask *ask)
{
	const char *place = cli_place(NULL);
	struct pl_table both;

	stream_read(&both, path);
	crop(&both);
	need_reps(&both);
	cli_place(place);
	need_both(&both, t, "class");
	need_both(&both, t, "set");
	ask->two = true;
	ask->second = both.rows;
	if (pl_append(&both, t))
		cli_die("out of memory");
	pl_table_free(t);
	*t = both;
}

static void
say(const struct pl_compared *c, const struct pl_grouped_ask *ask)
{
	const char *which = ask->n_classes ? ask->classes[0] : "work";
	int k;

	if (!c->pairs)
		cli_warn("--by %s: fewer than two values, so nothing to "
		    "compare", ask->key);
	for (k = 0; k < 2 && c->pairs == 1; k++)
		if (!c->reps[k])
			cli_warn("no repetition of class %s%s in the %s",
			    which, ask->n_classes > 1 ? " (or others)" : "",
			    k ? "test" : "reference");
	if (c->alike)
		cli_warn("the repetitions are the same, and all that was "
		    "measured of them: is a file named twice?");
	cli_note("%zu and %zu repetitions%s; %zu columns differ, %zu are the "
	    "same, of %zu it cannot be told", c->reps[0], c->reps[1],
	    c->same_reps ? ", the same ones" : "", c->verdicts[PL_DIFFERS],
	    c->verdicts[PL_SAME], c->verdicts[PL_CANNOT_TELL]);
}

static int
run(struct pl_table *t, const struct value *v, char **args)
{
	struct pl_grouped_ask ask = { .key = v[BY].s,
	    .classes = v[CLASS].list, .n_classes = v[CLASS].n };
	struct pl_differ_how how = { v[LEVEL].x / 100, v[CORRELATION].x,
	    v[SAME_SETUP].given, v[ALIGN_SD].given ? v[ALIGN_SD].x :
	    PL_MISSING };
	struct pl_fault fault = { 0 };
	struct pl_compared done;
	struct pl_table out;
	enum pl_err err;

	need_reps(t);
	if (*args)
		join(t, *args, &ask);
	else if (!ask.key)
		cli_die_at("one table: name two, or --by what column its "
		    "groups are told apart");
	pl_table_init(&out);
	err = pl_compare_tables(t, &ask, &how, &done, &out, &fault);
	if (err && ask.two)
		cli_place("both tables");
	if (err)
		cli_die_fault(err, &fault);
	pl_table_free(t);
	*t = out;
	say(&done, &ask);
	return CLI_OK;
}

const struct filter filter_compare = {
	"compare", "[REFERENCE] TEST",
	"do two sets differ, column by column, or is it chance", opts,
	PERHAPS, run
};
