#include "setup.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "../../base/trig.h"
#include "../load/uncertain.h"

enum { NAME = 96 };

#define DEPTH 0.027		/* see setup.h */
#define VELOCITY 0.018

enum kind { ANGLE, TWO_ANGLES, WAY, SPEED, SHARE, SQUARE, SAME, TURN, ZERO,
	UNKNOWN };

/* Columns by how they begin and end, between them a level, or nothing. */
static const struct row {
	const char *begin, *end;
	enum kind kind;
} rows[] = {
	{ "lean_start_deg", "", ANGLE },
	{ "lean_bottom_deg", "", ANGLE },
	{ "lean_max_deg", "", ANGLE },
	{ "stance_lean_deg", "", ANGLE },
	{ "roll_mean_deg", "", ANGLE },
	{ "thoracic_start_deg", "", TWO_ANGLES },
	{ "thoracic_max_deg", "", TWO_ANGLES },
	{ "depth_m", "", WAY },
	{ "ecc_pv_m_s", "", SPEED },
	{ "mcv_m_s", "", SPEED },
	{ "mpv_m_s", "", SPEED },
	{ "pv_m_s", "", SPEED },
	{ "mcv_bar_m_s", "", SPEED },
	{ "mpv_bar_m_s", "", SPEED },
	{ "sticking_v_m_s", "", SPEED },
	{ "moment_", "_peak_nm", SHARE },
	{ "moment_", "_mean_nm", SHARE },
	{ "moment_", "_peak_ratio", SHARE },
	{ "impulse_ecc_", "_nms", SHARE },
	{ "impulse_pause_", "_nms", SHARE },
	{ "impulse_con_", "_nms", SHARE },
	{ "impulse_", "_nms", SHARE },
	{ "impulse2_", "_n2m2s", SQUARE },
	{ "impulse0_", "_nms", SHARE },
	{ "impulse_k_", "_nms_per_kg", SHARE },
	{ "lean_", "_nm_per_deg", SHARE },
	{ "m0_", "_nm", SHARE },
	{ "k_", "_nm_per_kg", SHARE },
	{ "force_", "_peak_n", SHARE },
	{ "compression_", "_peak_n", SHARE },
	{ "elsewhere_", "_peak_nm", SAME },
	{ "axial_", "_peak_n", TURN },
	{ "shear_", "_peak_n", TURN },
	{ "time_above_", "_s", UNKNOWN },
	{ "drift_m_s2", "", ZERO },
};

/* The row of a column, with its level: a word up to the next '_'. */
static const struct row *
find(const char *column, char level[NAME])
{
	size_t len = strlen(column), i;

	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct row *r = &rows[i];
		size_t b = strlen(r->begin), e = strlen(r->end), n;

		if (len < b + e || len >= NAME || strncmp(column, r->begin, b)
		    || strcmp(column + len - e, r->end) || (!e && len > b))
			continue;
		n = strcspn(column + b, "_");
		/* a group may stand behind the level: force_l5s1_mf_peak_n */
		if (e && (n == 0 || b + n > len - e))
			continue;
		snprintf(level, NAME, "%.*s", (int)n, column + b);
		return r;
	}
	return NULL;
}

/* The mean size of the values that are there. */
static double
size(const double *x, const size_t *row, size_t n)
{
	double sum = 0, count = 0;
	size_t i;

	for (i = 0; x && i < n; i++)
		if (!pl_missing(x[row[i]])) {
			sum += fabs(x[row[i]]);
			count++;
		}
	return count > 0 ? sum / count : PL_MISSING;
}

static double
align_of(const struct pl_table *t, const size_t *row, size_t n, double stated)
{
	double sd = pl_missing(stated) ? size(pl_table_get(t, "align_sd_deg"),
	    row, n) : stated;

	return pl_missing(sd) ? PL_SETUP_ALIGN_DEG : sd;
}

/* Of the peaks of a level: what is common to all of a recording, N m. */
static double
common(const struct pl_table *t, const char *level, const size_t *row,
    size_t n, double *share)
{
	const double *peak, *sd, *within;
	double sum = 0, peaks = 0, count = 0;
	char name[NAME + 32];
	size_t i;

	snprintf(name, sizeof name, "moment_%s_peak_nm", level);
	peak = pl_table_get(t, name);
	snprintf(name, sizeof name, "moment_%s_peak_sd_nm", level);
	sd = pl_table_get(t, name);
	snprintf(name, sizeof name, "moment_%s_peak_within_sd_nm", level);
	within = pl_table_get(t, name);
	for (i = 0; peak && sd && i < n; i++) {
		double s = sd[row[i]], w = within ? within[row[i]] : 0;

		if (pl_missing(s) || pl_missing(peak[row[i]]))
			continue;
		/* alone in its set it has no SD against it */
		w = pl_missing(w) ? 0 : w;
		sum += sqrt(fmax(0, s * s - w * w));
		peaks += fabs(peak[row[i]]);
		count++;
	}
	*share = peaks > 0 ? sum / peaks : PL_MISSING;
	return count > 0 ? sum / count : PL_MISSING;
}

/* What turns into what: axial_*_peak_n into shear_*_peak_n, and back. */
static double
other(const struct pl_table *t, const char *column, const char *level,
    const size_t *row, size_t n)
{
	char name[NAME + 32];

	snprintf(name, sizeof name, "%s_%s_peak_n", *column == 'a' ?
	    "shear" : "axial", level);
	return size(pl_table_get(t, name), row, n);
}

double
pl_setup_sd(const struct pl_table *t, const char *column, const size_t *row,
    size_t n, double align_sd_deg)
{
	char level[NAME];
	const struct row *r = find(column, level);
	double align = align_of(t, row, n, align_sd_deg), sd, share;

	if (!r)
		return 0;
	if (r->kind == ANGLE || r->kind == TWO_ANGLES)
		return align * (r->kind == ANGLE ? 1 : sqrt(2));
	if (r->kind == WAY || r->kind == SPEED)
		return (r->kind == WAY ? DEPTH : VELOCITY) *
		    size(pl_table_get(t, column), row, n);
	if (r->kind == TURN)
		return align * PL_DEG * other(t, column, level, row, n);
	if (r->kind == ZERO)
		return pl_uncertain_row(PL_IN_ACC_UP)->stated;
	if (r->kind == UNKNOWN)
		return PL_MISSING;
	sd = common(t, level, row, n, &share);
	if (r->kind != SAME)
		sd = (r->kind == SQUARE ? 2 : 1) * share *
		    size(pl_table_get(t, column), row, n);
	return sd;
}
