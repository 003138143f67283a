#include "share.h"

#include <math.h>
#include <stdbool.h>

#include "../../base/lanes.h"
#include "../../base/num.h"
#include "../../base/trig.h"

enum { BLOCK = 256 };		/* rows that stay in the cache */

/* w_i, but for a common factor: the largest (A_i r_i) counts as 1. */
static void
weigh(struct pl_share *s, double p)
{
	double most = 0;
	int i;

	for (i = 0; i < s->n; i++)
		most = fmax(most, s->area_cm2[i] * s->arm_m[i]);
	for (i = 0; i < s->n; i++) {
		double rest = s->area_cm2[i] * s->arm_m[i] / most;

		if (isinf(p))
			rest = 1;
		else if (p != 2)
			rest = pl_exp(pl_log(rest) / (p - 1));
		s->weight[i] = s->area_cm2[i] * rest;
	}
}

/* The muscle that reaches its bound next, of those that are free. */
static int
next_bound(const struct pl_share *s, const bool *bound)
{
	int best = -1, i;

	for (i = 0; i < s->n; i++)
		if (!bound[i] && (best < 0 || s->bound_n[i] * s->weight[best] <
		    s->bound_n[best] * s->weight[i]))
			best = i;
	return best;
}

/* lambda = slope M - less while the same muscles are bound. */
static void
draw_lines(struct pl_share *s)
{
	bool bound[PL_MUSCLES] = { false };
	double held = 0;
	int i, k;

	for (k = 0; k < s->n; k++) {
		double pull = 0;
		int next = next_bound(s, bound);

		for (i = 0; i < s->n; i++)
			pull += bound[i] ? 0 : s->weight[i] * s->arm_m[i];
		s->slope[s->lines] = 1 / pull;
		s->less[s->lines++] = held / pull;
		if (isinf(s->bound_n[next]))
			break;
		held += s->bound_n[next] * s->arm_m[next];
		bound[next] = true;
	}
}

enum pl_err
pl_share_init(struct pl_share *to, const struct pl_muscle *m, int n,
    const struct pl_rule *rule)
{
	struct pl_share s = { .n = n };
	int i;

	if (!(rule->p >= PL_SHARE_P_LO && rule->tension_n_cm2 > 0) || n < 1 ||
	    n > PL_MUSCLES)
		return PL_ERANGE;
	for (i = 0; i < n; i++) {
		if (!(m[i].area_cm2 > 0 && m[i].arm_m > 0))
			return PL_ERANGE;
		s.area_cm2[i] = m[i].area_cm2;
		s.arm_m[i] = m[i].arm_m;
		s.bound_n[i] = m[i].area_cm2 * rule->tension_n_cm2;
		s.capacity_nm += s.bound_n[i] * s.arm_m[i];
	}
	weigh(&s, rule->p);
	draw_lines(&s);
	*to = s;
	return PL_OK;
}

int
pl_share_at(const struct pl_share *s, double moment_nm,
    double force_n[PL_MUSCLES], double *elsewhere_nm)
{
	bool bound[PL_MUSCLES] = { false }, more = moment_nm > 0;
	double left = moment_nm, carried = 0;
	int passes = 0, free = s->n, i;

	for (i = 0; i < s->n; i++)
		force_n[i] = 0;
	while (more && free) {
		double pull = 0, held = 0;

		for (i = 0; i < s->n; i++)
			if (!bound[i])
				pull += s->weight[i] * s->arm_m[i];
		more = false;
		for (i = 0; i < s->n; i++) {
			if (bound[i])
				continue;
			force_n[i] = left / pull * s->weight[i];
			if (force_n[i] > s->bound_n[i]) {
				force_n[i] = s->bound_n[i];
				held += s->bound_n[i] * s->arm_m[i];
				bound[i] = more = true;
				free--;
			}
		}
		left -= held;
		passes++;
	}
	for (i = 0; i < s->n; i++)
		carried += force_n[i] * s->arm_m[i];
	*elsewhere_nm = moment_nm - carried;
	return passes;
}

/* The part of a moment that muscles can and must carry; missing stays so. */
static inline double
carried(double nm, double capacity_nm)
{
	nm = nm < 0 ? 0 : nm;
	return nm > capacity_nm ? capacity_nm : nm;
}

void
pl_share_run(const struct pl_share *s, int i, const double *moment_nm,
    size_t n, double *force_n)
{
	const double *restrict nm = moment_nm;
	double *restrict out = force_n;
	double most = s->capacity_nm, weight = s->weight[i];
	double bound = s->bound_n[i];
	size_t t;
	int k;

	/* lambda first */
	LANES
	for (t = 0; t < n; t++)
		out[t] = s->slope[0] * carried(nm[t], most);
	for (k = 1; k < s->lines; k++) {
		double slope = s->slope[k], less = s->less[k];

		LANES
		for (t = 0; t < n; t++) {
			double x = slope * carried(nm[t], most) - less;

			out[t] = x > out[t] ? x : out[t];
		}
	}
	LANES
	for (t = 0; t < n; t++) {
		double f = weight * out[t];

		out[t] = f > bound ? bound : f;
	}
}

void
pl_share_elsewhere(const struct pl_share *s, const double *moment_nm,
    size_t n, double *elsewhere_nm)
{
	const double *restrict nm = moment_nm;
	double *restrict out = elsewhere_nm;
	double most = s->capacity_nm;
	size_t t;

	LANES
	for (t = 0; t < n; t++)
		out[t] = nm[t] - carried(nm[t], most);
}

void
pl_share_pull(const struct pl_share *s, const double *moment_nm, size_t n,
    double *pull_n)
{
	double area = 0, turn = 0;
	size_t from, t;
	int i;

	for (i = 0; i < s->n; i++) {
		area += s->area_cm2[i];
		turn += s->area_cm2[i] * s->arm_m[i];
	}
	for (t = 0; t < n; t++) {
		double over = moment_nm[t] - s->capacity_nm;

		pull_n[t] = over > 0 ? over * area / turn : 0;
	}
	for (from = 0; from < n; from += BLOCK) {
		size_t rows = n - from < BLOCK ? n - from : BLOCK;
		double force[BLOCK];

		for (i = 0; i < s->n; i++) {
			pl_share_run(s, i, moment_nm + from, rows, force);
			for (t = 0; t < rows; t++)
				pull_n[from + t] += force[t];
		}
	}
}
