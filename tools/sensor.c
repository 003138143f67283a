#include "sensor.h"

#include <stdio.h>
#include <string.h>

#include "cli.h"

const char *const sensor_own[] = { "x", "y", "z" };
const char *const sensor_trunk[] = { "fwd", "up", "right" };

enum { TAIL = SENSOR_NAME - SENSOR_PREFIX };

/* What follows the prefix: "acc_x_m_s2". */
static void
tail(char to[TAIL], const char *what, const char *axis)
{
	snprintf(to, TAIL, "%s_%s_%s", what, axis,
	    *what == 'a' ? "m_s2" : "rad_s");
}

bool
sensor_columns(const struct pl_table *t, const char *prefix,
    const char *what, const char *const axis[3], const double *v[3])
{
	char name[SENSOR_NAME], end[TAIL];
	int c;

	for (c = 0; c < 3; c++) {
		tail(end, what, axis[c]);
		snprintf(name, sizeof name, "%s%s", prefix, end);
		v[c] = pl_table_get(t, name);
	}
	return v[0] && v[1] && v[2];
}

/* A prefix is "", or a word that ends in an underscore. */
static bool
ends(const char *name, const char *end, char prefix[SENSOR_PREFIX])
{
	size_t n = strlen(name), k = strlen(end);

	if (n < k || n - k >= SENSOR_PREFIX ||
	    strcmp(name + n - k, end) != 0 ||
	    (n > k && name[n - k - 1] != '_'))
		return false;
	snprintf(prefix, SENSOR_PREFIX, "%.*s", (int)(n - k), name);
	return true;
}

bool
sensor_begins(const char *column, const char *const axis[3],
    char prefix[SENSOR_PREFIX])
{
	char end[TAIL];

	tail(end, "acc", axis[0]);
	return ends(column, end, prefix);
}

/* Die if this column is an axis whose neighbours are not all there. */
static void
axis_whole(const struct pl_table *t, const char *column, const char *what,
    const char *const axis[3])
{
	char end[TAIL], prefix[SENSOR_PREFIX];
	const double *v[3];
	int c, k;

	for (c = 0; c < 3; c++) {
		tail(end, what, axis[c]);
		if (!ends(column, end, prefix) ||
		    sensor_columns(t, prefix, what, axis, v))
			continue;
		for (k = 0; v[k]; k++)
			;
		tail(end, what, axis[k]);
		cli_die_at("%s%s: no such column beside %s: a sensor needs "
		    "its three axes, or none", prefix, end, column);
	}
}

void
sensor_whole(const struct pl_table *t)
{
	size_t c;

	for (c = 0; c < t->cols; c++) {
		axis_whole(t, t->col[c].name, "acc", sensor_own);
		axis_whole(t, t->col[c].name, "gyr", sensor_own);
		axis_whole(t, t->col[c].name, "acc", sensor_trunk);
		axis_whole(t, t->col[c].name, "gyr", sensor_trunk);
	}
}
