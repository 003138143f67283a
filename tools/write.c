/* plumb-write - a stream becomes an archive; see plumb-write(1) */
#include <stdio.h>
#include <string.h>

#include "../lib/io/bids.h"
#include "cli.h"
#include "filter.h"
#include "save.h"
#include "stream.h"

enum { FORMAT, FULL_SCALE, BODY, PLACE };

static const struct opt opts[] = {
	[FORMAT] = { 'F', "format", "NAME", OPT_WORD, 0, 0, 0,
	    "wav, flac, caf, w64, au, csv, sto or bids (else by extension)" },
	[FULL_SCALE] = { 0, "full-scale", NULL, OPT_FLAG, 0, 0, 0,
	    "sound files for SoX: parts of a stated full scale" },
	[BODY] = { 0, "body", "LIST", OPT_WORD, 0, 0, 0,
	    "sto: bodies that carry the sensors: NAME,PREFIX=NAME (torso)" },
	[PLACE] = { 'p', "place", "PLACE", OPT_WORD, 0, 0, 0,
	    "bids: where the sensor sits (trunk)" },
	{ 0 }
};

/* The form of a path: what -F says, else its extension; both must agree. */
static const char *
form_of(const char *path, const struct value *v)
{
	const char *form = save_form(path, true);

	if (strcmp(path, "-") == 0)
		cli_die("-: an archive is a file; -O au passes the stream on");
	if (!v[FORMAT].given && !form)
		cli_die("%s: no extension of a form that is known: say -F "
		    "wav, flac, caf, w64, au, csv, sto or bids", path);
	if (!v[FORMAT].given)
		return form;
	if (!save_knows(v[FORMAT].s))
		cli_die("-F %s: must be wav, flac, caf, w64, au, csv, sto or "
		    "bids", v[FORMAT].s);
	if (form && strcmp(form, v[FORMAT].s) != 0)
		cli_die("-F %s: %s has the extension of another form",
		    v[FORMAT].s, path);
	return v[FORMAT].s;
}

/* An option of one form is a mistake beside another. */
static void
check_options(const char *form, const struct value *v)
{
	if (v[FULL_SCALE].given && !save_scales(form))
		cli_die("--full-scale: %s has no scales: -F wav, flac, caf or "
		    "w64", form);
	if (v[BODY].given && strcmp(form, "sto") != 0)
		cli_die("--body: is of sto, not of %s", form);
	if (v[PLACE].given && strcmp(form, "bids") != 0)
		cli_die("-p: is of bids, not of %s", form);
	if (v[PLACE].given && (!*v[PLACE].s || strpbrk(v[PLACE].s, "\t\r\n")))
		cli_die("-p: must be a word for where the sensor sits");
}

/* What no sound file holds, and no table of numbers. */
static void
say_words(const struct pl_table *t)
{
	size_t c, n = 0, first = 0;

	for (c = t->cols; c-- > 0;)
		if (t->col[c].words && strcmp(t->col[c].name, "start_utc"))
			n++, first = c;
	if (n)
		cli_warn("%.40s%s left out: words, which .au and .csv keep",
		    t->col[first].name, n > 1 ? " and others" : "");
}

static int
run(struct pl_table *t, const struct value *v, char **args)
{
	const char *form = form_of(args[0], v), *place;
	struct save_wish w = { v[FULL_SCALE].given, v[BODY].s,
	    v[PLACE].given ? v[PLACE].s : "trunk" };
	bool words = strcmp(form, "au") == 0 || strcmp(form, "csv") == 0;
	struct pl_fault fault = { 0 };

	check_options(form, v);
	stream_alone("FILE", args[0]);
	(void)cli_rate(t);
	if (!words && strcmp(form, "sto") != 0)
		say_words(t);
	if (pl_table_settle(t, &fault))
		cli_die_fault(PL_ERANGE, &fault);
	place = cli_place(NULL);
	save(t, args[0], form, &w);
	cli_place(place);
	return CLI_OK;
}

const struct filter filter_write = {
	"write", "FILE [STREAM]",
	"a stream becomes an archive", opts, INTO, run
};
