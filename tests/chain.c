/* a chain of epochs is solved as the same least squares written densely */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/random.h"
#include "../lib/dsp/chain.h"
#include "tap.h"

enum { MOST = 80 };

struct dense { int n; double a[MOST][MOST], r[MOST]; };

static struct dense full;
static double inverse[MOST][MOST], x[MOST];

/* Gauss & Jordan with the unit matrix beside it: slow, short, independent */
static void
invert(struct dense s)
{
	int i, j, k;

	for (i = 0; i < s.n; i++)
		for (j = 0; j < s.n; j++)
			inverse[i][j] = i == j;
	for (k = 0; k < s.n; k++)
		for (i = 0; i < s.n; i++) {
			double f = s.a[i][k] / s.a[k][k];

			if (i == k)
				continue;
			for (j = 0; j < s.n; j++) {
				s.a[i][j] -= f * s.a[k][j];
				inverse[i][j] -= f * inverse[k][j];
			}
		}
	for (i = 0; i < s.n; i++) {
		x[i] = 0;
		for (j = 0; j < s.n; j++) {
			inverse[i][j] /= s.a[i][i];
			x[i] += inverse[i][j] * s.r[j];
		}
	}
}

static void
both(struct pl_chain *c, size_t k, int rows, const double *jac, int wide,
    const double *scale, const double *value, const double *weight)
{
	int b = c->b, m = c->m, n = (int)c->n * b + m, i, p, q;
	double now[3 * 9], next[3 * 9], edge[3 * 3];

	for (i = 0; i < rows; i++) {
		double z[MOST] = { 0 };

		for (p = 0; p < b; p++) {
			z[(int)k * b + p] = jac[i * 21 + p];
			if (wide)
				z[((int)k + 1) * b + p] = jac[i * 21 + 9 + p];
		}
		for (p = 0; p < m; p++)
			z[(int)c->n * b + p] = jac[i * 21 + 18 + p];
		full.n = n;
		for (p = 0; p < n; p++) {
			for (q = 0; q < n; q++)
				full.a[p][q] += weight[i] * z[p] * z[q];
			full.r[p] += weight[i] * z[p] * value[i];
		}
		for (p = 0; p < b; p++) {
			now[i * b + p] = jac[i * 21 + p] * scale[p];
			next[i * b + p] = jac[i * 21 + 9 + p] * scale[p];
		}
		for (p = 0; p < m; p++)
			edge[i * m + p] = jac[i * 21 + 18 + p] * scale[9 + p];
	}
	pl_chain_add(c, k, rows, now, wide ? next : NULL, edge, value, weight);
}

/* A random problem, both ways; unknown i of ours is theirs / scale[i]. */
static void
fill(struct pl_chain *c, const double *scale, uint64_t seed)
{
	struct pl_random r;
	double jac[3 * 21], value[3], weight[3];
	size_t k;
	int i, pass;

	memset(&full, 0, sizeof full);
	pl_random_seed(&r, seed, 1);
	for (k = 0; k < c->n; k++)
		for (pass = 0; pass < 8; pass++) {
			for (i = 0; i < 3 * 21; i++)
				jac[i] = pl_random_uniform(&r) < 0.4 ? 0 :
				    pl_random_normal(&r);
			for (i = 0; i < 3; i++) {
				value[i] = pl_random_normal(&r);
				weight[i] = pl_random_uniform(&r) + 0.1;
			}
			both(c, k, 3, jac, k + 1 < c->n && pass % 2, scale,
			    value, weight);
		}
}

static double
solution(const struct pl_chain *c, int i)
{
	int nb = (int)c->n * c->b;

	return i < nb ? c->rhs[i] : c->crhs[i - nb];
}

/* Entry i, j of the covariance if the chain has it. */
static bool
entry(const struct pl_chain *c, int i, int j, double *v)
{
	int b = c->b, m = c->m, nb = (int)c->n * b, k = i / b, l = j / b;

	if (i >= nb && j >= nb)
		*v = c->corner[(i - nb) * m + j - nb];
	else if (j >= nb)
		*v = c->edge[i * m + j - nb];
	else if (i >= nb)
		return false;
	else if (k == l)
		*v = c->diag[k * b * b + (i % b) * b + j % b];
	else if (k == l + 1)
		*v = c->next[l * b * b + (i % b) * b + j % b];
	else
		return false;
	return true;
}

static void
compare(size_t n, int b, int m, bool scaled)
{
	double scale[12], worst = 0, off = 0, v, got;
	struct pl_chain c;
	int i, j, p;

	for (i = 0; i < 12; i++)
		scale[i] = !scaled ? 1 : i % 3 == 0 ? 1e-5 : i % 3 == 1 ?
		    37 : 2e6;
	if (pl_chain_init(&c, n, b, m)) {
		ok(false, "%zu epochs of %d", n, b);
		return;
	}
	fill(&c, scale, n + (size_t)b);
	invert(full);
	if (pl_chain_solve(&c))
		worst = 1;
	pl_chain_covariance(&c);
	for (i = 0; i < full.n; i++)
		for (j = 0; j < full.n; j++) {
			p = (int)n * b;
			v = scale[i < p ? i % b : 9 + i - p];
			if (j == 0)
				worst = fmax(worst, fabs(v * solution(&c, i) -
				    x[i]));
			v *= scale[j < p ? j % b : 9 + j - p];
			off = fmax(off, fabs(inverse[i][j]) > 0 &&
			    entry(&c, i, j, &got) ?
			    fabs(v * got - inverse[i][j]) : 0);
		}
	ok(worst < 1e-10, "%zu epochs of %d with %d shared%s: the solution",
	    n, b, m, scaled ? ", other units" : "");
	ok(off < 1e-10, "%zu epochs of %d with %d shared%s: the covariance",
	    n, b, m, scaled ? ", other units" : "");
	pl_chain_free(&c);
}

static void
refusals(void)
{
	struct pl_chain c = { .n = 7 };
	double one[2] = { 1, 0 }, v = 1, w = 1;

	ok(pl_chain_init(&c, 0, 2, 0) == PL_ERANGE &&
	    pl_chain_init(&c, 1, 10, 0) == PL_ERANGE &&
	    pl_chain_init(&c, 1, 2, 4) == PL_ERANGE && c.n == 7,
	    "impossible sizes are refused and change nothing");
	if (pl_chain_init(&c, 3, 2, 0))
		return;
	pl_chain_add(&c, 0, 1, one, NULL, NULL, &v, &w);
	ok(pl_chain_solve(&c) == PL_ESTATE,
	    "what no measurement touches is not made up");
	pl_chain_clear(&c);
	v = NAN;
	for (c.n = 3; c.n-- > 0;) {
		pl_chain_prior(&c, c.n, 0, 0, 1);
		pl_chain_prior(&c, c.n, 1, 0, c.n == 1 ? v : 1);
	}
	c.n = 3;
	ok(pl_chain_solve(&c) == PL_ESTATE, "a weight that is no number fails");
	pl_chain_free(&c);
}

int
main(void)
{
	compare(1, 1, 0, false);
	compare(1, 9, 3, false);
	compare(2, 3, 0, false);
	compare(7, 9, 3, false);
	compare(7, 9, 3, true);
	compare(12, 2, 1, false);
	compare(20, 3, 0, true);
	compare(9, 5, 2, true);
	refusals();
	return done();
}
