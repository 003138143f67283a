/* simulated sensors err as much as their grade says, and no more */
#include <math.h>
#include <stdlib.h>

#include "../lib/base/trig.h"
#include "../lib/base/unit.h"
#include "../lib/squat/simulate/sensor.h"
#include "../lib/squat/simulate/simulate.h"
#include "tap.h"

static struct pl_session
session(const char *grade, enum pl_piece_kind ramp, unsigned seed)
{
	struct pl_session p = pl_session_default;

	p.grade = pl_grade_find(grade);
	p.ramp = ramp;
	p.seed = seed;
	return p;
}

static bool
near(double got, double want, double share)
{
	return fabs(got - want) <= share * want + 1e-12;
}

/* A sensor that lies still on a table: the SD of each channel. */
static void
still(const struct pl_session *p, double sd[6], size_t n)
{
	struct pl_script nothing = { 0 };
	struct pl_pose pose = { .force_t = { 0, PL_GRAVITY, 0 } };
	struct pl_sensor s;
	double first[6], felt[6], out[6], mean[6];
	size_t i;
	int k;

	for (k = 0; k < 6; k++)
		mean[k] = sd[k] = 0;
	pl_sensor_init(&s, p);
	pl_sensor_feel(&s, &nothing, 0, &pose, felt);
	pl_sensor_read(&s, felt, first);
	for (i = 0; i < n; i++) {
		pl_sensor_read(&s, felt, out);
		for (k = 0; k < 6; k++) {
			mean[k] += out[k] - first[k];
			sd[k] += pow(out[k] - first[k], 2);
		}
	}
	for (k = 0; k < 6; k++) {
		mean[k] /= (double)n;
		sd[k] = sqrt(fmax(0, sd[k] / (double)n - mean[k] * mean[k]));
	}
}

static void
noise(const char *grade, double rate)
{
	struct pl_session p = session(grade, PL_PIECE_COSINE, 13);
	const struct pl_grade *g = p.grade;
	double sd[6], acc, gyr, step_a, step_g;

	p.rate_hz = rate;
	still(&p, sd, 20000);
	/* rounding to a step adds its twelfth; the walk is short here */
	step_a = g->bits ? ldexp(g->acc_range_g * PL_GRAVITY, 1 - g->bits) : 0;
	step_g = g->bits ? ldexp(g->gyr_range_deg_s * PL_DEG, 1 - g->bits) : 0;
	acc = sqrt(pow(g->acc_noise_ug * 1e-6 * PL_GRAVITY, 2) * rate / 2 +
	    step_a * step_a / 12);
	gyr = sqrt(pow(g->gyr_noise_deg_s * PL_DEG, 2) * rate / 2 +
	    step_g * step_g / 12);
	ok(near(sd[0], acc, .05) && near(sd[1], acc, .05) &&
	    near(sd[2], acc, .05), "%s at %g Hz: accelerometer noise is its "
	    "density times sqrt(rate / 2)", grade, rate);
	ok(sd[3] >= .95 * gyr && sd[3] <= sqrt(gyr * gyr +
	    pow(g->gyr_walk_deg_s * PL_DEG, 2) * 20000 / rate) * 1.1,
	    "%s at %g Hz: so is the gyroscope's, and the walk", grade, rate);
}

/* Over many seeds: biases, gains, clock and jitter have the SD promised. */
static void
spread(const char *grade)
{
	enum { SEEDS = 400 };
	struct pl_session p = session(grade, PL_PIECE_COSINE, 0);
	const struct pl_grade *g = p.grade;
	double bias = 0, gain = 0, clock = 0, turn = 0, n = 6. * SEEDS;
	struct pl_sensor s;
	int k;

	for (p.seed = 1; p.seed <= SEEDS; p.seed++) {
		pl_sensor_init(&s, &p);
		for (k = 0; k < 3; k++) {
			bias += pow(s.impair.bias[k] / PL_GRAVITY * 1e3, 2);
			turn += pow(s.impair.bias[k + 3] / PL_DEG, 2);
			gain += pow(s.impair.gain[k] - 1, 2) +
			    pow(s.impair.gain[k + 3] - 1, 2);
		}
		clock += pow(s.impair.clock - 1, 2);
	}
	ok(near(sqrt(2 * bias / n), g->acc_bias_mg, .1) &&
	    near(sqrt(2 * turn / n), g->gyr_bias_deg_s, .1) &&
	    near(sqrt(gain / n), sqrt((g->acc_gain * g->acc_gain +
	    g->gyr_gain * g->gyr_gain) / 2), .1) &&
	    near(sqrt(clock / SEEDS), g->clock, .15),
	    "%s: biases, gains and clocks have the SD promised", grade);
}

static void
jitter(const char *grade)
{
	enum { N = 20000 };
	struct pl_session p = session(grade, PL_PIECE_COSINE, 17);
	double sum = 0, square = 0, before = -1;
	struct pl_sensor s;
	bool ordered = true;
	size_t i;

	p.rate_hz = 20;		/* slow: samples cannot overtake */
	pl_sensor_init(&s, &p);
	for (i = 0; i < N; i++) {
		double t = pl_impair_instant(&s.impair, i), e;

		e = t - (double)i / p.rate_hz / s.impair.clock;
		ordered = ordered && t >= before;
		before = t;
		sum += e;
		square += e * e;
	}
	ok(ordered && near(sqrt(square / N - sum / N * (sum / N)),
	    p.grade->jitter_s, .1), "%s: samples jitter as promised, in order",
	    grade);
}

/* Mountings favour no direction: up in the sensor's axes, over seeds. */
static void
mountings(void)
{
	enum { SEEDS = 600 };
	struct pl_session p = session("none", PL_PIECE_COSINE, 0);
	pl_vec sum = { 0, 0, 0 }, square = { 0, 0, 0 };
	struct pl_sensor s;

	for (p.seed = 1; p.seed <= SEEDS; p.seed++) {
		pl_vec up;

		pl_sensor_init(&s, &p);
		up = pl_quat_rotate(s.mount_st, (pl_vec){ 0, 1, 0 });
		sum = pl_vec_add(sum, up);
		square = pl_vec_add(square, (pl_vec){ up.x * up.x,
		    up.y * up.y, up.z * up.z });
	}
	ok(pl_vec_norm(sum) / SEEDS < .1 && near(square.x / SEEDS, 1. / 3, .15)
	    && near(square.y / SEEDS, 1. / 3, .15), "any mounting is as "
	    "likely as any other");
}

static void
ranges(void)
{
	struct pl_session p = session("poor", PL_PIECE_COSINE, 19);
	double step = 4 * PL_GRAVITY / 32768, most = 0, off = 0;
	const double *x;
	struct pl_table t;
	size_t i;

	pl_table_init(&t);
	if (pl_simulate_run(&p, &t, NULL, NULL))
		exit(2);
	x = pl_table_get(&t, "acc_x_m_s2");
	for (i = 0; i < t.rows; i++) {
		most = fmax(most, fabs(x[i]));
		off = fmax(off, fabs(x[i] / step - floor(x[i] / step + .5)));
	}
	ok(most <= 4 * PL_GRAVITY && off < 1e-9,
	    "poor: within 4 g, in steps of 16 bits");
	pl_table_free(&t);
}

int
main(void)
{
	const struct pl_grade *g;
	int i;

	for (i = 0; (g = pl_grade_row(i)); i++) {
		noise(g->name, 50);
		noise(g->name, 400);
		spread(g->name);
		jitter(g->name);
	}
	mountings();
	ranges();
	return done();
}
