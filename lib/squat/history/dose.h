/*
 * dose.h - what the back did, session by session, and over days
 *
 * A row for each session (visit.h), in order; over its repetitions, which are
 * the candidates of class work, partial and failed:
 *
 *	date, and the key columns, as they are
 *	reps_CLASS		how many
 *	tonnage_kg		sum of bar_kg over work and partial
 *	tut_s			time under tension: descents, pauses, ascents
 *	untold			repetitions whose load is missing
 *
 * and of every level with a moment_L_peak_nm,
 *
 *	moment_L_peak_max_nm	greatest moment
 *	impulse_L_sum_nms, impulse2_L_sum_n2m2s, time_above_L_sum_s	sums
 *	impulse_ecc_L_share_pct, _pause_, _con_	of the sum of all three
 *	dose_L			sum of the peaks to a power: D_p = sum M^p, in
 *				(100 N m)^p
 *	impulse_L_7d_nms, impulse_L_28d_nms	sums over the last 7 and 28 days,
 *				this one among them
 *	impulse_L_7d_change_pct, impulse_L_28d_change_pct	against as many days
 *				before those
 *
 * with sessions_7d, sessions_28d, tonnage_7d_kg, tonnage_28d_kg and days, how
 * many the history has up to this one.  A change is missing where the history
 * does not reach back, or had nothing to compare with.  Windows do not overlap:
 * the ratio of a week to a month that it is in compares a number with itself
 * (Impellizzeri et al. 2020; Lolli et al. 2019), and says nothing of risk.
 *
 * A sum in which one repetition lacks the value is missing, and so are those
 * over days that it is in; unless they are asked to be left out.  A sum over no
 * repetitions at all is 0.
 *
 * Sources.  D_p: Coenen et al. (2014) compare exponents; impulse: Xu et al.
 * (2012).  None of these is a tissue's dose.
 */
#ifndef PL_SQUAT_HISTORY_DOSE_H
#define PL_SQUAT_HISTORY_DOSE_H

#include "visit.h"

#define PL_DOSE_NM 100.0		/* a moment of 1 in dose_L */

struct pl_dose_ask {
	const int *key;		/* columns of words, keys of them */
	size_t keys;
	int date;
	double power;		/* missing: none */
	bool leave_out;		/* what has no load */
};

/*
 * Fold reps, which has class, into the empty table out; reps is put in order.
 * visits, which is filled, tells which session each row of out is.  Errors of
 * pl_visit_find; PL_ENOMEM.
 */
enum pl_err pl_dose_fold(struct pl_table *reps, const struct pl_dose_ask *,
    struct pl_visits *visits, struct pl_table *out, struct pl_fault *)
    PL_MUST;

#endif
