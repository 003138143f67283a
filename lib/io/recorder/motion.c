#include "motion.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../../base/unit.h"
#include "../bids.h"
#include "../cell.h"
#include "../json.h"
#include "../utc.h"
#include "motion_channels.h"

struct reader {
	const struct pl_source *s;
	struct pl_motion_channels ch;
	size_t line;
	double rate_hz;
	struct pl_raw *r;
	struct pl_fault *f;
};

static enum pl_err
take_sidecar(struct reader *rd, const char *text)
{
	struct pl_json *j;
	const char *start;
	enum pl_err err = pl_json_parse(&j, text, strlen(text), rd->f);

	if (err)
		return err;
	if (!pl_json_number(pl_json_get(j, "SamplingFrequencyEffective"),
	    &rd->rate_hz) || !(rd->rate_hz > 0))
		pl_json_number(pl_json_get(j, "SamplingFrequency"),
		    &rd->rate_hz);
	if (!(rd->rate_hz >= 1e-3 && rd->rate_hz <= 1e6))
		rd->rate_hz = 0;
	pl_json_number(pl_json_get(j, "TimeSD"), &rd->r->time_sd_s);
	if (!(rd->r->time_sd_s > 0 && rd->r->time_sd_s < 1e3))
		rd->r->time_sd_s = 0;
	start = pl_json_text(pl_json_get(j, "StartUTC"));
	rd->r->dated = start && pl_utc_parse(start, strlen(start),
	    &rd->r->start_ns);
	pl_json_free(j);
	return PL_OK;
}

/* The recording, with a column for each channel that has a name. */
static enum pl_err
prepare(struct reader *rd, size_t rows)
{
	struct pl_raw *r = rd->r, said = *r;
	size_t i, c = 0, cols = 0;
	enum pl_err err;

	for (i = 0; i < rd->ch.n; i++)
		cols += *rd->ch.at[i].name && !pl_map_time(rd->ch.at[i].name);
	err = pl_raw_make(r, cols, rows);
	r->dated = said.dated;
	r->start_ns = said.start_ns;
	r->time_sd_s = said.time_sd_s;
	r->gaps = r->attitude = true;
	for (i = 0; !err && i < rd->ch.n; i++) {
		struct pl_motion_channel *ch = &rd->ch.at[i];

		if (!*ch->name)
			continue;
		if (pl_map_time(ch->name)) {
			if (!r->t_s)
				ch->x = r->t_s = malloc((rows + 1) *
				    sizeof *r->t_s);
			err = ch->x || r->t_s ? PL_OK : PL_ENOMEM;
			continue;
		}
		ch->x = r->col[c].x;
		err = pl_raw_name(r, c, ch->name);
		if (!err)
			err = pl_raw_header(r, c, ch->cell[PL_MOTION_NAME],
			    strlen(ch->cell[PL_MOTION_NAME]));
		if (!err && (rd->s->sensors || !ch->ours))
			err = pl_raw_sensor(r, c, ch->cell[PL_MOTION_POINT],
			    strlen(ch->cell[PL_MOTION_POINT]));
		c++;
	}
	if (!err)
		pl_motion_channels_say(&rd->ch, r);
	return err;
}

static bool
is(struct pl_cell c, const char *word)
{
	size_t n = strlen(word);

	return (size_t)(c.end - c.p) == n && memcmp(c.p, word, n) == 0;
}

static bool
missing(struct pl_cell c)
{
	return c.p == c.end || is(c, "n/a") || is(c, "NaN") || is(c, "nan");
}

static enum pl_err
take_row(struct reader *rd, size_t row, const char *p, const char *end)
{
	struct pl_cell c;
	char value[40];
	size_t i;

	for (i = 0; p && i < rd->ch.n; i++) {
		struct pl_motion_channel *ch = &rd->ch.at[i];

		p = pl_cell_next(p, end, '\t', &c);
		if (!ch->x)
			continue;
		ch->x[row] = PL_MISSING;
		if (missing(c) && ch->x != rd->r->t_s)
			continue;
		if (!pl_num_parse(c.p, c.end, '.', &ch->x[row]))
			continue;
		snprintf(value, sizeof value, "%.*s", (int)(c.end - c.p < 39 ?
		    c.end - c.p : 39), c.p);
		return pl_fault_set(rd->f, PL_EFORMAT, rd->line,
		    ch->cell[PL_MOTION_NAME], value, "%s", rd->line == 1 ?
		    "no number: a motion file has no header" :
		    "no number (n/a if it is missing)");
	}
	if (p || i < rd->ch.n)
		return pl_fault_set(rd->f, PL_EFORMAT, rd->line, NULL, NULL,
		    "%s cells than the %zu rows of its channels", p ? "more" :
		    "fewer", rd->ch.n);
	return PL_OK;
}

static enum pl_err
take_rows(struct reader *rd)
{
	const char *p = rd->s->bytes, *end = p + rd->s->n, *q;
	enum pl_err err = PL_OK;
	struct pl_raw *r = rd->r;

	r->rows = 0;
	for (; !err && p < end; p = q + 1, rd->line++) {
		q = pl_cell_line(p, end);
		if (pl_cell_empty(p, q))
			continue;
		if (q == end) {
			pl_raw_say(r, true, "line %zu: the last, without an "
			    "end: its numbers may be cut, dropped", rd->line);
			break;
		}
		err = take_row(rd, r->rows, p, q);
		if (!err && r->t_s && r->rows &&
		    r->t_s[r->rows] < r->t_s[r->rows - 1])
			err = pl_fault_set(rd->f, PL_EUNEVEN, rd->line,
			    "LATENCY", NULL, "time goes backwards here");
		r->rows += !err;
	}
	return err;
}

/* LATENCY in its unit, or the rate. */
static enum pl_err
settle_time(struct reader *rd)
{
	struct pl_raw *r = rd->r;
	double unit = 1;
	size_t i;

	for (i = 0; i < rd->ch.n; i++)
		if (rd->ch.at[i].x && rd->ch.at[i].x == r->t_s)
			unit = pl_unit_of(rd->ch.at[i].name)->factor;
	for (i = 0; r->t_s && i < r->rows; i++)
		r->t_s[i] *= unit;
	if (!r->t_s)
		r->rate_hz = rd->rate_hz;
	return r->t_s || r->rate_hz > 0 ? PL_OK : pl_fault_set(rd->f,
	    PL_EFORMAT, 0, NULL, NULL, "neither SamplingFrequency in its "
	    "_motion.json nor a channel of LATENCY");
}

enum pl_err
pl_motion_read(const struct pl_source *s, struct pl_raw part[PL_FORMAT_PARTS],
    int *parts, struct pl_fault *f)
{
	struct reader rd = { .s = s, .r = part, .f = f, .line = 1 };
	size_t rows = 1;
	enum pl_err err;
	const char *p;

	*parts = 1;
	*part = (struct pl_raw){ 0 };
	if (!s->side)
		return pl_fault_set(f, PL_EFORMAT, 0, NULL, NULL, "BIDS is "
		    "three files: name its _motion.tsv, with _channels.tsv and "
		    "_motion.json beside it; a pipe has no name");
	err = pl_motion_channels(&rd.ch, s->side[PL_BIDS_CHANNELS],
	    s->sensors, f);
	if (!err)
		err = take_sidecar(&rd, s->side[PL_BIDS_SIDECAR]);
	for (p = s->bytes; (p = memchr(p, '\n', s->n -
	    (size_t)(p - s->bytes))); p++)
		rows++;
	if (!err)
		err = prepare(&rd, rows);
	if (!err)
		err = take_rows(&rd);
	if (!err)
		err = settle_time(&rd);
	free(rd.ch.at);
	if (err)
		pl_raw_free(part);
	return err;
}
