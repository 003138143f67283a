/*
 * onset.h - when a stroke begins, by a fit to how it gathers speed
 *
 * A stroke is a movement from rest to rest; its end is its beginning in
 * reversed time.  Speed hides below sway and the shaking of soft tissue for
 * the first tenths of a second, so that the beginning cannot be seen; but from
 * there up to 0.85 of the first peak it goes like
 *
 *	v(t) = peak ((1 - s) sin(pi x) + s 16 x^2 (1 - x)^2) + rest
 *	x = (t - t0) / T
 *
 * whose shape s is 0 for a movement that starts like a sine, 1 for minimum
 * jerk (Flash & Hogan 1985), and anything about these for others.  t0, T, s
 * and rest are found by least squares (Levenberg & Marquardt).
 *
 * What is believed.  A value of velocity is good to 0.01 m/s, and anew every
 * 0.06 s: soft tissue shakes by 0.4 m/s^2 RMS at 3-12 Hz; and the shape to
 * 1.5 % of the peak.  rest, what drift leaves, is 0 to 0.01 m/s.  s is near
 * what all strokes of this kind in the recording have in common, to 0.15.
 *
 * Arm.  A sensor on a trunk that leans moves up and down though the hips stay.
 * Its velocity is that of the hips and arm . u', where u is the direction of up
 * in the frame of the sensor and arm the way from the hips to it, there.
 *
 * Shared.  The arm and the shape in common are found with the strokes, as one
 * least squares problem: pl_onset_share adds to its normal equations what a
 * stroke says when its own unknowns have been eliminated.
 *
 * Units.   s, m, m/s.
 */
#ifndef PL_SQUAT_ONSET_H
#define PL_SQUAT_ONSET_H

#include <stddef.h>

enum { PL_ONSET_ROWS = 200, PL_ONSET_SHARED = 4 };

struct pl_onset {
	/* to be filled in; time grows into the stroke, velocity is positive */
	size_t n;
	double dt;			/* from value to value */
	double t[PL_ONSET_ROWS], vel[PL_ONSET_ROWS];
	double turn[3][PL_ONSET_ROWS];	/* u', times the sign of vel */
	double peak;			/* of the hips' velocity */
	double guess_s;			/* about from 0.05 to 0.85 of it */
	double row, rows_s;		/* of the stream at t = 0; a second */
	/* found */
	double at_s, per_s, shape, rest; /* t0, 1 / T, s, rest */
};

/* Fit, with this arm and this shape in common. */
void pl_onset_fit(struct pl_onset *, const double arm_m[3], double shape);

/* After it: add to the normal equations of what is shared, the arm and the
 * shape: a x = b for the change x, with b in the last column.  Returns how
 * badly it fits: chi square, of which a bad fit is spared most. */
double pl_onset_share(const struct pl_onset *, const double arm_m[3],
    double shape, double a[PL_ONSET_SHARED][PL_ONSET_SHARED + 1]);

#endif
