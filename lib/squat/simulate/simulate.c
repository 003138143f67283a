#include "simulate.h"

#include "drill_truth.h"
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

static struct pl_recorder
recorder(const char *prefix, const struct pl_script *s,
    const struct pl_session *p)
{
	return (struct pl_recorder){ .prefix = prefix, .script = s,
	    .body = p->body };
}

/* The sensors on a script; lower is how the part under the second moves. */
static enum pl_err
put_on(struct pl_recorder r[2], const struct pl_script *s,
    struct pl_script *lower, const struct pl_session *p)
{
	r[0] = recorder("", s, p);
	pl_sensor_init(&r[0].sensor, p);
	if (!p->second)
		return PL_OK;
	r[1] = recorder("t12_", lower, p);
	r[1].body.sensor = pl_body_find_place("t12")->at;
	pl_sensor_beside(&r[1].sensor, p, 1);
	return pl_drill_lower(s, lower);
}

/* Its truth, and that of each of n rows. */
static enum pl_err
tell(const struct pl_recorder r[2], const struct pl_session *p,
    const double *t_s, size_t n, struct pl_table *truth,
    struct pl_table *trace)
{
	int parts = p->second ? 2 : 1;
	enum pl_err err = PL_OK;

	if (truth)
		err = p->drill.kind ? pl_drill_truth(r, parts, p, truth) :
		    pl_truth_reps(r[0].script, p, r[0].sensor.impair.clock,
		    truth);
	if (!err && trace)
		err = p->drill.kind ? pl_drill_trace(r, parts, p, t_s, n,
		    trace) : pl_truth_trace(r[0].script, p, &r[0].sensor, t_s,
		    n, trace);
	return err;
}

enum pl_err
pl_simulate_run(const struct pl_session *p, struct pl_table *stream,
    struct pl_table *truth, struct pl_table *trace)
{
	struct pl_script s, lower = { 0 };
	struct pl_recorder r[2];
	struct pl_table made[3];
	enum pl_err err = pl_script_make(&s, p);
	int i;

	if (err)
		return err;
	for (i = 0; i < 3; i++)
		pl_table_init(&made[i]);
	err = put_on(r, &s, &lower, p);
	if (!err)
		err = pl_record(r, p->second ? 2 : 1, p->rate_hz, &made[0]);
	if (!err)
		err = tell(r, p, pl_table_get(&made[0], "t_s"), made[0].rows,
		    truth ? &made[1] : NULL, trace ? &made[2] : NULL);
	hand_over(stream, &made[0], err);
	hand_over(truth, &made[1], err);
	hand_over(trace, &made[2], err);
	pl_script_free(&lower);
	pl_script_free(&s);
	return err;
}
