#include "sync.h"

#include <math.h>
#include <stdlib.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "../base/trig.h"
#include "sync_line.h"

#define PASS_HZ 4.0		/* a trunk or a thigh hardly turns faster */
#define PASS_SHARE 0.3		/* of the slower rate */
#define SURE 5.0		/* of the best lag over the second, nats */
#define SAME_S 0.1		/* two lines that came to one */
#define ALIKE 0.999		/* the rest is the sensors' noise */
#define VECTORS 0.95		/* correlation from which they turn alike */
#define COMMON 0.6		/* of the turning, at least: its square */
#define UNLIKE_S 0.04		/* SD between pieces that do not */
#define AGREE 0.85		/* of the windows that move */
#define LIMIT_S 0.05		/* SD */
#define WINDOWS 12.0
#define WINDOW_LO_S 3.0
#define WINDOW_HI_S 10.0
#define REACH_S 600.0		/* first, either side of the middle */
#define STILL_S 1e-5		/* a line that has moved by less */
enum { ROUNDS = 20 };

#define ASK "give --offset, or begin with both in one hand (plumb-join(1))"

struct sync {
	struct pl_turning a, b;
	const struct pl_sync_known *known;
	struct pl_sync_line line;
	struct pl_sync_fit fit;
	struct pl_sync_pair pair;
	struct pl_sync_window *w;
	double *z;
	size_t room, windows;
	bool vectors;
};

double
pl_sync_pass(const struct pl_sync_side *a, const struct pl_sync_side *b)
{
	return fmin(PASS_HZ, PASS_SHARE * fmin(a->rate_hz, b->rate_hz));
}

static enum pl_err
check_side(const struct pl_sync_side *s, const char *which, struct pl_fault *f)
{
	double span = s->n ? (double)(s->n - 1) / s->rate_hz : 0;

	if (!(s->rate_hz >= PL_SYNC_RATE_HZ))
		return pl_fault_set(f, PL_ESTATE, 0, NULL, NULL, "the %s has "
		    "%.3g rows/s: too slow to tell clocks apart: give "
		    "--offset", which, s->rate_hz);
	if (!(span >= PL_SYNC_LEAST_S))
		return pl_fault_set(f, PL_ESTATE, 0, NULL, NULL, "the %s is "
		    "%.3g s long: below %g s clocks cannot be told apart: "
		    "give --offset", which, span, PL_SYNC_LEAST_S);
	if (!(span <= PL_SYNC_LONGEST_S))
		return pl_fault_set(f, PL_ESTATE, 0, NULL, NULL, "the %s is "
		    "%.4g h long: cut it to 12 with plumb-read -f -t", which,
		    span / 3600);
	return PL_OK;
}

static enum pl_err
check_moves(const struct pl_turning *t, const char *which, struct pl_fault *f)
{
	double rms = sqrt(pl_turning_square(t, 0, t->n));

	if (rms >= PL_SYNC_MOVES)
		return PL_OK;
	return pl_fault_set(f, PL_ESTATE, 0, NULL, NULL, "the %s hardly turns "
	    "(%.2g deg/s RMS): nothing to tell its clock by: give --offset",
	    which, rms / PL_DEG);
}

/* Measure windows within reach_s of the middle, and move the line. */
static enum pl_err
improve(struct sync *s, double reach_s, double *moved_s)
{
	struct pl_sync_line *l = &s->line;
	double span, late;
	enum pl_err err;
	size_t n;

	err = pl_sync_pair_make(&s->pair, &s->a, &s->b, l, l->t_s - reach_s,
	    l->t_s + reach_s);
	if (err)
		return err;
	span = (double)(s->pair.to - s->pair.from) / PL_TURNING_HZ;
	n = (size_t)(span / fmin(WINDOW_HI_S, fmax(WINDOW_LO_S,
	    span / WINDOWS)));
	n = n < s->room ? n : s->room;
	s->windows = n;
	s->vectors = s->pair.vectors >= VECTORS;
	pl_sync_windows(&s->pair, s->vectors, s->w, n);
	err = pl_sync_line_fit(s->w, n, pl_missing(s->known->drift), s->z,
	    &s->fit);
	if (err)
		return PL_ESTATE;
	late = s->fit.late_s + s->fit.slope * (l->t_s - s->fit.t_s);
	*moved_s = fabs(late) + fabs(s->fit.slope) * span;
	/* u of t becomes that of t + late */
	l->u_s += (s->fit.t_s + s->fit.late_s - l->t_s) / (1 + l->drift);
	l->t_s = s->fit.t_s;
	l->drift = (1 + l->drift) / (1 + s->fit.slope) - 1;
	return PL_OK;
}

static enum pl_err
fit(struct sync *s, struct pl_fault *f)
{
	double reach_s = REACH_S, moved_s = HUGE_VAL;
	double all_s = (double)(s->a.n + s->b.n) / PL_TURNING_HZ;
	enum pl_err err = PL_OK;
	int round;

	for (round = 0; round < ROUNDS && !err; round++) {
		pl_sync_pair_free(&s->pair);
		err = improve(s, reach_s, &moved_s);
		if (moved_s < STILL_S && reach_s > all_s)
			break;
		if (round % 2)
			reach_s *= 2;
	}
	if (err == PL_ESTATE)
		return pl_fault_set(f, err, 0, NULL, NULL, "cannot tell their "
		    "clocks: they turn too differently: " ASK);
	return err;
}

/* How much more likely the two recordings are as they lie than by chance. */
static double
score_of(const struct sync *s, double free_hz)
{
	double r = fmin(ALIKE, s->vectors ? s->pair.vectors : s->pair.sizes);

	return r > 0 ? -0.5 * free_hz * s->pair.both_s * pl_log(1 - r * r) : 0;
}

static enum pl_err
settle(struct sync *s, const struct pl_sync_peak *p, struct pl_fault *f)
{
	s->line = (struct pl_sync_line){ p->t_s, p->u_s, p->drift };
	return fit(s, f);
}

static double
offset_of(const struct pl_sync_line *l)
{
	return pl_sync_offset(l->t_s, l->u_s, l->drift);
}

/* The best lag, unless another is about as likely.  Steps of lag and drift
 * have blurred them: those that come near are looked at more closely. */
static enum pl_err
choose(struct sync *s, struct pl_fault *f)
{
	struct pl_sync_peak p[PL_SYNC_PEAKS];
	double score[PL_SYNC_PEAKS] = { 0 }, offset[PL_SYNC_PEAKS] = { 0 };
	enum pl_err err = pl_sync_search(&s->a, &s->b, s->known, p);
	int k;

	if (err)
		return err;
	if (!(p[0].score > 0))
		return pl_fault_set(f, PL_ESTATE, 0, NULL, NULL, "at no offset "
		    "do the two move alike for %g s: are they of one "
		    "recording? " ASK, PL_SYNC_LEAST_S);
	for (k = PL_SYNC_PEAKS - 1; k >= 0; k--) {
		if (!(p[k].score > 0) || p[0].score - p[k].score >= SURE)
			continue;
		err = settle(s, &p[k], k ? NULL : f);
		if (err == PL_ENOMEM || (err && !k))
			return err;
		score[k] = err ? 0 : score_of(s, p[k].free_hz);
		offset[k] = offset_of(&s->line);
	}
	if (score[0] < SURE)
		return pl_fault_set(f, PL_ESTATE, 0, NULL, NULL, "cannot tell "
		    "their clocks: %.2f s fits little better than chance: " ASK,
		    offset[0]);
	for (k = 1; k < PL_SYNC_PEAKS; k++)
		if (score[k] > score[0] - SURE && score[k] > 0 &&
		    fabs(offset[k] - offset[0]) > SAME_S)
			return pl_fault_set(f, PL_ESTATE, 0, NULL, NULL,
			    "cannot tell their clocks: %.2f s and %.2f s fit "
			    "about alike: " ASK, offset[0], offset[k]);
	return PL_OK;
}

/* SD of what pieces of a body that turn otherwise are late. */
static double
unlike_sd(const struct sync *s)
{
	double lacks = (1 - s->pair.vectors) / (1 - VECTORS);

	return UNLIKE_S * fmin(1, fmax(0, lacks));
}

/* SD of b's time at t_s. */
static double
sd_at(const struct sync *s, double t_s)
{
	double tilt = s->fit.slope_sd * (t_s - s->fit.t_s);
	double unlike = unlike_sd(s);

	return sqrt(s->fit.late_sd_s * s->fit.late_sd_s + tilt * tilt +
	    unlike * unlike);
}

static void
answer(const struct sync *s, struct pl_sync *out)
{
	const struct pl_sync_line *l = &s->line;
	double span = (double)(s->pair.to - s->pair.from) / PL_TURNING_HZ;
	double unlike = s->fit.slope_sd > 0 ? sqrt(2) * unlike_sd(s) / span :
	    0;

	out->offset_s = offset_of(l);
	out->offset_sd_s = sd_at(s, out->offset_s);
	out->drift = l->drift;
	out->drift_sd = sqrt(s->fit.slope_sd * s->fit.slope_sd +
	    unlike * unlike);
	out->from_s = s->a.from_s + (double)s->pair.from / PL_TURNING_HZ;
	out->to_s = s->a.from_s + (double)s->pair.to / PL_TURNING_HZ;
	out->worst_sd_s = fmax(sd_at(s, out->from_s), sd_at(s, out->to_s));
	out->vectors = s->vectors;
	out->alike = s->pair.vectors;
	out->windows = s->fit.agree;
	out->moving = s->fit.moving;
	pl_sync_ends(s->w, s->windows, &s->fit, out->end);
	out->q_ab = s->pair.q_ab;
}

/* A clock that jumped has two offsets, and only one was found. */
static enum pl_err
doubt_ends(const struct pl_sync *o, struct pl_fault *f)
{
	int k;

	for (k = 0; k < 2; k++)
		if (o->end[k].jumps)
			return pl_fault_set(f, PL_ESTATE, 0, NULL, NULL, "%s "
			    "%.1f s the second is %.2f s %s than in the rest: "
			    "a clock jumped: cut it off there with %s, or give "
			    "--offset", k ? "after" : "before",
			    o->end[k].at_s, fabs(o->end[k].late_s),
			    o->end[k].late_s > 0 ? "later" : "sooner",
			    k ? "-t" : "-f");
	return PL_OK;
}

static enum pl_err
doubt(const struct sync *s, const struct pl_sync *o, struct pl_fault *f)
{
	enum pl_err err = doubt_ends(o, f);

	if (err)
		return err;
	if (s->pair.both_s < PL_SYNC_LEAST_S)
		return pl_fault_set(f, PL_ESTATE, 0, NULL, NULL, "the two "
		    "share %.3g s: below %g s clocks cannot be told apart: "
		    "give --offset", s->pair.both_s, PL_SYNC_LEAST_S);
	if (!(s->pair.vectors * s->pair.vectors >= COMMON))
		return pl_fault_set(f, PL_ESTATE, 0, NULL, NULL, "cannot tell "
		    "their clocks: at the best offset, %.2f s, only %.0f %% of "
		    "their turning is common: " ASK, o->offset_s, 100 *
		    s->pair.vectors * s->pair.vectors);
	if ((double)s->fit.agree < AGREE * (double)s->fit.moving)
		return pl_fault_set(f, PL_ESTATE, 0, NULL, NULL, "cannot tell "
		    "their clocks: at the best offset, %.2f s, only %zu of %zu "
		    "windows agree: " ASK, o->offset_s, s->fit.agree,
		    s->fit.moving);
	if (fabs(o->drift) > PL_SYNC_DRIFT && pl_missing(s->known->drift))
		return pl_fault_set(f, PL_ESTATE, 0, NULL, NULL, "their clocks "
		    "would differ by %.1f %%: is one rate wrong (plumb-read "
		    "-r)? or " ASK, 100 * o->drift);
	if (!(o->worst_sd_s <= LIMIT_S))
		return pl_fault_set(f, PL_ESTATE, 0, NULL, NULL, "cannot tell "
		    "their clocks better than to %.2f s (%.2f s at best): " ASK,
		    o->worst_sd_s, sd_at(s, s->fit.t_s));
	return PL_OK;
}

static enum pl_err
make(struct sync *s, const struct pl_sync_side *a,
    const struct pl_sync_side *b)
{
	double pass_hz = pl_sync_pass(a, b);
	enum pl_err err = pl_turning_make(&s->a, a, pass_hz);

	if (!err)
		err = pl_turning_make(&s->b, b, pass_hz);
	s->room = (size_t)((double)s->a.n / PL_TURNING_HZ / WINDOW_LO_S) + 1;
	s->w = pl_mem_array(s->room, sizeof *s->w);
	s->z = pl_mem_array(s->room, sizeof *s->z);
	return err || (s->w && s->z) ? err : PL_ENOMEM;
}

enum pl_err
pl_sync_find(const struct pl_sync_side *a, const struct pl_sync_side *b,
    const struct pl_sync_known *known, struct pl_sync *out,
    struct pl_fault *f)
{
	struct sync s = { .known = known };
	struct pl_sync found;
	enum pl_err err = check_side(a, "first", f);

	if (!err)
		err = check_side(b, "second", f);
	if (err)
		return err;
	err = make(&s, a, b);
	if (!err)
		err = check_moves(&s.a, "first", f);
	if (!err)
		err = check_moves(&s.b, "second", f);
	if (!err)
		err = choose(&s, f);
	if (!err) {
		answer(&s, &found);
		err = doubt(&s, &found, f);
	}
	if (!err)
		*out = found;
	pl_turning_free(&s.a);
	pl_turning_free(&s.b);
	pl_sync_pair_free(&s.pair);
	free(s.w);
	free(s.z);
	return err;
}
