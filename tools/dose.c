/* plumb-dose - what the back did over days; see plumb-dose(1) */
#include "../lib/base/date.h"
#include "../lib/squat/history/dose.h"
#include "cli.h"
#include "history.h"
#include "words.h"

enum { BY, DATE, POWER, LEAVE, SORENESS };

#define POWER_HI 10.0		/* the highest that was compared */

static const struct opt opts[] = {
	[BY] = { 0, "by", "KEY", OPT_LIST, 0, 0, 0,
	    "tag columns that tell histories apart: athlete" },
	[DATE] = { 0, "date", "COLUMN", OPT_WORD, 0, 0, 0,
	    "the day of a row (default: date, else start_utc)" },
	[POWER] = { 0, "power", "P", OPT_NUMBER, 0, 0, POWER_HI,
	    "also the sum of the peaks to this power" },
	[LEAVE] = { 0, "leave-out", NULL, OPT_FLAG, 0, 0, 0,
	    "leave out repetitions whose load is missing" },
	[SORENESS] = { 0, "soreness", "LOG", OPT_WORD, 0, 0, 0,
	    "what was sore 1 to 3 days after each session" },
	{ 0 }
};

/* Columns of what followed a session. */
struct sore_columns {
	double *left, *right, *region, *type, *on;
};

static double
more(double was, double score)
{
	return was >= score ? was : score;
}

/* What of the log came 1 to 3 days after a day. */
static void
fill_sore(struct pl_table *t, struct sore_columns *c, size_t row,
    int64_t day, const struct pl_soreness *log)
{
	const struct pl_sore *most = NULL;
	char text[PL_DATE_ROOM];
	size_t i;

	for (i = 0; i < log->n; i++) {
		const struct pl_sore *e = &log->entry[i];

		if (e->day < day + PL_SORE_FIRST_DAY ||
		    e->day > day + PL_SORE_LAST_DAY)
			continue;
		if (e->side != PL_SORE_RIGHT)
			c->left[row] = more(c->left[row], e->score);
		if (e->side != PL_SORE_LEFT)
			c->right[row] = more(c->right[row], e->score);
		if (!most || e->score > most->score)
			most = e;
	}
	if (!most)
		return;
	pl_date_print(text, most->day);
	c->on[row] = words_index(t, "sore_on", text);
	c->region[row] = words_index(t, "sore_region",
	    pl_soreness_region(most->region));
	c->type[row] = words_index(t, "sore_type", pl_soreness_type(most->type));
}

static void
add_soreness(struct pl_table *t, const struct pl_visits *v, const char *path)
{
	struct pl_soreness log;
	struct sore_columns c;
	size_t i;

	history_log(&log, path);
	c.on = cli_add(t, "sore_on");
	c.left = cli_add(t, "sore_left");
	c.right = cli_add(t, "sore_right");
	c.region = cli_add(t, "sore_region");
	c.type = cli_add(t, "sore_type");
	for (i = 0; i < v->n; i++)
		fill_sore(t, &c, i, v->visit[i].day, &log);
	history_say_flagged(&log, path);
	pl_soreness_free(&log);
}

static int
run(struct pl_table *t, const struct value *v, char **args)
{
	struct pl_fault fault = { 0 };
	struct pl_visits visits;
	struct pl_table out;
	struct history h;
	struct pl_dose_ask ask;
	enum pl_err err;

	(void)args;
	history_take(&h, t, &v[BY], &v[DATE]);
	ask = (struct pl_dose_ask){ h.key, h.keys, h.date,
	    v[POWER].given ? v[POWER].x : PL_MISSING, v[LEAVE].given };
	pl_table_init(&out);
	err = pl_dose_fold(t, &ask, &visits, &out, &fault);
	if (err)
		cli_die_fault(err, &fault);
	if (v[SORENESS].given)
		add_soreness(&out, &visits, v[SORENESS].s);
	pl_visit_free(&visits);
	pl_table_free(t);
	*t = out;
	if (!t->rows)
		cli_warn("no session in it");
	return CLI_OK;
}

const struct filter filter_dose = {
	"dose", "[FILE ...]", "what the back did, session by session",
	opts, SEVERAL, run
};
