/* plumb-reps - fold the sample stream into the rep table; see plumb-reps(1) */
#include <string.h>

#include "../lib/base/schema.h"
#include "../lib/squat/rep/rep.h"
#include "../lib/squat/rep/tempo.h"
#include "cli.h"
#include "words.h"

enum { TAG, TEMPO, REQUIRE };

static const struct opt opts[] = {
	[TAG] = { 0, "tag", "KEY=VALUE", OPT_LIST, 0, 0, 0,
	    "a leading column of that name and value" },
	[TEMPO] = { 0, "tempo", "ECC-BOTTOM-CON-TOP", OPT_WORD, 0, 0, 0,
	    "what was asked for, s, X: fast; adds the error of each phase" },
	[REQUIRE] = { 0, "require", "N", OPT_NUMBER, 0, 0, 1e6,
	    "exit 1 with fewer than N work and partial reps" },
	{ 0 }
};

/* Column number place, the same word in every row. */
static void
add_tag(struct pl_table *t, const char *tag, int place)
{
	const char *value = strchr(tag, '=');
	char name[64];
	size_t n;

	n = value ? (size_t)(value - tag) : 0;
	if (!n || n >= sizeof name ||
	    strspn(tag, "abcdefghijklmnopqrstuvwxyz0123456789_") != n)
		cli_die("--tag %s: must be KEY=VALUE, KEY of a-z, 0-9 and _",
		    tag);
	memcpy(name, tag, n);
	name[n] = '\0';
	if (!pl_schema_foreign(pl_schema_find(name)) ||
	    pl_table_find(t, name) >= 0)
		cli_die("--tag %s: there is a column of this name", tag);
	words_add(t, name, value + 1, place);
}

static struct pl_tempo
asked(const char *text)
{
	struct pl_tempo tempo;
	enum pl_err err = pl_tempo_parse(text, &tempo);

	if (err == PL_ERANGE)
		cli_die("--tempo %s: a phase must last from 0 to %g s", text,
		    PL_TEMPO_HI_S);
	if (err)
		cli_die("--tempo %s: must be four numbers of seconds or X, "
		    "like 3-1-X-0", text);
	return tempo;
}

static int
run(struct pl_table *t, const struct value *v, char **args)
{
	struct pl_fault fault = { 0 };
	struct pl_tempo tempo;
	struct pl_table reps;
	enum pl_err err;
	size_t i, n;

	(void)args;
	if (v[TEMPO].given)
		tempo = asked(v[TEMPO].s);
	(void)cli_need(t, "t_s");
	pl_table_init(&reps);
	err = pl_rep_fold(t, &reps, &fault);
	if (err)
		cli_die_fault(err, &fault);
	if (v[TEMPO].given && pl_tempo_errors(&reps, &tempo))
		cli_die("out of memory");
	for (i = 0; i < v[TAG].n; i++)
		add_tag(&reps, v[TAG].list[i], (int)i);
	pl_table_free(t);
	*t = reps;
	n = pl_rep_count(t);
	if (v[REQUIRE].given && (double)n < v[REQUIRE].x) {
		cli_warn("%zu repetitions, --require %s", n, v[REQUIRE].s);
		return CLI_NO;
	}
	if (!n)
		cli_warn("no repetition in it");
	return CLI_OK;
}

const struct filter filter_reps = {
	"reps", "[FILE]", "fold the sample stream into one row per candidate",
	opts, false, run
};
