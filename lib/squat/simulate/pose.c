#include "pose.h"

#include "../../base/trig.h"
#include "../../base/unit.h"

/* u, v from L5/S1 at PL_BODY_REF_M */
static const struct pl_point hip = { -.1495, .062 };
static const struct pl_point shoulders = { .4005, .018 };

/* Sway turns the body about its ankles, this far below: about 0.6 stature. */
#define ANKLE_M 1.05

/* Wobble and slip are the sensor's. */
static const enum pl_axis own_axes[] = { PL_LEAN, PL_ROLL, PL_TWIST,
	PL_HEIGHT, PL_FORWARD, PL_RIGHT, PL_SWAY_FORWARD, PL_SWAY_RIGHT,
	PL_HEADING };

static struct pl_jet
sum(struct pl_jet a, struct pl_jet b, double k)
{
	return (struct pl_jet){ a.x + k * b.x, a.v + k * b.v, a.a + k * b.a };
}

struct angles { struct pl_jet lean, roll, twist; };

static void
turn(struct pl_pose *p, const struct angles *g, pl_vec *w_e, pl_vec *wdot_e)
{
	double st = pl_sin(g->twist.x), ct = pl_cos(g->twist.x);
	double sr = pl_sin(g->roll.x), cr = pl_cos(g->roll.x);
	double sl = pl_sin(g->lean.x), cl = pl_cos(g->lean.x);
	pl_vec z = { 0, 0, 1 }, ahead = { ct, st, 0 }, left = { -st, ct, 0 };
	pl_vec side = pl_vec_add(pl_vec_scale(left, cr), pl_vec_scale(z, sr));
	pl_vec over = pl_vec_add(pl_vec_scale(z, cr), pl_vec_scale(left, -sr));
	pl_vec w1 = pl_vec_scale(z, g->twist.v);
	pl_vec w2 = pl_vec_add(w1, pl_vec_scale(ahead, g->roll.v));

	p->fwd_e = pl_vec_sub(pl_vec_scale(ahead, cl), pl_vec_scale(over, sl));
	p->up_e = pl_vec_add(pl_vec_scale(ahead, sl), pl_vec_scale(over, cl));
	p->right_e = pl_vec_scale(side, -1);
	*w_e = pl_vec_add(w2, pl_vec_scale(side, g->lean.v));
	*wdot_e = pl_vec_add(
	    pl_vec_add(pl_vec_scale(z, g->twist.a),
	    pl_vec_scale(ahead, g->roll.a)),
	    pl_vec_add(pl_vec_scale(pl_vec_cross(w1, ahead), g->roll.v),
	    pl_vec_add(pl_vec_scale(side, g->lean.a),
	    pl_vec_scale(pl_vec_cross(w2, side), g->lean.v))));
}

struct arm { pl_vec at, vel, acc; };

/* What turning does to the end of an arm on the trunk. */
static struct arm
arm(const struct pl_pose *p, pl_vec w, pl_vec wdot, struct pl_point from,
    struct pl_point to)
{
	struct arm a;

	a.at = pl_vec_add(pl_vec_scale(p->up_e, to.u - from.u),
	    pl_vec_scale(p->fwd_e, to.v - from.v));
	a.vel = pl_vec_cross(w, a.at);
	a.acc = pl_vec_add(pl_vec_cross(wdot, a.at), pl_vec_cross(w, a.vel));
	return a;
}

static pl_vec
to_trunk(const struct pl_pose *p, pl_vec e)
{
	return (pl_vec){ pl_vec_dot(p->fwd_e, e), pl_vec_dot(p->up_e, e),
	    pl_vec_dot(p->right_e, e) };
}

static struct pl_point
own(const struct pl_body *b, struct pl_point at)
{
	double s = b->stature_m / PL_BODY_REF_M;

	return (struct pl_point){ s * at.u, s * at.v };
}

static struct pl_jet
times(struct pl_jet a, struct pl_jet b)
{
	return (struct pl_jet){ a.x * b.x, a.v * b.x + a.x * b.v,
	    a.a * b.x + 2 * a.v * b.v + a.x * b.a };
}

/* Sway goes the way that is faced: over the ground, forward and right. */
static void
face(const struct pl_jet j[PL_AXES], struct pl_jet *fwd, struct pl_jet *right)
{
	struct pl_jet at = j[PL_HEADING];
	double s = pl_sin(at.x), c = pl_cos(at.x);
	struct pl_jet cs = { c, -s * at.v, -c * at.v * at.v - s * at.a };
	struct pl_jet sn = { s, c * at.v, c * at.a - s * at.v * at.v };

	*fwd = sum(times(j[PL_SWAY_FORWARD], cs),
	    times(j[PL_SWAY_RIGHT], sn), 1);
	*right = sum(times(j[PL_SWAY_RIGHT], cs),
	    times(j[PL_SWAY_FORWARD], sn), -1);
}

static void
main_angle(struct pl_pose *p, const struct pl_script *s,
    const struct angles *g)
{
	struct pl_jet x = s->main == PL_TWIST ? g->twist : s->main ==
	    PL_ROLL ? g->roll : g->lean;

	p->main = x.x - (s->main == PL_LEAN ? s->stance_rad : 0);
	p->main_rate = x.v;
}

/* What was said in the movement's frame. */
static void
to_earth(struct pl_pose *p)
{
	pl_vec *const v[] = { &p->fwd_e, &p->up_e, &p->right_e, &p->pos_e,
	    &p->vel_e, &p->acc_e };
	size_t i;

	for (i = 0; i < sizeof v / sizeof *v; i++)
		*v[i] = pl_quat_rotate(p->q_em, *v[i]);
}

void
pl_pose_at(const struct pl_script *s, const struct pl_body *b, double t_s,
    struct pl_pose *p)
{
	struct pl_jet j[PL_AXES], fwd, right, up;
	struct pl_point place = pl_body_sensor(b), low = own(b, hip);
	struct pl_point bar = b->rack == PL_RACK_NONE ? own(b, shoulders) :
	    pl_body_bar(b);
	struct angles g;
	struct arm to, tall, lift;
	pl_vec w, wdot;
	double still;
	int i;

	p->q_em = pl_vec_norm(s->up_m) > 0 ?
	    pl_quat_between(s->up_m, (pl_vec){ 0, 0, 1 }) : PL_QUAT_ONE;
	for (i = 0; i < (int)(sizeof own_axes / sizeof *own_axes); i++)
		j[own_axes[i]] = pl_track_at(&s->track[own_axes[i]], t_s);
	g.lean = sum(j[PL_LEAN], j[PL_SWAY_FORWARD], 1 / ANKLE_M);
	g.lean.x += s->stance_rad;
	g.roll = sum(j[PL_ROLL], j[PL_SWAY_RIGHT], 1 / ANKLE_M);
	g.twist = sum(j[PL_TWIST], j[PL_HEADING], 1);
	face(j, &fwd, &right);
	fwd = sum(j[PL_FORWARD], fwd, 1);
	right = sum(j[PL_RIGHT], right, 1);
	up = j[PL_HEIGHT];
	turn(p, &g, &w, &wdot);
	p->lean = g.lean.x;
	main_angle(p, s, &g);
	p->roll = g.roll.x;
	p->twist = g.twist.x;
	to = arm(p, w, wdot, bar, place);
	tall = arm(p, w, wdot, low, place);
	/* upright and still, the sensor is this high above the hip */
	still = (place.u - low.u) * pl_cos(s->stance_rad) -
	    (place.v - low.v) * pl_sin(s->stance_rad);
	p->pos_e = (pl_vec){ fwd.x + to.at.x, to.at.y - right.x,
	    up.x + tall.at.z - still };
	p->vel_e = (pl_vec){ fwd.v + to.vel.x, to.vel.y - right.v,
	    up.v + tall.vel.z };
	p->acc_e = (pl_vec){ fwd.a + to.acc.x, to.acc.y - right.a,
	    up.a + tall.acc.z };
	lift = arm(p, w, wdot, low, bar);
	p->bar_m = up.x + lift.at.z;
	p->bar_vel_m_s = up.v + lift.vel.z;
	p->rate_t = to_trunk(p, w);
	p->turn_t = to_trunk(p, wdot);
	if (pl_vec_norm(s->up_m) > 0)
		to_earth(p);
	p->force_t = to_trunk(p, pl_vec_add(p->acc_e,
	    (pl_vec){ 0, 0, PL_GRAVITY }));
}

pl_quat
pl_pose_attitude(const struct pl_pose *p)
{
	/* upright, X points ahead, Y up and Z to the right */
	pl_quat q = { sqrt(.5), sqrt(.5), 0, 0 };

	q = pl_quat_mul(pl_quat_exp((pl_vec){ 0, p->lean, 0 }), q);
	q = pl_quat_mul(pl_quat_exp((pl_vec){ p->roll, 0, 0 }), q);
	q = pl_quat_mul(pl_quat_exp((pl_vec){ 0, 0, p->twist }), q);
	return pl_quat_mul(p->q_em, q);
}
