#include "sensor.h"

#include <math.h>

#include "../base/trig.h"
#include "../base/unit.h"

/* Uses of one seed; act.c has 1 to 4, scenario.c 5. */
enum { MOUNT = 11, ERRORS, NOISE, TIME };

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

static void
axis(struct pl_sensor *s, int i, struct pl_random *r)
{
	const struct pl_grade *g = s->grade;
	bool gyr = i >= 3;
	double unit = gyr ? PL_DEG : PL_GRAVITY;
	double range = gyr ? g->gyr_range_deg_s : g->acc_range_g;
	double density = gyr ? g->gyr_noise_deg_s : g->acc_noise_ug * 1e-6;
	double bias = gyr ? g->gyr_bias_deg_s : g->acc_bias_mg * 1e-3;

	s->gain[i] = 1 + (gyr ? g->gyr_gain : g->acc_gain) *
	    pl_random_normal(r);
	s->bias[i] = unit * bias * pl_random_normal(r);
	s->noise[i] = unit * density * sqrt(s->rate_hz / 2);
	s->full[i] = unit * range;
	s->step[i] = range > 0 ? ldexp(s->full[i], 1 - g->bits) : 0;
}

void
pl_sensor_init(struct pl_sensor *s, const struct pl_session *p)
{
	struct pl_random r;
	int i;

	*s = (struct pl_sensor){ .grade = p->grade, .rate_hz = p->rate_hz };
	pl_random_seed(&r, p->seed, MOUNT);
	s->mount_st = random_turn(&r);
	s->slack_t = pl_vec_unit(random_vec(&r));
	s->slip_t = pl_vec_unit(random_vec(&r));
	pl_random_seed(&r, p->seed, ERRORS);
	s->clock = 1 + p->grade->clock * pl_random_normal(&r);
	for (i = 0; i < 6; i++)
		axis(s, i, &r);
	s->walk = p->grade->gyr_walk_deg_s * PL_DEG / sqrt(p->rate_hz);
	pl_random_seed(&s->noise_r, p->seed, NOISE);
	pl_random_seed(&s->time_r, p->seed, TIME);
}

double
pl_sensor_instant(struct pl_sensor *s, size_t i)
{
	double stamp = (double)i / s->rate_hz, t;

	if (stamp >= s->packet_end_s) {
		s->late_s = s->grade->jitter_s * pl_random_normal(&s->time_r);
		if (s->grade->packet_s > 0)
			s->packet_end_s = stamp - s->grade->packet_s *
			    pl_log(pl_random_uniform(&s->time_r));
	}
	t = stamp / s->clock + s->late_s;
	if (t > s->last_s)
		s->last_s = t;
	return s->last_s;
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

/* Round to the converter's steps, and clip as it does. */
static double
convert(double x, double step, double full)
{
	double n = floor(x / step + .5), top = full / step;

	return step * (n > top - 1 ? top - 1 : n < -top ? -top : n);
}

static void
impair(struct pl_sensor *s, double out[6])
{
	int i;

	for (i = 0; i < 6; i++) {
		double z = pl_random_normal(&s->noise_r);

		if (i >= 3)
			s->bias[i] += s->walk * pl_random_normal(&s->noise_r);
		out[i] = s->gain[i] * out[i] + s->bias[i] + s->noise[i] * z;
		if (s->step[i] > 0)
			out[i] = convert(out[i], s->step[i], s->full[i]);
	}
}

/* Radians of slack for a radian of lean. */
static double
slack(const struct pl_sensor *s, const struct pl_script *script)
{
	return script->lean_most_rad > 0 ? s->grade->slack_deg * PL_DEG /
	    script->lean_most_rad : 0;
}

/* What the slack takes the trunk's axes to; then comes the mounting. */
static pl_quat
slacked(const struct pl_sensor *s, const struct pl_script *script,
    const struct pl_pose *p)
{
	double give = slack(s, script) * (p->lean - script->stance_rad);

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
pl_sensor_read(struct pl_sensor *s, const struct pl_script *script, double t_s,
    const struct pl_pose *p, double out[6])
{
	struct pl_jet slip = pl_track_at(&script->track[PL_SLIP], t_s);
	pl_quat back = slacked(s, script, p), mount = s->mount_st;
	pl_vec f = pl_vec_add(p->force_t, wobble(script, t_s, p));
	pl_vec w = pl_vec_add(pl_quat_rotate(back, p->rate_t),
	    pl_vec_scale(s->slack_t, slack(s, script) * p->lean_rate));

	if (slip.x != 0) {
		mount = pl_quat_mul(mount, given(s, slip));
		w = pl_vec_add(w, pl_vec_scale(s->slip_t, slip.v));
	}
	f = pl_quat_rotate(mount, pl_quat_rotate(back, f));
	w = pl_quat_rotate(mount, w);
	out[0] = f.x, out[1] = f.y, out[2] = f.z;
	out[3] = w.x, out[4] = w.y, out[5] = w.z;
	impair(s, out);
}
