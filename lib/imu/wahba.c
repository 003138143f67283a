#include "wahba.h"

#include <math.h>

enum { SIZE = 4, SWEEPS = 30 };

static void
horn(const double s[3][3], double m[SIZE][SIZE])
{
	int i, j;

	m[0][0] = s[0][0] + s[1][1] + s[2][2];
	m[0][1] = s[1][2] - s[2][1];
	m[0][2] = s[2][0] - s[0][2];
	m[0][3] = s[0][1] - s[1][0];
	for (i = 0; i < 3; i++)
		for (j = i; j < 3; j++)
			m[i + 1][j + 1] = s[i][j] + s[j][i] -
			    (i == j ? m[0][0] : 0);
	for (i = 0; i < SIZE; i++)
		for (j = 0; j < i; j++)
			m[i][j] = m[j][i];
}

/* Turn rows and columns p and q so that their common element is 0. */
static void
rotate(double m[SIZE][SIZE], double v[SIZE][SIZE], int p, int q)
{
	double theta = (m[q][q] - m[p][p]) / (2 * m[p][q]);
	double t = (theta < 0 ? -1 : 1) / (fabs(theta) +
	    sqrt(theta * theta + 1));
	double c = 1 / sqrt(t * t + 1), s = t * c, x, y;
	int k;

	for (k = 0; k < SIZE; k++) {
		x = m[k][p], y = m[k][q];
		m[k][p] = c * x - s * y;
		m[k][q] = s * x + c * y;
	}
	for (k = 0; k < SIZE; k++) {
		x = m[p][k], y = m[q][k];
		m[p][k] = c * x - s * y;
		m[q][k] = s * x + c * y;
		x = v[k][p], y = v[k][q];
		v[k][p] = c * x - s * y;
		v[k][q] = s * x + c * y;
	}
}

pl_quat
pl_wahba_turn(const double s[3][3], double *most)
{
	double m[SIZE][SIZE], v[SIZE][SIZE] = { { 0 } };
	int i, p, q, best = 0;

	horn(s, m);
	for (i = 0; i < SIZE; i++)
		v[i][i] = 1;
	for (i = 0; i < SWEEPS; i++)
		for (p = 0; p < SIZE; p++)
			for (q = p + 1; q < SIZE; q++)
				if (m[p][q] != 0)
					rotate(m, v, p, q);
	for (i = 1; i < SIZE; i++)
		if (m[i][i] > m[best][best])
			best = i;
	*most = m[best][best];
	return pl_quat_unit((pl_quat){ v[0][best], v[1][best], v[2][best],
	    v[3][best] });
}
