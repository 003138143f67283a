/* read_input.c - from the bytes of recordings to a sample stream */
#include "read_input.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../lib/base/rate.h"
#include "../lib/io/au.h"
#include "../lib/io/bids.h"
#include "../lib/io/bytes.h"
#include "../lib/io/csv.h"
#include "../lib/io/stamp.h"
#include "cli.h"

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
	err = pl_bytes_read(b, f, pl_format_binary);
	if (!std)
		fclose(f);
	if (err == PL_EFORMAT)
		cli_die_at("neither text nor a form that is known (plumb-read "
		    "--formats): not a recording");
	if (err)
		cli_die_fault(err, NULL);
	if (!b->n)
		cli_die_at("empty: no recording in it");
}

/* Is it a stream of ours?  Its header has t_s, and an accelerometer or an
 * attitude. */
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
	return strstr(head, ",t_s,") && (strstr(head, ",acc_x_m_s2,") ||
	    strstr(head, "q_w,"));
}

/* A stream of ours that is even needs nothing done; of another only the origin
 * is taken, and false comes back. */
static bool
read_ours(struct pl_table *t, const struct pl_bytes *b,
    struct read_origin *origin)
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
	read_origin_take(origin, t);
	pl_table_free(t);
	return false;
}

/* The origin of one that is brought to another rate; what is wrong with it the
 * reader of text will say. */
static void
peek_origin(const struct pl_bytes *b, struct read_origin *origin)
{
	struct pl_table t;

	pl_table_init(&t);
	if (pl_csv_read(&t, b->at, b->n, NULL) == PL_OK)
		read_origin_take(origin, &t);
	errno = 0;
	pl_table_free(&t);
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

/* Stamps that no sensor gives are in another unit than their name says; "" has
 * said seconds. */
static void
judge_rate(double rate_hz, const struct pl_map *map)
{
	struct pl_stamp now, next;
	const char *name;
	size_t i;

	if (rate_hz >= PL_RATE_SLOWEST && rate_hz <= PL_RATE_FASTEST)
		return;
	pl_stamp_begin(&now, "t_s");
	for (i = 0; i < map->n && !pl_stamp_begin(&now, map->item[i].name); i++)
		;
	name = pl_stamp_guess(1 / (rate_hz * now.unit_s));
	pl_stamp_begin(&next, name);
	if (now.text || next.unit_s == now.unit_s)
		cli_die_at("%.6g Hz by its clock, and sensors have %.3g to "
		    "%.6g: is that a column of time?", rate_hz,
		    PL_RATE_SLOWEST, PL_RATE_FASTEST);
	cli_die_at("%.6g Hz by its clock, and sensors have %.3g to %.6g: its "
	    "time is in another unit: name its column %s in plumb-read -c, "
	    "and it is %.4g Hz", rate_hz, PL_RATE_SLOWEST, PL_RATE_FASTEST,
	    name, rate_hz * now.unit_s / next.unit_s);
}

/* Put a part in order and give it a rate. */
static void
lay_part(struct read_found *r, int k, const struct read_wish *w)
{
	struct pl_grid_part *p = &r->part[k];
	struct pl_fault fault = { 0 };
	struct pl_raw *raw = &r->raw[k];
	enum pl_err err;

	say_notes(raw);
	r->rows[k] = raw->rows;
	if (raw->rows < 2)
		cli_die_at("%zu row%s of numbers: too short to be a recording",
		    raw->rows, raw->rows == 1 ? "" : "s");
	err = pl_grid_part(p, raw, w->rate_hz, &fault);
	if (err)
		cli_die_fault(err, &fault);
	if (raw->t_s)
		judge_rate(p->rate_hz, &w->map);
	if (p->tidied.alone)
		cli_warn("%zu row%s dropped, alone beyond a hole at an end",
		    p->tidied.alone, p->tidied.alone == 1 ? "" : "s");
	if (p->tidied.repeated || p->tidied.merged)
		cli_note("%zu rows that were sent again dropped, %zu that "
		    "share a stamp merged", p->tidied.repeated,
		    p->tidied.merged);
	if (p->tidied.coarse_s > 0)
		cli_note("stamps of whole steps of %g s, with many rows to "
		    "each: laid evenly between the rows at which they change",
		    p->tidied.coarse_s);
	if (p->tidied.spread)
		cli_note("%zu rows that share a stamp spread over the step "
		    "before it", p->tidied.spread);
	if (!*raw->clock)
		snprintf(raw->clock, sizeof raw->clock, "%s", raw->t_s ?
		    "its clock" : w->rate_hz > 0 ? "-r" : "its header or text");
	cli_note("%zu rows, %.6g Hz by %s", raw->rows, p->rate_hz,
	    raw->clock);
}

/* What a BIDS recording is made of beside its motion file: the one form that
 * is known by its name, if its channels are there. */
static bool
read_sides(struct pl_bytes side[PL_BIDS_FILES - 1], const char *path,
    const struct pl_format *wanted)
{
	bool asked = wanted && strcmp(wanted->name, "bids") == 0;
	char *name;
	int i;

	if (!pl_bids_is(path) || (wanted && !asked))
		return false;
	for (i = 0; i < PL_BIDS_FILES - 1; i++) {
		name = pl_bids_beside(path, i);
		if (!name)
			cli_die("out of memory");
		if (i || asked || access(name, F_OK) == 0)
			read_bytes(&side[i], name);
		free(name);
		if (!side[i].at)
			return false;
	}
	cli_place(place_of(path));
	return true;
}

/* The parts of a file.  After the last one a header of -c that no file had is
 * the cause of whatever columns are wanting. */
static void
read_file(struct read_found *r, const struct pl_bytes *b, struct read_wish *w,
    const char *path, bool last)
{
	struct pl_bytes side[PL_BIDS_FILES - 1] = { { 0 } };
	bool bids = read_sides(side, path, w->format);
	const char *sides[] = { side[0].at, side[1].at };
	const struct pl_format *form = w->format ? w->format : bids ?
	    pl_format_find("bids") : pl_format_of(b->at, b->n);
	struct pl_source s = { .bytes = b->at, .n = b->n, .map = &w->map,
	    .sensors = w->sensors, .rate_hz = w->rate_hz, .path = path,
	    .side = bids ? sides : NULL };
	struct pl_raw raw[PL_FORMAT_PARTS];
	struct pl_fault fault = { 0 };
	const struct pl_map_item *lost;
	enum pl_err err;
	int parts, k;

	err = pl_format_read(form, &s, raw, &parts, &fault);
	pl_bytes_free(&side[0]);
	pl_bytes_free(&side[1]);
	errno = 0;
	lost = pl_map_lost(&w->map);
	if (last && lost && (!err || err == PL_ECOLUMN))
		cli_die_at("%s: no column of this header", lost->header);
	if (err)
		cli_die_fault(err, &fault);
	if (r->parts + parts > READ_PARTS)
		cli_die_at("both sensors are in it: it takes no second file");
	for (k = 0; k < parts; k++) {
		r->raw[r->parts] = raw[k];
		r->format[r->parts] = form;
		r->path[r->parts] = path;
		read_origin_tell(&r->origin, &r->raw[r->parts]);
		lay_part(r, r->parts++, w);
	}
}

static void
say_holes(const struct pl_holes *h)
{
	if (h->count)
		cli_warn("%zu hole%s left empty, the longest %.3g s at %.3f s",
		    h->count, h->count == 1 ? "" : "s", h->longest_s,
		    h->at_s);
}

/* Read all files; true if it was a stream of ours. */
static bool
read_files(struct pl_table *t, struct read_wish *w, struct read_found *r)
{
	bool plain = !w->map.n && !(w->rate_hz > 0) && w->files == 1 &&
	    !w->format && !w->sensors;
	struct pl_bytes b;
	int k;

	for (k = 0; k < w->files; k++) {
		bool ours;

		read_bytes(&b, w->path[k]);
		ours = is_ours(&b) && !w->format;
		if (ours && !plain && pl_au_is(b.at, b.n))
			cli_die_at("a stream of Plumbline, with its names and "
			    "its time: it takes no -c, no -r, no second file");
		ours = ours && plain && read_ours(t, &b, &r->origin);
		if (is_ours(&b) && !plain && !w->format && !w->map.n && !k)
			peek_origin(&b, &r->origin);
		if (!ours)
			read_file(r, &b, w, w->path[k], k == w->files - 1);
		pl_bytes_free(&b);
		if (ours)
			return true;
	}
	return false;
}

void
read_input(struct pl_table *t, struct read_wish *w, struct read_found *r)
{
	struct pl_fault fault = { 0 };
	enum pl_err err;
	int64_t ns;
	int k;

	*r = (struct read_found){ .ours = false };
	r->ours = read_files(t, w, r);
	if (r->ours)
		return;
	for (k = 0; k < r->parts; k++)	/* they have moved */
		r->part[k].raw = &r->raw[k];
	err = pl_grid_join(t, r->part, r->parts, w->rate_hz, &ns, &fault);
	if (err)
		cli_die_fault(err, &fault);
	if (r->raw[0].dated)
		pl_utc_print(r->start, ns);
	for (k = 0; k < r->parts; k++) {
		cli_place(place_of(r->path[k]));
		say_holes(&r->part[k].holes);
	}
	cli_place(place_of(w->path[0]));
}

void
read_input_free(struct read_found *r)
{
	int k;

	for (k = 0; k < r->parts; k++)
		pl_raw_free(&r->raw[k]);
}
