/* plumb-profile - velocity over load, as a line; see plumb-profile(1) */
#include <stdlib.h>

#include "../lib/base/mem.h"
#include "../lib/squat/compare/profile.h"
#include "../lib/squat/load/body.h"
#include "cli.h"
#include "mass.h"

enum { BY, REP, AT, MINIMAL, LEVEL, STRICT };

static const struct opt opts[] = {
	[BY] = { 0, "by", "KEY", OPT_WORD, 0, 0, 0,
	    "a line for each value of this column" },
	[REP] = { 0, "rep", "best|mean|first", OPT_WORD, 0, 0, 0,
	    "which repetition stands for its set (default best)" },
	[AT] = { 0, "at", "KG", OPT_LIST, 0, 0, 0,
	    "also the velocity at this load: 100, 225lb" },
	[MINIMAL] = { 0, "minimal-velocity", "M_S", OPT_NUMBER, .30, 0, 3,
	    "the load at which the line is down to it" },
	[LEVEL] = { 0, "level", "PCT", OPT_NUMBER, 95, 50, 99.99,
	    "how often a band is to be right" },
	[STRICT] = { 0, "strict", NULL, OPT_FLAG, 0, 0, 0,
	    "exit 1 if that load cannot be told" },
	{ 0 }
};

static double *
loads_of(const struct value *v)
{
	double *kg = pl_mem_array(v->n, sizeof *kg);
	size_t i;

	if (!kg)
		cli_die("out of memory");
	for (i = 0; i < v->n; i++)
		kg[i] = mass_one("--at", v->list[i], 0, PL_BODY_BAR_KG_HI);
	return kg;
}

static int
say(const struct pl_profiled *d, const struct value *v)
{
	size_t none = d->few + d->flat;

	if (none)
		cli_warn("in %zu line%s the load at %g m/s cannot be told: %s",
		    none, none == 1 ? "" : "s", v[MINIMAL].x, !d->flat ?
		    "fewer than three loads" : !d->few ? "the velocity does "
		    "not surely fall with the load" : "fewer than three "
		    "loads, or no sure fall of velocity with the load");
	cli_note("up to %zu loads; the load at %g m/s is up to %.0f %% of "
	    "their range beyond them", d->loads, v[MINIMAL].x,
	    100 * d->furthest);
	return none && v[STRICT].given ? CLI_NO : CLI_OK;
}

static int
run(struct pl_table *t, const struct value *v, char **args)
{
	struct pl_profile_ask ask = { .key = v[BY].s, .rep = PL_BEST,
	    .minimal_m_s = v[MINIMAL].x, .level = v[LEVEL].x / 100,
	    .n_at = v[AT].n };
	struct pl_fault fault = { 0 };
	struct pl_profiled done;
	struct pl_table out;
	enum pl_err err;
	double *at;

	(void)args;
	if (v[REP].s && !pl_profile_find_rep(v[REP].s, &ask.rep))
		cli_die("--rep %s: must be best, mean or first", v[REP].s);
	ask.at_kg = at = loads_of(&v[AT]);
	cli_refuse_stream(t);
	pl_table_init(&out);
	err = pl_profile_tables(t, &ask, &done, &out, &fault);
	free(at);
	if (err)
		cli_die_fault(err, &fault);
	pl_table_free(t);
	*t = out;
	return say(&done, v);
}

const struct filter filter_profile = {
	"profile", "[FILE ...]", "velocity over load, as a line", opts,
	SEVERAL, run
};
