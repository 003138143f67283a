#include "motion_channels.h"

#include <stdio.h>
#include <string.h>

#include "../../base/mem.h"
#include "../../base/schema.h"
#include "../cell.h"
#include "../map.h"
#include "../words.h"

enum { CHANNELS = 10000 };		/* no more are read */

static bool
is(struct pl_cell c, const char *word)
{
	size_t n = strlen(word);

	return (size_t)(c.end - c.p) == n && memcmp(c.p, word, n) == 0;
}

/* Which cells of a line of channels are wanted, by its header. */
static enum pl_err
take_header(const char *p, const char *end, int *want, size_t room,
    struct pl_fault *f)
{
	static const char *const word[PL_MOTION_CELLS] = { "name", "component", "type",
	    "tracked_point", "units" };
	size_t found = 0, j;
	struct pl_cell c;
	int k;

	for (j = 0; j < room; j++)
		want[j] = PL_MOTION_CELLS;
	for (j = 0; p && j < room; j++) {
		p = pl_cell_next(p, end, '\t', &c);
		for (k = 0; k < PL_MOTION_CELLS; k++)
			if (is(c, word[k])) {
				want[j] = k;
				found |= (size_t)1 << k;
			}
	}
	return found == (1 << PL_MOTION_CELLS) - 1 ? PL_OK : pl_fault_set(f,
	    PL_EFORMAT, 1, NULL, NULL, "its _channels.tsv must begin with "
	    "name, component, type, tracked_point, units");
}

static enum pl_err
take_channels(struct pl_motion_channels *m, const char *text,
    struct pl_fault *f)
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
		return pl_fault_set(f, PL_ERANGE, 0, NULL, NULL,
		    "its _channels.tsv has %zu lines: at most %d are read",
		    lines, CHANNELS);
	m->at = pl_mem_array(lines, sizeof *m->at);
	if (!m->at)
		return PL_ENOMEM;
	if (strncmp(text, "\xef\xbb\xbf", 3) == 0)
		text += 3;
	q = pl_cell_line(text, end);
	err = take_header(text, q, want, MOST, f);
	for (p = q + 1; !err && p < end; p = q + 1) {
		struct pl_motion_channel *ch = &m->at[m->n];

		q = pl_cell_line(p, end);
		if (pl_cell_empty(p, q))
			continue;
		for (j = 0; p && j < MOST; j++) {
			p = pl_cell_next(p, q, '\t', &c);
			if (want[j] < PL_MOTION_CELLS)
				snprintf(ch->cell[want[j]], 64, "%.*s",
				    (int)(c.end - c.p < 63 ? c.end - c.p : 63),
				    c.p);
		}
		m->n++;
	}
	return err;
}

/* The name of a channel of another hand, by its type and units; false if it
 * would have one but for its units. */
static bool
by_type(struct pl_motion_channel *ch)
{
	const char *type = ch->cell[PL_MOTION_TYPE];
	const char *axis = ch->cell[PL_MOTION_COMPONENT];
	const char *suffix = pl_words_unit(ch->cell[PL_MOTION_UNITS],
	    strlen(ch->cell[PL_MOTION_UNITS]));
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
of_trunk(const struct pl_motion_channels *m, const char *q)
{
	size_t i, n = prefix_of(q);

	for (i = 0; i < m->n; i++) {
		const char *name = m->at[i].cell[PL_MOTION_NAME];

		if (strncmp(name, q, n) == 0 &&
		    strcmp(name + n, "acc_fwd_m_s2") == 0)
			return true;
	}
	return false;
}

static enum pl_err
odd_unit(struct pl_motion_channels *m, size_t i, struct pl_fault *f)
{
	const struct pl_motion_channel *ch = &m->at[i];

	if (strcmp(ch->cell[PL_MOTION_TYPE], "LATENCY") == 0)
		return pl_fault_set(f, PL_EFORMAT, 0, ch->cell[PL_MOTION_NAME],
		    ch->cell[PL_MOTION_UNITS], "its unit in _channels.tsv is not one of "
		    "%s", pl_words_known('t'));
	m->odd++;
	m->first_odd = i;
	return PL_OK;
}

static enum pl_err
name_all(struct pl_motion_channels *m, bool bare, struct pl_fault *f)
{
	enum pl_err err = PL_OK;
	size_t i, n;

	for (i = m->n; !err && i-- > 0;) {
		struct pl_motion_channel *ch = &m->at[i];
		const char *own = ch->cell[PL_MOTION_NAME];
		bool turn = pl_raw_turn(own);

		ch->ours = (pl_map_name(own) && strcmp(own, "t_iso") != 0) ||
		    turn;
		if (!ch->ours && !pl_schema_find(own)) {
			if (!by_type(ch))
				err = odd_unit(m, i, f);
		} else if (ch->ours && !(turn && of_trunk(m, own))) {
			n = bare ? prefix_of(own) : 0;
			snprintf(ch->name, 64, "%s", own + n);
		} else
			m->made++, m->first_made = i;
	}
	return err;
}

enum pl_err
pl_motion_channels(struct pl_motion_channels *m, const char *text, bool bare,
    struct pl_fault *f)
{
	enum pl_err err = take_channels(m, text, f);

	return err ? err : name_all(m, bare, f);
}

void
pl_motion_channels_say(const struct pl_motion_channels *m, struct pl_raw *r)
{
	const struct pl_motion_channel *ch = &m->at[m->first_odd];

	if (m->made)
		pl_raw_say(r, true, "%.40s%s left out: a recording is what "
		    "sensors measure; keep a stream as .csv or .au",
		    m->at[m->first_made].cell[PL_MOTION_NAME], m->made > 1 ?
		    " and others" : "");
	if (m->odd)
		pl_raw_say(r, true, "%.40s: its unit '%.20s' is not one "
		    "of %s: left out, %zu of its kind in all",
		    ch->cell[PL_MOTION_NAME], ch->cell[PL_MOTION_UNITS],
		    pl_words_known(*ch->cell[PL_MOTION_TYPE] == 'A' ? 'a' :
		    'w'), m->odd);
}
