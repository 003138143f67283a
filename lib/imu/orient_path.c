#include "orient_path.h"

#include "../base/lanes.h"

/* Two epochs abreast, since no loop can say that lanes read from different
 * rows: 16 bytes are what every processor has. */
typedef double pair __attribute__((vector_size(16)));
struct pairs { pair w, x, y, z; };

/* What a sample may turn for the short series to be exact, rad; the long one
 * is up to 3 rad: 12.5 Hz and 2000 deg/s. */
#define SHORT 0.1
enum { SHORT_TERMS = 4, LONG_TERMS = 12 };

static const double cosine[LONG_TERMS] = {	/* of sqrt(x) */
	1, -1 / 2.0, 1 / 24.0, -1 / 720.0, 1 / 40320.0, -1 / 3628800.0,
	1 / 479001600.0, -1 / 87178291200.0, 1 / 20922789888000.0,
	-1 / 6402373705728000.0, 1 / 2432902008176640000.0,
	-1 / 1124000727777607680000.0,
};
static const double sine[LONG_TERMS - 1] = {	/* of sqrt(x), over sqrt(x) */
	1, -1 / 6.0, 1 / 120.0, -1 / 5040.0, 1 / 362880.0, -1 / 39916800.0,
	1 / 6227020800.0, -1 / 1307674368000.0, 1 / 355687428096000.0,
	-1 / 121645100408832000.0, 1 / 51090942171709440000.0,
};

/* What the gyroscope less its bias turns at rows a+1..z, half of a sample
 * being that many seconds.  A map over rows; terms is a constant. */
static inline void
turns(double *const q[4], const double *const gyr[3], size_t a, size_t z,
    pl_vec b, double half, int terms)
{
	const double *gx = gyr[0], *gy = gyr[1], *gz = gyr[2];
	double *qw = q[0], *qx = q[1], *qy = q[2], *qz = q[3];
	double square = half * half;
	size_t i;

	LANES
	for (i = a + 1; i <= z; i++) {
		double wx = gx[i] - b.x, wy = gy[i] - b.y, wz = gz[i] - b.z;
		double x = (wx * wx + wy * wy + wz * wz) * square;
		double c = cosine[terms - 1], s = sine[terms - 2];
		int k;

		for (k = terms - 1; k-- > 0;)
			c = cosine[k] + x * c;
		for (k = terms - 2; k-- > 0;)
			s = sine[k] + x * s;
		s *= half;
		qw[i] = c;
		qx[i] = wx * s;
		qy[i] = wy * s;
		qz[i] = wz * s;
	}
}

static void
all_turns(double *const q[4], const struct pl_record *r, size_t a, size_t z,
    pl_vec b)
{
	double half = r->dt / 2;
	size_t i;

	if (r->blind) {
		pl_quat u = pl_quat_exp(pl_vec_scale(b, -r->dt));

		for (i = a + 1; i <= z; i++)
			pl_path_put(q, i, u);
	} else if ((r->fastest + pl_vec_norm(b)) * r->dt <= SHORT) {
		turns(q, r->gyr, a, z, b, half, SHORT_TERMS);
	} else {
		turns(q, r->gyr, a, z, b, half, LONG_TERMS);
	}
}

/* Turns in the rows after `at` become attitudes as seen from where that of
 * `at` is. */
static void
follow(double *const q[4], size_t at, size_t z)
{
	pl_quat p = pl_path_get(q, at);

	while (at++ < z) {
		p = pl_quat_mul(p, pl_path_get(q, at));
		pl_path_put(q, at, p);
	}
}

static inline struct pairs
get_pair(double *const q[4], size_t i, size_t j)
{
	return (struct pairs){ { q[0][i], q[0][j] }, { q[1][i], q[1][j] },
	    { q[2][i], q[2][j] }, { q[3][i], q[3][j] } };
}

static inline void
put_pair(double *const q[4], size_t i, size_t j, struct pairs v)
{
	pl_path_put(q, i, (pl_quat){ v.w[0], v.x[0], v.y[0], v.z[0] });
	pl_path_put(q, j, (pl_quat){ v.w[1], v.x[1], v.y[1], v.z[1] });
}

/* pl_quat_mul, to the bit. */
static inline struct pairs
mul_pair(struct pairs a, struct pairs b)
{
	return (struct pairs){
	    a.w * b.w - a.x * b.x - a.y * b.y - a.z * b.z,
	    a.w * b.x + a.x * b.w + a.y * b.z - a.z * b.y,
	    a.w * b.y - a.x * b.z + a.y * b.w + a.z * b.x,
	    a.w * b.z + a.x * b.y - a.y * b.x + a.z * b.w };
}

/* The same for four epochs at once: one product waits for another, but not
 * for that of another epoch. */
static void
follow_four(double *const q[4], const size_t *row)
{
	double *const to[4] = { q[0], q[1], q[2], q[3] };
	size_t i = row[0] + 1, j = row[1] + 1, k = row[2] + 1, l = row[3] + 1;
	struct pairs a = get_pair(to, i, j), b = get_pair(to, k, l);
	size_t n = row[1] - row[0], e;

	for (e = 1; e < 4; e++)
		if (row[e + 1] - row[e] < n)
			n = row[e + 1] - row[e];
	while (--n) {
		a = mul_pair(a, get_pair(to, ++i, ++j));
		put_pair(to, i, j, a);
		b = mul_pair(b, get_pair(to, ++k, ++l));
		put_pair(to, k, l, b);
	}
	follow(to, i, row[1]);
	follow(to, j, row[2]);
	follow(to, k, row[3]);
	follow(to, l, row[4]);
}

void
pl_path_follow(double *const q[4], const struct pl_record *r,
    const size_t *row, size_t m, const pl_vec *bias)
{
	size_t k, n, i;

	for (k = 0; k < m; k += n) {
		n = m - k < 4 ? 1 : 4;
		for (i = k; i < k + n; i++)
			all_turns(q, r, row[i], row[i + 1], bias[i]);
		if (n == 4)
			follow_four(q, row + k);
		else
			follow(q, row[k] + 1, row[k + 1]);
	}
}
