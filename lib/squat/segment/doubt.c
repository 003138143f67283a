#include "doubt.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../../base/num.h"
#include "../../dsp/stat.h"
#include "../../imu/align.h"
#include "../../imu/atrest.h"
#include "../../imu/gaps.h"
#include "cand.h"

const char *
pl_doubt_word(enum pl_doubt t)
{
	static const char *const words[PL_DOUBTS] = { NULL, "clipped",
		"hole", "never-still", "lean", "slipped" };

	return words[t];
}

bool
pl_doubt_counts(const struct pl_table *t, unsigned char *counts)
{
	const double *cand = pl_table_get(t, "cand");
	int class = pl_table_find(t, "class"), c;
	size_t i;

	if (!cand || class < 0)
		return false;
	for (i = 0; i < t->rows; i++)
		for (c = counts[i] = 0; c < PL_CLASSES && !pl_missing(cand[i]);
		    c++)
			counts[i] |= pl_cand_counts(c) && pl_table_says(t,
			    class, i, pl_cand_word(c));
	return true;
}

struct rep {
	size_t from, to;		/* rows from..to-1 */
	double least, most, roll;	/* lean; mean roll */
	int clipped;
	size_t missing, longest;	/* rows; of them, in one piece */
};

/* The next run of rows of one repetition at or after t; false if none. */
static int
next(const struct pl_doubt_input *in, size_t t, struct rep *r)
{
	while (t < in->n && !in->counts[t])
		t++;
	if (t == in->n)
		return 0;
	for (r->from = t++; t < in->n && in->counts[t] &&
	    in->cand[t] == in->cand[r->from]; t++)
		;
	r->to = t;
	return 1;
}

static void
measure(const struct pl_doubt_input *in, struct rep *r)
{
	size_t t, rolls = 0, hole = 0;

	r->least = r->most = r->roll = PL_MISSING;
	r->clipped = 0;
	r->missing = r->longest = 0;
	for (t = r->from; t < r->to; t++) {
		double lean = in->lean_deg ? in->lean_deg[t] : PL_MISSING;
		double roll = in->roll_deg ? in->roll_deg[t] : PL_MISSING;

		r->clipped |= in->clipped && in->clipped[t];
		hole = in->missing && in->missing[t] ? hole + 1 : 0;
		r->missing += hole > 0;
		r->longest = hole > r->longest ? hole : r->longest;
		if (!pl_missing(lean) && !(r->least <= lean))
			r->least = lean;
		if (!pl_missing(lean) && !(r->most >= lean))
			r->most = lean;
		if (!pl_missing(roll))
			r->roll = rolls++ ? r->roll + roll : roll;
	}
	if (rolls)
		r->roll /= (double)rolls;
}

static enum pl_doubt
reason(const struct pl_doubt_input *in, const struct rep *r, double upright,
    double level)
{
	if (r->clipped)
		return PL_CLIPPED;
	if ((double)r->longest > PL_GAPS_BRIDGE_S * in->rate_hz ||
	    (double)r->missing > PL_GAPS_SHARE * (double)(r->to - r->from))
		return PL_HOLE;
	if (in->align_sd_deg > PL_ALIGN_SD_HI_DEG)
		return PL_NEVER_STILL;
	if (r->most > PL_DOUBT_LEAN_HI_DEG || r->least < PL_DOUBT_LEAN_LO_DEG)
		return PL_LEAN_BEYOND;
	if (fabs(r->least - upright) > PL_ATREST_SLIP_DEG ||
	    fabs(r->roll - level) > PL_ATREST_SLIP_DEG)
		return PL_SLIPPED;
	return PL_NO_DOUBT;
}

enum pl_err
pl_doubt_judge(const struct pl_doubt_input *in, unsigned char *why,
    size_t *reps)
{
	struct rep *rep = NULL, *grown, r;
	size_t room = 0, n = 0, i, t;
	double *x, upright, level;

	for (t = 0; next(in, t, &r); t = r.to) {
		grown = pl_mem_grow(rep, &room, n + 1, sizeof *grown);
		if (!grown) {
			free(rep);
			return PL_ENOMEM;
		}
		rep = grown;
		measure(in, &r);
		rep[n++] = r;
	}
	x = pl_mem_array(n, sizeof *x);
	if (!x) {
		free(rep);
		return PL_ENOMEM;
	}
	for (i = 0; i < n; i++)
		x[i] = rep[i].least;
	upright = n > 2 ? pl_stat_median(x, n) : PL_MISSING;
	for (i = 0; i < n; i++)
		x[i] = rep[i].roll;
	level = n > 2 ? pl_stat_median(x, n) : PL_MISSING;
	for (*reps = i = 0; i < n; i++) {
		unsigned char *row = why + rep[i].from;

		if (*row == PL_NO_DOUBT)
			memset(row, reason(in, &rep[i], upright, level),
			    rep[i].to - rep[i].from);
		*reps += *row != PL_NO_DOUBT;
	}
	free(rep);
	free(x);
	return PL_OK;
}
