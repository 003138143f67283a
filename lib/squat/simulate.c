#include "simulate.h"

#include "record.h"
#include "truth.h"

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
	struct pl_recorder r = { .prefix = "", .body = p->body };
	struct pl_table made[3];
	struct pl_script s;
	enum pl_err err = pl_script_make(&s, p);
	int i;

	if (err)
		return err;
	for (i = 0; i < 3; i++)
		pl_table_init(&made[i]);
	r.script = &s;
	pl_sensor_init(&r.sensor, p);
	err = pl_record(&r, 1, p->rate_hz, &made[0]);
	if (!err && truth)
		err = pl_truth_reps(&s, p, r.sensor.impair.clock, &made[1]);
	if (!err && trace)
		err = pl_truth_trace(&s, p, &r.sensor,
		    pl_table_get(&made[0], "t_s"), made[0].rows, &made[2]);
	hand_over(stream, &made[0], err);
	hand_over(truth, &made[1], err);
	hand_over(trace, &made[2], err);
	pl_script_free(&s);
	return err;
}
