#include "sync_at.h"

#include <math.h>

#include "../base/num.h"
#include "../base/trig.h"
#include "sync.h"
#include "sync_windows.h"

#define THINGS_HZ 1.0		/* that a body does */
#define SURE 5.0		/* nats */
#define CLOSE 2.3		/* nats: 10 to 1 */
#define NEAR_S 1.0		/* hips lead a trunk by half of it */

/* Do they fit about best near this offset? */
static enum pl_err
is_peak(const struct pl_turning *a, const struct pl_turning *b,
    double offset_s, double drift, bool *is)
{
	const struct pl_sync_known known = { PL_MISSING, HUGE_VAL, drift };
	struct pl_sync_peak p[PL_SYNC_PEAKS];
	enum pl_err err = pl_sync_search(a, b, &known, p);
	int k;

	*is = false;
	for (k = 0; k < PL_SYNC_PEAKS && !err; k++)
		if (p[k].score > 0 && p[k].score > p[0].score - CLOSE &&
		    fabs(pl_sync_offset(p[k].t_s, p[k].u_s, p[k].drift) -
		    offset_s) < NEAR_S)
			*is = true;
	return err == PL_ESTATE ? PL_OK : err;
}

static void
judge(const struct pl_turning *a, const struct pl_turning *b,
    const struct pl_sync_pair *p, struct pl_sync_support *to)
{
	double r = p->sizes;

	to->both_s = p->both_s;
	to->alike = r;
	to->told = p->both_s >= PL_SYNC_LEAST_S &&
	    sqrt(pl_turning_square(a, 0, a->n)) >= PL_SYNC_MOVES &&
	    sqrt(pl_turning_square(b, 0, b->n)) >= PL_SYNC_MOVES;
	to->alone = to->told && !(r > 0 && -0.5 * THINGS_HZ * p->both_s *
	    pl_log(1 - fmin(r * r, 1)) >= SURE);
}

enum pl_err
pl_sync_at(const struct pl_sync_side *a, const struct pl_sync_side *b,
    double offset_s, double drift, struct pl_sync_support *to)
{
	const struct pl_sync_line line = { offset_s, 0, drift };
	struct pl_sync_pair pair = { .a = NULL };
	struct pl_turning ta = { .n = 0 }, tb = { .n = 0 };
	double pass_hz = pl_sync_pass(a, b);
	bool near = false;
	enum pl_err err;

	*to = (struct pl_sync_support){ .told = false };
	if (!(fmin(a->rate_hz, b->rate_hz) >= PL_SYNC_RATE_HZ))
		return PL_OK;
	err = pl_turning_make(&ta, a, pass_hz);
	if (!err)
		err = pl_turning_make(&tb, b, pass_hz);
	if (!err)
		err = pl_sync_pair_make(&pair, &ta, &tb, &line, ta.from_s,
		    ta.from_s + (double)ta.n / PL_TURNING_HZ);
	if (!err)
		judge(&ta, &tb, &pair, to);
	if (!err && to->alone)
		err = is_peak(&ta, &tb, offset_s, drift, &near);
	to->alone = to->alone && !near;
	pl_turning_free(&ta);
	pl_turning_free(&tb);
	pl_sync_pair_free(&pair);
	return err == PL_ENOMEM ? err : PL_OK;
}
