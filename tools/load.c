/* plumb-load - moments that the back must hold; see plumb-load(1) */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../lib/base/num.h"
#include "bars.h"
#include "cli.h"
#include "explain.h"
#include "lifter.h"
#include "load_input.h"
#include "renew.h"
#include "words.h"

enum { BAR, BODY, STATURE, SEX, RACK, OFFSET, PLACE, LEVELS, ATHLETE, TABLES,
	PARTS, FORCES, COMPRESSION, SHARING, TENSION, TAXONOMY, ABOVE,
	BASELINE, SDS, EXPLAIN, STRICT };

static const struct opt opts[] = {
	[BAR] = { 'b', "bar", "BAR_KG", OPT_WORD, 0, 0, 0,
	    "mass of the bar: 100, 225lb, one for each set: 60,80, or "
	    "@TABLE" },
	[BODY] = { 'M', "body", "BODY_KG", OPT_WORD, 0, 0, 0,
	    "mass of the lifter: 80, 176lb" },
	[STATURE] = { 'H', "stature", "STATURE_M", OPT_WORD, 0, 0, 0,
	    "height of the lifter: 1.80, 180cm (default 1.75)" },
	[SEX] = { 'x', "sex", "m|f", OPT_WORD, 0, 0, 0,
	    "whose segment masses (default m)" },
	[RACK] = { 'B', "rack", "RACK", OPT_WORD, 0, 0, 0,
	    "front, high-bar, low-bar or none (default front)" },
	[OFFSET] = { 'd', "offset", "OFFSET_M", OPT_WORD, 0, 0, 0,
	    "tip of C7 to the centre of the bar, by tape" },
	[PLACE] = { 'p', "place", "PLACE", OPT_WORD, 0, 0, 0,
	    "t4, sternum, xiphoid, c7, t12, sacrum or U,V (default t4)" },
	[LEVELS] = { 'l', "levels", "LEVELS", OPT_WORD, 0, 0, 0,
	    "levels of the spine (default l5s1,t7t8)" },
	[ATHLETE] = { 0, "athlete", "FILE", OPT_WORD, 0, 0, 0,
	    "what is known of the lifter, as key = value" },
	[TABLES] = { 0, "tables", "TABLES", OPT_WORD, 0, 0, 0,
	    "of segment masses: de-leva or dempster (default de-leva)" },
	[PARTS] = { 0, "parts", NULL, OPT_FLAG, 0, 0, 0,
	    "what the bar and what the body does, apart" },
	[FORCES] = { 0, "forces", NULL, OPT_FLAG, 0, 0, 0,
	    "force of each muscle group at lumbar levels" },
	[COMPRESSION] = { 0, "compression", NULL, OPT_FLAG, 0, 0, 0,
	    "of the disc at lumbar levels, with its band" },
	[SHARING] = { 0, "sharing", "RULE", OPT_WORD, 0, 0, 0,
	    "among muscles: equal stress, quadratic, or an exponent (default "
	    "equal)" },
	[TENSION] = { 0, "tension", "N_CM2", OPT_NUMBER, 0, 1, 1000,
	    "no muscle pulls more; 75.5 is a mean (default: no bound)" },
	[TAXONOMY] = { 0, "taxonomy", "NAME", OPT_WORD, 0, 0, 0,
	    "which are local: bergmark or seed (default bergmark)" },
	[ABOVE] = { 0, "above", "NM", OPT_NUMBER, 0, -1e5, 1e5,
	    "mark moments above this, for the time above it" },
	[BASELINE] = { 0, "baseline", "TABLE", OPT_WORD, 0, 0, 0,
	    "rep table whose median peak is 1" },
	[SDS] = { 0, "sd", "KEY=VALUE", OPT_LIST, 0, 0, 0,
	    "standard deviation of an input" },
	[EXPLAIN] = { 0, "explain", "S", OPT_NUMBER, 0, -1e9, 1e9,
	    "print what the moment at this time is made of" },
	[STRICT] = { 0, "strict", NULL, OPT_FLAG, 0, 0, 0,
	    "exit 1 if the load of a repetition cannot be told" },
	{ 0 }
};

enum { MOST = 18 };		/* levels that can be asked for */

/* Every name of a table, for a message: "l5s1 l4l5 ...". */
static const char *
level_names(void)
{
	static char text[256];
	const struct pl_level *l;
	int i;

	for (*text = '\0', i = 0; (l = pl_body_level(i)); i++)
		snprintf(text + strlen(text), sizeof text - strlen(text),
		    "%s%s", i ? " " : "", l->name);
	return text;
}

/* The level that len characters name: t7t8, and T7/8 or T7/T8 as people write
 * it; NULL if none. */
static const struct pl_level *
level_of(const char *text, size_t len)
{
	char name[16];
	size_t i, n = 0;

	for (i = 0; i < len && n < sizeof name - 2; i++)
		if (text[i] == '/' && i + 1 < len && text[i + 1] <= '9')
			name[n++] = *name;
		else if (text[i] != '/' && text[i] != ' ')
			name[n++] = text[i];
	name[n] = '\0';
	return i == len ? pl_body_find_level(name) : NULL;
}

static int
levels(const char *text, const struct pl_level *level[MOST])
{
	int n = 0, i;

	for (;; text++) {
		size_t len = strcspn(text, ",");
		const struct pl_level *l = level_of(text, len);

		if (!l)
			cli_die("--levels: '%.*s': no such level: %s",
			    (int)len, text, level_names());
		for (i = 0; i < n && level[i] != l; i++)
			;
		level[i] = l;
		n += i == n;
		text += len;
		if (!*text)
			return n;
	}
}

static double
exponent(const char *text)
{
	double p;

	if (strcmp(text, "equal") == 0)
		return INFINITY;
	if (strcmp(text, "quadratic") == 0)
		return 2;
	if (pl_num_parse(text, text + strlen(text), '.', &p) ||
	    !(p >= PL_SHARE_P_LO && p <= 1000))
		cli_die("--sharing: '%s': must be equal, quadratic, or an "
		    "exponent from %g to 1000", text, PL_SHARE_P_LO);
	return p;
}

/* Muscles have newtons at lumbar levels only. */
static void
check_muscles(const struct asked *a, const struct pl_body *b,
    const struct pl_level **level, int n)
{
	struct pl_muscle m[PL_MUSCLES];
	char all[64] = "";
	const struct pl_level *l;
	int i;

	for (i = 0; i < n; i++)
		if (pl_muscle_at(b, level[i], m))
			return;
	for (i = 0; (l = pl_body_level(i)); i++)
		if (pl_muscle_at(b, l, m))
			snprintf(all + strlen(all), sizeof all - strlen(all),
			    " %s", l->name);
	if (a->forces || a->compression)
		cli_die("--%s: only the levels%s have muscles in newtons: ask "
		    "for one of them with -l", a->forces ? "forces" :
		    "compression", all);
}

static struct lifter
lifter(const struct value *v)
{
	struct lifter_options o = { &v[ATHLETE], &v[BODY], &v[STATURE],
	    &v[SEX], &v[RACK], &v[OFFSET], &v[PLACE], &v[TABLES], &v[BAR] };

	return lifter_take(&o);
}

static struct asked
asked(const struct value *v)
{
	struct asked a = { .parts = v[PARTS].given, .forces = v[FORCES].given,
	    .compression = v[COMPRESSION].given, .above = v[ABOVE].given,
	    .above_nm = v[ABOVE].x, .rule = { INFINITY, v[TENSION].given ?
	    v[TENSION].x : INFINITY } };
	int i;

	for (i = SHARING; i <= TAXONOMY; i++)
		if (v[i].given && !a.forces && !(a.compression &&
		    i != TAXONOMY))
			cli_die("--%s: of muscles: it needs --forces%s",
			    opts[i].name, i == TAXONOMY ? "" :
			    " or --compression");
	if (v[SHARING].given)
		a.rule.p = exponent(v[SHARING].s);
	if (v[TAXONOMY].given &&
	    !pl_muscle_find_taxonomy(v[TAXONOMY].s, &a.taxonomy))
		cli_die("--taxonomy: '%s': must be bergmark or seed",
		    v[TAXONOMY].s);
	return a;
}

/* The keys of --sd, for a message; the row of one, or NULL. */
static const struct pl_input_row *
input(const char *key, size_t len, char *all, size_t room)
{
	const struct pl_input_row *r, *found = NULL;
	const char *last = "";
	int i;

	for (*all = '\0', i = 0; (r = pl_uncertain_row(i)); i++) {
		if (strlen(r->key) == len && memcmp(r->key, key, len) == 0)
			found = r;
		if (strcmp(r->key, last))
			snprintf(all + strlen(all), room - strlen(all), " %s",
			    r->key);
		last = r->key;
	}
	return found;
}

/* "align=3" */
static void
set_sd(struct pl_sds *sds, const char *text)
{
	const char *equals = strchr(text, '=');
	size_t len = equals ? (size_t)(equals - text) : 0;
	const struct pl_input_row *r;
	char all[160];
	double sd;

	if (!len || pl_num_parse(equals + 1, equals + strlen(equals), '.',
	    &sd))
		cli_die("--sd: '%s': must be KEY=VALUE, VALUE a number", text);
	r = input(text, len, all, sizeof all);
	if (!r)
		cli_die("--sd: '%.*s': no such input:%s", (int)len, text, all);
	if (pl_uncertain_set(sds, text, len, sd) || (sd != 0 && sd != .5 &&
	    r == pl_uncertain_row(PL_IN_SEX)))
		cli_die("--sd %s: must lie from 0 to %g (%s)", text, r->hi,
		    r->unit);
}

/* Add the masses and what is constant. */
static void
add_constants(struct known *k, struct pl_table *t, const struct bars *bars,
    const struct lifter *l)
{
	double *bar = renew_add(t, "bar_kg"), *body = renew_add(t, "body_kg");
	double *belt, index;
	size_t i;

	if (bars->n)
		bars_fill(bars, t, bar);
	for (i = 0; i < t->rows; i++) {
		bar[i] = bars->n ? bar[i] : 0;
		body[i] = l->body.body_kg;
	}
	k->bar_kg = bar;
	if (!l->belt)
		return;
	belt = renew_add(t, "belt");
	index = words_index(t, "belt", l->belt);
	for (i = 0; i < t->rows; i++)
		belt[i] = index;
}

static void
add_bar(const struct known *k, struct pl_table *t)
{
	if (k->body.rack == PL_RACK_NONE || !pl_table_get(t, "vel_m_s") ||
	    !pl_table_get(t, "lean_deg"))
		return;
	pl_moment_bar_velocity(&k->body, &k->motion, cli_need(t, "vel_m_s"),
	    cli_need(t, "lean_deg"), renew_add(t, "bar_vel_m_s"));
	if (pl_table_get(t, "height_m"))
		pl_moment_bar_height(&k->body, cli_need(t, "height_m"),
		    cli_need(t, "lean_deg"), t->rows,
		    renew_add(t, "bar_height_m"));
}

static void
say_lost(const struct known *k, size_t rows, size_t lost)
{
	bool has[PL_DOUBTS] = { false };
	char all[96] = "";
	size_t i;
	int w;

	for (i = 0; i < rows; i++)
		has[k->why[i]] = true;
	for (w = PL_NO_DOUBT + 1; w < PL_DOUBTS; w++)
		if (has[w])
			snprintf(all + strlen(all), sizeof all - strlen(all),
			    "%s%s", *all ? ", " : "",
			    pl_doubt_word((enum pl_doubt)w));
	cli_warn("%zu repetition%s without a load: %s%s", lost,
	    lost == 1 ? "" : "s", all, has[PL_NEVER_STILL] ? ": record 5 s of "
	    "quiet standing, and give it to plumb-align --standing" :
	    " (plumb-load(1), load_reason)");
}

static int
run(struct pl_table *t, const struct value *v, char **args)
{
	const struct pl_level *level[MOST];
	struct lifter l = lifter(v);
	int n = levels(v[LEVELS].given ? v[LEVELS].s : "l5s1,t7t8", level), i;
	struct known k = { .body = l.body };
	struct asked a = asked(v);
	struct bars bars = { 0 };
	double baseline[MOST];
	size_t lost, s;

	(void)args;
	check_muscles(&a, &l.body, level, n);
	if (l.body.rack != PL_RACK_NONE)
		bars_take(&bars, v[BAR].s);
	for (i = 0; i < n; i++)
		baseline[i] = v[BASELINE].given ?
		    load_input_baseline(v[BASELINE].s, level[i]) : PL_MISSING;
	pl_uncertain_usual(&k.sds, &l.stated, load_input_align_sd(t, ""));
	for (s = 0; s < v[SDS].n; s++)
		set_sd(&k.sds, v[SDS].list[s]);
	renew_begin(t, "load");
	add_constants(&k, t, &bars, &l);
	bars_free(&bars);
	lost = load_input(&k, t);
	lifter_say_assumed(&l);
	add_bar(&k, t);
	for (i = 0; i < n; i++)
		loads_add(t, &k, &a, level[i], baseline[i]);
	renew_end(t);
	if (lost)
		say_lost(&k, t->rows, lost);
	if (v[EXPLAIN].given)
		explain(t, &k, v[EXPLAIN].x, level, n);
	load_input_free(&k);
	return lost && v[STRICT].given ? CLI_NO : CLI_OK;
}

const struct filter filter_load = {
	"load", "[FILE]", "moments that the extensors of the back must hold",
	opts, false, run
};
