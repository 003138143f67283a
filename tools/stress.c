/* plumb-stress - what a worse sensor would have recorded; plumb-stress(1) */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../lib/squat/simulate/stress.h"
#include "cli.h"

enum { LEVEL, STRESS, SEED };

static const struct opt opts[] = {
	[LEVEL] = { 0, "level", "none|lab|consumer|poor|broken", OPT_WORD,
	    0, 0, 0, "how bad it is (default none)" },
	[STRESS] = { 0, "stress", "KEY=VALUE,...", OPT_LIST, 0, 0, 0,
	    "one thing that is wrong, by name; adds to or alters a level" },
	[SEED] = { 's', "seed", "SEED", OPT_NUMBER, 1, 0, 9007199254740992.0,
	    "whole number that everything random is drawn from" },
	{ 0 }
};

static _Noreturn void
die_of_key(const char *item, size_t len)
{
	const struct pl_stress_key *k;
	char names[400];
	size_t n = 0;
	int i;

	for (i = 0; (k = pl_stress_key(i)) && n < sizeof names; i++)
		n += (size_t)snprintf(names + n, sizeof names - n, "%s%s",
		    i ? " " : "", k->name);
	cli_die("--stress %.*s: no such key: %s", (int)len, item, names);
}

static void
set_key(struct pl_stress *s, const char *item, size_t len)
{
	const char *equal = memchr(item, '=', len);
	const struct pl_stress_key *k;
	size_t n = equal ? (size_t)(equal - item) : len;
	enum pl_err err;
	double x;
	int i;

	for (i = 0; (k = pl_stress_key(i)); i++)
		if (strlen(k->name) == n && memcmp(k->name, item, n) == 0)
			break;
	if (!k)
		die_of_key(item, n);
	if (!equal || pl_num_parse(equal + 1, item + len, '.', &x))
		cli_die("--stress %.*s: must be %s=NUMBER%s%s", (int)len, item,
		    k->name, *k->unit ? " in " : "", k->unit);
	err = pl_stress_set(s, item, n, x);
	if (err)
		cli_die("--stress %.*s: must lie from 0 to %g%s%s", (int)len,
		    item, k->hi, *k->unit ? " " : ", a whole number", k->unit);
}

static void
set_stress(struct pl_stress *s, const struct value *v)
{
	const char *level = v[LEVEL].s ? v[LEVEL].s : "none", *p;
	size_t i, n;

	if (!pl_stress_find(s, level))
		cli_die("--level %s: must be none, lab, consumer, poor or "
		    "broken", level);
	for (i = 0; i < v[STRESS].n; i++)
		for (p = v[STRESS].list[i];; p += n + 1) {
			n = strcspn(p, ",");
			set_key(s, p, n);
			if (!p[n])
				break;
		}
	if (s->grade.bits && !(s->grade.acc_range_g > 0) &&
	    !(s->grade.gyr_range_deg_s > 0))
		cli_die("--stress bits: the steps of no range: "
		    "give acc-range or gyr-range");
}

/* Columns of the signals as they were are not passed on, and not in silence. */
static void
say_dropped(const struct pl_table *from, const struct pl_table *to)
{
	const char *first = NULL;
	size_t c, n = 0;

	for (c = 0; c < from->cols; c++)
		if (pl_table_find(to, from->col[c].name) < 0) {
			if (!first)
				first = from->col[c].name;
			n++;
		}
	if (n == 1)
		cli_warn("%s dropped: it is of the signals as they were",
		    first);
	else if (n)
		cli_warn("%s and %zu other columns dropped: they are of the "
		    "signals as they were", first, n - 1);
}

static void
say_drawn(const struct pl_stressed *d, size_t rows)
{
	cli_note("a second lasts %.6f s in it", d->clock);
	if (d->lost)
		cli_note("%.2f %% of %zu rows lost; %zu hole%s left empty, "
		    "the longest %.3g s", 100 * (double)d->lost / (double)rows,
		    rows, d->holes, d->holes == 1 ? "" : "s", d->longest_s);
	if (!pl_missing(d->slip_at_s))
		cli_note("slips at %.3f s", d->slip_at_s);
}

static void
move_reps(struct pl_table *t, const struct pl_stress *s, uint64_t seed)
{
	struct pl_stressed drawn;

	if (pl_stress_reps(s, seed, t, &drawn))
		cli_die("out of memory");
	cli_note("a second lasts %.6f s in it", drawn.clock);
}

static int
run(struct pl_table *t, const struct value *v, char **args)
{
	uint64_t seed = (uint64_t)v[SEED].x;
	struct pl_fault fault = { 0 };
	struct pl_stressed drawn;
	struct pl_table made;
	struct pl_stress s;
	enum pl_err err;

	(void)args;
	if ((double)seed != v[SEED].x)
		cli_die("-s %s: must be a whole number", v[SEED].s);
	set_stress(&s, v);
	if (pl_table_find(t, "t_s") < 0 && pl_table_find(t, "start_s") >= 0) {
		move_reps(t, &s, seed);
		return CLI_OK;
	}
	(void)cli_need(t, "t_s");
	if (pl_stress_none(&s))
		return CLI_OK;
	pl_table_init(&made);
	err = pl_stress_stream(&s, seed, t, &made, &drawn, &fault);
	if (err)
		cli_die_fault(err, &fault);
	say_dropped(t, &made);
	say_drawn(&drawn, made.rows);
	pl_table_free(t);
	*t = made;
	return CLI_OK;
}

const struct filter filter_stress = {
	"stress", "[FILE]", "what a worse sensor would have recorded", opts,
	false, run
};
