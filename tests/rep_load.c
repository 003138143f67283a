/* what plumb-load made, folded into the rep table, to the digit */
#include <string.h>

#include "../lib/io/csv.h"
#include "../lib/squat/rep/rep.h"
#include "cells.h"
#include "tap.h"

/* A repetition of 0.7 s whose greatest moment is in its fifth row; a walk; and
 * one whose load cannot be told. */
static const char stream[] = "t_s,set,cand,rep,class,phase,vel_m_s,height_m,"
    "bar_kg,load_reason,belt,thoracic_deg,moment_l5s1_nm,moment_l5s1_sd_nm,"
    "moment_l5s1_within_sd_nm,moment_l5s1_bar_nm,moment_l5s1_body_nm,"
    "moment_l5s1_lean_nm_per_deg,moment_l5s1_ratio,moment_l5s1_above,force_l5s1_mf_n,force_l5s1_local_n,"
    "compression_l5s1_n,elsewhere_l5s1_nm,axial_l5s1_n,moment_back_nm\n"
    "0,1,1,1,work,,0,0,50,,no,2,-20,1,.1,-15,-5,1,-.1,0,0,0,5,-20,7,1\n"
    "0.1,1,1,1,work,ecc,-1,0,50,,no,3,100,2,.2,80,20,3,.5,0,10,20,6,0,8,1\n"
    "0.2,1,1,1,work,ecc,-1,-0.1,50,,no,5,120,3,.3,90,30,5,.6,1,20,20,7,0,9,1\n"
    "0.3,1,1,1,work,bottom,0,-0.2,50,,no,9,150,4,.4,110,40,6,.7,1,30,50,8,0,10,1\n"
    "0.4,1,1,1,work,bottom,0,-0.2,50,,no,7,200,5,.5,155,45,8,1,1,40,60,9,0,11,1\n"
    "0.5,1,1,1,work,con,1,-0.1,50,,no,4,180,6,.6,140,40,7,.9,1,50,80,10,0,12,1\n"
    "0.6,1,1,1,work,con,1,0,50,,no,2,100,7,.7,80,20,3,.5,0,60,90,11,0,13,1\n"
    "0.7,1,2,,walk,,0,0,50,,no,2,900,9,.9,1,1,1,1,1,1,1,1,1,1,1\n"
    "0.8,1,3,2,work,ecc,-1,0,50,slipped,no,2,,,,,,,,,,,,,,1\n"
    "0.9,1,3,2,work,bottom,0,-0.2,50,slipped,no,2,,,,,,,,,,,,,,1\n"
    "1,1,3,2,work,con,1,0,50,slipped,no,2,,,,,,,,,,,,,,1\n";

static struct pl_table reps;

/* Of the first repetition. */
static bool
one(const char *name, double want)
{
	return is(&reps, name, 0, want);
}

static void
fold(const char *text)
{
	struct pl_fault f = { 0 };
	struct pl_table t;

	pl_table_init(&t);
	pl_table_init(&reps);
	if (pl_csv_read(&t, text, strlen(text), &f) ||
	    pl_rep_fold(&t, &reps, &f))
		ok(false, "folds: %s %s", f.column, f.why);
	pl_table_free(&t);
}

static void
values(void)
{
	fold(stream);
	ok(one("moment_l5s1_peak_nm", 200), "the peak");
	ok(one("moment_l5s1_peak_sd_nm", 5) &&
	    one("moment_l5s1_peak_within_sd_nm", .5) &&
	    one("moment_l5s1_peak_ratio", 1) && one("axial_l5s1_peak_n", 11) &&
	    one("compression_l5s1_peak_n", 9) &&
	    one("elsewhere_l5s1_peak_nm", 0) && one("m0_l5s1_nm", 45),
	    "what is beside it is that of its instant");
	ok(one("force_l5s1_mf_peak_n", 40) &&
	    one("force_l5s1_local_peak_n", 60), "forces too, though they go on growing here");
	ok(one("k_l5s1_nm_per_kg", 155. / 50), "each kilogram of bar does its "
	    "part");
	/* trapezia of 0.1 s over 0 100 120 150 200 180 100 */
	ok(one("impulse_l5s1_nms", 80), "the impulse is that of the positive "
	    "part");
	ok(one("impulse_ecc_l5s1_nms", 24.5) &&
	    one("impulse_pause_l5s1_nms", 17.5) &&
	    one("impulse_con_l5s1_nms", 33), "and of each phase");
	ok(one("impulse2_l5s1_n2m2s", .1 * (1e4 + 14400 + 22500 + 4e4 + 32400 +
	    5e3)), "and that of its square");
	ok(one("impulse_l5s1_sd_nms", .1 * (2 + 3 + 4 + 5 + 6 + 7 / 2.)),
	    "its errors last as long");
	ok(one("time_above_l5s1_s", .4), "above for 0.4 s, by half rows at "
	    "the ends");
	/* the bar's part, while the moment is positive: 0 80 90 110 155 140 80 */
	ok(one("impulse_k_l5s1_nms_per_kg", 61.5 / 50) &&
	    one("impulse0_l5s1_nms", 80 - 61.5), "the bar's share of it");
	ok(one("moment_l5s1_body_peak_nm", 45) && one("lean_l5s1_nm_per_deg",
	    8), "the body alone, and what a degree of lean does");
	ok(one("thoracic_start_deg", 2) && one("thoracic_max_deg", 9) &&
	    one("rounding_deg", 7), "the upper back rounds by 7 deg");
}

static void
holes(void)
{
	ok(is(&reps, "moment_l5s1_peak_nm", 1, NAN) &&
	    is(&reps, "impulse_l5s1_nms", 1, NAN) &&
	    is(&reps, "impulse_l5s1_sd_nms", 1, NAN), "a walk has no load");
	ok(is(&reps, "moment_l5s1_peak_nm", 2, NAN) &&
	    is(&reps, "moment_l5s1_peak_sd_nm", 2, NAN) &&
	    is(&reps, "impulse2_l5s1_n2m2s", 2, NAN) &&
	    is(&reps, "impulse_l5s1_sd_nms", 2, NAN) &&
	    is(&reps, "time_above_l5s1_s", 2, NAN) &&
	    is(&reps, "k_l5s1_nm_per_kg", 2, NAN), "nor has what slipped");
	ok(strcmp(pl_table_label(&reps, pl_table_find(&reps, "load_reason"),
	    2), "slipped") == 0 && !pl_table_label(&reps, pl_table_find(&reps,
	    "load_reason"), 0), "and that is said");
	ok(pl_table_find(&reps, "moment_back_peak_nm") < 0,
	    "what is no level is none of ours");
	pl_table_free(&reps);
	fold("t_s,cand,phase,moment_t7t8_nm,moment_t7t8_bar_nm\n"
	    "0,1,ecc,5,5\n0.1,1,bottom,6,6\n0.2,1,con,5,5\n");
	ok(pl_table_find(&reps, "moment_t7t8_peak_sd_nm") < 0 &&
	    pl_table_find(&reps, "k_t7t8_nm_per_kg") < 0 &&
	    one("moment_t7t8_peak_nm", 6), "what is not in the stream is left "
	    "out");
	pl_table_free(&reps);
}

int
main(void)
{
	values();
	holes();
	return done();
}
