#include "orient_strap.h"

/* exp(r) for what one sample turns: |r| < 3 rad to 1e-10; no branch, so that
 * the loop around it stays a stream. */
static inline pl_quat
small_exp(pl_vec r)
{
	double x = 0.25 * pl_vec_dot(r, r), c, s;

	c = 1 / 479001600.0 - x * (1 / 87178291200.0);
	c = -1 / 3628800.0 + x * c;
	c = 1 / 40320.0 + x * c;
	c = -1 / 720.0 + x * c;
	c = 1 / 24.0 + x * c;
	c = -1 / 2.0 + x * c;
	c = 1 + x * c;
	s = 1 / 6227020800.0 - x * (1 / 1307674368000.0);
	s = -1 / 39916800.0 + x * s;
	s = 1 / 362880.0 + x * s;
	s = -1 / 5040.0 + x * s;
	s = 1 / 120.0 + x * s;
	s = -1 / 6.0 + x * s;
	s = 0.5 + 0.5 * x * s;
	return (pl_quat){ c, r.x * s, r.y * s, r.z * s };
}

static inline pl_vec
row(const double *const x[3], size_t i)
{
	return (pl_vec){ x[0][i], x[1][i], x[2][i] };
}

static inline pl_quat
step(pl_quat q, const double *const gyr[3], size_t i, double dt, pl_vec bias)
{
	pl_vec w = pl_vec_sub(row(gyr, i), bias);

	return pl_quat_mul(q, small_exp(pl_vec_scale(w, dt)));
}

/* lever += w R(q) */
static inline void
add_rotation(double *m, pl_quat q, double w)
{
	double x = 2 * q.x * w, y = 2 * q.y * w, z = 2 * q.z * w;

	m[0] += w - y * q.y - z * q.z;
	m[1] += x * q.y - z * q.w;
	m[2] += x * q.z + y * q.w;
	m[3] += x * q.y + z * q.w;
	m[4] += w - x * q.x - z * q.z;
	m[5] += y * q.z - x * q.w;
	m[6] += x * q.z - y * q.w;
	m[7] += y * q.z + x * q.w;
	m[8] += w - x * q.x - y * q.y;
}

void
pl_strap_sum(struct pl_strap *s, const double *const acc[3],
    const double *const gyr[3], size_t a, size_t z, double dt, pl_vec bias)
{
	pl_quat q = PL_QUAT_ONE;
	double m[9] = { 0 };
	pl_vec v;
	size_t i;

	v = pl_vec_scale(row(acc, a), 0.5);
	add_rotation(m, q, 0.5);
	for (i = a + 1; i <= z; i++) {
		double w = i < z ? 1 : 0.5;

		q = step(q, gyr, i, dt, bias);
		v = pl_vec_add(v, pl_vec_scale(pl_quat_rotate(q, row(acc, i)),
		    w));
		add_rotation(m, q, w);
	}
	s->turn = pl_quat_unit(q);
	s->push = pl_vec_scale(v, dt);
	for (i = 0; i < 9; i++)
		s->lever[i] = m[i] * dt;
}

pl_vec
pl_strap_between(pl_quat p, pl_quat q)
{
	pl_quat d = pl_quat_mul(q, pl_quat_conj(p));
	pl_vec u = { d.x, d.y, d.z };
	double n = pl_vec_norm(u), k = d.w < 0 ? -2 : 2;

	/* asin(n)/n by its series where the quotient would lose digits */
	k *= n < 1e-4 ? 1 + n * n / 6 : pl_atan2(n, fabs(d.w)) / n;
	return pl_vec_scale(u, k);
}

void
pl_strap_unroll(double *const q[4], const double *const gyr[3], size_t a,
    size_t z, double dt, pl_vec bias, pl_quat at_a, pl_quat at_z)
{
	double part = 1 / (double)(z - a);
	pl_quat p = at_a;
	pl_vec e;
	size_t i;

	for (i = a + 1; i <= z; i++) {
		p = step(p, gyr, i, dt, bias);
		q[0][i] = p.w;
		q[1][i] = p.x;
		q[2][i] = p.y;
		q[3][i] = p.z;
	}
	e = pl_vec_scale(pl_strap_between(p, at_z), part);
	for (i = a + 1; i <= z; i++) {
		p = (pl_quat){ q[0][i], q[1][i], q[2][i], q[3][i] };
		p = pl_quat_mul(small_exp(pl_vec_scale(e, (double)(i - a))),
		    p);
		p = pl_quat_unit(p);
		q[0][i] = p.w;
		q[1][i] = p.x;
		q[2][i] = p.y;
		q[3][i] = p.z;
	}
}
