/*
 * orient.h - how a sensor was turned at every instant, seen from afterwards
 *
 * A smoother, not a filter: the attitude at an instant rests on what came
 * before and after it.  It is the most probable history of attitude, velocity
 * and gyro bias at nodes about 0.35 s apart, given that
 *  - attitude follows the gyroscope less its bias, give or take a walk;
 *  - velocity follows the specific force, turned to the earth, less gravity;
 *  - velocity comes back to zero: nothing that is measured flies away;
 *  - the bias is small and changes so slowly that 20 s share one;
 *  - at rest velocity is zero and the gyroscope reads its bias.
 * Between two nodes samples are summed up once (pre-integration), so the
 * history is one sparse least squares problem, solved by Gauss and Newton.
 *
 * Shapes.  acc and gyr are three columns of n samples; q is four columns, w x
 * y z; incl_sd is n long.  q takes the frame of acc and gyr to an earth frame
 * with z up; heading is not observed, only followed: the first attitude is
 * the shortest rotation that makes z upright.  The sign of q is continuous.
 *
 * Convention.  Sample i of the gyroscope is the mean rate over the interval
 * that ends at sample i, and q at i is the attitude there: q[i] = q[i-1]
 * exp(gyr[i] / rate).  The first sample's rate is not used.
 *
 * Holes.   A missing value makes its row a hole for that sensor, acc or gyr,
 * which is bridged there: interpolated, not trusted, and the uncertainty grows.
 * Where both are missing, so are q and incl_sd.  Without a gyroscope (gyr NULL)
 * all of the record is a hole for it: attitude is that of the specific force,
 * smoothed below about 0.8 Hz.
 *
 * Units.   m/s^2 (specific force: +g upwards at rest), rad/s, rad.
 *
 * Errors.  After any, q and incl_sd hold nothing of use.  PL_ENOMEM;
 * PL_ESHORT with fewer than two rows of a sensor; PL_ERANGE for a rate that is
 * not above 0; PL_ESTATE when the specific force shows no gravity (free fall,
 * zeros, a unit that is not m/s^2).
 *
 * Sources. Pre-integration: Lupton & Sukkarieh, Visual-inertial-aided
 * navigation (IEEE T-RO 2012), Forster et al., On-manifold preintegration
 * (IEEE T-RO 2017).  Convention and yardstick: Laidig & Seel, VQF (Information
 * Fusion 2023).
 */
#ifndef PL_IMU_ORIENT_H
#define PL_IMU_ORIENT_H

#include <stddef.h>

#include "../base/err.h"
#include "../base/trig.h"

/*
 * What is believed of sensor and movement.  Walks and densities are per root
 * second, so that neither the rate nor the length of an epoch matters.
 */
struct pl_orient {
	double epoch_s;		/* between nodes */
	double turn;		/* rad/sqrt(s): walk of attitude against the
				 * gyroscope; small: trusts it for longer */
	double push;		/* m/s/sqrt(s): walk of velocity against the
				 * accelerometer */
	double speed;		/* m/s: RMS of an axis of velocity, until the
				 * record has shown its own; large: up is
				 * averaged over longer */
	double hold_s;		/* s: how long a velocity lasts */
	double bias;		/* rad/s: SD of the gyro's bias */
	double bias_s;		/* s: how long a bias stays what it is */
	double rest_speed;	/* m/s: RMS of an axis of velocity at rest */
	double rest_turn;	/* rad/s sqrt(s): density of rate at rest */
	double blind_turn;	/* rad/sqrt(s): walk of attitude where no
				 * gyroscope tells */
	double zero;		/* m/s^2: SD of the bias of an axis of the
				 * accelerometer; it is not estimated, for in
				 * a squat it passes for the movement's own,
				 * and only widens incl_sd */
};

/* Those beliefs for a sensor worn in sport; orient.c says why. */
extern const struct pl_orient pl_orient_usual;

/* Above these there is cause to warn.  A bias that rest cannot show (rest.h) is
 * found smaller than it is: on simulated squats one of 10 deg/s or more as 7 or
 * more.  The misfit of 40 real recordings is 0.39 at most, of simulated ones of a
 * poor sensor up to 0.7, and with one axis mirrored mostly above 0.8. */
#define PL_ORIENT_BIAS (5 * PL_DEG)	/* rad/s */
#define PL_ORIENT_MISFIT 0.5

/* What else was found of a recording. */
struct pl_oriented {
	double bias[3];		/* mean of the gyroscope's, rad/s */
	double misfit;		/* of rate and specific force, see below */
};

/*
 * Find the attitude of all rows.  incl_sd is the RMS error of up that is to
 * be expected, in rad.  gyr, incl_sd and found may be NULL.
 *
 * misfit is how much attitude had to turn against the gyroscope, RMS over
 * epochs, in units of turn: 0.02 to 0.3 where all is as it should be; above that
 * the gyroscope does not belong to this accelerometer (unit, sign, axes,
 * clipping), and up is no better than the worse of the two.  The smoother's
 * part of incl_sd grows in proportion to it from 0.25 on.
 */
enum pl_err pl_orient_smooth(const struct pl_orient *,
    const double *const acc[3], const double *const gyr[3], size_t n,
    double rate_hz, double *const q[4], double *incl_sd,
    struct pl_oriented *found) PL_MUST;

/* Read q and incl_sd (may be NULL) this many rows later, between rows on the
 * great circle; what lies beyond the ends or beside a hole is missing. */
void pl_orient_shift(double *const q[4], double *incl_sd, size_t n,
    double rows);

#endif
