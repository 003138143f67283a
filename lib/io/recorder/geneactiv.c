#include "geneactiv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../blocks.h"
#include "../cell.h"
#include "../utc.h"

enum { ROWS = 300, DIGITS = 12 };	/* of a page, of a row */

#define SLACK_S 0.25		/* page times are whole half seconds */
#define LEAST_HZ 0.1
#define MOST_HZ 1e4

static const char *const names[3] = { "acc_x_g", "acc_y_g", "acc_z_g" };

/* The numbers that stand in the header, or again in a page. */
enum { RATE, PAGES, GAIN_X, GAIN_Y, GAIN_Z, OFF_X, OFF_Y, OFF_Z, SEQUENCE,
	NUMBERS };

static const char *const keys[NUMBERS] = { "Measurement Frequency",
	"Number of Pages", "x gain", "y gain", "z gain", "x offset",
	"y offset", "z offset", "Sequence Number" };

struct page {
	const char *hex;
	size_t digits;
	bool spoilt;			/* something else is among them */
	bool stamped;
	int64_t local_ns;		/* on its clock */
	double number[NUMBERS];
};

struct file {
	struct page head;		/* what stands before the first page */
	bool zoned;
	int64_t zone_ns;		/* local time less UTC */
	struct page *page;
	size_t pages, room, rows, spoilt;
	struct pl_block *time;
};

bool
pl_geneactiv_is(const char *bytes, size_t n)
{
	static const char first[] = "Device Identity";
	static const char type[] = "Device Type:GENEActiv";
	size_t head = n < 1024 ? n : 1024;

	return n >= sizeof first && memcmp(bytes, first, sizeof first - 1) == 0
	    && memmem(bytes, head, type, sizeof type - 1);
}

/* The value of a line "key:value", if it is of this key. */
static bool
value_of(struct pl_cell line, const char *key, struct pl_cell *value)
{
	size_t n = strlen(key);

	if ((size_t)(line.end - line.p) <= n || memcmp(line.p, key, n) != 0 ||
	    line.p[n] != ':')
		return false;
	*value = (struct pl_cell){ line.p + n + 1, line.end };
	while (value->p < value->end && pl_cell_blank(*value->p))
		value->p++;
	return true;
}

/* "2013-05-30 10:12:54:500", and the zone of it. */
static bool
take_time(struct pl_cell c, const char *zone, int64_t *ns)
{
	char text[64];
	size_t n = (size_t)(c.end - c.p);
	int k;

	if (n < 20 || n > 30)
		return false;
	k = snprintf(text, sizeof text, "%.19s.%.*s%s", c.p, (int)(n - 20),
	    c.p + 20, zone);
	return c.p[19] == ':' && pl_utc_parse(text, (size_t)k, ns);
}

/* "Time Zone:GMT -04:00": tried on any day. */
static void
take_zone(struct file *f, struct pl_cell c)
{
	static const char day[] = "2000-01-01 00:00:00:0";
	const struct pl_cell at = { day, day + sizeof day - 1 };
	char zone[16];
	int64_t local, utc;

	if (c.end - c.p < 4 || c.end - c.p > 12 || memcmp(c.p, "GMT", 3) != 0)
		return;
	snprintf(zone, sizeof zone, "%.*s", (int)(c.end - c.p - 3), c.p + 3);
	f->zoned = take_time(at, zone, &utc) && take_time(at, "Z", &local);
	if (f->zoned)
		f->zone_ns = local - utc;
}

static void
take_line(struct file *f, struct page *p, struct pl_cell line)
{
	struct pl_cell v;
	double x;
	int k;

	for (k = 0; k < NUMBERS; k++)
		if (value_of(line, keys[k], &v)) {
			const char *q = v.p;

			while (q < v.end && !pl_cell_blank(*q))
				q++;
			if (pl_num_parse(v.p, q, '.', &x) == PL_OK)
				p->number[k] = x;
			return;
		}
	if (value_of(line, "Page Time", &v))
		p->stamped = take_time(v, "Z", &p->local_ns);
	else if (value_of(line, "Time Zone", &v))
		take_zone(f, v);
	else if (!memchr(line.p, ':', (size_t)(line.end - line.p)) && !p->hex) {
		p->hex = line.p;
		p->digits = (size_t)(line.end - line.p);
	}
}

static int
digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ?
	    c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The pages, each with the numbers of the header where it has none. */
static enum pl_err
take_page(struct file *f, const struct page *p)
{
	struct page *at;
	size_t i;

	if (!p->hex || p->digits < DIGITS)
		return PL_OK;
	at = pl_mem_grow(f->page, &f->room, f->pages + 1, sizeof *f->page);
	if (!at)
		return PL_ENOMEM;
	f->page = at;
	at += f->pages;
	*at = *p;
	for (i = 0; i < p->digits; i++)
		at->spoilt = at->spoilt || digit(p->hex[i]) < 0;
	at->spoilt = at->spoilt || p->digits > ROWS * DIGITS;
	f->spoilt += at->spoilt;
	f->rows += at->spoilt ? 0 : p->digits / DIGITS;
	f->pages++;
	return PL_OK;
}

static enum pl_err
walk(struct file *f, const char *bytes, size_t n)
{
	const char *p, *end = bytes + n, *q;
	struct page page = { .hex = NULL }, *now = &f->head;
	enum pl_err err = PL_OK;
	int k;

	for (k = 0; k < NUMBERS; k++)
		f->head.number[k] = PL_MISSING;
	for (p = bytes; !err && p < end; p = q + 1) {
		struct pl_cell line = { p, NULL };

		q = pl_cell_line(p, end);
		line.end = q;
		while (line.end > p && pl_cell_blank(line.end[-1]))
			line.end--;
		if (line.end - p != 13 || memcmp(p, "Recorded Data", 13) != 0) {
			if (line.end > p)
				take_line(f, now, line);
			continue;
		}
		if (now != &f->head)
			err = take_page(f, &page);
		page = f->head;
		page.hex = NULL;
		now = &page;
	}
	return err || now == &f->head ? err : take_page(f, &page);
}

static enum pl_err
check(const struct file *f, struct pl_fault *fault)
{
	size_t i;
	int k;

	if (!f->rows)
		return pl_fault_set(fault, PL_ECUT, 0, NULL, NULL,
		    "cut short: no page of samples in it");
	for (k = GAIN_X; k <= OFF_Z; k++)
		if (pl_missing(f->head.number[k]) ||
		    (k <= GAIN_Z && !(fabs(f->head.number[k]) >= 1)))
			return pl_fault_set(fault, PL_EFORMAT, 0, keys[k],
			    NULL, "no calibration in its header");
	for (i = 0; i < f->pages; i++)
		if (!f->page[i].spoilt &&
		    !(f->page[i].number[RATE] >= LEAST_HZ &&
		    f->page[i].number[RATE] <= MOST_HZ))
			return pl_fault_set(fault, PL_EFORMAT, 0, keys[RATE],
			    NULL, "page %zu has none that can be", i);
	return PL_OK;
}

static double
twelve(const char *p)
{
	int x = digit(p[0]) << 8 | digit(p[1]) << 4 | digit(p[2]);

	return x < 2048 ? x : x - 4096;
}

/* Fill rows, and say how the pages lie in time; how many there are. */
static size_t
fill(const struct file *f, struct pl_raw *r, int64_t *base_ns)
{
	const double *k = f->head.number;
	size_t i, j, row = 0, n = 0;
	const struct page *last = NULL, *p;
	int a;

	for (i = 0; i < f->pages; i++) {
		struct pl_block *t = &f->time[n];

		p = &f->page[i];
		if (p->spoilt)
			continue;
		*t = (struct pl_block){ p->digits / DIGITS, PL_MISSING, 0,
		    p->number[RATE], false, i };
		t->apart = !last || t[-1].rows < ROWS ||
		    !(p->number[SEQUENCE] == last->number[SEQUENCE] + 1);
		if (p->stamped) {
			*base_ns = *base_ns ? *base_ns : p->local_ns;
			t->stamp_s = (double)(p->local_ns - *base_ns) * 1e-9;
		}
		for (j = 0; j < t->rows; j++, row++)
			for (a = 0; a < 3; a++)
				r->col[a].x[row] = (100 * twelve(p->hex +
				    DIGITS * j + 3 * a) - k[OFF_X + a]) /
				    k[GAIN_X + a];
		last = p;
		n++;
	}
	return n;
}

static void
say(const struct file *f, struct pl_raw *r, int64_t local_ns)
{
	double promised = f->head.number[PAGES];
	const struct page *last = &f->page[f->pages - 1];
	size_t rows = last->digits / DIGITS;
	char text[PL_UTC_ROOM];

	if (f->spoilt)
		pl_raw_say(r, true, "%zu of %zu pages left out, of other "
		    "characters than %d hexadecimal digits", f->spoilt,
		    f->pages, ROWS * DIGITS);
	if (!last->spoilt && rows < ROWS)
		pl_raw_say(r, true, "cut short: its last page ends after %zu "
		    "of %d rows", rows, ROWS);
	if ((double)f->pages < promised)
		pl_raw_say(r, true, "cut short: %zu pages of the %.0f that "
		    "its header promises", f->pages, promised);
	if (!local_ns)
		return;
	pl_utc_print_local(text, local_ns);
	pl_raw_say(r, false, "device clock %.23s%s", text, f->zoned ?
	    ", in the zone that its header names" : ", no zone");
}

static enum pl_err
take(struct file *f, struct pl_raw *r, struct pl_fault *fault)
{
	struct pl_blocks found;
	enum pl_err err = PL_OK;
	int64_t base_ns = 0;
	size_t c, n;

	for (c = 0; !err && c < 3; c++)
		err = pl_raw_name(r, c, names[c]);
	r->t_s = pl_mem_array(f->rows, sizeof *r->t_s);
	f->time = pl_mem_array(f->pages, sizeof *f->time);
	if (err || !r->t_s || !f->time)
		return PL_ENOMEM;
	n = fill(f, r, &base_ns);
	err = pl_blocks_time(f->time, n, SLACK_S, SLACK_S, r->t_s, &found, fault);
	if (err)
		return err;
	pl_blocks_say(r, &found);
	r->dated = f->zoned && base_ns;
	if (base_ns)
		base_ns += (int64_t)floor(found.first_s * 1e9 + 0.5);
	r->start_ns = base_ns - f->zone_ns;
	say(f, r, base_ns);
	return PL_OK;
}

enum pl_err
pl_geneactiv_read(const struct pl_source *s,
    struct pl_raw part[PL_FORMAT_PARTS], int *parts, struct pl_fault *fault)
{
	struct file f = { .page = NULL };
	enum pl_err err;

	*parts = 1;
	if (!pl_geneactiv_is(s->bytes, s->n))
		return pl_fault_set(fault, PL_EFORMAT, 0, NULL, NULL,
		    "not GENEActiv: it does not begin with Device Identity");
	err = pl_format_named(s, fault);
	if (!err)
		err = walk(&f, s->bytes, s->n);
	if (!err)
		err = check(&f, fault);
	if (!err)
		err = pl_raw_make(part, 3, f.rows);
	if (!err) {
		err = take(&f, part, fault);
		if (err)
			pl_raw_free(part);
	}
	free(f.page);
	free(f.time);
	return err;
}
