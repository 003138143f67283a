/*
 * grade.h - how good a simulated sensor is, and how still its wearer
 *
 * Four grades, so that a figure measured on simulated recordings means
 * something.  They are our estimates; data sheets of MEMS sensors lie between
 * lab and poor.
 *
 * Units.   As in the names.  A density is one-sided; white noise fills the band
 * up to half the rate, so that a sample has an SD of density sqrt(rate / 2).
 * A walk grows by its figure times sqrt(s).
 */
#ifndef PL_SQUAT_GRADE_H
#define PL_SQUAT_GRADE_H

struct pl_grade {
	const char *name;
	/* accelerometer: noise, SD of bias and gain of each axis */
	double acc_noise_ug, acc_bias_mg, acc_gain;
	/* gyroscope; its bias is drawn at turn-on and walks from there */
	double gyr_noise_deg_s, gyr_bias_deg_s, gyr_walk_deg_s, gyr_gain;
	double acc_range_g, gyr_range_deg_s;	/* 0: no converter */
	int bits;
	double clock;			/* SD of the error of the rate */
	double jitter_s;		/* SD of a sample's instant */
	double packet_s;		/* mean length of what jitters as one */
	double wobble_m;		/* of soft tissue, see script.h */
	double slack_deg;		/* the mounting turns with the lean */
	/* the wearer: stance off upright, sway, motion out of the plane */
	double stance_deg, sway_m, plane_deg;
};

/* Row i, best first, or NULL after the last. */
const struct pl_grade *pl_grade_row(int i);

/* The row of a name, or NULL. */
const struct pl_grade *pl_grade_find(const char *name);

#endif
