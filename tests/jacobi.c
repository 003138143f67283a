/* principal axes: eigenvectors of what they are of, in order, across */
#include "../lib/base/jacobi.h"
#include "../lib/base/random.h"
#include "tap.h"

static pl_vec
times(const double m[9], pl_vec v)
{
	return (pl_vec){ m[0] * v.x + m[1] * v.y + m[2] * v.z,
	    m[3] * v.x + m[4] * v.y + m[5] * v.z,
	    m[6] * v.x + m[7] * v.y + m[8] * v.z };
}

/* The worst of what axes of m have to be. */
static double
off(const double m[9])
{
	double value[3], worst = 0;
	pl_vec axis[3];
	int i, k;

	pl_jacobi_axes(m, axis, value);
	for (i = 0; i < 3; i++) {
		worst = fmax(worst, pl_vec_norm(pl_vec_sub(times(m, axis[i]),
		    pl_vec_scale(axis[i], value[i]))));
		for (k = 0; k < 3; k++)
			worst = fmax(worst, fabs(pl_vec_dot(axis[i], axis[k]) -
			    (i == k)));
		if (i)
			worst = fmax(worst, value[i] - value[i - 1]);
	}
	return worst;
}

int
main(void)
{
	const double same[9] = { 2, 0, 0, 0, 2, 0, 0, 0, 2 };
	const double none[9] = { 0 }, flat[9] = { 1, 1, 0, 1, 1, 0, 0, 0, 0 };
	double m[9], worst = 0;
	struct pl_random r;
	int i, k;

	pl_random_seed(&r, 1, 0);
	for (i = 0; i < 2000; i++) {
		for (k = 0; k < 9; k++)
			m[k] = pl_random_normal(&r);
		m[3] = m[1], m[6] = m[2], m[7] = m[5];
		worst = fmax(worst, off(m));
	}
	ok(worst < 1e-13, "2000 matrices: eigenvectors, largest first, across");
	ok(off(same) == 0 && off(none) == 0 && off(flat) < 1e-15,
	    "the same in all directions, nothing, and flat");
	return done();
}
