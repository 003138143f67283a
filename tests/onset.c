/* onsets of strokes whose beginning is known, arm, rest and shaking and all */
#include <math.h>

#include "../lib/base/random.h"
#include "../lib/base/trig.h"
#include "../lib/squat/segment/habit.h"
#include "tap.h"

#define PEAK 0.5		/* m/s */
#define DT 0.02
#define REST 0.004		/* m/s */

static const double arm[3] = { 0.45, -0.1, 0 };

/* Of a stroke that takes so long, from 0.4 s before it to 0.85 of the peak;
 * trunk: how far it turns meanwhile. */
static struct pl_onset
stroke(double length_s, double shape, double trunk, double noise,
    struct pl_random *r)
{
	struct pl_onset o = { .dt = DT, .peak = PEAK };
	double start = 0.03, t;
	int c;

	for (t = -0.4; o.n < PL_ONSET_ROWS; t += DT) {
		double x = (t - start) / length_s, v = 0, w;

		if (x > 0)
			v = (1 - shape) * pl_sin(PL_PI * x) + shape * 16 * x *
			    x * (1 - x) * (1 - x);
		if (v > 0.85)
			break;
		if (x > 0 && o.guess_s == 0)
			o.guess_s = t;
		/* it leans on by itself, as another hinge would */
		w = trunk * pl_sin(7 * t);
		o.turn[0][o.n] = w;
		o.turn[1][o.n] = trunk * pl_cos(11 * t);
		o.t[o.n] = t;
		o.vel[o.n] = PEAK * v + REST + noise * pl_random_normal(r);
		for (c = 0; c < 2; c++)
			o.vel[o.n] += arm[c] * o.turn[c][o.n];
		o.n++;
	}
	o.guess_s = t - o.guess_s;
	return o;
}

static double
miss(double length_s, double shape, double noise)
{
	struct pl_random r;
	struct pl_onset o;

	pl_random_seed(&r, 3, 1);
	o = stroke(length_s, shape, 0.1, noise, &r);
	pl_onset_fit(&o, arm, shape);
	return fabs(o.at_s - 0.03) / length_s;
}

/* The arm and the shape that strokes have in common, from what is believed. */
static struct pl_habit
common(double shape, double noise, int strokes)
{
	struct pl_random r;
	struct pl_habit b;
	int round, i;

	pl_habit_init(&b, 1);
	for (round = 0; round < 8; round++) {
		pl_random_seed(&r, 7, 1);
		pl_habit_begin(&b);
		for (i = 0; i < strokes; i++) {
			enum pl_stroke_end end = i % PL_STROKE_ENDS;
			struct pl_onset o = stroke(1 + 0.2 * (i % 5), shape,
			    0.3, noise, &r);

			pl_onset_fit(&o, b.arm_m, b.shape[end]);
			pl_habit_hear(&b, end, &o);
		}
		pl_habit_change(&b);
	}
	return b;
}

int
main(void)
{
	double s, worst = 0, shaken = 0;
	struct pl_habit b;

	for (s = 0; s <= 1; s += 0.25) {
		worst = fmax(worst, miss(0.6, s, 0));
		worst = fmax(worst, miss(2, s, 0));
		shaken = fmax(shaken, miss(2, s, 0.01));
	}
	ok(worst < 0.002, "from sine to minimum jerk: to %.4f of its length",
	    worst);
	ok(shaken < 0.02, "shaken by 10 mm/s: to %.3f of 2 s", shaken);
	b = common(0, 0.01, 60);
	ok(fabs(b.arm_m[0] - 0.45) < 0.03 && fabs(b.arm_m[1] + 0.1) < 0.03,
	    "sines: the arm is found: %.2f %.2f m", b.arm_m[0], b.arm_m[1]);
	ok(fabs(b.shape[0]) < 0.2 && fabs(b.shape[3]) < 0.2,
	    "and the shape: %.2f %.2f", b.shape[0],
	    b.shape[3]);
	b = common(1, 0.01, 60);
	ok(fabs(b.arm_m[0] - 0.45) < 0.03 && fabs(b.arm_m[1] + 0.1) < 0.03,
	    "minimum jerk: the arm is found: %.2f %.2f m", b.arm_m[0],
	    b.arm_m[1]);
	ok(b.shape[0] > 0.8 && b.shape[0] < 1.2, "and the shape: %.2f",
	    b.shape[0]);
	b = common(1, 0.01, 0);
	ok(b.arm_m[0] == 0.4 && b.shape[2] == 0.5,
	    "without a stroke belief stands");
	return done();
}
