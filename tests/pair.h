/*
 * pair.h - two sensors on one simulated body, each with a clock, a mounting,
 * and errors of its own: for tests of sync
 */
#ifndef TESTS_PAIR_H
#define TESTS_PAIR_H

#include <math.h>
#include <stdlib.h>

#include "../lib/base/num.h"
#include "../lib/base/random.h"
#include "../lib/base/trig.h"
#include "../lib/imu/sync.h"
#include "../lib/squat/simulate/scenario.h"
#include "../lib/squat/simulate/sensor.h"

/* How a recording is made. */
struct recorder {
	double rate_hz;		/* by its clock */
	double clock;		/* its seconds in a true one */
	double start_s;		/* true time of its first row */
	unsigned unit;		/* tells apart sensors of one seed */
	bool thigh;		/* not on the trunk */
};

struct recorded {
	double *x[6];		/* acc, gyr */
	struct pl_sync_side side;
	pl_quat mount;		/* takes the trunk's axes to its own */
};

/* A body that does this, by a seed; scenes may be NULL. */
static inline bool
body(struct pl_session *p, struct pl_script *s, const char *grade, int reps,
    const char *scenes, uint64_t seed)
{
	const char *bad;
	size_t len;

	*p = pl_session_default;
	p->grade = pl_grade_find(grade);
	p->seed = seed;
	if (scenes)
		p->scenes = pl_scenario_parse(scenes, &bad, &len);
	if (p->scenes & PL_SCENE_RANDOM)
		pl_scenario_draw(p);
	if (reps)
		p->reps = reps, p->reps_hi = 0;
	return p->grade && pl_script_make(s, p) == PL_OK;
}

/* A knee that bends as the hip sinks: the thigh turns with the height of the
 * hip, not with the lean. */
static inline void
as_thigh(const struct pl_script *s, double t, struct pl_pose *p)
{
	const double length = 0.8, stand = 0.012;	/* m */
	struct pl_jet h = pl_track_at(&s->track[PL_HEIGHT], t);
	double c = 1 - (fmax(0, -h.x) + stand) / length;

	p->rate_t = (pl_vec){ 0.1 * p->rate_t.x, 0.1 * p->rate_t.y,
	    -h.v / (length * sqrt(1 - c * c)) };
}

/* Sensors below 100 Hz take the mean over their time, as in simulate.h. */
static inline void
take(struct pl_sensor *se, const struct pl_session *p,
    const struct pl_script *s, const struct recorder *r, double at,
    double out[6])
{
	int n = r->rate_hz < 100 ? (int)ceil(100 / r->rate_hz) : 1, i, k;
	double mean[6] = { 0 }, felt[6];

	for (i = 0; i < n; i++) {
		double t = at + ((i + .5) / n - .5) / r->rate_hz;
		struct pl_pose pose;

		pl_pose_at(s, &p->body, t, &pose);
		if (r->thigh)
			as_thigh(s, t, &pose);
		pl_sensor_feel(se, s, t, &pose, felt);
		for (k = 0; k < 6; k++)
			mean[k] += felt[k] / n;
	}
	pl_sensor_read(se, mean, out);
}

static inline void
record(struct recorded *to, const struct pl_session *p,
    const struct pl_script *s, const struct recorder *r)
{
	struct pl_session own = *p;
	struct pl_sensor se;
	struct pl_random d;
	double v[7], out[6];
	size_t n, i;
	int k;

	own.rate_hz = r->rate_hz;
	pl_sensor_init(&se, &own);
	pl_impair_init(&se.impair, p->grade, r->rate_hz, p->seed, r->unit);
	se.impair.clock = r->clock;
	pl_random_seed(&d, p->seed, 900 + r->unit);
	for (k = 0; k < 7; k++)
		v[k] = pl_random_normal(&d);
	se.mount_st = to->mount = pl_quat_unit((pl_quat){ v[0], v[1], v[2],
	    v[3] });
	se.slack_t = pl_vec_unit((pl_vec){ v[4], v[5], v[6] });
	n = (size_t)((s->end_s - r->start_s) * r->clock * r->rate_hz);
	for (k = 0; k < 6; k++)
		to->x[k] = malloc(n * sizeof *to->x[k]);
	for (i = 0; i < n; i++) {
		take(&se, p, s, r, pl_impair_instant(&se.impair, i) +
		    r->start_s, out);
		for (k = 0; k < 6; k++)
			to->x[k][i] = out[k];
	}
	to->side = (struct pl_sync_side){ { to->x[0], to->x[1], to->x[2] },
	    { to->x[3], to->x[4], to->x[5] }, n, r->rate_hz, 0 };
}

static inline void
forget(struct recorded *r)
{
	int k;

	for (k = 0; k < 6; k++)
		free(r->x[k]);
}

/* What sync should find of a and b. */
static inline double
true_drift(const struct recorder *a, const struct recorder *b)
{
	return a->clock / b->clock - 1;
}

static inline double
true_offset(const struct recorder *a, const struct recorder *b)
{
	return (b->start_s - a->start_s) * a->clock;
}

#define KNOWN_NOTHING ((struct pl_sync_known){ PL_MISSING, HUGE_VAL, \
	PL_MISSING })

#endif
