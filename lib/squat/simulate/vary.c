#include "vary.h"

#include <math.h>

#include "../../base/trig.h"
#include "../../base/unit.h"

static double
about(double mean, double sd, struct pl_random *r)
{
	return fmax(.1 * mean, mean * (1 + sd * pl_random_normal(r)));
}

void
pl_vary_draw(struct pl_varied *to, const struct pl_body *b, double bar_kg,
    const struct pl_sds *s, struct pl_random *r)
{
	const double *sd = s->sd;
	struct pl_varied v = { .body = *b };

	v.align_rad = sd[PL_IN_ALIGN] * PL_DEG * pl_random_normal(r);
	v.bar_kg = about(bar_kg, sd[PL_IN_BAR], r);
	v.body.body_kg = about(b->body_kg, sd[PL_IN_MASSES], r);
	v.body.stature_m = about(b->stature_m,
	    sd[PL_IN_STATURE] / b->stature_m, r);
	if (pl_random_uniform(r) < sd[PL_IN_SEX])
		v.body.sex = b->sex == PL_MALE ? PL_FEMALE : PL_MALE;
	v.body.bar_offset_m = pl_body_offset(&v.body) +
	    sd[PL_IN_OFFSET] * pl_random_normal(r);
	v.body.bar_rise_m += sd[PL_IN_RISE] * pl_random_normal(r);
	v.body.round_deg += sd[PL_IN_ROUND] * pl_random_normal(r);
	v.body.sensor.u += sd[PL_IN_PLACE_U] * pl_random_normal(r);
	v.body.sensor.v += sd[PL_IN_PLACE_V] * pl_random_normal(r);
	v.acc_up = sd[PL_IN_ACC_UP] * pl_random_normal(r);
	v.acc_fwd = sd[PL_IN_ACC_FWD] * pl_random_normal(r);
	v.wobble_up = sd[PL_IN_WOBBLE_UP] * pl_random_normal(r);
	v.wobble_fwd = sd[PL_IN_WOBBLE_FWD] * pl_random_normal(r);
	v.filter = sd[PL_IN_FILTER] * pl_random_normal(r);
	*to = v;
}

void
pl_vary_read(const struct pl_varied *v, double *up, double *fwd)
{
	double turn = v->align_rad + v->acc_fwd / PL_GRAVITY;
	double sine = pl_sin(turn), cosine = pl_cos(turn);
	double u = *up + v->acc_up, f = *fwd + v->acc_fwd;

	*up = u * cosine + f * sine;
	*fwd = f * cosine - u * sine;
}
