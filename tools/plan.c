/* plumb-plan - the weight to go back to; see plumb-plan(1) */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/date.h"
#include "../lib/base/num.h"
#include "../lib/squat/history/plan.h"
#include "../lib/squat/load/body.h"
#include "cli.h"
#include "history.h"
#include "mass.h"
#include "plan_page.h"

enum { HISTORY, SORENESS, LEVEL, TARGET, STEPS, SORE_AT, REFERENCE, PLATES,
	EMPTY, BY, DATE };

enum { MOST = 16 };			/* steps */

static const struct opt opts[] = {
	[HISTORY] = { 0, "history", "REPS", OPT_INPUTS, 0, 0, 0,
	    "rep tables, as operands are" },
	[SORENESS] = { 0, "soreness", "LOG", OPT_WORD, 0, 0, 0,
	    "what was sore when" },
	[LEVEL] = { 'l', "levels", "LEVEL", OPT_WORD, 0, 0, 0,
	    "of the spine that is planned for (default t7t8)" },
	[TARGET] = { 0, "target", "SHARE", OPT_NUMBER, .8, .1, 1,
	    "of the reference to begin with" },
	[STEPS] = { 0, "steps", "LIST", OPT_WORD, 0, 0, 0,
	    "shares on the way back (default: target,0.9,1)" },
	[SORE_AT] = { 0, "sore-at", "SCORE", OPT_NUMBER, 4, .1, 10,
	    "from which soreness asks for less" },
	[REFERENCE] = { 0, "reference", "DAY", OPT_WORD, 0, 0, 0,
	    "the session meant, whatever was sore" },
	[PLATES] = { 0, "plates", "LIST", OPT_WORD, 0, 0, 0,
	    "a plate of each pair at hand: 20,15,10,5 (default steps of 2.5)" },
	[EMPTY] = { 0, "empty", "BAR_KG", OPT_WORD, 0, 0, 0,
	    "the empty bar (default 20)" },
	[BY] = { 0, "by", "KEY", OPT_LIST, 0, 0, 0,
	    "tag columns: there must be one history" },
	[DATE] = { 0, "date", "COLUMN", OPT_WORD, 0, 0, 0,
	    "the day of a row (default: date, else start_utc)" },
	{ 0 }
};

static void
take_plates(struct pl_plates *p, const struct value *v)
{
	double bar = PL_PLATES_BAR_KG, *kg = NULL;
	enum pl_err err;
	size_t n = 0;

	if (v[EMPTY].given)
		bar = mass_one("--empty", v[EMPTY].s, 1, 50);
	if (v[PLATES].given)
		kg = mass_list("--plates", v[PLATES].s, 0, 100, &n);
	err = pl_plates_init(p, bar, kg, n);
	free(kg);
	if (err == PL_ERANGE)
		cli_die("--plates %s: bar and plates weigh more than %g kg",
		    v[PLATES].s, PL_BODY_BAR_KG_HI);
	if (err)
		cli_die("out of memory");
}

/* The shares on the way, rising; how many. */
static int
take_steps(double step[MOST], const struct value *v)
{
	const char *p = v[STEPS].s, *end;
	int n = 0;

	if (!p) {
		step[n++] = v[TARGET].x;
		if (v[TARGET].x < .9)
			step[n++] = .9;
		if (v[TARGET].x < 1)
			step[n++] = 1;
		return n;
	}
	if (v[TARGET].given)
		cli_die("--target and --steps: the first step is the target");
	for (;; p = end + 1) {
		end = p + strcspn(p, ",");
		if (n == MOST)
			cli_die("--steps: %d at most", MOST);
		if (pl_num_parse(p, end, '.', &step[n]) || !(step[n] >= .1 &&
		    step[n] <= 1) || (n && !(step[n] > step[n - 1])))
			cli_die("--steps %s: must be shares from 0.1 to 1 that "
			    "rise, like 0.7,0.8,0.9,1", v[STEPS].s);
		n++;
		if (!*end)
			return n;
	}
}

static struct pl_plan_ask
take_ask(const struct value *v)
{
	struct pl_plan_ask ask = { "t7t8", v[SORE_AT].x, false, 0 };
	const struct pl_level *l;

	if (v[LEVEL].given) {
		l = pl_body_find_level(v[LEVEL].s);
		if (!l)
			cli_die("--levels: '%s': no such level of the spine: "
			    "one, like t7t8 or l5s1", v[LEVEL].s);
		ask.level = l->name;
	}
	if (v[REFERENCE].given) {
		ask.named = true;
		if (!pl_date_parse(v[REFERENCE].s, strlen(v[REFERENCE].s),
		    &ask.day))
			cli_die("--reference %s: not a day like 2026-11-22",
			    v[REFERENCE].s);
	}
	return ask;
}

/* Another part of the back than is planned for was sore. */
static void
say_elsewhere(const struct pl_sore *e, const char *level, const char *log)
{
	const char *place = cli_place(log);
	char day[PL_DATE_ROOM];

	pl_date_print(day, e->day);
	cli_warn("%s: the %s back was sore (%g), which -l %s does not plan for: "
	    "-l %s does", day, pl_soreness_region(e->region), e->score, level,
	    e->region == PL_SORE_LOW ? "l5s1" : "t7t8");
	cli_place(place);
}

/* Repetitions that the plan does not count. */
static void
say_untold(const struct pl_plan *p)
{
	char kg[48] = "";

	if (!pl_missing(p->untold_kg))
		snprintf(kg, sizeof kg, ", the heaviest with %g kg",
		    p->untold_kg);
	cli_warn("%zu repetition%s of the session meant, or of days on which it "
	    "may be, without a load%s: not in the plan", p->untold,
	    p->untold == 1 ? "" : "s", kg);
}

static void
make(struct pl_plan *p, struct pl_table *t, const struct value *v,
    const struct pl_plan_ask *ask)
{
	struct pl_soreness log = { 0 };
	struct pl_fault fault = { 0 };
	struct pl_visits visits;
	struct history h;
	enum pl_err err;

	history_take(&h, t, &v[BY], &v[DATE]);
	if (!t->rows)
		cli_die_at("an empty history: no session to go back from");
	err = pl_visit_find(&visits, t, h.key, h.keys, h.date, &fault);
	if (err)
		cli_die_fault(err, &fault);
	if (visits.histories > 1)
		cli_die_at("%zu histories by --by: plan for one at a time",
		    visits.histories);
	if (v[SORENESS].given)
		history_log(&log, v[SORENESS].s);
	err = pl_plan_make(p, t, &visits, v[SORENESS].given ? &log : NULL,
	    ask, &fault);
	if (err)
		cli_die_fault(err, &fault);
	if (v[SORENESS].given)
		history_say_flagged(&log, v[SORENESS].s);
	if (p->untold)
		say_untold(p);
	if (p->elsewhere)
		say_elsewhere(&p->other, ask->level, v[SORENESS].s);
	pl_soreness_free(&log);
	pl_visit_free(&visits);
}

static int
run(struct pl_table *t, const struct value *v, char **args)
{
	struct pl_plan_ask ask = take_ask(v);
	double step[MOST];
	int n = take_steps(step, v);
	struct pl_plates plates;
	struct pl_plan plan;
	bool below;

	(void)args;
	take_plates(&plates, v);
	make(&plan, t, v, &ask);
	/* nothing to come back from: more of the same */
	if (plan.advice != PL_REDUCE && !v[STEPS].given && !v[TARGET].given) {
		step[0] = 1;
		n = 1;
	}
	pl_table_free(t);
	below = plan_page(t, &plan, ask.level, step, n, &plates);
	pl_plan_free(&plan);
	pl_plates_free(&plates);
	if (below)
		cli_warn("the first step is below the empty bar: leave the bar "
		    "out");
	return below ? CLI_NO : CLI_OK;
}

const struct filter filter_plan = {
	"plan", "[REPS ...]", "the weight to go back to, and the way back",
	opts, SEVERAL, run
};
