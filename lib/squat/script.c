#include "script.h"

#include <math.h>
#include <stdlib.h>

#include "act.h"

const struct pl_session pl_session_default = {
	5, 100, 1, { 3, 1, 2, 1 }, 30, .5, PL_PIECE_COSINE, NULL,
	{ 80, PL_BODY_REF_M, PL_MALE, PL_RACK_FRONT, NAN, { .39, -.093 } },
	100
};

static bool
within(double x, double lo, double hi)
{
	return x >= lo && x <= hi;
}

static bool
possible(const struct pl_session *p)
{
	return p->grade && p->reps >= 0 && p->reps <= PL_SESSION_REPS_HI &&
	    within(p->rate_hz, PL_SESSION_RATE_LO_HZ, PL_SESSION_RATE_HI_HZ) &&
	    within(p->tempo_s[PL_ECC], PL_SESSION_PHASE_LO_S,
	    PL_SESSION_PHASE_HI_S) &&
	    within(p->tempo_s[PL_CON], PL_SESSION_PHASE_LO_S,
	    PL_SESSION_PHASE_HI_S) &&
	    within(p->tempo_s[PL_LOW], 0, PL_SESSION_PHASE_HI_S) &&
	    within(p->tempo_s[PL_TOP], 0, PL_SESSION_PHASE_HI_S) &&
	    within(p->lean_deg, PL_SESSION_LEAN_LO_DEG,
	    PL_SESSION_LEAN_HI_DEG) &&
	    within(p->depth_m, PL_SESSION_DEPTH_LO_M, PL_SESSION_DEPTH_HI_M);
}

enum pl_err
pl_script_make(struct pl_script *s, const struct pl_session *p)
{
	struct pl_script made = { 0 };
	struct pl_lifter m;
	int i;

	if (!possible(p))
		return PL_ERANGE;
	pl_act_begin(&m, &made, p);
	pl_act_stand(&m, 4, 6);
	pl_act_unrack(&m);
	pl_act_stand(&m, .5, 1);
	pl_act_walk(&m, -1);
	pl_act_stand(&m, 1.5, 3);
	for (i = 0; i < p->reps; i++)
		pl_act_rep(&m, i);
	pl_act_stand(&m, 1.5, 2.5);
	pl_act_walk(&m, 1);
	pl_act_stand(&m, .3, .6);
	pl_act_rerack(&m);
	pl_act_stand(&m, 3, 5);
	made.end_s = m.now_s;
	pl_act_sway(&m);
	if (m.err) {
		pl_script_free(&made);
		return m.err;
	}
	*s = made;
	return PL_OK;
}

void
pl_script_free(struct pl_script *s)
{
	int i;

	for (i = 0; i < PL_AXES; i++)
		pl_track_free(&s->track[i]);
	free(s->act);
	*s = (struct pl_script){ 0 };
}
