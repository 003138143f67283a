#include "simulate.h"

#include <math.h>

#include "pose.h"
#include "sensor.h"
#include "truth.h"

#define PASS_HZ 100.0		/* a movement has hardly more than half of it */

static const char *const channel[6] = { "acc_x_m_s2", "acc_y_m_s2",
	"acc_z_m_s2", "gyr_x_rad_s", "gyr_y_rad_s", "gyr_z_rad_s" };

/* What the sensor makes of the time of one sample about an instant: a slow one
 * passes no more than its rate can hold. */
static void
sample(const struct pl_session *p, const struct pl_script *s,
    struct pl_sensor *sensor, double at, double out[6])
{
	int n = p->rate_hz < PASS_HZ ? (int)ceil(PASS_HZ / p->rate_hz) : 1;
	double mean[6] = { 0 }, felt[6];
	int i, k;

	for (i = 0; i < n; i++) {
		double t = at + ((i + .5) / n - .5) / p->rate_hz;
		struct pl_pose pose;

		pl_pose_at(s, &p->body, t, &pose);
		pl_sensor_feel(sensor, s, t, &pose, felt);
		for (k = 0; k < 6; k++)
			mean[k] += felt[k] / n;
	}
	pl_sensor_read(sensor, mean, out);
}

static enum pl_err
record(const struct pl_session *p, const struct pl_script *s,
    struct pl_sensor *sensor, struct pl_table *t)
{
	double last = floor(s->end_s * sensor->impair.clock * p->rate_hz);
	double *t_s, *x[6], out[6];
	enum pl_err err;
	size_t i;
	int k;

	if (last >= PL_SIMULATE_ROWS_HI)
		return PL_ERANGE;
	err = pl_table_resize(t, (size_t)last + 1);
	if (!err)
		err = pl_table_add(t, "t_s", &t_s);
	for (k = 0; k < 6 && !err; k++)
		err = pl_table_add(t, channel[k], &x[k]);
	for (i = 0; i < t->rows && !err; i++) {
		sample(p, s, sensor, pl_impair_instant(&sensor->impair, i),
		    out);
		t_s[i] = (double)i / p->rate_hz;
		for (k = 0; k < 6; k++)
			x[k][i] = out[k];
	}
	return err;
}

/* What was made goes into the caller's tables only when all is well. */
static void
hand_over(struct pl_table *to, struct pl_table *made, enum pl_err err)
{
	if (!err && to) {
		pl_table_free(to);
		*to = *made;
	} else
		pl_table_free(made);
}

enum pl_err
pl_simulate_run(const struct pl_session *p, struct pl_table *stream,
    struct pl_table *truth, struct pl_table *trace)
{
	struct pl_table made[3];
	struct pl_sensor sensor;
	struct pl_script s;
	enum pl_err err = pl_script_make(&s, p);
	int i;

	if (err)
		return err;
	for (i = 0; i < 3; i++)
		pl_table_init(&made[i]);
	pl_sensor_init(&sensor, p);
	err = record(p, &s, &sensor, &made[0]);
	if (!err && truth)
		err = pl_truth_reps(&s, p, sensor.impair.clock, &made[1]);
	if (!err && trace)
		err = pl_truth_trace(&s, p, &sensor,
		    pl_table_get(&made[0], "t_s"), made[0].rows, &made[2]);
	hand_over(stream, &made[0], err);
	hand_over(truth, &made[1], err);
	hand_over(trace, &made[2], err);
	pl_script_free(&s);
	return err;
}
