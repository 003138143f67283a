/* plumb-sets - fold the rep table into the set table; see plumb-sets(1) */
#include "../lib/squat/rep/set.h"
#include "cli.h"

static const struct opt opts[] = {
	{ 0 }
};

static int
run(struct pl_table *t, const struct value *v, char **args)
{
	struct pl_fault fault = { 0 };
	struct pl_table sets;
	enum pl_err err;

	(void)v;
	(void)args;
	(void)cli_need(t, "set");
	(void)cli_need(t, "class");
	(void)cli_need(t, "start_s");
	(void)cli_need(t, "end_s");
	pl_table_init(&sets);
	err = pl_set_fold(t, &sets, &fault);
	if (err)
		cli_die_fault(err, &fault);
	pl_table_free(t);
	*t = sets;
	if (!t->rows)
		cli_warn("no set in it");
	return CLI_OK;
}

const struct filter filter_sets = {
	"sets", "[FILE ...]", "fold the rep table into one row per set",
	opts, SEVERAL, run
};
