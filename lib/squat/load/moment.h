/*
 * moment.h - what a level of the spine must hold: moment, and weight
 *
 * Signs.   Moment in N m, + where the extensors must act.  Flexion is
 * positive: omega = -gyr_right.  Up and forward are the trunk's own axes, and
 * specific force is what an accelerometer reads: +g along up at rest.
 *
 * Model.   Trunk above the level, head, arms and bar are point masses on a
 * rigid trunk that turns in the sagittal plane.  With U, V from the level and
 * dU, dV from the sensor, each has the specific force
 *
 *	f_u = f_up  - alpha dV - omega^2 dU
 *	f_v = f_fwd + alpha dU - omega^2 dV
 *
 * and M = sum m (V f_u - U f_v) - I alpha.  Orientation does not enter, so
 * neither does its drift.  Sorted by what the sensor measures, the masses
 * collapse into four constants per level:
 *
 *	M = up f_up + fwd f_fwd + alpha alpha + omega2 omega^2
 *	up     =  sum m V		fwd    = -sum m U
 *	alpha  = -sum m (U dU + V dV) - I	omega2 = sum m (U dV - V dU)
 *
 * which are affine in the mass of the bar: one set for the body, one for each
 * kilogram of bar.  So is every sum over the masses of a f_u + b f_v: the
 * forces F_u, F_v, and from them, with the tilt d of the disc's normal,
 *
 *	axial weight	F_u cos d + F_v sin d
 *	shear		F_u sin d - F_v cos d
 *
 * in N, along the normal, and forward on the upper part.  What muscles add to
 * these is in muscle.h.
 *
 * Holes.   Rows with missing values have missing results; what lies on either
 * side of a hole is filtered by itself.
 *
 * Smooth.  Butterworth of fourth order in all and without delay, 6 Hz; alpha
 * is the central difference of the smoothed rate.  Force and rate share one
 * cutoff, since then smoothing what goes in is smoothing the moment (but for
 * omega^2), and the same wherever the sensor sits; with 5 Hz for the rate
 * peaks come out lower.
 *
 * Sources. Newton and Euler; a cutoff of 5-8 Hz is usual in lifting (Winter,
 * Biomechanics and Motor Control of Human Movement).
 */
#ifndef PL_SQUAT_MOMENT_H
#define PL_SQUAT_MOMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "../../base/err.h"
#include "body.h"

#define PL_MOMENT_CUTOFF_HZ 6.0

struct pl_moment_terms {
	double up, fwd;			/* N m per m/s^2 */
	double alpha;			/* N m per rad/s^2 */
	double omega2;			/* N m per rad^2/s^2 */
};

struct pl_moment {
	struct pl_moment_terms body;
	struct pl_moment_terms bar;	/* of one kilogram */
};

void pl_moment_init(struct pl_moment *, const struct pl_body *,
    const struct pl_level *);

/* What must push the masses above the level along the trunk, and forward:
 * newtons in the place of newton metres. */
void pl_moment_force(struct pl_moment *along, struct pl_moment *forward,
    const struct pl_body *, const struct pl_level *);

/* The same along and across the normal of the disc; false, and no change,
 * where its tilt is not known. */
bool pl_moment_weight(struct pl_moment *axial, struct pl_moment *shear,
    const struct pl_body *, const struct pl_level *);

/* Add a part's kg (a f_u + b f_v), sensor at s (own metres). */
void pl_moment_add(struct pl_moment_terms *, const struct pl_part *, double a,
    double b, struct pl_point s);

/* Add its moment about joint p. */
void pl_moment_turn(struct pl_moment_terms *, const struct pl_part *,
    struct pl_point p, struct pl_point s);

/* The moment at one instant: m/s^2, rad/s, rad/s^2.  Here, so that loops over
 * columns become vectors. */
static inline double
pl_moment_at(const struct pl_moment *m, double bar_kg, double up, double fwd,
    double omega, double alpha)
{
	return (m->body.up + bar_kg * m->bar.up) * up +
	    (m->body.fwd + bar_kg * m->bar.fwd) * fwd +
	    (m->body.alpha + bar_kg * m->bar.alpha) * alpha +
	    (m->body.omega2 + bar_kg * m->bar.omega2) * (omega * omega);
}

/* What one part of pl_body_parts has in it: the sum of all is the moment. */
double pl_moment_part(const struct pl_body *, const struct pl_level *,
    const struct pl_part *, double up, double fwd, double omega,
    double alpha);

/*
 * The same by the accelerations of the sensor in the world (forward and
 * upwards, gravity not in them) and the lean in radians, for whoever knows
 * those: a simulation, a test.
 */
double pl_moment_world(const struct pl_body *, const struct pl_level *,
    double bar_kg, double lean, double omega, double alpha, double a_fwd,
    double a_up);

/* What moves the masses: n rows, smoothed. */
struct pl_motion {
	double *up, *fwd;		/* m/s^2 */
	double *omega, *alpha;		/* rad/s, rad/s^2 */
	size_t n;
};

/* Is this rate enough to smooth?  Below 2.5 rows in a period of the cutoff
 * there is nothing left to take out. */
bool pl_moment_smooths(double rate_hz);

/*
 * From the columns acc_up_m_s2, acc_fwd_m_s2 and gyr_right_rad_s.  A row that
 * stands alone between holes has no alpha.  PL_ENOMEM; PL_ERANGE unless
 * rate_hz > 0.
 */
enum pl_err pl_moment_motion(struct pl_motion *, const double *acc_up,
    const double *acc_fwd, const double *gyr_right, size_t n, double rate_hz)
    PL_MUST;
void pl_moment_motion_free(struct pl_motion *);

/* The forces as a sensor reads them that leans by so much more, with a force
 * added that is not there: the columns up and fwd, of n rows. */
void pl_moment_lean(const struct pl_motion *, double rad, double more_up,
    double more_fwd, double *up, double *fwd);

/* The moment of every row; bar_kg has a mass for each. */
void pl_moment_run(const struct pl_moment *, const struct pl_motion *,
    const double *bar_kg, double *moment_nm);

/* What the bar and what the body do to it, apart: they add up to it. */
void pl_moment_split(const struct pl_moment *, const struct pl_motion *,
    const double *bar_kg, double *bar_nm, double *body_nm);

/*
 * Upward velocity of the bar from that of the sensor, both m/s: on a rigid
 * trunk v_bar = v - omega (x_bar - x_sensor), x being forward in the world.
 */
void pl_moment_bar_velocity(const struct pl_body *, const struct pl_motion *,
    const double *vel_m_s, const double *lean_deg, double *bar_m_s);

/*
 * Height of the bar over where it is in the reference stance (lean 0), from that
 * of the sensor over where that is, both m.
 */
void pl_moment_bar_height(const struct pl_body *, const double *height_m,
    const double *lean_deg, size_t n, double *bar_m);

#endif
