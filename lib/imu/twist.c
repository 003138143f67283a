#include "twist.h"

#include <stdbool.h>
#include <stdlib.h>

#include "../base/jacobi.h"
#include "../base/mem.h"
#include "../base/num.h"
#include "twist_drift.h"

static bool
attitude(const struct pl_twist *w, size_t i, pl_quat *q)
{
	double size;

	*q = (pl_quat){ w->q[0][i], w->q[1][i], w->q[2][i], w->q[3][i] };
	size = q->w * q->w + q->x * q->x + q->y * q->y + q->z * q->z;
	return size > 0.5 && size < 2;	/* and not missing */
}

/* The turn from row i - 1 to i in the sensor's frame, rad, for one that is
 * small; false if it is not known. */
static bool
step(const struct pl_twist *w, size_t i, pl_vec *turn)
{
	pl_quat a, b, d;

	if (!attitude(w, i - 1, &a) || !attitude(w, i, &b))
		return false;
	d = pl_quat_mul(pl_quat_conj(a), b);
	*turn = pl_vec_scale((pl_vec){ d.x, d.y, d.z }, d.w < 0 ? -2 : 2);
	return true;
}

enum pl_err
pl_twist_axis(struct pl_twist *w, size_t from, size_t to)
{
	double m[9] = { 0 }, value[3], sum;
	pl_vec axis[3], t;
	size_t i;

	for (i = from ? from : 1; i < to; i++) {
		if (!step(w, i, &t))
			continue;
		m[0] += t.x * t.x, m[1] += t.x * t.y, m[2] += t.x * t.z;
		m[4] += t.y * t.y, m[5] += t.y * t.z, m[8] += t.z * t.z;
	}
	sum = m[0] + m[4] + m[8];
	if (!(sum > 0))
		return PL_ESTATE;
	pl_jacobi_axes(m, axis, value);
	w->axis_s = pl_vec_unit(axis[0]);
	w->share = value[0] / sum;
	return PL_OK;
}

double
pl_twist_share(const struct pl_twist *w, size_t from, size_t to)
{
	double about = 0, all = 0, a;
	pl_vec t;
	size_t i;

	for (i = from ? from : 1; i < to; i++)
		if (step(w, i, &t)) {
			a = pl_vec_dot(t, w->axis_s);
			about += a * a;
			all += pl_vec_dot(t, t);
		}
	return all > 0 ? about / all : PL_MISSING;
}

enum pl_err
pl_twist_pose(const struct pl_twist *w, size_t from, size_t to, pl_quat *pose)
{
	pl_quat sum = { 0, 0, 0, 0 }, q;
	double sign;
	size_t i;

	for (i = from; i < to; i++) {
		if (!attitude(w, i, &q))
			continue;
		sign = sum.w * q.w + sum.x * q.x + sum.y * q.y + sum.z * q.z <
		    0 ? -1 : 1;
		sum.w += sign * q.w;
		sum.x += sign * q.x;
		sum.y += sign * q.y;
		sum.z += sign * q.z;
	}
	if (!(sum.w * sum.w + sum.x * sum.x + sum.y * sum.y + sum.z * sum.z >
	    0))
		return PL_ESTATE;
	*pose = pl_quat_unit(sum);
	return PL_OK;
}

double
pl_twist_tilt(const struct pl_twist *w, pl_quat pose)
{
	pl_vec e = pl_quat_rotate(pose, w->axis_s);

	return pl_atan2(fabs(e.z), sqrt(e.x * e.x + e.y * e.y));
}

/* How a rotation from zero is told: by up in that attitude, in the sensor's
 * frame, or without it. */
struct view { pl_vec axis, up; bool level; };

static pl_vec
across(pl_vec axis, pl_vec v)
{
	return pl_vec_sub(v, pl_vec_scale(axis, pl_vec_dot(axis, v)));
}

/* Of a rotation, about the axis: -pi..pi.  Up goes the other way round. */
static double
about(const struct view *v, pl_quat q)
{
	pl_vec from = across(v->axis, v->up), to;
	double along;

	if (v->level) {
		to = across(v->axis, pl_quat_rotate(pl_quat_conj(q), v->up));
		return pl_atan2(-pl_vec_dot(v->axis, pl_vec_cross(from, to)),
		    pl_vec_dot(from, to));
	}
	along = pl_vec_dot((pl_vec){ q.x, q.y, q.z }, v->axis);
	return 2 * pl_atan2(q.w < 0 ? -along : along, fabs(q.w));
}

/* The same turn, less than half of one. */
static double
wrap(double x)
{
	return x - 2 * PL_PI * floor(x / (2 * PL_PI) + 0.5);
}

/* What the gyroscope says of the step to row i: about the axis itself, so that
 * its bias is the same in every pose. */
static bool
carried(const struct pl_twist *w, size_t i, double *by)
{
	pl_vec g;

	if (!w->gyr[0])
		return false;
	g = (pl_vec){ w->gyr[0][i], w->gyr[1][i], w->gyr[2][i] };
	*by = pl_vec_dot(g, w->axis_s) / w->rate_hz;
	return !pl_missing(*by);
}

enum pl_err
pl_twist_angle(const struct pl_twist *w, pl_quat zero, double *angle)
{
	double *away = pl_mem_array(w->n, sizeof *away), ran = 0, by, was = 0;
	const struct view v = { w->axis_s, pl_quat_rotate(pl_quat_conj(zero),
	    (pl_vec){ 0, 0, 1 }), pl_twist_tilt(w, zero) <
	    PL_TWIST_STEEP_RAD };
	pl_quat q;
	bool any = false, joined = false;
	enum pl_err err;
	size_t i;

	if (!away)
		return PL_ENOMEM;
	for (i = 0; i < w->n; i++) {
		angle[i] = away[i] = PL_MISSING;
		if (!attitude(w, i, &q)) {
			joined = false;
			continue;
		}
		by = about(&v, pl_quat_mul(pl_quat_conj(zero), q));
		angle[i] = any ? was + wrap(by - was) : by;
		if (joined && carried(w, i, &by))
			ran += by - (angle[i] - was);
		away[i] = ran;
		was = angle[i];
		any = joined = true;
	}
	err = pl_twist_drift(away, w->n, w->rate_hz);
	for (i = 0; i < w->n && !err; i++)
		angle[i] += away[i];
	free(away);
	return err;
}
