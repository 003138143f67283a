#include "cut.h"

#include "lay.h"
#include "scenario.h"

/* Repetition k from the first or, below 0, from the last; NULL if none. */
static const struct pl_act *
rep_at(const struct pl_script *s, int k)
{
	size_t i;

	if (k >= 0) {
		for (i = 0; i < s->acts; i++)
			if (pl_cand_counts(s->act[i].class) && k-- == 0)
				return &s->act[i];
		return NULL;
	}
	for (i = s->acts; i-- > 0;)
		if (pl_cand_counts(s->act[i].class) && ++k == 0)
			return &s->act[i];
	return NULL;
}

/* In the first descent, or in the pause after the first repetition. */
static double
late_s(const struct pl_script *s, struct pl_random *r)
{
	const struct pl_act *a = rep_at(s, 0), *next = rep_at(s, 1);
	double u = pl_random_uniform(r), share = pl_lay_between(r, .1, .9);

	if (!a)
		return 0;
	if (u < .5 || !next || next->set != a->set)
		return a->sink_s + share * (a->low_s - a->sink_s);
	return a->end_s + share * (next->start_s - a->end_s);
}

/* In the last repetition, or within a second after it. */
static double
early_s(const struct pl_script *s, struct pl_random *r)
{
	const struct pl_act *a = rep_at(s, -1);
	double u = pl_random_uniform(r), share = pl_lay_between(r, .1, .95);

	if (!a)
		return s->end_s;
	return u < .5 ? a->sink_s + share * (a->end_s - a->sink_s) :
	    a->end_s + share;
}

static void
shift(struct pl_script *s, double by)
{
	size_t i;
	int k;

	for (k = 0; k < PL_AXES; k++)
		for (i = 0; i < s->track[k].n; i++)
			s->track[k].piece[i].t0_s -= by;
	for (i = 0; i < s->acts; i++) {
		s->act[i].start_s -= by;
		s->act[i].sink_s -= by;
		s->act[i].low_s -= by;
		s->act[i].rise_s -= by;
		s->act[i].end_s -= by;
	}
	s->end_s -= by;
}

static bool
shows(const struct pl_script *s, const struct pl_act *a)
{
	const struct pl_track *h = &s->track[s->way];
	double from = a->sink_s > 0 ? a->sink_s : 0;
	double to = a->end_s < s->end_s ? a->end_s : s->end_s;
	double low, half, up;

	if (!pl_script_cuts(s, a))
		return true;
	if (a->low_s < 0 || a->rise_s > s->end_s)
		return false;
	if (a->class == PL_FAILED)
		return a->end_s <= s->end_s;
	low = pl_track_at(h, a->rise_s).x;
	half = (pl_track_at(h, a->sink_s).x + low) / 2;
	up = half > low ? 1 : -1;
	return up * pl_track_at(h, from).x > up * half &&
	    up * pl_track_at(h, to).x > up * half;
}

void
pl_cut_script(struct pl_script *s, unsigned scenes, struct pl_random *r)
{
	double from = scenes & PL_SCENE_LATE_START ? late_s(s, r) : 0;
	double to = scenes & PL_SCENE_EARLY_END ? early_s(s, r) : s->end_s;
	size_t i, n = 0;
	int rep = 0;

	if (to > from)
		s->end_s = to;
	if (from > 0)
		shift(s, from);
	for (i = 0; i < s->acts; i++) {
		struct pl_act a = s->act[i];

		if (a.end_s <= 0 || a.start_s >= s->end_s)
			continue;
		if (n == 0 || a.set != s->act[n - 1].set)
			rep = 0;
		if (pl_cand_counts(a.class) && !shows(s, &a))
			a.class = PL_UNKNOWN;
		a.rep = pl_cand_counts(a.class) ? ++rep : 0;
		s->act[n++] = a;
	}
	s->acts = n;
}
