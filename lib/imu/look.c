#include "look.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "../base/schema.h"
#include "../base/trig.h"
#include "../base/unit.h"
#include "calibrate.h"
#include "clip.h"
#include "foresee.h"
#include "noise.h"
#include "rest.h"

/* Where the second with most marks begins, or missing. */
static double
worst_second(const unsigned char *mark, const struct pl_clock *c)
{
	size_t w = (size_t)(c->rate_hz + 0.5), i, now = 0, most = 0, at = 0;

	w = w ? w : 1;
	for (i = 0; i < c->rows; i++) {
		now += mark[i];
		if (i >= w)
			now -= mark[i - w];
		if (now > most) {
			most = now;
			at = i + 1 > w ? i + 1 - w : 0;
		}
	}
	return most ? pl_clock_at(c, at) : PL_MISSING;
}

/* The three axes from the first, which is 0 of acc or 3 of gyr; any marks the
 * rows in which one of them clips. */
static enum pl_err
look_clip(struct pl_look *l, int first, unsigned char *any)
{
	size_t n = l->clock.rows, i, there;
	unsigned char *mark = pl_mem_array(n, 1);
	int a;

	if (!mark)
		return PL_ENOMEM;
	for (a = first; a < first + 3; a++) {
		struct pl_clip clip;

		memset(mark, 0, n);
		clip = pl_clip_find(&l->device->x[first], a - first, n,
		    first ? PL_CLIP_GYR : PL_CLIP_ACC, mark);
		for (i = there = 0; i < n; i++) {
			there += !pl_missing(l->device->x[a][i]);
			any[i] |= mark[i];
		}
		if (!there)
			continue;
		l->clip[a].share = (double)clip.rows / (double)there;
		l->clip[a].limit = clip.limit;
		l->clip[a].at_s = worst_second(mark, &l->clock);
		if (clip.rows && !(fabs(clip.limit) <= l->range[first / 3]))
			l->range[first / 3] = fabs(clip.limit);
	}
	free(mark);
	return PL_OK;
}

/* What plumb-orient finds of it. */
static enum pl_err
look_orient(struct pl_look *l, const unsigned char *clipped)
{
	struct pl_oriented found;
	enum pl_err err = pl_foresee_orient(&l->device->x[0], &l->device->x[3],
	    l->clock.rows, l->clock.rate_hz, clipped, &found);

	if (!err) {
		l->misfit = found.misfit;
		l->bias = sqrt(found.bias[0] * found.bias[0] + found.bias[1] *
		    found.bias[1] + found.bias[2] * found.bias[2]);
	}
	return err == PL_ENOMEM ? err : PL_OK;
}

static enum pl_err
look_steps(struct pl_look *l)
{
	enum pl_err err = PL_OK;
	int a;

	for (a = 0; a < 6 && !err; a++) {
		const char *name = l->device->name[a];
		int decimals = pl_schema_decimals(pl_schema_find(name), name);
		double grid = 1;

		while (decimals--)
			grid /= 10;
		if (l->device->x[a])
			err = pl_noise_step(l->device->x[a], l->clock.rows,
			    grid, &l->step[a], &l->levels[a]);
		if (l->device->trunk)
			l->step[a] = PL_MISSING;
	}
	return err;
}

/* What plumb-align would find, with this up. */
static enum pl_err
look_align(struct pl_look *l, pl_vec up)
{
	struct pl_align a;
	enum pl_err err = pl_foresee_align(&l->device->x[0], &l->device->x[3],
	    l->clock.rows, l->clock.rate_hz, l->still.rest_s > 0 ?
	    l->still.bias : NULL, up, &a);

	if (!err) {
		l->flexion = a.axis_share;
		l->forward = a.sign_share;
	}
	return err;
}

/* The instant of a time in rows, if it is one. */
static double
instant(const struct pl_clock *c, double at_s)
{
	return pl_missing(at_s) ? at_s : pl_clock_at(c, (size_t)(at_s *
	    c->rate_hz + 0.5));
}

/* What an accelerometer tells, with its gyroscope where it has one. */
static enum pl_err
look_still(struct pl_look *l, unsigned char *rest)
{
	const double *const *acc = &l->device->x[0];
	const double *const *gyr = l->gyr ? &l->device->x[3] : NULL;
	double rate = l->clock.rate_hz;
	size_t n = l->clock.rows;
	struct pl_upright u;
	enum pl_err err = pl_rest_find(acc, gyr, n, rate, rest);
	int a;

	if (!err)
		err = pl_atrest_find(acc, gyr, rest, n, rate, &l->still);
	if (!err) {
		l->still.longest_at_s = instant(&l->clock,
		    l->still.longest_at_s);
		l->still.start_at_s = instant(&l->clock, l->still.start_at_s);
	}
	for (a = 0; a < 6 && !err; a++)
		if (l->device->x[a])
			err = pl_noise_density(l->device->x[a], rest, n, rate,
			    l->step[a], &l->noise[a]);
	if (!err)
		err = pl_calibrate_upright(acc, gyr, n, rate, &u);
	if (!err) {
		l->quiet_s = u.quiet_s;
		if (gyr && l->trunk && !l->device->trunk)
			err = look_align(l, u.up);
	}
	if (!err || err == PL_ESTATE)
		err = pl_quality_check(acc, gyr, n, rate, &l->quality,
		    &l->fault);
	l->off = l->quality.rest_m_s2 - PL_GRAVITY;
	if (l->quality.windows) {
		l->ratio = l->quality.rad.ratio;
		l->alike = l->quality.rad.alike;
	}
	return err == PL_ESTATE ? PL_OK : err;
}

/* A column of this sensor that another filter made. */
static const double *
column(const struct pl_table *t, const struct pl_look *l, const char *what)
{
	char name[PL_DEVICE_NAME + 32];

	snprintf(name, sizeof name, "%.*s%s", l->device->prefix,
	    l->device->name[0], what);
	return pl_table_get(t, name);
}

static double
mean(const double *x, size_t n)
{
	double sum = 0;
	size_t i, m = 0;

	for (i = 0; x && i < n; i++)
		if (!pl_missing(x[i])) {
			sum += x[i];
			m++;
		}
	return m ? sum / (double)m : PL_MISSING;
}

/* Nothing is known yet. */
static const struct pl_gaps no_gaps = { PL_MISSING, PL_MISSING, PL_MISSING,
	PL_MISSING };

void
pl_look_clock(const struct pl_clock *clock, struct pl_look *l)
{
	const double none = PL_MISSING;
	int a;

	*l = (struct pl_look){ .clock = *clock,
	    .holes = no_gaps, .frozen = no_gaps, .range = { none, none },
	    .still = { .rest_s = none, .longest_at_s = none, .start_s = none,
	    .start_at_s = none, .bias = { none, none, none }, .drift = none,
	    .slip = none },
	    .quiet_s = none, .flexion = none, .forward = none,
	    .quality = { .rest_m_s2 = none, .gyr_fast = none },
	    .off = none, .ratio = none, .alike = none,
	    .misfit = none, .bias = none, .warmth = { none, none },
	    .align_sd_deg = none, .incl_sd_deg = none, .nothing = none };
	for (a = 0; a < 6; a++) {
		l->noise[a] = l->step[a] = l->levels[a] = none;
		l->clip[a] = (struct pl_clipped){ none, none, none };
	}
}

/* No noise is less than a third of these: what lies still and is finer never
 * repeats itself. */
#define COARSE_ACC 0.03			/* m/s^2 */
#define COARSE_GYR (0.1 * PL_DEG)	/* rad/s */

static bool
is_fine(const struct pl_look *l)
{
	int a;

	for (a = 0; a < 6; a++)
		if (l->device->x[a] && !(l->step[a] > (a < 3 ? COARSE_ACC :
		    COARSE_GYR)))
			return true;
	return false;
}

static void
look_gaps(struct pl_look *l)
{
	const struct pl_clock *c = &l->clock;
	const double *x[6];
	int a, cols = 0;

	for (a = 0; a < 6; a++)
		if (l->device->x[a])
			x[cols++] = l->device->x[a];
	l->holes = pl_gaps_holes(x, cols, c->t_s, c->rows, c->rate_hz);
	if (is_fine(l))
		l->frozen = pl_gaps_frozen(x, cols, c->t_s, c->rows,
		    c->rate_hz);
}

/* mark is two flags for each row. */
static enum pl_err
look(struct pl_look *l, unsigned char *mark)
{
	enum pl_err err = look_steps(l);

	if (err || pl_missing(l->clock.rate_hz))
		return err;
	look_gaps(l);
	if (l->acc && !l->device->trunk)
		err = look_clip(l, 0, mark);
	if (!err && l->gyr && !l->device->trunk)
		err = look_clip(l, 3, mark + l->clock.rows);
	if (!err && l->acc && l->gyr)
		err = look_orient(l, mark);
	if (!err && l->acc)
		err = look_still(l, mark);
	return err;
}

enum pl_err
pl_look_sensor(const struct pl_table *t, const struct pl_device *device,
    const struct pl_clock *clock, bool trunk, struct pl_look *found)
{
	unsigned char *mark = pl_mem_array(t->rows, 2);
	enum pl_err err;
	struct pl_look l;
	int a;

	if (!mark)
		return PL_ENOMEM;
	pl_look_clock(clock, &l);
	l.device = device;
	l.trunk = trunk;
	for (a = 0; a < 6; a++)
		l.axes[a / 3] += device->x[a] != NULL;
	l.acc = l.axes[0] == 3;
	l.gyr = l.axes[1] == 3;
	l.align_sd_deg = mean(column(t, &l, "align_sd_deg"), t->rows);
	l.incl_sd_deg = mean(column(t, &l, "incl_sd_deg"), t->rows);
	err = pl_warmth_find(t, device->name[0], device->prefix, &l.warmth);
	if (!err)
		err = look(&l, mark);
	free(mark);
	if (!err)
		*found = l;
	return err;
}
