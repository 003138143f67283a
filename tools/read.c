/* plumb-read - a recording becomes the sample stream; see plumb-read(1) */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/mem.h"
#include "../lib/base/rate.h"
#include "../lib/base/schema.h"
#include "../lib/dsp/resample.h"
#include "../lib/imu/quality.h"
#include "../lib/io/au.h"
#include "../lib/io/bytes.h"
#include "../lib/io/csv.h"
#include "../lib/io/map.h"
#include "../lib/io/raw.h"
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

enum { FILES = 2, GRID_ROWS = 1000000 };

/* A file, its rows in order of time, and the rate of its clock. */
struct source {
	const char *place;
	struct pl_raw raw;
	double rate_hz, hole_s;
	double from_s, to_s;	/* of its first and last row */
};

/* The even grid that all sources are brought to. */
struct grid {
	double rate_hz;
	double offset_s[FILES];	/* of the first row, in the source's time */
	size_t rows;
};

static void
read_bytes(struct pl_bytes *b, const char *path)
{
	bool std = strcmp(path, "-") == 0;
	enum pl_err err;
	FILE *f;

	cli_place(std ? "stdin" : path);
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

/* A stream of ours begins with t_s and has a sensor in it. */
static bool
is_ours(const struct pl_bytes *b)
{
	char head[1024];
	size_t n = strcspn(b->at, "\r\n");

	if (pl_au_is(b->at, b->n))
		return b->n > 40 && memcmp(b->at + 24, "Plumbline:", 10) == 0;
	if (n >= sizeof head - 2)
		return false;
	head[0] = ',';
	memcpy(head + 1, b->at, n);
	strcpy(head + 1 + n, ",");
	return strstr(head, ",t_s,") && strstr(head, ",acc_x_m_s2,");
}

/* Our own stream, if it is even, needs nothing done. */
static bool
read_ours(struct pl_table *t, const struct pl_bytes *b)
{
	struct pl_fault fault = { 0 };
	enum pl_err err;
	double rate;

	err = pl_au_is(b->at, b->n) ? pl_au_read(t, b->at, b->n, &fault) :
	    pl_csv_read(t, b->at, b->n, &fault);
	errno = 0;
	if (err)
		cli_die_fault(err, &fault);
	if (pl_table_rate(t, &rate, NULL) == PL_OK)
		return true;
	pl_table_free(t);
	return false;
}

static void
read_source(struct source *s, const struct pl_bytes *b, struct pl_map *map)
{
	struct pl_fault fault = { 0 };
	enum pl_err err;
	int i;

	err = pl_vendor_read(&s->raw, b->at, b->n, map, &fault);
	errno = 0;
	if (err)
		cli_die_fault(err, &fault);
	for (i = 0; i < s->raw.notes; i++)
		if (s->raw.note[i].warn)
			cli_warn("%s", s->raw.note[i].text);
		else
			cli_note("%s", s->raw.note[i].text);
	if (s->raw.rows < 2)
		cli_die_at("%zu rows of numbers: too short to be a recording",
		    s->raw.rows);
}

/* Put the rows of a file with time stamps in order. */
static void
tidy(struct source *s)
{
	struct pl_raw *r = &s->raw;
	struct pl_tidied did;
	double **x = pl_mem_array(r->cols, sizeof *x);
	size_t c;

	if (!x)
		cli_die("out of memory");
	for (c = 0; c < r->cols; c++)
		x[c] = r->col[c].x;
	switch (pl_resample_tidy(r->t_s, x, r->cols, &r->rows, &did)) {
	case PL_OK:
		break;
	case PL_ENOMEM:
		cli_die("out of memory");
	default:
		cli_die_at("its time stands still: all rows have one stamp");
	}
	free(x);
	if (did.alone)
		cli_warn("%zu row%s dropped, alone beyond a hole at an end",
		    did.alone, did.alone == 1 ? "" : "s");
	if (did.repeated || did.merged)
		cli_note("%zu rows sent again dropped, %zu of a repeated "
		    "stamp merged", did.repeated, did.merged);
	if (pl_resample_rate(r->t_s, r->rows, &s->rate_hz))
		cli_die("out of memory");
	s->from_s = r->t_s[0];
	s->to_s = r->t_s[r->rows - 1];
}

/* Find what a file's clock says; given is -r, or 0. */
static void
find_rate(struct source *s, double given)
{
	struct pl_raw *r = &s->raw;

	if (r->t_s)
		tidy(s);
	else {
		s->rate_hz = given > 0 ? given : r->rate_hz;
		if (!(s->rate_hz > 0))
			cli_die_at("neither a column of time nor a rate: name "
			    "one with -c t_ms=..., or say -r HZ");
		s->to_s = (double)(r->rows - 1) / s->rate_hz;
	}
	s->hole_s = pl_resample_hole(s->rate_hz);
	cli_note("%zu rows, %.6g Hz by %s", r->rows, s->rate_hz, r->t_s ?
	    "its clock" : given > 0 ? "-r" : "its header or text");
}

/* A grid over what all files have; start_ns is the instant of its origin. */
static void
lay_grid(struct grid *g, struct source *s, int files, double given)
{
	double from = s[0].from_s, to = s[0].to_s, shift = 0;
	double most = (double)s[0].raw.rows;

	g->rate_hz = s[0].rate_hz;
	if (files == 2) {
		/* the second file's time 0 on the first file's clock */
		shift = (double)(s[1].raw.start_ns - s[0].raw.start_ns) * 1e-9;
		from = fmax(from, s[1].from_s + shift);
		to = fmin(to, s[1].to_s + shift);
		g->rate_hz = fmax(g->rate_hz, s[1].rate_hz);
		if (!(to - from >= 1))
			cli_die("%s and %s: they share %.3g s of time: not one "
			    "recording", s[0].place, s[1].place,
			    fmax(0, to - from));
	}
	if (given > 0)
		g->rate_hz = given;
	g->offset_s[0] = from;
	g->offset_s[1] = from - shift;
	most = 16 * most * g->rate_hz / s[0].rate_hz + GRID_ROWS;
	if (!((to - from) * g->rate_hz < most))
		cli_die_at("%zu rows in %.6g s: mostly holes; cut the file",
		    s[0].raw.rows, to - from);
	/* a hair more, for the last stamp lies on the grid but for rounding */
	g->rows = (size_t)floor((to - from) * g->rate_hz + 1e-6) + 1;
}

static bool
gaps(const double *const x[3], size_t n)
{
	size_t i, bad = 0;
	int a;

	for (a = 0; a < 3; a++)
		for (i = 0; i < n; i++)
			bad += pl_missing(x[a][i]);
	return bad > 0;
}

/* Times of rows that are even. */
static void
even_times(struct source *s)
{
	size_t i;

	if (s->raw.t_s)
		return;
	s->raw.t_s = malloc(s->raw.rows * sizeof(double));
	if (!s->raw.t_s)
		cli_die("out of memory");
	for (i = 0; i < s->raw.rows; i++)
		s->raw.t_s[i] = (double)i / s->rate_hz;
}

/* Bring the sensor whose x axis is column c to the grid. */
static void
place_sensor(struct pl_table *t, struct source *s, size_t c,
    const struct grid *g, double offset_s, struct pl_holes *holes)
{
	const struct pl_raw *r = &s->raw;
	const double *x[3];
	double *to[3];
	char name[96];
	size_t at;
	int a;

	snprintf(name, sizeof name, "%s", r->col[c].name);
	at = (size_t)(strstr(name, "_x_") + 1 - name);
	for (a = 0; a < 3; a++) {
		name[at] = (char)('x' + a);
		x[a] = r->col[pl_raw_find(r, name)].x;
		if (pl_table_find(t, name) >= 0)
			cli_die_at("%s: both files have it: the second must "
			    "bring what the first lacks", name);
		to[a] = cli_add(t, name);
	}
	if (!r->t_s && g->rows == r->rows && !gaps(x, r->rows)) {
		for (a = 0; a < 3; a++)
			memcpy(to[a], x[a], r->rows * sizeof *to[a]);
		return;
	}
	even_times(s);
	pl_resample_grid(r->t_s, x, 3, r->rows, s->hole_s, offset_s,
	    g->rate_hz, g->rows, to, holes);
}

static void
place_source(struct pl_table *t, struct source *s, const struct grid *g,
    double offset_s)
{
	static const char *const kind[] = { "acc_x_", "gyr_x_" };
	struct pl_holes h = { 0 }, one;
	size_t c, k;

	cli_place(s->place);
	for (k = 0; k < 2; k++)
		for (c = 0; c < s->raw.cols; c++)
			if (strstr(s->raw.col[c].name, kind[k])) {
				one = (struct pl_holes){ 0 };
				place_sensor(t, s, c, g, offset_s, &one);
				h = one.count > h.count ? one : h;
			}
	if (h.count)
		cli_warn("%zu hole%s left empty, the longest %.3g s at %.3f s",
		    h.count, h.count == 1 ? "" : "s", h.longest_s,
		    h.at_s - offset_s);
}

/* A column of one word, first of all. */
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
build(struct pl_table *t, struct source *s, int files, double given)
{
	struct grid g;
	double *x;
	size_t i;
	int k;

	lay_grid(&g, s, files, given);
	pl_table_init(t);
	if (pl_table_resize(t, g.rows))
		cli_die("out of memory");
	x = cli_add(t, "t_s");
	for (i = 0; i < g.rows; i++)
		x[i] = (double)i / g.rate_hz;
	for (k = 0; k < files; k++)
		place_source(t, &s[k], &g, g.offset_s[k]);
	s[0].raw.start_ns += (int64_t)floor(g.offset_s[0] * 1e9 + 0.5);
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
		cli_die("out of memory");
	if (err)
		cli_die_at("%s%s: %s: %s", prefix, fault.column, fault.value,
		    fault.why);
	if (fabs(q.rest_m_s2 - 9.80665) > 0.5)
		cli_warn("%sacc: %.2f m/s2 at rest, not 9.8: tilt can be off "
		    "by %.0f deg", prefix, q.rest_m_s2,
		    fabs(q.rest_m_s2 - 9.80665) / 9.80665 * 57.3);
	if (q.windows)
		cli_note("%sgyr: turns %.2f times as far as gravity, "
		    "correlation %.2f", prefix, q.ratio, q.alike);
}

static void
judge_all(const struct pl_table *t)
{
	const char *name, *end;
	char prefix[64];
	size_t c;

	if (t->rows < 2)
		return;
	for (c = 0; c < t->cols; c++) {
		name = t->col[c].name;
		end = strstr(name, "acc_x_m_s2");
		if (!end || end[10] || end - name >= (int)sizeof prefix)
			continue;
		snprintf(prefix, sizeof prefix, "%.*s", (int)(end - name),
		    name);
		judge(t, prefix, cli_rate(t));
	}
}

static int
run(struct pl_table *t, const struct value *v, char **args)
{
	struct source s[FILES] = { { 0 } };
	struct pl_fault fault = { 0 };
	char start[PL_UTC_ROOM] = "";
	double given = 0;
	struct pl_map map;
	bool done = false;
	int files = 0, k;

	if (v[RATE].given && pl_rate_parse(v[RATE].s, &given))
		cli_die("-r %s: must be a rate in Hz like 100, 102.4 or "
		    "2000/7", v[RATE].s);
	if (pl_map_parse(&map, v[COLUMNS].s, &fault))
		cli_die("-c: %s%s%s", fault.value, *fault.value ? ": " : "",
		    fault.why);
	do {
		struct pl_bytes b;

		if (files == FILES)
			cli_die("%s: two files at most", *args);
		s[files].place = !*args || strcmp(*args, "-") == 0 ? "stdin" :
		    *args;
		read_bytes(&b, *args ? *args : "-");
		done = !files && !map.n && !given && !(*args && args[1]) &&
		    is_ours(&b) && read_ours(t, &b);
		if (!done) {
			read_source(&s[files], &b, &map);
			find_rate(&s[files], given);
		}
		pl_bytes_free(&b);
		files++;
	} while (*args && *++args);
	if (pl_map_lost(&map))
		cli_die_at("%s: no column of this header",
		    pl_map_lost(&map)->header);
	if (files == 2 && !(s[0].raw.dated && s[1].raw.dated))
		cli_die("%s: no absolute time (since 1970, or Start: with a "
		    "zone), and two files are joined on it",
		    s[s[0].raw.dated].place);
	if (!done)
		build(t, s, files, given);
	if (!done && s[0].raw.dated)
		pl_utc_print(start, s[0].raw.start_ns);
	judge_all(t);
	if (v[ID].given) {
		tag(t, "recording", v[ID].s, 0);
		if (*start)
			tag(t, "start_utc", start, 1);
	}
	for (k = 0; k < files; k++)
		pl_raw_free(&s[k].raw);
	pl_map_free(&map);
	return CLI_OK;
}

const struct filter filter_read = {
	"read", "[FILE [FILE2]]",
	"a recording becomes the sample stream", opts, true, run
};
