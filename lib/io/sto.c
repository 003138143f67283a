#include "sto.h"

#include <string.h>

#include "../base/rate.h"
#include "bytes.h"
#include "clock.h"

enum { SENSORS = 16, NAME = 48, FLUSH = 1 << 16 };

/* Places of ours and bodies of OpenSim's models (Rajagopal et al. 2016 has
 * these names); a leg or arm is the right one.  A body's first place is
 * what it is called when it is read; "" is the sensor of the recording. */
static const struct { const char *prefix, *body; } places[] = {
	{ "", "torso" },
	{ "trunk_", "torso" },
	{ "c7_", "torso" },
	{ "t4_", "torso" },
	{ "t12_", "torso" },
	{ "sternum_", "torso" },
	{ "xiphoid_", "torso" },
	{ "sacrum_", "pelvis" },
	{ "thigh_", "femur_r" },
	{ "shank_", "tibia_r" },
	{ "foot_", "calcn_r" },
	{ "wrist_", "radius_r" },
};

#define COUNT(a) (sizeof (a) / sizeof *(a))

/* Without the ending, which may be there or not. */
static size_t
stem(const char *body, size_t n)
{
	return n > 4 && memcmp(body + n - 4, "_imu", 4) == 0 ? n - 4 : n;
}

void
pl_sto_prefix(const char *column, size_t n, char to[PL_STO_WORD])
{
	size_t i;

	n = stem(column, n);
	for (i = 0; i < COUNT(places); i++)
		if (strlen(places[i].body) == n &&
		    memcmp(places[i].body, column, n) == 0) {
			strcpy(to, places[i].prefix);
			return;
		}
	n = n < PL_STO_WORD - 2 ? n : PL_STO_WORD - 2;
	for (i = 0; i < n; i++) {
		char c = column[i];

		c = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
		to[i] = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ?
		    c : '_';
	}
	to[i] = '_';
	to[i + 1] = '\0';
}

struct sensor {
	const char *prefix;	/* of its columns, n bytes */
	size_t n;
	char body[NAME];
	const double *q[4];
};

/* The sensor of a column q_w whose sisters are there too. */
static bool
take_sensor(const struct pl_table *t, size_t c, struct sensor *s)
{
	const char *name = t->col[c].name;
	size_t n = strlen(name), i;
	char sister[64];

	if (n < 3 || n >= sizeof sister || strcmp(name + n - 3, "q_w") != 0 ||
	    (n > 3 && name[n - 4] != '_'))
		return false;
	*s = (struct sensor){ .prefix = name, .n = n - 3 };
	strcpy(sister, name);
	for (i = 0; i < 4; i++) {
		sister[n - 1] = "wxyz"[i];
		s->q[i] = pl_table_get(t, sister);
		if (!s->q[i])
			return false;
	}
	return true;
}

/* The body of a sensor by the table, or the word of its prefix. */
static void
by_place(struct sensor *s)
{
	size_t i;

	for (i = 0; i < COUNT(places); i++)
		if (strlen(places[i].prefix) == s->n &&
		    memcmp(places[i].prefix, s->prefix, s->n) == 0) {
			strcpy(s->body, places[i].body);
			return;
		}
	snprintf(s->body, sizeof s->body, "%.*s", (int)s->n - 1, s->prefix);
}

static bool
is_name(const char *p, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (!((p[i] >= 'a' && p[i] <= 'z') || p[i] == '_' ||
		    (p[i] >= 'A' && p[i] <= 'Z') || (i && p[i] >= '0' &&
		    p[i] <= '9')))
			return false;
	return n > 0 && n < NAME - 4;
}

/* One item of a list of bodies: NAME for the first sensor, or PREFIX=NAME. */
static enum pl_err
take_body(struct sensor *s, size_t sensors, const char *p, size_t n,
    struct pl_fault *f)
{
	const char *eq = memchr(p, '=', n), *body = eq ? eq + 1 : p;
	size_t k = eq ? (size_t)(eq - p) : 0, i;
	size_t room = stem(body, (size_t)(p + n - body));

	if (!is_name(body, room))
		return pl_fault_set(f, PL_EFORMAT, 0, NULL, NULL, "--body "
		    "%.*s: no name of a body: letters, digits, underscores",
		    (int)(n < 60 ? n : 60), p);
	for (i = 0; i < sensors; i++)
		if (s[i].n == k + (k > 0) && memcmp(s[i].prefix, p, k) == 0)
			break;
	if (i == sensors)
		return pl_fault_set(f, PL_ECOLUMN, 0, NULL, NULL, "--body "
		    "%.*s: no column %.*s%sq_w", (int)(n < 60 ? n : 60), p,
		    (int)(k < 40 ? k : 40), p, k ? "_" : "");
	memcpy(s[i].body, body, room);
	s[i].body[room] = '\0';
	return PL_OK;
}

static enum pl_err
find_sensors(const struct pl_table *t, const char *list, struct sensor *s,
    size_t *sensors, struct pl_fault *f)
{
	enum pl_err err = PL_OK;
	size_t c, n, i, k;

	*sensors = 0;
	for (c = 0; c < t->cols && *sensors < SENSORS; c++)
		if (take_sensor(t, c, &s[*sensors]))
			by_place(&s[(*sensors)++]);
	if (!*sensors)
		return pl_fault_set(f, PL_ECOLUMN, 0, "q_w", NULL,
		    "no such column: plumb-orient makes it");
	for (; !err && list && *list; list += n + (list[n] == ',')) {
		n = strcspn(list, ",");
		err = take_body(s, *sensors, list, n, f);
	}
	for (i = 0; !err && i < *sensors; i++)
		for (k = 0; !err && k < i; k++)
			if (strcmp(s[i].body, s[k].body) == 0)
				err = pl_fault_set(f, PL_EFORMAT, 0, NULL,
				    NULL, "two sensors on the body %.40s, "
				    "which has one: --body NAME,%.*s=OTHER",
				    s[i].body, (int)s[i].n - 1, s[i].prefix);
	return err;
}

static enum pl_err
add(struct pl_bytes *b, const char *text)
{
	return pl_bytes_add(b, text, strlen(text));
}

/* "key=value", if there is a value. */
static enum pl_err
say(struct pl_bytes *b, const char *key, const char *value)
{
	enum pl_err err = *value ? add(b, key) : PL_OK;

	if (!err && *value)
		err = add(b, "=");
	if (!err && *value)
		err = add(b, value);
	return err || !*value ? err : add(b, "\n");
}

static enum pl_err
add_head(struct pl_bytes *b, const struct pl_table *t, double rate_hz,
    const struct pl_origin *o, const struct sensor *s, size_t sensors)
{
	char rate[PL_RATE_ROOM], start[PL_UTC_ROOM];
	enum pl_err err;
	size_t i;

	pl_rate_print(rate, rate_hz);
	pl_clock_start(t, start);
	err = say(b, "DataRate", rate);
	if (!err)
		err = say(b, "DataType", "Quaternion");
	if (!err)
		err = say(b, "version", "3");
	if (!err)
		err = say(b, "Start", start);
	if (!err && o)
		err = say(b, "Software", o->software);
	if (!err && o)
		err = say(b, "Filters", o->filters);
	if (!err)
		err = add(b, "endheader\ntime");
	for (i = 0; !err && i < sensors; i++) {
		err = add(b, "\t");
		if (!err)
			err = add(b, s[i].body);
		if (!err)
			err = add(b, "_imu");
	}
	return err ? err : add(b, "\n");
}

static bool
whole(const struct sensor *s, size_t sensors, size_t row)
{
	size_t i, k;

	for (i = 0; i < sensors; i++)
		for (k = 0; k < 4; k++)
			if (pl_missing(s[i].q[k][row]))
				return false;
	return true;
}

static enum pl_err
add_row(struct pl_bytes *b, double t_s, const struct sensor *s,
    size_t sensors, size_t row)
{
	char text[1 + PL_NUM_ROOM], *end = pl_num_print(text, t_s, 6);
	enum pl_err err = pl_bytes_add(b, text, (size_t)(end - text));
	size_t i, k;

	for (i = 0; i < sensors; i++)
		for (k = 0; !err && k < 4; k++) {
			text[0] = k ? ',' : '\t';
			end = pl_num_print(text + 1, s[i].q[k][row], 9);
			err = pl_bytes_add(b, text, (size_t)(end - text));
		}
	return err ? err : add(b, "\n");
}

static enum pl_err
flush(struct pl_bytes *b, FILE *f)
{
	size_t n = b->n;

	b->n = 0;
	return fwrite(b->at, 1, n, f) == n ? PL_OK : PL_EIO;
}

enum pl_err
pl_sto_write(const struct pl_table *t, const struct pl_sto_wish *wish,
    FILE *out, size_t *left_out, struct pl_fault *f)
{
	struct sensor s[SENSORS];
	struct pl_bytes b = { 0 };
	const double *t_s = pl_table_get(t, "t_s");
	size_t sensors, row;
	enum pl_err err;
	double rate;

	*left_out = 0;
	err = find_sensors(t, wish->bodies, s, &sensors, f);
	if (!err)
		err = pl_clock_rate(t, &rate, f);
	if (!err)
		err = add_head(&b, t, rate, wish->origin, s, sensors);
	for (row = 0; !err && row < t->rows; row++) {
		if (!whole(s, sensors, row)) {
			++*left_out;
			continue;
		}
		err = add_row(&b, t_s[row], s, sensors, row);
		if (!err && b.n > FLUSH)
			err = flush(&b, out);
	}
	if (!err && *left_out == t->rows)
		err = pl_fault_set(f, PL_ESTATE, 0, "q_w", NULL,
		    "missing in all rows: nothing to write");
	if (!err)
		err = flush(&b, out);
	pl_bytes_free(&b);
	return err;
}
