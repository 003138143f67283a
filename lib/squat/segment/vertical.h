/*
 * vertical.h - vertical velocity and height of a sensor, drift and all
 *
 * The vertical acceleration is integrated twice by one linear smoother over
 * epochs of 50 ms.  Unknown at each epoch are height, velocity and the error
 * of the acceleration; what is believed of them:
 *
 *	velocity changes by the acceleration, to 0.01 m/s/sqrt(s) and, where
 *	  the specific force changes fast, to that change times the SD of a
 *	  sample's instant, a fifth of a row at least: nobody knows better
 *	  when it happened; in a hole, which is bridged by a straight
 *	  line, to (s / 0.5)^2 m/s^2 over its s seconds: so much does a line
 *	  miss of the acceleration of a squat, 1 m/s^2 RMS, which lasts 0.5 s
 *	the accelerometer has a bias of 0 to 0.2 m/s^2 across the stance.  While
 *	  the trunk leans it shows in the vertical, in every squat alike, and
 *	  costs 0.1 m of depth if nobody looks for it; along the stance it is
 *	  one with the next
 *	the gain of the axes across the stance differs from that along it by 0 to
 *	  0.01, as data sheets of consumer sensors allow: with it, g sin^2 of the
 *	  lean, 0.05 m/s^2 at 48 deg, made a pause at the bottom sink by 0.1 m
 *	the error of the acceleration walks 0.002 m/s^2/sqrt(s): vertical is of
 *	  second order in tilt, so what else there is is small and slow
 *	velocity is 0 to 1.5 m/s, once in 0.5 s: people stay in the room
 *	velocity at rest is 0 to 0.03 m/s, once a second: as one datum, so that
 *	  a false rest bends the answer and does not break it; the first and
 *	  last 0.25 s of a rest are left out, where a slow squat comes to an
 *	  end or begins at up to 0.1 m/s
 *	height is 0 to the prior (m sqrt(s)): the weaker, the slower the drift
 *	  that is let through and the slower the squats that are kept whole
 *	where stand says how upright the trunk is (stance.h) the height is that
 *	  of the anchors, once in 0.5 s; outside of what anchors hold, and with
 *	  0.03 of the weight if there are any: a bar that comes out of its rack
 *	  stays 3-10 cm higher
 *	at an anchor (the top of a rep) velocity is 0 to 0.05 m/s and the height
 *	  that of all other anchors to 0.03 m; and as starts are found late,
 *	  and ends early, by about as much in each, there is a velocity, 0 to
 *	  0.05 m/s, that all have: downwards at starts and upwards at ends.
 *	  Without it what is alike in a hundred squats outweighs the bias above,
 *	  and costs a tenth of the depth
 *
 * Shapes.  Columns of n rows; a row is missing where its acceleration is.
 * Units.   m, s, m/s, m/s^2.
 * Errors.  PL_ENOMEM; PL_ESHORT below 3 rows; PL_ESTATE if nothing is finite.
 * Source.  Ours; the constants are from real squats (plumb-segment(1)) and
 *          their optimum is flat.
 */
#ifndef PL_SQUAT_VERTICAL_H
#define PL_SQUAT_VERTICAL_H

#include <stddef.h>

#include "../../base/err.h"
#include "../../base/vec.h"
#include "../../dsp/chain.h"

struct pl_vertical {
	size_t n, step;		/* rows; rows per epoch */
	double rate_hz, time_sd_s; /* SD of a row's instant */
	double *acc;		/* upwards, without gravity; bridged in */
	double *hole;		/* holes; their length, s, or 0 */
	double *slow;		/* acc, its mean over a step: 0.5 s */
	double *quick;		/* acc, its mean over a jolt: 0.15 s */
	double *jump;		/* change of specific force into the row */
	double *across[3];	/* vertical share of either bias, and of gain */
	double *vel, *height;	/* of pl_vertical_solve */
	double prior;		/* what the last solve was given, and */
	double floor;		/* height of its anchors; 0 without any */
	double bias[2];		/* across the stance, m/s^2 */
	double gain;		/* of those axes, beyond that along it */
	double *stand;		/* 1 / sd^2 of standing, 1/m^2; or NULL */
	const unsigned char *rest;
	unsigned char *still;	/* rest less its edges */
	struct pl_chain motion, chain;	/* what every solve begins with */
};

/*
 * From the specific force acc and the rotation q (w, x, y, z) of its frame to
 * the earth's, z up; stance is up in that frame while the wearer stands.  rest,
 * n flags, must outlive it.  time_sd_s is the SD of the instant of a sample,
 * 0 if nothing is known of it.
 */
enum pl_err pl_vertical_init(struct pl_vertical *, const double *const acc[3],
    const double *const q[4], pl_vec stance, const unsigned char *rest,
    size_t n, double rate_hz, double time_sd_s) PL_MUST;
void pl_vertical_free(struct pl_vertical *);

/*
 * Solve for vel and height.  anchor is anchors rows in order of time, in pairs:
 * where a repetition begins and where it ends.  Between the two of a pair the
 * prior on height is 4 m sqrt(s), if the one given is stiffer: anchors hold the
 * drift there, and a stiff prior would cost depth.
 */
enum pl_err pl_vertical_solve(struct pl_vertical *, double prior_m_sqrt_s,
    const size_t *anchor, size_t anchors) PL_MUST;

/* What the last solve took off the vertical acceleration at a row, m/s^2. */
double pl_vertical_error(const struct pl_vertical *, size_t row);

#endif
