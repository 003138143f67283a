#include "sensor.h"

#include <math.h>

#include "../../base/trig.h"

/* Uses of the seed; see impair.c. */
enum { MOUNT = 11, BESIDE = 32 };

#define BESIDE_DEG 10.0		/* what a hand and the curve of a back differ */

static pl_vec
random_vec(struct pl_random *r)
{
	double x = pl_random_normal(r), y = pl_random_normal(r);

	return (pl_vec){ x, y, pl_random_normal(r) };
}

/* Four normal deviates point evenly in the sphere of rotations. */
static pl_quat
random_turn(struct pl_random *r)
{
	pl_vec v = random_vec(r);

	return pl_quat_unit((pl_quat){ pl_random_normal(r), v.x, v.y, v.z });
}

void
pl_sensor_init(struct pl_sensor *s, const struct pl_session *p)
{
	uint64_t seed = p->sensor.given ? p->sensor.seed : p->seed;
	struct pl_impair own;
	struct pl_random r;

	pl_impair_init(&s->impair, p->grade, p->rate_hz, seed, 0);
	pl_impair_init(&own, p->grade, p->rate_hz, p->seed, 0);
	s->impair.noise_r = own.noise_r;	/* each session has its own */
	s->impair.time_r = own.time_r;
	pl_random_seed(&r, seed, MOUNT);
	s->mount_st = random_turn(&r);
	s->slack_t = pl_vec_unit(random_vec(&r));
	s->slip_t = pl_vec_unit(random_vec(&r));
}

void
pl_sensor_beside(struct pl_sensor *s, const struct pl_session *p,
    unsigned unit)
{
	struct pl_random r;

	pl_sensor_init(s, p);
	pl_impair_init(&s->impair, p->grade, p->rate_hz, p->seed, unit);
	pl_random_seed(&r, p->seed, BESIDE + 100 * unit);
	s->mount_st = pl_quat_mul(pl_quat_exp(pl_vec_scale(random_vec(&r),
	    BESIDE_DEG * PL_DEG)), s->mount_st);
	s->slack_t = pl_vec_unit(random_vec(&r));
	s->slip_t = pl_vec_unit(random_vec(&r));
}

/* The sensor rides on soft tissue, displaced from its place by w_t. */
static pl_vec
wobble(const struct pl_script *s, double t_s, const struct pl_pose *p)
{
	struct pl_jet x = pl_track_at(&s->track[PL_WOBBLE_FWD], t_s);
	struct pl_jet y = pl_track_at(&s->track[PL_WOBBLE_UP], t_s);
	struct pl_jet z = pl_track_at(&s->track[PL_WOBBLE_RIGHT], t_s);
	pl_vec at = { x.x, y.x, z.x }, vel = { x.v, y.v, z.v };
	pl_vec spin = pl_vec_cross(p->rate_t, at);

	return pl_vec_add(pl_vec_add((pl_vec){ x.a, y.a, z.a },
	    pl_vec_scale(pl_vec_cross(p->rate_t, vel), 2)),
	    pl_vec_add(pl_vec_cross(p->turn_t, at),
	    pl_vec_cross(p->rate_t, spin)));
}

/* Radians of slack for a radian of the main angle. */
static double
slack(const struct pl_sensor *s, const struct pl_script *script)
{
	return script->main_most_rad > 0 ? s->impair.grade->slack_deg * PL_DEG /
	    script->main_most_rad : 0;
}

/* What the slack takes the trunk's axes to; then comes the mounting. */
static pl_quat
slacked(const struct pl_sensor *s, const struct pl_script *script,
    const struct pl_pose *p)
{
	double give = slack(s, script) * p->main;

	return pl_quat_exp(pl_vec_scale(s->slack_t, -give));
}

/* What the strap that gave takes that to. */
static pl_quat
given(const struct pl_sensor *s, struct pl_jet slip)
{
	return pl_quat_exp(pl_vec_scale(s->slip_t, -slip.x));
}

pl_quat
pl_sensor_attitude(const struct pl_sensor *s, const struct pl_script *script,
    double t_s, const struct pl_pose *p)
{
	struct pl_jet slip = pl_track_at(&script->track[PL_SLIP], t_s);
	pl_quat q_st = pl_quat_mul(pl_quat_mul(s->mount_st, given(s, slip)),
	    slacked(s, script, p));

	return pl_quat_mul(pl_pose_attitude(p), pl_quat_conj(q_st));
}

void
pl_sensor_feel(const struct pl_sensor *s, const struct pl_script *script,
    double t_s, const struct pl_pose *p, double out[6])
{
	struct pl_jet slip = pl_track_at(&script->track[PL_SLIP], t_s);
	pl_quat back = slacked(s, script, p), mount = s->mount_st;
	pl_vec f = pl_vec_add(p->force_t, wobble(script, t_s, p));
	pl_vec w = pl_vec_add(pl_quat_rotate(back, p->rate_t),
	    pl_vec_scale(s->slack_t, slack(s, script) * p->main_rate));

	if (slip.x != 0) {
		mount = pl_quat_mul(mount, given(s, slip));
		w = pl_vec_add(w, pl_vec_scale(s->slip_t, slip.v));
	}
	f = pl_quat_rotate(mount, pl_quat_rotate(back, f));
	w = pl_quat_rotate(mount, w);
	out[0] = f.x, out[1] = f.y, out[2] = f.z;
	out[3] = w.x, out[4] = w.y, out[5] = w.z;
}

void
pl_sensor_read(struct pl_sensor *s, const double felt[6], double out[6])
{
	int k;

	for (k = 0; k < 6; k++)
		out[k] = felt[k];
	pl_impair_sample(&s->impair, out);
}
