#include "ascent.h"

#include <math.h>
#include <stdlib.h>

#include "../../base/mem.h"
#include "../../base/unit.h"
#include "../../dsp/peaks.h"
#include "../../dsp/sos.h"
#include "../../dsp/spectrum.h"

#define STICK_CUTOFF_HZ 3.0
#define STICK_M_S 0.02		/* drop and rise of a sticking region */
#define STICK_SHARE 0.05	/* of the peak */
#define EARLY_SHARE 0.3		/* of the ascent's time */

double
pl_ascent_propulsive(const struct pl_ask *a)
{
	double path = 0, time = 0;
	size_t i;

	for (i = a->r->rise; i < a->r->top; i++) {
		double dt = a->f->t_s[i + 1] - a->f->t_s[i];
		double dv = a->x[i + 1] - a->x[i];

		if (pl_missing(dv))
			return PL_MISSING;
		if (dv < -PL_GRAVITY * dt)
			continue;
		path += (a->x[i] + a->x[i + 1]) / 2 * dt;
		time += dt;
	}
	return time > 0 ? path / time : PL_MISSING;
}

/* Remember that memory ran out; a missing value would hide it. */
static void
spent(const struct pl_ask *a)
{
	*a->err = PL_ENOMEM;
}

/* The velocity from the start to the end of the candidate without its ripple:
 * NULL if a row is missing. */
static double *
smooth(const struct pl_ask *a)
{
	size_t n = a->r->end - a->r->start + 1, i;
	double *v;
	struct pl_sos low;

	for (i = 0; i < n; i++)
		if (!a->f->vel || pl_missing(a->f->vel[a->r->start + i]))
			return NULL;
	v = pl_mem_array(n, sizeof *v);
	for (i = 0; v && i < n; i++)
		v[i] = a->f->vel[a->r->start + i];
	if (!v || (!pl_sos_lowpass(&low, 2, STICK_CUTOFF_HZ, a->f->rate_hz) &&
	    pl_sos_zerophase(&low, &v, 1, n)))
		spent(a);
	return v;
}

struct sticking {
	size_t from, to;	/* rows of the stream */
	double low_m_s;
};

/* The first of the turning points that are no ends, down by so much from the
 * one before and up by so much to the one after. */
static int
find_dip(const double *v, const size_t *turn, size_t turns, double drop,
    size_t *k)
{
	for (*k = 2; *k + 1 < turns; ++*k)
		if (v[turn[*k - 1]] - v[turn[*k]] >= drop &&
		    v[turn[*k + 1]] - v[turn[*k]] >= drop)
			return 1;
	return 0;
}

static int
find_sticking(const struct pl_ask *a, struct sticking *s)
{
	double *v = smooth(a), top = 0, drop;
	size_t n = a->r->top - a->r->rise + 1, *turn = NULL, turns = 0, i;
	double *up = v ? v + (a->r->rise - a->r->start) : NULL;
	int found = 0;

	for (i = 0; up && i < n; i++)
		top = up[i] > top ? up[i] : top;
	drop = STICK_SHARE * top > STICK_M_S ? STICK_SHARE * top : STICK_M_S;
	if (up && pl_peaks_turns(up, n, drop, &turn, &turns))
		spent(a);
	if (turns && find_dip(up, turn, turns, drop, &i)) {
		*s = (struct sticking){ a->r->rise + turn[i - 1],
		    a->r->rise + turn[i], up[turn[i]] };
		found = 1;
	}
	free(turn);
	free(v);
	return found;
}

double
pl_ascent_sticking_s(const struct pl_ask *a)
{
	struct sticking s;

	return find_sticking(a, &s) ? a->f->t_s[s.to] - a->f->t_s[s.from] :
	    PL_MISSING;
}

double
pl_ascent_sticking_v(const struct pl_ask *a)
{
	struct sticking s;

	return find_sticking(a, &s) ? s.low_m_s : PL_MISSING;
}

double
pl_ascent_sticking_gain(const struct pl_ask *a)
{
	struct sticking s;

	return find_sticking(a, &s) ? a->x[s.to] - a->x[s.from] : PL_MISSING;
}

double
pl_ascent_early_gain(const struct pl_ask *a)
{
	size_t from = a->r->rise, i;
	size_t to = from + (size_t)(EARLY_SHARE * (double)(a->r->top - from));
	double gain = 0;

	for (i = from; i <= to; i++) {
		if (pl_missing(a->x[i]))
			return PL_MISSING;
		gain = a->x[i] - a->x[from] > gain ? a->x[i] - a->x[from] :
		    gain;
	}
	return gain;
}

double
pl_ascent_smoothness(const struct pl_ask *a)
{
	size_t n = a->r->top - a->r->rise + 1, i;
	double *speed = pl_mem_array(n, sizeof *speed), s = PL_MISSING;
	enum pl_err err = PL_ENOMEM;

	for (i = 0; speed && i < n; i++)
		speed[i] = fabs(a->x[a->r->rise + i]);
	if (speed)
		err = pl_spectrum_arc_length(speed, n, a->f->rate_hz, &s);
	if (err == PL_ENOMEM)
		spent(a);
	free(speed);
	return s;
}
