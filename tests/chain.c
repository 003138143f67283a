/* a chain of epochs is solved as the same least squares written densely */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/random.h"
#include "../lib/dsp/chain.h"
#include "tap.h"

enum { MOST = 90 };

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

/* A row of measurements has room for all that a chain can touch. */
enum { B = PL_CHAIN_BLOCK, E = PL_CHAIN_SLOW + PL_CHAIN_BORDER };
enum { NEXT = B, SHARED = 2 * B, WIDE = 2 * B + E };

/* Where the slow unknowns of a group stand in the dense problem; the border
 * stands where those of one group more would. */
static int
slow_at(const struct pl_chain *c, size_t j)
{
	return (int)c->is.n * c->is.b + (int)j * c->is.s;
}

static size_t
group_of(const struct pl_chain *c, size_t k)
{
	size_t j = c->is.groups - 1;

	while (pl_chain_first(c, j) > k)
		j--;
	return j;
}

static void
add_dense(const double *z, double value, double weight)
{
	int p, q;

	for (p = 0; p < full.n; p++) {
		for (q = 0; q < full.n; q++)
			full.a[p][q] += weight * z[p] * z[q];
		full.r[p] += weight * z[p] * value;
	}
}

/* The same measurements into both; scale is that of our unknowns. */
static void
both(struct pl_chain *c, size_t k, int rows, const double *jac, bool next,
    const double *scale, const double *value, const double *weight)
{
	int b = c->is.b, s = c->is.s, e = s + c->is.m, i, p;
	double now[3 * B], then[3 * B], shared[3 * E];
	size_t j = group_of(c, k);

	for (i = 0; i < rows; i++) {
		const double *row = jac + i * WIDE;
		double z[MOST] = { 0 };

		for (p = 0; p < b; p++) {
			z[(int)k * b + p] = row[p];
			if (next)
				z[((int)k + 1) * b + p] = row[NEXT + p];
			now[i * b + p] = row[p] * scale[p];
			then[i * b + p] = row[NEXT + p] * scale[p];
		}
		for (p = 0; p < e; p++) {
			z[p < s ? slow_at(c, j) + p :
			    slow_at(c, c->is.groups) + p - s] = row[SHARED + p];
			shared[i * e + p] = row[SHARED + p] * scale[B + p];
		}
		add_dense(z, value[i], weight[i]);
	}
	pl_chain_add(c, k, j, rows, now, next ? then : NULL, shared, value,
	    weight);
}

static void
both_drift(struct pl_chain *c, size_t j, const double *scale)
{
	int i;

	for (i = 0; i < c->is.s; i++) {
		double z[MOST] = { 0 }, size = scale[B + i];

		z[slow_at(c, j) + i] = 1;
		add_dense(z, 0.3, 2);
		pl_chain_slow(c, j, i, 0.3 / size, 2 * size * size);
		if (j + 1 == c->is.groups)
			continue;
		z[slow_at(c, j) + i] = -0.8;
		z[slow_at(c, j + 1) + i] = 1;
		add_dense(z, 0, 5);
		pl_chain_drift(c, j, i, 0.8, 5 * size * size);
	}
}

/* A random problem, both ways; unknown i of ours is theirs / scale[i]. */
static void
fill(struct pl_chain *c, const double *scale, uint64_t seed)
{
	struct pl_random r;
	double jac[3 * WIDE], value[3], weight[3];
	size_t k;
	int i, pass;

	memset(&full, 0, sizeof full);
	full.n = slow_at(c, c->is.groups) + c->is.m;
	pl_random_seed(&r, seed, 1);
	for (k = 0; k < c->is.n; k++)
		for (pass = 0; pass < 8; pass++) {
			for (i = 0; i < 3 * WIDE; i++)
				jac[i] = pl_random_uniform(&r) < 0.4 ? 0 :
				    pl_random_normal(&r);
			for (i = 0; i < 3; i++) {
				value[i] = pl_random_normal(&r);
				weight[i] = pl_random_uniform(&r) + 0.1;
			}
			both(c, k, 3, jac, k + 1 < c->is.n && pass % 2, scale,
			    value, weight);
		}
	for (k = 0; k < c->is.groups; k++)
		both_drift(c, k, scale);
}

static double
solution(const struct pl_chain *c, int i)
{
	int slow = slow_at(c, 0), border = slow_at(c, c->is.groups);

	return i < slow ? c->rhs[i] : i < border ? c->srhs[i - slow] :
	    c->crhs[i - border];
}

/* Entry i, j of the covariance if the chain has it. */
static bool
entry(const struct pl_chain *c, int i, int j, double *v)
{
	int b = c->is.b, m = c->is.m, border = slow_at(c, c->is.groups);

	if (i >= border && j >= border)
		*v = c->corner[(i - border) * m + j - border];
	else if (i < slow_at(c, 0) && j < slow_at(c, 0) && i / b == j / b)
		*v = c->diag[i * b + j % b];
	else
		return false;
	return true;
}

/* The scale of unknown i of the dense problem. */
static double
scale_of(const struct pl_chain *c, const double *scale, int i)
{
	int slow = slow_at(c, 0), border = slow_at(c, c->is.groups);

	return scale[i < slow ? i % c->is.b : i < border ?
	    B + (i - slow) % c->is.s : B + c->is.s + i - border];
}

static void
compare(struct pl_chain_size is, bool scaled)
{
	double scale[B + E], worst = 0, off = 0, v, got;
	const char *units = scaled ? ", other units" : "";
	struct pl_chain c;
	int i, j;

	for (i = 0; i < B + E; i++)
		scale[i] = !scaled ? 1 : i % 3 == 0 ? 1e-5 : i % 3 == 1 ?
		    37 : 2e6;
	if (pl_chain_init(&c, &is)) {
		ok(false, "%zu epochs of %d", is.n, is.b);
		return;
	}
	fill(&c, scale, is.n + (size_t)is.b);
	invert(full);
	if (pl_chain_solve(&c))
		worst = 1;
	pl_chain_covariance(&c);
	for (i = 0; i < full.n; i++) {
		v = scale_of(&c, scale, i);
		worst = fmax(worst, fabs(v * solution(&c, i) - x[i]));
		for (j = 0; j < full.n; j++)
			if (entry(&c, i, j, &got))
				off = fmax(off, fabs(v * scale_of(&c, scale,
				    j) * got - inverse[i][j]));
	}
	ok(worst < 1e-10, "%zu epochs of %d, %zu groups of %d, %d shared%s: "
	    "the solution", is.n, is.b, is.groups, is.s, is.m, units);
	ok(off < 1e-10, "%zu epochs of %d, %zu groups of %d, %d shared%s: "
	    "the covariance", is.n, is.b, is.groups, is.s, is.m, units);
	pl_chain_free(&c);
}

/* Groups are the same counted from either end, and none is empty. */
static void
grouping(void)
{
	struct pl_chain c = { .is = { .b = 1 } };
	bool fine = true;
	size_t j;

	for (c.is.n = 2; c.is.n < 40; c.is.n++)
		for (c.is.groups = 1; c.is.groups < c.is.n; c.is.groups++) {
			size_t g = c.is.groups, links = c.is.n - 1;

			for (j = 0; j < g; j++)
				fine = fine && pl_chain_first(&c, j) <
				    pl_chain_first(&c, j + 1);
			for (j = 0; 2 * j < g; j++)
				fine = fine && pl_chain_first(&c, j) ==
				    links - pl_chain_first(&c, g - j);
		}
	ok(fine, "groups are the same from either end, and none is empty");
}

static void
refusals(void)
{
	static const struct pl_chain_size bad[] = {
		{ 0, 1, 2, 0, 0 }, { 1, 1, B + 1, 0, 0 }, { 1, 2, 2, 0, 0 },
		{ 1, 1, 2, PL_CHAIN_SLOW + 1, 0 }, { 1, 0, 2, 0, 0 },
		{ 1, 1, 2, 0, PL_CHAIN_BORDER + 1 },
	};
	const struct pl_chain_size good = { 3, 1, 2, 0, 0 };
	struct pl_chain c = { .is = { .n = 7 } };
	double one[2] = { 1, 0 }, v = 1, w = 1;
	bool refused = true;
	size_t k;

	for (k = 0; k < sizeof bad / sizeof *bad; k++)
		refused = refused && pl_chain_init(&c, &bad[k]) == PL_ERANGE;
	ok(refused && c.is.n == 7,
	    "impossible sizes are refused and change nothing");
	if (pl_chain_init(&c, &good))
		return;
	pl_chain_add(&c, 0, 0, 1, one, NULL, NULL, &v, &w);
	ok(pl_chain_solve(&c) == PL_ESTATE,
	    "what no measurement touches is not made up");
	pl_chain_clear(&c);
	for (k = 0; k < 3; k++) {
		pl_chain_prior(&c, k, 0, 0, 1);
		pl_chain_prior(&c, k, 1, 0, k == 1 ? NAN : 1);
	}
	ok(pl_chain_solve(&c) == PL_ESTATE, "a weight that is no number fails");
	pl_chain_free(&c);
}

int
main(void)
{
	compare((struct pl_chain_size){ 1, 1, 1, 0, 0 }, false);
	compare((struct pl_chain_size){ 1, 1, 6, 3, 1 }, false);
	compare((struct pl_chain_size){ 2, 1, 3, 0, 0 }, false);
	compare((struct pl_chain_size){ 7, 1, 6, 3, 1 }, false);
	compare((struct pl_chain_size){ 9, 3, 6, 3, 3 }, true);
	compare((struct pl_chain_size){ 9, 8, 6, 3, 1 }, false);
	compare((struct pl_chain_size){ 12, 1, 3, 0, 3 }, false);
	compare((struct pl_chain_size){ 12, 1, 2, 0, 1 }, false);
	compare((struct pl_chain_size){ 20, 1, 3, 0, 0 }, true);
	compare((struct pl_chain_size){ 10, 4, 5, 2, 2 }, true);
	grouping();
	refusals();
	return done();
}
