#include "moment.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/lanes.h"
#include "../../base/mem.h"
#include "../../base/num.h"
#include "../../base/trig.h"
#include "../../base/unit.h"
#include "../../dsp/sos.h"

void
pl_moment_add(struct pl_moment_terms *m, const struct pl_part *part, double a,
    double b, struct pl_point s)
{
	double du = part->at.u - s.u, dv = part->at.v - s.v;

	m->up += part->kg * a;
	m->fwd += part->kg * b;
	m->alpha += part->kg * (b * du - a * dv);
	m->omega2 -= part->kg * (a * du + b * dv);
}

void
pl_moment_turn(struct pl_moment_terms *m, const struct pl_part *part,
    struct pl_point p, struct pl_point s)
{
	pl_moment_add(m, part, part->at.v - p.v, p.u - part->at.u, s);
	m->alpha -= part->inertia;
}

void
pl_moment_init(struct pl_moment *m, const struct pl_body *b,
    const struct pl_level *l)
{
	struct pl_point p = pl_body_joint(b, l), s = pl_body_sensor(b);
	struct pl_part part[PL_PARTS];
	int i;

	*m = (struct pl_moment){ 0 };
	pl_body_parts(b, l, 1, part);
	for (i = 0; i < PL_PARTS; i++)
		pl_moment_turn(i == PL_PART_BAR ? &m->bar : &m->body, &part[i],
		    p, s);
}

/* The force a f_u + b f_v on all that a level carries. */
static void
push(struct pl_moment *m, const struct pl_body *b, const struct pl_level *l,
    double along, double forward)
{
	struct pl_point s = pl_body_sensor(b);
	struct pl_part part[PL_PARTS];
	int i;

	*m = (struct pl_moment){ 0 };
	pl_body_parts(b, l, 1, part);
	for (i = 0; i < PL_PARTS; i++)
		pl_moment_add(i == PL_PART_BAR ? &m->bar : &m->body, &part[i],
		    along, forward, s);
}

void
pl_moment_force(struct pl_moment *along, struct pl_moment *forward,
    const struct pl_body *b, const struct pl_level *l)
{
	push(along, b, l, 1, 0);
	push(forward, b, l, 0, 1);
}

bool
pl_moment_weight(struct pl_moment *axial, struct pl_moment *shear,
    const struct pl_body *b, const struct pl_level *l)
{
	double sine, cosine;

	if (pl_missing(l->tilt_deg))
		return false;
	sine = pl_sin(l->tilt_deg * PL_DEG);
	cosine = pl_cos(l->tilt_deg * PL_DEG);
	push(axial, b, l, cosine, sine);
	push(shear, b, l, sine, -cosine);
	return true;
}

double
pl_moment_part(const struct pl_body *b, const struct pl_level *l,
    const struct pl_part *part, double up, double fwd, double omega,
    double alpha)
{
	struct pl_moment m = { 0 };

	pl_moment_turn(&m.body, part, pl_body_joint(b, l), pl_body_sensor(b));
	return pl_moment_at(&m, 0, up, fwd, omega, alpha);
}

/* From the trunk frame to the world: forward and up. */
static void
turn(struct pl_point p, double sine, double cosine, double *x, double *z)
{
	*x = p.u * sine + p.v * cosine;
	*z = p.u * cosine - p.v * sine;
}

double
pl_moment_world(const struct pl_body *b, const struct pl_level *l,
    double bar_kg, double lean, double omega, double alpha, double a_fwd,
    double a_up)
{
	double sine = pl_sin(lean), cosine = pl_cos(lean), m = 0;
	double w2 = omega * omega, xp, zp, xs, zs;
	struct pl_part part[PL_PARTS];
	int i;

	pl_body_parts(b, l, bar_kg, part);
	turn(pl_body_joint(b, l), sine, cosine, &xp, &zp);
	turn(pl_body_sensor(b), sine, cosine, &xs, &zs);
	for (i = 0; i < PL_PARTS; i++) {
		double x, z, ax, az;

		turn(part[i].at, sine, cosine, &x, &z);
		ax = a_fwd + alpha * (z - zs) - w2 * (x - xs);
		az = a_up - alpha * (x - xs) - w2 * (z - zs);
		m += part[i].kg * ((x - xp) * (PL_GRAVITY + az) -
		    (z - zp) * ax) - part[i].inertia * alpha;
	}
	return m;
}

bool
pl_moment_smooths(double rate_hz)
{
	return rate_hz >= 2.5 * PL_MOMENT_CUTOFF_HZ;
}

static enum pl_err
smooth(struct pl_motion *m, double rate_hz)
{
	double *force[] = { m->up, m->fwd };
	struct pl_sos lp;
	enum pl_err err;

	if (!pl_moment_smooths(rate_hz))
		return PL_OK;
	if ((err = pl_sos_lowpass(&lp, 2, PL_MOMENT_CUTOFF_HZ, rate_hz)) ||
	    (err = pl_sos_present(&lp, force, 2, m->n)))
		return err;
	return pl_sos_present(&lp, &m->omega, 1, m->n);
}

/* Central differences; at the end of a run, the one-sided one. */
static void
differ(const double *x, double *dx, size_t n, double rate_hz)
{
	size_t t;

	for (t = 0; t < n; t++) {
		size_t a = t && !pl_missing(x[t - 1]) ? t - 1 : t;
		size_t b = t + 1 < n && !pl_missing(x[t + 1]) ? t + 1 : t;

		dx[t] = a == b || pl_missing(x[t]) ? PL_MISSING :
		    (x[b] - x[a]) * (rate_hz / (double)(b - a));
	}
}

enum pl_err
pl_moment_motion(struct pl_motion *m, const double *acc_up,
    const double *acc_fwd, const double *gyr_right, size_t n, double rate_hz)
{
	struct pl_motion made = { .n = n };
	enum pl_err err;
	size_t t;

	if (!(rate_hz > 0))
		return PL_ERANGE;
	made.up = pl_mem_array(n, sizeof *made.up);
	made.fwd = pl_mem_array(n, sizeof *made.fwd);
	made.omega = pl_mem_array(n, sizeof *made.omega);
	made.alpha = pl_mem_array(n, sizeof *made.alpha);
	if (!made.up || !made.fwd || !made.omega || !made.alpha) {
		pl_moment_motion_free(&made);
		return PL_ENOMEM;
	}
	memcpy(made.up, acc_up, n * sizeof *acc_up);
	memcpy(made.fwd, acc_fwd, n * sizeof *acc_fwd);
	for (t = 0; t < n; t++)
		made.omega[t] = -gyr_right[t];
	if ((err = smooth(&made, rate_hz))) {
		pl_moment_motion_free(&made);
		return err;
	}
	differ(made.omega, made.alpha, n, rate_hz);
	*m = made;
	return PL_OK;
}

void
pl_moment_motion_free(struct pl_motion *m)
{
	free(m->up);
	free(m->fwd);
	free(m->omega);
	free(m->alpha);
	*m = (struct pl_motion){ 0 };
}

void
pl_moment_lean(const struct pl_motion *m, double rad, double more_up,
    double more_fwd, double *up, double *fwd)
{
	double sine = pl_sin(rad), cosine = pl_cos(rad);
	size_t t;

	for (t = 0; t < m->n; t++) {
		double a = m->up[t] + more_up, b = m->fwd[t] + more_fwd;

		up[t] = a * cosine + b * sine;
		fwd[t] = b * cosine - a * sine;
	}
}

void
pl_moment_run(const struct pl_moment *m, const struct pl_motion *motion,
    const double *bar_kg, double *moment_nm)
{
	const double *restrict bar = bar_kg;
	const double *restrict up = motion->up, *restrict fwd = motion->fwd;
	const double *restrict omega = motion->omega;
	const double *restrict alpha = motion->alpha;
	double *restrict nm = moment_nm;
	const struct pl_moment k = *m;
	size_t t, n = motion->n;

	LANES
	for (t = 0; t < n; t++)
		nm[t] = pl_moment_at(&k, bar[t], up[t], fwd[t], omega[t],
		    alpha[t]);
}

void
pl_moment_split(const struct pl_moment *m, const struct pl_motion *motion,
    const double *bar_kg, double *bar_nm, double *body_nm)
{
	struct pl_moment bar = { .bar = m->bar }, body = { .body = m->body };

	pl_moment_run(&bar, motion, bar_kg, bar_nm);
	pl_moment_run(&body, motion, bar_kg, body_nm);
}

void
pl_moment_bar_velocity(const struct pl_body *b,
    const struct pl_motion *motion, const double *vel_m_s,
    const double *lean_deg, double *bar_m_s)
{
	struct pl_point s = pl_body_sensor(b), bar = pl_body_bar(b);
	double du = bar.u - s.u, dv = bar.v - s.v;
	size_t t;

	for (t = 0; t < motion->n; t++) {
		double lean = lean_deg[t] * PL_DEG;
		double ahead = du * pl_sin(lean) + dv * pl_cos(lean);

		bar_m_s[t] = vel_m_s[t] - motion->omega[t] * ahead;
	}
}

void
pl_moment_bar_height(const struct pl_body *b, const double *height_m,
    const double *lean_deg, size_t n, double *bar_m)
{
	struct pl_point s = pl_body_sensor(b), bar = pl_body_bar(b);
	double du = bar.u - s.u, dv = bar.v - s.v;
	size_t t;

	for (t = 0; t < n; t++) {
		double lean = lean_deg[t] * PL_DEG;

		bar_m[t] = height_m[t] + du * (pl_cos(lean) - 1) -
		    dv * pl_sin(lean);
	}
}
