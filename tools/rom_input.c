/* rom_input.c - what plumb-rom takes from the stream of a side */
#include "rom_input.h"

#include <stdio.h>
#include <string.h>

#include "cli.h"
#include "sensor.h"

#define LOWER "t12_"

static const double *
need(const struct pl_table *t, const char *prefix, const char *what)
{
	char name[SENSOR_NAME];

	snprintf(name, sizeof name, "%s%s", prefix, what);
	return cli_need(t, name);
}

/* Has it the trunk's axes?  Then plumb-orient used them. */
static bool
sensor(const struct pl_table *t, const char *prefix, struct pl_rom_sensor *s)
{
	static const char *const q[4] = { "q_w", "q_x", "q_y", "q_z" };
	bool trunk = sensor_columns(t, prefix, "acc", sensor_trunk, s->acc);
	const char *const *axis = trunk ? sensor_trunk : sensor_own;
	char name[SENSOR_NAME];
	int k;

	if (!sensor_columns(t, prefix, "acc", axis, s->acc))
		(void)need(t, prefix, "acc_x_m_s2");
	if (!sensor_columns(t, prefix, "gyr", axis, s->gyr))
		s->gyr[0] = NULL;
	for (k = 0; k < 4; k++)
		s->q[k] = need(t, prefix, q[k]);
	snprintf(name, sizeof name, "%sincl_sd_deg", prefix);
	s->incl_sd = pl_table_get(t, name);
	return trunk;
}

/* The prefix of the sensor that is not the lower one. */
static void
find_upper(const struct pl_table *t, char prefix[SENSOR_PREFIX])
{
	const double *v[3];
	char is[SENSOR_PREFIX];
	size_t c;

	*prefix = '\0';
	if (sensor_columns(t, "", "acc", sensor_own, v) ||
	    sensor_columns(t, "", "acc", sensor_trunk, v))
		return;
	for (c = 0; c < t->cols; c++) {
		const char *name = t->col[c].name;

		if ((sensor_begins(name, sensor_own, is) || sensor_begins(name,
		    sensor_trunk, is)) && strcmp(is, LOWER) != 0) {
			memcpy(prefix, is, SENSOR_PREFIX);
			return;
		}
	}
}

void
rom_input(struct pl_rom_in *in, const struct pl_table *t,
    enum pl_rom_axis axis, const struct pl_grade *grade)
{
	char prefix[SENSOR_PREFIX];
	const double *v[3];
	bool trunk;

	*in = (struct pl_rom_in){ .axis = axis, .grade = grade,
	    .n = t->rows };
	(void)cli_need(t, "t_s");
	sensor_whole(t);
	find_upper(t, prefix);
	in->trunk = sensor(t, prefix, &in->upper);
	in->second = sensor_columns(t, LOWER, "acc", sensor_own, v) ||
	    sensor_columns(t, LOWER, "acc", sensor_trunk, v);
	if (in->second) {
		trunk = sensor(t, LOWER, &in->lower);
		if (trunk != in->trunk)
			cli_die_at("%sacc: %s trunk axes, and the other sensor "
			    "%s: plumb-align both or neither", LOWER, trunk ?
			    "has" : "has no", trunk ? "has none" : "has");
	}
	in->rate_hz = cli_rate(t);
}
