#include "record.h"

#include <math.h>
#include <stdio.h>

#define PASS_HZ 100.0		/* a movement has hardly more than half of it */

enum { NAME = 64 };

static const char *const channel[6] = { "acc_x_m_s2", "acc_y_m_s2",
	"acc_z_m_s2", "gyr_x_rad_s", "gyr_y_rad_s", "gyr_z_rad_s" };

/* What the sensor makes of the time of one sample about an instant: a slow one
 * passes no more than its rate can hold. */
static void
sample(struct pl_recorder *r, double rate_hz, double at, double out[6])
{
	int n = rate_hz < PASS_HZ ? (int)ceil(PASS_HZ / rate_hz) : 1;
	double mean[6] = { 0 }, felt[6];
	int i, k;

	for (i = 0; i < n; i++) {
		double t = at + ((i + .5) / n - .5) / rate_hz;
		struct pl_pose pose;

		pl_pose_at(r->script, &r->body, t, &pose);
		pl_sensor_feel(&r->sensor, r->script, t, &pose, felt);
		for (k = 0; k < 6; k++)
			mean[k] += felt[k] / n;
	}
	pl_sensor_read(&r->sensor, mean, out);
}

static enum pl_err
add_channels(const struct pl_recorder *r, struct pl_table *t)
{
	enum pl_err err = PL_OK;
	char name[NAME];
	int k;

	for (k = 0; k < 6 && !err; k++) {
		snprintf(name, sizeof name, "%s%s", r->prefix, channel[k]);
		err = pl_table_add(t, name, NULL);
	}
	return err;
}

enum pl_err
pl_record(struct pl_recorder *r, int sensors, double rate_hz,
    struct pl_table *t)
{
	struct pl_impair *clock = &r[0].sensor.impair;
	double last = floor(r[0].script->end_s * clock->clock * rate_hz);
	enum pl_err err;
	double *t_s, out[6];
	size_t i;
	int n, k;

	if (last >= PL_RECORD_ROWS_HI)
		return PL_ERANGE;
	err = pl_table_resize(t, (size_t)last + 1);
	if (!err)
		err = pl_table_add(t, "t_s", &t_s);
	for (n = 0; n < sensors && !err; n++)
		err = add_channels(&r[n], t);
	for (i = 0; i < t->rows && !err; i++) {
		double at = pl_impair_instant(clock, i);

		t_s[i] = (double)i / rate_hz;
		for (n = 0; n < sensors; n++) {
			sample(&r[n], rate_hz, at, out);
			for (k = 0; k < 6; k++)
				t->col[1 + 6 * n + k].x[i] = out[k];
		}
	}
	return err;
}
