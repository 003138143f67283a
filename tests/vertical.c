/* height and velocity of a squat whose closed form is known */
#include <stdlib.h>

#include "../lib/base/num.h"
#include "../lib/base/trig.h"
#include "../lib/base/unit.h"
#include "../lib/squat/segment/vertical.h"
#include "tap.h"

enum { ROOM = 40000 };
static double f[3][ROOM], q[4][ROOM], v0[ROOM], h0[ROOM];
static unsigned char rest[ROOM];
static const pl_vec up = { 0, 0, 1 };
static const double *const acc[3] = { f[0], f[1], f[2] };
static const double *const quat[4] = { q[0], q[1], q[2], q[3] };

#define DEPTH 0.5
#define HALF_S 1.5

/* 4 s still, three squats of 2 * HALF_S with 2 s between, 4 s still; with an
 * error of the acceleration that drifts. */
static size_t
record(double rate, double error)
{
	double T = 2 * HALF_S + 2, w = PL_PI / HALF_S;
	size_t n = (size_t)((8 + 3 * T) * rate), i;

	for (i = 0; i < n; i++) {
		double t = (double)i / rate - 4, u = t - T * floor(t / T);
		int on = t > 0 && t < 3 * T && u < 2 * HALF_S;

		rest[i] = !on;
		h0[i] = on ? -DEPTH / 2 * (1 - pl_cos(w * u)) : 0;
		v0[i] = on ? -DEPTH / 2 * w * pl_sin(w * u) : 0;
		f[0][i] = f[1][i] = 0;
		f[2][i] = PL_GRAVITY + (on ? -DEPTH / 2 * w * w *
		    pl_cos(w * u) : 0) + error * (1 + t / 200);
		q[0][i] = 1;
		q[1][i] = q[2][i] = q[3][i] = 0;
	}
	return n;
}

static void
worst(const struct pl_vertical *v, double *vel, double *height)
{
	size_t i;

	*vel = *height = 0;
	for (i = 0; i < v->n; i++) {
		double dv = fabs(v->vel[i] - v0[i]);
		double dh = fabs(v->height[i] - v->floor - h0[i]);

		*vel = dv > *vel ? dv : *vel;
		*height = dh > *height ? dh : *height;
	}
}

static void
at(double rate, double error)
{
	size_t n = record(rate, error), anchor[6], i;
	double T = 2 * HALF_S + 2, vel, height;
	struct pl_vertical v;

	for (i = 0; i < 3; i++) {
		anchor[2 * i] = (size_t)((4 + (double)i * T) * rate);
		anchor[2 * i + 1] = (size_t)((4 + (double)i * T +
		    2 * HALF_S) * rate);
	}
	if (pl_vertical_init(&v, acc, quat, up, rest, n, rate, 0) ||
	    pl_vertical_solve(&v, 4, anchor, 6)) {
		ok(false, "%g Hz", rate);
		return;
	}
	worst(&v, &vel, &height);
	ok(vel < 0.02 + 0.1 / rate && height < 0.02 + 0.1 / rate, "%g Hz, error %g m/s^2: velocity "
	    "within %.4f m/s, height within %.4f m", rate, error, vel, height);
	pl_vertical_free(&v);
}

/* The sensor leans by 45 deg at the bottom, about y, and reads too much of what
 * lies across the stance. */
static void
leaning(double gain, double bias)
{
	size_t n = record(100, 0), anchor[6], i;
	double T = 2 * HALF_S + 2, vel, height;
	struct pl_vertical v;

	for (i = 0; i < n; i++) {
		double lean = -h0[i] / DEPTH * PL_PI / 4;

		q[0][i] = pl_cos(lean / 2);
		q[2][i] = pl_sin(lean / 2);
		f[0][i] = -f[2][i] * pl_sin(lean) * (1 + gain) + bias;
		f[2][i] *= pl_cos(lean);
	}
	for (i = 0; i < 6; i++)
		anchor[i] = (size_t)((4 + (double)(i / 2) * T +
		    (double)(i % 2) * 2 * HALF_S) * 100);
	if (pl_vertical_init(&v, acc, quat, up, rest, n, 100, 0) ||
	    pl_vertical_solve(&v, 4, anchor, 6)) {
		ok(false, "a sensor that leans");
		return;
	}
	worst(&v, &vel, &height);
	ok(height < 0.01 && vel < 0.02, "a gain of %g and a bias of %g m/s^2 "
	    "across the stance: height within %.4f m", gain, bias, height);
	pl_vertical_free(&v);
}

static void
hole(void)
{
	size_t n = record(100, 0), i;
	double vel, height;
	struct pl_vertical v;

	for (i = 480; i < 500; i++)
		f[2][i] = PL_MISSING;
	if (pl_vertical_init(&v, acc, quat, up, rest, n, 100, 0) ||
	    pl_vertical_solve(&v, 4, NULL, 0)) {
		ok(false, "a hole");
		return;
	}
	worst(&v, &vel, &height);
	ok(vel < 0.05 && height < 0.15 && v.hole[490] > 0.2,
	    "a hole of 0.2 s is bridged (%.2f m/s, %.2f m)", vel, height);
	pl_vertical_free(&v);
	ok(pl_vertical_init(&v, acc, quat, up, rest, 2, 100, 0) == PL_ESHORT,
	    "two rows are too short");
}

/* The squats so often, with a trunk that leans by 30 degrees as it sinks, whose
 * starts are found late and whose ends early by 0.2 s: how deep
 * the first and the last is. */
static void
many(size_t squats)
{
	const double rate = 50, T = 2 * HALF_S + 2;
	size_t n = (size_t)((8 + (double)squats * T) * rate), i;
	size_t *anchor = calloc(2 * squats, sizeof *anchor);
	double w = PL_PI / HALF_S, first, last;
	double seen = DEPTH / 2 * (1 + pl_cos(w * 0.2));
	struct pl_vertical v;

	for (i = 0; i < n; i++) {
		double t = (double)i / rate - 4, u = t - T * floor(t / T);
		int on = t > 0 && t < (double)squats * T && u < 2 * HALF_S;
		double c = on ? pl_cos(w * u) : 1, up_force = PL_GRAVITY -
		    (on ? DEPTH / 2 * w * w * c : 0);
		double lean = 15 * PL_DEG * (1 - c);

		rest[i] = !on;
		f[0][i] = -up_force * pl_sin(lean);
		f[1][i] = 0;
		f[2][i] = up_force * pl_cos(lean);
		q[0][i] = pl_cos(lean / 2);
		q[1][i] = q[3][i] = 0;
		q[2][i] = pl_sin(lean / 2);
	}
	for (i = 0; anchor && i < squats; i++) {
		double t = 4 + (double)i * T;

		anchor[2 * i] = (size_t)((t + 0.2) * rate);
		anchor[2 * i + 1] = (size_t)((t + 2 * HALF_S - 0.2) * rate);
	}
	if (!anchor || pl_vertical_init(&v, acc, quat, up, rest, n, rate, 0) ||
	    pl_vertical_solve(&v, 4, anchor, 2 * squats)) {
		ok(false, "%zu squats", squats);
		free(anchor);
		return;
	}
	i = (size_t)(HALF_S * rate);
	first = v.height[(size_t)((4 + 0.2) * rate)] -
	    v.height[(size_t)(4 * rate) + i];
	last = v.height[anchor[2 * squats - 2]] -
	    v.height[(size_t)((4 + (double)(squats - 1) * T) * rate) + i];
	ok(fabs(first - seen) < 0.035 && fabs(last - seen) < 0.035,
	    "%zu squats found late are %.3f and %.3f m deep, not %.3f", squats,
	    first, last, seen);
	pl_vertical_free(&v);
	free(anchor);
}

int
main(void)
{
	at(12.5, 0);
	at(100, 0);
	at(1000, 0);
	at(100, 0.1);
	leaning(0, 0);
	leaning(0.01, 0);
	leaning(0, 0.2);
	leaning(-0.01, 0.1);
	hole();
	many(1);
	many(8);
	many(150);
	return done();
}
