/* the rotation between two frames, from vectors that both see */
#include <math.h>

#include "../lib/base/random.h"
#include "../lib/imu/wahba.h"
#include "tap.h"

static pl_vec
any_vec(struct pl_random *r)
{
	double x = pl_random_normal(r), y = pl_random_normal(r);

	return (pl_vec){ x, y, pl_random_normal(r) };
}

static pl_quat
any_turn(struct pl_random *r)
{
	pl_vec v = any_vec(r);

	return pl_quat_unit((pl_quat){ pl_random_normal(r), v.x, v.y, v.z });
}

static void
add(double s[3][3], pl_vec b, pl_vec a)
{
	const double u[3] = { b.x, b.y, b.z }, v[3] = { a.x, a.y, a.z };
	int i, j;

	for (i = 0; i < 3; i++)
		for (j = 0; j < 3; j++)
			s[i][j] += u[i] * v[j];
}

static double
apart(pl_quat p, pl_quat q)
{
	pl_quat d = pl_quat_mul(p, pl_quat_conj(q));

	return 2 * pl_vec_norm((pl_vec){ d.x, d.y, d.z });
}

int
main(void)
{
	struct pl_random r;
	double worst = 0, noisy = 0, sum_off = 0, plane = 0, most;
	int seed, i, best = 1;

	for (seed = 0; seed < 50; seed++) {
		double s[3][3] = { { 0 } }, n[3][3] = { { 0 } }, sum = 0;
		double one[3][3] = { { 0 } };
		pl_vec a[30], b[30], axis;
		pl_quat q, found;

		pl_random_seed(&r, (uint64_t)seed, 1);
		q = any_turn(&r);
		for (i = 0; i < 30; i++) {
			b[i] = any_vec(&r);
			a[i] = pl_quat_rotate(q, b[i]);
			sum += pl_vec_dot(a[i], a[i]);
			add(s, b[i], a[i]);
			a[i] = pl_vec_add(a[i], pl_vec_scale(any_vec(&r), .1));
			add(n, b[i], a[i]);
		}
		worst = fmax(worst, apart(pl_wahba_turn((const double (*)[3])s,
		    &most), q));
		sum_off = fmax(sum_off, fabs(most / sum - 1));
		found = pl_wahba_turn((const double (*)[3])n, &most);
		noisy = fmax(noisy, apart(found, q));
		/* nothing near it is better */
		for (i = 0; i < 20; i++) {
			pl_quat near = pl_quat_mul(pl_quat_exp(pl_vec_scale(
			    any_vec(&r), .01)), found);
			double s2 = 0;
			int k;

			for (k = 0; k < 30; k++)
				s2 += pl_vec_dot(a[k], pl_quat_rotate(near,
				    b[k]));
			best = best && s2 <= most * (1 + 1e-12);
		}
		axis = any_vec(&r);
		add(one, axis, pl_quat_rotate(q, axis));
		found = pl_wahba_turn((const double (*)[3])one, &most);
		plane = fmax(plane, pl_vec_norm(pl_vec_sub(pl_quat_rotate(
		    found, axis), pl_quat_rotate(q, axis))));
	}
	ok(worst < 1e-12, "50 rotations are found, within %.1g rad", worst);
	ok(sum_off < 1e-12, "the eigenvalue is the sum of products");
	ok(noisy < .1, "with noise of a tenth, within %.2g rad", noisy);
	ok(best, "and no rotation near it fits better");
	ok(plane < 1e-12, "of one vector alone some turn that takes it there");
	return done();
}
