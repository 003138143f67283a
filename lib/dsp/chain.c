#include "chain.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"
#include "../base/cut.h"

enum { B = PL_CHAIN_BLOCK, S = PL_CHAIN_SLOW, M = PL_CHAIN_BORDER };

static size_t
doubles(const struct pl_chain_size *is)
{
	size_t b = (size_t)is->b, s = (size_t)is->s, m = (size_t)is->m;

	return is->n * b * (2 * b + s + m + 1) +
	    is->groups * s * (2 * s + m + 1 + b) + m * (m + 1);
}

static double *
take(double **from, size_t n)
{
	double *at = *from;

	*from += n;
	return at;
}

enum pl_err
pl_chain_init(struct pl_chain *c, const struct pl_chain_size *is)
{
	struct pl_chain t = { .is = *is };
	size_t b = (size_t)is->b, s = (size_t)is->s, m = (size_t)is->m;
	double *at;

	if (is->n < 1 || is->n > (size_t)1 << 40 || is->groups < 1 ||
	    is->groups > is->n || is->b < 1 || is->b > B || is->s < 0 ||
	    is->s > S || is->m < 0 || is->m > M)
		return PL_ERANGE;
	at = pl_mem_array(doubles(is), sizeof *at);
	if (!at)
		return PL_ENOMEM;
	t.diag = take(&at, is->n * b * b);
	t.next = take(&at, is->n * b * b);
	t.edge = take(&at, is->n * b * (s + m));
	t.rhs = take(&at, is->n * b);
	t.slow = take(&at, is->groups * s * (2 * s + m));
	t.srhs = take(&at, is->groups * s);
	t.seam = take(&at, is->groups * b * s);
	t.corner = take(&at, m * m);
	t.crhs = at;
	*c = t;
	return PL_OK;
}

void
pl_chain_free(struct pl_chain *c)
{
	free(c->diag);
	memset(c, 0, sizeof *c);
}

void
pl_chain_clear(struct pl_chain *c)
{
	memset(c->diag, 0, doubles(&c->is) * sizeof *c->diag);
}

void
pl_chain_copy(struct pl_chain *to, const struct pl_chain *from)
{
	memcpy(to->diag, from->diag, doubles(&from->is) * sizeof *to->diag);
}

size_t
pl_chain_first(const struct pl_chain *c, size_t j)
{
	return pl_cut(c->is.n > 1 ? c->is.n - 1 : 1, c->is.groups, j);
}

/* a[p x q] += w x y'; rows of measurements are mostly zeros */
static inline void
outer(double *a, const double *x, int p, const double *y, int q, double w)
{
	int i, j;

	for (i = 0; i < p; i++, a += q) {
		double k = w * x[i];

		if (k == 0)
			continue;
		for (j = 0; j < q; j++)
			a[j] += k * y[j];
	}
}

/* What two sets of unknowns share: their rows are stride apart. */
static void
couple(double *a, int stride, const double *x, int p, const double *y, int q,
    double w)
{
	int i, j;

	for (i = 0; i < p; i++)
		for (j = 0; j < q; j++)
			a[i * stride + j] += w * x[i] * y[j];
}

static void
add_shared(struct pl_chain *c, size_t k, size_t j, const double *x,
    const double *y, const double *z, double value, double w)
{
	const int b = c->is.b, s = c->is.s, m = c->is.m, e = s + m;
	const int wide = 2 * s + m;
	bool last = y && k + 1 == pl_chain_first(c, j + 1) &&
	    j + 1 < c->is.groups;
	double *own = c->slow + j * (size_t)(s * wide);
	double *edge = c->edge + k * (size_t)(b * e);

	if (x)
		couple(edge, e, x, b, z, e, w);
	if (y && last) {
		couple(c->seam + j * (size_t)(b * s), s, y, b, z, s, w);
		couple(edge + b * e + s, e, y, b, z + s, m, w);
	} else if (y)
		couple(edge + b * e, e, y, b, z, e, w);
	couple(own, wide, z, s, z, s, w);
	couple(own + 2 * s, wide, z, s, z + s, m, w);
	outer(c->srhs + j * (size_t)s, z, s, &value, 1, w);
	outer(c->corner, z + s, m, z + s, m, w);
	outer(c->crhs, z + s, m, &value, 1, w);
}

static void
add_row(struct pl_chain *c, size_t k, const double *x, const double *y,
    double value, double w)
{
	const int b = c->is.b;
	size_t kb = k * (size_t)b;
	double *d = c->diag + kb * (size_t)b, *r = c->rhs + kb;

	if (x) {
		outer(d, x, b, x, b, w);
		outer(r, x, b, &value, 1, w);
	}
	if (y) {
		outer(d + b * b, y, b, y, b, w);
		outer(r + b, y, b, &value, 1, w);
	}
	if (x && y)
		outer(c->next + kb * (size_t)b, x, b, y, b, w);
}

void
pl_chain_add(struct pl_chain *c, size_t k, size_t j, int rows,
    const double *now, const double *next, const double *shared,
    const double *value, const double *weight)
{
	const int b = c->is.b, e = c->is.s + c->is.m;
	int i;

	for (i = 0; i < rows; i++) {
		const double *x = now ? now + i * b : NULL;
		const double *y = next ? next + i * b : NULL;

		add_row(c, k, x, y, value[i], weight[i]);
		if (shared && e)
			add_shared(c, k, j, x, y, shared + i * e, value[i],
			    weight[i]);
	}
}

void
pl_chain_prior(struct pl_chain *c, size_t k, int i, double value,
    double weight)
{
	size_t at = k * (size_t)c->is.b + (size_t)i;

	c->diag[at * (size_t)c->is.b + (size_t)i] += weight;
	c->rhs[at] += weight * value;
}

void
pl_chain_shared(struct pl_chain *c, int i, double value, double weight)
{
	c->corner[i * c->is.m + i] += weight;
	c->crhs[i] += weight * value;
}

void
pl_chain_slow(struct pl_chain *c, size_t j, int i, double value,
    double weight)
{
	int s = c->is.s, wide = 2 * s + c->is.m;

	c->slow[j * (size_t)(s * wide) + (size_t)(i * wide + i)] += weight;
	c->srhs[j * (size_t)s + (size_t)i] += weight * value;
}

void
pl_chain_drift(struct pl_chain *c, size_t j, int i, double keep,
    double weight)
{
	int s = c->is.s, wide = 2 * s + c->is.m;
	double *own = c->slow + j * (size_t)(s * wide);

	own[i * wide + i] += weight * keep * keep;
	own[i * wide + s + i] -= weight * keep;
	own[s * wide + i * wide + i] += weight;
}
