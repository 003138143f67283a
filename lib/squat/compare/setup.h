/*
 * setup.h - how far another recording shifts a column of reps
 *
 * A sensor that is strapped on again leans by a little more or less against the
 * trunk, and so do all repetitions of that recording: no number of them averages
 * it out.  One standard deviation of that shift:
 *
 *	lean, roll		align_sd_deg of the table (plumb-align: 2 standing,
 *				5 from the data), or what is stated
 *	thoracic_*		of two sensors, so sqrt 2 times as much
 *	load			what the SD of the peak has and its SD within the
 *				set has not, sqrt(sd^2 - within^2), as a share of
 *				the peak: also of its mean, impulse (of the squared
 *				twice), force, parts, and what a degree of lean is
 *				worth.  It holds errors of the model of the body,
 *				too, which two recordings of a lifter share, so it
 *				is too much rather than too little
 *	shear, axial		they turn into each other, by the angle
 *	elsewhere		the same newton metres as the peak
 *	time_above		cannot be told
 *	depth, velocities	2.7 and 1.8 % of them: what the gain and zero of an
 *				uncalibrated sensor do to all repetitions of a
 *				recording alike, in 200 simulated ones of grade
 *				consumer (scripts/accuracy compare prints it)
 *	drift_m_s2		zero of the accelerometer (uncertain.h)
 *	all else		0: differences of leans, as the early gain, lose it,
 *				and on a tempo it is below 1 %
 */
#ifndef PL_SQUAT_SETUP_H
#define PL_SQUAT_SETUP_H

#include "../../base/table.h"

#define PL_SETUP_ALIGN_DEG 5.0	/* where a table has none: from the data alone */

/*
 * The SD for these rows of a column, which are of one recording; missing where
 * it cannot be told, as without the SDs of the moments.  align_sd_deg is stated,
 * or missing: as the table has it.
 */
double pl_setup_sd(const struct pl_table *, const char *column,
    const size_t *row, size_t n, double align_sd_deg);

#endif
