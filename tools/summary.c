/* plumb-summary - a sentence for each who asks; see plumb-summary(1) */
#include <stdio.h>

#include "../lib/squat/load/body.h"
#include "../lib/squat/summary/summary.h"
#include "cli.h"
#include "words.h"

enum { LEVEL };

static const struct opt opts[] = {
	[LEVEL] = { 'l', "levels", "LEVEL", OPT_WORD, 0, 0, 0,
	    "of the spine that is spoken of (default t7t8)" },
	{ 0 }
};

/* Has the table loads of it? */
static bool
loaded(const struct pl_table *t, const char *level, char name[64])
{
	snprintf(name, 64, "moment_%s_peak_nm", level);
	return pl_table_get(t, name) != NULL;
}

/* The level asked for, which the table must then have; or T7/8, or where that
 * is not in it what is: L5/S1, or the lowest. */
static const char *
take_level(const struct value *v, const struct pl_table *t)
{
	static const char *const usual[] = { "t7t8", "l5s1" };
	const struct pl_level *l;
	char name[64];
	int i;

	if (!v->given) {
		for (i = 0; i < 2; i++)
			if (loaded(t, usual[i], name))
				return usual[i];
		for (i = 0; (l = pl_body_level(i)); i++)
			if (loaded(t, l->name, name))
				return l->name;
		return usual[0];
	}
	l = pl_body_find_level(v->s);
	if (!l)
		cli_die("--levels: '%s': no such level of the spine: one, "
		    "like t7t8 or l5s1", v->s);
	if (!loaded(t, l->name, name))
		cli_die_at("%s: no such column: plumb-load -l makes it", name);
	return l->name;
}

static int
run(struct pl_table *t, const struct value *v, char **args)
{
	const char *level;
	struct pl_fault fault = { 0 };
	struct pl_summary s;
	struct pl_table out;
	enum pl_err err;
	size_t r;

	(void)args;
	cli_refuse_stream(t);
	level = take_level(&v[LEVEL], t);
	err = pl_summary_make(&s, t, level, &fault);
	if (err)
		cli_die_fault(err, &fault);
	pl_table_init(&out);
	if (pl_table_resize(&out, PL_READERS))
		cli_die("out of memory");
	cli_add(&out, "reader");
	cli_add(&out, "sentence");
	for (r = 0; r < PL_READERS; r++) {
		words_put(&out, "reader", r, pl_summary_reader((enum pl_reader)r));
		words_put(&out, "sentence", r, s.sentence[r]);
	}
	pl_table_free(t);
	*t = out;
	return CLI_OK;
}

const struct filter filter_summary = {
	"summary", "[FILE ...]", "what happened, in a sentence each for lifter, "
	"coach and physio", opts, SEVERAL, run
};
