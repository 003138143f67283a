#include "onset.h"

#include <math.h>

#include "../../base/trig.h"

#define VEL_SD 0.01		/* m/s, of a value */
#define SHAPE_ERROR 0.015	/* of the peak */
#define ANEW_S 0.06		/* after which another tells more */
#define REST_SD 0.01		/* m/s */
#define SHAPE_SD 0.15		/* of one stroke about its kind */
#define EARLIEST_S 0.6		/* before the first look */
#define SLOWEST 0.03		/* 1/s */
#define QUICKEST 10.0
#define ROUGH 3.0		/* times as much as believed is a bad fit */

enum { AT, PER, SHAPE, REST, OWN };	/* unknowns of a stroke */
enum { RIGHT = OWN + PL_ONSET_SHARED, WIDE };
enum { TRIES = 25 };

/* Normal equations: own unknowns, shared ones, right hand side. */
struct normal {
	double a[OWN][WIDE];
	double shared[PL_ONSET_SHARED][PL_ONSET_SHARED + 1];
	double cost;
};

struct point { double v, along, shape; };	/* and its derivatives */

static struct point
point_at(double x, double shape)
{
	double s, c, q, d;

	if (x <= 0 || x >= 1)
		return (struct point){ 0, 0, 0 };
	s = pl_sin(PL_PI * x);
	c = PL_PI * pl_cos(PL_PI * x);
	q = 16 * x * x * (1 - x) * (1 - x);
	d = 32 * x * (1 - x) * (1 - 2 * x);
	return (struct point){ (1 - shape) * s + shape * q,
	    (1 - shape) * c + shape * d, q - s };
}

/* A row of belief: derivatives by the own unknowns, or by all; the error,
 * 1 / sd. */
static void
add(struct normal *e, int all, const double row[RIGHT], double error,
    double weight)
{
	double w = weight * weight;
	int i, j;

	for (i = 0; i < OWN; i++) {
		for (j = 0; j < (all ? RIGHT : OWN); j++)
			e->a[i][j] += w * row[i] * row[j];
		e->a[i][RIGHT] -= w * row[i] * error;
	}
	for (i = 0; all && i < PL_ONSET_SHARED; i++) {
		for (j = 0; j < PL_ONSET_SHARED; j++)
			e->shared[i][j] += w * row[OWN + i] * row[OWN + j];
		e->shared[i][PL_ONSET_SHARED] -= w * row[OWN + i] * error;
	}
	e->cost += w * error * error;
}

static void
gather(const struct pl_onset *o, const double own[OWN], const double arm[3],
    double shape, int all, struct normal *e)
{
	double rough = SHAPE_ERROR * o->peak, weight = sqrt((o->dt < ANEW_S ?
	    o->dt / ANEW_S : 1) / (VEL_SD * VEL_SD + rough * rough));
	size_t i;
	int c;

	*e = (struct normal){ 0 };
	for (i = 0; i < o->n; i++) {
		double since = o->t[i] - own[AT];
		struct point p = point_at(own[PER] * since, own[SHAPE]);
		double row[RIGHT] = {
			-o->peak * p.along * own[PER], o->peak * p.along *
			since, o->peak * p.shape, 1
		};
		double error = o->peak * p.v + own[REST] - o->vel[i];

		for (c = 0; c < 3; c++) {
			row[OWN + c] = o->turn[c][i];
			error += arm[c] * o->turn[c][i];
		}
		add(e, all, row, error, weight);
	}
	add(e, all, (const double[RIGHT]){ [SHAPE] = 1, [OWN + 3] = -1 },
	    own[SHAPE] - shape, 1 / SHAPE_SD);
	add(e, all, (const double[RIGHT]){ [REST] = 1 }, own[REST], 1 / REST_SD);
}

/* Eliminate the own unknowns among each other; their change is then left in
 * the last column.  The diagonal grows by a share. */
static void
eliminate(double a[OWN][WIDE], double more)
{
	int i, j, k;

	for (k = 0; k < OWN; k++)
		a[k][k] *= 1 + more;
	for (k = 0; k < OWN; k++)
		for (i = 0; i < OWN; i++) {
			double l = i == k || !(a[k][k] > 0) ? 0 :
			    a[i][k] / a[k][k];

			for (j = k; j < WIDE; j++)
				a[i][j] -= l * a[k][j];
		}
	for (k = 0; k < OWN; k++)
		for (j = OWN; j < WIDE; j++)
			a[k][j] = a[k][k] > 0 ? a[k][j] / a[k][k] : 0;
}

static double
within(double x, double lo, double hi)
{
	return x < lo ? lo : x > hi ? hi : x;
}

void
pl_onset_fit(struct pl_onset *o, const double arm[3], double shape)
{
	double own[OWN] = { -0.02, 1 / (3.5 * o->guess_s + 0.1), shape, 0 };
	double more = 1e-3, next[OWN];
	struct normal now, then;
	int i, k;

	gather(o, own, arm, shape, 0, &now);
	for (k = 0; k < TRIES && more < 1e6; k++) {
		then = now;
		eliminate(then.a, more);
		for (i = 0; i < OWN; i++)
			next[i] = own[i] + then.a[i][RIGHT];
		next[AT] = within(next[AT], -EARLIEST_S, o->guess_s);
		next[PER] = within(next[PER], SLOWEST, QUICKEST);
		next[SHAPE] = within(next[SHAPE], -0.5, 1.5);
		gather(o, next, arm, shape, 0, &then);
		if (!(then.cost < now.cost)) {
			more *= 8;
			continue;
		}
		more = more > 1e-6 ? more / 5 : more;
		for (i = 0; i < OWN; i++)
			own[i] = next[i];
		if (now.cost - then.cost < 1e-6 * now.cost)
			k = TRIES;
		now = then;
	}
	o->at_s = own[AT];
	o->per_s = own[PER];
	o->shape = own[SHAPE];
	o->rest = own[REST];
}

double
pl_onset_share(const struct pl_onset *o, const double arm[3], double shape,
    double a[PL_ONSET_SHARED][PL_ONSET_SHARED + 1])
{
	const double own[OWN] = { o->at_s, o->per_s, o->shape, o->rest };
	struct normal e, gone;
	double believed = (double)o->n * o->dt / ANEW_S + 1, trust, bad;
	int i, j, k;

	gather(o, own, arm, shape, 1, &e);
	bad = e.cost / (believed * ROUGH * ROUGH);
	trust = 1 / (1 + bad);
	gone = e;
	eliminate(gone.a, 1e-9);
	for (i = 0; i < PL_ONSET_SHARED; i++)
		for (j = 0; j <= PL_ONSET_SHARED; j++) {
			double left = e.shared[i][j];

			for (k = 0; k < OWN; k++)
				left -= e.a[k][OWN + i] * gone.a[k][OWN + j];
			a[i][j] += trust * left;
		}
	return ROUGH * ROUGH * believed * pl_log(1 + bad);
}
