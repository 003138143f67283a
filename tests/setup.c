/* what another recording does to columns of reps */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/io/csv.h"
#include "../lib/squat/compare/setup.h"
#include "tap.h"

static struct pl_table
table(const char *text)
{
	struct pl_table t;
	struct pl_fault f;

	pl_table_init(&t);
	if (pl_csv_read(&t, text, strlen(text), &f))
		exit(2);
	return t;
}

/* Columns of every kind, of a recording aligned to 2 deg. */
static void
kinds(void)
{
	struct pl_table t = table("moment_l5s1_peak_nm,moment_l5s1_peak_sd_nm,"
	    "impulse_ecc_l5s1_nms,impulse2_l5s1_n2m2s,force_l5s1_mf_peak_n,"
	    "elsewhere_l5s1_peak_nm,axial_l5s1_peak_n,shear_l5s1_peak_n,"
	    "compression_l5s1_low_peak_n,depth_m,pv_m_s,thoracic_max_deg,"
	    "drift_m_s2,lean_gain_early_deg,impulse_t7t8_nms,"
	    "impulse0_l5s1_nms,impulse_k_l5s1_nms_per_kg,"
	    "lean_l5s1_nm_per_deg\n"
	    "200,30,60,1000,400,10,900,300,2000,.5,1,20,.1,3,5,10,7,6\n"
	    "400,30,60,1000,400,10,900,300,2000,.5,1,20,.1,3,5,10,7,6\n");
	static const struct { const char *column; double sd; } want[] = {
		{ "moment_l5s1_peak_nm", 30 }, { "impulse_ecc_l5s1_nms", 6 },
		{ "impulse2_l5s1_n2m2s", 200 }, { "force_l5s1_mf_peak_n", 40 },
		{ "elsewhere_l5s1_peak_nm", 30 },
		{ "axial_l5s1_peak_n", 300 * 2 * M_PI / 180 },
		{ "shear_l5s1_peak_n", 900 * 2 * M_PI / 180 },
		{ "compression_l5s1_low_peak_n", 200 }, { "depth_m", .0135 },
		{ "pv_m_s", .018 }, { "thoracic_max_deg", 2 * M_SQRT2 },
		{ "drift_m_s2", .2 }, { "lean_gain_early_deg", 0 },
		{ "impulse0_l5s1_nms", 1 },
		{ "impulse_k_l5s1_nms_per_kg", .7 },
		{ "lean_l5s1_nm_per_deg", .6 },
	};
	static const size_t row[] = { 0, 1 };
	bool good = true;
	size_t i;

	for (i = 0; i < sizeof want / sizeof *want; i++) {
		double sd = pl_setup_sd(&t, want[i].column, row, 2, 2);

		if (fabs(sd - want[i].sd) > 1e-9 * (1 + want[i].sd)) {
			printf("# %s: %g\n", want[i].column, sd);
			good = false;
		}
	}
	ok(good, "what another recording does to each kind of column");
	ok(pl_missing(pl_setup_sd(&t, "impulse_t7t8_nms", row, 2, 2)),
	    "of a level without SDs nobody knows");
	pl_table_free(&t);
}

static void
whose(void)
{
	struct pl_table t = table("lean_max_deg,align_sd_deg,"
	    "moment_l5s1_peak_nm,moment_l5s1_peak_sd_nm,"
	    "moment_l5s1_peak_within_sd_nm\n"
	    "30,2,100,50,30\n30,,100,50,\n30,4,-100,50,30\n");
	static const size_t row[] = { 0, 1, 2 };

	ok(pl_setup_sd(&t, "lean_max_deg", row, 3, NAN) == 3,
	    "the table knows how it was aligned");
	ok(pl_setup_sd(&t, "lean_max_deg", row, 3, 1.5) == 1.5,
	    "who states it knows better");
	ok(pl_setup_sd(&t, "lean_max_deg", row + 1, 1, NAN) ==
	    PL_SETUP_ALIGN_DEG, "where nobody does it was from the data");
	ok(fabs(pl_setup_sd(&t, "moment_l5s1_peak_nm", row, 3, NAN) -
	    (40 + 50 + 40) / 3.) < 1e-9,
	    "what a set has in common, and all of what is alone in its set");
	ok(pl_setup_sd(&t, "lean_max_deg_x", row, 3, NAN) == 0 &&
	    pl_setup_sd(&t, "moment__peak_nm", row, 3, NAN) == 0 &&
	    pl_setup_sd(&t, "moment_peak_nm", row, 3, NAN) == 0,
	    "other names are other columns");
	pl_table_free(&t);
}

int
main(void)
{
	kinds();
	whose();
	return done();
}
