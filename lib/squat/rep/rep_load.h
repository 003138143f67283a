/*
 * rep_load.h - what plumb-load made, folded into the rep table
 *
 * For every level with a moment in the stream, from start to end of a
 * candidate that has phases:
 *
 *	moment_L_peak_nm	greatest moment; what has "peak" in its name is
 *				that of its instant
 *	moment_L_mean_nm	mean
 *	impulse_L_nms		integral of the positive part, and that of its
 *				square (impulse2_L_n2m2s); over the descent, the
 *				bottom and the ascent (ecc, pause, con)
 *	impulse_L_sd_nms	integral of the standard deviation of the moment
 *				while it is positive: its errors are common to a
 *				movement
 *	time_above_L_s		how long above what --above says
 *	m0_L_nm, k_L_nm_per_kg	what the body does at that instant, and each
 *				kilogram of bar: there the moment is m0 + k kg.
 *				The peak as a whole is convex in the mass, so
 *				with another mass it is at least that
 *	lean_L_nm_per_deg	and what a degree more of lean does to it
 *	impulse0_L_nms, impulse_k_L_nms_per_kg	the same of the impulse: it is
 *				impulse0 + impulse_k kg, or more where the sign
 *				of the moment changes
 *	moment_L_body_peak_nm	greatest moment without the bar
 *
 * and thoracic_start_deg, thoracic_max_deg, rounding_deg of thoracic_deg: at
 * the start, greatest, and the difference.
 *
 * What is not in the stream is left out.  Holes and missing rows as in rep.h.
 */
#ifndef PL_SQUAT_REP_LOAD_H
#define PL_SQUAT_REP_LOAD_H

#include "../../base/table.h"
#include "measure.h"

/* Append to a rep table that has a row for each candidate.  PL_ENOMEM. */
enum pl_err pl_rep_load(const struct pl_fold *, struct pl_table *) PL_MUST;

#endif
