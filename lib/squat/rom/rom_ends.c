#include <math.h>
#include <stdlib.h>

#include "../../base/mem.h"
#include "../../base/num.h"
#include "../../dsp/stat.h"
#include "rom_work.h"

#define WALK_S 60.0		/* from one rest to the next */
#define LEFT 0.25		/* of the attitude's error: see rom.h */

static double
square(double x)
{
	return x * x;
}

/* Mean of the stated SD of up, rad; where none is stated, what the grade's
 * accelerometer makes of it, which is most. */
static double
up_sd(const struct pl_rom_work *w, size_t from, size_t to)
{
	const double *sd = w->in->upper.incl_sd;
	double sum = 0;
	size_t i, m = 0;

	for (i = from; sd && i <= to; i++)
		if (!pl_missing(sd[i])) {
			sum += sd[i];
			m++;
		}
	return m ? sum / (double)m * PL_DEG : w->in->grade->acc_bias_mg *
	    1e-3 * sqrt(2);
}

/* rad/s: what is not known of the gyroscope's bias; from rest it walks on. */
static double
bias_sd(const struct pl_rom_work *w)
{
	double own = w->in->grade->gyr_bias_deg_s * PL_DEG;
	double walk = w->in->grade->gyr_walk_deg_s * PL_DEG;

	return w->rest_s > 1 ? fmin(own, sqrt(square(PL_ROM_SWAY /
	    w->rest_s) + walk * walk * WALK_S)) : own;
}

/* How much of a turn moves up. */
static double
seen(const struct pl_rom_work *w)
{
	return pl_cos(fmin(w->r.tilt, PL_TWIST_STEEP_RAD));
}

/* Does the gyroscope carry all of the rows of a cycle? */
static bool
carried(const struct pl_rom_work *w, const struct pl_cycle *c)
{
	const struct pl_rom_sensor *s = &w->in->upper;
	size_t i;

	for (i = c->from; i <= c->to && s->gyr[0]; i++)
		if (pl_missing(s->gyr[0][i] + s->gyr[1][i] + s->gyr[2][i] +
		    s->q[0][i]))
			return false;
	return s->gyr[0];
}

static double
range_sd(const struct pl_rom_work *w, const struct pl_cycle *c, double range,
    double sway)
{
	const struct pl_grade *g = w->in->grade;
	double left = carried(w, c) ? LEFT : 1;
	double up = up_sd(w, c->from, c->to) / sqrt(2) *
	    2 * fabs(pl_sin(range / 2)) / seen(w);
	double ran = bias_sd(w) * (c->end - c->back) / w->in->rate_hz *
	    pl_sin(w->r.tilt);

	return sqrt(square(g->slack_deg * PL_DEG) / 3 +
	    (square(g->gyr_gain) + square(g->clock)) * square(range) +
	    2 * square(sway) + square(left * up) + square(ran));
}

/* The ends of a cycle in an angle whose way out is that of the thorax. */
static struct pl_rom_end
ends(const struct pl_rom_work *w, const struct pl_cycle *c, const double *x)
{
	struct pl_rom_end e = { PL_MISSING, PL_MISSING, PL_MISSING,
	    PL_MISSING };
	double way = w->r.cycles.way;
	size_t i, at = c->from;

	for (i = c->from; i <= c->to; i++)
		if (!pl_missing(x[i]) && !(way * x[i] <= way * e.far)) {
			e.far = x[i];
			at = i;
		}
	for (i = at; i <= c->until; i++)
		if (!pl_missing(x[i]) && !(way * x[i] >= way * e.near))
			e.near = x[i];
	e.range = way * (e.far - e.near);
	return e;
}

static struct pl_rom_end
of_thorax(const struct pl_rom_work *w, const struct pl_cycle *c)
{
	double way = w->r.cycles.way;
	struct pl_rom_end e = { way * c->far, way * c->near, c->range,
	    PL_MISSING };

	if (!pl_missing(e.range))
		e.sd = range_sd(w, c, e.range, w->sway[0]);
	return e;
}

/* Two straps and two sensors err, each in its own way. */
static struct pl_rom_end
of_thoracic(const struct pl_rom_work *w, const struct pl_cycle *c)
{
	struct pl_rom_end e = ends(w, c, w->angle[1]);

	if (pl_missing(c->near))
		e.range = e.near = PL_MISSING;
	if (!pl_missing(e.range))
		e.sd = sqrt(2) * range_sd(w, c, e.range, w->sway[1] / sqrt(2));
	return e;
}

/* What is not known: without a still pose the ends, and all of the unknown. */
static void
leave(const struct pl_rom_work *w, const struct pl_cycle *c,
    struct pl_rom_end *e)
{
	if (c->class == PL_UNKNOWN)
		e->range = e->sd = PL_MISSING;
	if (c->class == PL_UNKNOWN || w->r.cycles.zero.to <=
	    w->r.cycles.zero.from)
		e->far = e->near = PL_MISSING;
}

/* 2 SD of what the bias adds over the median cycle, but no more than gravity
 * lets pass. */
static double
drift(const struct pl_rom_work *w, double *last, size_t n)
{
	size_t i;
	double ran;

	for (i = 0; i < n; i++)
		last[i] = (w->r.cycles.cycle[i].end -
		    w->r.cycles.cycle[i].start) / w->in->rate_hz;
	ran = bias_sd(w) * pl_stat_median(last, n);
	if (w->r.tilt > PL_TWIST_STEEP_RAD)
		return 2 * ran;
	return 2 * fmin(ran, up_sd(w, 0, w->in->n - 1) / sqrt(2) / seen(w));
}

enum pl_err
pl_rom_ends(struct pl_rom_work *w)
{
	size_t n = w->r.cycles.n, i;
	double *last = pl_mem_array(n, sizeof *last);

	w->r.thorax = pl_mem_array(n, sizeof *w->r.thorax);
	if (w->in->second)
		w->r.thoracic = pl_mem_array(n, sizeof *w->r.thoracic);
	if (!last || !w->r.thorax || (w->in->second && !w->r.thoracic)) {
		free(last);
		return PL_ENOMEM;
	}
	for (i = 0; i < n; i++) {
		const struct pl_cycle *c = &w->r.cycles.cycle[i];

		w->r.thorax[i] = of_thorax(w, c);
		leave(w, c, &w->r.thorax[i]);
		if (!w->in->second)
			continue;
		w->r.thoracic[i] = of_thoracic(w, c);
		leave(w, c, &w->r.thoracic[i]);
	}
	w->r.drift = drift(w, last, n);
	free(last);
	return PL_OK;
}
