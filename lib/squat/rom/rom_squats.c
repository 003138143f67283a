#include <math.h>
#include <stdlib.h>

#include "../../base/mem.h"
#include "../../base/trig.h"
#include "../../dsp/stat.h"
#include "../segment/segment.h"
#include "rom_work.h"

#define DEEP_M 0.25		/* no turn about the spine lowers a sensor so */
#define ARM_M 0.7		/* from the hips to it, at most */

/* How far a sensor may sink because the trunk bends from the hips by the median
 * range. */
static enum pl_err
bends(const struct pl_cycles *s, double *deep)
{
	double *range = pl_mem_array(s->n, sizeof *range), mid;
	size_t i;

	if (!range)
		return PL_ENOMEM;
	for (i = 0; i < s->n; i++)
		range[i] = s->cycle[i].range;
	mid = pl_stat_median(range, s->n);
	free(range);
	*deep = mid > 0 ? fmax(DEEP_M, ARM_M * (1 - pl_cos(fmin(mid,
	    PL_PI)))) : DEEP_M;
	return PL_OK;
}

/* By how plumb-segment finds them from the height alone.  Where nothing rests a
 * height drifts too far to say. */
enum pl_err
pl_rom_squats(struct pl_rom_work *w, pl_quat pose)
{
	const struct pl_rom_sensor *s = &w->in->upper;
	struct pl_posture any = { .n = w->in->n, .rate_hz = w->in->rate_hz };
	struct pl_vertical v;
	struct pl_cands found;
	enum pl_err err;
	double deep;
	size_t i;

	if (w->r.cycles.zero.to <= w->r.cycles.zero.from)
		return PL_OK;
	err = bends(&w->r.cycles, &deep);
	if (err)
		return err;
	err = pl_vertical_init(&v, s->acc, s->q,
	    pl_quat_rotate(pl_quat_conj(pose), (pl_vec){ 0, 0, 1 }), w->rest,
	    w->in->n, w->in->rate_hz, 0);
	if (err)
		return err == PL_ENOMEM ? err : PL_OK;
	err = pl_segment_find(&v, &any, &found);
	for (i = 0; !err && i < found.n; i++)
		if (found.cand[i].rep && found.cand[i].depth > deep) {
			w->r.squats++;
			w->r.depth_m = fmax(w->r.depth_m,
			    found.cand[i].depth);
		}
	if (!err)
		pl_cand_free(&found);
	pl_vertical_free(&v);
	return err == PL_ENOMEM ? err : PL_OK;
}
