#include "jacobi.h"

enum { SWEEPS = 12 };		/* each squares what is off the diagonal */

struct pair { double a, b; };

static struct pair
turn(double a, double b, double c, double s)
{
	return (struct pair){ c * a - s * b, s * a + c * b };
}

/* Turn the plane of p and q so that m[p][q] is 0; v gathers the turns. */
static void
annul(double m[3][3], double v[3][3], int p, int q)
{
	double theta, t, c, s;
	struct pair x;
	int k;

	if (m[p][q] == 0)
		return;
	theta = (m[q][q] - m[p][p]) / (2 * m[p][q]);
	t = 1 / (fabs(theta) + sqrt(theta * theta + 1));
	t = theta < 0 ? -t : t;
	c = 1 / sqrt(t * t + 1);
	s = t * c;
	for (k = 0; k < 3; k++) {
		x = turn(m[k][p], m[k][q], c, s);
		m[k][p] = x.a;
		m[k][q] = x.b;
	}
	for (k = 0; k < 3; k++) {
		x = turn(m[p][k], m[q][k], c, s);
		m[p][k] = x.a;
		m[q][k] = x.b;
		x = turn(v[k][p], v[k][q], c, s);
		v[k][p] = x.a;
		v[k][q] = x.b;
	}
}

void
pl_jacobi_axes(const double m[9], pl_vec axis[3], double value[3])
{
	double a[3][3] = { { m[0], m[1], m[2] }, { m[1], m[4], m[5] },
	    { m[2], m[5], m[8] } };
	double v[3][3] = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };
	int at[3] = { 0, 1, 2 }, i, k, swap;

	for (i = 0; i < SWEEPS; i++) {
		annul(a, v, 0, 1);
		annul(a, v, 0, 2);
		annul(a, v, 1, 2);
	}
	for (i = 0; i < 3; i++)
		for (k = i + 1; k < 3; k++)
			if (a[at[k]][at[k]] > a[at[i]][at[i]]) {
				swap = at[i];
				at[i] = at[k];
				at[k] = swap;
			}
	for (i = 0; i < 3; i++) {
		k = at[i];
		axis[i] = (pl_vec){ v[0][k], v[1][k], v[2][k] };
		value[i] = a[k][k];
	}
}
