/* plumb-check - is a recording fit for what follows; see plumb-check(1) */
#include <stdio.h>

#include "../lib/squat/segment/doubtful.h"
#include "cli.h"
#include "place.h"
#include "words.h"

enum { PLACE, STRICT };

static const struct opt opts[] = {
	[PLACE] = { 'p', "place", "PLACE", OPT_WORD, 0, 0, 0,
	    "where the sensor is; bar, wrist, thigh: no stance" },
	[STRICT] = { 0, "strict", NULL, OPT_FLAG, 0, 0, 0,
	    "exit 1 if there is a warning, too" },
	{ 0 }
};

/* The columns of the table of findings. */
enum { RECORDING, SENSOR, CHECK, VALUE, UNIT, LIMIT, VERDICT, AT, ADVICE,
	COLUMNS };

static const char *const column[COLUMNS] = { "recording", "sensor", "check",
	"value", "unit", "limit", "verdict", "at_s", "advice" };

/* What becomes of one stream. */
struct report {
	struct pl_table *to;
	const char *recording;		/* or NULL */
	size_t count[PL_VERDICTS];
	char first[PL_VERDICTS][128];	/* finding of each */
};

static void
set(struct report *r, int c, const char *word)
{
	words_put(r->to, column[c], r->to->rows - 1, word);
}

/* The number as it is printed: no zeros at its end. */
static void
print(char to[PL_NUM_ROOM], double x, int decimals)
{
	*pl_num_print(to, pl_num_round(x, decimals), decimals) = '\0';
}

/* "<=2", ">=100", "-0.5..0.5", "0.125..8"; "" where none is passed. */
static void
print_limit(char *to, size_t room, const struct pl_finding *f)
{
	enum { DECIMALS = 3 };
	char hi[PL_NUM_ROOM], lo[PL_NUM_ROOM];
	enum pl_side side = f->check->side;

	print(hi, f->limit, DECIMALS);
	print(lo, side == PL_RATIO ? 1 / f->limit : -f->limit, DECIMALS);
	if (side == PL_NO_LIMIT || pl_missing(f->limit))
		*to = '\0';
	else if (side == PL_LEAST || side == PL_MOST)
		snprintf(to, room, "%s%s", side == PL_LEAST ? ">=" : "<=", hi);
	else
		snprintf(to, room, "%s..%s", lo, hi);
}

/* A row for a finding. */
static void
add(struct report *r, const char *sensor, const struct pl_finding *f)
{
	char value[PL_NUM_ROOM], limit[3 * PL_NUM_ROOM];

	if (pl_table_resize(r->to, r->to->rows + 1))
		cli_die("out of memory");
	if (r->recording)
		set(r, RECORDING, r->recording);
	print(value, f->value, f->check->decimals);
	print_limit(limit, sizeof limit, f);
	set(r, SENSOR, sensor);
	set(r, CHECK, f->name);
	set(r, VALUE, value);
	set(r, UNIT, f->check->unit);
	set(r, LIMIT, limit);
	set(r, VERDICT, pl_verdict_word(f->verdict));
	set(r, ADVICE, f->advice);
	pl_table_edit(r->to, column[AT])[r->to->rows - 1] = f->at_s;
	if (!r->count[f->verdict]++)
		snprintf(r->first[f->verdict], sizeof *r->first, "%s%s%s",
		    sensor, *sensor ? " " : "", f->name);
}

/* Those of a look at the clock, or at a sensor of t. */
static void
add_all(struct report *r, const struct pl_table *t, const char *sensor,
    const struct pl_look *l)
{
	struct pl_findings found = { 0 };
	size_t i;

	if (pl_findings_add(&found, l) ||
	    (l->device && pl_doubtful_add(&found, t, l)))
		cli_die("out of memory");
	for (i = 0; i < found.n; i++)
		add(r, sensor, &found.of[i]);
	pl_findings_free(&found);
}

/* Those of each sensor; how many there are. */
static int
each(struct report *r, const struct pl_table *t, const struct pl_clock *clock,
    const char *place)
{
	char prefix[PL_DEVICE_NAME], sensor[PL_DEVICE_NAME];
	struct pl_device d;
	struct pl_look l;
	int found = 0, c;
	bool begins;

	for (c = 0; c < (int)t->cols; c++) {
		/* that an axis is missing is a finding */
		enum pl_err err = pl_device_at(t, c, &d, &begins, NULL);

		if (!begins)
			continue;
		snprintf(prefix, sizeof prefix, "%.*s", d.prefix, d.name[0]);
		snprintf(sensor, sizeof sensor, "%.*s", d.prefix ? d.prefix -
		    1 : 0, d.name[0]);
		err = pl_look_sensor(t, &d, clock, place_of_trunk(*prefix ?
		    prefix : place), &l);
		if (err)
			cli_die("%s", pl_err_phrase(err));
		add_all(r, t, sensor, &l);
		found++;
	}
	return found;
}

/* An empty table with the columns that there will be. */
static void
begin(struct report *r, const struct pl_table *t)
{
	int col = pl_table_find(t, column[RECORDING]), c;
	size_t i;

	pl_table_init(r->to);
	for (i = 0; col >= 0 && i < t->rows && !r->recording; i++)
		r->recording = pl_table_label(t, col, i);
	for (c = col >= 0 ? RECORDING : SENSOR; c < COLUMNS; c++)
		cli_add(r->to, column[c]);
}

static int
answer(const struct report *r, bool strict)
{
	size_t unfit = r->count[PL_UNFIT], warn = r->count[PL_WARN];

	cli_note("%zu finding%s: %zu unfit, %zu to be warned of",
	    r->to->rows, r->to->rows == 1 ? "" : "s", unfit, warn);
	if (!unfit && !(strict && warn))
		return CLI_OK;
	if (unfit)
		cli_warn("unfit: %s%s", r->first[PL_UNFIT], unfit > 1 ?
		    " and others" : "");
	else
		cli_warn("to be warned of: %s%s", r->first[PL_WARN], warn > 1 ?
		    " and others" : "");
	return CLI_NO;
}

static int
run(struct pl_table *t, const struct value *v, char **args)
{
	struct pl_table made;
	struct report r = { .to = &made };
	struct pl_clock clock;
	struct pl_look l;

	(void)args;
	if (v[PLACE].given && !place_known(v[PLACE].s))
		cli_die("-p %s: no such place; %s", v[PLACE].s, place_list());
	if (pl_clock_find(t, &clock))
		cli_die("out of memory");
	begin(&r, t);
	pl_look_clock(&clock, &l);
	add_all(&r, t, "", &l);
	if (!each(&r, t, &clock, v[PLACE].s))
		cli_need(t, "acc_x_m_s2");
	pl_table_free(t);
	*t = made;
	return answer(&r, v[STRICT].given);
}

const struct filter filter_check = {
	"check", "[FILE]", "is a recording fit for what follows", opts, false,
	run
};
