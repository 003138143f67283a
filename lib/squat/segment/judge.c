#include "judge.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../../base/num.h"
#include "../../base/trig.h"
#include "../../dsp/stat.h"
#include "fail.h"

#define DEPTH_LEAST 0.20	/* m: no squat is less */
#define DEPTH_LEANING 0.10	/* m: nor where the trunk leans along */
#define CLOSES 0.3		/* of the depth: way down and way up agree */
#define CLOSES_ALONE 0.6	/* where none does, before any anchor */
#define SMOOTH 0.65		/* of slow acceleration to quick */
#define BOUNCING 0.3		/* of the depth: no bounce is higher */
#define BOW_ALONG (5 * PL_DEG)	/* a partial one leans so */
#define BOW (8 * PL_DEG)	/* nobody leans so in a walk */
#define JOLT 0.3		/* m/s^2: RMS of the quick */
#define WORK 0.70		/* of the set's depth */
#define PARTIAL 0.35
#define PARTIAL_LEANING 0.27	/* where the trunk leans along */
#define HALF 0.5		/* of the way: not seen whole */
#define SLOW 0.35		/* of the whole ones' speed */
#define LONGEST_S 40.0		/* below its tops: who stays longer sits */
#define LOBE 0.25		/* of the depth: the least leg */
#define LOBE_VEL 0.06		/* m/s: the least peak of a leg */
#define UPRIGHT (45 * PL_DEG)	/* at both ends */
#define BENT (70 * PL_DEG)	/* at any time */

double
pl_judge_depth(const struct pl_cand *c)
{
	return (c->down + c->up) / 2;
}

static double
most_tilt(const struct pl_posture *m, size_t from, size_t to)
{
	double most = 0;

	for (; m->tilt && from <= to; from++)
		if (m->tilt[from] > most)
			most = m->tilt[from];
	return most;
}

static int
upright(const struct pl_posture *m, const struct pl_cand *c)
{
	return !m->tilt || (!(m->tilt[c->turn[0]] > UPRIGHT) &&
	    !(m->tilt[c->turn[2]] > UPRIGHT) &&
	    most_tilt(m, c->turn[0], c->turn[2]) < BENT);
}

static double
peak_vel(const struct pl_vertical *v, size_t from, size_t to, double way)
{
	double peak = 0;

	for (; from <= to; from++)
		if (way * v->vel[from] > peak)
			peak = way * v->vel[from];
	return peak;
}

/* The height below which a candidate is on its way, and not at a top. */
static double
moving_level(const struct pl_vertical *v, const struct pl_cand *c)
{
	return v->height[c->turn[1]] + 0.85 *
	    (c->down < c->up ? c->down : c->up);
}

/* How far the trunk leans beyond its lean at both ends; 0 if nobody knows. */
double
pl_judge_bow(const struct pl_posture *m, const struct pl_cand *c)
{
	double most = -PL_PI;
	size_t i;

	if (!m->lean)
		return 0;
	for (i = c->turn[0]; i <= c->turn[2]; i++)
		if (m->lean[i] > most)
			most = m->lean[i];
	return most - (m->lean[c->turn[0]] + m->lean[c->turn[2]]) / 2;
}

/* Is this drift between steps?  On its way, what of the acceleration is slower
 * than a step is small against what is as quick as one.  Bounces at the bottom
 * are as quick as steps and are left out, but not of a bar, which is jolted at
 * its lowest when it is racked. */
static int
stepped(const struct pl_vertical *v, const struct pl_posture *m,
    const struct pl_cand *c)
{
	double level = moving_level(v, c), mean = 0, slow = 0, fast = 0, d;
	double low = v->height[c->turn[1]] + (m->tilt ? BOUNCING *
	    pl_judge_depth(c) : 0);
	size_t i, all = 0, n = 0, legs = 0;

	for (i = c->turn[0]; i <= c->turn[2]; i++)
		if (!pl_missing(v->slow[i])) {
			mean += v->slow[i];
			all++;
		}
	mean /= all ? (double)all : 1;
	for (i = c->turn[0]; i <= c->turn[2]; i++) {
		if (!(v->height[i] < level) || pl_missing(v->slow[i]))
			continue;
		slow += (v->slow[i] - mean) * (v->slow[i] - mean);
		n++;
		if (v->height[i] < low)
			continue;
		d = v->quick[i] - v->slow[i];
		fast += d * d;
		legs++;
	}
	slow = sqrt(slow / (n ? (double)n : 1));
	fast = sqrt(fast / (legs ? (double)legs : 1));
	return fast > JOLT && slow < SMOOTH * fast && pl_judge_bow(m, c) < BOW;
}

/* Could this be a whole squat, whatever the others are? */
static int
plausible(const struct pl_vertical *v, const struct pl_posture *m,
    const struct pl_cand *c, double closes)
{
	double d = pl_judge_depth(c);

	return d >= DEPTH_LEAST && fabs(c->down - c->up) < closes * d &&
	    upright(m, c) && !stepped(v, m, c) &&
	    peak_vel(v, c->turn[0], c->turn[1], -1) >= LOBE_VEL &&
	    peak_vel(v, c->turn[1], c->turn[2], 1) >= LOBE_VEL;
}

/* How many rows of a candidate lie well below its tops: what a squat spends
 * going down and up, however long one stands between. */
static size_t
moving_rows(const struct pl_vertical *v, const struct pl_cand *c)
{
	double level = moving_level(v, c);
	size_t i, n = 0;

	for (i = c->turn[0]; i <= c->turn[2]; i++)
		n += v->height[i] < level;
	return n;
}

/* Depths of the plausible candidates into d, if there is one; how many. */
static size_t
depths(const struct pl_vertical *v, const struct pl_posture *m,
    const struct pl_cands *s, double closes, double *d)
{
	size_t i, n = 0;

	for (i = 0; d && i < s->n; i++)
		if (plausible(v, m, &s->cand[i], closes))
			d[n++] = pl_judge_depth(&s->cand[i]);
	return n;
}

/* The median of what is about as deep as the deepest, one in ten left out:
 * ducking under the bar and dips are not.  d is reordered, the rest kept. */
static double
typical_depth(double *d, size_t n)
{
	double least = WORK * pl_stat_quantile(d, n, 0.9), median;
	double *deep = pl_mem_array(n, sizeof *deep);
	size_t i, k = 0;

	for (i = 0; deep && i < n; i++)
		if (d[i] >= least)
			deep[k++] = d[i];
	median = deep ? pl_stat_median(deep, k) : PL_MISSING;
	free(deep);
	return median;
}

enum pl_err
pl_judge_typical(const struct pl_vertical *v, const struct pl_posture *m,
    const struct pl_cands *s, struct pl_typical *t)
{
	double *d = pl_mem_array(s->n, sizeof *d), closes = CLOSES;
	size_t i, n = depths(v, m, s, closes, d);

	if (!d)
		return PL_ENOMEM;
	t->agree = 0;
	if (!n)
		n = depths(v, m, s, closes = CLOSES_ALONE, d);
	t->depth = typical_depth(d, n);
	for (i = 0; closes == CLOSES && i < n; i++)
		t->agree += d[i] > 0.6 * t->depth && d[i] < 1.4 * t->depth;
	for (i = n = 0; i < s->n; i++)
		if (plausible(v, m, &s->cand[i], closes) &&
		    pl_judge_depth(&s->cand[i]) >= t->depth)
			d[n++] = (double)moving_rows(v, &s->cand[i]);
	t->rows = pl_stat_median(d, n);
	for (i = n = 0; i < s->n; i++)
		if (plausible(v, m, &s->cand[i], closes) &&
		    pl_judge_depth(&s->cand[i]) >= WORK * t->depth)
			d[n++] = pl_judge_bow(m, &s->cand[i]) /
			    pl_judge_depth(&s->cand[i]);
	t->ratio = pl_stat_median(d, n);
	free(d);
	return PL_OK;
}

/* Judge one candidate against the depth of the set. */
static void
judge(const struct pl_vertical *v, const struct pl_posture *m,
    const struct pl_typical *t, struct pl_cand *c)
{
	double d = pl_judge_depth(c), depth = t->depth;
	double least = c->down < c->up ? c->down : c->up;
	double most = c->down < c->up ? c->up : c->down;
	int leans = pl_judge_bow(m, c) > BOW_ALONG;
	double floor_m = leans ? DEPTH_LEANING : DEPTH_LEAST;
	double share = leans ? PARTIAL_LEANING : PARTIAL;
	int edge = c->turn[0] == 0 || c->turn[2] == v->n - 1;

	if (pl_missing(depth) || most < floor_m || most < share * depth ||
	    (!edge && (d < floor_m || d < share * depth)))
		pl_cand_verdict(c, PL_UNKNOWN, "shallow");
	else if (m->tilt && most_tilt(m, c->turn[0], c->turn[2]) >= BENT)
		pl_cand_verdict(c, PL_UNKNOWN, "bent");
	else if (!upright(m, c))
		pl_cand_verdict(c, PL_UNKNOWN, "not-upright");
	else if (edge && least < HALF * most)
		pl_cand_verdict(c, PL_UNKNOWN, "truncated");
	else if (stepped(v, m, c))
		pl_cand_verdict(c, PL_UNKNOWN, "steps");
	else if (least < LOBE * d ||
	    peak_vel(v, c->turn[0], c->turn[1], -1) < LOBE_VEL ||
	    peak_vel(v, c->turn[1], c->turn[2], 1) < LOBE_VEL)
		pl_cand_verdict(c, edge || c->down < c->up ? PL_UNKNOWN :
		    PL_FAILED,
		    edge ? "truncated" : c->down < c->up ? "no-descent" :
		    "no-return");
	else if ((double)moving_rows(v, c) > LONGEST_S * v->rate_hz ||
	    (d < WORK * depth && d / (double)moving_rows(v, c) <
	    SLOW * depth / t->rows))
		pl_cand_verdict(c, PL_UNKNOWN, "slow");
	else if (d < WORK * depth)
		pl_cand_verdict(c, PL_PARTIAL, "shallow");
	else
		pl_cand_verdict(c, PL_WORK, "full");
}

static enum pl_err
fails(const struct pl_vertical *v, struct pl_cand *c)
{
	int seen = c->turn[2] + 1 < v->n;
	enum pl_err err;

	/* drift makes stalls of its own */
	if (seen && fabs(c->down - c->up) > CLOSES * pl_judge_depth(c))
		return PL_OK;
	err = pl_fail_find(v, c);

	if (!err && c->sunk)
		pl_cand_verdict(c, PL_FAILED, "sank-back");
	return err;
}

enum pl_err
pl_judge_all(const struct pl_vertical *v, const struct pl_posture *m,
    struct pl_cands *s)
{
	struct pl_typical t;
	size_t i;
	enum pl_err err = pl_judge_typical(v, m, s, &t);

	for (i = 0; i < s->n && !err; i++) {
		judge(v, m, &t, &s->cand[i]);
		if (s->cand[i].class <= PL_PARTIAL ||
		    strcmp(s->cand[i].reason, "truncated") == 0)
			err = fails(v, &s->cand[i]);
	}
	return err;
}
