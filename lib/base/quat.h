/*
 * quat.h - rotations as unit quaternions, as values
 *
 * q_es takes a vector from frame s to frame e, so that in
 * v_e = pl_quat_rotate(q_es, v_s) and q_et = pl_quat_mul(q_es, q_st) the
 * letters cancel.  Hamilton's convention, scalar first.
 */
#ifndef PL_BASE_QUAT_H
#define PL_BASE_QUAT_H

#include "trig.h"
#include "vec.h"

typedef struct { double w, x, y, z; } pl_quat;

#define PL_QUAT_ONE ((pl_quat){ 1, 0, 0, 0 })

static inline pl_quat
pl_quat_mul(pl_quat a, pl_quat b)
{
	return (pl_quat){
	    a.w * b.w - a.x * b.x - a.y * b.y - a.z * b.z,
	    a.w * b.x + a.x * b.w + a.y * b.z - a.z * b.y,
	    a.w * b.y - a.x * b.z + a.y * b.w + a.z * b.x,
	    a.w * b.z + a.x * b.y - a.y * b.x + a.z * b.w };
}

static inline pl_quat
pl_quat_conj(pl_quat q)
{
	return (pl_quat){ q.w, -q.x, -q.y, -q.z };
}

static inline pl_quat
pl_quat_unit(pl_quat q)
{
	double k = 1 / sqrt(q.w * q.w + q.x * q.x + q.y * q.y + q.z * q.z);

	return (pl_quat){ q.w * k, q.x * k, q.y * k, q.z * k };
}

static inline pl_vec
pl_quat_rotate(pl_quat q, pl_vec v)
{
	pl_vec u = { q.x, q.y, q.z };
	pl_vec t = pl_vec_scale(pl_vec_cross(u, v), 2);

	return pl_vec_add(pl_vec_add(v, pl_vec_scale(t, q.w)),
	    pl_vec_cross(u, t));
}

/* The rotation by |r| radians about r; small ones by their series, which at
 * 0.1 rad is as exact as a double. */
static inline pl_quat
pl_quat_exp(pl_vec r)
{
	double x = pl_vec_dot(r, r) / 4, a, k, c;

	if (x < 0.0025) {
		k = 0.5 - x * (1 / 12. - x * (1 / 240. - x * (1 / 10080.)));
		c = 1 - x * (1 / 2. - x * (1 / 24. - x * (1 / 720. -
		    x * (1 / 40320.))));
	} else {
		a = sqrt(x);
		k = pl_sin(a) / (2 * a);
		c = pl_cos(a);
	}
	return (pl_quat){ c, r.x * k, r.y * k, r.z * k };
}

/* The shortest rotation that takes the direction of a to that of b.  Both
 * must not be zero; if they are opposite, some half turn does it. */
static inline pl_quat
pl_quat_between(pl_vec a, pl_vec b)
{
	pl_vec u = pl_vec_unit(a), v = pl_vec_unit(b), c, axis;
	double d = pl_vec_dot(u, v);

	if (d < -1 + 1e-12) {
		axis = fabs(u.x) < 0.8 ? (pl_vec){ 1, 0, 0 } :
		    (pl_vec){ 0, 1, 0 };
		c = pl_vec_unit(pl_vec_cross(u, axis));
		return (pl_quat){ 0, c.x, c.y, c.z };
	}
	c = pl_vec_cross(u, v);
	return pl_quat_unit((pl_quat){ 1 + d, c.x, c.y, c.z });
}

#endif
