/* plumb-read - a recording becomes the sample stream; see plumb-read(1) */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../lib/base/num.h"
#include "../lib/base/rate.h"
#include "../lib/base/unit.h"
#include "../lib/imu/check.h"
#include "../lib/imu/quality.h"
#include "../lib/io/recorder/nearest.h"
#include "../lib/io/words.h"
#include "cli.h"
#include "filter.h"
#include "place.h"
#include "read_explain.h"
#include "read_input.h"
#include "read_units.h"
#include "words.h"

enum { COLUMNS, RATE, ID, FORMAT, SENSORS, UNCALIBRATED, EXPLAIN, FORMATS };

static const struct opt opts[] = {
	[COLUMNS] = { 'c', "columns", "LIST", OPT_WORD, 0, 0, 0,
	    "what the columns are, by position or NAME=HEADER" },
	[RATE] = { 'r', "rate", "HZ", OPT_WORD, 0, 0, 0,
	    "the true rate: 100, 102.4, 2000/7" },
	[ID] = { 'i', "id", "ID", OPT_WORD, 0, 0, 0,
	    "name of the recording, as a column" },
	[FORMAT] = { 'F', "format", "NAME", OPT_WORD, 0, 0, 0,
	    "what form it is, whatever it looks like" },
	[SENSORS] = { 0, "sensor", "LIST", OPT_WORD, 0, 0, 0,
	    "which of several sensors, in the file's words: A or A,B=thigh" },
	[UNCALIBRATED] = { 0, "uncalibrated", NULL, OPT_FLAG, 0, 0, 0,
	    "keep an accelerometer that is far off, for plumb-align --poses" },
	[EXPLAIN] = { 0, "explain", NULL, OPT_FLAG, 0, 0, 0,
	    "instead, what was recognised, and how" },
	[FORMATS] = { 0, "formats", NULL, OPT_FLAG, 0, 0, 0,
	    "instead, the forms that are known" },
	{ 0 }
};


/* Is there an instant with all three axes? */
static bool
whole(const double *const x[3], size_t n)
{
	size_t i = 0;

	while (i < n && (pl_missing(x[0][i]) || pl_missing(x[1][i]) ||
	    pl_missing(x[2][i])))
		i++;
	return i < n;
}

/* The gate: no sensor leaves here that cannot be one, but where it is said to
 * be far off.  prefix is "" or the word of a place with its underscore. */
static void
judge(const struct pl_table *t, const char *prefix, double rate_hz,
    bool uncalibrated)
{
	struct pl_fault fault = { 0 };
	struct pl_quality q;
	const double *acc[3], *gyr[3];
	char name[96];
	enum pl_err err;
	int a;

	for (a = 0; a < 3; a++) {
		snprintf(name, sizeof name, "%sacc_%c_m_s2", prefix, 'x' + a);
		acc[a] = pl_table_get(t, name);
		snprintf(name, sizeof name, "%sgyr_%c_rad_s", prefix, 'x' + a);
		gyr[a] = pl_table_get(t, name);
	}
	if (!acc[0] || !acc[1] || !acc[2])
		return;
	if (!whole(acc, t->rows))
		cli_die_at("%sacc: no instant has a value on all three axes: "
		    "nothing was recorded", prefix);
	if (gyr[0] && gyr[1] && gyr[2] && !whole(gyr, t->rows))
		cli_warn("%sgyr: no instant has a value on all three axes",
		    prefix);
	err = pl_quality_check(acc, gyr[0] && gyr[1] && gyr[2] ? gyr : NULL,
	    t->rows, rate_hz, &q, &fault);
	if (err == PL_ENOMEM)
		cli_die_fault(err, NULL);
	if (err && q.far_off && uncalibrated) {
		cli_warn("%sacc: %.2f m/s2 at rest, not 9.81: kept as it is: "
		    "plumb-align --poses must put it right", prefix,
		    q.rest_m_s2);
		return;
	}
	if (err)
		cli_die_at("%s%s: %s: %s", prefix, fault.column, fault.value,
		    fault.why);
	if (fabs(q.rest_m_s2 - PL_GRAVITY) > PL_QUALITY_POOR)
		cli_warn("%sacc: %.2f m/s2 at rest, not 9.81: %s", prefix,
		    q.rest_m_s2, pl_check_row(PL_CHECK_ACC_OFF)->why);
	if (q.windows && (q.rad.ratio < 1 / PL_QUALITY_ODD ||
	    q.rad.ratio > PL_QUALITY_ODD))
		cli_warn("%sgyr: turns %.2g times as far as gravity: %s",
		    prefix, q.rad.ratio,
		    pl_check_row(PL_CHECK_GYR_TURN)->why);
	else if (q.windows)
		cli_note("%sgyr: turns %.2f times as far as gravity, "
		    "correlation %.2f", prefix, q.rad.ratio, q.rad.alike);
}

static void
judge_all(const struct pl_table *t, bool uncalibrated)
{
	size_t c, n;
	int found = 0, turns = 0;

	for (c = 0; c < t->cols && t->rows > 1; c++) {
		const char *name = t->col[c].name;
		const char *end = strstr(name, "acc_x_m_s2");
		char prefix[64];

		turns += pl_raw_turn(name);	/* nothing to be judged by */
		if (!end || end[10])
			continue;
		n = (size_t)(end - name);
		if (n >= sizeof prefix)
			continue;
		memcpy(prefix, name, n);
		prefix[n] = '\0';
		judge(t, prefix, cli_rate(t), uncalibrated);
		found++;
	}
	if (!found && turns)
		cli_warn("orientations without an accelerometer: only "
		    "plumb-write goes on from them; for the others read what "
		    "the sensors measured");
	else if (!found)
		cli_warn("no accelerometer in it: a second file may bring it");
}

static const struct pl_format *
format_of(const char *name)
{
	const struct pl_format *f = pl_format_find(name), *near;

	near = f ? NULL : pl_format_nearest(name);
	if (near)
		cli_die("-F %s: no such form: did you mean %s (%s)? plumb-read "
		    "--formats lists them", name, near->name, near->what);
	if (!f)
		cli_die("-F %s: no such form: plumb-read --formats lists them",
		    name);
	return f;
}

/* A sensor that other filters would look for in vain: n bytes of a list of
 * --sensor, "s1=sacrm" or "s1". */
static void
judge_choice(const char *item, size_t n, bool first)
{
	const char *eq = memchr(item, '=', n);
	const char *word = eq ? eq + 1 : item;
	char place[64];
	size_t i;

	snprintf(place, sizeof place, "%.*s", (int)(n - (size_t)(word - item)),
	    word);
	for (i = 0; place[i]; i++)
		place[i] = pl_words_lower(place[i]);
	if (place_known(place) || (first && !eq))
		return;
	if (eq)
		cli_die("--sensor %.*s: no such place: %s", (int)n, item,
		    place_words());
	cli_warn("--sensor %.*s: not said where it is, so the trunk is "
	    "assumed: say %.*s=PLACE, of %s", (int)n, item, (int)n, item,
	    place_words());
}

/* The places of -c and --sensor. */
static void
judge_places(const struct pl_map *map, const char *list)
{
	const char *p = list ? list : "", *at;
	size_t i, n;

	for (; *p; p += n + (p[n] == ',')) {
		n = strcspn(p, ",");
		judge_choice(p, n, p == list);
	}
	for (i = 0; i < map->n; i++) {
		const char *name = map->item[i].name;

		at = strstr(name, "acc_");
		at = at ? at : strstr(name, "gyr_");
		if (at && at > name && !place_known(name))
			cli_die("-c: '%s': no such place: %s", name,
			    place_words());
	}
}

static void
parse(struct read_wish *w, const struct value *v, char **args)
{
	struct pl_fault fault = { 0 };

	if (v[RATE].given && pl_rate_parse(v[RATE].s, &w->rate_hz))
		cli_die("-r %s: must be a rate in Hz like 100, 102.4 or "
		    "2000/7", v[RATE].s);
	if (pl_map_parse(&w->map, v[COLUMNS].s, &fault))
		cli_die("-c: %s%s%s%s", *fault.value ? "'" : "", fault.value,
		    *fault.value ? "': " : "", fault.why);
	if (v[ID].given && !*v[ID].s)
		cli_die("-i: the name of a recording cannot be empty");
	if (v[FORMAT].given)
		w->format = format_of(v[FORMAT].s);
	w->sensors = v[SENSORS].s;
	judge_places(&w->map, w->sensors);
	for (; *args; args++) {
		if (w->files == READ_FILES)
			cli_die("%s: two files at most", *args);
		w->path[w->files++] = *args;
	}
	if (!w->files)
		w->path[w->files++] = "-";
	if (w->files == READ_FILES && w->map.n && !w->map.by_header)
		cli_die("-c: two files differ in their columns: name them by "
		    "header (NAME=HEADER)");
}

/* Say whose it is, and when it began, where that is known. */
static void
name(struct pl_table *t, const char *id, const char *start)
{
	if (*id)
		words_add(t, "recording", id, 0);
	if (*start)
		words_add(t, "start_utc", start, *id ? 1 : 0);
}

static int
run(struct pl_table *t, const struct value *v, char **args)
{
	struct read_wish w = { 0 };
	struct read_found found;

	if (v[FORMATS].given) {
		read_formats(t);
		return CLI_OK;
	}
	parse(&w, v, args);
	read_input(t, &w, &found);
	read_units(t, &found);
	judge_all(t, v[UNCALIBRATED].given);
	if (v[EXPLAIN].given)
		read_explain(t, &found);
	else
		name(t, v[ID].given ? v[ID].s : found.origin.recording,
		    v[ID].given || found.origin.dated ? found.start : "");
	read_input_free(&found);
	pl_map_free(&w.map);
	return CLI_OK;
}

const struct filter filter_read = {
	"read", "[FILE [FILE2]]",
	"a recording becomes the sample stream", opts, true, run
};
