#include "habit.h"

#include <math.h>

#define ARM_M 0.40		/* see habit.h */
#define ARM_SD 0.20
#define AHEAD_M -0.06		/* of the hips: behind */
#define AHEAD_SD 0.08
#define ACROSS_SD 0.03
#define FIXED_SD 1e-6
#define SHAPE 0.5
#define SHAPE_SD 0.6		/* of all four in common */
#define APART_SD 0.25		/* of one of them from that */
#define STEP_ARM 0.15		/* greatest in a round */
#define STEP_SHAPE 0.4
#define TURNED 0.5		/* of a step that goes back */
#define SHAPE_LO -0.3
#define SHAPE_HI 1.3

enum { SIZE = PL_HABIT_SIZE };

void
pl_habit_init(struct pl_habit *b, int trunk)
{
	int k;

	*b = (struct pl_habit){ .trunk = trunk, .trust = 1 };
	b->arm_m[0] = trunk ? ARM_M : 0;
	b->arm_m[1] = trunk ? AHEAD_M : 0;
	for (k = 0; k < PL_STROKE_ENDS; k++)
		b->shape[k] = SHAPE;
}

void
pl_habit_set(struct pl_habit *b, double arm_m, double shape)
{
	int k;

	b->arm_m[0] = arm_m;
	for (k = 0; k < PL_STROKE_ENDS; k++)
		b->shape[k] = shape;
}

/* Belief is the inverse of the covariance, of shapes SHAPE_SD^2 + APART_SD^2 on
 * the diagonal and SHAPE_SD^2 beside it. */
void
pl_habit_begin(struct pl_habit *b)
{
	double along = b->trunk ? ARM_SD : FIXED_SD;
	double ahead = b->trunk ? AHEAD_SD : FIXED_SD;
	double across = b->trunk ? ACROSS_SD : FIXED_SD;
	double own = 1 / (APART_SD * APART_SD), all = own * SHAPE_SD *
	    SHAPE_SD / (APART_SD * APART_SD + PL_STROKE_ENDS * SHAPE_SD *
	    SHAPE_SD);
	double off[SIZE];		/* from what is believed */
	int i, j;

	b->cost = 0;

	for (i = 0; i < SIZE; i++) {
		off[i] = i < 3 ? b->arm_m[i] : b->shape[i - 3] - SHAPE;
		for (j = 0; j < SIZE; j++)
			b->a[i][j] = i < 3 || j < 3 ? 0 :
			    (i == j ? own : 0) - all;
	}
	off[0] -= b->trunk ? ARM_M : 0;
	off[1] -= b->trunk ? AHEAD_M : 0;
	b->a[0][0] = 1 / (along * along);
	b->a[1][1] = 1 / (ahead * ahead);
	b->a[2][2] = 1 / (across * across);
	for (i = 0; i < SIZE; i++)
		for (b->a[i][SIZE] = 0, j = 0; j < SIZE; j++) {
			b->a[i][SIZE] -= b->a[i][j] * off[j];
			b->cost += off[i] * b->a[i][j] * off[j];
		}
}

void
pl_habit_hear(struct pl_habit *b, enum pl_stroke_end which,
    const struct pl_onset *o)
{
	const int at[PL_ONSET_SHARED + 1] = { 0, 1, 2, 3 + (int)which, SIZE };
	double a[PL_ONSET_SHARED][PL_ONSET_SHARED + 1] = { { 0 } };
	int i, j;

	b->cost += pl_onset_share(o, b->arm_m, b->shape[which], a);
	for (i = 0; i < PL_ONSET_SHARED; i++)
		for (j = 0; j <= PL_ONSET_SHARED; j++)
			b->a[at[i]][at[j]] += a[i][j];
}

/* Solve for the change and take as much of it as is safe. */
void
pl_habit_change(struct pl_habit *b)
{
	double share = 1, back = 0;
	int i, j, k;

	for (k = 0; k < SIZE; k++)
		for (i = 0; i < SIZE; i++) {
			double l = i == k ? 0 : b->a[i][k] / b->a[k][k];

			for (j = k; j <= SIZE; j++)
				b->a[i][j] -= l * b->a[k][j];
		}
	for (i = 0; i < SIZE; i++) {
		double step, safe = i < 3 ? STEP_ARM : STEP_SHAPE;

		b->a[i][SIZE] /= b->a[i][i];
		step = fabs(b->a[i][SIZE]);
		if (step * share > safe)
			share = safe / step;
	}
	for (i = 0; i < SIZE; i++)
		back += b->a[i][SIZE] * b->last[i];
	b->trust *= back < 0 ? TURNED : 1;
	for (i = 0; i < SIZE; i++) {
		double *x = i < 3 ? &b->arm_m[i] : &b->shape[i - 3];

		b->last[i] = share * b->trust * b->a[i][SIZE];
		*x += b->last[i];
		if (i >= 3)
			*x = *x < SHAPE_LO ? SHAPE_LO : *x > SHAPE_HI ?
			    SHAPE_HI : *x;
	}
}
