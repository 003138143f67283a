/* lifter.c - who lifts what, from options and the athlete file */
#include "lifter.h"

#include <stdio.h>
#include <string.h>

#include "cli.h"
#include "mass.h"
#include "place.h"

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

static struct pl_point
sensor(const struct said *s)
{
	struct pl_point at;
	double u, v;
	char more;

	if (place_point(s->text, &at))
		return at;
	if (sscanf(s->text, "%lf,%lf%c", &u, &v, &more) == 2)
		cli_die("%s: %s: U lies within 1 m and V within 0.5 m of "
		    "L5/S1", s->what, s->text);
	cli_die("%s: '%s': no place on the trunk: %sor U,V", s->what, s->text,
	    place_names());
}

/* Where the bar lies, and whether that fits what else was said. */
static void
rack(struct lifter *l, const struct lifter_options *o, const struct said *taped)
{
	struct pl_body *b = &l->body;

	if (o->rack->given && !pl_body_find_rack(o->rack->s, &b->rack))
		cli_die("--rack: '%s': must be front, high-bar, low-bar or "
		    "none", o->rack->s);
	if (b->rack == PL_RACK_NONE && (o->offset->given ||
	    (o->bar->given && strcmp(o->bar->s, "0"))))
		cli_die("--rack none: there is no bar: leave out -b and -d");
	if (b->rack != PL_RACK_NONE && !o->bar->given)
		cli_die("-b BAR_KG is needed: what the bar weighs (-B none: "
		    "no bar)");
	if (!taped->given)
		return;
	/* a bar in front lies before the neck; one on the back, about it */
	b->bar_offset_m = athlete_length(taped, b->rack == PL_RACK_FRONT ||
	    !o->offset->given ? 0 : -PL_BODY_OFFSET_HI_M, PL_BODY_OFFSET_HI_M);
	/* a file is of a lifter; the tape was laid to a bar in front */
	if (b->rack != PL_RACK_FRONT && !o->offset->given)
		b->bar_offset_m = PL_MISSING;
	else
		l->stated.offset = true;
}

static void
person(struct lifter *l, const struct said said[ATHLETE_KEYS])
{
	const struct said *sex = &said[ATHLETE_SEX];

	if (!said[ATHLETE_MASS].given)
		cli_die("-M BODY_KG is needed: what the lifter weighs");
	l->body.body_kg = mass_one(said[ATHLETE_MASS].what,
	    said[ATHLETE_MASS].text, PL_BODY_KG_LO, PL_BODY_KG_HI);
	if (said[ATHLETE_STATURE].given)
		l->body.stature_m = athlete_length(&said[ATHLETE_STATURE],
		    PL_BODY_STATURE_LO_M, PL_BODY_STATURE_HI_M);
	if (sex->given && strcmp(sex->text, "m") && strcmp(sex->text, "f"))
		cli_die("%s: '%s': must be m or f", sex->what, sex->text);
	if (sex->given && *sex->text == 'f')
		l->body.sex = PL_FEMALE;
	if (said[ATHLETE_PLACE].given)
		l->body.sensor = sensor(&said[ATHLETE_PLACE]);
	(void)athlete_neutral_lean(&said[ATHLETE_NEUTRAL_LEAN]);
	l->stated.stature = said[ATHLETE_STATURE].given;
	l->stated.sex = sex->given;
	l->stated.place = said[ATHLETE_PLACE].given;
}

struct lifter
lifter_take(const struct lifter_options *o)
{
	struct lifter l = { .body = pl_body_default };
	struct said said[ATHLETE_KEYS] = { { 0 } };
	const struct said *belt = &said[ATHLETE_BELT];

	if (o->athlete->given)
		athlete_read(o->athlete->s, said);
	athlete_win(&said[ATHLETE_MASS], "--body", o->mass);
	athlete_win(&said[ATHLETE_STATURE], "--stature", o->stature);
	athlete_win(&said[ATHLETE_SEX], "--sex", o->sex);
	athlete_win(&said[ATHLETE_OFFSET], "--offset", o->offset);
	athlete_win(&said[ATHLETE_PLACE], "--place", o->place);
	rack(&l, o, &said[ATHLETE_OFFSET]);
	person(&l, said);
	if (belt->given && strcmp(belt->text, "yes") &&
	    strcmp(belt->text, "no"))
		cli_die("%s: '%s': must be yes or no", belt->what, belt->text);
	if (belt->given)
		l.belt = strcmp(belt->text, "yes") ? "no" : "yes";
	if (o->tables->given && !pl_body_find_tables(o->tables->s,
	    &l.body.tables))
		cli_die("--tables: '%s': must be de-leva or dempster",
		    o->tables->s);
	if (l.body.tables == PL_DEMPSTER && l.body.sex == PL_FEMALE)
		cli_die("--tables dempster: of men only: leave it out for a "
		    "woman");
	cli_note("bar %s, body %g kg", o->bar->given ? o->bar->s : "none",
	    l.body.body_kg);
	return l;
}

void
lifter_say_assumed(const struct lifter *l)
{
	char text[128] = "";
	size_t n = 0;

	if (!l->stated.stature)
		n += (size_t)snprintf(text, sizeof text,
		    ", stature %g m (-H)", l->body.stature_m);
	if (!l->stated.sex)
		n += (size_t)snprintf(text + n, sizeof text - n,
		    ", male (-x)");
	if (!l->stated.place)
		snprintf(text + n, sizeof text - n, ", sensor at t4 (-p)");
	if (*text)
		cli_warn("assumed: %s", text + 2);
}
