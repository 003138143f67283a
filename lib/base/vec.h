/*
 * vec.h - vectors of three, as values
 *
 * A vector carries the frame of reference in the suffix of its name: _s of
 * the sensor, _t of the trunk, _e of the earth (z up).
 */
#ifndef PL_BASE_VEC_H
#define PL_BASE_VEC_H

#include <math.h>

typedef struct { double x, y, z; } pl_vec;

static inline pl_vec
pl_vec_add(pl_vec a, pl_vec b)
{
	return (pl_vec){ a.x + b.x, a.y + b.y, a.z + b.z };
}

static inline pl_vec
pl_vec_sub(pl_vec a, pl_vec b)
{
	return (pl_vec){ a.x - b.x, a.y - b.y, a.z - b.z };
}

static inline pl_vec
pl_vec_scale(pl_vec a, double k)
{
	return (pl_vec){ a.x * k, a.y * k, a.z * k };
}

static inline double
pl_vec_dot(pl_vec a, pl_vec b)
{
	return a.x * b.x + a.y * b.y + a.z * b.z;
}

static inline pl_vec
pl_vec_cross(pl_vec a, pl_vec b)
{
	return (pl_vec){ a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z,
	    a.x * b.y - a.y * b.x };
}

static inline double
pl_vec_norm(pl_vec a)
{
	return sqrt(pl_vec_dot(a, a));
}

/* A vector of length 1; the zero vector stays zero. */
static inline pl_vec
pl_vec_unit(pl_vec a)
{
	double n = pl_vec_norm(a);

	return n > 0 ? pl_vec_scale(a, 1 / n) : a;
}

/* Two unit vectors that stand across a unit vector and each other. */
static inline void
pl_vec_across(pl_vec up, pl_vec *a, pl_vec *b)
{
	pl_vec any = fabs(up.x) < 0.6 ? (pl_vec){ 1, 0, 0 } :
	    (pl_vec){ 0, 1, 0 };

	*a = pl_vec_unit(pl_vec_cross(up, any));
	*b = pl_vec_cross(up, *a);
}

#endif
