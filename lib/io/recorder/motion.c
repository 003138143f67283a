#include "motion.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../../base/unit.h"
#include "../../base/schema.h"
#include "../bids.h"
#include "../cell.h"
#include "../json.h"
#include "../stamp.h"
#include "../utc.h"
#include "../words.h"

enum { NAME, COMPONENT, TYPE, POINT, UNITS, CELLS };	/* of a channel */
enum { CHANNELS = 10000 };				/* no more are read */

struct channel {
	char cell[CELLS][64];
	char name[64];			/* of the column, or "" */
	bool ours;
	double *x;			/* where it goes, or NULL */
};

struct reader {
	const struct pl_source *s;
	struct channel *ch;
	size_t channels, line;
	size_t odd, first_odd;		/* channels of unknown units */
	double rate_hz;
	struct pl_raw *r;
	struct pl_fault *f;
};

static bool
is(struct pl_cell c, const char *word)
{
	size_t n = strlen(word);

	return (size_t)(c.end - c.p) == n && memcmp(c.p, word, n) == 0;
}

/* Which cells of a line of channels are wanted, by its header. */
static enum pl_err
take_header(struct reader *rd, const char *p, const char *end, int *want,
    size_t room)
{
	static const char *const word[CELLS] = { "name", "component", "type",
	    "tracked_point", "units" };
	size_t found = 0, j;
	struct pl_cell c;
	int k;

	for (j = 0; j < room; j++)
		want[j] = CELLS;
	for (j = 0; p && j < room; j++) {
		p = pl_cell_next(p, end, '\t', &c);
		for (k = 0; k < CELLS; k++)
			if (is(c, word[k])) {
				want[j] = k;
				found |= (size_t)1 << k;
			}
	}
	return found == (1 << CELLS) - 1 ? PL_OK : pl_fault_set(rd->f,
	    PL_EFORMAT, 1, NULL, NULL, "its _channels.tsv must begin with "
	    "name, component, type, tracked_point, units");
}

static enum pl_err
take_channels(struct reader *rd, const char *text)
{
	enum { MOST = 32 };		/* columns of the channels file */
	const char *end = text + strlen(text), *p, *q;
	int want[MOST];
	enum pl_err err;
	struct pl_cell c;
	size_t lines = 1, j;

	for (p = text; (p = strchr(p, '\n')); p++)
		lines++;
	if (lines > CHANNELS)
		return pl_fault_set(rd->f, PL_ERANGE, 0, NULL, NULL,
		    "its _channels.tsv has %zu lines: at most %d are read",
		    lines, CHANNELS);
	rd->ch = pl_mem_array(lines, sizeof *rd->ch);
	if (!rd->ch)
		return PL_ENOMEM;
	if (strncmp(text, "\xef\xbb\xbf", 3) == 0)
		text += 3;
	q = pl_cell_line(text, end);
	err = take_header(rd, text, q, want, MOST);
	for (p = q + 1; !err && p < end; p = q + 1) {
		struct channel *ch = &rd->ch[rd->channels];

		q = pl_cell_line(p, end);
		if (pl_cell_empty(p, q))
			continue;
		for (j = 0; p && j < MOST; j++) {
			p = pl_cell_next(p, q, '\t', &c);
			if (want[j] < CELLS)
				snprintf(ch->cell[want[j]], 64, "%.*s",
				    (int)(c.end - c.p < 63 ? c.end - c.p : 63),
				    c.p);
		}
		rd->channels++;
	}
	return err;
}

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

/* The name of a channel of another hand, by its type and units; false if it
 * would have one but for its units. */
static bool
by_type(struct channel *ch)
{
	const char *type = ch->cell[TYPE], *axis = ch->cell[COMPONENT];
	const char *suffix = pl_words_unit(ch->cell[UNITS],
	    strlen(ch->cell[UNITS]));
	bool clock = strcmp(type, "LATENCY") == 0;
	bool sensor = strlen(axis) == 1 && strchr("xyz", *axis) &&
	    (strcmp(type, "ACCEL") == 0 || strcmp(type, "GYRO") == 0);

	if (strcmp(type, "ORNT") == 0 && strncmp(axis, "quat_", 5) == 0 &&
	    strlen(axis) == 6 && strchr("wxyz", axis[5]))
		snprintf(ch->name, 64, "q_%c", axis[5]);
	else if (clock && suffix)
		snprintf(ch->name, 64, "t%s", suffix);
	else if (sensor && suffix)
		snprintf(ch->name, 64, "%s_%c%s", *type == 'A' ? "acc" : "gyr",
		    *axis, suffix);
	if (!pl_map_name(ch->name) && !pl_raw_turn(ch->name))
		ch->name[0] = '\0';
	return *ch->name || !(clock || sensor);
}

/* The bytes of the word of a place before a name of ours. */
static size_t
prefix_of(const char *name)
{
	static const char *const stem[] = { "acc_", "gyr_", "q_" };
	const char *p;
	size_t i;

	for (i = 0; i < 3; i++)
		if ((p = strstr(name, stem[i])) && (p == name || p[-1] == '_'))
			return (size_t)(p - name);
	return 0;
}

/* Does a stream's q, of this prefix, start from the axes of the trunk? */
static bool
of_trunk(const struct reader *rd, const char *q)
{
	size_t i, n = prefix_of(q);

	for (i = 0; i < rd->channels; i++) {
		const char *name = rd->ch[i].cell[NAME];

		if (strncmp(name, q, n) == 0 &&
		    strcmp(name + n, "acc_fwd_m_s2") == 0)
			return true;
	}
	return false;
}

/* A channel of unknown units.  Without its clock a recording would be even,
 * and its holes would close up; without a sensor it is less, and that is said:
 * another sensor may be wanted. */
static enum pl_err
odd_unit(struct reader *rd, size_t i)
{
	const struct channel *ch = &rd->ch[i];

	if (strcmp(ch->cell[TYPE], "LATENCY") == 0)
		return pl_fault_set(rd->f, PL_EFORMAT, 0, ch->cell[NAME],
		    ch->cell[UNITS], "its unit in _channels.tsv is not one of "
		    "%s", pl_words_known('t'));
	rd->odd++;
	rd->first_odd = i;
	return PL_OK;
}

static void
say_odd(const struct reader *rd)
{
	const struct channel *ch = &rd->ch[rd->first_odd];

	if (rd->odd)
		pl_raw_say(rd->r, true, "%.40s: its unit '%.20s' is not one "
		    "of %s: left out, %zu of its kind in all", ch->cell[NAME],
		    ch->cell[UNITS], pl_words_known(*ch->cell[TYPE] == 'A' ?
		    'a' : 'w'), rd->odd);
}

/* Name the channels; what a filter made is no part of a recording.  A date is
 * no number, and a motion file has nothing else. */
static enum pl_err
name_all(struct reader *rd, size_t *left, size_t *first)
{
	enum pl_err err = PL_OK;
	size_t i, n;

	for (i = rd->channels; !err && i-- > 0;) {
		struct channel *ch = &rd->ch[i];
		const char *own = ch->cell[NAME];
		bool turn = pl_raw_turn(own);

		ch->ours = (pl_map_name(own) && strcmp(own, "t_iso") != 0) ||
		    turn;
		if (!ch->ours && !pl_schema_find(own)) {
			if (!by_type(ch))
				err = odd_unit(rd, i);
		} else if (ch->ours && !(turn && of_trunk(rd, own))) {
			n = rd->s->sensors ? prefix_of(own) : 0;
			snprintf(ch->name, 64, "%s", own + n);
		} else
			++*left, *first = i;
	}
	return err;
}

/* The recording, with a column for each channel that has a name. */
static enum pl_err
prepare(struct reader *rd, size_t rows)
{
	struct pl_raw *r = rd->r, said = *r;
	size_t i, c = 0, cols = 0, left = 0, first = 0;
	enum pl_err err = name_all(rd, &left, &first);

	if (err)
		return err;
	for (i = 0; i < rd->channels; i++)
		cols += *rd->ch[i].name && !pl_map_time(rd->ch[i].name);
	err = pl_raw_make(r, cols, rows);
	r->dated = said.dated;
	r->start_ns = said.start_ns;
	r->time_sd_s = said.time_sd_s;
	r->gaps = r->attitude = true;
	for (i = 0; !err && i < rd->channels; i++) {
		struct channel *ch = &rd->ch[i];

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
			err = pl_raw_header(r, c, ch->cell[NAME],
			    strlen(ch->cell[NAME]));
		if (!err && (rd->s->sensors || !ch->ours))
			err = pl_raw_sensor(r, c, ch->cell[POINT],
			    strlen(ch->cell[POINT]));
		c++;
	}
	if (!err && left)
		pl_raw_say(r, true, "%.40s%s left out: a recording is what "
		    "sensors measure; keep a stream as .csv or .au",
		    rd->ch[first].cell[NAME], left > 1 ? " and others" : "");
	if (!err)
		say_odd(rd);
	return err;
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

	for (i = 0; p && i < rd->channels; i++) {
		struct channel *ch = &rd->ch[i];

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
		    ch->cell[NAME], value, "%s", rd->line == 1 ?
		    "no number: a motion file has no header" :
		    "no number (n/a if it is missing)");
	}
	if (p || i < rd->channels)
		return pl_fault_set(rd->f, PL_EFORMAT, rd->line, NULL, NULL,
		    "%s cells than the %zu rows of its channels", p ? "more" :
		    "fewer", rd->channels);
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

	for (i = 0; i < rd->channels; i++)
		if (rd->ch[i].x && rd->ch[i].x == r->t_s)
			unit = pl_unit_of(rd->ch[i].name)->factor;
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
	err = take_channels(&rd, s->side[PL_BIDS_CHANNELS]);
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
	free(rd.ch);
	if (err)
		pl_raw_free(part);
	return err;
}
