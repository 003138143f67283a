#include "schema.h"

#include <stddef.h>
#include <string.h>

#include "unit.h"

enum { UNIT = -1 };
enum { NUMBER, WORDS };

/* The first row that matches decides. */
static const struct pl_schema schema[] = {
	/* the sample stream */
	{ "recording", "read", UNIT, WORDS },
	{ "start_utc", "read", UNIT, WORDS },
	{ "t_s", "read", UNIT, NUMBER },
	{ "*acc_x_m_s2", "read", UNIT, NUMBER },
	{ "*acc_y_m_s2", "read", UNIT, NUMBER },
	{ "*acc_z_m_s2", "read", UNIT, NUMBER },
	{ "*gyr_x_rad_s", "read", UNIT, NUMBER },
	{ "*gyr_y_rad_s", "read", UNIT, NUMBER },
	{ "*gyr_z_rad_s", "read", UNIT, NUMBER },
	{ "time_sd_s", "read", UNIT, NUMBER },
	{ "*acc_fwd_m_s2", "align", UNIT, NUMBER },
	{ "*acc_up_m_s2", "align", UNIT, NUMBER },
	{ "*acc_right_m_s2", "align", UNIT, NUMBER },
	{ "*gyr_fwd_rad_s", "align", UNIT, NUMBER },
	{ "*gyr_up_rad_s", "align", UNIT, NUMBER },
	{ "*gyr_right_rad_s", "align", UNIT, NUMBER },
	{ "*align_sd_deg", "align", UNIT, NUMBER },
	{ "*q_w", "orient", 9, NUMBER },
	{ "*q_x", "orient", 9, NUMBER },
	{ "*q_y", "orient", 9, NUMBER },
	{ "*q_z", "orient", 9, NUMBER },
	{ "*incl_sd_deg", "orient", UNIT, NUMBER },
	/* what plumb-read says of a recording, and of itself */
	{ "item", "read", UNIT, WORDS },
	{ "found", "read", UNIT, WORDS },
	{ "how", "read", UNIT, WORDS },
	{ "format", "read", UNIT, WORDS },
	{ "what", "read", UNIT, WORDS },
	{ "needs", "read", UNIT, WORDS },
	{ "tried", "read", UNIT, WORDS },
	/* spectra; column and phase are above */
	{ "pieces", "spectrum", 0, NUMBER },
	{ "freq_hz", "spectrum", 6, NUMBER },
	{ "psd", "spectrum", 12, NUMBER },
	{ "band_lo_hz", "spectrum", 6, NUMBER },
	{ "band_hi_hz", "spectrum", 6, NUMBER },
	{ "band_rms", "spectrum", 9, NUMBER },
	{ "band_share_pct", "spectrum", UNIT, NUMBER },
	{ "band_top_hz", "spectrum", 6, NUMBER },
	/* over many days */
	{ "untold", "dose", 0, NUMBER },
	{ "impulse2_*_sum_n2m2s", "dose", UNIT, NUMBER },
	{ "time_above_*_sum_s", "dose", UNIT, NUMBER },
	{ "impulse_*_share_pct", "dose", UNIT, NUMBER },
	{ "impulse_*_7d_nms", "dose", UNIT, NUMBER },
	{ "impulse_*_28d_nms", "dose", UNIT, NUMBER },
	{ "impulse_*_change_pct", "dose", UNIT, NUMBER },
	{ "dose_*", "dose", 5, NUMBER },
	{ "days", "dose", 0, NUMBER },
	{ "sessions_7d", "dose", 0, NUMBER },
	{ "sessions_28d", "dose", 0, NUMBER },
	{ "tonnage_7d_kg", "dose", UNIT, NUMBER },
	{ "tonnage_28d_kg", "dose", UNIT, NUMBER },
	{ "sore_on", "dose", UNIT, WORDS },
	{ "sore_left", "dose", 1, NUMBER },
	{ "sore_right", "dose", 1, NUMBER },
	{ "sore_region", "dose", UNIT, WORDS },
	{ "sore_type", "dose", UNIT, WORDS },
	{ "plan", "plan", UNIT, WORDS },
	{ "reference_date", "plan", UNIT, WORDS },
	{ "step", "plan", 0, NUMBER },
	{ "share", "plan", 4, NUMBER },
	{ "reference_bar_kg", "plan", UNIT, NUMBER },
	{ "reps", "plan", 0, NUMBER },
	{ "bar_exact_kg", "plan", UNIT, NUMBER },
	{ "bar_sd_kg", "plan", UNIT, NUMBER },
	{ "planned_peak_nm", "plan", UNIT, NUMBER },
	{ "planned_peak_high_nm", "plan", UNIT, NUMBER },
	{ "planned_peak_share_pct", "plan", UNIT, NUMBER },
	{ "planned_impulse_nms", "plan", UNIT, NUMBER },
	{ "planned_impulse_share_pct", "plan", UNIT, NUMBER },
	{ "lean_3deg_nm", "plan", UNIT, NUMBER },
	{ "lean_3deg_kg", "plan", UNIT, NUMBER },
	{ "plan_reason", "plan", UNIT, WORDS },
	{ "stance_lean_deg", "simulate", UNIT, NUMBER },
	{ "lean_start_deg", "reps", UNIT, NUMBER },
	{ "lean_bottom_deg", "reps", UNIT, NUMBER },
	{ "lean_max_deg", "reps", UNIT, NUMBER },
	{ "lean_max_t_s", "reps", UNIT, NUMBER },
	{ "lean_max_sd_deg", "reps", UNIT, NUMBER },
	{ "lean_first_deg", "sets", UNIT, NUMBER },
	{ "lean_last_deg", "sets", UNIT, NUMBER },
	{ "lean_slope_deg", "sets", UNIT, NUMBER },
	{ "break_gain_deg", "sets", UNIT, NUMBER },
	{ "lean_gain_early_deg", "reps", UNIT, NUMBER },
	{ "lean_loss_deg", "reps", UNIT, NUMBER },
	{ "sticking_lean_deg", "reps", UNIT, NUMBER },
	{ "roll_mean_deg", "reps", UNIT, NUMBER },
	{ "*lean_deg", "orient", UNIT, NUMBER },
	{ "*roll_deg", "orient", UNIT, NUMBER },
	{ "*twist_deg", "orient", UNIT, NUMBER },
	{ "*lean_sd_deg", "orient", UNIT, NUMBER },
	{ "set", "segment", 0, NUMBER },
	{ "cand", "segment", 0, NUMBER },
	{ "rep", "segment", 0, NUMBER },
	{ "class", "segment", UNIT, WORDS },
	{ "phase", "segment", UNIT, WORDS },
	{ "confidence", "segment", 3, NUMBER },
	{ "reason", "segment", UNIT, WORDS },
	{ "bounces", "segment", 0, NUMBER },
	{ "truncated", "segment", 0, NUMBER },
	{ "bottom_s", "segment", UNIT, NUMBER },
	{ "drift_m_s2", "segment", UNIT, NUMBER },
	{ "closure_m", "segment", UNIT, NUMBER },
	{ "vel_m_s", "segment", UNIT, NUMBER },
	{ "height_m", "segment", UNIT, NUMBER },
	{ "bar_kg", "load", UNIT, NUMBER },
	{ "body_kg", "load", UNIT, NUMBER },
	{ "bar_vel_m_s", "load", UNIT, NUMBER },
	{ "bar_height_m", "load", UNIT, NUMBER },
	{ "belt", "load", UNIT, WORDS },
	{ "load_reason", "load", UNIT, WORDS },
	{ "thoracic_deg", "load", UNIT, NUMBER },
	{ "moment_*_peak_max_nm", "sets", UNIT, NUMBER },
	{ "moment_*_peak_mean_nm", "sets", UNIT, NUMBER },
	{ "moment_*_peak_nm", "reps", UNIT, NUMBER },
	{ "moment_*_mean_nm", "reps", UNIT, NUMBER },
	{ "moment_*_peak_t_s", "reps", UNIT, NUMBER },
	{ "moment_*_peak_sd_nm", "reps", UNIT, NUMBER },
	{ "moment_*_peak_within_sd_nm", "reps", UNIT, NUMBER },
	{ "elsewhere_*_peak_nm", "reps", UNIT, NUMBER },
	{ "moment_*_sd_nm", "load", UNIT, NUMBER },
	{ "moment_*_within_sd_nm", "load", UNIT, NUMBER },
	{ "moment_*_bar_nm", "load", UNIT, NUMBER },
	{ "moment_*_body_nm", "load", UNIT, NUMBER },
	{ "elsewhere_*_nm", "load", UNIT, NUMBER },
	{ "moment_*_nm", "load", UNIT, NUMBER },
	{ "moment_*_peak_ratio", "reps", 4, NUMBER },
	{ "moment_*_ratio", "load", 4, NUMBER },
	{ "moment_*_above", "load", 0, NUMBER },
	{ "force_*_peak_n", "reps", UNIT, NUMBER },
	{ "axial_*_peak_n", "reps", UNIT, NUMBER },
	{ "shear_*_peak_n", "reps", UNIT, NUMBER },
	{ "compression_*_peak_n", "reps", UNIT, NUMBER },
	{ "compression_*_low_peak_n", "reps", UNIT, NUMBER },
	{ "compression_*_high_peak_n", "reps", UNIT, NUMBER },
	{ "force_*_n", "load", UNIT, NUMBER },
	{ "axial_*_n", "load", UNIT, NUMBER },
	{ "shear_*_n", "load", UNIT, NUMBER },
	{ "compression_*_n", "load", UNIT, NUMBER },
	{ "compression_*_low_n", "load", UNIT, NUMBER },
	{ "compression_*_high_n", "load", UNIT, NUMBER },
	/* the rep table */
	{ "start_s", "reps", UNIT, NUMBER },
	{ "end_s", "reps", UNIT, NUMBER },
	{ "hinge_s", "reps", UNIT, NUMBER },
	{ "ecc_s", "reps", UNIT, NUMBER },
	{ "bottom_pause_s", "reps", UNIT, NUMBER },
	{ "con_s", "reps", UNIT, NUMBER },
	{ "top_pause_s", "reps", UNIT, NUMBER },
	{ "tempo", "reps", UNIT, WORDS },
	{ "ecc_err_s", "reps", UNIT, NUMBER },
	{ "bottom_err_s", "reps", UNIT, NUMBER },
	{ "con_err_s", "reps", UNIT, NUMBER },
	{ "top_err_s", "reps", UNIT, NUMBER },
	{ "depth_m", "reps", UNIT, NUMBER },
	{ "twist_range_deg", "reps", UNIT, NUMBER },
	{ "ecc_pv_m_s", "reps", UNIT, NUMBER },
	{ "mcv_m_s", "reps", UNIT, NUMBER },
	{ "mpv_m_s", "reps", UNIT, NUMBER },
	{ "pv_m_s", "reps", UNIT, NUMBER },
	{ "mcv_bar_m_s", "reps", UNIT, NUMBER },
	{ "mpv_bar_m_s", "reps", UNIT, NUMBER },
	{ "vl_pct", "reps", UNIT, NUMBER },
	{ "sticking_s", "reps", UNIT, NUMBER },
	{ "sticking_v_m_s", "reps", UNIT, NUMBER },
	{ "sparc", "reps", 4, NUMBER },
	{ "impulse_*_sum_nms", "sets", UNIT, NUMBER },
	{ "impulse_ecc_*_nms", "reps", UNIT, NUMBER },
	{ "impulse_pause_*_nms", "reps", UNIT, NUMBER },
	{ "impulse_con_*_nms", "reps", UNIT, NUMBER },
	{ "impulse_*_nms", "reps", UNIT, NUMBER },
	{ "impulse2_*_n2m2s", "reps", UNIT, NUMBER },
	{ "impulse_*_sd_nms", "reps", UNIT, NUMBER },
	{ "time_above_*_s", "reps", UNIT, NUMBER },
	{ "m0_*_nm", "reps", UNIT, NUMBER },
	{ "k_*_nm_per_kg", "reps", UNIT, NUMBER },
	{ "impulse0_*_nms", "reps", UNIT, NUMBER },
	{ "impulse_k_*_nms_per_kg", "reps", UNIT, NUMBER },
	{ "moment_*_body_peak_nm", "reps", UNIT, NUMBER },
	{ "lean_*_nm_per_deg", "reps", UNIT, NUMBER },
	{ "moment_*_lean_nm_per_deg", "load", UNIT, NUMBER },
	{ "thoracic_start_deg", "reps", UNIT, NUMBER },
	{ "thoracic_max_deg", "reps", UNIT, NUMBER },
	{ "rounding_deg", "reps", UNIT, NUMBER },
	/* what plumb-load --explain prints */
	{ "level", "load", UNIT, WORDS },
	{ "part", "load", UNIT, WORDS },
	{ "part_kg", "load", UNIT, NUMBER },
	{ "part_u_m", "load", UNIT, NUMBER },
	{ "part_v_m", "load", UNIT, NUMBER },
	{ "part_moment_nm", "load", UNIT, NUMBER },
	{ "part_mass_source", "load", UNIT, WORDS },
	{ "part_place_source", "load", UNIT, WORDS },
	/* the score table; the unit of an error is that of its column */
	{ "measure", "score", UNIT, WORDS },
	{ "column", "score", UNIT, WORDS },
	{ "reference_class", "score", UNIT, WORDS },
	{ "test_class", "score", UNIT, WORDS },
	{ "score_value", "score", 6, NUMBER },
	{ "pairs", "score", 0, NUMBER },
	{ "pairs_missing", "score", 0, NUMBER },
	{ "bias", "score", 6, NUMBER },
	{ "error_sd", "score", 6, NUMBER },
	{ "loa_low", "score", 6, NUMBER },
	{ "loa_high", "score", 6, NUMBER },
	{ "abs_error_mean", "score", 6, NUMBER },
	{ "abs_error_median", "score", 6, NUMBER },
	{ "abs_error_p95", "score", 6, NUMBER },
	{ "abs_error_in_set", "score", 6, NUMBER },
	/* the table of findings; its numbers are text, each with as many decimals
	 * as its check has, so that a foreign column of that name stays one */
	{ "sensor", "check", UNIT, WORDS },
	{ "check", "check", UNIT, WORDS },
	{ "value", "check", UNIT, WORDS },
	{ "unit", "check", UNIT, WORDS },
	{ "limit", "check", UNIT, WORDS },
	{ "verdict", "check", UNIT, WORDS },
	{ "at_s", "check", UNIT, NUMBER },
	{ "advice", "check", UNIT, WORDS },
	/* the table of drills */
	{ "side", "rom", UNIT, WORDS },
	{ "out_s", "rom", UNIT, NUMBER },
	{ "back_s", "rom", UNIT, NUMBER },
	{ "axis", "rom", UNIT, WORDS },
	{ "thora*_range_deg", "rom", UNIT, NUMBER },
	{ "thora*_range_sd_deg", "rom", UNIT, NUMBER },
	{ "thora*_out_deg", "rom", UNIT, NUMBER },
	{ "thora*_back_deg", "rom", UNIT, NUMBER },
	{ "thorax_speed_mean_deg_s", "rom", 3, NUMBER },
	{ "thorax_speed_peak_deg_s", "rom", 3, NUMBER },
	{ "axis_tilt_deg", "rom", UNIT, NUMBER },
	{ "drift_deg", "rom", UNIT, NUMBER },
	{ "thora*_range_median_deg", "rom", UNIT, NUMBER },
	{ "thora*_range_best_deg", "rom", UNIT, NUMBER },
	{ "thora*_trend_deg", "rom", UNIT, NUMBER },
	{ "thora*_trend_low_deg", "rom", UNIT, NUMBER },
	{ "thora*_trend_high_deg", "rom", UNIT, NUMBER },
	{ "thora*_diff_deg", "rom", UNIT, NUMBER },
	{ "thora*_diff_sd_deg", "rom", UNIT, NUMBER },
	{ "thora*_greater", "rom", UNIT, WORDS },
	{ "thora*_asymmetry_pct", "rom", UNIT, NUMBER },
	/* what plumb-compare finds; numbers are in the unit of the column */
	{ "reference_group", "compare", UNIT, WORDS },
	{ "test_group", "compare", UNIT, WORDS },
	{ "reference_reps", "compare", 0, NUMBER },
	{ "test_reps", "compare", 0, NUMBER },
	{ "reference_median", "compare", 6, NUMBER },
	{ "test_median", "compare", 6, NUMBER },
	{ "difference", "compare", 6, NUMBER },
	{ "difference_low", "compare", 6, NUMBER },
	{ "difference_high", "compare", 6, NUMBER },
	{ "setup_sd", "compare", 6, NUMBER },
	{ "detectable", "compare", 6, NUMBER },
	{ "compared_by", "compare", UNIT, WORDS },
	{ "verdict_reason", "compare", UNIT, WORDS },
	/* what plumb-profile finds */
	{ "group", "profile", UNIT, WORDS },
	{ "points", "profile", 0, NUMBER },
	{ "loads", "profile", 0, NUMBER },
	{ "lightest_kg", "profile", UNIT, NUMBER },
	{ "heaviest_kg", "profile", UNIT, NUMBER },
	{ "slope_m_s_per_kg", "profile", UNIT, NUMBER },
	{ "intercept_m_s", "profile", UNIT, NUMBER },
	{ "see_m_s", "profile", UNIT, NUMBER },
	{ "r2", "profile", 4, NUMBER },
	{ "at_kg", "profile", UNIT, NUMBER },
	{ "at_m_s", "profile", UNIT, NUMBER },
	{ "at_low_m_s", "profile", UNIT, NUMBER },
	{ "at_high_m_s", "profile", UNIT, NUMBER },
	{ "minimal_m_s", "profile", UNIT, NUMBER },
	{ "minimal_load_kg", "profile", UNIT, NUMBER },
	{ "minimal_load_low_kg", "profile", UNIT, NUMBER },
	{ "minimal_load_high_kg", "profile", UNIT, NUMBER },
	{ "extrapolated_pct", "profile", UNIT, NUMBER },
	{ "profile_reason", "profile", UNIT, WORDS },
	/* the summary */
	{ "reader", "summary", UNIT, WORDS },
	{ "sentence", "summary", UNIT, WORDS },
	/* the set table */
	{ "reps_work", "sets", 0, NUMBER },
	{ "reps_partial", "sets", 0, NUMBER },
	{ "reps_failed", "sets", 0, NUMBER },
	{ "cands_unrack", "sets", 0, NUMBER },
	{ "cands_rerack", "sets", 0, NUMBER },
	{ "cands_walk", "sets", 0, NUMBER },
	{ "cands_unknown", "sets", 0, NUMBER },
	{ "ecc_mean_s", "sets", UNIT, NUMBER },
	{ "bottom_pause_mean_s", "sets", UNIT, NUMBER },
	{ "con_mean_s", "sets", UNIT, NUMBER },
	{ "top_pause_mean_s", "sets", UNIT, NUMBER },
	{ "tut_s", "sets", UNIT, NUMBER },
	{ "depth_mean_m", "sets", UNIT, NUMBER },
	{ "break_rep", "sets", 0, NUMBER },
	{ "break_p", "sets", 4, NUMBER },
	{ "vl_best_pct", "sets", UNIT, NUMBER },
	{ "vl_first_pct", "sets", UNIT, NUMBER },
	{ "tonnage_kg", "sets", UNIT, NUMBER },
};

static bool
matches(const char *pattern, const char *name)
{
	for (; *pattern && *pattern != '*'; pattern++, name++)
		if (*pattern != *name)
			return false;
	if (!*pattern)
		return !*name;
	for (;; name++) {
		if (matches(pattern + 1, name))
			return true;
		if (!*name)
			return false;
	}
}

/* "t12_acc_x_m_s2" is ours, "hacc_x_m_s2" is not: a prefix is a word. */
static bool
fits(const char *pattern, const char *name)
{
	const char *p = name;

	if (*pattern != '*')
		return matches(pattern, name);
	do {
		if (matches(pattern + 1, p))
			return true;
		while (*p && *p != '_')
			p++;
	} while (*p++);
	return false;
}

const struct pl_schema *
pl_schema_find(const char *name)
{
	size_t i;

	for (i = 0; i < sizeof schema / sizeof *schema; i++)
		if (fits(schema[i].pattern, name))
			return &schema[i];
	return NULL;
}

bool
pl_schema_foreign(const struct pl_schema *s)
{
	return !s || (s->words && strcmp(s->maker, "check") == 0);
}

const struct pl_schema *
pl_schema_row(int i)
{
	size_t n = sizeof schema / sizeof *schema;

	return i >= 0 && (size_t)i < n ? &schema[i] : NULL;
}

int
pl_schema_decimals(const struct pl_schema *s, const char *name)
{
	const struct pl_unit *u;

	if (s->decimals >= 0)
		return s->decimals;
	u = pl_unit_of(name);
	return u ? u->decimals : 0;
}
