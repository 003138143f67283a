/* plumb-score - a rep table beside one that is right; see plumb-score(1) */
#include "../lib/squat/rep/score.h"
#include "cli.h"
#include "crop.h"
#include "stream.h"

enum { WITHIN, REQUIRE };

static const struct opt opts[] = {
	[WITHIN] = { 'w', "within", "S", OPT_NUMBER, .25, 0, 1e6,
	    "how far apart bottoms may lie to be one" },
	[REQUIRE] = { 0, "require", "F1", OPT_NUMBER, 0, 0, 1,
	    "exit 1 when F1 is below" },
	{ 0 }
};

/* One table that names its recordings and another that does not are compared
 * as if all were one; of several that goes wrong. */
static void
check_names(const struct pl_table *a, const struct pl_table *b)
{
	int x = pl_table_find(a, "recording"), y = pl_table_find(b,
	    "recording");
	const struct pl_table *t = x >= 0 ? a : b;
	const struct pl_words *w;

	if ((x < 0) == (y < 0))
		return;
	w = t->col[x >= 0 ? x : y].words;
	if (w->n > 1)
		cli_warn("recording is in one table only, so it tells nothing "
		    "apart: name it in both");
}

/* A rep table, or die.  A sample stream has bottoms too. */
static void
need_reps(const struct pl_table *t)
{
	cli_refuse_stream(t);
	if (t->rows && !pl_table_get(t, "bottom_s"))
		cli_die_at("bottom_s: no such column: plumb-reps makes it");
}

static void
say(const struct pl_score *s)
{
	cli_note("%zu of %zu repetitions matched, %zu of %zu in the test; "
	    "labels right in %zu of %zu rows", s->matched, s->reference,
	    s->matched, s->test, s->right, s->rows);
	if (s->untimed)
		cli_warn("%zu repetition%s without bottom_s, which no other "
		    "can match", s->untimed, s->untimed == 1 ? "" : "s");
}

static int
run(struct pl_table *t, const struct value *v, char **args)
{
	const char *place = cli_place(NULL);
	struct pl_fault fault = { 0 };
	struct pl_table reference;
	struct pl_score s;
	enum pl_err err;

	stream_read(&reference, args[0]);
	crop(&reference);
	need_reps(&reference);
	cli_place(place);
	need_reps(t);
	check_names(&reference, t);
	err = pl_score_tables(&reference, t, v[WITHIN].x, &s, t, &fault);
	if (err)
		cli_die_fault(err, &fault);
	pl_table_free(&reference);
	say(&s);
	if (v[REQUIRE].given && pl_missing(s.f1)) {
		cli_warn("no repetition in either table: no F1 for "
		    "--require %s", v[REQUIRE].s);
		return CLI_NO;
	}
	if (v[REQUIRE].given && s.f1 < v[REQUIRE].x) {
		cli_warn("F1 %.6f, --require %s", s.f1, v[REQUIRE].s);
		return CLI_NO;
	}
	return CLI_OK;
}

const struct filter filter_score = {
	"score", "REFERENCE [TEST]",
	"a rep table beside one that is right", opts, BESIDE, run
};
