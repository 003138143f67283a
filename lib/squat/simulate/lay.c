#include "lay.h"

#include <math.h>

#include "../../base/mem.h"
#include "../../base/trig.h"

double
pl_lay_between(struct pl_random *r, double lo, double hi)
{
	return lo + (hi - lo) * pl_random_uniform(r);
}

double
pl_lay_ratio(struct pl_random *r, double lo, double hi)
{
	return lo * pl_exp(pl_lay_between(r, 0, pl_log(hi / lo)));
}

double
pl_lay_vary(struct pl_random *r, double centre, double share)
{
	double z = pl_random_normal(r);

	return centre * (1 + share * (z > 2.5 ? 2.5 : z < -2.5 ? -2.5 : z));
}

void
pl_lay_piece(struct pl_lifter *m, enum pl_axis axis, struct pl_piece piece)
{
	if (!m->err && piece.size != 0)
		m->err = pl_track_add(&m->s->track[axis], piece);
}

void
pl_lay_ramp(struct pl_lifter *m, enum pl_axis axis, double t0, double t1,
    double size)
{
	pl_lay_piece(m, axis, (struct pl_piece){ m->p->ramp, t0, t1 - t0,
	    size, 0, 0, 0 });
}

void
pl_lay_smooth(struct pl_lifter *m, enum pl_axis axis, double t0, double t1,
    double size)
{
	pl_lay_piece(m, axis, (struct pl_piece){ PL_PIECE_MINJERK, t0,
	    t1 - t0, size, 0, 0, 0 });
}

void
pl_lay_bell(struct pl_lifter *m, enum pl_axis axis, double t0, double span,
    double size)
{
	pl_lay_piece(m, axis, (struct pl_piece){ PL_PIECE_BELL, t0, span,
	    size, 0, 0, 0 });
}

void
pl_lay_ahead(struct pl_lifter *m, enum pl_piece_kind kind, double t0,
    double span, double size)
{
	struct pl_piece piece = { kind, t0, span, size, 0, 0, 0 };

	piece.size = size * pl_cos(m->heading_rad);
	pl_lay_piece(m, PL_FORWARD, piece);
	piece.size = -size * pl_sin(m->heading_rad);
	pl_lay_piece(m, PL_RIGHT, piece);
}

void
pl_lay_jolt(struct pl_lifter *m, double t0, double m_s2)
{
	double strength = m->p->grade->wobble_m * (m_s2 < PL_LAY_JOLT ?
	    m_s2 / PL_LAY_JOLT : 1);
	int axis;

	for (axis = PL_WOBBLE_FWD; axis <= PL_WOBBLE_RIGHT; axis++) {
		double ratio = pl_exp(pl_lay_between(&m->wobble, 0,
		    pl_log(4)));
		double cycles = pl_lay_between(&m->wobble, 1, 2.5);
		double phase = pl_lay_between(&m->wobble, 0, 2 * PL_PI);
		double z = pl_lay_vary(&m->wobble, 1, .5);

		pl_lay_piece(m, (enum pl_axis)axis, (struct pl_piece){
		    PL_PIECE_BURST, t0, cycles / (3 * ratio),
		    z * strength / (ratio * ratio), 3 * ratio, phase, 0 });
	}
}

struct pl_act *
pl_lay_act(struct pl_lifter *m, enum pl_class class)
{
	struct pl_script *s = m->s;
	struct pl_act *grown;

	if (m->err)
		return NULL;
	grown = pl_mem_grow(s->act, &s->room, s->acts + 1, sizeof *grown);
	if (!grown) {
		m->err = PL_ENOMEM;
		return NULL;
	}
	s->act = grown;
	s->act[s->acts] = (struct pl_act){ .class = class, .set = m->set,
	    .start_s = m->now_s, .sink_s = NAN, .low_s = NAN, .rise_s = NAN,
	    .end_s = NAN };
	return &s->act[s->acts++];
}
