#include "rom.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../../base/num.h"
#include "rom_work.h"

#define APART 0.7071		/* cosine of 45 deg */
#define OWN 0.6			/* of the lower one's turning */
#define ABOUT 0.5		/* of a cycle's turning, to be the drill's */

static const char *const word[PL_ROM_AXES] = { "flexion", "rotation", "side" };

/* Positive about the trunk's axes, forward, up and right as x, y, z. */
static const pl_vec named[PL_ROM_AXES] = {
	[PL_ROM_FLEXION] = { 0, 0, -1 },
	[PL_ROM_ROTATION] = { 0, 1, 0 },
	[PL_ROM_SIDE] = { 1, 0, 0 },
};

const char *
pl_rom_word(enum pl_rom_axis axis)
{
	return word[axis];
}

enum pl_rom_axis
pl_rom_find(const char *text)
{
	int i;

	for (i = 0; i < PL_ROM_AXES && strcmp(word[i], text) != 0; i++)
		;
	return (enum pl_rom_axis)i;
}

static struct pl_twist
twist(const struct pl_rom_in *in, const struct pl_rom_sensor *s)
{
	return (struct pl_twist){ .q = { s->q[0], s->q[1], s->q[2], s->q[3] },
	    .gyr = { s->gyr[0], s->gyr[1], s->gyr[2] }, .n = in->n,
	    .rate_hz = in->rate_hz };
}

static enum pl_err
find_rest(struct pl_rom_work *w)
{
	const struct pl_rom_sensor *s = &w->in->upper;
	enum pl_err err = pl_rest_find(s->acc, s->gyr[0] ? s->gyr : NULL,
	    w->in->n, w->in->rate_hz, w->rest);
	size_t i, m = 0;

	for (i = 0; i < w->in->n && !err; i++)
		m += w->rest[i];
	w->rest_s = (double)m / w->in->rate_hz;
	return err;
}

/* Turn an axis over if it points against another. */
static void
agree(struct pl_twist *t, pl_vec with)
{
	if (pl_vec_dot(t->axis_s, with) < 0)
		t->axis_s = pl_vec_scale(t->axis_s, -1);
}

/* The cycles about the axis as it stands, from any zero. */
static enum pl_err
find_cycles(struct pl_rom_work *w)
{
	const struct pl_rom_in *in = w->in;
	enum pl_err err;
	pl_quat pose;

	pl_cycle_free(&w->r.cycles);
	err = pl_twist_pose(&w->up, 0, in->n, &pose);
	if (!err)
		err = pl_twist_angle(&w->up, pose, w->angle[0]);
	if (!err)
		err = pl_cycle_find(w->angle[0], w->rest, in->n, in->rate_hz,
		    &w->r.cycles);
	return err;
}

static void
span(const struct pl_rom_work *w, size_t *from, size_t *to)
{
	const struct pl_cycles *s = &w->r.cycles;

	*from = s->n ? s->cycle[0].from : 0;
	*to = s->n ? s->cycle[s->n - 1].to + 1 : w->in->n;
}

/* The axis of the whole recording, then that of what turns about it. */
static enum pl_err
find_axis(struct pl_rom_work *w)
{
	enum pl_err err = PL_OK;
	size_t from, to;
	int look;

	for (look = 0; look < 2 && !err; look++) {
		span(w, &from, &to);
		err = pl_twist_axis(&w->up, from, to);
		if (!err && w->in->trunk)
			agree(&w->up, named[w->in->axis]);
		if (!err)
			err = find_cycles(w);
		if (!w->r.cycles.n)
			break;
	}
	/* nothing turns: no cycle */
	return err == PL_ESTATE ? PL_OK : err;
}

/* The still pose, or else the first cycle. */
static struct pl_span
zero(const struct pl_rom_work *w)
{
	const struct pl_cycles *s = &w->r.cycles;

	if (s->zero.to > s->zero.from)
		return s->zero;
	return (struct pl_span){ s->cycle[0].from, s->cycle[0].to + 1 };
}

/* Count an angle from its mean in the still pose; returns its SD there.  Of no
 * pose that is not known. */
static double
settle(const struct pl_rom_work *w, double *x)
{
	double sum = 0, square = 0, mean;
	struct pl_span s = zero(w);
	size_t i, m = 0, n = w->in->n;

	for (i = s.from; i < s.to; i++)
		if (!pl_missing(x[i])) {
			sum += x[i];
			m++;
		}
	mean = m ? sum / (double)m : 0;
	for (i = s.from; i < s.to; i++)
		if (!pl_missing(x[i]))
			square += (x[i] - mean) * (x[i] - mean);
	for (i = 0; i < n; i++)
		x[i] -= mean;
	return m && w->r.cycles.zero.to > w->r.cycles.zero.from ?
	    sqrt(square / (double)m) : PL_ROM_SWAY;
}

/* From level, of a unit vector. */
static double
slope(pl_vec v_e)
{
	return pl_atan2(fabs(v_e.z), sqrt(v_e.x * v_e.x + v_e.y * v_e.y));
}

static enum pl_err
find_angle(struct pl_rom_work *w, const struct pl_twist *t, int k)
{
	struct pl_span s = zero(w);
	pl_quat pose;
	enum pl_err err = pl_twist_pose(t, s.from, s.to, &pose);

	/* a lower sensor may miss the pose, and all else */
	if (err == PL_ESTATE)
		pose = PL_QUAT_ONE;
	err = pl_twist_angle(t, pose, w->angle[k]);
	if (!err)
		w->sway[k] = settle(w, w->angle[k]);
	if (err || k > 0)
		return err;
	w->r.tilt = pl_twist_tilt(t, pose);
	if (w->in->trunk)
		w->r.trunk_tilt = slope(pl_quat_rotate(pose,
		    named[PL_ROM_ROTATION]));
	return pl_rom_squats(w, pose);
}

/* The thorax's angle from the still pose, and its cycles. */
static enum pl_err
find_thorax(struct pl_rom_work *w)
{
	enum pl_err err;

	if (!w->in->trunk && w->r.cycles.way < 0)
		w->up.axis_s = pl_vec_scale(w->up.axis_s, -1);
	err = find_angle(w, &w->up, 0);
	if (err)
		return err;
	pl_cycle_free(&w->r.cycles);
	return pl_cycle_find(w->angle[0], w->rest, w->in->n, w->in->rate_hz,
	    &w->r.cycles);
}

static void
find_lower_axis(struct pl_rom_work *w)
{
	size_t from, to;
	bool own;

	span(w, &from, &to);
	own = pl_twist_axis(&w->low, from, to) == PL_OK &&
	    w->low.share >= OWN && fabs(pl_vec_dot(w->low.axis_s,
	    w->up.axis_s)) > APART;
	if (own)
		agree(&w->low, w->up.axis_s);
	else
		w->low.axis_s = w->up.axis_s;
	w->r.lower_own = own;
	w->r.lower_share = pl_twist_share(&w->low, from, to);
}

/* How much more the thorax turns than its lower end. */
static enum pl_err
find_thoracic(struct pl_rom_work *w)
{
	enum pl_err err;
	size_t i;

	find_lower_axis(w);
	err = find_angle(w, &w->low, 1);
	for (i = 0; i < w->in->n && !err; i++)
		w->angle[1][i] = w->angle[0][i] - w->angle[1][i];
	if (!err)
		w->sway[1] = settle(w, w->angle[1]);
	return err;
}

/* What turns elsewhere is no cycle of the drill. */
static void
judge(struct pl_rom_work *w)
{
	struct pl_cycles *s = &w->r.cycles;
	size_t i;

	for (i = 0; i < s->n; i++)
		if (pl_twist_share(&w->up, s->cycle[i].from,
		    s->cycle[i].to + 1) < ABOUT)
			pl_cycle_verdict(s, i, PL_UNKNOWN, "off-axis");
}

static enum pl_err
find(struct pl_rom_work *w)
{
	enum pl_err err = find_rest(w);

	if (!err)
		err = find_axis(w);
	if (err || !w->r.cycles.n)
		return err;
	err = find_thorax(w);
	if (err || !w->r.cycles.n)
		return err;
	if (w->in->trunk)
		w->r.off = pl_atan2(pl_vec_norm(pl_vec_cross(w->up.axis_s,
		    named[w->in->axis])), pl_vec_dot(w->up.axis_s,
		    named[w->in->axis]));
	judge(w);
	if (w->in->second)
		err = find_thoracic(w);
	return err ? err : pl_rom_ends(w);
}

enum pl_err
pl_rom_measure(const struct pl_rom_in *in, struct pl_rom *r)
{
	struct pl_rom_work w = { .in = in, .up = twist(in, &in->upper),
	    .low = twist(in, &in->lower) };
	enum pl_err err;
	pl_quat pose;
	int k;

	w.r = (struct pl_rom){ .cycles = { .way = 1 }, .tilt = PL_MISSING,
	    .trunk_tilt = PL_MISSING, .off = PL_MISSING, .drift = PL_MISSING,
	    .lower_share = PL_MISSING };
	err = pl_twist_pose(&w.up, 0, in->n, &pose);
	if (err)
		return err;
	w.rest = pl_mem_array(in->n, 1);
	for (k = 0; k < 2; k++)
		w.angle[k] = pl_mem_array(in->n, sizeof *w.angle[k]);
	err = w.rest && w.angle[0] && w.angle[1] ? find(&w) : PL_ENOMEM;
	if (err)
		pl_rom_free(&w.r);
	else
		*r = w.r;
	for (k = 0; k < 2; k++)
		free(w.angle[k]);
	free(w.rest);
	return err;
}

void
pl_rom_free(struct pl_rom *r)
{
	pl_cycle_free(&r->cycles);
	free(r->thorax);
	free(r->thoracic);
	r->thorax = r->thoracic = NULL;
}

size_t
pl_rom_count(const struct pl_rom *r)
{
	size_t i, n = 0;

	for (i = 0; i < r->cycles.n; i++)
		n += r->cycles.cycle[i].rep > 0;
	return n;
}

bool
pl_rom_steep(const struct pl_rom *r)
{
	return r->tilt > PL_TWIST_STEEP_RAD;
}
