#include "phyphox.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../../base/unit.h"
#include "../archive.h"
#include "../cell.h"
#include "../delim.h"
#include "../header.h"
#include "gravity.h"

enum { EVENTS = 1000, CELLS = 3 };

#define HEAVY 5.0		/* m/s^2: the least mean of what has it in it */

/* An instant at which the experiment went on, by its clock and the phone's. */
struct start { double own_s, phone_s; };

struct reader {
	struct pl_archive zip;
	struct start start[EVENTS];
	size_t starts;
	struct pl_raw *part;
	int parts;
	bool acc, gyr;		/* what was found */
	bool made;		/* gravity, or without it: of other sensors */
	struct pl_fault *f;
};

bool
pl_phyphox_is(const char *bytes, size_t n)
{
	return pl_archive_is(bytes, n) &&
	    (pl_archive_names(bytes, n, "meta/time.csv") ||
	    pl_archive_names(bytes, n, "meta/device.csv"));
}

static bool
want(const char *name)
{
	size_t n = strlen(name);

	return n > 4 && strcmp(name + n - 4, ".csv") == 0 &&
	    strcmp(pl_archive_base(name), "device.csv") != 0;
}

static bool
number(struct pl_cell c, double *x)
{
	return !pl_num_parse(c.p, c.end, '.', x) ||
	    !pl_num_parse(c.p, c.end, ',', x);
}

/* The events "START": word, own time, phone's time, text. */
static void
take_times(struct reader *rd, const struct pl_member *m)
{
	const char *p = m->at, *end = p + m->n, *q;
	char stop = memchr(p, '\t', m->n) ? '\t' : memchr(p, ';', m->n) ? ';' :
	    ',';
	struct pl_cell c[CELLS];
	struct start s;
	int k;

	for (; p < end && rd->starts < EVENTS; p = q + 1) {
		const char *at = p;

		q = pl_cell_line(p, end);
		for (k = 0; k < CELLS && at; k++)
			at = pl_cell_next(at, q, stop, &c[k]);
		if (k < CELLS || c[0].end - c[0].p != 5 ||
		    memcmp(c[0].p, "START", 5) != 0 ||
		    !number(c[1], &s.own_s) || !number(c[2], &s.phone_s))
			continue;
		/* a phone whose clock was set is no clock from there on */
		if (rd->starts && (s.own_s < rd->start[rd->starts - 1].own_s ||
		    s.phone_s < rd->start[rd->starts - 1].phone_s))
			continue;
		rd->start[rd->starts++] = s;
	}
}

/* Cells that say NaN become empty. */
static void
blank(struct pl_member *m)
{
	static const char edge[] = "\t;,\r\n";
	char *p = m->at;

	while ((p = memmem(p, m->n - (size_t)(p - m->at), "NaN", 3))) {
		if ((p == m->at || strchr(edge, p[-1])) &&
		    strchr(edge, p[3]))
			memcpy(p, "   ", 3);
		p += 3;
	}
}

/* The axis that a header ends in, or 0: "Acceleration x", "Y". */
static char
axis_of(const char *base)
{
	size_t n = strlen(base);
	char c = n ? base[n - 1] : '\0';

	if (n > 1 && base[n - 2] != ' ')
		return '\0';
	c = c >= 'X' && c <= 'Z' ? (char)(c - 'X' + 'x') : c;
	return c >= 'x' && c <= 'z' ? c : '\0';
}

/* Is it gravity, or what is left without it, by its name or the file's? */
static bool
is_made(const char *header, const char *file)
{
	struct pl_header h;

	pl_header_read(&h, header, NULL);
	return h.free || h.gravity || pl_gravity_made(file);
}

/* Name the columns of a table by their units; true if a sensor is in it. */
static bool
name_columns(struct reader *rd, const struct pl_delim *d, const char *file,
    char (*name)[64])
{
	bool timed = false, some = false;
	char base[48];
	size_t j;

	for (j = 0; d->name && j < d->cols; j++) {
		const char *unit = pl_map_split(d->name[j], base);
		char axis = unit ? axis_of(base) : '\0';

		if (unit && !timed && strcmp(unit, "_s") == 0) {
			strcpy(name[j], "clock");
			timed = true;
		} else if (axis && (strcmp(unit, "_m_s2") == 0 ||
		    strcmp(unit, "_g") == 0) && is_made(d->name[j], file))
			rd->made = true;
		else if (axis && (strcmp(unit, "_m_s2") == 0 ||
		    strcmp(unit, "_g") == 0))
			snprintf(name[j], 64, "acc_%c%s", axis, unit);
		else if (axis && (strcmp(unit, "_rad_s") == 0 ||
		    strcmp(unit, "_deg_s") == 0))
			snprintf(name[j], 64, "gyr_%c%s", axis, unit);
		some = some || (*name[j] && axis);
	}
	return timed && some;
}

/* Let the column of time be the time of the rows, by the phone's clock. */
static enum pl_err
take_clock(struct reader *rd, struct pl_raw *r, const char *file)
{
	int c = pl_raw_find(r, "clock");
	double *t = r->col[c].x;
	size_t i, k;

	r->col[c].x = NULL;
	pl_raw_drop(r, (size_t)c);
	r->t_s = t;
	for (i = 0; i < r->rows; i++)
		if (pl_missing(t[i]) || (i && t[i] < t[i - 1]))
			return pl_fault_set(rd->f, PL_EUNEVEN, i + 2, file,
			    NULL, "time is missing or goes backwards here");
	for (i = 0, k = 0; rd->starts && i < r->rows; i++) {
		while (k + 1 < rd->starts && rd->start[k + 1].own_s <= t[i])
			k++;
		t[i] += rd->start[k].phone_s - rd->start[0].phone_s -
		    rd->start[k].own_s;
	}
	if (rd->starts && rd->start[0].phone_s > 1e9 &&
	    rd->start[0].phone_s < 4e9) {
		r->dated = true;
		/* no finer than a double of these days */
		r->start_ns = 1000 * (int64_t)floor(
		    rd->start[0].phone_s * 1e6 + 0.5);
	}
	return PL_OK;
}

/* Is there an acceleration in it, and which? */
static bool
has_acc(const struct pl_raw *r, bool *heavy)
{
	static const char *const si[] = { "acc_x_m_s2", "acc_y_m_s2",
	    "acc_z_m_s2" };
	static const char *const g[] = { "acc_x_g", "acc_y_g", "acc_z_g" };

	*heavy = pl_gravity_mean(r, si) > HEAVY ||
	    PL_GRAVITY * pl_gravity_mean(r, g) > HEAVY;
	return pl_raw_find(r, si[0]) >= 0 || pl_raw_find(r, g[0]) >= 0;
}

static bool
has_gyr(const struct pl_raw *r)
{
	return pl_raw_find(r, "gyr_x_rad_s") >= 0 ||
	    pl_raw_find(r, "gyr_x_deg_s") >= 0;
}

/* Keep a table if it brings a sensor that is still wanting. */
static enum pl_err
keep(struct reader *rd, struct pl_raw *r, const char *file)
{
	bool heavy, acc = has_acc(r, &heavy), gyr = has_gyr(r);
	enum pl_err err;

	rd->made = rd->made || (acc && !heavy);
	if ((acc && (!heavy || rd->acc)) || (gyr && rd->gyr) ||
	    rd->parts == PL_FORMAT_PARTS) {
		pl_raw_free(r);
		return PL_OK;
	}
	err = take_clock(rd, r, file);
	if (err) {
		pl_raw_free(r);
		return err;
	}
	rd->acc = rd->acc || acc;
	rd->gyr = rd->gyr || gyr;
	rd->part[rd->parts++] = *r;
	return PL_OK;
}

/* A table of the archive; one of another kind is passed over. */
static enum pl_err
take_table(struct reader *rd, struct pl_member *m)
{
	const char *file = pl_archive_base(m->name);
	char (*name)[64] = NULL;
	enum pl_err err;
	struct pl_delim d;
	struct pl_raw r;
	bool wanted = false;

	blank(m);
	err = memchr(m->at, '\0', m->n) ? PL_EFORMAT :
	    pl_delim_open(&d, m->at, m->n, NULL);
	if (err)
		return err == PL_EFORMAT ? PL_OK : err;
	name = pl_mem_array(d.cols, sizeof *name);
	err = name ? PL_OK : PL_ENOMEM;
	if (!err)
		wanted = name_columns(rd, &d, file, name);
	if (wanted)
		err = pl_delim_read(&d, name, &r, rd->f);
	free(name);
	pl_delim_free(&d);
	return err || !wanted ? err : keep(rd, &r, file);
}

static enum pl_err
read_all(struct reader *rd)
{
	const struct pl_member *times = pl_archive_find(&rd->zip, "time.csv");
	enum pl_err err = PL_OK;
	size_t i;
	int k;

	if (times)
		take_times(rd, times);
	for (i = 0; !err && i < rd->zip.n; i++)
		if (&rd->zip.file[i] != times)
			err = take_table(rd, &rd->zip.file[i]);
	if (err)
		return err;
	if (!rd->acc && rd->made)
		return pl_fault_set(rd->f, PL_ESTATE, 0, NULL, NULL, "its "
		    "acceleration is gravity alone, or without it: record "
		    "'Acceleration (with g)', the Accelerometer");
	if (!rd->parts)
		return pl_fault_set(rd->f, PL_ECOLUMN, 0, NULL, NULL, "a zip "
		    "of phyphox without x y z in (m/s^2) or (rad/s)");
	for (k = 0; k < rd->parts; k++) {
		rd->part[k].one_clock = rd->parts == 2;
		if (rd->starts > 1)
			pl_raw_say(&rd->part[k], false, "paused %zu time%s",
			    rd->starts - 1, rd->starts == 2 ? "" : "s");
	}
	return PL_OK;
}

enum pl_err
pl_phyphox_read(const struct pl_source *s,
    struct pl_raw part[PL_FORMAT_PARTS], int *parts, struct pl_fault *f)
{
	struct reader *rd = pl_mem_array(1, sizeof *rd);
	enum pl_err err;
	int k;

	if (!rd)
		return PL_ENOMEM;
	rd->part = part;
	rd->f = f;
	err = pl_archive_read(&rd->zip, s->bytes, s->n, want,
	    PL_ARCHIVE_MOST, f);
	if (!err)
		err = read_all(rd);
	pl_archive_free(&rd->zip);
	*parts = rd->parts;
	for (k = 0; err && k < rd->parts; k++)
		pl_raw_free(&part[k]);
	free(rd);
	return err;
}
