#include "orient_strap.h"

#include "../base/cut.h"
#include "../base/lanes.h"
#include "orient_path.h"

/* lever and bend are summed over steps of this many seconds, or of a row */
#define STEP_S (1 / 40.0)

struct sums {
	double force[3][2];	/* half of it, in two sums */
	double lever[9], bend[9];
};

/* The force of rows a..z, turned by q, onto two sums. */
static inline void
add_rows(double to[3][2], const double *const acc[3], double *const q[4],
    size_t a, size_t z)
{
	const double *qw = q[0], *qx = q[1], *qy = q[2], *qz = q[3];
	const double *ax = acc[0], *ay = acc[1], *az = acc[2];
	double sx[2] = { 0 }, sy[2] = { 0 }, sz[2] = { 0 };
	size_t i;
	int l;

	for (i = a; i < z; i += 2)
		LANES
		for (l = 0; l < 2; l++) {
			size_t k = i + (size_t)l;
			double tx = qy[k] * az[k] - qz[k] * ay[k];
			double ty = qz[k] * ax[k] - qx[k] * az[k];
			double tz = qx[k] * ay[k] - qy[k] * ax[k];

			sx[l] += 0.5 * ax[k] + qw[k] * tx +
			    (qy[k] * tz - qz[k] * ty);
			sy[l] += 0.5 * ay[k] + qw[k] * ty +
			    (qz[k] * tx - qx[k] * tz);
			sz[l] += 0.5 * az[k] + qw[k] * tz +
			    (qx[k] * ty - qy[k] * tx);
		}
	for (l = 0; l < 2; l++) {
		to[0][l] += sx[l];
		to[1][l] += sy[l];
		to[2][l] += sz[l];
	}
	if (i == z) {
		pl_vec f = pl_quat_rotate(pl_path_get(q, z), (pl_vec){ ax[z], ay[z],
		    az[z] });

		to[0][0] += 0.5 * f.x;
		to[1][0] += 0.5 * f.y;
		to[2][0] += 0.5 * f.z;
	}
}

/* Half the rotation matrix of q, by rows: it needs no factors of two. */
static inline void
half_matrix(double m[9], pl_quat q)
{
	double xx = q.x * q.x, yy = q.y * q.y, zz = q.z * q.z;
	double xy = q.x * q.y, xz = q.x * q.z, yz = q.y * q.z;
	double wx = q.w * q.x, wy = q.w * q.y, wz = q.w * q.z;

	m[0] = 0.5 - yy - zz;
	m[1] = xy - wz;
	m[2] = xz + wy;
	m[3] = xy + wz;
	m[4] = 0.5 - xx - zz;
	m[5] = yz - wx;
	m[6] = xz - wy;
	m[7] = yz + wx;
	m[8] = 0.5 - xx - yy;
}

/* m += [v]x w, by rows. */
static inline void
add_cross(double m[9], pl_vec v, const double w[9])
{
	int c;

	for (c = 0; c < 3; c++) {
		m[c] += v.y * w[6 + c] - v.z * w[3 + c];
		m[3 + c] += v.z * w[c] - v.x * w[6 + c];
		m[6 + c] += v.x * w[3 + c] - v.y * w[c];
	}
}

/*
 * A knot of the trapezoid rule for lever and bend, between steps of so many
 * rows, 0 at an end.  What the velocity bends within a step is known from the
 * force at both ends (Euler & Maclaurin).  Returns half the velocity there.
 */
static inline pl_vec
add_knot(struct sums *s, pl_quat q, pl_vec a, size_t before, size_t after)
{
	double m[9], lean = ((double)after - (double)before) / 6;
	pl_vec f, v;
	int i;

	half_matrix(m, q);
	f.x = m[0] * a.x + m[1] * a.y + m[2] * a.z;
	f.y = m[3] * a.x + m[4] * a.y + m[5] * a.z;
	f.z = m[6] * a.x + m[7] * a.y + m[8] * a.z;
	/* the row itself counts half */
	v.x = s->force[0][0] + s->force[0][1] - 0.5 * f.x;
	v.y = s->force[1][0] + s->force[1][1] - 0.5 * f.y;
	v.z = s->force[2][0] + s->force[2][1] - 0.5 * f.z;
	for (i = 0; i < 9; i++)
		m[i] *= 0.5 * (double)(before + after);
	for (i = 0; i < 9; i++)
		s->lever[i] += m[i];
	add_cross(s->bend, pl_vec_add(v, pl_vec_scale(f, lean)), m);
	return v;
}

/* Sum up rows a..z, whose attitudes are in q.  bend is the integral of [f]x
 * lever; by parts, velocity x lever less the integral of [velocity]x R. */
static void
sum_up(struct pl_strap *s, const struct pl_record *r, double *const q[4],
    size_t a, size_t z)
{
	struct sums of = { { { 0 } }, { 0 }, { 0 } };
	double twice = 2 * r->dt, each = STEP_S / r->dt;
	double many = (double)(z - a) / (each < 1 ? 1 : each);
	size_t steps = pl_cut_parts(z - a, many < 1 ? 1 : (size_t)many);
	size_t last = 0, i, k, n;
	pl_vec v = { r->acc[0][a], r->acc[1][a], r->acc[2][a] };
	pl_quat p = PL_QUAT_ONE;

	of.force[0][0] = 0.25 * v.x;
	of.force[1][0] = 0.25 * v.y;
	of.force[2][0] = 0.25 * v.z;
	for (k = 1, i = a; k <= steps; k++, i += n) {
		n = a + pl_cut(z - a, steps, k) - i;
		add_knot(&of, p, v, last, n);
		add_rows(of.force, r->acc, q, i + 1, i + n);
		v = (pl_vec){ r->acc[0][i + n], r->acc[1][i + n],
		    r->acc[2][i + n] };
		p = pl_path_get(q, i + n);
		last = n;
	}
	v = add_knot(&of, p, v, last, 0);
	s->turn = pl_quat_unit(p);
	s->push = pl_vec_scale(v, twice);
	for (i = 0; i < 9; i++) {
		s->lever[i] = twice * of.lever[i];
		s->bend[i] = -twice * twice * of.bend[i];
	}
	add_cross(s->bend, s->push, s->lever);
}

void
pl_strap_sums(struct pl_strap *s, const struct pl_record *r,
    const size_t *row, size_t m, const pl_vec *bias, double *const q[4])
{
	enum { FEW = 4 };	/* epochs that stay in the cache between both */
	size_t k, n, i;

	for (k = 0; k < m; k += n) {
		n = m - k < FEW ? m - k : FEW;
		pl_path_follow(q, r, row + k, n, bias + k);
		for (i = k; i < k + n; i++)
			sum_up(&s[i], r, q, row[i], row[i + 1]);
	}
}

pl_vec
pl_strap_between(pl_quat p, pl_quat q)
{
	pl_quat d = pl_quat_mul(q, pl_quat_conj(p));
	pl_vec u = { d.x, d.y, d.z };
	double x = pl_vec_dot(u, u), k = d.w < 0 ? -2 : 2, n = sqrt(x);

	/* asin(n) / n by its series, which at 0.02 is as exact as a double */
	k *= x < 4e-4 ? 1 + x * (1 / 6. + x * (3 / 40. + x * (15 / 336.))) :
	    pl_atan2(n, fabs(d.w)) / n;
	return pl_vec_scale(u, k);
}

/* Residual turns up to which three terms are exact to 1e-13, rad. */
#define SMALL 0.03

/* Rows a+1..z of q become exp(e (i - a) / (z - a)) p q. */
static void
unroll_small(double *const q[4], size_t a, size_t z, pl_quat p, pl_vec e)
{
	pl_quat h = pl_quat_mul((pl_quat){ 0, e.x / 2, e.y / 2, e.z / 2 }, p);
	double *qw = q[0], *qx = q[1], *qy = q[2], *qz = q[3];
	double part = 1 / (double)(z - a), square = pl_vec_dot(e, e) / 4;
	enum { BLOCK = 64 };	/* so that a row's number fits an int */
	size_t from, n;
	int i;

	for (from = a + 1; from <= z; from += n) {
		double first = (double)(from - a);

		n = z - from < BLOCK ? z - from + 1 : BLOCK;
		LANES
		for (i = 0; i < (int)n; i++) {
			size_t j = from + (size_t)i;
			double t = (first + i) * part, x = t * t * square;
			double c = 1 - x * (1 / 2.0 - x * (1 / 24.0));
			double s = t * (1 - x * (1 / 6.0 - x * (1 / 120.0)));
			pl_quat u = { c * p.w + s * h.w, c * p.x + s * h.x,
			    c * p.y + s * h.y, c * p.z + s * h.z };
			pl_quat v = { qw[j], qx[j], qy[j], qz[j] };

			v = pl_quat_mul(u, v);
			qw[j] = v.w;
			qx[j] = v.x;
			qy[j] = v.y;
			qz[j] = v.z;
		}
	}
}

pl_quat
pl_strap_unroll(double *const q[4], size_t a, size_t z, pl_quat at_a,
    pl_quat at_z)
{
	pl_quat end = pl_quat_mul(at_a, pl_path_get(q, z));
	pl_vec e = pl_strap_between(end, at_z), part;
	size_t i;

	pl_path_put(q, a, at_a);
	if (pl_vec_dot(e, e) < SMALL * SMALL) {
		unroll_small(q, a, z, at_a, e);
	} else {
		part = pl_vec_scale(e, 1 / (double)(z - a));
		for (i = a + 1; i <= z; i++)
			pl_path_put(q, i, pl_quat_mul(pl_quat_mul(pl_quat_exp(
			    pl_vec_scale(part, (double)(i - a))), at_a),
			    pl_path_get(q, i)));
	}
	return pl_path_get(q, z);
}
