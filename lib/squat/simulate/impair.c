#include "impair.h"

#include <math.h>
#include <stdbool.h>

#include "../../base/trig.h"
#include "../../base/unit.h"

/* Uses of one seed; act.c has 1 to 4, scenario.c 5, sensor.c 11 and 32,
 * stress.c 21 and 22. */
enum { ERRORS = 12, NOISE, TIME, APART = 100 };

static void
axis(struct pl_impair *s, int i, struct pl_random *r)
{
	const struct pl_grade *g = s->grade;
	bool gyr = i >= 3;
	double unit = gyr ? PL_DEG : PL_GRAVITY;
	double range = gyr ? g->gyr_range_deg_s : g->acc_range_g;
	double density = gyr ? g->gyr_noise_deg_s : g->acc_noise_ug * 1e-6;
	double bias = gyr ? g->gyr_bias_deg_s : g->acc_bias_mg * 1e-3;

	s->gain[i] = 1 + (gyr ? g->gyr_gain : g->acc_gain) *
	    pl_random_normal(r);
	s->bias[i] = unit * bias * pl_random_normal(r);
	s->noise[i] = unit * density * sqrt(s->rate_hz / 2);
	s->full[i] = unit * range;
	s->step[i] = range > 0 && g->bits > 0 ?
	    ldexp(s->full[i], 1 - g->bits) : 0;
}

void
pl_impair_init(struct pl_impair *s, const struct pl_grade *g, double rate_hz,
    uint64_t seed, unsigned unit)
{
	uint64_t apart = (uint64_t)unit * APART;
	struct pl_random r;
	int i;

	*s = (struct pl_impair){ .grade = g, .rate_hz = rate_hz };
	pl_random_seed(&r, seed, ERRORS + apart);
	s->clock = 1 + g->clock * pl_random_normal(&r);
	for (i = 0; i < 6; i++)
		axis(s, i, &r);
	s->walk = g->gyr_walk_deg_s * PL_DEG / sqrt(rate_hz);
	pl_random_seed(&s->noise_r, seed, NOISE + apart);
	pl_random_seed(&s->time_r, seed, TIME + apart);
}

double
pl_impair_instant(struct pl_impair *s, size_t i)
{
	double stamp = (double)i / s->rate_hz, t;

	if (stamp >= s->packet_end_s) {
		s->late_s = s->grade->jitter_s * pl_random_normal(&s->time_r);
		if (s->grade->packet_s > 0)
			s->packet_end_s = stamp - s->grade->packet_s *
			    pl_log(pl_random_uniform(&s->time_r));
	}
	t = stamp / s->clock + s->late_s;
	if (t > s->last_s)
		s->last_s = t;
	return s->last_s;
}

/* Round to the converter's steps, and clip as it does. */
static double
convert(double x, double step, double full)
{
	double n = floor(x / step + .5), top = full / step;

	return step * (n > top - 1 ? top - 1 : n < -top ? -top : n);
}

static double
clip(double x, double full)
{
	return x > full ? full : x < -full ? -full : x;
}

void
pl_impair_sample(struct pl_impair *s, double x[6])
{
	int i;

	for (i = 0; i < 6; i++) {
		double z = pl_random_normal(&s->noise_r);

		if (i >= 3)
			s->bias[i] += s->walk * pl_random_normal(&s->noise_r);
		x[i] = s->gain[i] * x[i] + s->bias[i] + s->noise[i] * z;
		if (s->step[i] > 0)
			x[i] = convert(x[i], s->step[i], s->full[i]);
		else if (s->full[i] > 0)
			x[i] = clip(x[i], s->full[i]);
	}
}
