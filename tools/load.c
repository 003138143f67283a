/* plumb-load - moments that the back must hold; see plumb-load(1) */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/squat/moment.h"
#include "cli.h"
#include "mass.h"

enum { BAR, BODY, STATURE, SEX, RACK, OFFSET, PLACE, LEVELS };

static const struct opt opts[] = {
	[BAR] = { 'b', "bar", "BAR_KG", OPT_WORD, 0, 0, 0,
	    "mass of the bar: 100, 225lb, or one for each set: 60,80" },
	[BODY] = { 'M', "body", "BODY_KG", OPT_WORD, 0, 0, 0,
	    "mass of the lifter: 80, 176lb" },
	[STATURE] = { 'H', "stature", "STATURE_M", OPT_NUMBER, PL_BODY_REF_M,
	    -1e9, 1e9, "height of the lifter" },
	[SEX] = { 'x', "sex", "m|f", OPT_WORD, 0, 0, 0,
	    "whose segment masses (default m)" },
	[RACK] = { 'B', "rack", "RACK", OPT_WORD, 0, 0, 0,
	    "front, high-bar, low-bar or none (default front)" },
	[OFFSET] = { 'd', "offset", "OFFSET_M", OPT_NUMBER, 0, -1e9, 1e9,
	    "tip of C7 to the centre of the bar, by tape" },
	[PLACE] = { 'p', "place", "PLACE", OPT_WORD, 0, 0, 0,
	    "t4, sternum, xiphoid, c7, t12, sacrum or U,V (default t4)" },
	[LEVELS] = { 'l', "levels", "LEVELS", OPT_WORD, 0, 0, 0,
	    "levels of the spine (default l5s1,t7t8)" },
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

static const char *
place_names(void)
{
	static char text[128];
	const struct pl_place *p;
	int i;

	for (*text = '\0', i = 0; (p = pl_body_place(i)); i++)
		snprintf(text + strlen(text), sizeof text - strlen(text),
		    "%s ", p->name);
	return text;
}

/* Metres; whoever writes centimetres is told. */
static void
check_length(const struct opt *o, const struct value *v, double lo, double hi)
{
	if (v->x >= lo && v->x <= hi)
		return;
	if (v->x / 100 >= lo && v->x / 100 <= hi)
		cli_die("--%s: %s: metres: did you mean %g?", o->name, v->s,
		    v->x / 100);
	cli_die("--%s: %s: must lie from %g to %g m", o->name, v->s, lo, hi);
}

static struct pl_point
sensor(const char *text)
{
	const struct pl_place *p = pl_body_find_place(text);
	const char *comma = strchr(text, ',');
	struct pl_point at;

	if (p)
		return p->at;
	if (!comma || pl_num_parse(text, comma, '.', &at.u) ||
	    pl_num_parse(comma + 1, comma + strlen(comma), '.', &at.v))
		cli_die("--place: '%s': no place on the trunk: %s%s", text,
		    place_names(), "or U,V");
	if (fabs(at.u) > 1 || fabs(at.v) > 0.5)
		cli_die("--place: %s: U lies within 1 m and V within 0.5 m of "
		    "L5/S1", text);
	return at;
}

/* Where the bar lies, and whether that fits what else was said. */
static void
rack(struct pl_body *b, const struct value *v)
{
	if (v[RACK].given && !pl_body_find_rack(v[RACK].s, &b->rack))
		cli_die("--rack: '%s': must be front, high-bar, low-bar or "
		    "none", v[RACK].s);
	if (b->rack == PL_RACK_NONE && (v[OFFSET].given ||
	    (v[BAR].given && strcmp(v[BAR].s, "0"))))
		cli_die("--rack none: there is no bar: leave out -b and -d");
	if (b->rack != PL_RACK_NONE && !v[BAR].given)
		cli_die("-b BAR_KG is needed: what the bar weighs (-B none: "
		    "no bar)");
	if (v[OFFSET].given) {
		check_length(&opts[OFFSET], &v[OFFSET], -PL_BODY_OFFSET_HI_M,
		    PL_BODY_OFFSET_HI_M);
		b->bar_offset_m = v[OFFSET].x;
	}
}

static struct pl_body
lifter(const struct value *v)
{
	struct pl_body b = pl_body_default;

	rack(&b, v);
	if (!v[BODY].given)
		cli_die("-M BODY_KG is needed: what the lifter weighs");
	b.body_kg = mass_one("--body", v[BODY].s, PL_BODY_KG_LO,
	    PL_BODY_KG_HI);
	if (v[STATURE].given)
		check_length(&opts[STATURE], &v[STATURE], PL_BODY_STATURE_LO_M,
		    PL_BODY_STATURE_HI_M);
	b.stature_m = v[STATURE].x;
	if (v[SEX].given && strcmp(v[SEX].s, "m") && strcmp(v[SEX].s, "f"))
		cli_die("--sex: '%s': must be m or f", v[SEX].s);
	if (v[SEX].given && *v[SEX].s == 'f')
		b.sex = PL_FEMALE;
	if (v[PLACE].given)
		b.sensor = sensor(v[PLACE].s);
	return b;
}

/* One line for all that was left out. */
static void
say_assumed(const struct value *v)
{
	char text[128] = "";
	size_t n = 0;

	if (!v[STATURE].given)
		n += (size_t)snprintf(text, sizeof text,
		    ", stature %g m (-H)", v[STATURE].x);
	if (!v[SEX].given)
		n += (size_t)snprintf(text + n, sizeof text - n,
		    ", male (-x)");
	if (!v[PLACE].given)
		snprintf(text + n, sizeof text - n, ", sensor at t4 (-p)");
	if (*text)
		cli_warn("assumed: %s", text + 2);
}

static int
levels(const char *text, const struct pl_level *level[MOST])
{
	int n = 0, i;

	for (;; text++) {
		size_t len = strcspn(text, ",");
		char name[16] = "";
		const struct pl_level *l = NULL;

		if (len < sizeof name) {
			memcpy(name, text, len);
			l = pl_body_find_level(name);
		}
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

/* Die unless there is a mass for each set. */
static void
check_sets(const double *set, size_t rows, size_t masses)
{
	double most = 0;
	size_t t;

	for (t = 0; t < rows; t++) {
		if (pl_missing(set[t]))
			continue;
		if (!(set[t] >= 1 && floor(set[t]) == set[t]))
			cli_die_at("%zu: set: %g: not the number of a set",
			    t + 2, set[t]);
		most = set[t] > most ? set[t] : most;
	}
	if (most == 0)
		cli_die_at("no set was found: give -b one mass, not %zu",
		    masses);
	if (most != (double)masses)
		cli_die_at("--bar: %zu masses for %g set%s: give each set "
		    "its own, or one for all", masses, most,
		    most == 1 ? "" : "s");
}

/* The mass of every row: that of its set, or of the set nearest in time. */
static void
fill_bar(double *bar, const double *set, size_t rows, const double *kg)
{
	size_t t, end;

	for (t = 0; t < rows; t = end) {
		size_t before, i;

		for (end = t; end < rows && pl_missing(set[end]); end++)
			;
		before = t == 0 ? 0 : end == rows ? end - t :
		    (end - t + 1) / 2;
		for (i = t; i < end; i++)
			bar[i] = kg[(size_t)set[i - t < before ? t - 1 :
			    end] - 1];
		for (; end < rows && !pl_missing(set[end]); end++)
			bar[end] = kg[(size_t)set[end] - 1];
	}
}

/* Take out what an earlier load left and this one does not renew. */
static void
drop_stale(struct pl_table *t, const struct pl_level *const *level, int n,
    bool bar_velocity)
{
	const struct pl_level *l;
	char name[64];
	int i, k;

	if (!bar_velocity)
		pl_table_drop(t, "bar_vel_m_s");
	for (i = 0; (l = pl_body_level(i)); i++) {
		for (k = 0; k < n && level[k] != l; k++)
			;
		snprintf(name, sizeof name, "moment_%s_nm", l->name);
		if (k == n)
			pl_table_drop(t, name);
	}
}

/* Add bar_kg and body_kg; returns the former. */
static double *
add_masses(struct pl_table *t, const struct pl_body *b, const double *kg,
    size_t masses)
{
	double *bar, *body;
	size_t i;

	if (masses > 1)
		check_sets(cli_need(t, "set"), t->rows, masses);
	bar = cli_add(t, "bar_kg");
	body = cli_add(t, "body_kg");
	for (i = 0; i < t->rows; i++) {
		bar[i] = masses ? kg[0] : 0;
		body[i] = b->body_kg;
	}
	if (masses > 1)
		fill_bar(bar, cli_need(t, "set"), t->rows, kg);
	return bar;
}

static void
move(struct pl_table *t, struct pl_motion *m)
{
	const double *fwd = cli_need(t, "acc_fwd_m_s2");
	const double *up = cli_need(t, "acc_up_m_s2");
	const double *right = cli_need(t, "gyr_right_rad_s");
	double rate = cli_rate(t);

	if (pl_moment_motion(m, up, fwd, right, t->rows, rate))
		cli_die("out of memory");
	if (!pl_moment_smooths(rate))
		cli_warn("%g rows/s: too few for the %g Hz low-pass: moments "
		    "are not smoothed", rate, PL_MOMENT_CUTOFF_HZ);
}

static int
run(struct pl_table *t, const struct value *v, char **args)
{
	const struct pl_level *level[MOST];
	struct pl_body b = lifter(v);
	int n = levels(v[LEVELS].given ? v[LEVELS].s : "l5s1,t7t8", level), i;
	double *kg = NULL, *bar;
	size_t masses = 0;
	struct pl_motion motion;
	bool velocity;

	(void)args;
	if (b.rack != PL_RACK_NONE)
		kg = mass_list("--bar", v[BAR].s, 0, PL_BODY_BAR_KG_HI,
		    &masses);
	move(t, &motion);
	velocity = b.rack != PL_RACK_NONE && pl_table_get(t, "vel_m_s") &&
	    pl_table_get(t, "lean_deg");
	bar = add_masses(t, &b, kg, masses);
	free(kg);
	say_assumed(v);
	drop_stale(t, level, n, velocity);
	if (velocity)
		pl_moment_bar_velocity(&b, &motion, cli_need(t, "vel_m_s"),
		    cli_need(t, "lean_deg"), cli_add(t, "bar_vel_m_s"));
	for (i = 0; i < n; i++) {
		struct pl_moment m;
		char name[64];

		snprintf(name, sizeof name, "moment_%s_nm", level[i]->name);
		pl_moment_init(&m, &b, level[i]);
		pl_moment_run(&m, &motion, bar, cli_add(t, name));
	}
	pl_moment_motion_free(&motion);
	return CLI_OK;
}

const struct filter filter_load = {
	"load", "[FILE]", "moments that the extensors of the back must hold",
	opts, false, run
};
