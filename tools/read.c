/* plumb-read - a recording becomes the sample stream; see plumb-read(1) */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/rate.h"
#include "../lib/base/unit.h"
#include "../lib/dsp/grid.h"
#include "../lib/imu/check.h"
#include "../lib/imu/quality.h"
#include "../lib/io/au.h"
#include "../lib/io/bytes.h"
#include "../lib/io/csv.h"
#include "../lib/io/map.h"
#include "../lib/io/sound.h"
#include "../lib/io/utc.h"
#include "../lib/io/vendor.h"
#include "cli.h"
#include "filter.h"

enum { COLUMNS, RATE, ID };

static const struct opt opts[] = {
	[COLUMNS] = { 'c', "columns", "LIST", OPT_WORD, 0, 0, 0,
	    "what the columns are, by position or NAME=HEADER" },
	[RATE] = { 'r', "rate", "HZ", OPT_WORD, 0, 0, 0,
	    "the true rate: 100, 102.4, 2000/7" },
	[ID] = { 'i', "id", "ID", OPT_WORD, 0, 0, 0,
	    "name of the recording, as a column" },
	{ 0 }
};

enum { FILES = 2 };

/* What the command line asks for. */
struct wish {
	const char *path[FILES];
	int files;
	struct pl_map map;
	double rate_hz;		/* 0: not said */
};

static const char *
place_of(const char *path)
{
	return strcmp(path, "-") == 0 ? "stdin" : path;
}

static void
read_bytes(struct pl_bytes *b, const char *path)
{
	bool std = strcmp(path, "-") == 0;
	enum pl_err err;
	FILE *f;

	cli_place(place_of(path));
	f = std ? stdin : fopen(path, "rb");
	if (!f)
		cli_die("%s:", path);
	errno = 0;
	err = pl_bytes_read(b, f, pl_sound_is);
	if (!std)
		fclose(f);
	if (err == PL_EFORMAT)
		cli_die_at("neither text nor a sound file: not a recording");
	if (err)
		cli_die_fault(err, NULL);
	if (!b->n)
		cli_die_at("empty: no recording in it");
}

/* Is it a stream of ours?  Its header has t_s and an accelerometer. */
static bool
is_ours(const struct pl_bytes *b)
{
	char head[1024];
	size_t n = strcspn(b->at, "\r\n");

	if (pl_au_is(b->at, b->n))
		return b->n > 40 && memcmp(b->at + 24, "Plumbline:", 10) == 0;
	if (n > sizeof head - 3)
		return false;
	head[0] = ',';
	memcpy(head + 1, b->at, n);
	strcpy(head + 1 + n, ",");
	return strstr(head, ",t_s,") && strstr(head, ",acc_x_m_s2,");
}

/* A stream of ours that is even needs nothing done. */
static bool
read_ours(struct pl_table *t, const struct pl_bytes *b)
{
	struct pl_fault fault = { 0 };
	enum pl_err err;
	double rate;

	err = pl_au_is(b->at, b->n) ? pl_au_read(t, b->at, b->n, &fault) :
	    pl_csv_read(t, b->at, b->n, &fault);
	if (!err)
		err = pl_table_settle(t, &fault);
	errno = 0;
	if (err)
		cli_die_fault(err, &fault);
	if (pl_table_rate(t, &rate, NULL) == PL_OK)
		return true;
	pl_table_free(t);
	return false;
}

static void
say_notes(const struct pl_raw *r)
{
	int i;

	for (i = 0; i < r->notes; i++)
		if (r->note[i].warn)
			cli_warn("%s", r->note[i].text);
		else
			cli_note("%s", r->note[i].text);
}

/* One file, in order and with a rate.  After the last one a header of -c that
 * no file had is the cause of whatever columns are wanting. */
static void
read_part(struct pl_grid_part *p, struct pl_raw *r, const struct pl_bytes *b,
    struct wish *w, bool last)
{
	struct pl_fault fault = { 0 };
	enum pl_err err = pl_vendor_read(r, b->at, b->n, &w->map, &fault);
	const struct pl_map_item *lost = pl_map_lost(&w->map);

	errno = 0;
	if (last && lost && (!err || err == PL_ECOLUMN))
		cli_die_at("%s: no column of this header", lost->header);
	if (err)
		cli_die_fault(err, &fault);
	say_notes(r);
	if (r->rows < 2)
		cli_die_at("%zu row%s of numbers: too short to be a recording",
		    r->rows, r->rows == 1 ? "" : "s");
	err = pl_grid_part(p, r, w->rate_hz, &fault);
	if (err)
		cli_die_fault(err, &fault);
	if (p->tidied.alone)
		cli_warn("%zu row%s dropped, alone beyond a hole at an end",
		    p->tidied.alone, p->tidied.alone == 1 ? "" : "s");
	if (p->tidied.repeated || p->tidied.merged)
		cli_note("%zu rows that were sent again dropped, %zu that "
		    "share a stamp merged", p->tidied.repeated,
		    p->tidied.merged);
	cli_note("%zu rows, %.6g Hz by %s", r->rows, p->rate_hz, r->t_s ?
	    "its clock" : w->rate_hz > 0 ? "-r" : "its header or text");
}

static void
say_holes(const struct pl_holes *h)
{
	if (h->count)
		cli_warn("%zu hole%s left empty, the longest %.3g s at %.3f s",
		    h->count, h->count == 1 ? "" : "s", h->longest_s,
		    h->at_s);
}

/* Read what there is into t.  start is the instant of its first row, or "". */
static void
read_all(struct pl_table *t, struct wish *w, char start[PL_UTC_ROOM])
{
	struct pl_raw raw[FILES];
	struct pl_grid_part part[FILES];
	struct pl_fault fault = { 0 };
	bool plain = !w->map.n && !(w->rate_hz > 0) && w->files == 1;
	struct pl_bytes b;
	enum pl_err err;
	int64_t ns;
	int k;

	for (k = 0; k < w->files; k++) {
		bool ours;

		read_bytes(&b, w->path[k]);
		ours = is_ours(&b);
		if (ours && !plain && pl_au_is(b.at, b.n))
			cli_die_at("a stream of Plumbline, with its names and "
			    "its time: it takes no -c, no -r, no second file");
		ours = ours && plain && read_ours(t, &b);
		if (!ours)
			read_part(&part[k], &raw[k], &b, w,
			    k == w->files - 1);
		pl_bytes_free(&b);
		if (ours)
			return;
	}
	err = pl_grid_join(t, part, w->files, w->rate_hz, &ns, &fault);
	if (err)
		cli_die_fault(err, &fault);
	if (raw[0].dated)
		pl_utc_print(start, ns);
	for (k = 0; k < w->files; k++) {
		cli_place(place_of(w->path[k]));
		say_holes(&part[k].holes);
		pl_raw_free(&raw[k]);
	}
	cli_place(place_of(w->path[0]));
}

/* The gate: no sensor leaves here that cannot be one.  prefix is "" or the
 * word of a place with its underscore. */
static void
judge(const struct pl_table *t, const char *prefix, double rate_hz)
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
	err = pl_quality_check(acc, gyr[0] && gyr[1] && gyr[2] ? gyr : NULL,
	    t->rows, rate_hz, &q, &fault);
	if (err == PL_ENOMEM)
		cli_die_fault(err, NULL);
	if (err)
		cli_die_at("%s%s: %s: %s", prefix, fault.column, fault.value,
		    fault.why);
	if (fabs(q.rest_m_s2 - PL_GRAVITY) > PL_QUALITY_POOR)
		cli_warn("%sacc: %.2f m/s2 at rest, not 9.81: %s", prefix,
		    q.rest_m_s2, pl_check_row(PL_CHECK_ACC_OFF)->why);
	if (q.windows)
		cli_note("%sgyr: turns %.2f times as far as gravity, "
		    "correlation %.2f", prefix, q.ratio, q.alike);
}

static void
judge_all(const struct pl_table *t)
{
	size_t c, n;
	int found = 0;

	for (c = 0; c < t->cols && t->rows > 1; c++) {
		const char *name = t->col[c].name;
		const char *end = strstr(name, "acc_x_m_s2");
		char prefix[64];

		if (!end || end[10])
			continue;
		n = (size_t)(end - name);
		if (n >= sizeof prefix)
			continue;
		memcpy(prefix, name, n);
		prefix[n] = '\0';
		judge(t, prefix, cli_rate(t));
		found++;
	}
	if (!found)
		cli_warn("no accelerometer in it: a second file may bring it");
}

/* A column of one word, before all others but at. */
static void
tag(struct pl_table *t, const char *name, const char *word, int at)
{
	double *x = cli_add(t, name), k = 0;
	size_t i;

	if (pl_table_word(t, pl_table_find(t, name), word, strlen(word), &k))
		cli_die("out of memory");
	for (i = 0; i < t->rows; i++)
		x[i] = k;
	pl_table_move(t, pl_table_find(t, name), at);
}

static void
parse(struct wish *w, const struct value *v, char **args)
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
	for (; *args; args++) {
		if (w->files == FILES)
			cli_die("%s: two files at most", *args);
		w->path[w->files++] = *args;
	}
	if (!w->files)
		w->path[w->files++] = "-";
	if (w->files == FILES && w->map.n && !w->map.by_header)
		cli_die("-c: two files differ in their columns: name them by "
		    "header (NAME=HEADER)");
}

static int
run(struct pl_table *t, const struct value *v, char **args)
{
	char start[PL_UTC_ROOM] = "";
	struct wish w = { 0 };

	parse(&w, v, args);
	read_all(t, &w, start);
	judge_all(t);
	if (v[ID].given) {
		tag(t, "recording", v[ID].s, 0);
		if (*start)
			tag(t, "start_utc", start, 1);
	}
	pl_map_free(&w.map);
	return CLI_OK;
}

const struct filter filter_read = {
	"read", "[FILE [FILE2]]",
	"a recording becomes the sample stream", opts, true, run
};
